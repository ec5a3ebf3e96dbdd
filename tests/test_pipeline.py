"""The library: what a script may call."""

import pytest

import cite


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
