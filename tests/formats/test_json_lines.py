"""JSON Lines out and in."""

import io

from hypothesis import given
from hypothesis import strategies as st

from cite.formats.json_lines import read_lines, write_line

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)  # fmt: skip
RECORDS = st.lists(
    st.fixed_dictionaries({"content": st.binary()}, optional={"a": JSON, "\u2028": JSON})
)


@given(RECORDS)
def test_what_is_written_is_read_again_with_the_line_where_it_stands(records):
    text = "".join(map(write_line, records))
    assert text.isascii() and text.count("\n") == len(records)
    read = list(read_lines(io.BytesIO(text.encode()), "in.jsonl", frozenset({"content"})))
    assert read == [(f"in.jsonl: line {at}", one) for at, one in enumerate(records, 1)]
