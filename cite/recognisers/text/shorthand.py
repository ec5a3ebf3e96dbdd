"""The short name that a work will be cited by: `[hereinafter CRC]`, `(‘Refugee Convention’)`."""

import re

from cite.model.document import Span
from cite.recognisers.text.draft import Draft

_HEREAFTER = re.compile(
    r"(?<!\w)(?:here(?:in)?after|henceforth|im Folgenden|ci-après|en adelante|cited (?:hereafter |below )?as)(?:\s+(?:cited\s+as|referred to as|abbreviated(?: as)?|as|called|zitiert(?: als)?))?:?,?\s+(?:the\s+)?[“‘\"'*]?(?P<short>[^()\[\]“”\"‘]{2,80}?)[”’\"'*]?\s*(?:[)\]]|$)[.,]?",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"[(\[]\s{0,2}(?:the\s)?[“‘\"'](?P<short>[A-Z][^()“”‘\"]{1,60}?)[”’\"']\s{0,2}[)\]]"
)
_NAMED = re.compile(
    r"[(\[](?:the\s)?(?P<short>(?:[A-Z][\w’'-]+\s){1,5}(?:Convention|Act|Protocol|Treaty|Charter|Covenant|Directive|Regulation|Declaration))[)\]]"
)


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
