"""Whatever an archive answers is read to an end, and failure is never taken for absence."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.archives.memento import MementoArchive
from cite.archives.pywb import Pywb
from cite.archives.wayback import Wayback
from cite.model.evidence import Fetched, FindMementos, Hop, MementosOutcome
from cite.model.options import ArchiveSettings

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ASK = FindMementos("http://a.example/x", "lab", datetime(2010, 7, 1, tzinfo=UTC))
KINDS = {"wayback": Wayback, "pywb": Pywb, "memento": MementoArchive, "perma": MementoArchive}

PLACES = st.sampled_from(
    ["http://[", "//[", "mailto:x", "", "/web/2010/http://[", "http://lab.example/web/20100701000000/http://a.example/x"]
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.integers(),
    st.text(max_size=9),
    st.sampled_from(["20100701000000", "http://a.example/x", "200", "-", "warc/revisit", "²"]),
)
FIELDS = "timestamp original url mimetype mime statuscode status digest length".split()
ROWS = st.dictionaries(st.sampled_from(FIELDS), CELLS)


def table(names, rows):
    return json.dumps([names, *rows])


def lines(rows):
    return "\n".join(map(json.dumps, rows))


def hint(closest):
    return json.dumps({"archived_snapshots": {"closest": closest}})


def links(original, copy):
    when = "Wed, 14 Jul 2010 12:00:00 GMT"
    return f'<{original}>; rel="original", <{copy}>; rel="memento"; datetime="{when}", <{copy}>; rel="timemap"; until="{when}"'


LINKS = st.builds(links, PLACES, PLACES)
BODIES = st.one_of(
    st.builds(table, st.lists(st.sampled_from(FIELDS)), st.lists(st.lists(CELLS, max_size=6), max_size=4)),
    st.builds(lines, st.lists(ROWS, max_size=4)),
    st.builds(hint, ROWS),
    LINKS,
    st.text(max_size=20),
)  # fmt: skip
HEADERS = st.fixed_dictionaries(
    {"content-type": st.sampled_from(["application/link-format", "application/json", "text/html"])},
    optional={"location": PLACES, "link": LINKS, "memento-datetime": st.text(max_size=9)},
)
STATUSES = st.sampled_from([200, 200, 200, 302, 404])
FAILURES = st.sampled_from([401, 403, 429, 451, 500, 502, 503, 504])


def answers(statuses):
    one = st.tuples(statuses, HEADERS, BODIES)
    return st.lists(one, min_size=5, max_size=5)


def asked(kind, told):
    archive = KINDS[kind](ArchiveSettings("lab", kind, "http://lab.example"))
    so_far = []
    while len(so_far) < len(told) and (fetch := archive.next_fetch(ASK, so_far)):
        status, headers, body = told[len(so_far)]
        hops = (Hop(fetch.url, status),)
        content = body.encode("utf-8", "replace")
        so_far.append(Fetched(fetch, NOW, status, tuple(headers.items()), hops, content))
    return archive, archive.read(ASK, so_far, NOW)


@pytest.mark.parametrize("kind", KINDS)
@given(told=answers(STATUSES))
def test_any_answer_is_read_and_its_captures_have_addresses(kind, told):
    archive, timemap = asked(kind, told)
    assert bool(timemap.mementos) == (timemap.outcome is MementosOutcome.FOUND)
    for memento in timemap.mementos:
        assert memento.uri_m
        archive.raw(memento)
        archive.listed(memento)
        archive.recognises(memento.uri_m)


@pytest.mark.parametrize("kind", KINDS)
@given(told=answers(FAILURES))
def test_an_archive_that_fails_has_not_said_that_there_is_no_copy(kind, told):
    _, timemap = asked(kind, told)
    assert timemap.outcome not in (MementosOutcome.ABSENT, MementosOutcome.NOT_ASKED)
