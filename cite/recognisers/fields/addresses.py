"""Addresses, identifiers and the date of access; and the remark behind an address."""

import re

from cite.model.document import Link, Span
from cite.recognisers.addresses.url import looks_like_address
from cite.recognisers.fields.dates import find_accessed, find_dates
from cite.recognisers.fields.identifiers import find_identifiers
from cite.recognisers.text.draft import Draft

_DOI = re.compile(r"^.*?doi\.org/(?=10\.)", re.IGNORECASE)
_AVAILABLE = r"\(?\bavailable\s+(?:online\s+)?(?:at|from|via|through)|verfügbar unter|disponible (?:en|sur)|[Dd]isponível em|доступ"
_AT = r"\bat\b|\bonline\b(?:\s+at)?|\b(?:URL|Web|Online|Internet)\s?:|\bfrom|\bvia"
_LEAD_IN = re.compile(rf"(?:[,.;]?\s*(?:{_AVAILABLE}|{_AT})\s*:?\s*[<(\[]?)\s*$", re.IGNORECASE)


def read_addresses(draft: Draft) -> None:
    """Address, identifiers, date of access.

    Where an address shown leads elsewhere, the one shown is the work's: publishers point to a copy they keep.
    """
    text = draft.text
    if accessed := find_accessed(text):
        date, span = accessed
        draft.put("urldate", str(date), span)
    for name, value, span in find_identifiers(text):
        draft.put(name, value, span)
    last = 0
    for link in sorted(draft.part.links, key=lambda link: (link.span.start, link.href is not None)):
        if _DOI.match(link.url):
            draft.put("doi", _DOI.sub("", link.url), _shown(draft, link))
        elif looks_like_address(link.shown):
            draft.put("url", link.url, _shown(draft, link))
        else:
            if "url" not in draft.fields:
                draft.fields["url"] = link.url
                draft.spans["url"] = link.span
            continue
        last = max(last, link.span.end)
        if lead := _LEAD_IN.search(text, max(0, link.span.start - 60), link.span.start):
            draft.use(Span(lead.start(), link.span.start))
    if last:
        _remark(draft, last)


def _shown(draft: Draft, link: Link) -> Span:
    """Without the white space around it."""
    shown = draft.text[link.span.start : link.span.end]
    start = link.span.start + len(shown) - len(shown.lstrip())
    return Span(start, start + len(shown.strip()))


def _remark(draft: Draft, last: int) -> None:
    """A few words behind the address: `among many others`."""
    text = draft.text
    remark = text[last:].strip(" .,;>)")
    if (
        not remark
        or draft.used[len(text.rstrip(" .,;>)")) - 1]
        or not re.match(r"[a-zA-Z(]", remark)
    ):
        return
    if not find_dates(remark) and len(remark.split()) <= 12:
        start = text.rfind(remark)
        draft.trailing = remark
        draft.use(Span(start, start + len(remark)))
