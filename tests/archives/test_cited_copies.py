"""Notes that cite an archived copy: the copy is looked at raw, and the page behind it as well."""

import json

import pytest

from cite.model.options import Options
from cite.pipeline import archives
from tests.archives.captures import SITE, page
from tests.web.server import LoopbackWeb, answer


@pytest.fixture
def live():
    """What a.example is today: everything gone, but for one page."""
    with LoopbackWeb() as web:
        web.behaviours["/tie"] = answer(page("After"))
        yield web


@pytest.fixture
def check(lab, pywb, live):
    lab.archives(lab=("pywb", pywb))

    def run(*urls, more=()):
        entries = [f"@misc{{k{n}, url = {{{url}}}}}" for n, url in enumerate(urls)]
        (lab.folder / "x.bib").write_text("\n".join(entries), "utf-8")
        result = lab.run(
            "check",
            "x.bib",
            "--format",
            "json",
            "--connect-to",
            f"a.example:80:127.0.0.1:{live.port}",
            *more,
        )
        assert result.stdout, result.output
        return json.loads(result.stdout)["references"]

    return run


def test_a_sound_copy_and_its_dead_original_are_both_checked(check, pywb):
    copy = f"{pywb}/20100720120000/{SITE}/plain"
    (reference,) = check(copy)
    links = {link["url"]: link for link in reference["links"]}
    assert links[copy]["state"] == "live"
    assert links[f"{SITE}/plain"]["state"] == "dead"
    assert links[f"{SITE}/plain"]["memento"]["uri_m"] == copy
    assert [finding["level"] for finding in reference["findings"]] == ["info"]


def test_a_copy_whose_original_lives(check, pywb):
    (reference,) = check(f"{pywb}/20100722000000if_/{SITE}/tie")
    assert [link["state"] for link in reference["links"]] == ["live", "live"]


def test_a_frame_around_nothing_is_no_copy(check, pywb):
    (reference,) = check(f"{pywb}/20100720120000/{SITE}/never-archived")
    assert reference["links"][0]["state"] == "dead"
    assert "frame" in reference["links"][0]["reasons"][0]


def test_a_copy_of_an_error_is_seen_and_a_better_one_offered(check, pywb):
    (reference,) = check(f"{pywb}/20100714120000/{SITE}/plain")
    link = reference["links"][0]
    assert link["state"] == "soft-404"
    assert "404" in link["reasons"][0]
    assert link["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert link["memento"]["uri_r"] == f"{SITE}/plain"


def test_a_copy_of_a_page_that_says_not_found_is_judged_as_that_page_would_be(check, pywb):
    (reference,) = check(f"{pywb}/20100716000000id_/{SITE}/soft")
    assert reference["links"][0]["state"] == "soft-404"


def test_archive_today_is_recognised_and_its_original_checked_with_archives_or_without(check, live):
    live.behaviours["/2010.07.20-120000/*"] = answer(page("Plain"))
    more = ("--no-archives", "--connect-to", f"archive.ph:80:127.0.0.1:{live.port}")
    (reference,) = check(f"http://archive.ph/2010.07.20-120000/{SITE}/plain", more=more)
    assert reference["links"][1]["url"] == f"{SITE}/plain"
    assert reference["links"][1]["state"] == "dead"
    assert "archive-today" in {finding["code"] for finding in reference["findings"]}


def test_a_copy_at_archive_today_is_not_what_stands_in_for_its_dead_original(check, live, pywb):
    live.behaviours["/20100714120000/*"] = answer(page("Plain"))
    more = ("--connect-to", f"archive.ph:80:127.0.0.1:{live.port}")
    (reference,) = check(f"http://archive.ph/20100714120000/{SITE}/plain", more=more)
    assert [link["state"] for link in reference["links"]] == ["live", "dead"]
    copy = f"{pywb}/20100720120000/{SITE}/plain"
    assert reference["links"][1]["memento"]["uri_m"] == copy, (
        "the nearest to the copy that is cited"
    )


def test_a_copy_that_only_its_headers_give_away_is_said(check, live):
    live.behaviours["/memento/1"] = answer(
        page("Plain"), Memento_Datetime="Tue, 20 Jul 2010 12:00:00 GMT", Link=f'<{SITE}/gone>; rel="original"'
    )  # fmt: skip
    (reference,) = check(live.url("/memento/1"))
    (said,) = [finding for finding in reference["findings"] if finding["code"] == "cited-copy"]
    assert f"{SITE}/gone, which now answers 404" in said["message"]


def test_cite_mementos_takes_the_address_of_a_copy_for_its_original(lab, pywb):
    lab.archives(lab=("pywb", pywb))
    found = lab.mementos(f"{pywb}/20100714120000if_/{SITE}/plain")
    assert found["memento"]["datetime"] == "2010-07-20T12:00:00Z"
    assert found["as_of"] == "2010-07-14"


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://web.archive.org/web/20100719120000/http://a.example/", ["internet-archive"]),
        ("http://www.web.archive.org/web/2010/http://a.example/", ["internet-archive"]),
        ("https://web.archive.org.au/awa/20100719120000/http://a.example/", ["australia"]),
        ("https://web.archive.org.evil.example/web/20100719120000/http://a.example/", []),
    ],
)
def test_an_archive_knows_its_own_copies_and_none_of_a_host_that_only_begins_alike(url, names):
    assert [name for name, one in archives(Options()).items() if one.recognises(url)] == names
