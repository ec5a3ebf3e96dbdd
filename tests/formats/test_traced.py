"""Text that knows where it came from."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cite.formats.traced import Traced

SOURCE = "".join(chr(0x4E00 + at) for at in range(60))
CUTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)


@given(CUTS, st.integers(0, 60), st.integers(0, 60))
def test_what_was_cut_and_put_together_still_knows_its_source(cuts, start, stop):
    whole = Traced(SOURCE)
    made = whole[:0]
    for one, other in cuts:
        made = made + whole[min(one, other) : max(one, other)]
    made = made[start:stop]
    assert all(SOURCE[made.origin(at)] == char for at, char in enumerate(made.text))


@given(st.text("ab.", max_size=30))
def test_what_is_put_in_stands_where_it_replaced_something(text):
    made = Traced(text).sub(re.compile("a+"), lambda _: "X")
    assert made.text == re.sub("a+", "X", text)
    assert all(
        text[made.origin(at)] == ("a" if char == "X" else char) for at, char in enumerate(made.text)
    )
