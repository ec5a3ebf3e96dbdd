"""Addresses, identifiers and the date of access; and the remark behind an address."""

import re

from cite.model.document import Span
from cite.recognisers.dates import find_accessed, find_dates
from cite.recognisers.draft import Draft
from cite.recognisers.identifiers import find_identifiers


def read_addresses(draft: Draft) -> None:
    """Address, identifiers, date of access."""
    text = draft.text
    if accessed := find_accessed(text):
        date, span = accessed
        draft.put("urldate", str(date), span)
    for name, value, span in find_identifiers(text):
        draft.put(name, value, span)
    last = 0
    for link in draft.part.links:
        if "doi.org/10." in link.url.lower():
            draft.put("doi", re.sub(r"^.*?doi\.org/", "", link.url, flags=re.IGNORECASE), link.span)
        elif link.href is None or link.shown.strip().startswith(("http", "www")):
            draft.put("url", link.url, link.span)
        else:
            draft.fields.setdefault("url", link.url)
            continue
        last = max(last, link.span.end)
    remark = text[last:].strip(" .,;>)") if last else ""
    if remark and not draft.used[len(text.rstrip(" .,;>)")) - 1] and re.match(r"[a-zA-Z(]", remark):
        start = text.rfind(remark)
        if not find_dates(remark) and len(remark.split()) <= 12:
            draft.trailing = remark
            draft.use(Span(start, start + len(remark)))
