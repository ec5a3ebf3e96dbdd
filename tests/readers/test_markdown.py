"""Articles in Markdown."""

import json
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.document import Style
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
        ("Said.$^{1}$ And.${ }^{2}$\n\n$^{1}$ One.\n\n\\({ }^{2}\\) Two.", ["1", "2"]),
        (
            'Said.[1](#page-9-0) And.[2](#page-9-1)\n\n<span id="page-9-0"></span>1. One.\n\n<span id="page-9-1"></span>2. Two.',
            ["1", "2"],
        ),
        ("Said.[^4,10]\n\n[^4]: Four.\n[^10]: Ten.", ["4", "10"]),
        ("Said.[^1]{: .up}\n{: #end}\n\n[^1]: One.\n{: .note}", ["1"]),
        (
            "The mill stood long. 1 It burnt. 2 Nothing is left. 3\n\n1 Doe, Mills.\n\n2 Roe, Fires.\n\n3 Ibid.",
            ["1", "2", "3"],
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


HTML_LISTS = {
    "kramdown": (
        'So.<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" rel="footnote">1</a></sup>\n\n'
        '<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1">\n      <p>Doe, <em>A Book</em>. '
        '<a href="#fnref:1" class="reversefootnote">&#8617;</a></p>\n    </li>\n  </ol>\n</div>'
    ),
    "pandoc": (
        'So.<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>\n\n<section class="footnotes">\n<hr />\n<ol>\n'
        '<li id="fn1"><p>Doe, <em>A Book</em>.<a href="#fnref1" class="footnote-back">↩︎</a></p></li>\n</ol>\n</section>'
    ),
    "a list without names": (
        "So.<sup>1</sup>\n\n<div class='endnotes'>\n<ol>\n<li>Doe, <em>A Book</em>.</li>\n</ol>\n</div>"
    ),
    "items apart and indented": (
        "So.<sup>1</sup>\n\n<ul>\n\n\t<li id='fn1'><sup>1</sup> Doe, <em>A Book</em>. <a href='#r1'>↩</a></li>\n\n</ul>"
    ),
}


@pytest.mark.parametrize("text", HTML_LISTS.values(), ids=HTML_LISTS)
def test_lists_of_html_that_converters_leave_are_notes(text):
    found = notes(text)
    assert [(note.label, note.text) for note in found.notes] == [("1", "Doe, A Book.")]
    assert not found.findings


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("So it was.[1] And more.[2]\n[1] Doe, A Book.\n[2] Roe, Another.", ["Doe, A Book.", "Roe, Another."]),
        ("So it was.[i]\n\nMore.[ii]\n\n[i] Doe,\nA Book.\n\n[ii] Roe.", ["Doe, A Book.", "Roe."]),
        ("So it was.[1] And more.[2]\n\n1\nDoe, A Book.\n\n2\nRoe.", ["Doe, A Book.", "Roe."]),
        ("The coast1 was long. It fell.2\n\n1\nDoe, A Book.\n\n2\nRoe.", ["Doe, A Book.", "Roe."]),
    ],
)  # fmt: skip
def test_notes_of_plain_text_are_found_by_their_count_and_their_calls(text, read):
    found = notes(text)
    assert [note.text for note in found.notes] == read
    assert [marker.label for marker in found.markers] == [note.label for note in found.notes]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it rained.\n\n1\nOne tea spoon of it.\n\n3\nThree of them.",
        "See [1].\n\n[7] is seven. [8] is eight.",
        "A list:\n\n[1] apples\n[2] pears\n\nNobody calls them.",
    ],
)
def test_lines_that_nothing_calls_are_no_notes(text):
    assert notes(text).notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ten m$^{2}$ of ground, and carbon $^{14}$C of it.$^{1}$\n\n$^{1}$ Doe.\n\n$^{2}$ Roe.",
        "The axis x$^{2}$ is long.$^{1}$\n\n$^{1}$ Doe.\n\n$^{2}$ Roe.",
    ],
)
def test_powers_and_isotopes_in_formulas_call_no_note(text):
    assert [marker.label for marker in notes(text).markers] == ["1"]


@pytest.mark.parametrize(
    "text",
    [
        "It is so. 1 Yes. 3 No.\n\n1 Apples are red.\n\n2 Pears are green.\n\n3 Plums are blue.",
        "See Fig. 1 and Fig. 2 and Fig. 3 below.\n\n1 Apples.\n\n2 Pears.\n\n3 Plums.",
        "1 Apples.\n\n2 Pears.\n\n3 Plums.\n\nThey grow. 1 They fall. 2 They rot. 3",
    ],
)
def test_paragraphs_with_bare_numbers_that_are_not_called_in_turn_are_no_notes(text):
    assert notes(text).notes == ()


def test_a_note_within_a_note_is_one_of_its_own_and_a_stray_bracket_hides_none():
    found = notes("A.^[Doe; see^[Roe, *A Book*.] too.] A stray ^[ sign.\n\nB.^[Poe [sic].]")
    assert [note.text for note in found.notes] == ["Doe; see too.", "Roe, A Book.", "Poe [sic]."]


def test_brackets_in_code_open_and_close_no_note():
    found = notes("Said.^[Run `a[` first, then `]`.] More `^[` text.")
    assert [note.text for note in found.notes] == ["Run a[ first, then ]."]


def test_attributes_of_markup_are_no_words():
    text = 'It *was*{: .big} so, [he said](http://a.example/){target="_blank"}.[^1]\n\n[^1]: [Doe]{.smallcaps}, *Mills*.'
    found = notes(text)
    assert found.document.body[0].text == "It was so, he said."
    (note,) = found.notes
    assert note.text == "Doe, Mills."
    assert Style.SMALL_CAPS in note.runs[0].style


def test_a_note_over_a_page_break_is_whole_and_the_next_begins_within():
    text = (
        "It was fixed.<sup>3</sup> It fell.<sup>4</sup>\n\n<sup>3</sup> Doe, *A Book* (York: Ouse Press,\n\n"
        "1998), 4, http://a.example/one/\n\ntwo.html. <sup>4</sup> Roe, *Another* (1999).\n\nThe next year was worse."
    )
    found = notes(text)
    assert [note.label for note in found.notes] == ["3", "4"]
    assert [link.url for link in found.notes[0].links] == ["http://a.example/one/two.html"]
    assert found.document.body[-1].text == "The next year was worse."


def test_notes_may_stand_in_lists_and_quotations():
    text = "* So[^1]\n\n  [^1]: One.\n\n> Quoted.[^2]\n>\n> [^2]: Two.\n\nPlain.[^3]\n[^3]: Three."
    found = notes(text)
    assert [note.text for note in found.notes] == ["One.", "Two.", "Three."]
    assert not found.findings


def test_a_note_of_several_paragraphs_tells_where_each_begins():
    (note,) = notes("So.[^1]\n\n[^1]: See *this*.\n\n    Doe, A Book.\n\n    - Roe, Another.").notes
    starts = [0, *note.breaks, len(note.text)]
    parts = [note.text[a:b].strip() for a, b in pairwise(starts)]
    assert parts == ["See this.", "Doe, A Book.", "Roe, Another."]


def test_paragraphs_are_told_by_their_kind():
    text = "# One\n\nText.\n\n> Quoted.\n\n- Item\n  - Deeper\n\n|a|\n|-|\n|b|\n\n    code\n"
    assert [(p.kind.value, p.level, p.text) for p in notes(text).document.body] == [
        ("heading", 1, "One"), ("text", 0, "Text."), ("quotation", 1, "Quoted."), ("list-item", 1, "Item"),
        ("list-item", 2, "Deeper"), ("table", 0, "a"), ("table", 0, "b"), ("code", 0, "    code"),
    ]  # fmt: skip


def test_addresses_in_the_text_itself_are_kept_with_their_paragraph():
    body = notes(
        "See [this](http://a.example/) and http://b.example/x.[^1]\n\n[^1]: No."
    ).document.body
    assert [link.url for link in body[0].links] == ["http://a.example/", "http://b.example/x"]


WRITTEN = st.sampled_from(
    ("word", " ", "*it*", "**b**", "\n", "\n\n", "> ", "- ", "[^1]", "<sup>1</sup>", "[t](http://a.example/b 'x')",
     "<http://c.example/>", "http://d.example/e\\_f", "http://d.example/e\\\\_f", "&amp;", "\\*", "`c`", "<br>", "# ", "[^1]: ",
     "<a href='http://g.example/'>h</a>", "é", "a|b"),
)  # fmt: skip


@given(st.lists(WRITTEN, max_size=40).map("".join))
def test_every_link_knows_where_it_stands_in_the_source(text):
    document = Markdown().read("a.md", text.encode()) if text.strip() else None
    for holder in (*document.body, *document.notes) if document else ():
        for link in holder.links:
            if link.href_anchor and "\\" not in text:
                assert document.source[link.href_anchor.start : link.href_anchor.end] == link.href
            if link.anchor and link.href is None and "\\" not in text and "&" not in text:
                assert document.source[link.anchor.start : link.anchor.end] == link.shown


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
    "piece",
    [
        "<sup>",
        "[^",
        "^[",
        "[",
        "*a",
        "<a ",
        "“",
        "http://a",
        "\\\\_",
        "`",
        "[a]{",
        "\\({ }^",
        "{:",
        "1 A b.\n\n",
    ],
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


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Said.<sup>1</sup> Done.<sup>2</sup>\n\n<span id=\"page-3-0\"></span><sup>1</sup> Doe.\n\n<span id=\"page-3-1\"></span><sup>2</sup>Roe.\n", [("1", "Doe.", 1), ("2", "Roe.", 1)]),
        ("Said.[^1]\n\n[^1]: See.[^2]\n\n[^2]: Deep.\n", [("1", "See.", 1), ("2", "Deep.", 1)]),
        ("# One\n\nSaid.[^1]\n\n[^1]: Doe.\n\n# Two\n\nDone.[^1]\n\n[^1]: Roe.\n", [("1", "Doe.", 1), ("1", "Roe.", 1)]),
        ("Said.<sup>1</sup>\n\n## Notes\n\n1. Doe.\n\n# Two\n\nDone.<sup>1</sup>\n\n## Notes\n\n1. Roe.\n", [("1", "Doe.", 1), ("1", "Roe.", 1)]),
        ("Said.[^1] Once more.[^1] Done.[^1]\n\n[^1]: Doe.\n\n[^1]: Roe.\n", [("1", "Doe.", 3), ("1", "Roe.", 0)]),
    ],
)  # fmt: skip
def test_notes_are_whole_and_called_by_their_own_markers(text, read):
    bound = find_notes(Markdown().read("a.md", text.encode()))
    assert [(note.label, note.text, len(note.markers)) for note in bound.notes] == read
