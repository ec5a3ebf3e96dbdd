"""Which edition, and which version, of a work is cited."""

import re

from cite.model.document import Span
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import ORDINALS, capital_or_not, either

_COUNTED = r"\d{1,2}\s?(?:st|nd|rd|th|d|\.)?"
_CHANGED = r"[Rr]ev(?:ised|\.)?|" + capital_or_not("new | expanded | updated | abridged | enlarged")
_AND_CHANGED = r"rev(?:ised|\.)?|" + either("and | expanded | updated | enlarged")
_EDITION_WORD = either("edn | ed | edition | Aufl | Auflage | éd | Ausg")
_EDITION = re.compile(
    rf"(?<![\w-])(?P<edition>{_COUNTED}|{capital_or_not(ORDINALS)}|{_CHANGED})"
    rf"(?:\s+(?:{_AND_CHANGED}))*\s+{_EDITION_WORD}\b\.?,?"
)
_VERSION = re.compile(r"(?<!\w)(?:[Vv]ersion|[Vv]ers\.|v\.?)\s?(?P<version>\d+(?:\.\d+)+\w*)")


def read_edition(draft: Draft) -> None:
    """`2nd rev. edn`, behind the title; a figure alone is an edition only before an English word for it."""
    after = draft.title.end
    match = _EDITION.search(draft.rest(after))
    if match is None:
        return
    value = match["edition"].strip()
    if value.isdecimal() and "ed" not in match[0]:
        return
    start = after + match.start("edition")
    draft.put("edition", value, Span(start, start + len(value)))
    draft.use(Span(after + match.start(), after + match.end()))


def read_version(draft: Draft) -> None:
    """`version 2.1`, behind the title."""
    after = draft.title.end
    if version := _VERSION.search(draft.rest(after)):
        draft.put_group("version", version, "version", after)
        draft.use(Span(after + version.start(), after + version.end()))
