"""Signs to one verdict a link: which sign decides, what stands behind it, what to put instead."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from cite.model.decisions import Decisions
from cite.model.document import Link
from cite.model.evidence import Evidence, Fetched, Unreachable
from cite.model.findings import Finding, Level, Place
from cite.model.quotations import JudgedQuotation
from cite.model.references import Reference
from cite.model.verdicts import (
    LinkClass,
    LinkState,
    LinkVerdict,
    MementoChoice,
    Opinion,
    PageChange,
    Sign,
    Verdict,
    Verifier,
    WorkOutcome,
    WorkStatus,
    WorkVerdict,
)
from cite.recognisers.addresses.archive_address import archive_address
from cite.steps.acceptance import accepted, expired, set_aside
from cite.steps.consider import deciding, first_look, not_judged
from cite.steps.link_history import trend

PRECEDENCE = (
    LinkState.NOT_JUDGED,
    LinkState.UNSUPPORTED,
    LinkState.REFUSED,
    LinkState.TLS_INVALID,
    LinkState.BLOCKED,
    LinkState.PARKED,
    LinkState.DEAD,
    LinkState.TRANSIENT,
    LinkState.SOFT_404,
    LinkState.LOGIN_OR_PAYWALL,
    LinkState.DRIFTED,
    LinkState.FRAGMENT_MISSING,
    LinkState.MOVED,
    LinkState.LIVE,
)
"""The first state for which there is a sign that no other refutes is the link's."""
WORK_PRECEDENCE = (
    WorkOutcome.FOUND,
    WorkOutcome.DIFFERS,
    WorkOutcome.UNREACHABLE,
    WorkOutcome.NOT_FOUND,
    WorkOutcome.NOT_INDEXED,
    WorkOutcome.NOT_ASKED,
)
"""The first outcome that an index came to is the work's: one that failed may hold what another does not."""
GRAVITY = (
    WorkStatus.RETRACTED,
    WorkStatus.WITHDRAWN,
    WorkStatus.CONCERN,
    WorkStatus.CORRECTED,
    WorkStatus.NONE,
)


def judge(
    reference: Reference,
    evidence: Evidence,
    opinions: Iterable[Opinion],
    decisions: Decisions | None = None,
    today: date | None = None,
) -> Verdict:
    """A verdict for each address of a reference, and the findings that follow from it.

    What people decided about a link (`decisions`, as of `today`) stands before what was found.
    """
    opinions = tuple(opinions)
    findings = [opinion for opinion in opinions if isinstance(opinion, Finding)]
    links = []
    for link in _distinct(reference.links):
        signs = [o for o in opinions if isinstance(o, Sign) and o.url == link.url]
        choice = next(
            (o for o in opinions if isinstance(o, MementoChoice) and o.url == link.url), None
        )
        links.append(_link(link, evidence, signs, choice))
    kept = _kept(links)
    links = [_with_its_copy(link) if link.url in kept else link for link in links]
    if decisions and today:
        links = accepted(links, reference, decisions, today)
        findings += expired(links, reference, decisions, today)
    for verdict in links:
        findings += _findings(reference, verdict, verdict.url in kept)
    works = [opinion for opinion in opinions if isinstance(opinion, WorkVerdict)]
    quoted = tuple(opinion for opinion in opinions if isinstance(opinion, JudgedQuotation))
    changed = tuple(opinion for opinion in opinions if isinstance(opinion, PageChange))
    return Verdict(reference, tuple(links), tuple(findings), _work(works), quoted, changed)


def _work(said: Sequence[WorkVerdict]) -> WorkVerdict | None:
    """What all indexes say together: the outcome of the one that got furthest, the gravest status of any."""
    if not said:
        return None
    decisive = min(said, key=lambda work: WORK_PRECEDENCE.index(work.outcome))
    status = min((work.status for work in said), key=GRAVITY.index)
    evidence = dict.fromkeys(ask for work in (decisive, *said) for ask in work.evidence)
    return replace(decisive, status=status, evidence=tuple(evidence))


def judged_so_far(
    reference: Reference, evidence: Evidence, verifiers: Sequence[Verifier]
) -> Verdict | None:
    """The verdict by what some verifiers say; None while one of them still has a question."""
    if any(
        ask not in evidence.answers for one in verifiers for ask in one.asks(reference, evidence)
    ):
        return None
    opinions = [opinion for one in verifiers for opinion in one.weigh(reference, evidence)]
    return judge(reference, evidence, opinions)


def _kept(links: Iterable[LinkVerdict]) -> set[str]:
    """Pages of which a sound copy is cited beside them: that they are gone is no fault of the note."""
    copies = [archive_address(link.url) for link in links if link.link_class is LinkClass.OK]
    return {copy.original for copy in copies if copy}


def _with_its_copy(link: LinkVerdict) -> LinkVerdict:
    if link.link_class is LinkClass.OK:
        return link
    first, *others = link.reasons
    return replace(
        link, reasons=(first, "The note cites an archived copy of it that is well.", *others)
    )


def _distinct(links: Iterable[Link]) -> list[Link]:
    return list({link.url: link for link in reversed(tuple(links))}.values())[::-1]


def _link(
    link: Link, evidence: Evidence, signs: Sequence[Sign], choice: MementoChoice | None
) -> LinkVerdict:
    answer = deciding(link.url, evidence)
    if not signs or not_judged(answer):
        unasked = any(sign.state in (LinkState.UNSUPPORTED, LinkState.REFUSED) for sign in signs)
        if not unasked:
            signs = [_not_judged(link.url, evidence, answer)]
    ordered = _in_order(signs)
    decisive = ordered[0]
    past = trend(evidence.history.get(first_look(link.url), ()))
    last_well = past.last_well
    if (
        isinstance(answer, Fetched)
        and answer.status < 400
        and decisive.state.link_class is LinkClass.OK
    ):
        last_well = answer.at
    failing = decisive.state is LinkState.TRANSIENT and past.suspected
    replacement = decisive.replacement
    if (
        replacement is None
        and choice
        and choice.memento
        and decisive.state.link_class is not LinkClass.OK
    ):
        replacement = choice.memento.uri_m
    agreeing = [
        s
        for s in ordered
        if s.state is decisive.state or s.state.link_class is decisive.state.link_class
    ]
    return LinkVerdict(
        link.url,
        decisive.state,
        tuple(dict.fromkeys(sign.reason for sign in agreeing)),
        tuple(ordered),
        answer.hops if answer else (),
        answer.at if answer and not not_judged(answer) else None,
        suspected=failing,
        last_well=last_well,
        memento=choice,
        replacement=replacement,
        conditions=evidence.conditions.get(answer.ask) if answer else None,
        digest=(answer.digest or "") if isinstance(answer, Fetched) else "",
    )


def _in_order(signs: Sequence[Sign]) -> list[Sign]:
    """The deciding sign first, those that another refutes last."""
    refuted = {code for sign in signs for code in sign.refutes}
    return sorted(
        signs, key=lambda s: (s.code in refuted, PRECEDENCE.index(s.state), not s.refutes)
    )


def _not_judged(url: str, evidence: Evidence, answer: Fetched | Unreachable | None) -> Sign:
    if not evidence.network.online:
        reason = f"Not judged: {evidence.network.detail}."
    elif isinstance(answer, Unreachable):
        reason = f"Not judged: {answer.detail or 'the run was stopped'}."
    else:
        reason = "Not judged: nothing was asked."
    return Sign(url, LinkState.NOT_JUDGED, "not-judged", reason)


_LEVELS = {LinkClass.BROKEN: Level.ERROR, LinkClass.UNKNOWN: Level.WARNING}


def place_of(reference: Reference, url: str) -> Place | None:
    """Where an address stands, by its own line and column where these are known; else where its note does."""
    own = (link.place for link in reference.links if link.url == url and link.place)
    return next(own, reference.place)


def _findings(reference: Reference, verdict: LinkVerdict, kept: bool) -> Iterable[Finding]:
    """A broken link is an error, one that could not be told a warning, one that moved or is kept a hint."""
    note = reference.label
    place = place_of(reference, verdict.url)
    yield from set_aside(verdict, reference, place)
    if verdict.state is LinkState.NOT_JUDGED or verdict.state in (
        LinkState.MOVED,
        LinkState.FRAGMENT_MISSING,
    ):
        level = Level.INFO
    elif verdict.link_class is LinkClass.OK:
        return
    else:
        level = Level.INFO if kept else _LEVELS[verdict.link_class]
    yield Finding(
        f"link-{verdict.state.value}",
        level,
        verdict.reasons[0],
        place,
        note,
        verdict.url,
        verdict.replacement,
        verdict.signs[0].evidence,
    )
