"""A living page beside its copy from the time of the note."""

import json

import pytest

from tests.archives.captures import SITE, WORDS, page
from tests.web.server import LoopbackWeb, answer

OTHER = (
    "Membership now costs forty pounds a year and brings a newsletter, a calendar and a mug. Our offices are open "
    "on weekdays, and volunteers are always welcome to help with the spring sale and the summer walk in the hills. "
)


@pytest.fixture
def live():
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def check(lab, pywb, live):
    def run(path, date, *arguments, title="Plain words of old", pace=()):
        lab.archives(lab=("pywb", pywb, *pace))
        dated = f"urldate = {{{date}}}," if date else ""
        entry = f"@online{{k, title = {{{title}}}, {dated} url = {{{SITE}{path}}}}}"
        (lab.folder / "x.bib").write_text(entry, "utf-8")
        to = f"a.example:80:127.0.0.1:{live.port}"
        result = lab.run("check", "x.bib", "--format", "json", "--connect-to", to, *arguments)
        (reference,) = json.loads(result.stdout)["references"]
        return reference

    return run


def hints(reference):
    return [f for f in reference["findings"] if f["code"] == "changed-since-cited"]


def test_a_page_whose_text_has_gone_is_said_to_have_changed_with_a_measure(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", OTHER * 4))
    reference = check("/plain", "2010-07-20")
    (hint,) = hints(reference)
    assert hint["level"] == "info"
    assert "0% of the text of the copy of 20 July 2010" in hint["message"]
    assert reference["links"][0]["class"] == "ok"


def test_half_a_text_is_half_kept(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", WORDS[:110] + OTHER * 4))
    (hint,) = hints(check("/plain", "2010-07-20"))
    assert 30 < int(hint["message"].partition("%")[0].split()[-1]) < 65


def test_what_was_added_is_no_change(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", WORDS * 4 + OTHER * 20))
    assert hints(check("/plain", "2010-07-20")) == []


def test_a_copy_from_another_year_says_nothing_of_what_was_cited(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", OTHER * 4))
    assert hints(check("/plain", "2013-01-01")) == []


def test_without_a_date_nothing_is_compared(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", OTHER * 4))
    assert hints(check("/plain", "")) == []


def test_an_archive_with_a_pace_is_only_asked_where_there_is_doubt_or_wish(check, live):
    live.behaviours["/plain"] = answer(page("Plain words of old", OTHER * 4))
    slow = ("per-minute = 60",)
    assert hints(check("/plain", "2010-07-20", pace=slow)) == []
    assert hints(check("/plain", "2010-07-20", "--verify", "changed", pace=slow))
    assert hints(
        check("/plain", "2010-07-20", title="Newsletter and calendar of ancient coins", pace=slow)
    )
