"""Reports whose verdicts a test makes, for an article that is really read."""

from datetime import UTC, date, datetime

from cite import pipeline
from cite.model.decisions import Decisions
from cite.model.evidence import Hop, Memento, MementosOutcome
from cite.model.inputs import Input
from cite.model.options import Options
from cite.model.verdicts import LinkState, LinkVerdict, MementoChoice, Verdict
from cite.steps.compile_report import compile_report
from cite.steps.mending.plan import Wanted, plan

OLD = "http://old.example/a_b"
COPY = "https://web.archive.org/web/20090711120000/http://old.example/a_b"


def dead(url=OLD, copy=COPY):
    when = datetime(2009, 7, 11, 12, tzinfo=UTC)
    memento = Memento(copy, url, when, "internet-archive") if copy else None
    outcome = MementosOutcome.FOUND if copy else MementosOutcome.ABSENT
    choice = MementoChoice(url, memento, outcome)
    return LinkVerdict(
        url, LinkState.DEAD, ("It is gone.",), (), memento=choice, replacement=copy or None
    )


def moved(url, new):
    return LinkVerdict(url, LinkState.MOVED, ("It moved.",), (), replacement=new)


def unknown(url):
    return LinkVerdict(
        url, LinkState.BLOCKED, ("A wall.",), (), asked_at=datetime(2026, 1, 1, tzinfo=UTC)
    )


def secured(url):
    hops = (Hop(url, 301, f"https{url[4:]}"), Hop(f"https{url[4:]}", 200))
    return LinkVerdict(url, LinkState.LIVE, ("It is well.",), (), hops)


def mending(given: Input, verdicts, **wanted):
    """What is planned for an article whose links have these verdicts."""
    documents, listed, findings = pipeline.references(given)
    known = {verdict.url: verdict for verdict in verdicts}
    made = [
        Verdict(one, tuple(known[link.url] for link in one.links if link.url in known))
        for one in listed
    ]
    report = compile_report(
        made, documents, findings, made_at=datetime(2026, 1, 1, tzinfo=UTC), inputs=(given.name,), options=Options()
    )  # fmt: skip
    wanted.setdefault("decisions", Decisions())
    return plan(report, documents[0], Wanted(today=date(2026, 11, 29), **wanted))


def mended(given: Input, verdicts, **wanted) -> bytes:
    """The article as it is written back."""
    return written(given, mending(given, verdicts, **wanted))


def written(given: Input, planned) -> bytes:
    """The same by a plan that is made already."""
    document = pipeline.read(given)
    mender = pipeline.plug_in("menders", pipeline.MENDERS[document.format])()
    return mender.mend(given.content, planned)
