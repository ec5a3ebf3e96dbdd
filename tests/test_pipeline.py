"""The library: what a script may call."""

import pytest

import cite
from cite.model.errors import SettingsError
from cite.model.inputs import Input
from cite.model.notes import NoteId
from cite.pipeline import VERIFIERS, plug_in, verifiers
from tests.web.server import answer


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


def test_progress_is_told_of_each_verdict_as_it_is_reached(article, tmp_path, loopback):
    loopback.behaviours["/told*"] = answer("<title>A Title</title>")
    urls = tmp_path / "urls.txt"
    urls.write_text("\n".join(loopback.url(f"/told{n}") for n in range(3)), "utf-8")
    told = []
    options = cite.Options(
        cache=tmp_path / "cache", allow_net=("127.0.0.0/8",), interval=0.0, archives_enabled=False
    )
    report = cite.check(urls, options, lambda *one: told.append(one))
    assert [(done, total) for done, total, _ in told] == [(1, 3), (2, 3), (3, 3)]
    assert {id(verdict.reference) for _, _, verdict in told} == {
        id(verdict.reference) for verdict in report.verdicts
    }


@pytest.mark.parametrize("name", VERIFIERS)
def test_a_verifier_goes_by_the_name_in_the_list(name):
    assert plug_in("verifiers", VERIFIERS[name]).name == name


def named(*wanted):
    return [one.name for one in verifiers(cite.Options(verify=wanted), {}, {})]


def test_the_link_is_always_asked_and_the_rest_as_chosen():
    assert named("drift") == ["link", "drift"]
    assert "mementos" not in named(), "there is no archive to ask"
    with pytest.raises(SettingsError, match="no verifier is named 'drfit'; there are changed,"):
        named("drfit")


def test_a_report_from_the_store_says_under_which_conditions_its_answers_were_had(
    tmp_path, loopback
):
    loopback.behaviours["/had*"] = answer("<title>A Title</title>")
    urls = tmp_path / "urls.txt"
    urls.write_text(loopback.url("/had"), "utf-8")
    known = {"cache": tmp_path / "cache", "allow_net": ("127.0.0.0/8",), "archives_enabled": False}
    made = cite.Options(**known, demonstration=True, timeout=3.0, contact="https://desk.example/")
    assert any("demonstration web" in one for one in cite.check(urls, made).caveats)
    again = cite.report(urls, cite.Options(**known, contact="https://other.example/"))
    assert any("demonstration web" in one for one in again.caveats)
    assert again.settings["timeout"] == "3 s"
    assert "desk.example" in again.settings["user-agent"]
    assert "other.example" not in again.settings["user-agent"]


def test_a_report_in_which_some_answers_are_a_demonstrations_says_so(tmp_path, loopback):
    loopback.behaviours["/had*"] = answer("<title>A Title</title>")
    urls = tmp_path / "urls.txt"
    known = {"cache": tmp_path / "cache", "allow_net": ("127.0.0.0/8",), "archives_enabled": False}
    urls.write_text(loopback.url("/had"), "utf-8")
    cite.check(urls, cite.Options(**known, demonstration=True))
    urls.write_text(f"{loopback.url('/had')}\n{loopback.url('/had-too')}", "utf-8")
    report = cite.check(urls, cite.Options(**known, timeout=7.0))
    assert any(one.startswith("Some answers in the store are") for one in report.caveats)
    assert report.settings["timeout"] == "20 s or 7 s"
    links = [link for verdict in report.verdicts for link in verdict.links]
    assert [link.conditions.demonstration for link in links] == [True, False]


def test_where_nothing_is_known_of_the_conditions_none_are_shown(article, tmp_path):
    report = cite.report(article, cite.Options(cache=tmp_path / "cache"))
    assert "timeout" not in report.settings


PAGE = "# A page\n\nSee [one](http://a.example/one), [home](/about) and\nhttp://a.example/two.\n\nAgain [one](http://a.example/one).\n"


def test_addresses_of_the_text_itself_are_checked_and_listed(tmp_path):
    report = cite.report(Input("a.md", PAGE.encode()), cite.Options(cache=tmp_path / "cache"))
    assert [v.links[0].url for v in report.verdicts] == [
        "http://a.example/one",
        "http://a.example/two",
    ]
    assert all(verdict.reference.in_text for verdict in report.verdicts)
    assert [one.place.line for one in report.documents[0].links] == [3, 4, 6]
    assert not report.findings


def test_notes_alone_may_be_asked_for(tmp_path):
    options = cite.Options(cache=tmp_path / "cache", notes_only=True)
    report = cite.report(Input("a.md", PAGE.encode()), options)
    assert [finding.code for finding in report.findings] == ["nothing-to-check"]
    assert not report.verdicts


def test_an_article_that_says_when_it_appeared_bounds_what_its_undated_notes_have_seen(tmp_path):
    text = "---\ntitle: 'An Article'\ndate: 2012-06-01\nlang: en\n---\n\nSaid.<sup>i</sup>\n\n<sup>i</sup> Doe, http://a.example/x.\n"
    report = cite.report(Input("a.md", text.encode()), cite.Options(cache=tmp_path / "cache"))
    assert str(report.verdicts[0].reference.appeared) == "2012-06-01"
    choice = cite.mementos(
        "http://a.example/x", None, cite.Options(cache=tmp_path / "cache", offline=True)
    )
    assert choice.as_of == "no date"
