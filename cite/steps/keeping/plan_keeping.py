"""What of an article's sources goes to which archive, and why the rest does not."""

import ipaddress
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from cite.model.evidence import Memento
from cite.model.keeping import Fate, Keeper, Planned, Sending, Wanted
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict
from cite.recognisers.addresses.network_address import public
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.consider import askable

_NOT_PUBLIC = ("localhost", "local", "internal", "lan", "home", "corp", "invalid", "onion")
_UNKNOWN = {
    LinkState.NOT_JUDGED: "not checked yet",
    LinkState.BLOCKED: "it turns programs away; the archive may fare better",
    LinkState.LOGIN_OR_PAYWALL: "behind a login or paywall; the archive may fare better",
    LinkState.TRANSIENT: "it did not answer last time; the archive may fare better",
}


def addresses(report: Report) -> dict[str, LinkVerdict]:
    """Each page cited once, without its fragment, in document order."""
    pages: dict[str, LinkVerdict] = {}
    for link in _links(report):
        pages.setdefault(_page(link), link)
    return pages


def _links(report: Report) -> list[LinkVerdict]:
    return [link for verdict in report.verdicts for link in verdict.links]


def _page(link: LinkVerdict) -> str:
    return askable(link.url).partition("#")[0]


def plan(
    report: Report,
    keepers: Sequence[Keeper],
    queue: Mapping[tuple[str, str], Sending],
    is_copy: Callable[[str], bool],
    again: bool = False,
) -> tuple[Planned, ...]:
    """Every page at every keeper. `again` sends what was kept, or refused for good, once more."""
    planned = []
    for url, link in addresses(report).items():
        for keeper in keepers:
            against = unfit(url, is_copy, public_only=_public(_host(keeper.base))) or not_the_work(
                link
            )
            send, why = (
                (False, against) if against else _queued(queue.get((keeper.name, url)), link, again)
            )
            planned.append(Planned(keeper.name, url, send, why))
    return tuple(planned)


def unfit(url: str, is_copy: Callable[[str], bool], public_only: bool = True) -> str:
    """Why an address is none to hand to an archive, whatever stands there; nothing for one that is.

    An archive that is itself on a private network may have the pages of that network.
    """
    host = _host(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return "it is no address"
    if parts.scheme not in ("http", "https") or not host:
        return "it is no address of the web"
    if parts.username or parts.password:
        return "it holds a name or a password"
    if public_only and not _public(host):
        return "it is not on the public web"
    if is_copy(url):
        return "it is an archive's copy already"
    return ""


def _host(url: str) -> str:
    return split_url(url).host.rstrip(".")


def _public(host: str) -> bool:
    try:
        return public(ipaddress.ip_address(host))
    except ValueError:
        return "." in host and host.rpartition(".")[2] not in _NOT_PUBLIC


def not_the_work(link: LinkVerdict) -> str:
    """Why a copy made now would keep the breakage and not the work; nothing where it would not."""
    if link.link_class is LinkClass.BROKEN and link.state is not LinkState.TLS_INVALID:
        return f"{link.state}: a copy made now does not show the work"
    return ""


def _queued(sending: Sending | None, link: LinkVerdict, again: bool) -> tuple[bool, str]:
    if sending is None or (again and sending.fate in (Fate.KEPT, Fate.FAILED)):
        return True, _UNKNOWN.get(link.state, str(link.state))
    day = f"{sending.since:%Y-%m-%d}"
    if sending.fate is Fate.KEPT:
        return False, f"kept on {day}: {sending.copy}"
    if sending.fate is Fate.FAILED:
        return False, f"refused on {day}: {sending.detail}; --again sends it once more"
    told = f": {sending.detail}" if sending.detail else ""
    return True, f"in the queue since {day}{told}"


def to_capture(report: Report, raw: Callable[[Memento], str | None]) -> tuple[Wanted, ...]:
    """Every page cited, and beside one that is not well the archive's copy for each date it was cited at."""
    wanted: dict[str, Wanted] = {}
    for link in _links(report):
        url = _page(link)
        if not url.startswith(("http://", "https://")):
            continue
        wanted.setdefault(url, Wanted(url, not_the_work(link)))
        copy = link.memento.memento if link.memento else None
        if copy and (address := raw(copy)):
            wanted.setdefault(address, Wanted(address, copy_of=url))
    return tuple(wanted.values())
