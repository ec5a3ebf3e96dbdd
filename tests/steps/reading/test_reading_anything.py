"""Whatever a note holds, it is read without an exception, and every value stands where it says it does."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cite.model.document import Run, Style
from cite.model.findings import Place
from cite.model.notes import Note, NoteId
from cite.model.references import Citation
from cite.steps.reading.extract_references import read_bibliography, read_notes
from cite.steps.reading.read_links import read_links
from cite.steps.reading.resolve import resolve

FRAGMENTS = (
    "Doe, Jane", "J. Doe and R. Roe", "“A Title,”", "‘A Title’", "Title of a Book", "in", "ed.", "trans.", "eds", "(", ")", "[", "]",
    "(Oxford: OUP, 1999)", "(2001) 117 LQR 42", "73 Yale L.J. 733, 737-38 (1964)", "vol. 3, no. 4", "pp. 12–5", "at 13", "12 May 1943",
    "Ibid.", "op. cit.", "supra note 3", "(n 12)", "see also", "; ", ". ", ", ", "http://example.org/a_b", "doi:10.1000/182", "accessed",
    "Doe v. Roe", "[1932] AC 562", "Human Rights Act 1998", "U.N. Doc. A/RES/55/25", "Letter to", "PhD diss.", "forthcoming", "n.d.",
    "———", "Müller", "Лев Толстой", "参见王小明", "ابن خلدون", "«Titre»", "et al.", "¶ 4", "§§ 12", "\u00a0", "\u200f", "'", '"', "\ufffd",
)  # fmt: skip
STYLES = st.sampled_from((Style.PLAIN, Style.ITALIC, Style.SMALL_CAPS | Style.ITALIC))
WORDS = st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12))
RUNS = st.lists(
    st.builds(Run, st.lists(WORDS, min_size=1, max_size=8).map(" ".join), STYLES), max_size=6
)


def note(runs: list[Run], label: str = "1") -> Note:
    links, _ = read_links(runs, Place("any.md", 1, 1), label)
    return Note(
        label,
        tuple(runs),
        "",
        Place("any.md", 1, 1),
        links,
        int(label),
        id=NoteId("any.md", 0, int(label)),
    )


@given(st.lists(RUNS, min_size=1, max_size=3))
@example([[Run("Doe, " * 900)]])
@example([[Run("(" * 2000)], [Run(" " * 5000)]])
@settings(max_examples=150, deadline=None)
def test_any_notes_are_read_and_resolved(many):
    notes = [note(runs, str(label)) for label, runs in enumerate(many, 1)]
    for read in (read_notes(notes), read_bibliography(notes)):
        document = resolve("any.md", read)
        assert [one.note.label for one in document.notes] == [one.label for one in notes]


@given(RUNS)
@settings(max_examples=150, deadline=None)
def test_every_text_value_stands_where_its_span_says(runs):
    one = note(runs)
    for item in read_notes([one])[0].items:
        assert 0 <= item.span.start <= item.span.end <= len(one.text)
        if isinstance(item, Citation):
            for name, span in item.entry.spans.items():
                assert 0 <= span.start <= span.end <= len(one.text)
                value = item.entry.fields.get(name)
                if name in ("title", "journal", "booktitle", "publisher", "address"):
                    assert value is None or squeezed(value) in squeezed(
                        one.text[span.start : span.end]
                    )


@given(RUNS)
@settings(max_examples=60, deadline=None)
def test_reading_again_says_the_same(runs):
    assert read_notes([note(runs)]) == read_notes([note(runs)])


def test_what_is_read_of_a_note_does_not_grow_with_what_follows_it():
    """A long note is cut first, and nothing longer than a citation is looked at whole."""
    short = read_notes([note([Run("Jane Doe, “A Title,” Past and Present 12 (1999): 34–56. ")])])
    long = read_notes(
        [
            note(
                [
                    Run(
                        "Jane Doe, “A Title,” Past and Present 12 (1999): 34–56. "
                        + "It was so " * 2000
                    )
                ]
            )
        ]
    )
    assert long[0].items[0].entry.fields == short[0].items[0].entry.fields


def squeezed(value: object) -> str:
    return " ".join(str(value).split())


@pytest.mark.parametrize(
    "text",
    [f"Ibid., {'p' * 400}!", f"Doe (n 1) {'pp. ' * 400}!", f"42 U.S.C. {'§' * 400}", f"Doe, A Book.{' ' * 4000}x"],
    ids=["pages run together", "pages", "sections", "blanks"],
)  # fmt: skip
def test_a_sign_repeated_without_end_is_read_all_the_same(text):
    """Each of these once took longer than anybody waits."""
    assert read_notes([note([Run(text)])])
