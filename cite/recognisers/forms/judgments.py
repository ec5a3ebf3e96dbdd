"""Judgments as Romance, Dutch and Polish notes cite them: court, date, number, and where they are printed.

Cass. civ. 1re, 9 oct. 2001, n° 00-14.564, Bull. civ. I, n° 249
Cass., sez. un., 11 novembre 2008, n. 26972, in Foro it., 2009, I, 120
STC 53/1985, de 11 de abril, FJ 5
HR 9 februari 2007, ECLI:NL:HR:2007:AZ6526, NJ 2007/103
Wyrok TK z dnia 11 maja 2005 r., K 18/04
"""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import date_at
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR, either

_FRENCH_COURT = either(
    "Cass. | Cons. const. | C.E. | CE | CA | CAA | TGI | TA | T. confl. | Cour de cassation | Conseil d’État"
)
_FRENCH_CHAMBER = either(
    "civ. | crim. | com. | soc. | ass. plén. | ch. mixte | Ass. | Sect. | req."
)
_FRENCH = rf"{_FRENCH_COURT}(?:,?\s(?:{_FRENCH_CHAMBER}|\d(?:re|e|ère|ème)|[A-Z][a-z]+))*"
_ITALIAN_COURT = either(
    "Cass. | Corte cost. | Cons. St. | Trib. | App. | TAR | Corte di cassazione"
)
_ITALIAN_SECTION = either("civ. | pen. | sez. un. | sez. lav. | ad. plen.")
_ITALIAN = rf"{_ITALIAN_COURT}(?:,?\s(?:{_ITALIAN_SECTION}|sez\.\s[IVX]+|[A-Z][a-z]+))*"
_DUTCH = r"(?:HR|ABRvS|CRvB|CBb|Hof\s[A-Z][\w’-]+(?:\s[A-Z]\w+)?|Rb\.\s[A-Z][\w’-]+|Rechtbank\s[A-Z][\w’-]+|PG\sHR)"
_POLISH = r"(?:TK|SN|NSA|WSA(?:\sw\s\w+)?|SA(?:\sw\s\w+)?|ETPC|TSUE)(?=\sz\s)"
_SPANISH = (
    rf"(?P<court>{either('STC | ATC | STS | STSJ | SAP | SAN | STEDH | STJUE')})"
    r"\s(?:(?P<number>\d{1,5}/(?P<year>\d{4})))?"
)
_COURT = re.compile(
    rf"\s*(?:(?:[Ww]yrok|[Pp]ostanowienie|[Uu]chwała)\s)?(?P<court>{_FRENCH}|{_ITALIAN}|{_DUTCH}|{_POLISH}),?\s(?:(?:du|del|van|de|z\sdnia|z)\s)?(?=\d)"
)
_SENTENCE = re.compile(rf"\s*{_SPANISH}(?:,?\sde\s)?")
_NUMBER_WORD = r"(?:n[°ºo]s?|nr|n\.|sent\.\sn\.|req\.\sn°|sygn\.\s(?:akt\s)?|rec\.)\s?"
_ECLI = r"ECLI:[\w:.]+"
_FRENCH_NUMBER = r"\d{2}-\d{2}[.\s]?\d{3}"
_POLISH_NUMBER = r"[IVX]*\s?[A-Z]{1,4}\s\d{1,5}/\d{2}"
_FIGURES = r"\d{2,6}(?:/\d{2,4})?(?=[\s,.;]|$)"
_NUMBER = re.compile(
    rf"[\s,]*(?:r\.,?\s)?(?:{_NUMBER_WORD})?(?P<number>{_ECLI}|{_FRENCH_NUMBER}|{_POLISH_NUMBER}|{_FIGURES})"
)
_SERIES = r"[A-Z][\w.’]*(?:\s[\w.’]+){0,3}?"
_BEFORE_PAGE = r"(?:/|,\s(?:[IVX]+,\s)?(?:p\.\s|col\.\s|n[°.]\s?)?)"
_REPORTED = re.compile(
    rf"[\s,]*(?:in\s)?(?P<journal>{_SERIES}),?\s(?P<year>{YEAR}){_BEFORE_PAGE}(?P<pages>\d{{1,5}})"
)
_POINT = re.compile(r"[\s,]*(?P<pin>(?:FJ|FD|r\.o\.|§|pkt|punto|consid\.)\s?\d+(?:\.\d+)*)")


def read_judgment(draft: Draft) -> bool:
    """A judgment by its court and its day, or by the number of a Spanish court."""
    if draft.part.quotes:
        return False
    text = draft.text
    spanish = _SENTENCE.match(text)
    head = spanish or _COURT.match(text)
    if head is None:
        return False
    found = date_at(text, head.end())
    if not (found and found.date.month) and not (spanish and spanish["number"]):
        return False
    draft.entry_type = "jurisdiction"
    draft.put_group("institution", head, "court")
    at = head.end()
    if spanish:
        draft.put_group("number", spanish, "number")
        draft.put_group("year", spanish, "year")
    if found:
        draft.put("year", found.date.year, found.span)
        draft.put("month", found.date.month or 0, found.span)
        draft.put("day", found.date.day or 0, found.span)
        at = found.span.end
    _behind_the_day(draft, at)
    draft.use(Span(0, len(text)))
    draft.title = Span(0, 0)
    return True


def _behind_the_day(draft: Draft, at: int) -> None:
    text = draft.text
    if "number" not in draft.fields and (number := _NUMBER.match(text, at)):
        draft.put_group("number", number, "number")
        at = number.end()
    if reported := _REPORTED.search(text, at):
        draft.put_group("journal", reported, "journal")
        draft.put_group("pages", reported, "pages")
    if point := _POINT.search(text, at):
        draft.locator = point["pin"]


def names_a_judgment(text: str) -> bool:
    """Whether a text begins with a judgment."""
    head = _COURT.match(text)
    found = date_at(text, head.end()) if head else None
    spanish = _SENTENCE.match(text)
    return bool(found and found.date.month) or bool(spanish and spanish["number"])
