"""Cases: who against whom, where reported, before which court."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.law_reports import DIVISION, find_report, put_report
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.text.draft import Draft

_AGAINST = re.compile(r"(?<=[\w.’'\])])\s+(?:v|vs|V|c)\.?\s+(?=(?:the\s)?[A-Z“‘\[(])")
_IN_RE = re.compile(
    r"(?:In\s+re|In\s+the\s+[Mm]atter\s+of|Matter\s+of|Ex\s+parte|Re:?|Estate\s+of)\s+(?=[A-Z])"
)
_CASE = r"[A-Z]{0,4}[-‑–]?\d[\w./‑–-]*(?:\s+(?:and|to|&)\s+[A-Z]?[-‑]?\d[\w/‑-]*)?"
_DOCKET = r"[\w:]{0,6}[-‑–]?\d[\w.:/‑–-]{0,24}"
_CASE_NUMBER = re.compile(
    rf"\b(?:(?:Joined\s+)?Cases?\s+(?:No\.?\s*)?(?P<case>{_CASE})"
    rf"|(?:App(?:lication|l)?s?\.?\s+)?[Nn]os?\.?\s*(?P<docket>{_DOCKET}))"
)
_ANY_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2},\s+|\d{1,2}\s+[A-Z][a-z]{2,8}\s+)?"
_COURT = re.compile(
    rf"\((?P<court>[A-Z][^()\d]{{1,60}}?)[,\s]*(?P<date>{_DAY}{_ANY_YEAR})\)|\((?P<bare>{_ANY_YEAR})\)"
)
_WORLD_COURT = r"I\.?C\.?J\.?(?:\s+Rep(?:orts|\.)?)?|P\.?C\.?I\.?J\.?[^,;()]{0,20}?"
_ICJ = re.compile(
    rf"(?:\[|\b)(?P<year>(?:1[89]|20)\d\d)\]?\s+(?P<journal>{_WORLD_COURT})\s+(?:p\.?\s*)?(?P<pages>\d{{1,4}})"
)
_CASE_PREFIX = re.compile(
    r"(?:Case|Joined Cases)\s+[A-Z]?[-‑–]?\d+/\d+(?:\s(?:and|to)\s[A-Z]?[-‑–]?\d+/\d+)*\s?P?"
)
_JUDICIAL_OFFICE = r"(?:C?JJ?|LJJ?|CJ|JA|P|MR|VC|AG)\.?"
_JUDGE = re.compile(
    rf"\(\s*(?:per\s+)?(?:[A-Z][\w’' .]+,?\s{_JUDICIAL_OFFICE}(?:,?\s(?:dissenting|concurring)[^()]*)?"
    r"|(?:Lord|Lady|Baroness|Sir)\s[^()]{2,60})\)"
)
_EXPLANATION = re.compile(r"\((?P<said>(?!quoting|citing)[a-z]+ing\s[^()]{3,400})\)")
_CROWN = re.compile(r"\bR\s\([^()]{2,90}\)$")
"""`R (on the application of Miller)`: the Crown, and in brackets who moved it."""
_SMALL = frozenset(
    "of the and for de la du ex rel in on to der von van & a an d/b/a et al al. et. by no (no re".split()
)
_NOT_A_PARTY = frozenset(
    "See In And But Also The Compare Cf As For Where When While Though Although Since Under However Thus Accord Contra Cases Decision".split()
)
_COMPANY = re.compile(r",\s*(?:Inc|Ltd|Co|Corp|LLC|L\.L\.C|LLP|S\.A|N\.A|P\.C|plc|Jr|et al)\b\.?$")


def read_case(draft: Draft) -> bool:
    """A case and where it is reported, if this is one."""
    text = draft.rest()
    start = _name_start(draft, text)
    if start is None:
        return False
    report = find_report(text, start)
    icj = _ICJ.search(text, start)
    end = _name_end(
        draft,
        text,
        start,
        min(
            f.start
            for f in (
                report.span if report else Span(len(text), 0),
                Span(icj.start(), 0) if icj else Span(len(text), 0),
            )
        ),
    )
    if not _is_case(draft, text, start, end, bool(report or icj)):
        return False
    draft.entry_type = "jurisdiction"
    draft.put("title", text[start:end].strip(" ,;*"), Span(start, end))
    draft.title = Span(start, end)
    if icj and (report is None or icj.start() <= report.span.start + 8):
        for name in ("year", "journal", "pages"):
            draft.put_group(name, icj, name)
        draft.container = Span(*icj.span())
    elif report:
        put_report(draft, report)
        if report.has("paren"):
            _court(draft, report.match, "paren")
        if report.has("court") and not DIVISION.match(f"({report.match['court']})"):
            _court(draft, report.match, "court")
    _number_and_court(draft, start)
    _ecli_day_and_paragraph(draft, end)
    if judge := _JUDGE.search(draft.rest()):
        draft.use(Span(*judge.span()))
    if remark := _EXPLANATION.search(draft.rest()):
        draft.trailing = " ".join(draft.text[slice(*remark.span("said"))].split())
        draft.use(Span(*remark.span()))
    draft.use(Span(0, start))
    return True


_ECLI = re.compile(r"(?:ECLI:)?EU:[CTF]:(?P<year>\d{4}):\d+")
_PARAGRAPHS = re.compile(r"(?P<pin>(?:paras?\.?|¶{1,2}|§{1,2})\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)")


def _ecli_day_and_paragraph(draft: Draft, after: int) -> None:
    """Of a judgment in no report: its European identifier, else its day, and the paragraph meant."""
    if ecli := _ECLI.search(draft.rest(after)):
        draft.put_group("year", ecli, "year", after)
        draft.use(Span(after + ecli.start(), after + ecli.end()))
    for found in find_dates(draft.rest(after))[:1]:
        if found.date.month:
            span = Span(after + found.span.start, after + found.span.end)
            draft.put("year", found.date.year, span)
            draft.put("month", found.date.month, span)
            draft.put("day", found.date.day or 0, span)
    pin = _PARAGRAPHS.search(draft.rest(after))
    if pin and not draft.locator:
        draft.locator = pin["pin"]
        draft.use(Span(after + pin.start(), after + pin.end()))


def _name_start(draft: Draft, text: str) -> int | None:
    """Where the name of a case begins: at its first party, or at `In re`."""
    against = _AGAINST.search(text)
    prefixed = _CASE_PREFIX.match(text)
    if against and against.start() < 220 and not _inside_quote(draft, against.start()):
        start = _party_start(text, against.start())
        within = any(title.start < start - 3 < title.end for title in draft.part.italics)
        if within or end_of_names(text[:start]):
            return None
        return max(start, _after_blank(text, prefixed.end())) if prefixed else start
    in_re = _IN_RE.match(text)
    if in_re:
        return 0
    if prefixed:
        return _after_blank(text, prefixed.end())
    first = draft.part.italics[0] if draft.part.italics else None
    if first and first.start == 0 and not draft.part.quotes:
        report = find_report(text, first.end, min(len(text), first.end + 60))
        if report and report.span.start - first.end < 4 and text[report.span.start] in "[(":
            return 0
    return None


def _inside_quote(draft: Draft, at: int) -> bool:
    return any(quote.start <= at < quote.end for quote in draft.part.quotes)


def _after_blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " ,":
        at += 1
    return at


def _party_start(text: str, against: int) -> int:
    """Back from `v.` over the words that a party's name is made of."""
    if crown := _CROWN.search(text[:against]):
        return crown.start()
    words = list(re.finditer(r"\S+", text[:against]))
    start = against
    for word in reversed(words):
        raw = word[0]
        bare = raw.strip(".,;:*“”\"'‘’()[]")
        if raw.endswith((",", ";", ":")) and start != against:
            following = text[word.end() : word.end() + 8]
            if not _COMPANY.search(raw + following.split(",")[0].rstrip()) and not re.match(
                r"\s*(?:Inc|Ltd|Co|Corp|LLC|et al|S\.A|N\.A)\b", following
            ):
                break
        if bare in _NOT_A_PARTY and bare not in ("The", "In"):
            break
        if bare and not (
            bare[0].isupper() or bare[0].isdigit() or bare.lower() in _SMALL or raw.startswith("(")
        ):
            break
        start = word.start()
    head = re.match(r"(?:(?:of|the|and|for|in|on|to|a|an|by)\s+)+", text[start:against])
    return start + head.end() if head else start


_APPLICATION = r"App(?:lication|l)?s?\.?\s+"
_CASE_BEGINS = rf"\(?(?:{_APPLICATION})?[Nn]os?\.\s*\d|\(?{_APPLICATION}[Nn]o|(?:Joined\s+)?Cases?\s+(?:No|[A-Z]{{0,3}}-?\d)"
_YEAR_IN_BRACKETS = rf"\[\d{{4}}\]|\((?:[A-Z][^()]{{0,40}}\s)?{_ANY_YEAR}\)"
_NAME_ENDS = re.compile(
    rf",?\s*(?:{_CASE_BEGINS}|Judge?ment\b|Advisory Opinion|{_YEAR_IN_BRACKETS}|¶|\d{{1,4}}\s+[A-Z][\w.]*\s)"
)
_COMMA_BEHIND_PARTIES = re.compile(
    r",\s+(?!Inc|Ltd|Co\b|Corp|LLC|L\.L\.C|LLP|S\.A|N\.A|et al|&|and\b|Jr|plc|Int)"
)


def _name_end(draft: Draft, text: str, start: int, stop: int) -> int:
    """Before the report or the number of the case; at the end of italics that hold the name."""
    for italic in draft.part.italics:
        if italic.start <= start + 1 < italic.end and italic.end - start > 5:
            end = min(italic.end, stop) if stop > start + 5 else italic.end
            return end + 1 if _CUT_SHORT.search(text[start : end + 1]) else end
    region = text[start:stop]
    cut = _NAME_ENDS.search(region)
    end = start + cut.start() if cut else start + len(region.rstrip(" ,;."))
    comma = _COMMA_BEHIND_PARTIES.search(text[start:end])
    against = _AGAINST.search(text, start)
    if comma and against and start + comma.start() > against.end():
        end = start + comma.start()
    return len(text[:end].rstrip(" ,;("))


_CUT_SHORT = re.compile(r"\b(?:Co|Inc|Ltd|Corp|Bros|Mfg|R\.R|Ry|Assn|Cos)\.$")
"""Italics that end before the full stop of the last word: `*Stone Mills Co*.`"""


def _is_case(draft: Draft, text: str, start: int, end: int, reported: bool) -> bool:
    if end - start < 5:
        return False
    if reported:
        return True
    if _CASE_PREFIX.sub("", text[:start]).strip(" ,.;") or re.search(
        r"\([^()\d]{2,60}:[^()]{2,80}\d{4}\)", text[end:]
    ):
        return False
    italic = any(s.start <= start + 1 and end - 1 <= s.end for s in draft.part.italics)
    tail = text[end:]
    return italic or bool(_CASE_NUMBER.search(tail) or _COURT.search(tail))


def _court(draft: Draft, match: re.Match[str], group: str) -> None:
    """The court in the closing bracket; what is left there when the date is taken out."""
    value = match[group]
    dated = find_dates(value + match["year"]) if group == "paren" else []
    if dated and dated[0].date.month:
        draft.put("month", dated[0].date.month, Span(*match.span(group)))
        if dated[0].date.day:
            draft.put("day", dated[0].date.day, Span(*match.span(group)))
        value = value[: dated[0].span.start]
    if court := value.strip(" ,"):
        draft.put("institution", court, Span(match.start(group), match.start(group) + len(court)))


def _number_and_court(draft: Draft, start: int) -> None:
    text = draft.rest()
    if number := _CASE_NUMBER.search(text):
        group = "case" if number["case"] else "docket"
        value = number[group].rstrip(".,")
        draft.put("number", value, Span(number.start(group), number.start(group) + len(value)))
        draft.use(Span(*number.span()))
    if "institution" not in draft.fields and (court := _COURT.search(text, start)):
        draft.put_group("institution", court, "court")
        for found in find_dates(court["date"] or court["bare"] or ""):
            at = Span(*court.span("date" if court["date"] else "bare"))
            draft.put("year", found.date.year, at)
            draft.put("month", found.date.month or 0, at)
            draft.put("day", found.date.day or 0, at)
            break
        draft.use(Span(*court.span()))
