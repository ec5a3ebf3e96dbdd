"""What travels is plain: values come back as they went, and what is no message of ours ends the line."""

import pickle
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.effects.engines.frames import Frame, Kind, Unpacking, packed
from cite.effects.engines.line import EngineFailed, LineBroken
from cite.effects.engines.peer import Reply
from cite.effects.engines.plain import answer_of, ask_of, plain_answer, plain_ask
from cite.effects.engines.settings import options_of, settings_of
from cite.effects.web.cookies import Cookies
from cite.model.evidence import Fault, Fetch, Fetched, Hop, Manner, TlsFault, Unreachable
from cite.model.options import ArchiveSettings, ConnectTo, Options, ServiceSettings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
FRAMES = st.lists(
    st.builds(Frame, st.sampled_from(Kind), st.integers(0, 1 << 40), JSON, st.binary())
)


@given(FRAMES, st.integers(1, 40))
def test_frames_come_out_as_they_went_in_whatever_the_pieces(frames, size):
    stream = b"".join(map(packed, frames))
    unpacking = Unpacking()
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert [frame for piece in pieces for frame in unpacking.feed(piece)] == frames


@given(st.binary(min_size=8))
def test_what_is_no_message_is_never_taken_for_one(junk):
    try:
        found = list(Unpacking().feed(junk))
    except LineBroken:
        return
    assert all(isinstance(frame.kind, Kind) for frame in found)


def test_a_pickle_is_not_opened():
    opened = []

    class Trap:
        def __reduce__(self):
            return (opened.append, (True,))

    with pytest.raises(LineBroken):
        list(Unpacking().feed(pickle.dumps(Trap()) * 9))
    assert not opened


URL = "http://a.example/"
NOW = datetime(2026, 11, 29, 12, 0, 0, 123456, tzinfo=UTC)
HOPS = (
    Hop("http://a.example/", 302, "/there", "http", 0.25, "192.0.2.1"),
    Hop("http://a.example/there", 200, None, "http", 0.5, None),
)
TEXT = st.text(max_size=20)
FETCHED = st.builds(
    Fetched, st.just(Fetch(URL)), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),
    st.integers(100, 599), st.lists(st.tuples(TEXT, TEXT)).map(tuple), st.just(HOPS), st.binary(),
    st.none() | TEXT, st.booleans(), st.lists(TEXT).map(tuple), st.none() | TEXT, st.integers(1, 9),
)  # fmt: skip
UNREACHABLE = st.builds(
    Unreachable, st.just(Fetch(URL)), st.just(NOW), st.sampled_from(Fault), TEXT, st.just(HOPS[:1]),
    st.none() | st.sampled_from(TlsFault), st.integers(1, 9),
)  # fmt: skip


@given(FETCHED | UNREACHABLE)
def test_an_answer_comes_back_as_it_was(answer):
    (frame,) = Unpacking().feed(packed(Frame(Kind.REPLY, 1, *plain_answer(answer))))
    back = answer_of(Reply(frame.value, frame.body), answer.ask)
    assert abs(back.at - answer.at) <= timedelta(microseconds=1)
    assert replace(back, at=answer.at) == answer


@pytest.mark.parametrize(
    "value",
    [None, [], {}, {"at": "today", "hops": []}, {"at": 0, "hops": [[1]]}, {"at": 0, "hops": [], "fault": "no such"}],
)  # fmt: skip
def test_what_is_no_answer_is_a_failure_in_one_line(value):
    with pytest.raises(EngineFailed, match="cannot be read"):
        answer_of(Reply(value), Fetch(URL))


def test_an_ask_comes_back_about_the_address_that_is_wanted():
    ask = Fetch(URL, Manner.BROWSER, False, (("accept", "x/y"),), 5)
    assert ask_of(plain_ask(ask, URL + "b")) == replace(ask, url=URL + "b")


def test_cookies_come_back_and_are_sent_where_they_were_set():
    request = httpx.Request("GET", "https://a.example/deep/page")
    jar = Cookies()
    jar.take((("set-cookie", "a=b; Path=/; Secure; HttpOnly"), ("set-cookie", "c=d")), request)
    (frame,) = Unpacking().feed(packed(Frame(Kind.REPLY, 1, jar.plain)))
    back, again = Cookies.of_plain(frame.value), httpx.Request("GET", "https://a.example/deep/x")
    back.send(again)
    assert sorted(again.headers["cookie"].split("; ")) == ["a=b", "c=d"]
    assert str(back) == str(jar)


def test_a_worker_gets_what_it_needs_to_ask_and_no_secret(tmp_path):
    ca = tmp_path / "ca.pem"
    ca.write_text("-- certificates --", "utf-8")
    options = Options(
        slots=9, allow_net=("127.0.0.0/8",), connect_to=(ConnectTo("a", 1, "b", 2),), ca=ca, contact="mailto:x",
        scheduler="tls://somewhere:1", cache=tmp_path, decisions=tmp_path / "secret",
        services=(ServiceSettings("crossref", key="secret"),),
        archives=(ArchiveSettings("lab", "pywb", "http://secret@lab.example/"),),
    )  # fmt: skip
    (frame,) = Unpacking().feed(packed(Frame(Kind.SETTINGS, value=settings_of(options, 2))))
    assert "secret" not in repr(frame.value)
    assert "somewhere" not in repr(frame.value)
    with options_of(frame.value) as told:
        assert told.ca.read_text("utf-8") == "-- certificates --"
        expected = replace(
            Options(), slots=4, allow_net=options.allow_net, connect_to=options.connect_to, contact="mailto:x",
            ca=told.ca,
        )  # fmt: skip
        assert told == expected
    assert not told.ca.exists()
