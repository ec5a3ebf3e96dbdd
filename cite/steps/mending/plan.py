"""Verdicts to what is to be written anew in an article, and to what is left to a person.

Only what is certain is changed by itself: the same work at a new address, a copy that was looked at, an address
over TLS to which the site itself leads. What could not be told is never changed.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from cite.model.decisions import Action, Decision, Decisions
from cite.model.document import Anchor, Link
from cite.model.evidence import Memento
from cite.model.mending import Cause, Change, Left, Mending, Style
from cite.model.references import ReadDocument, ReferenceList
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict
from cite.recognisers.addresses.archive_address import archive_address
from cite.recognisers.addresses.url import looks_like_address, same_address
from cite.steps.mending.places import Standing, standings
from cite.steps.mending.remarks import remarks
from cite.steps.mending.shown import is_name


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asked for."""

    causes: Collection[Cause] = tuple(Cause)
    style: Style | None = None
    """None for what fits each link: printed addresses keep their page beside the copy, others lead to the copy."""
    decisions: Decisions = field(default_factory=Decisions)
    today: date = field(default_factory=date.today)


def plan(report: Report, given: ReadDocument | ReferenceList, wanted: Wanted) -> Mending:
    """What to change in one article or bibliography of a report."""
    judged = _Judged.of(report, given.path)
    escaped = _escaped_twice(report, given.path)
    changes: list[Change] = []
    left: list[Left] = []
    places = tuple(standings(given))
    for at in places:
        planned = _planned(at, judged.at(at), at.link.url in escaped, wanted)
        if isinstance(planned, Change):
            changes.append(planned)
        elif planned:
            left.append(Left(at.link.url, at.place, at.note, planned))
    shared = _at_odds(places, changes)
    left += [Left(one.link.url, one.place, one.note, _SHARED) for one in shared]
    kept = tuple(one for one in changes if one not in shared)
    said = remarks(given, judged.everywhere) if isinstance(given, ReadDocument) else ()
    return Mending(kept, tuple(left), said, wanted.today, judged.unasked)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What was found of each address, and what people said of it in one note alone."""

    everywhere: Mapping[str, LinkVerdict]
    in_note: Mapping[tuple[str | None, str], LinkVerdict]

    @classmethod
    def of(cls, report: Report, path: str) -> "_Judged":
        """Of one article of a report."""
        found = [
            (verdict.reference.label, link)
            for verdict in report.verdicts
            if verdict.reference.id.input == path
            for link in verdict.links
        ]
        return cls(
            {link.url: link for _, link in reversed(found)},
            {(note, link.url): link for note, link in reversed(found)},
        )

    @property
    def unasked(self) -> int:
        """How many addresses nobody has asked yet."""
        return sum(one.state is LinkState.NOT_JUDGED for one in self.everywhere.values())

    def at(self, place: Standing) -> LinkVerdict | None:
        """What is known of the address at a place."""
        url = place.link.url
        return self.in_note.get((place.note, url)) or self.everywhere.get(url)


def _escaped_twice(report: Report, path: str) -> set[str]:
    return {
        finding.url
        for finding in report.findings
        if finding.code == "escaped-address"
        and finding.url
        and finding.place
        and finding.place.path == path
    }


def _planned(
    at: Standing, verdict: LinkVerdict | None, escaped: bool, wanted: Wanted
) -> Change | str | None:
    """A change, a reason why there is none where one would expect it, or nothing."""
    decision = wanted.decisions.about(at.link.url, at.note, wanted.today)
    if decision and decision.action is Action.KEEP:
        return None
    by_decision = decision and decision.action is not Action.CHECKED
    if at.link.within and is_name(at.link):
        return None
    if reason := _out_of_reach(at.link):
        return reason if by_decision or _needs(verdict) else None
    if decision and by_decision:
        return _decided(at, verdict, decision)
    found = _by_verdict(at, verdict, wanted) if verdict and not at.leads_to_a_copy else None
    if isinstance(found, Change) and (at.printed_by or _is_bare_name(at.link)):
        return _beside_what_stays(at, found)
    if found is None and escaped and Cause.ESCAPES in wanted.causes:
        why = "It was escaped twice."
        return _change(at, Cause.ESCAPES, at.link.url, Style.REPLACE, why)
    return found


def _is_bare_name(link: Link) -> bool:
    return link.href is None and is_name(link)


def _beside_what_stays(at: Standing, change: Change) -> Change | str | None:
    """A copy behind the name of a work, or behind what a reference manager prints and would print again."""
    if change.memento:
        return replace(change, style=Style.APPEND)
    if not at.printed_by or change.cause is Cause.HTTPS:
        return None
    return f"{at.printed_by} prints it; put {change.new} in its place there"


def _out_of_reach(link: Link) -> str:
    """Why an address cannot be written anew; nothing where it can."""
    if link.in_code:
        return "it is a part of program text"
    if not (link.anchor or link.href_anchor or link.pieces):
        return "its place in the source is not known"
    return ""


def _needs(verdict: LinkVerdict | None) -> bool:
    return verdict is not None and verdict.link_class is LinkClass.BROKEN


def _decided(at: Standing, verdict: LinkVerdict | None, decision: Decision) -> Change | str:
    memento = verdict.memento.memento if verdict and verdict.memento else None
    new = decision.by or (verdict.replacement if verdict else None) or ""
    if not new or same_address(new, at.link.url):
        return "it is to be replaced, and nothing is known to put"
    if memento is None or memento.uri_m != new:
        memento = None
    style = Style.APPEND if decision.action is Action.APPEND else Style.REPLACE
    cause = Cause.DEAD if archive_address(new) or memento else Cause.MOVED
    return _change(at, cause, new, style, decision.why or "So it was decided.", memento)


def _by_verdict(at: Standing, verdict: LinkVerdict, wanted: Wanted) -> Change | str | None:
    why = verdict.reasons[0] if verdict.reasons else ""
    if verdict.state is LinkState.MOVED and verdict.replacement:
        if _differ_in_scheme_alone(at.link.url, verdict.replacement):
            return _if(wanted, _change(at, Cause.HTTPS, verdict.replacement, Style.REPLACE, why))
        return _if(wanted, _change(at, Cause.MOVED, verdict.replacement, Style.REPLACE, why))
    if verdict.link_class is LinkClass.OK:
        if verdict.by_hand:
            return None
        secure = _secure(at.link.url, verdict)
        why = "The site sends its readers to the same address over TLS."
        return _if(wanted, _change(at, Cause.HTTPS, secure, Style.REPLACE, why)) if secure else None
    if verdict.link_class is not LinkClass.BROKEN:
        return "it could not be told what it is; a person should look" if verdict.asked_at else None
    if Cause.DEAD not in wanted.causes or at.has_its_copy:
        return None
    memento = verdict.memento.memento if verdict.memento else None
    if memento is None:
        return "no archived copy of it is known"
    style = _possible(wanted.style or _fitting(at.link), at.link)
    return _change(at, Cause.DEAD, memento.uri_m, style, why, memento)


def _if(wanted: Wanted, change: Change) -> Change | None:
    return change if change.cause in wanted.causes else None


def _change(
    at: Standing, cause: Cause, new: str, style: Style, why: str, memento: Memento | None = None
) -> Change:
    return Change(at.link, at.place, at.note, cause, new, style, why, memento, at.context)


def _fitting(link: Link) -> Style:
    """A printed address keeps its page in sight; behind other words it leads to the copy."""
    printed = link.href is None or looks_like_address(link.shown)
    return Style.APPEND if printed else Style.REPLACE


def _possible(style: Style, link: Link) -> Style:
    """No link stands in another: what is printed in one that leads elsewhere has its copy behind it."""
    return Style.APPEND if style is Style.ROBUST_LINKS and link.within else style


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


_SHARED = (
    "its address is written once for several places, and not all of them are to lead elsewhere"
)


def _at_odds(places: Sequence[Standing], changes: Sequence[Change]) -> list[Change]:
    """Changes of a target that others share (a definition of Markdown), where these are to stay or to differ."""
    sharing = Counter(at.link.href_anchor for at in places if _is_in_text(at.link.href_anchor))
    new: dict[Anchor, list[str]] = {}
    for one in changes:
        if one.link.href_anchor and one.style is not Style.APPEND:
            new.setdefault(one.link.href_anchor, []).append(one.new)
    at_odds = {
        anchor
        for anchor, every in new.items()
        if _is_in_text(anchor) and (len(every) < sharing[anchor] or len(set(every)) > 1)
    }
    return [
        one for one in changes if one.link.href_anchor in at_odds and one.style is not Style.APPEND
    ]


def _is_in_text(anchor: Anchor | None) -> bool:
    """Whether a target is edited where it stands; packages write a new one for each link."""
    return anchor is not None and anchor.node is None
