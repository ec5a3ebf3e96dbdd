"""Every documented answer of the archives that take pages, and what becomes of the address."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cite.archives.perma_links import PermaLinks
from cite.archives.save_page_now import SavePageNow
from cite.formats.safe_text import safe
from cite.model.keeping import Fate, KeeperAnswer, Sending
from cite.model.options import ArchiveSettings

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
URL = "http://paper.example/1?a=b&c=d"
SPN = SavePageNow(ArchiveSettings("internet-archive", "wayback", "https://web.archive.org"))
PERMA = PermaLinks(ArchiveSettings("perma.cc", "perma", "https://perma.cc"))


def sending(fate=Fate.WAITING, **more):
    return Sending("internet-archive", URL, fate, NOW, **more)


def read(keeper, value, fate=Fate.WAITING, status=200, now=NOW, **more):
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return keeper.read(sending(fate, **more), KeeperAnswer(status, body), now)


def error(code, message="Something the archive says."):
    return {"status": "error", "status_ext": f"error:{code}", "message": message}


HANDED_OVER = [
    ("a job", {"url": URL, "job_id": "spn2-ab12"}, 200, Fate.SENT, "", False),
    ("the job of a capture just made", {"url": URL, "job_id": "spn2-ab12", "message": "The same snapshot had been made 2 minutes ago."}, 200, Fate.SENT, "", False),
    ("a capture just made, without its job", {"url": URL, "job_id": None, "message": "The same snapshot had been made 2 minutes ago. You can make new capture of this URL after 1 hour."}, 200, Fate.KEPT, "", False),
    ("no job and no word", {"url": URL}, 200, Fate.WAITING, "", False),
    ("captured often enough today", error("too-many-daily-captures"), 200, Fate.KEPT, "", False),
    ("a page that is not there", error("not-found"), 200, Fate.FAILED, "", False),
    ("a page that must not be kept", error("blocked-url"), 200, Fate.FAILED, "", False),
    ("an address that is none", error("invalid-url-syntax"), 200, Fate.FAILED, "", False),
    ("a host that does not answer now", error("gateway-timeout"), 200, Fate.WAITING, "", False),
    ("an error of a kind not yet known", error("something-new"), 200, Fate.WAITING, "", False),
    ("too many sessions, by its code", error("user-session-limit"), 200, Fate.WAITING, "", True),
    ("too many sessions, in words alone", {"message": "You have already reached the limit of active Save Page Now sessions. Please wait for a minute and then try again."}, 200, Fate.WAITING, "", True),
    ("the day's share used up", {"message": "You cannot make more than 30,000 captures per day."}, 200, Fate.WAITING, "captures per day", False),
    ("the bandwidth used up", error("bandwidth-limit-exceeded"), 200, Fate.WAITING, "bandwidth", False),
    ("keys refused", {"message": "You need to be logged in to use Save Page Now."}, 401, Fate.WAITING, "refused the keys", False),
    ("slow down", b"", 429, Fate.WAITING, "", True),
    ("a page of HTML", b"<html>Bad Gateway</html>", 502, Fate.WAITING, "", False),
    ("JSON that is no object", b"[]", 200, Fate.WAITING, "", False),
    ("JSON nested without end", b"[" * 100_000, 200, Fate.WAITING, "", False),
    ("a job that is no job", {"job_id": "../../etc/passwd"}, 200, Fate.WAITING, "", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "status", "fate", "halt", "held"),
    [case[1:] for case in HANDED_OVER],
    ids=[case[0] for case in HANDED_OVER],
)
def test_what_the_internet_archive_says_to_a_page_decides_its_fate(value, status, fate, halt, held):
    step = read(SPN, value, status=status)
    assert step.sending.fate is fate, step
    assert halt in step.halt if halt else not step.halt
    assert bool(step.hold) is held
    assert step.sending.detail or fate is Fate.SENT


def test_a_job_that_succeeds_gives_the_address_of_its_copy():
    done = {"status": "success", "timestamp": "20261124120102", "original_url": URL}
    step = read(SPN, done, Fate.SENT, job="j")
    assert step.sending.fate is Fate.KEPT
    assert step.sending.copy == f"https://web.archive.org/web/20261124120102/{URL}"


def test_a_job_is_asked_after_again_but_not_for_ever():
    pending = {"status": "pending"}
    step = read(SPN, pending, Fate.SENT, job="j")
    assert (step.sending.fate, step.sending.job) == (Fate.SENT, "j")
    assert step.sending.not_before > NOW
    late = read(SPN, pending, Fate.SENT, job="j", now=NOW + timedelta(minutes=16))
    assert late.sending.fate is Fate.WAITING
    assert late.sending.tries == 1
    given_up = read(SPN, pending, Fate.SENT, job="j", tries=4, now=NOW + timedelta(minutes=16))
    assert given_up.sending.fate is Fate.FAILED
    assert "given up after 5 tries" in given_up.sending.detail


def test_silence_about_a_job_is_no_reason_to_hand_the_page_over_again():
    step = SPN.read(sending(Fate.SENT, job="j"), KeeperAnswer(None, detail="reset"), NOW)
    assert (step.sending.fate, step.sending.job) == (Fate.SENT, "j")


@pytest.mark.parametrize("code", ["not-found", "soft-time-limit-exceeded", "blocked-url"])
def test_a_job_may_fail_as_well(code):
    step = read(SPN, error(code), Fate.SENT, job="j")
    assert step.sending.fate in (Fate.FAILED, Fate.WAITING)
    assert code in step.sending.detail


def test_what_is_handed_over_is_a_form_and_the_key_is_not_in_it():
    request = SPN.request(sending())
    assert (request.method, request.url) == ("POST", "https://web.archive.org/save")
    assert b"url=http%3A%2F%2Fpaper.example%2F1%3Fa%3Db%26c%3Dd" in request.body
    assert SPN.authorization({"IA_ACCESS_KEY_ID": "a", "IA_SECRET_ACCESS_KEY": "b"}) == "LOW a:b"


def test_an_archives_words_cannot_move_the_cursor():
    step = read(SPN, error("not-found", "gone\x1b[2J\r\nAuthorization: x"))
    assert safe(step.sending.detail) == step.sending.detail


def link(status, **more):
    return {"guid": "AB12-CD34", "url": URL, "creation_timestamp": "2026-11-24T12:00:00Z", "captures": [{"role": "primary", "status": status}], **more}  # fmt: skip


PERMA_SAYS = [
    ("a link under way", link("pending"), Fate.WAITING, 201, Fate.SENT, False),
    ("a link at once", link("success"), Fate.WAITING, 201, Fate.KEPT, False),
    ("a link without captures", {"guid": "AB12-CD34"}, Fate.WAITING, 201, Fate.SENT, False),
    ("a capture that failed", link("failed"), Fate.SENT, 200, Fate.FAILED, False),
    ("a capture still under way", link("pending"), Fate.SENT, 200, Fate.SENT, False),
    ("a capture done", link("success"), Fate.SENT, 200, Fate.KEPT, False),
    ("an address refused", {"url": ["Not a valid URL."]}, Fate.WAITING, 400, Fate.FAILED, False),
    ("no links left", {"error": "You've already created all of your Links for the month."}, Fate.WAITING, 400, Fate.WAITING, True),
    ("a key refused", {"detail": "Invalid token."}, Fate.WAITING, 401, Fate.WAITING, True),
    ("an account refused", {"detail": "Not allowed."}, Fate.WAITING, 403, Fate.WAITING, True),
    ("a page of HTML", b"<html>", Fate.WAITING, 502, Fate.WAITING, False),
    ("the link of a run that was killed", {"objects": [link("pending")]}, Fate.SENDING, 200, Fate.SENT, False),
    ("other links only", {"objects": [link("success", url="http://other.example/")]}, Fate.SENDING, 200, Fate.WAITING, False),
    ("an older link to it", {"objects": [link("success", creation_timestamp="2020-01-01T00:00:00Z")]}, Fate.SENDING, 200, Fate.WAITING, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "before", "status", "fate", "halted"),
    [case[1:] for case in PERMA_SAYS],
    ids=[case[0] for case in PERMA_SAYS],
)
def test_what_perma_says_decides_a_pages_fate(value, before, status, fate, halted):
    step = read(PERMA, value, before, status, job="AB12-CD34")
    assert step.sending.fate is fate, step
    assert bool(step.halt) is halted


def test_what_may_have_been_sent_to_perma_is_looked_up_before_it_is_sent_again():
    assert PERMA.request(sending(Fate.SENDING)).method == "GET"
    assert PERMA.request(sending()).url == "https://api.perma.cc/v1/archives/"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
KNOWN = "status status_ext message job_id timestamp original_url url guid captures objects error detail creation_timestamp".split()


@settings(max_examples=150)
@given(
    st.sampled_from([SPN, PERMA]),
    st.dictionaries(
        st.sampled_from(KNOWN), JSON | st.sampled_from(["error", "success", "pending"])
    ),
    st.sampled_from([Fate.WAITING, Fate.SENDING, Fate.SENT]),
    st.sampled_from([200, 201, 302, 400, 401, 403, 404, 429, 500, 503]),
)
def test_an_archive_that_says_anything_is_understood_or_asked_again(keeper, value, fate, status):
    step = read(keeper, value, fate, status, job="j")
    assert step.sending.url == URL
    assert safe(step.sending.detail) == step.sending.detail
    assert step.sending.fate is not Fate.SENDING
    assert step.sending.fate is not Fate.SENT or step.sending.job
