"""Notes in Cyrillic and in Arabic, whose full stops and commas part fields: only semicolons part works."""

import re
from itertools import pairwise

from cite.recognisers.fields.dates import find_dates
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script

_CUT = re.compile(r"[;؛](?!\s?(?:М|Л|СПб|Пг|Мн|Киев|М\.-Л)\.?\s?[:,])")
_SIGNALS = {
    script: re.compile(rf"\s*(?:{any_of('signals', script)})[\s:,]*", re.IGNORECASE)
    for script in (Script.CYRILLIC, Script.ARABIC)
}
_BRACKETS = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "“"}
_SIGNS = re.compile(
    rf"\s//\s|https?:|(?<!\w)(?:[СсЛ]|[Сс]тр|ص|ص ص|ج|مج|العدد|المجلد)\.?\s?\d|№\s?\d|\sОп\.\s?\d|(?:{any_of('doctoral', Script.ARABIC, Script.CYRILLIC)})"
)


def parts_of(text: str) -> list[tuple[int, int]]:
    """Stretches between semicolons outside brackets and quotations, in order."""
    cuts: list[int] = []
    closing: list[str] = []
    for at, char in enumerate(text):
        if closing and char == closing[-1]:
            closing.pop()
        elif char in _BRACKETS and len(closing) < 20:
            closing.append(_BRACKETS[char])
        elif not closing and _CUT.match(text, at):
            cuts.append(at)
    bounds = [-1, *cuts, len(text)]
    stretches = ((a + 1, b) for a, b in pairwise(bounds))
    return [_shrunk(text, start, end) for start, end in stretches if text[start:end].strip(" .")]


def _shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def leading_words(text: str, script: Script) -> int:
    """Where the words that lead up to a citation end; 0 where there are none."""
    match = _SIGNALS[script].match(text)
    return match.end() if match else 0


def cites(text: str, led: bool) -> bool:
    """Whether a stretch has what only citations have: a year and a page, two slashes, an address."""
    dated = bool(find_dates(text)) or bool(re.search(r"\d{4}", text))
    signs = len(_SIGNS.findall(text))
    titled = re.search(r"[«“\"][^«»“”\"]{3,}[»”\"]\s?[،,.]", text) is not None
    imprint = re.search(r"[:،,]\s?[^:،,]{2,60}[،,]\s?\d{4}", text)
    return (dated and (signs > 0 or led or titled or imprint is not None)) or signs > 1
