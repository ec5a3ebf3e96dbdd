"""Articles in Markdown."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.errors import InputError
from cite.readers.markdown.reader import Markdown
from cite.steps.reading.find_notes import find_notes


def notes(text):
    return find_notes(Markdown().read("a.md", text.encode() if isinstance(text, str) else text))


def codes(text):
    return [finding.code for finding in notes(text).findings]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Said.<sup>i</sup>\n\n<sup>i</sup> A note.", ["i"]),
        ("Said.<sup>[1](#n1)</sup>\n\n<sup>1</sup> A note.", ["1"]),
        ("Said.[^x]\n\n[^x]: A note.", ["x"]),
        ("Said.[^a] And.[^b]\n\n[^a]: One.\n[^b]: Two.", ["a", "b"]),
        ("Said.^4^\n\n^4^ A note.", ["4"]),
        ("Said.^[An inline note.]", ["inline-1"]),
        (
            "Said.<sup>32</sup> And.<sup>33</sup>\n\n<sup>32</sup> One.\n\n<sup>33</sup> Two.",
            ["32", "33"],
        ),
        ("Said.[[1]](#_edn1)\n\n[[1]](#_ednref1) A note.", ["1"]),
        ("Said.[iv](#_edn4)\n\n[iv](#_ednref4) A note.", ["iv"]),
        ('Said.<sup>2</sup>\n\n<a href="#fnref2">2</a> A note.', ["2"]),
        ("Said.¹ And.²\n\n¹ One.\n² Two.", ["1", "2"]),
        ("Said.ⁱᵛ\n\nⁱᵛ A note.", ["iv"]),
        ("Said[1]. And.[2]\n\n## Notes\n\n1. One.\n2. Two.", ["1", "2"]),
        ("Said.[7] And.[8]\n\n---\n\n[7] One.\n\n[8] Two.", ["7", "8"]),
        ("Said.<sup>i</sup>\n\n**Endnotes**\n\ni. A note.", ["i"]),
        (
            "A.<sup>x-xii</sup>\n\n<sup>x</sup> X.\n\n<sup>xi</sup> X.\n\n<sup>xii</sup> X.",
            ["x", "xi", "xii"],
        ),
    ],
)
def test_every_form_of_marker_and_note_is_found(text, labels):
    found = notes(text)
    assert [note.label for note in found.notes] == labels
    assert [marker.label for marker in found.markers] == labels
    assert not found.findings


@pytest.mark.parametrize(
    "text",
    [
        "Ni<sup>II</sup> ions",
        "an area of 5 m<sup>2</sup>",
        "10<sup>3</sup> times",
        "the 5<sup>th</sup> time",
        "x<sup>2</sup>",
        "mixed<sup>iiii</sup>",
        "`a<sup>1</sup>`",
        "Type:\n\n    A sentence.[^1]\n\n    [^1]: A note.\n\nAnd so on.",
    ],
)
def test_exponents_ordinals_and_code_are_no_markers(text):
    assert notes(text).markers == ()


def test_a_raised_number_in_another_notation_than_the_notes_is_an_exponent():
    found = notes("E = mc<sup>2</sup> was said.<sup>i</sup>\n\n<sup>i</sup> A note.")
    assert [marker.label for marker in found.markers] == ["i"]
    assert not found.findings


@pytest.mark.parametrize(
    "text",
    [
        "First:\n\n1. wash\n2. dry\n\nThen rest.<sup>i</sup>\n\n<sup>i</sup> A note.",
        "Said.[^1]\n\n## References\n\n1. Doe, A Book.\n2. Roe, Another.\n\n[^1]: A note.",
        "Array[1] and [2].\n\nSaid.<sup>i</sup>\n\n<sup>i</sup> A note.",
    ],
)
def test_a_list_that_the_text_does_not_call_is_no_list_of_notes(text):
    assert len(notes(text).notes) == 1


def test_a_note_in_a_list_goes_on_over_its_indented_paragraphs():
    text = "A.[1] B.[2]\n\n# Notes\n\n1. One.\n\n   More of one.\n\n2. Two."
    assert [note.text for note in notes(text).notes] == ["One. More of one.", "Two."]


def test_a_guessed_encoding_is_said():
    assert codes("É.<sup>i</sup>\n\n<sup>i</sup> Émile.".encode("cp1252")) == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Said.<sup>i</sup> And.<sup>ii</sup>\n\n<sup>i</sup> One.", "marker-without-note"),
        ("Said.<sup>i</sup>\n\n<sup>i</sup> One.\n\n<sup>ii</sup> Two.", "note-without-marker"),
        (
            "Said.<sup>i</sup>\n\n<sup>i</sup> One.\n\n<sup>ii</sup> X.\n\n<sup>ii</sup> Two.",
            "duplicate-label",
        ),
        (
            "A.<sup>i</sup> B.<sup>iii</sup>\n\n<sup>i</sup> One.\n\n<sup>iii</sup> Three.",
            "gap-in-notes",
        ),
        (
            "A.<sup>ii</sup> B.<sup>i</sup>\n\n<sup>i</sup> One.\n\n<sup>ii</sup> Two.",
            "markers-out-of-order",
        ),
        ("A.<sup>i</sup>\n\n<sup>i</sup> Doe, “A title, 1999.", "unbalanced-quotes"),
        ("A.<sup>i</sup>\n\n<sup>i</sup> <http://a.example/b\\\\_c>.", "escaped-address"),
        (
            "A.<sup>i</sup>\n\n<sup>i</sup> [http://a.example/b](http://other.example/).",
            "shown-address-differs",
        ),
        ("A.<sup>i</sup>\n\n<sup>i</sup> https://[agency].gov/code.", "template-address"),
        ("A.<sup>i</sup>\n\n<sup>i</sup> See http://a.example:99999/x.", "malformed-address"),
    ],
)
def test_what_is_wrong_between_markers_and_notes_is_a_finding(text, code):
    assert code in codes(text)


@pytest.mark.parametrize("indent", ["    ", "\t"])
def test_an_article_that_indents_its_paragraphs_is_prose_and_not_code(indent):
    text = (
        f"{indent}First said.<sup>i</sup>\n\n{indent}Then said.<sup>ii</sup>\n\n{indent}More.\n\n"
    )
    assert len(notes(text + "<sup>i</sup> One.\n\n<sup>ii</sup> Two.").markers) == 2


def test_one_note_called_twice_is_no_fault():
    assert codes("A.[^x] B.[^x]\n\n[^x]: One.") == []


def test_notes_that_start_again_with_each_chapter_bind_to_their_own_markers():
    text = "A.<sup>1</sup> B.<sup>2</sup>\n\n<sup>1</sup> One.\n\n<sup>2</sup> Two.\n\nC.<sup>1</sup> D.<sup>2</sup>\n\n<sup>1</sup> Three.\n\n<sup>2</sup> Four."
    found = notes(text)
    assert [(note.text, len(note.markers)) for note in found.notes] == [
        ("One.", 1),
        ("Two.", 1),
        ("Three.", 1),
        ("Four.", 1),
    ]


def test_the_sentence_that_cites_is_kept_without_its_marker():
    (note,) = notes("First one. Dr. Doe was seen there.<sup>i</sup> Last.\n\n<sup>i</sup> N.").notes
    assert note.sentence == "Dr. Doe was seen there."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_an_article_is_decoded_where_its_encoding_can_be_told(encoding):
    text = (
        "Café society was seen there by everybody.<sup>i</sup>\n\n<sup>i</sup> Émile Zola, a note about it.\n"
        * 1
    )
    (note,) = notes(text.encode(encoding)).notes
    assert note.text.startswith("Émile Zola")


@pytest.mark.parametrize("content", [b"\x00\x01\x02binary", b"\x7fELF" + bytes(range(256)) * 4])
def test_what_is_no_text_is_refused(content):
    with pytest.raises(InputError):
        notes(content)


@given(st.text(alphabet="ab .<>/sup[]^():\\_*`\n1ivx“”'\"&;#-", max_size=300))
def test_no_text_whatever_breaks_the_reading(text):
    notes(text)


@pytest.mark.parametrize(
    "piece", ["<sup>", "[^", "^[", "[", "*a", "<a ", "“", "http://a", "\\\\_", "`"]
)
def test_hostile_repetition_is_read_in_linear_time(piece):
    notes(f"A.<sup>i</sup>\n\n<sup>i</sup> {piece * 3000}")


def test_real_documents_are_read_note_by_note(shared, tmp_path):
    """Every Markdown document of the shared data, against its truth and by its own scorer."""
    folder = shared / "data" / "documents"
    truth = json.loads((folder / "truth.json").read_text("utf-8"))
    predictions = {}
    for document in truth.values():
        if document["format"].startswith("md_"):
            path = folder / "files" / document["file"]
            found = find_notes(Markdown().read(str(path), path.read_bytes()))
            predictions[document["file"]] = {
                "notes": [
                    {"label": n.label, "text": n.text, "urls": [link.url for link in n.links]}
                    for n in found.notes
                ],
                "markers": len(found.markers),
            }
    written = tmp_path / "predictions.json"
    written.write_text(json.dumps(predictions), "utf-8")
    scored = tmp_path / "scores.json"
    subprocess.run(
        [sys.executable, folder / "score_docs.py", written, "--format", "md_pandoc,md_seed,md_sup", "--json", scored],
        check=True, capture_output=True,
    )  # fmt: skip
    total = json.loads(scored.read_text("utf-8"))["formats"]["ALL"]
    assert total["hit"] == total["n"] == total["pn"]
    assert total["lab"] == total["n"]
    assert total["uh"] == total["tu"]
    assert total["md"] == 0
