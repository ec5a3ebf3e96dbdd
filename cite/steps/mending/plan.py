"""Verdicts to what is to be written anew in an article, and to what is left to a person.

Only what is certain is changed by itself: the same work at a new address, a copy that was looked at, an address
over TLS to which the site itself leads. What could not be told is never changed.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from cite.model.decisions import Action, Decision, Decisions
from cite.model.document import Link
from cite.model.evidence import Memento
from cite.model.findings import Place
from cite.model.mending import Cause, Change, Left, Mending, Style
from cite.model.references import ReadDocument
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict
from cite.recognisers.addresses.archive_address import archive_address
from cite.recognisers.addresses.url import bare_address, looks_like_address, same_address
from cite.steps.mending.remarks import remarks

_NEAR = 2
"""In the text itself, how many links before and behind one may be its copy."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for."""

    causes: Collection[Cause] = tuple(Cause)
    style: Style | None = None
    """None for what fits each link: printed addresses keep their page beside the copy, others lead to the copy."""
    decisions: Decisions = field(default_factory=Decisions)
    today: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a link stands, and among which others."""

    link: Link
    place: Place
    note: str | None
    context: str
    copied: frozenset[str]
    """Addresses of pages whose copies the same note names, or the text close by; as `bare_address` has them."""


def plan(report: Report, document: ReadDocument, wanted: Wanted) -> Mending:
    """What to change in one article of a report."""
    judged = {
        link.url: link
        for verdict in report.verdicts
        if verdict.reference.id.input == document.path
        for link in verdict.links
    }
    escaped = _escaped_twice(report, document)
    changes: list[Change] = []
    left: list[Left] = []
    for at in _places(document):
        planned = _planned(at, judged.get(at.link.url), at.link.url in escaped, wanted)
        if isinstance(planned, Change):
            changes.append(planned)
        elif planned:
            left.append(Left(at.link.url, at.place, at.note, planned))
    return Mending(tuple(changes), tuple(left), remarks(document, judged), wanted.today)


def _places(document: ReadDocument) -> Iterator[_Place]:
    """Every place where an address stands, in the text first, then note by note."""
    links = document.links
    for index, one in enumerate(links):
        near = links[max(0, index - _NEAR) : index + _NEAR + 1]
        yield _Place(one.link, one.place, None, one.sentence, _copied(two.link for two in near))
    for read in document.notes:
        note = read.note
        copied = _copied(note.links)
        for link in note.links:
            yield _Place(link, note.place, note.label, note.text, copied)


def _copied(links: Iterable[Link]) -> frozenset[str]:
    copies = (archive_address(link.url) for link in links)
    return frozenset(bare_address(copy.original) for copy in copies if copy)


def _escaped_twice(report: Report, document: ReadDocument) -> set[str]:
    return {
        finding.url
        for finding in report.findings
        if finding.code == "escaped-address"
        and finding.url
        and finding.place
        and finding.place.path == document.path
    }


def _planned(
    at: _Place, verdict: LinkVerdict | None, escaped: bool, wanted: Wanted
) -> Change | str | None:
    """A change, a reason why there is none where one would expect it, or nothing."""
    decision = wanted.decisions.about(at.link.url, at.note, wanted.today)
    if decision and decision.action in (Action.KEEP, Action.CHECKED):
        return None
    if not (at.link.anchor or at.link.href_anchor or at.link.pieces):
        return "its place in the source is not known" if decision or _needs(verdict) else None
    if decision:
        return _decided(at, verdict, decision)
    found = _by_verdict(at, verdict, wanted) if verdict else None
    if found is None and escaped and Cause.ESCAPES in wanted.causes:
        why = "It was escaped twice."
        return _change(at, Cause.ESCAPES, at.link.url, Style.REPLACE, why)
    return found


def _needs(verdict: LinkVerdict | None) -> bool:
    return verdict is not None and verdict.link_class is LinkClass.BROKEN


def _decided(at: _Place, verdict: LinkVerdict | None, decision: Decision) -> Change | str:
    memento = verdict.memento.memento if verdict and verdict.memento else None
    new = decision.by or (verdict.replacement if verdict else None) or ""
    if not new or same_address(new, at.link.url):
        return "it is to be replaced, and nothing is known to put"
    if memento is None or memento.uri_m != new:
        memento = None
    style = Style.APPEND if decision.action is Action.APPEND else Style.REPLACE
    cause = Cause.DEAD if archive_address(new) or memento else Cause.MOVED
    return _change(at, cause, new, style, decision.why or "So it was decided.", memento)


def _by_verdict(at: _Place, verdict: LinkVerdict, wanted: Wanted) -> Change | str | None:
    why = verdict.reasons[0] if verdict.reasons else ""
    if verdict.state is LinkState.MOVED and verdict.replacement:
        if _differ_in_scheme_alone(at.link.url, verdict.replacement):
            return _if(wanted, _change(at, Cause.HTTPS, verdict.replacement, Style.REPLACE, why))
        return _if(wanted, _change(at, Cause.MOVED, verdict.replacement, Style.REPLACE, why))
    if verdict.link_class is LinkClass.OK:
        secure = _secure(at.link.url, verdict)
        why = "The site sends its readers to the same address over TLS."
        return _if(wanted, _change(at, Cause.HTTPS, secure, Style.REPLACE, why)) if secure else None
    if verdict.link_class is not LinkClass.BROKEN:
        return "it could not be told what it is; a person should look" if verdict.asked_at else None
    if Cause.DEAD not in wanted.causes or _copy_is_beside(at):
        return None
    memento = verdict.memento.memento if verdict.memento else None
    if memento is None:
        return "no archived copy of it is known"
    return _change(at, Cause.DEAD, memento.uri_m, wanted.style or _fitting(at.link), why, memento)


def _if(wanted: Wanted, change: Change) -> Change | None:
    return change if change.cause in wanted.causes else None


def _change(
    at: _Place, cause: Cause, new: str, style: Style, why: str, memento: Memento | None = None
) -> Change:
    return Change(at.link, at.place, at.note, cause, new, style, why, memento, at.context)


def _fitting(link: Link) -> Style:
    """A printed address keeps its page in sight; behind other words it leads to the copy."""
    printed = link.href is None or looks_like_address(link.shown)
    return Style.APPEND if printed else Style.REPLACE


def _copy_is_beside(at: _Place) -> bool:
    return bool(archive_address(at.link.url)) or bare_address(at.link.url) in at.copied


def _secure(url: str, verdict: LinkVerdict) -> str:
    """The address over TLS, where the site was seen to send its readers from one to the other."""
    if not url.lower().startswith("http://") or not verdict.hops:
        return ""
    base = url.partition("#")[0]
    secure = f"https{url[4:]}"
    last = verdict.hops[-1]
    leads = last.url.partition("#")[0] == f"https{base[4:]}" and last.status < 400
    return secure if leads and len(verdict.hops) > 1 else ""


def _differ_in_scheme_alone(one: str, other: str) -> bool:
    return one.lower().startswith("http://") and other == f"https{one[4:]}"
