"""Verifiers without a network: evidence as dictionaries."""

from datetime import UTC, datetime, timedelta

from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.evidence import Evidence, Fetched, Hop, Look, NetworkState, Unreachable
from cite.model.options import Options
from cite.model.references import Reference
from cite.pipeline import verifiers
from cite.steps.consider import first_look, second_look
from cite.steps.judge import judge

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
URL = "http://journal.org/reports/ledger.html"


def reference(url=URL, title="", **fields):
    entry = Entry("misc", {"url": url, **({"title": title} if title else {}), **fields}, "key")
    return Reference("key", entry, (Link(url, url, None, Span(0, len(url))),))


def page(
    status=200, body=b"<title>Ledger</title><p>Text.", url=URL, final=None, ask=None, **headers
):
    told = {"content-type": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}}
    hops = (Hop(url, 301, final),) if final else ()
    return Fetched(
        ask or first_look(url),
        NOW,
        status,
        tuple(told.items()),
        (*hops, Hop(final or url, status)),
        body,
    )


def silence(fault, detail="no answer", url=URL, **more):
    return Unreachable(first_look(url), NOW, fault, detail, **more)


def days_ago(days, status=None, fault=None):
    return Look(NOW - timedelta(days=days), status, fault)


def verdict(answer, second=None, others=(), history=(), url=URL, title="", network=None, **fields):
    """What all verifiers together make of an answer."""
    answers = {first_look(url): answer}
    if second is not None:
        answers[second_look(url)] = second
    answers |= {other.ask: other for other in others}
    evidence = Evidence(answers, {first_look(url): tuple(history)}, network or NetworkState())
    cited = reference(url, title, **fields)
    opinions = [
        o for verifier in verifiers(Options(), {}, {}) for o in verifier.weigh(cited, evidence)
    ]
    return judge(cited, evidence, opinions).links[0]


def asked(answer=None, second=None, url=URL, title=""):
    """What all verifiers together would like to know next."""
    answers = {first_look(url): answer} if answer is not None else {}
    if second is not None:
        answers[second_look(url)] = second
    evidence = Evidence(answers)
    every = verifiers(Options(), {}, {})
    wanted = [ask for verifier in every for ask in verifier.asks(reference(url, title), evidence)]
    return [ask for ask in wanted if ask not in answers]
