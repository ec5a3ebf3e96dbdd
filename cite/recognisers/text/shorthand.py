"""The short name that a work will be cited by: `[hereinafter CRC]`, `(‘Refugee Convention’)`."""

import re

from cite.model.document import Span
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import either

_HEREAFTER_WORD = (
    r"here(?:in)?after|henceforth|im Folgenden|ci-après|en adelante|cited (?:hereafter |below )?as"
)
_CITED_AS = r"cited\s+as|referred to as|abbreviated(?: as)?|as|called|zitiert(?: als)?"
_SHORT = r"[“‘\"'*]?(?P<short>[^()\[\]“”\"‘]{2,80}?)[”’\"'*]?"
_HEREAFTER = re.compile(
    rf"(?<!\w)(?:{_HEREAFTER_WORD})(?:\s+(?:{_CITED_AS}))?:?,?\s+(?:the\s+)?{_SHORT}\s*(?:[)\]]|$)[.,]?",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"[(\[]\s{0,2}(?:the\s)?[“‘\"'](?P<short>[A-Z][^()“”‘\"]{1,60}?)[”’\"']\s{0,2}[)\]]"
)
_INSTRUMENT = either(
    "Convention | Act | Protocol | Treaty | Charter | Covenant | Directive | Regulation | Declaration"
)
_NAMED = re.compile(rf"[(\[](?:the\s)?(?P<short>(?:[A-Z][\w’'-]+\s){{1,5}}{_INSTRUMENT})[)\]]")


def read_shorthand(draft: Draft) -> None:
    """The name, taken out of what is read as title or remark."""
    match = (
        _HEREAFTER.search(draft.text)
        or _DEFINED.search(draft.text, 8)
        or _NAMED.search(draft.text, 20)
    )
    if match:
        draft.put_group("shorttitle", match, "short")
        start = (
            len(draft.text[: match.start()].rstrip(" ,.;(["))
            if match.re is _HEREAFTER
            else match.start()
        )
        draft.use(Span(start, match.end()))
