"""What holds of any quotation, whatever its source: dropped denials and changed figures never pass, ellipses do."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cite.steps.quotations.judge_quotation import judge_quotation
from cite.steps.quotations.source import prepare

PLAIN = "river stone market carries village lantern bread winter road harbour painter silver garden bridge letter".split()
SENTENCES = st.lists(
    st.lists(st.sampled_from(PLAIN), min_size=8, max_size=14, unique=True), min_size=2, max_size=6
).map(lambda found: [[word + "aeiouy"[at] for word in words] for at, words in enumerate(found)])
"""No word comes twice, so that there is one place that a quotation can be from."""


def text_of(sentences: list[list[str]]) -> str:
    return " ".join(" ".join(words).capitalize() + "." for words in sentences)


@given(SENTENCES, st.data())
@settings(max_examples=60, deadline=None)
def test_words_in_a_row_are_sound(sentences: list[list[str]], data: st.DataObject) -> None:
    text = text_of(sentences)
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 6))
    last = data.draw(st.integers(first + 5, len(words)))
    assert judge_quotation(" ".join(words[first:last]), prepare(text)).verdict == "exact"


@given(SENTENCES, st.data())
@settings(max_examples=60, deadline=None)
def test_an_ellipsis_within_a_sentence_is_sound(
    sentences: list[list[str]], data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(sentences))
    cut = data.draw(st.integers(3, len(words) - 4))
    quotation = f"{' '.join(words[:cut])} … {' '.join(words[cut + 1 :])}"
    assert judge_quotation(quotation, prepare(text_of(sentences))).verdict.sound


@given(
    SENTENCES,
    st.sampled_from(
        ["not", "never", "nicht", "jamais", "may", "must", "only", "some", "40", "million"]
    ),
    st.data(),
)
@settings(max_examples=120, deadline=None)
def test_what_is_never_transparent_cannot_be_dropped(
    sentences: list[list[str]], word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(2, 5))
    for words in sentences:
        words.insert(at, word)
    words = data.draw(st.sampled_from(sentences))
    quotation = " ".join(one for one in words if one != word)
    assert not judge_quotation(quotation, prepare(text_of(sentences))).verdict.sound


@given(SENTENCES, st.integers(10, 99999), st.integers(10, 99999), st.data())
@settings(max_examples=60, deadline=None)
def test_a_figure_cannot_change(
    sentences: list[list[str]], figure: int, other: int, data: st.DataObject
) -> None:
    words = data.draw(st.sampled_from(sentences))
    words.insert(4, str(figure))
    quotation = " ".join(str(other) if one == str(figure) else one for one in words)
    judged = judge_quotation(quotation, prepare(text_of(sentences)))
    assert judged.verdict.sound == (figure == other)


@given(st.text(max_size=300), st.text(max_size=600))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_verdict(quotation: str, source: str) -> None:
    assert judge_quotation(quotation, prepare(source)).verdict


@given(
    st.text(alphabet="ab .[]…()\n-\u00ad1“”", max_size=120),
    st.text(alphabet="ab .[]…\n\f-\u00ad1“”", max_size=200),
)
@settings(max_examples=200, deadline=None)
def test_any_punctuation_gets_a_verdict(quotation: str, source: str) -> None:
    assert judge_quotation(quotation, prepare(source)).verdict
