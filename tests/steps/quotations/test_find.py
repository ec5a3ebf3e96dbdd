"""What in an article is a quotation, by which note it is cited, and what is none."""

import pytest

from cite.effects.inputs import opened
from cite.model.inputs import Input
from cite.model.notes import Document
from cite.model.quotations import Shape
from cite.pipeline import read
from cite.steps.quotations.find import find_quotations, quotation_pages
from cite.steps.quotations.marks import marked

NOTES = "\n\n## Notes\n\n" + "\n\n".join(
    f"<sup>{label}</sup> A. Lind, *The Harbour Report* (Heron, 1999), p. {page}."
    for page, label in enumerate(("i", "ii", "iii"), 1)
)


def article(body: str) -> Document:
    document = read(opened(Input("a.md", (body + NOTES).encode())))
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He wrote “the tide was out” that day.", "the tide was out"),
        ('He wrote "the tide was out" that day.', "the tide was out"),
        ("He wrote ‘the keeper’s boat was out’ that day.", "the keeper’s boat was out"),
        ("He wrote 'the keeper's boat was out' that day.", "the keeper's boat was out"),
        ("Er schrieb: „Das Boot war fort“, mehr nicht.", "Das Boot war fort"),
        ("Er schrieb: »Das Boot war fort«, mehr nicht.", "Das Boot war fort"),
        ("Il écrit « le bateau était parti » ce jour-là.", " le bateau était parti "),
        ("Han skrev ”båten var borta” den dagen.", "båten var borta"),
        ("彼は「舟は出ていた」と書いた。", "舟は出ていた"),
        ("He wrote “they called it ‘the long wet’ here” that day.", "they called it ‘the long wet’ here"),
        ("He wrote ‘they called it “the long wet” here’ that day.", "they called it “the long wet” here"),
        ("The owners’ plan was ‘a harbour for boats’ and no more.", "a harbour for boats"),
    ],
)  # fmt: skip
def test_words_in_marks_of_every_style_are_seen(text: str, words: str) -> None:
    assert [one.text for one in marked(text)] == [words]


@pytest.mark.parametrize(
    "text",
    ["In the ’90s the owners’ boats lay idle.", "It’s 5' 10\" tall, isn't it?", "rock 'n' roll"],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert not [one for one in marked(text) if len(one.text) > 3]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("The report says “the tide came in before noon”.<sup>i</sup>", ["i"]),
        (
            "The report says “the tide came in before noon,”<sup>i</sup> and more.<sup>ii</sup>",
            ["i"],
        ),
        ("As Lind says,<sup>i</sup> “the tide came in before noon” there.", ["i"]),
        (
            "“The tide came in before noon,” and then “it went out by six”.<sup>ii</sup>",
            ["ii", "ii"],
        ),
        ("“The tide came in before noon.” Nobody saw it.<sup>ii</sup>", ["ii"]),
        ("“The tide came in before noon.” So he said.", [None]),
        ("As stated in the report: “The tide came in before noon”.<sup>i</sup>", ["i"]),
        ("In his own words, “the tide came in” that day.<sup>i</sup>", ["i"]),
        ("According to this article, “Nobody saw the tide.”<sup>ii</sup>", ["ii"]),
        ("Words.\n\n> The tide came in before noon.\n> It went out again.<sup>iii</sup>", ["iii"]),
        ("Lind has this to say:<sup>iii</sup>\n\n> The tide came in before noon.", ["iii"]),
        (
            "Lind says:\n\nThe tide came in before noon and it went out again by six.<sup>i</sup>",
            ["i"],
        ),
    ],
)
def test_a_quotation_is_bound_to_its_note(body: str, labels: list[str | None]) -> None:
    found = find_quotations(article(body)).quotations
    assert [one.marker.label if one.marker else None for one in found] == labels


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("The so-called “open harbour policy” was dropped.<sup>i</sup>", "a term"),
        ("They spoke of “rescue” often.<sup>i</sup>", "a single word"),
        (
            "It was a “soft landing” for the owners, one hears.<sup>i</sup>",
            "a word or two held at arm's length",
        ),
        ("Her essay “Harbours and Their Masters” appeared later.<sup>i</sup>", "a title"),
        ("It was called “the long wet” by all.<sup>i</sup>", "a term"),
    ],
)
def test_terms_titles_and_scare_quotes_are_told_as_such(body: str, reason: str) -> None:
    found = find_quotations(article(body))
    assert not found.quotations
    assert [one.reason for one in found.passed_over] == [reason]


def test_two_words_closed_by_a_marker_are_a_quotation() -> None:
    found = find_quotations(article("It was “utterly indefensible”.<sup>i</sup>")).quotations
    assert [one.text for one in found] == ["utterly indefensible"]


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    body = (
        "“The tide came in before noon and nobody had seen it.\n\n“It went out by six.”<sup>i</sup>"
    )
    (found,) = find_quotations(article(body)).quotations
    assert found.text == "The tide came in before noon and nobody had seen it.\nIt went out by six."
    assert found.marker is not None and found.marker.label == "i"


def test_a_paragraph_after_a_colon_closed_by_a_marker_may_have_lost_its_markup() -> None:
    body = "Lind says:\n\nThe tide came in before noon and it went out again by six.<sup>i</sup>"
    (found,) = find_quotations(article(body)).quotations
    assert found.shape is Shape.UNMARKED


def test_its_place_is_that_of_its_opening_mark() -> None:
    (found,) = find_quotations(
        article("The *whole* of “the tide came in before noon”.<sup>i</sup>")
    ).quotations
    assert (found.place.line, found.place.column) == (1, 16)


@pytest.mark.parametrize(
    ("locator", "pages"),
    [
        ("41", {"41"}), ("pp. 41-3", {"41", "42", "43"}), ("41–42, 50", {"41", "42", "50"}), ("12f", {"12", "13", "14"}),
        ("para 12", {"¶12"}), ("[12]", {"¶12"}), ("¶¶ 12-13", {"¶12", "¶13"}), ("art. 5", set()), ("", set()), ("§ 7", set()),
    ],
)  # fmt: skip
def test_a_pinpoint_names_pages(locator: str, pages: set[str]) -> None:
    assert quotation_pages(locator) == pages
