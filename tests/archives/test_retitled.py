"""A page without the cited title beside its copy from the time of the note: the same page, or another work."""

import json

import pytest

from tests.archives.captures import SITE, WORDS, page
from tests.web.server import LoopbackWeb, answer

TITLE = "Sergeants and shopkeepers of the northern provinces"
SEEDS = (
    "Sow broad beans in the first week of March, a hand's breadth apart and as deep as your thumb. Water the row "
    "in the evening, never at noon, and keep the pigeons off with a net until the second pair of leaves is out. "
)


@pytest.fixture
def live():
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def check(lab, pywb, live):
    def run(path, *arguments, title=TITLE, date="2010-07-20"):
        lab.archives(lab=("pywb", pywb))
        dated = f"urldate = {{{date}}}," if date else ""
        entry = f"@online{{k, title = {{{title}}}, {dated} url = {{{SITE}{path}}}}}"
        (lab.folder / "x.bib").write_text(entry, "utf-8")
        to = f"a.example:80:127.0.0.1:{live.port}"
        result = lab.run("check", "x.bib", "--format", "json", "--connect-to", to, *arguments)
        (reference,) = json.loads(result.stdout)["references"]
        return reference

    return run


def codes(reference):
    return [sign["code"] for sign in reference["links"][0]["signs"]]


def test_a_page_whose_copy_has_the_title_and_whose_text_stayed_is_retitled(check, live):
    live.behaviours["/survey"] = answer(page("The winter of the envelopes", WORDS * 4))
    reference = check("/survey")
    (link,) = reference["links"]
    assert (link["state"], codes(reference)[0]) == ("live", "retitled")
    assert "The winter of the envelopes" in link["reasons"][0]
    assert "of its text is still there" in link["reasons"][0]
    (hint,) = [f for f in reference["findings"] if f["code"] == "retitled"]
    assert hint["level"] == "info"


def test_the_store_alone_says_the_same(check, live):
    live.behaviours["/survey"] = answer(page("The winter of the envelopes", WORDS * 4))
    asked = check("/survey")["links"][0]
    live.behaviours.clear()
    kept = check("/survey", "--offline")["links"][0]
    assert kept["state"] == "live"
    assert kept["reasons"] == asked["reasons"]


def test_a_page_whose_copy_has_the_title_and_whose_text_is_gone_has_drifted(check, live):
    live.behaviours["/survey"] = answer(page("Broad beans in spring", SEEDS * 4))
    reference = check("/survey")
    (link,) = reference["links"]
    assert link["state"] == "drifted"
    assert "drifted-since" in codes(reference)
    assert any("none of that is left" in reason for reason in link["reasons"])


def test_a_page_that_was_never_called_as_it_is_cited_is_the_page_cited(check, live):
    live.behaviours["/survey"] = answer(page(TITLE, WORDS * 4))
    reference = check("/survey", title="Memorandum concerning illicit payments, unpublished")
    assert (reference["links"][0]["state"], codes(reference)[0]) == ("live", "page-as-cited")


def test_a_copy_from_another_time_does_not_show_what_was_cited(check, live):
    live.behaviours["/survey"] = answer(page(TITLE, WORDS * 4))
    reference = check(
        "/survey", title="Memorandum concerning illicit payments, unpublished", date="1998-05-01"
    )
    assert "page-as-cited" not in codes(reference)


def test_without_a_date_nobody_can_tell(check, live):
    live.behaviours["/survey"] = answer(page("The winter of the envelopes", WORDS * 4))
    assert "retitled" not in codes(check("/survey", date=""))
