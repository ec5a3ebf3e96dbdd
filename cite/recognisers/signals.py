"""Signals before a citation, and the words of cross references."""

import re

_SIGNAL = re.compile(
    r"""(?:(?:but\s+)?see(?:,?\s+(?:also|generally|especially|in\s+particular|further))?(?:,?\s*(?:for\s+(?:example|instance)|e\.?\s?g\.?|inter\s+alia))?
      |cf\.?|compare|contra|accord|but\s+cf\.?|e\.\s?g\.|for\s+(?:example|instance)(?:,?\s+see)?|for\s+(?:more|further|a)\b[^.;“"‘]{0,160}?[,]?\s+see(?:\s+also)?
      |(?:as\s+)?(?:quoted|cited|discussed|reprinted|reproduced|published|described)\s+(?:in|by|at)|quoting|citing|adapted\s+from|available\s+(?:in|at)|also|vgl\.?|siehe(?:\s+auch)?|s\.\s?a\.|voir(?:\s+aussi)?|véase|inter\s+alia|source
      |on\s+[^.;,“"]{3,80},\s+see(?:\s+also)?)(?=[\s:,“"‘'(])[:,]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_MID_SIGNAL = re.compile(
    r"(?:^|[\s(,;—–-])(?P<signal>(?:see|cf\.|see also|compare|quoted in|cited in|vgl\.|siehe|see, (?:for example|e\.g\.),?)(?:\s+also|\s+generally)?:?,?)\s+(?=[“\"‘']|[A-ZÀ-Ž])",
    re.IGNORECASE,
)
CROSS_REFERENCE = re.compile(
    r"""(?P<ibid>\b(?:ibid(?:em)?|ibíd)\b\.?)|(?P<opcit>\bop\.?\s*cit\b\.?)|(?P<loccit>\bloc\.?\s*cit\b\.?)
      |(?P<aao>\ba\.\s?a\.\s?O\.?)
      |(?P<supra>\b(?:supra|above|infra|siehe\s+oben|oben)(?:\s*,?\s*(?:at\s+)?(?:foot)?(?:notes?|nn?\.?|Fn\.?|Anm\.?)\s*(?P<label>\d{1,4}|[ivxlc]+))?(?=[\s,.;:)]|$))
      |(?P<nn>(?<=[\s(,])\(?(?:n|nn|note|Fn\.|Anm\.)\s?\.?\s?(?P<label2>\d{1,4})\)?(?=[\s,.;:)]|$))
      |(?P<id>(?:^|(?<=[.;]\s)|(?<=see\s)|(?<=See\s))(?:Id|Idem|idem|id)\b\.?(?=[\s,.;]|$))""",
    re.VERBOSE | re.IGNORECASE,
)
_LOCATOR = re.compile(
    r"^[\s,:]*(?:(?:at|pp?\.?|pages?|S\.|paras?\.?|¶|§)\s*)*(?P<pin>(?:paras?\.?\s*|¶\s*|§\s*)?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)*)(?=[\s,.;:)]|$)",
    re.IGNORECASE,
)


def leading_signal(text: str) -> int:
    """Where the signal at the start of a text ends; 0 where there is none."""
    match = _SIGNAL.match(text)
    if not match:
        return 0
    more = _SIGNAL.match(text, match.end())
    return more.end() if more else match.end()


def middle_signal(text: str) -> tuple[int, int] | None:
    """The last `see …` inside a sentence that introduces a citation after an argument."""
    found = None
    for match in _MID_SIGNAL.finditer(text):
        found = match.span("signal")
    return found


def locator_after(text: str) -> tuple[str, int]:
    """The pinpoint that follows a cross reference, and where it ends."""
    match = _LOCATOR.match(text)
    return (re.sub(r"\s*[-–—]\s*", "–", match["pin"]), match.end()) if match else ("", 0)
