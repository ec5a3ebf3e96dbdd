"""The addresses in a note, as shown and as pointed to, and what is wrong with them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from cite.model.document import Anchor, Link, Run, Span, Style, plain
from cite.model.findings import Finding, Level, Place
from cite.recognisers.addresses.url import (
    Cleaned,
    clean,
    find_addresses,
    looks_like_address,
    same_address,
)


def read_links(
    runs: Sequence[Run], place: Place, note: str | None
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Links and bare addresses, in order; findings for those mended, misleading or malformed.

    Where an address shown differs from the address it points to, both are links: publishers print the
    living address and point to an archived copy. `note` is None for the text itself.
    """
    links: list[Link] = []
    findings: list[Finding] = []
    for link in _links(runs):
        raw = link.href if link.href is not None else link.shown
        if link.href is not None and _is_no_source(link.href, in_text=note is None):
            continue
        cleaned = clean(raw)
        findings += _said_of(raw, cleaned, place, note)
        if cleaned.template:
            continue
        links.append(link)
        if link.href is not None and _shows_another(link.shown, link.href):
            findings.append(_differs(link, place, note))
            shown = clean(link.shown)
            if not shown.fault and not shown.template:
                links.append(_as_shown(link, shown.url))
    return tuple(links), tuple(findings)


def _said_of(raw: str, cleaned: Cleaned, place: Place, note: str | None) -> Iterator[Finding]:
    """What is wrong with an address as it stands."""
    if cleaned.template:
        message = f"“{raw}” is a pattern, not an address."
        yield Finding("template-address", Level.WARNING, message, place, note, cleaned.url)
        return
    if cleaned.fault:
        message = f"“{raw}” is no address: {cleaned.fault}."
        yield Finding("malformed-address", Level.ERROR, message, place, note, cleaned.url)
    for repair in cleaned.repairs:
        message = f"“{raw}” was mended: {repair}."
        url = cleaned.url
        yield Finding("address-repaired", Level.WARNING, message, place, note, url, url)


def _shows_another(shown: str, href: str) -> bool:
    return looks_like_address(shown) and not same_address(shown, href)


def _differs(link: Link, place: Place, note: str | None) -> Finding:
    shown = link.shown.strip()
    message = f"The address shown, {shown}, is not the one it leads to, {link.href}."
    return Finding("shown-address-differs", Level.WARNING, message, place, note, link.url)


def _as_shown(link: Link, url: str) -> Link:
    words = link.shown.strip()
    return replace(link, url=url, shown=words, href=None, href_anchor=None, within=link)


_WHOLE = re.compile(
    r"(?:https?|ftp|doi|hdl|urn|info|ark|arxiv):|//|www\.|10\.\d{4,9}/", re.IGNORECASE
)


def _is_no_source(href: str, in_text: bool) -> bool:
    """A place in the page itself; in running text also what leads about the site, or to no page at all."""
    return href.startswith("#") or (in_text and not _WHOLE.match(href.strip()))


def _links(runs: Sequence[Run]) -> Iterator[Link]:
    """Linked runs as one link each; addresses in the words between them."""
    offset = 0
    for (href, _), group in groupby(runs, key=lambda run: (run.href, run.href_anchor)):
        some = tuple(group)
        text = plain(some)
        starts = (0, *accumulate(len(run.text) for run in some))
        if href is None:
            for found in find_addresses(text):
                span = Span(offset + found.start, offset + found.end)
                where = _anchors(some, starts, found.start, found.end)
                link = Link(found.url, found.shown, None, span)
                if any(run.style & Style.CODE for run in some):
                    in_code = _in_code(some, starts, found.start, found.end)
                    link = replace(link, in_code=in_code)
                yield _placed(link, where)
        elif text.strip() or href:
            span = Span(offset, offset + len(text))
            link = Link(clean(href).url, text, href, span, href_anchor=some[0].href_anchor)
            yield _placed(link, _anchors(some, starts, 0, len(text)))
        offset += len(text)


def _in_code(runs: Sequence[Run], starts: Sequence[int], start: int, end: int) -> bool:
    """Whether an address stands in program text that holds more than it."""
    return any(
        Style.CODE in run.style
        and first < end
        and start < first + len(run.text)
        and len(run.text.strip(_AROUND_AN_ADDRESS)) > end - start
        for run, first in zip(runs, starts, strict=False)
    )


_AROUND_AN_ADDRESS = " <>().,;:"
"""What may stand beside an address in code that is nothing but it."""


def _placed(link: Link, where: tuple[Anchor, ...]) -> Link:
    """The link with its place in the source: one stretch, or one of each node it stands in."""
    if len(where) == 1:
        return replace(link, anchor=where[0])
    return replace(link, pieces=where)


def _anchors(
    runs: Sequence[Run], starts: Sequence[int], start: int, end: int
) -> tuple[Anchor, ...]:
    """Where a stretch of some runs' words stands in the source, one for each node; none where that is not known.

    `starts` are the offsets at which the runs begin, and the one at which the last ends. A run without words
    that stands in the stretch has no place, and then the stretch has none.
    """
    found: list[Anchor] = []
    for index in range(max(0, bisect_right(starts, start) - 1), len(runs)):
        if starts[index] >= end:
            break
        size = starts[index + 1] - starts[index]
        part = runs[index].source(max(0, start - starts[index]), min(size, end - starts[index]))
        if part is None:
            return ()
        same = found and (found[-1].part, found[-1].node) == (part.part, part.node)
        found[-1:] = [replace(found[-1], end=part.end)] if same else [*found[-1:], part]
    return tuple(found)
