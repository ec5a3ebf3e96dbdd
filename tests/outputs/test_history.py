"""The history of an address as a page."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cite.model.decisions import Action, Decision
from cite.model.evidence import Fault, Look
from cite.model.report import AddressHistory
from cite.model.verdicts import LinkState, LinkVerdict
from cite.outputs.history import history_page, picture, runs

URL = "http://a.example/report.pdf"
BEGAN = datetime(2024, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 1)
HOSTILE = "<script>alert(1)</script>\x1b[31m"


def history(*seen, url=URL, said=()):
    """A look each ten days: its state, and what was seen."""
    looks = tuple(Look(BEGAN + timedelta(days=10 * at), **one) for at, (_, one) in enumerate(seen))
    verdicts = tuple(LinkVerdict(url, state, (f"Reason of {state}.",), ()) for state, _ in seen)
    return AddressHistory(url, looks, verdicts, said)


WELL, GONE = (LinkState.LIVE, {"status": 200}), (LinkState.DEAD, {"status": 404})
SILENT = (LinkState.TRANSIENT, {"fault": Fault.CONNECT_TIMEOUT, "detail": "no answer in 20 s"})


def test_like_looks_that_followed_one_another_are_one_line():
    listed = runs(history(WELL, WELL, WELL, GONE, SILENT, SILENT))
    assert [(one.count, one.kind, one.seen) for one in listed] == [
        (3, "ok", "200"), (1, "broken", "404"), (2, "unknown", "connect-timeout: no answer in 20 s"),
    ]  # fmt: skip


def test_the_picture_runs_from_the_first_look_to_the_last():
    drawn = picture(history(WELL, WELL, GONE, GONE, GONE))
    assert [one.kind for one in drawn.segments] == ["ok", "broken"]
    first, last = drawn.segments
    assert first.x == 0 and first.width == last.x and last.x + last.width == 1000
    assert drawn.words == "5 looks from 1 March 2024 to 10 April 2024: 2 ok, 3 broken"


def test_one_look_fills_the_picture_and_none_draws_none():
    (alone,) = picture(history(GONE)).segments
    assert alone.width > 0
    assert "Never asked" in history_page([history()], TODAY)


def test_the_page_needs_nothing_from_elsewhere_and_says_so():
    page = history_page([history(WELL, GONE)], TODAY)
    assert "default-src 'none'" in page and "<script" not in page
    assert not re.search(r"<(?:img|link)\b|@import|\bsrc=", page)
    assert page.count("<svg") == 1


def test_what_strangers_wrote_is_escaped():
    look = (LinkState.MOVED, {"status": 200, "url": f"http://b.example/{HOSTILE}"})
    said = Decision(URL, Action.CHECKED, state="live", why=HOSTILE, who=HOSTILE)
    one = history(look, url=f"http://a.example/{HOSTILE}", said=(said,))
    one = replace(one, verdicts=tuple(replace(v, reasons=(HOSTILE,)) for v in one.verdicts))
    page = history_page([one], TODAY)
    assert "<script" not in page and "\x1b" not in page


def test_what_people_said_is_shown_and_what_is_over_is_said_loudly():
    said = Decision(
        URL, Action.CHECKED, state="live", why="seen", who="Ann", until=date(2026, 2, 1)
    )
    page = history_page([history(GONE, said=(said,))], TODAY)
    assert "looked at by hand by Ann" in page and "That is over: look again." in page
    held = replace(said, until=date(2027, 1, 1))
    assert "That is over" not in history_page([history(GONE, said=(held,))], TODAY)
