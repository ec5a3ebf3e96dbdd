"""Decisions of courts that cite by docket and date: German, Austrian, Swiss and European ones.

BGH, Urteil vom 12. März 1998 – III ZR 44/97, NJW 1998, 2051 (2053)
BVerfGE 7, 198 (204)
EuGH, Urt. v. 12.7.1990, Rs. C-188/89, Slg. 1990, I-3313, Rn. 20
"""

import re

from cite.model.document import Span
from cite.model.entries import PartialDate
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.numbers import pages
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import DASH, MONTH, YEAR, either

_HIGH = either(
    "BGH | BVerfG | BVerwG | BAG | BSG | BFH | BPatG | RG | RFH | KG | BayObLG | OGH | VfGH | VwGH | BGer | EuGH | EuG | "
    "EGMR | EKMR | BayVGH | BayVerfGH | Bundesgerichtshof | Bundesverfassungsgericht | Reichsgericht | GmS-OGB"
)
_LOCAL = either(
    "OLG | LG | AG | OVG | VG | VGH | LAG | ArbG | LSG | SG | FG | StGH | VerfGH | AmtsG | ObLG"
)
_TOWN = r"[A-ZÄÖÜ][\wäöüß/-]+(?:\s(?:am|an\sder|i\.\s?d\.)\s[A-Z]\w+)?"
_COURT = rf"(?P<court>(?:{_HIGH}(?:\s\(GK\))?|{_LOCAL}\s{_TOWN}))"
_KIND_WORDS = (
    "Urteil | Urt. | U. | Beschluss | Beschluß | Beschl. | B. | Vorlagebeschluss | Gutachten | Entscheidung | "
    "Entsch. | Verfügung"
)
_KIND = rf"(?P<kind>{either(_KIND_WORDS)})"
_DAY = rf"(?P<date>\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?i:{MONTH})\s){YEAR})"
_DOCKET_WORD = r"Az\.|Az|AZ|Aktenzeichen|Rs\.|verb\.\sRs\.|Rechtssache|Nr\.|App\.\s(?:no|Nr)\.|Beschwerde(?:-Nr\.|\sNr\.)"
_OF_EUROPE = r"[CTF]\s?[-‑–]\s?\d{1,4}/\d{2}(?:\sP)?|\d{1,6}/\d{2}"
_OF_A_CHAMBER = r"(?:[IVX]{1,5}|\d{1,3})\s?[a-z]?\s(?:[A-Za-z]{1,5}(?:\s\([A-Za-z]+\))?\s){1,3}\d{1,5}[/.]\d{2,4}"
_DOCKET = (
    rf"(?:(?:{_DOCKET_WORD})\s?:?\s?)?(?P<number>(?:{_OF_EUROPE}|{_OF_A_CHAMBER})(?:\su\.\s?a\.)?)"
)
_PIN = rf"(?P<pin>\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?(?:\s?ff?\.)?)"
_FF = r"(?P<ff>\s?ff?\.)?"
_JOURNAL = r"[A-Z][A-Za-zÄÖÜäöüß-]{1,20}(?:[. ]{1,2}(?:[A-Z][\w-]*|f\.|für)\.?){0,3}?\.?"
_REPORT = rf"(?P<journal>{_JOURNAL})\s(?P<year>{YEAR}),\s(?P<pages>(?:[IV]+-)?\d{{1,5}}){_FF}(?:\s\({_PIN}\))?"
_SERIES_WORD = "BGHZ | BGHSt | BVerfGE | BVerfGK | BVerwGE | BAGE | BSGE | BFHE | RGZ | RGSt | BGE | SZ | Slg. | EGMR"
_SERIES = (
    rf"(?P<journal>{either(_SERIES_WORD)})\s(?P<volume>\d{{1,3}}(?:\s[IV]+)?),?\s(?P<pages>\d{{1,4}}){_FF}"
    rf"(?:\s?\({_PIN}\)|,\s{_PIN.replace('pin', 'pin2')})?"
)
_MARGIN = r"(?P<margin>(?:Rn|Rdnr|Rz|Tz)\.\s?\d{1,4}(?:\s?[-–]\s?\d{1,4}|\s?ff?\.)?)"
_DECIDED = re.compile(rf"\s*{_COURT},?\s{_KIND}\s(?:vom|v\.|of)\s{_DAY}")
_COURT_ALONE = re.compile(
    rf"\s*{_COURT}[,:]?\s(?=[A-Z][A-Za-z]+\.?\s(?:{YEAR},\s\d|\d{{1,3}},\s\d))"
)
_DOCKET_BEHIND = re.compile(rf"[\s,–—-]*{_DOCKET}(?=[\s,.;)(]|$)")
_REPORTED = re.compile(rf"[\s,=]*(?:abgedruckt\sin:?\s)?{_REPORT}")
_IN_SERIES = re.compile(rf"[\s,=]*{_SERIES}")
_MARGIN_BEHIND = re.compile(rf"[\s,]*{_MARGIN}")


def names_a_decision(text: str) -> bool:
    """Whether a text begins with a decision."""
    return bool(match_decision(text))


def match_decision(text: str, at: int = 0) -> list[re.Match[str]]:
    """The parts of a decision that begins at a place of a text, in order; none where none does."""
    head = _DECIDED.match(text, at) or _COURT_ALONE.match(text, at)
    if head is None and not _IN_SERIES.match(text, at):
        return []
    parts = [head] if head else []
    for behind in (_DOCKET_BEHIND, _IN_SERIES, _REPORTED, _MARGIN_BEHIND):
        if match := behind.match(text, parts[-1].end() if parts else at):
            parts.append(match)
    return parts


def read_decision(draft: Draft) -> bool:
    """A decision: court, date, docket, and where it is printed. It has no title but that."""
    parts = match_decision(draft.text)
    if not parts:
        return False
    draft.entry_type = "jurisdiction"
    for part in parts:
        _put(draft, part)
    draft.use(Span(0, parts[-1].end()))
    draft.title = Span(0, 0)
    return True


def _put(draft: Draft, match: re.Match[str]) -> None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if "date" in groups:
        _put_date(draft, match)
    for group, field in _FIELDS.items():
        if group in groups:
            draft.put_group(field, match, group)
    meant = groups.get("pin") or groups.get("pin2") or groups.get("margin")
    if not meant and "ff" in groups:
        meant = f"{groups['pages']} {groups['ff'].strip()}"
    draft.locator = pages(meant) if meant else draft.locator


_FIELDS = {
    "court": "institution", "kind": "type", "number": "number", "journal": "journal", "volume": "volume", "year": "year",
    "pages": "pages",
}  # fmt: skip


def _put_date(draft: Draft, match: re.Match[str]) -> None:
    found = find_dates(re.sub(r"\.\s(?=\d)", ".", match["date"]))
    date: PartialDate | None = found[0].date if found else None
    if date is None:
        return
    span = Span(*match.span("date"))
    draft.put("year", date.year, span)
    draft.put("month", date.month or 0, span)
    draft.put("day", date.day or 0, span)
