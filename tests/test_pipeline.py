"""The library: what a script may call."""

import pytest

import cite
from cite.model.inputs import Input
from cite.model.notes import NoteId


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.md"
    path.write_text(
        "Said.<sup>i</sup>\n\n<sup>i</sup> Doe, A, *A Title*, 1999, http://a.example/.", "utf-8"
    )
    return path


@pytest.mark.parametrize("given", [str, lambda path: path, lambda path: [str(path)]])
def test_one_input_is_as_good_as_a_list_of_one(article, tmp_path, given):
    (document,) = cite.notes(given(article))
    assert [note.label for note in document.notes] == ["i"]
    report = cite.report(given(article), cite.Options(cache=tmp_path / "cache"))
    assert report.inputs == (str(article),)
    assert [link.url for verdict in report.verdicts for link in verdict.links] == [
        "http://a.example/"
    ]


def test_a_cache_may_be_named_by_a_string(article, tmp_path):
    assert cite.report(article, cite.Options(cache=str(tmp_path / "cache"))).summary.not_judged == 1


CHAPTERS = """# One

Said.<sup>i</sup> And said.<sup>ii</sup>

<sup>i</sup> See http://a.example/one for more.

<sup>ii</sup> Nobody denied it.

# Two

Said again.<sup>i</sup> And more.<sup>ii</sup>

<sup>i</sup> See http://a.example/two for more.

<sup>ii</sup> Doe, A, *A Title*, 1999, http://a.example/.
"""


def test_an_input_may_be_bytes_with_a_name(tmp_path):
    (document,) = cite.notes(Input("page.md", CHAPTERS.encode()))
    assert document.path == "page.md"
    assert [note.label for note in document.notes] == ["i", "ii", "i", "ii"]


def test_chapters_that_start_again_at_i_keep_their_notes_apart(tmp_path):
    report = cite.report(Input("a.md", CHAPTERS.encode()), cite.Options(cache=tmp_path / "cache"))
    links = {v.links[0].url: v.reference.notes[0].id for v in report.verdicts}
    assert links == {
        "http://a.example/one": NoteId("a.md", 0, 0),
        "http://a.example/two": NoteId("a.md", 1, 0),
        "http://a.example/": NoteId("a.md", 1, 1),
    }


def test_a_work_that_two_articles_cite_is_reported_to_both(article, tmp_path):
    other = Input("other.md", article.read_bytes())
    report = cite.report([article, other], cite.Options(cache=tmp_path / "cache"))
    assert [verdict.reference.id.input for verdict in report.verdicts] == [str(article), "other.md"]
    assert len({verdict.reference.key for verdict in report.verdicts}) == 1
    assert report.summary.links == 1
