"""PDF: notes by size and place, markers by height, words and addresses over line ends, furniture, columns."""

import pytest

from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import notes, read
from tests.readers.pdf.typeset import HEIGHT, Sheet, pdf

BODY = (
    "There were nine harbours in the isles, and ten by",
    "another count, which nobody has ever checked in all",
    "the years since the count was made and was printed.",
)


def document(*sheets):
    return read(Input("a.pdf", pdf(*sheets)))


def bound(*sheets):
    return notes(Input("a.pdf", pdf(*sheets)))[0]


def test_small_type_at_the_foot_is_notes_and_raised_figures_call_them():
    sheet = Sheet()
    top = sheet.lines(50, 540, *BODY, "Others say so too.^1^ Most do not.^2^")
    assert top > 100
    sheet.lines(50, 90, "^1^ A. Roe, Piers (Leith, 1999), at 3.", "^2^ See the harbour board, or its heirs", "and assigns, as they then were.", size=8)  # fmt: skip
    found = bound(sheet)
    assert [(note.label, note.text) for note in found.notes] == [
        ("1", "A. Roe, Piers (Leith, 1999), at 3."),
        ("2", "See the harbour board, or its heirs and assigns, as they then were."),
    ]
    assert [note.sentence for note in found.notes] == ["Others say so too.", "Most do not."]
    assert found.notes[0].place.page == 1 and found.notes[0].place.box[0] == 50


def test_a_note_that_runs_over_goes_on_at_the_foot_of_the_next_page():
    first, second = Sheet(), Sheet()
    first.lines(50, 540, *BODY, "Others say so.^1^")
    first.lines(50, 90, "^1^ A. Roe, Piers (Leith, 1999), which goes", "on about them and", size=8)
    second.lines(50, 540, *BODY, "So they do.^2^")
    second.lines(50, 90, "never ends.", "^2^ B. Moe.", size=8)
    assert [note.text for note in bound(first, second).notes] == [
        "A. Roe, Piers (Leith, 1999), which goes on about them and never ends.",
        "B. Moe.",
    ]


def test_notes_in_the_size_of_the_text_are_told_by_their_raised_labels():
    sheet = Sheet()
    sheet.lines(50, 540, *BODY, "Others say so too.^1^ Most do not.^2^")
    sheet.lines(50, 200, "^1^ A. Roe, Piers.", "^2^ B. Moe, Quays.")
    assert [note.text for note in bound(sheet).notes] == ["A. Roe, Piers.", "B. Moe, Quays."]


def test_labels_that_begin_again_on_each_page_are_notes_of_their_page():
    sheets = []
    for author in ("Roe", "Moe"):
        sheet = Sheet()
        sheet.lines(50, 540, *BODY, f"So says {author}.^1^")
        sheet.lines(50, 90, f"^1^ {author}, Piers.", size=8)
        sheets.append(sheet)
    found = bound(*sheets)
    assert [(note.text, note.sentence) for note in found.notes] == [
        ("Roe, Piers.", "So says Roe."),
        ("Moe, Piers.", "So says Moe."),
    ]
    assert not [one for one in found.findings if one.code == "duplicate-label"]


@pytest.mark.parametrize("heading", ["Notes", "Endnotes", "Anmerkungen"])
def test_a_numbered_block_behind_the_text_is_notes(heading):
    sheet, last = Sheet(), Sheet()
    sheet.lines(50, 540, *BODY, "Others say so too.^1^ Most do not.^2^")
    last.lines(50, 540, *BODY)
    last.put(50, 450, heading, 14)
    last.lines(50, 420, "1. A. Roe, Piers, who is", "    long about it.", "2. B. Moe, Quays.")
    assert [(note.label, note.text, note.form) for note in bound(sheet, last).notes] == [
        ("1", "A. Roe, Piers, who is long about it.", "endnote"),
        ("2", "B. Moe, Quays.", "endnote"),
    ]


def test_raised_labels_behind_the_text_are_notes_however_many_pages_they_take():
    sheets = [Sheet(), Sheet(), Sheet()]
    marks = [f"Said {number}.^{number}^" for number in range(1, 9)]
    sheets[0].lines(50, 540, *BODY, *marks)
    for sheet, numbers in zip(sheets[1:], (range(1, 5), range(5, 9)), strict=True):
        sheet.lines(50, 540, *(f"^{number}^ Author {number}, Piers." for number in numbers))
    found = bound(*sheets).notes
    assert [(note.label, note.text, len(note.markers)) for note in found] == [
        (str(number), f"Author {number}, Piers.", 1) for number in range(1, 9)
    ]


def test_a_list_in_the_text_is_no_note():
    sheet = Sheet()
    top = sheet.lines(50, 540, *BODY, "Others say so too.^1^", "1. a pier", "2. a quay", *BODY)
    assert top > 100
    sheet.lines(50, 90, "^1^ A. Roe, Piers.", size=8)
    assert [note.text for note in bound(sheet).notes] == ["A. Roe, Piers."]


def test_exponents_are_no_markers():
    sheet = Sheet()
    sheet.lines(50, 540, *BODY, "It has 40 m^2^ and 10^3^ berths.^1^")
    sheet.lines(50, 90, "^1^ A. Roe.", "^2^ B. Moe.", "^3^ C. Loe.", size=8)
    assert [marker.label for marker in document(sheet).markers] == ["1"]


@pytest.mark.parametrize(
    ("lines", "url"),
    [
        (("see https://a.example/a/very/", "long/path_(x).html, p. 3."), "https://a.example/a/very/long/path_(x).html"),
        (("see https://a.example/piers-and-", "quays."), "https://a.example/piers-and-quays"),
        (("see https://a.example/list?a=1&", "b=2."), "https://a.example/list?a=1&b=2"),
        (("see https://a.example/piers.", "And so on."), "https://a.example/piers"),
        (("see https://a.example/piers/", "and then"), "https://a.example/piers/"),
        (("see https://a.example/piers", "1999 was a year."), "https://a.example/piers"),
        (("see doi:10.5555/sea.2011/", "14-2."), "https://doi.org/10.5555/sea.2011/14-2"),
    ],
)  # fmt: skip
def test_an_address_over_the_end_of_a_line_is_put_together_and_no_more(lines, url):
    sheet = Sheet()
    sheet.lines(50, 540, *BODY, "Said.^1^")
    sheet.lines(50, 90, f"^1^ {lines[0]}", lines[1], size=8)
    (note,) = bound(sheet).notes
    assert [link.url for link in note.links] == [url]


def test_links_of_the_file_come_before_its_text():
    sheet = Sheet()
    sheet.lines(50, 540, *BODY, "Said.^1^")
    at = sheet.put(50, 90, "^1^ The board, ", 8)
    at = sheet.link(at, 90, "its list", "https://a.example/list", 8)
    sheet.put(at, 90, ", and", 8)
    href = "https://b.example/a/path_that_is_long"
    at = sheet.link(50, 80, "https://b.example/a/path", href, 8)
    at = sheet.link(50, 70, "_that_is_long", href, 8)
    sheet.put(at, 70, ".", 8)
    (note,) = bound(sheet).notes
    assert note.text == "The board, its list, and https://b.example/a/path_that_is_long."
    assert [(link.url, link.href) for link in note.links] == [
        ("https://a.example/list", "https://a.example/list"),
        (href, href),
    ]


def test_words_cut_at_a_line_end_are_whole_again():
    sheet = Sheet()
    sheet.lines(50, 540, "The well-known harbour has ferries that har-", "bour no one, and a well-", "known pier that is known in the north-", "west and on the islands.")  # fmt: skip
    (paragraph,) = document(sheet).body
    assert "that harbour no one, and a well-known pier" in paragraph.text


def test_what_is_repeated_at_the_edges_of_pages_is_left_out():
    sheets = []
    for number in range(1, 5):
        sheet = Sheet()
        sheet.put(50, HEIGHT - 30, f"Made Up Letters 14 (2011) {number}")
        sheet.lines(50, 540, *BODY)
        sheet.put(200, 25, str(200 + number))
        sheets.append(sheet)
    text = " ".join(paragraph.text for paragraph in document(*sheets).body)
    assert "Letters" not in text and "20" not in text


def test_two_columns_are_read_one_after_the_other_each_with_its_notes():
    sheet = Sheet()
    sheet.put(50, 560, "A title that spans both of the columns", 16)
    for column, left in enumerate((30, 225), 1):
        lines = [f"Words of the {column}. column, {row}." for row in range(20)]
        sheet.lines(left, 530, *lines, f"Said {column}.^{column}^")
        sheet.lines(left, 60, f"^{column}^ Note of column {column}.", size=8)
    found = bound(sheet)
    assert [note.text for note in found.notes] == ["Note of column 1.", "Note of column 2."]
    text = " ".join(paragraph.text for paragraph in found.document.body)
    assert text.index("Said 1.") < text.index("2. column, 0")


def test_a_scan_without_text_is_said_so():
    with pytest.raises(InputError, match="is a scan"):
        document(Sheet(), Sheet())
    sheet = Sheet()
    sheet.lines(50, 540, *BODY)
    assert [one.code for one in document(sheet, Sheet()).findings] == ["pages-without-text"]


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", pdf(Sheet())[:80], b"%PDF-" + b"\0" * 1000])
def test_what_is_cut_short_is_refused_in_one_line(content):
    with pytest.raises(InputError, match=r"cut short or damaged|is a scan") as raised:
        read(Input("a.pdf", content))
    assert "\n" not in str(raised.value)
