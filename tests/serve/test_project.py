"""The project's folder: what is taken in, what is kept beside it, and what never leads out of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.formats.decisions_toml import read_decisions
from cite.model.corrections import Correction
from cite.model.decisions import Action, Decision
from cite.model.errors import StoreError
from cite.serve.project import Project, safe_name


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("article.md", "article.md"),
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\papers\\Notes on Law.DOCX", "Notes on Law.docx"),
        ("/abs/olute.html", "olute.html"),
        (".bashrc", "bashrc.txt"),
        ("..", "article.txt"),
        ("", "article.txt"),
        ("a\x00b\r\n.md", "a-b.md"),
        ("Straße – 3.tex", "Straße - 3.tex"),
        ("con.md", "article-con.md"),
        ("decisions.toml", "decisions.toml.txt"),
        ("x" * 400 + ".pdf", "x" * 120 + ".pdf"),
        ("évil.svg", "évil.svg.txt"),
    ],
)
def test_a_name_from_a_browser_is_made_harmless(sent, kept):
    assert safe_name(sent) == kept


@given(st.text(max_size=300))
def test_no_name_leads_anywhere(sent):
    name = safe_name(sent)
    assert name == Path(name).name == safe_name(name)
    assert name not in ("", ".", "..") and not name.startswith(".")
    assert name.isprintable() and len(name.encode()) < 255


@pytest.mark.parametrize("id", ["..", ".serve", "a/b", "../x", "", "A", "a" * 100, "%2e%2e", "a\n"])
def test_no_article_is_found_outside_the_folder(project, tmp_path, id):
    project.add("a.md", b"text")
    (tmp_path / "x").mkdir()
    assert project.article(id) is None


def test_links_of_the_file_system_are_not_followed(project, tmp_path):
    article = project.add("a.md", b"text")
    (project.folder / "linked").symlink_to(article.folder)
    assert project.article("linked") is None
    article.path.unlink()
    (tmp_path / "secret").write_text("secret")
    article.path.symlink_to(tmp_path / "secret")
    assert project.article(article.id) is None


def test_the_same_article_given_twice_is_one(project):
    one, other = project.add("a.md", b"text"), project.add("a.md", b"text")
    assert one == other
    assert project.add("a.md", b"another").id != one.id
    assert len(project.articles()) == 2


def test_a_decision_is_on_the_disk_in_the_file_that_other_commands_read(project):
    article = project.add("a.md", b"text")
    project.decide(article, Decision("http://a.example/", Action.KEEP, "i"))
    kept = read_decisions((article.folder / "decisions.toml").read_bytes())
    assert (kept.article, kept.digest) == ("a.md", article.digest)
    assert [one.action for one in kept.every] == [Action.KEEP]


def test_a_later_decision_takes_the_place_of_an_earlier_one_and_undo_brings_it_back(project):
    article = project.add("a.md", b"text")
    keep = Decision("http://a.example/", Action.KEEP, "i")
    other = Decision("http://b.example/", Action.KEEP, "ii", why="It is in print.")
    put = Decision("http://a.example/", Action.REPLACE, "i", "http://c.example/")
    for one in (keep, other, put):
        project.decide(article, one)
    assert set(project.decisions(article).every) == {other, put}
    again = Project(project.folder.parent)
    assert again.undo(article) == ("http://a.example/", "i")
    assert set(again.decisions(article).every) == {other, keep}
    again.undo(article)
    again.undo(article)
    assert again.decisions(article).every == ()
    assert again.undo(article) is None


def test_what_was_decided_by_hand_in_the_file_stays(project):
    article = project.add("a.md", b"text")
    path = article.folder / "decisions.toml"
    path.write_text('[[link]]\nurl = "http://b.example/"\ndo = "keep"\nwhy = "By hand."\n')
    project.decide(article, Decision("http://a.example/", Action.KEEP, "i"))
    assert [one.why for one in project.decisions(article).every] == ["By hand.", ""]


def test_a_correction_takes_the_place_of_an_earlier_one_and_can_be_taken_back(project):
    article = project.add("a.md", b"text")
    one = Correction("abc", 1, None, "i", "book", {"title": "A"})
    project.correct(article, one)
    project.correct(article, Correction("abc", 2, None, "i", "", {"title": "B"}))
    project.correct(article, Correction("abc", 1, None, "i", "", {"title": "C"}))
    assert [one.fields["title"] for one in project.corrections(article).every] == ["B", "C"]
    project.correct(article, one, anew=False)
    assert [one.fields["title"] for one in project.corrections(article).every] == ["B"]


def test_an_article_edited_on_the_disk_is_the_one_that_is_decided_about(project):
    article = project.add("a.md", b"text")
    project.decide(article, Decision("http://a.example/", Action.KEEP, "i"))
    article.path.write_bytes(b"text, and more")
    renewed = project.renewed(article)
    assert renewed.digest != article.digest
    assert project.article(article.id) == renewed
    assert project.decisions(renewed).digest == renewed.digest


def test_one_program_at_a_time_has_the_folder(project, tmp_path):
    other = Project(tmp_path).held()
    with project.held(), pytest.raises(StoreError, match="another cite serve"):
        other.__enter__()
    with Project(tmp_path).held():
        pass


def test_the_secret_is_for_its_owner_and_stays(project, tmp_path):
    secret = project.secret()
    assert secret == Project(tmp_path).secret()
    assert (project.folder / ".serve" / "secret").stat().st_mode & 0o077 == 0


def test_a_folder_that_was_tampered_with_is_passed_over(project):
    article = project.add("a.md", b"text")
    about = article.folder / ".serve" / "article.json"
    for text in (
        "[]",
        "{",
        '{"name": "../a.md", "digest": "", "added": "2026-01-01"}',
        '{"name": "a.md"}',
    ):
        about.write_text(text)
        assert project.articles() == []
