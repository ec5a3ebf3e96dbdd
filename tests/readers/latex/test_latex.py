"""LaTeX: notes of every command, what they hold, and what stands beside the file."""

from pathlib import Path

import pytest

from cite.effects.inputs import opened
from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.pipeline import read, refs
from tests.readers.shown import shown

CASES = Path(__file__).parent / "cases"


def document(text, **beside):
    files = {f"{name}.tex": content.encode() for name, content in beside.items()}
    return read(Input("a.tex", text.encode(), files.get), "latex")


def test_an_article_is_read_with_its_chapter_and_bibliography(accepted):
    found = read(opened(CASES / "article.tex"))
    accepted(CASES / "article.expected.txt", shown(found))
    assert [one.code for one in found.findings if one.code == "part-not-read"] == ["part-not-read"]


def test_every_run_says_where_it_stood():
    found = read(opened(CASES / "article.tex"))
    sources = {
        "": (CASES / "article.tex").read_text("utf-8"),
        "chapter.tex": (CASES / "chapter.tex").read_text("utf-8"),
    }
    for part in (*found.body, *found.notes):
        for run in part.runs:
            if run.anchor and run.anchor.end - run.anchor.start == len(run.text):
                source = sources[run.anchor.part][run.anchor.start : run.anchor.end]
                assert source.replace("\n", " ").replace("~", " ") == run.text.replace("\xa0", " ")
    for note in found.notes:
        source = sources[note.anchor.part][note.anchor.start : note.anchor.end]
        assert source == note.markup and source.startswith("\\")


def test_accents_in_braces_of_their_own_or_on_letters_with_a_name_are_read():
    (note,) = document(
        r"Said.\footnote{\'{\ae}r, \'\ae ther, \t{oo}, Nguy\~{\^e}n, na\"{{\i}}ve.}"
    ).notes
    assert note.text == "ǽr, ǽther, o͡o, Nguyễn, naïve."


def test_works_cited_by_key_are_those_of_the_bibliography():
    (found,) = refs(CASES / "article.tex")
    notes = {note.note.label: note for note in found.notes if note.note.form != "entry"}
    (work,) = [item.entry for item in notes["3"].items]
    assert (work.fields["title"], notes["3"].items[0].locator) == ("Tides of Hoy", "12")
    listed = [note for note in found.notes if note.note.form == "entry"]
    assert [note.items[0].entry.fields["title"] for note in listed] == ["Tides of Hoy", "Piers"]


def test_notes_begin_again_with_each_chapter_of_a_book():
    found = document(
        r"\documentclass{book}\begin{document}\chapter{A}x\footnote{one}y\footnote{two}"
        "\n\n"
        r"\chapter{B}z\footnote{three}\end{document}"
    )
    assert [(note.label, note.run) for note in found.notes] == [("1", 2), ("2", 2), ("1", 4)]


def test_a_file_that_takes_itself_in_ends():
    found = document(r"x\footnote{a}\input{b}", b=r"y\footnote{b}\input{b}\input{b.tex}")
    assert [note.text for note in found.notes] == ["a", "b"]


def test_a_bibliography_set_in_the_article_is_read():
    found = document(
        r"x\cite{a}\begin{thebibliography}{99}\bibitem{a} C. Roe, \emph{Piers}, 1999."
        "\n\n"
        r"\bibitem[M11]{b} A. Moe, Tides, \url{http://a.example/}.\end{thebibliography}"
    )
    assert [(one.label, one.text) for one in found.bibliography] == [
        ("1", "C. Roe, Piers, 1999."),
        ("M11", "A. Moe, Tides, http://a.example/."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\\footnote{never closed \n\nand more\n\n" * 50,
        "}" * 5000,
        "\\begin{quote}" * 3000,
        "$" * 9999,
        "\\footnote" * 3000,
        "[" * 9999,
        "%" * 9999 + "\n",
        "\\verb|" * 2000,
    ],
)
def test_whatever_is_broken_is_read_as_far_as_it_goes(text):
    assert document(text).format == "latex"


def test_what_is_nested_beyond_measure_is_refused_in_one_line():
    for text in ("{" * 4000 + "x" + "}" * 4000, r"\\url{" * 3000):
        with pytest.raises(InputError, match="nested too deeply"):
            document(text)
