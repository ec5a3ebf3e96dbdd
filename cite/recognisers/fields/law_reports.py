"""Volume, series and first page, as law journals, reporters and treaty series are cited.

Two shapes: `158 U Pa L Rev 1655, 1716 (2010)` and `(1979) 27 J 183` or `[1932] AC 562 (HL) 580`.
"""

import re
from dataclasses import dataclass

from cite.model.document import Span
from cite.recognisers.fields.numbers import pages
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import ENGLISH_MONTHS, ENGLISH_MONTHS_IN_FULL, YEAR, either

_SMALL_WORD = either("of | the | and | in | on | for | de | du | des | für | et")
_WORD = rf"(?:[A-Z&][\w.’'&/-]{{0,24}}|{_SMALL_WORD}|\d(?:d|nd|rd|th)|\([A-Z]\w{{1,8}}\.?\))"
SERIES = rf"[A-Z][\w.’'&/-]{{0,24}}(?:,?\s{_WORD}){{0,9}}?"
_PAGE = r"(?:[IVX]{1,4}[-–]|[A-Z])?\d{1,5}(?:[A-Z]\b)?(?:\s?[-–—]\s?[A-Z]?\d{1,5})?"
_PIN_SIGN = r"\*|¶+\s?|§+\s?|paras?\.?\s|n\.?\s?"
_NEXT_REPORT = r"\s(?:[A-Z]\w*\.?\s){1,8}?\d"
_PIN = (
    rf"[,\s]\s*(?:at\s+)?(?:{_PIN_SIGN})?{_PAGE}(?:\s?n\.?\s?\d{{1,3}}\b\.?)?(?!\w|{_NEXT_REPORT})"
)
_PINS = rf"(?P<pin>(?:{_PIN}){{0,6}})"
_NUMBER = r"\s?\((?P<number>\d{1,2}(?:[-–]\d{1,2})?)\)|[:.](?P<number2>\d{1,2})"
_COURT_AND_YEAR = rf"\s*\((?P<paren>[^()]{{0,80}}?)(?P<year>{YEAR})(?:[-–]\d\d)?\)"
_UNDATED = r"\s*$|[\s,]*(?:at\s|\[|\((?!\d)|[.;,]\s*$)"
_REPORTER = r"\s\(\d{1,2}\s[A-Z][a-z]{2,10}\.?\)"
"""`5 U.S. (1 Cranch) 137`: who reported the volume, in the days when reporters were named."""
_AMERICAN = re.compile(
    rf"(?<![\w.$])(?P<volume>\d{{1,4}}(?:[-–]\d{{1,2}})?)(?:{_NUMBER})?\s+(?P<journal>{SERIES})(?:{_REPORTER})?\s+"
    rf"(?P<pages>{_PAGE}|_{{2,4}})(?![\w.]*\w|:){_PINS}(?:{_COURT_AND_YEAR}|(?={_UNDATED}))"
)
"""`158 U Pa L Rev 1655, 1716 (2010)`"""
_ISSUE = r"\s?\((?P<number>\d{1,3}(?:[-–/]\d{1,3})?)\)|[:.](?P<number2>\d{1,2})"
_COURT = r"\s*\((?P<court>[A-Z][A-Za-z ]{1,40})\)"
_BRITISH = re.compile(
    rf"[\[(](?P<year>{YEAR})(?:[-–/]\d\d(?:\d\d)?)?[\])]\s*(?:(?P<volume>\d{{1,4}})(?:{_ISSUE})?\s+)?"
    rf"(?P<journal>{SERIES})\s+(?P<pages>{_PAGE})(?!\w)(?:{_COURT})?{_PINS}"
)
"""`[1932] AC 562 (HL) 580`"""
_BRACKETED = re.compile(r"\s*(?:at\s+)?\[(?P<pin>\d{1,4})\](?:\s?[-–]\s?\[(?P<to>\d{1,4})\])?")
_NO_SERIES = re.compile(
    rf"^{either('and | or | the | of | in | at | to | p | pp | no | vol | Vol | No | ed | edn | v', ENGLISH_MONTHS)}\b\.?"
)

_MONTHS = tuple(month for month in ENGLISH_MONTHS_IN_FULL if month != "May")
_NOT_IN_SERIES = re.compile(
    rf"\b{either('v | vs | ed | eds | trans | No | Nos | Vol | vol', _MONTHS)}\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A series citation and where it stands."""

    match: re.Match[str]
    span: Span

    def has(self, group: str) -> bool:
        """Whether the shape has this part and it is there."""
        return bool(self.match.groupdict().get(group))


def find_report(text: str, start: int = 0, end: int | None = None) -> Found | None:
    """The first citation by volume and series."""
    end = len(text) if end is None else end
    best: re.Match[str] | None = None
    for pattern in (_BRITISH, _AMERICAN):
        for match in pattern.finditer(text, start, end):
            series = match["journal"]
            if _NO_SERIES.match(series) or _NOT_IN_SERIES.search(series):
                continue
            if best is None or match.start() < best.start():
                best = match
            break
    return Found(best, Span(*best.span())) if best else None


_COURTS = either(
    "UKSC | UKHL | UKPC | EWCA | EWHC | EWCOP | CSIH | CSOH | NICA | NIQB | UKUT | UKFTT | UKAIT | HCA | FCA | FCAFC | "
    "NSWCA | NSWSC | VSCA | VSC | QCA | SCC | ONCA | BCCA | FC | NZSC | NZCA | NZHC | IESC | IEHC | ZACC | ZASCA | SGCA | "
    "HKCFA | CanLII"
)
_NEUTRAL = re.compile(
    rf"{_COURTS}\b(?:\s{either('Civ | Crim | Admin | Ch | Fam | QB | Comm | Pat')})?"
)


DIVISION = re.compile(
    r"\s?\((?:Admin|Ch|Fam|QB|KB|Comm|Pat|TCC|IPEC|Mercantile|Civ|Crim|LC|AAC|IAC|TC)\)"
)


def put_report(draft: Draft, found: Found) -> None:
    """The parts as fields: the series is the container, its first page the pages, further ones the locator.

    A neutral citation, `[2017] UKSC 5`, is the number of a judgment; the report that may follow is read instead.
    """
    match = found.match
    if _NEUTRAL.fullmatch(match["journal"]):
        draft.put("year", int(match["year"]), Span(*match.span("year")))
        division = DIVISION.match(draft.text, match.end("pages"))
        number = Span(match.start("journal"), division.end() if division else match.end("pages"))
        draft.put("number", draft.text[number.start : number.end], number)
        again = find_report(draft.text, found.span.end)
        if again and again.span.start <= found.span.end + 3:
            draft.use(Span(*match.span()))
            return put_report(draft, again)
        draft.use(Span(found.span.start, number.end))
        return _put_pin(draft, found)
    for name in ("volume", "number", "journal", "year"):
        if found.has(name):
            draft.put_group(name, match, name)
    if match["number2"]:
        draft.put_group("number", match, "number2")
    if re.fullmatch(YEAR, match["volume"] or "") and not found.has("year"):
        draft.put("year", int(match["volume"]), Span(*match.span("volume")))
    if not match["pages"].startswith("_"):
        draft.put("pages", pages(match["pages"]), Span(*match.span("pages")))
    return _put_pin(draft, found)


def _put_pin(draft: Draft, found: Found) -> None:
    match = found.match
    pin = re.sub(r"^[,\s]+(?:at\s+)?|\bat\s+", "", match["pin"] or "")
    end = found.span.end
    if bracketed := _BRACKETED.match(draft.text, end):
        paragraph = "–".join(filter(None, bracketed.groups()))
        pin = f"{pin} [{paragraph}]" if pin else paragraph
        end = bracketed.end()
    if pin and not draft.locator:
        draft.locator = ", ".join(pages(one) for one in re.split(r",\s*", pin))
    draft.use(Span(found.span.start, end))
    draft.container = Span(match.start("journal"), end)
