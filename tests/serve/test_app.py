"""Every flow as a browser without scripts walks it."""

import re
import threading
from html import unescape

import pytest

from cite import pipeline
from cite.cli.main import cli
from cite.model.decisions import Action
from cite.model.options import Options


def words(page):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_a_file_is_taken_in_read_and_nobody_is_asked(browser, text, loopback):
    loopback.asked.clear()
    page = browser.page(browser.article(text))
    assert "On harbours" in page
    assert "2 addresses" in words(page)
    assert "127.0.0.1 2" in words(page)
    assert loopback.asked == []


def test_pasted_addresses_are_a_list(browser, loopback):
    response = browser.post(
        "/articles", {"text": f"{loopback.url('/gone')}\n", "title": "../My list"}
    )
    page = browser.page(response.headers["location"])
    assert "My list" in page and "/gone" in page


@pytest.mark.parametrize("content", [b"", b"   \n", b"%PDF-1.4 torn", b"\x00\x01\x02\x03" * 50])
def test_what_cannot_be_read_is_said_and_not_kept(browser, desk, content):
    response = browser.upload("thing.pdf", content)
    assert response.status_code == 303
    assert 'role="status"' in browser.page(response.headers["location"])
    assert desk.project.articles() == []


def test_a_run_colours_markers_and_rows_by_verdict(browser, text):
    page = browser.looked_at(browser.article(text))
    assert re.search(r'class="marker broken" href="\?at=1"', page)
    assert re.search(r'class="marker ok" href="\?at=2"', page)
    assert re.search(r'class="marker ok" href="\?at=3"', page)
    assert "410" in words(browser.page(browser.article(text) + "?at=1"))


def test_a_note_that_points_back_shows_the_link_of_the_work_it_means(browser, text):
    path = browser.article(text)
    browser.looked_at(path)
    assert "By way of note ii" in browser.page(f"{path}?at=3")


@pytest.fixture
def judged(browser, text):
    path = browser.article(text)
    browser.looked_at(path)
    return path


def decide(browser, path, url, at=1, **given):
    return browser.post(f"{path}/decide", {"at": str(at), "url": url, **given})


def test_a_decision_is_shown_kept_and_read_by_the_command_line(
    browser, judged, desk, loopback, tmp_path, monkeypatch
):
    decide(
        browser,
        judged,
        loopback.url("/gone"),
        do="replace",
        by=loopback.url("/tides"),
        why="It moved.",
    )
    assert "It moved." in browser.page(f"{judged}?at=1")
    (article,) = desk.project.articles()
    from click.testing import CliRunner

    run = CliRunner().invoke(cli, ["mend", str(article.path), "--cache", str(tmp_path / "cache")])
    assert (
        f"+<sup>i</sup> Doe, A, *The Rule of the Harbour Masters*, 1999, {loopback.url('/tides')}."
        in run.stdout
    )


def test_a_look_by_hand_stands_until_its_day(browser, judged, desk, loopback):
    url = loopback.url("/gone")
    decide(browser, judged, url, do="checked", state="live", until="2999-01-31", why="Opened it.")
    page = browser.page(f"{judged}?at=1")
    assert re.search(r'class="marker ok" href="\?at=1"', page)
    assert "until 31 January 2999" in words(page)
    (article,) = desk.project.articles()
    report = pipeline.report(str(article.path), desk.options)
    assert report.verdicts[0].links[0].state == "live"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"do": "burn"}, "no such decision"),
        ({"do": "replace", "by": "javascript:alert(1)"}, "no address of the web"),
        ({"do": "replace"}, "give the address"),
        ({"do": "checked", "state": "fine"}, "say what the link is"),
        ({"do": "checked", "state": "live", "until": "2001-01-01"}, "over already"),
        ({"do": "checked", "state": "live", "until": "soon"}, "no day"),
        ({"do": "keep", "url": "http://elsewhere.example/"}, "not in this note"),
    ],
)
def test_what_cannot_be_meant_is_said_and_changes_nothing(
    browser, judged, desk, loopback, given, said
):
    response = decide(browser, judged, **{"url": loopback.url("/gone"), **given})
    assert said in browser.page(response.headers["location"]).lower()
    (article,) = desk.project.articles()
    assert desk.project.decisions(article).every == ()


def test_undo_and_withdraw_take_a_decision_back(browser, judged, desk, loopback):
    url = loopback.url("/gone")
    (article,) = desk.project.articles()
    decide(browser, judged, url, do="keep")
    browser.post(f"{judged}/undo", {"at": "1"})
    assert desk.project.decisions(article).every == ()
    decide(browser, judged, url, do="keep")
    decide(browser, judged, url, do="withdraw")
    assert desk.project.decisions(article).every == ()
    browser.post(f"{judged}/undo", {"at": "1"})
    assert [one.action for one in desk.project.decisions(article).every] == [Action.KEEP]


def test_what_was_decided_in_one_tab_is_not_lost_to_another(browser, judged, desk, loopback):
    decide(browser, judged, loopback.url("/gone"), do="keep")
    decide(browser, judged, loopback.url("/tides"), at=2, do="keep")
    (article,) = desk.project.articles()
    assert len(desk.project.decisions(article).every) == 2


def test_a_note_read_otherwise_is_read_so_by_every_later_run(browser, judged, desk):
    response = browser.post(
        f"{judged}/correct",
        {"at": "1", "work": "1", "type": "report", "field-title": "The Rule", "field-date": "1999-05",
         "field-author": "Doe, Anna and {Port of London}"},
    )  # fmt: skip
    assert response.status_code == 303
    (article,) = desk.project.articles()
    _, listed, findings = pipeline.references(str(article.path))
    entry = listed[0].entry
    assert (entry.entry_type, entry.fields["title"]) == ("report", "The Rule")
    assert (entry.fields["year"], entry.fields["month"]) == (1999, 5)
    assert [one.given or one.literal for one in entry.fields["author"]] == [
        "Anna",
        "Port of London",
    ]
    page = browser.page(f"{judged}?at=1")
    assert "Read as report (corrected)" in words(page)
    browser.post(f"{judged}/correct", {"at": "1", "work": "1", "do": "reset"})
    assert pipeline.references(str(article.path))[1][0].entry.fields["title"] != "The Rule"
    assert not [one for one in findings if one.code == "stale-correction"]


def test_words_that_are_no_work_are_taken_out_and_put_back(browser, judged):
    browser.post(f"{judged}/correct", {"at": "1", "work": "1", "type": "none"})
    page = browser.page(f"{judged}?at=1")
    assert "Put work 1 back" in words(page)
    browser.post(f"{judged}/correct", {"at": "1", "work": "1", "do": "reset"})
    assert "Put work 1 back" not in words(browser.page(f"{judged}?at=1"))


def test_the_mended_article_is_taken_away_as_it_was_decided(browser, judged, loopback):
    decide(browser, judged, loopback.url("/gone"), do="replace", by="https://example.org/copy")
    assert "1 link mended" in words(browser.page(f"{judged}/take"))
    response = browser.get(f"{judged}/files/mended")
    assert "https://example.org/copy" in response.text
    assert response.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("refs.bib", "@"),
        ("report.html", "<!doctype html>"),
        ("report.md", "#"),
        ("report.json", '"cite/check/1"'),
        ("report.csv", ","),
    ],
)
def test_reports_are_files_to_keep_and_never_pages_of_ours(browser, judged, name, holds):
    response = browser.get(f"{judged}/files/{name}")
    assert holds in response.text
    assert response.headers["content-disposition"].startswith("attachment")
    assert "html" not in response.headers["content-type"]


@pytest.mark.parametrize(
    "path",
    [
        "/files/..%2f..%2fcite.db",
        "/files/decisions.toml",
        "/files/package.zip",
        "/notes/99",
        "/nothing",
    ],
)
def test_what_is_not_there_is_not_there(browser, judged, path):
    assert browser.get(judged + path).status_code == 404


def test_nothing_outside_is_served(browser):
    for path in ("/articles/..%2f..%2fetc", "/static/..%2fapp.py", "/static/../app.py"):
        assert browser.get(path).status_code == 404


def test_what_a_source_says_is_shown_as_words(browser, loopback):
    from tests.web.server import answer

    loopback.behaviours["/evil*"] = answer(
        "<title>&lt;script&gt;alert(1)&lt;/script&gt; For sale \u202e</title><h1>&lt;img src=x onerror=alert(2)&gt;</h1>"
        + "<p>This domain is for sale.</p>" * 20
    )
    text = f"Words.<sup>i</sup>\n\n<sup>i</sup> A <b onclick=alert(3)>Doe</b>, *Title &lt;script&gt;*, 2001, {loopback.url('/evil')}.\n"
    path = browser.article(text)
    page = browser.looked_at(path)
    assert "<script>alert" not in page and "<img" not in page and "<b " not in page
    assert "\u202e" not in page


def test_every_answer_an_address_gave_is_told(browser, judged, loopback):
    page = browser.get(f"{judged}/history", params={"url": loopback.url("/gone")}).text
    assert "410" in page and "<circle" in page
    assert (
        "Never asked" in browser.get(f"{judged}/history", params={"url": "http://x.example/"}).text
    )


def test_the_list_of_articles_says_what_went_bad_since(browser, judged, loopback, desk):
    from tests.web.server import answer

    assert "1 broken" in words(browser.get("/").text)
    loopback.behaviours["/tides*"] = answer("<title>Gone</title>", "410 Gone")
    browser.post(f"{judged}/look", {"again": "yes"})
    for _ in range(2000):
        if 'class="run going' not in browser.page(judged):
            break
    assert "1 address went bad since the look before" in words(browser.get("/").text)


def test_a_server_that_starts_again_knows_all_of_it(browser, judged, desk, loopback, options):
    decide(browser, judged, loopback.url("/gone"), do="keep")
    from cite.serve.app import Pages
    from cite.serve.desk import Desk
    from cite.serve.guard import Rules
    from tests.serve.conftest import Browser

    again = Desk(desk.project, Options(cache=options.cache, archives_enabled=False))
    rules = Rules(frozenset({"127.0.0.1:8765"}), desk.project.secret())
    reborn = Browser(Pages(again).application(rules))
    page = reborn.page(f"{judged}?at=1")
    assert re.search(r'class="marker broken" href="\?at=1"', page)
    assert "keep it as it is" in words(page)
    again.close()


def test_archiving_without_a_key_says_which_is_missing(browser, judged, loopback, monkeypatch):
    response = browser.post(f"{judged}/send", {"at": "1", "url": loopback.url("/gone")})
    assert response.status_code == 400
    assert "no archive that takes pages" in response.text.lower()


def test_the_list_can_be_narrowed_without_scripts(browser, judged):
    page = browser.page(f"{judged}?show=broken")
    assert page.count("<li hidden>") == 2
    page = browser.page(f"{judged}?q=tides+tables")
    assert page.count("<li hidden>") == 2


def test_the_evidence_package_is_made_and_taken_away(browser, judged, desk):
    import io
    import zipfile

    pytest.importorskip("wacz", reason="needs cite-sources[archive]")
    browser.post(f"{judged}/package")
    (article,) = desk.project.articles()
    for _ in range(20_000):
        if desk.runs.of(article.id).stage.over:
            break
        threading.Event().wait(0.005)
    assert "The package holds" in desk.runs.of(article.id).said
    content = browser.get(f"{judged}/files/package.zip").content
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
    assert any(name.endswith(".wacz") for name in names)
    assert any(name.endswith("report.html") for name in names)


def test_archiving_with_a_key_missing_names_the_variable(
    browser, judged, loopback, desk, monkeypatch
):
    from dataclasses import replace

    for name in ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY", "PERMA_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    desk.options = replace(desk.options, archives_enabled=True)
    response = browser.post(f"{judged}/send", {"at": "1", "url": loopback.url("/gone")})
    assert response.status_code == 400
    assert "IA_ACCESS_KEY_ID" in response.text
