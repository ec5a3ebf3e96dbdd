"""Statutes, regulations, constitutions, bills and directives."""

import re

from cite.model.document import Span
from cite.recognisers.fields.law_reports import find_report, put_report
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import either

_YEAR = r"(?:1[2-9]|20)\d\d"
_FEDERAL_CODE = r"U\.?\s?S\.?\s?C\.?(?:\s?[AS]\.?)?|C\.?\s?F\.?\s?R\.?"
_SECTION_WORD = r"(?:[Ss]ec(?:tion|s?\.)\s*|[Pp](?:ar)?ts?\.?\s*|§{1,2}\s*){0,4}"
_CODE = re.compile(
    rf"(?<![\w.])(?P<volume>\d{{1,3}})\s+(?P<journal>{_FEDERAL_CODE})(?=\s|§)\s*{_SECTION_WORD}"
    r"(?P<section>§?\s?\d[\w.()–-]*(?:,\s*\d[\w.()–-]*)*)"
)
_CODE_WORD = rf"{either('Code | Stat | Laws | Rev. Stat | Gen. Laws | Penal Law')}\b\.?(?:\s(?:Ann|Rev)\b\.?)*"
_STATE_CODE = re.compile(
    rf"(?P<journal>(?:[A-Z][\w.’']*\s){{1,5}}{_CODE_WORD})\s*(?:tit\.\s*\d+,?\s*)?(?P<section>§{{1,2}}\s*\d[\w.:()–-]*)"
)
_PUBLIC_LAW = re.compile(
    r"\bPub(?:lic|\.)\s?L(?:aw|\.)\s*(?:No\.\s*)?(?P<number>\d{2,3}[-–]\d{1,4})"
)
_AT_LARGE = re.compile(
    r"(?<![\w.])(?P<volume>\d{1,3})\s+(?P<journal>Stat\.)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>[\d–-]+))?"
)
_CAPITAL_WORD = r"[A-Z][\w’'&-]*"
_SMALL_WORD = either(
    "and | of | the | for | in | on | to | as | by | or | de | la | against | etc | etc. | ’s | 's"
)
_WORDS_OF_TITLE = (
    rf"(?:(?:\s|,\s|\s&\s)(?:\([^()]{{2,60}}\)|{_CAPITAL_WORD}|{_SMALL_WORD})){{0,18}}?"
)
_ENACTMENT = either(
    "Act | Code | Ordinance | Order | Regulation | Regulations | Rules | Law | Bill | Decree | Statute | Measure | "
    "Instrument | Proclamation | Constitution"
)
_BEHIND_ENACTMENT = r"(?:\s*\([^()]{2,60}\))?(?:\s*\(?\b(?:No\.?|SI)\s*\d+\)?)?"
_ACT = re.compile(
    rf"(?P<named>(?P<title>(?:The\s+)?{_CAPITAL_WORD}{_WORDS_OF_TITLE}\s*\b{_ENACTMENT}\b{_BEHIND_ENACTMENT})"
    rf",?\s+(?:of\s+|\()?(?P<year>{_YEAR}))\)?"
)
_CONST = r"(?:[A-Z][\w.]*\s){0,4}(?:U\.?S\.?\s+)?Const\."
_CONSTITUTION_OF = r"(?:The\s+)?Constitution\s+of\s+(?:the\s+)?[A-Z][\w ]{2,50}?"
_CONSTITUTION = re.compile(
    rf"(?P<title>{_CONST}|{_CONSTITUTION_OF})(?=,?\s+(?:art|amend|pmbl|§|s\s|ch|\(|1|2)|[.,;]|$)"
)
_ISSUER = either(
    "Council | Commission | European Parliament and Council | Parliament and Council | Framework | Implementing | Delegated"
)
_COMMUNITY = r"\(?(?:EE?C|EU|Euratom)?\)?"
_EUROPEAN = re.compile(
    rf"(?P<title>(?:{_ISSUER}\s+)*{either('Directive | Regulation | Decision | Framework Decision')}\s+{_COMMUNITY}\s*"
    r"(?:No\.?\s*)?(?P<number>\d{2,4}/\d{1,4}(?:/[A-Z]{2,4})?))"
)
_DAY = rf"\d{{1,2}}\.\d{{1,2}}\.{_YEAR}"
_OFFICIAL_JOURNAL = re.compile(
    rf"""
      \[?(?P<year>{_YEAR})\]?\s+
      (?P<journal>O\.?J\.?)\s*\(?(?P<number>[LC])\s?(?P<volume>\d{{1,3}})\)?\s*[/,]?\s*(?P<pages>\d{{1,4}})
    | (?P<journal2>O\.?J\.?)\s+(?P<number2>[LC])\s?(?P<volume2>\d{{1,3}})(?:,\s{_DAY})?[/,]\s*(?:pp?\.\s)?(?P<pages2>\d{{1,4}})
    """,
    re.VERBOSE,
)
_BILL_TITLE = rf"(?:(?:{_CAPITAL_WORD}|of|the|and|for|to|in)[\s,]+){{0,15}}"
_CHAMBER = r"H\.?\s?R\.?|S\.|H\.?\s?J\.?\s?Res\.|S\.?\s?J\.?\s?Res\.|H\.?\s?Con\.?\s?Res\."
_CONGRESS = r"\d{2,3}(?:th|st|d|nd|rd)\s+Cong\."
_BILL = re.compile(
    rf"(?P<title>{_BILL_TITLE})(?P<number>(?:{_CHAMBER})\s+\d{{1,5}}),\s+(?P<congress>{_CONGRESS})"
    rf"(?P<more>[^()]{{0,60}})(?:\((?P<year>{_YEAR})\))?"
)
_COMMITTEE_OF = r"H\.?\s?R\.?|S\.|[Hh]ouse|[Ss]enate"
_COMMITTEE_REPORT = re.compile(
    rf"(?P<title>(?:{_COMMITTEE_OF})\s+(?:Conf\.\s+)?Rep(?:ort|\.)\s+(?:No\.\s*)?(?P<number>\d{{2,3}}[-–]\d{{1,4}}))"
)
_RESTATEMENT = re.compile(
    r"(?P<title>Restatement\s+\((?:First|Second|Third|Fourth)\)\s+of\s+[^§,(]{3,60}?)(?=\s*(?:§|,|\())"
)
_RULES = re.compile(r"(?P<title>Fed\.\s?R\.\s?(?:Civ|Crim|Evid|App|Bankr)\.?(?:\s?P\.)?)\s*(?=\d)")
_ORDER = re.compile(
    r"(?P<title>(?:Exec(?:utive|\.)\s(?:Order|Memorandum)|Proclamation)\s(?:No\.\s)?(?P<number>\d[\d,]*))"
)
_SUBSECTION = r"\s(?:Abs\.|S\.|Satz|Nr\.|lit\.|[IVX]+|\d+|[a-z]\)?)"
_MORE_SECTIONS = r"\s(?:und|,|i\.\s?V\.\s?m\.)\s§?\s?\d+\w?"
_GERMAN = re.compile(
    rf"(?P<title>(?:§§?|Art\.)\s?\d+[a-z]?(?:{_SUBSECTION})*(?:{_MORE_SECTIONS})*\s[A-ZÄÖÜ][A-Za-zäöü]*[A-Z])(?=[\s.,;)]|$)"
)
"""`§ 823 Abs. 1 BGB`, `Art. 2 Abs. 1 GG`."""
_PART_WORD = r"ss?|sections?|sec\.|§{1,2}|arts?\.?|articles?|amends?\.?|cl\.|paras?\.?|ch\.?|pt\.?|pts?|sch|reg|rr?"
_MORE_PARTS = r"(?:,?\s*(?:and|&|,)?\s*(?:§|cl\.|art\.|s)?\s?\d[\w().–-]*)*"
_PINPOINT = re.compile(
    rf"[\s,]*(?:\([A-Za-z ]{{2,30}}\)[\s,]*)?"
    rf"(?P<pin>(?:(?:{_PART_WORD})\s*\.?\s*[\dIVXivx][\w().–-]*{_MORE_PARTS}[\s,]*){{1,3}})"
)


def read_statute(draft: Draft) -> bool:
    """An enactment, if this is one: it has no author and no quoted title."""
    text = draft.rest()
    if draft.part.quotes:
        return False
    for read in (_order, _german, _bill, _european, _constitution, _restatement, _act, _code):
        if read(draft, text):
            draft.entry_type = "legislation"
            return True
    return False


def _order(draft: Draft, text: str) -> bool:
    match = _ORDER.match(text, _leading_space(text))
    if not match:
        return False
    draft.put_group("title", match, "title")
    draft.put_group("number", match, "number")
    _title(draft, match)
    if report := find_report(text, match.end()):
        put_report(draft, report)
    _year_in_brackets(draft, text, match.end())
    return True


def _german(draft: Draft, text: str) -> bool:
    match = _GERMAN.match(text, _leading_space(text))
    if not match or text[match.end() :].strip(" .,;)"):
        return False
    draft.put_group("title", match, "title")
    _title(draft, match)
    return True


def _act(draft: Draft, text: str) -> bool:
    match = _ACT.match(text) or _ACT.match(text, _leading_space(text))
    if not match or not _nothing_but(text[match.end() :]):
        return False
    draft.put("year", int(match["year"]), Span(*match.span("year")))
    draft.put_group("title", match, "named")
    _title(draft, match)
    _series(draft, text)
    _locator(draft, text, match.end())
    return True


def _leading_space(text: str) -> int:
    return len(text) - len(text.lstrip())


def _nothing_but(tail: str) -> bool:
    """Whether only sections, codes and brackets follow; a sentence that goes on is none of ours."""
    plain = re.sub(r"\([^()]*\)|\[[^\]]*\]", " ", tail)
    if _CODE.search(plain) or _PUBLIC_LAW.search(plain) or _AT_LARGE.search(plain):
        return True
    words = re.findall(r"[^\W\d_]{4,}", plain)
    return len([w for w in words if w.lower() not in _LEGAL]) <= 3


_LEGAL = frozenset(
    "section sections article articles schedule part chapter para paras paragraph amended repealed title codified".split()
)


def _code(draft: Draft, text: str) -> bool:
    found = _CODE.search(text) or _STATE_CODE.search(text) or _PUBLIC_LAW.search(text)
    if not found or found.start() > 200:
        return False
    head = text[: found.start()].strip(" ,.(")
    if re.search(r"\b(?:v|vs)\.\s", head) or (head and not head[0].isupper()):
        return False
    if head:
        start = text.index(head)
        draft.put("title", head, Span(start, start + len(head)))
        draft.title = Span(start, start + len(head))
    else:
        whole = text[found.start() : found.end()].strip()
        draft.put("title", whole, Span(found.start(), found.start() + len(whole)))
        draft.title = Span(*found.span())
    _series(draft, text)
    if "section" in found.groupdict() and not draft.locator:
        draft.locator = found["section"].strip()
    _year_in_brackets(draft, text, found.end())
    return True


def _series(draft: Draft, text: str) -> None:
    """Public law number, statutes at large, code: whichever is there, the code last."""
    if law := _PUBLIC_LAW.search(text):
        draft.put_group("number", law, "number")
        draft.use(Span(*law.span()))
    found = _AT_LARGE.search(text) or _CODE.search(text) or _STATE_CODE.search(text)
    if found:
        for name in ("volume", "journal", "pages"):
            if found.groupdict().get(name):
                draft.put_group(name, found, name)
        if found.groupdict().get("section") and not draft.locator:
            draft.locator = found["section"].strip()
        draft.use(Span(*found.span()))
        _year_in_brackets(draft, text, found.end())


def _year_in_brackets(draft: Draft, text: str, at: int) -> None:
    if year := re.search(
        rf"\((?:[A-Z][\w. ]{{0,20}}\s)?(?P<year>{_YEAR})[^()]{{0,30}}\)", text[at : at + 80]
    ):
        draft.put("year", int(year["year"]), Span(at + year.start("year"), at + year.end("year")))
        draft.use(Span(at + year.start(), at + year.end()))


def _constitution(draft: Draft, text: str) -> bool:
    match = _CONSTITUTION.match(text, _leading_space(text))
    if not match or not _nothing_but(text[match.end() :]):
        return False
    draft.put_group("title", match, "title")
    _title(draft, match)
    _locator(draft, text, match.end())
    _year_in_brackets(draft, text, match.end())
    return True


def _restatement(draft: Draft, text: str) -> bool:
    report = _COMMITTEE_REPORT.match(text, _leading_space(text))
    match = (
        report
        or _RESTATEMENT.match(text, _leading_space(text))
        or _RULES.match(text, _leading_space(text))
    )
    if not match:
        return False
    draft.put_group("title", match, "title")
    if report:
        draft.put_group("number", match, "number")
    _title(draft, match)
    _locator(draft, text, match.end())
    if at := re.search(r"\bat\s(\d[\d–-]*)", text[match.end() :]):
        draft.locator = draft.locator or at[1]
        draft.use(Span(match.end() + at.start(), match.end() + at.end()))
    _year_in_brackets(draft, text, match.end())
    return True


def _european(draft: Draft, text: str) -> bool:
    match = _EUROPEAN.match(text, _leading_space(text))
    if not match:
        return False
    journal = _OFFICIAL_JOURNAL.search(text, match.end())
    end = min(
        stop
        for stop in (
            journal.start() if journal else len(text),
            _first(text, match.end(), r",?\s+art(?:icle|\.)?\s|\s*[\[(;]"),
        )
    )
    title = text[match.start() : end].strip(" ,.;[(")
    draft.put("title", title, Span(match.start(), match.start() + len(title)))
    draft.title = Span(match.start(), match.start() + len(title))
    draft.put_group("number", match, "number")
    if journal:
        for name in ("year", "journal", "volume", "pages"):
            group = name if journal.groupdict().get(name) else f"{name}2"
            if journal.groupdict().get(group):
                draft.put_group(name, journal, group)
        draft.use(Span(*journal.span()))
    if year := re.search(r"^\d{4}|(?<=/)\d{4}", match["number"]):
        at = match.start("number")
        draft.put("year", int(year[0]), Span(at + year.start(), at + year.end()))
    _locator(draft, text, journal.end() if journal else end)
    return True


def _first(text: str, start: int, pattern: str) -> int:
    match = re.compile(pattern).search(text, start)
    return match.start() if match else len(text)


def _bill(draft: Draft, text: str) -> bool:
    match = _BILL.match(text, _leading_space(text))
    if not match:
        return False
    draft.put_group("number", match, "number")
    draft.put_group("title", match, "title" if match["title"].strip(" ,") else "number")
    if match["year"]:
        draft.put_group("year", match, "year")
    draft.put_group("institution", match, "congress")
    _title(draft, match)
    draft.use(Span(*match.span()))
    return True


def _title(draft: Draft, match: re.Match[str]) -> None:
    draft.title = Span(match.start(), match.end("title"))
    draft.use(Span(*match.span()))


def _locator(draft: Draft, text: str, at: int) -> None:
    if not draft.locator and (pin := _PINPOINT.match(text, at)):
        draft.locator = pin["pin"].strip(" ,.")
        draft.use(Span(*pin.span()))
