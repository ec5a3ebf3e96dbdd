"""Figures that want a source: shares, large numbers, counts of people and things."""

import re

_PERCENT = r"(?:\d[\d.,]*|half|third|quarter|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]\w+)?\s?(?:%|per ?cent\b|percentage points?)"
_LARGE = r"\d[\d.,]*\s(?:thousand|million|billion|trillion)\b"
_COUNTED = (
    "victims people persons women men girls boys children adults minors suspects perpetrators traffickers offenders "
    "prisoners detainees refugees migrants workers soldiers officers citizens inhabitants residents patients deaths "
    "cases arrests convictions complaints killings attacks households families villages students pupils voters "
    "members casualties"
).split()
_HAPPENED = (
    "rescued arrested convicted killed died detained deported injured infected displaced jailed prosecuted charged "
    "sentenced released evicted executed tortured murdered identified reported registered employed died live lived "
    "affected estimated"
).split()
_COUNT = rf"(?<![\w.,-])(?:\d{{1,3}}(?:[,.\u202f]\d{{3}})+|\d{{2,}})(?:\s[a-z-]+){{0,2}}\s(?:{'|'.join(_COUNTED)})\b"

_FIGURE = re.compile(rf"(?<!\w)(?P<share>{_PERCENT})|(?P<large>{_LARGE})", re.I)
_PEOPLE = re.compile(_COUNT)
_EVENT = re.compile(rf"\b(?:{'|'.join(_HAPPENED)})\b", re.I)


_SUPPOSED = re.compile(
    r"\b(?:example|suppose|imagine|hypothetical\w*|say,|if|might|would|could|top|bottom|richest|poorest|margin of error|confidence)\b",
    re.I,
)
"""Words beside a figure that nobody counted: it is supposed, or names a group."""


def figure_in(sentence: str) -> re.Match[str] | None:
    """The first figure of a sentence that somebody must have counted; ages, dates and small numbers are none."""
    if _SUPPOSED.search(sentence):
        return None
    if found := _FIGURE.search(sentence):
        return found
    found = _PEOPLE.search(sentence)
    return found if found and _EVENT.search(sentence) else None
