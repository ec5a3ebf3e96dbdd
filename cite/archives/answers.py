"""What archives of every kind share: the words for an answer, its failures, and how a TimeMap is read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from cite.formats.link_format import Links, NearestLinks, parse_links
from cite.model.evidence import (
    NO_ANSWER,
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Memento,
    MementosOutcome,
    Pool,
    TimeMap,
    Unreachable,
)
from cite.model.options import ArchiveSettings
from cite.recognisers.addresses.archive_address import archive_address

Answers = Sequence[Fetched | Unreachable]

MOST_KEPT = 200
"""Captures of one answer that are weighed."""
NONE_KEPT = "the archive has no capture of it"
_REFUSALS = frozenset({401, 403, 429, 451})


def timestamp(when: datetime) -> str:
    """Fourteen digits, as replay addresses have them."""
    when = when.astimezone(UTC)
    return f"{when.year:04}{when:%m%d%H%M%S}"


def copy_below(url: str, base: str, name: str) -> Memento | None:
    """The copy that an address below an archive's base stands for, or None."""
    address = archive_address(url, base) if url.startswith(f"{base}/") else None
    if address is None or address.time is None:
        return None
    return Memento(url, address.original, address.time, name)


def raw_copy(memento: Memento, base: str) -> str | None:
    """A capture as it was received, without banner and rewriting, where its address has the usual form."""
    address = archive_address(memento.uri_m, base)
    return address.raw if address else None


def said(answers: Answers) -> tuple[str, ...]:
    """What was asked and what came back, a line each."""
    return tuple(f"{answer.ask.url} → {_came(answer)}" for answer in answers)


def _came(answer: Fetched | Unreachable) -> str:
    if isinstance(answer, Fetched):
        return str(answer.status)
    return "not asked" if answer.fault in NO_ANSWER else f"{answer.fault}: {answer.detail}"


def failed(ask: FindMementos, answers: Answers, at: datetime, words: str = "") -> TimeMap:
    """An archive's own failure: refused or unknown, never absent."""
    via = said(answers)
    if not answers:
        return TimeMap(ask, at, MementosOutcome.UNKNOWN, (), "the archive was not asked", via=via)
    decisive = answers[-1] if turned_away(answers[-1]) else answers[0]
    if isinstance(decisive, Unreachable):
        refused = decisive.fault is Fault.LEFT_ALONE
        unasked = decisive.fault in NO_ANSWER
        what = "the archive was not asked" if unasked else "the archive did not answer"
        detail = words or f"{what}: {decisive.detail.removeprefix('not judged: ')}"
    elif decisive.status in _REFUSALS:
        refused, detail = True, f"the archive answered {decisive.status}: it refuses to say"
    else:
        refused = False
        detail = words or f"the archive answered {decisive.status}, which says nothing about copies"
    outcome = MementosOutcome.REFUSED if refused else MementosOutcome.UNKNOWN
    return TimeMap(ask, at, outcome, (), detail, via=via)


def absent(ask: FindMementos, answers: Answers, at: datetime) -> TimeMap:
    """The archive's own word that it has no capture."""
    return TimeMap(ask, at, MementosOutcome.ABSENT, (), NONE_KEPT, via=said(answers))


def found(
    ask: FindMementos, answers: Answers, at: datetime, mementos: Sequence[Memento], *notes: str
) -> TimeMap:
    """Captures, nearest to the date first, and in words why they are not all there are."""
    nearest = sorted(mementos, key=lambda memento: abs(memento.datetime - ask.near))
    left = len(nearest) - MOST_KEPT
    cut = f"the {left} captures furthest from the date left out" if left > 0 else ""
    detail = ", ".join(filter(None, [*notes, cut]))
    kept = tuple(nearest[:MOST_KEPT])
    return TimeMap(ask, at, MementosOutcome.FOUND, kept, detail, not detail, via=said(answers))


def turned_away(answer: Fetched | Unreachable) -> bool:
    """Whether asking further would be indecent."""
    if isinstance(answer, Unreachable):
        return answer.fault in NO_ANSWER
    return answer.status in _REFUSALS


def ask_timemap(url: str, ask: FindMementos) -> Fetch:
    """A TimeMap, of whatever length, sifted on its way in."""
    plain = (("Accept-Encoding", "identity"),)
    return Fetch(url, headers=plain, body_limit=4_000_000, sieve=NearestLinks(ask.near))


def timemap(answer: Fetched | Unreachable, archive: str) -> Links | None:
    """The links of a TimeMap; None for what is none, such as a page of the archive's own."""
    if not isinstance(answer, Fetched) or answer.status != 200:
        return None
    links = parse_links(answer.body.decode("utf-8", "replace"), archive)
    if not links.original and not links.mementos:
        return None
    return replace(links, mementos=tuple(map(_with_original, links.mementos)))


def says_none(answer: Fetched | Unreachable) -> bool:
    """Whether a TimeMap says that there are no captures: 404, and in the format of one."""
    return (
        isinstance(answer, Fetched)
        and answer.status == 404
        and "link-format" in answer.header("content-type")
    )


def broken_off(answer: Fetched | Unreachable) -> str:
    """Why an answer may not be all of it, in words."""
    if not isinstance(answer, Fetched):
        return ""
    return "; ".join([*answer.flaws, *(["it is longer than is read"] if answer.truncated else [])])


def _with_original(memento: Memento) -> Memento:
    address = archive_address(memento.uri_m)
    own = address.original if address else ""
    return replace(memento, uri_r=own or memento.uri_r or memento.uri_m)


@dataclass(frozen=True, slots=True)
class Paces:
    """The two pools of an archive: its index, and its copies."""

    index: Pool
    replay: Pool


def paces(settings: ArchiveSettings, index: float, replay: float) -> Paces:
    """The pace of cite.toml, else the default; none for a server on this very machine."""
    parts = urlsplit(settings.base)
    host = (parts.hostname or "").lower()
    own = host == "localhost" or host.startswith("127.") or host == "::1"
    per_minute = settings.per_minute or (None if own else index)
    replayed = settings.replay_per_minute or (None if own else replay)
    return Paces(
        Pool(f"{parts.netloc} index", per_minute), Pool(f"{parts.netloc} replay", replayed)
    )
