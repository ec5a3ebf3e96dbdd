"""The body that issued a report, or the site that holds a page, named between title and date."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.imprint_words import is_known_place
from cite.recognisers.fields.names import could_be_names, is_organisation
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import CAPITAL, capital_or_not, either

_KIND = capital_or_not(
    "working | discussion | white | green | policy | research | technical | staff | occasional | command"
)
_PAPER = capital_or_not("paper | report | brief | note | memorandum")
_DOCUMENT = r"Law\sCom(?:mission|\.)?|Tech\.\s(?:Memo|Rep)\.|" + either(
    "Report | Rep. | Bulletin | Circular | Document | Doc. | Memorandum"
)
_COMMISSION = r"(?:COM|SEC|SWD|JOIN)\s?\(\d{2,4}\)\s?\d+(?:\s(?:final|endg\.))?"
_REPORT = re.compile(
    rf"""
      \b{_KIND}\s+{_PAPER}s?(?:\s+[Ss]eries)? [\s,]* (?:[Nn]o\.?\s*|\#)? (?P<number>[A-Z]{{0,6}}[-\s]?\d[\w./-]*)?
    | \b(?:{_DOCUMENT})\s (?:[Nn]o\.?\s)? (?P<report>[A-Z]{{0,6}}[-–]?\d[\w./-]*)
    | \bCmn?d?\.?\s (?P<command>\d{{3,5}})
    | \b (?P<com>{_COMMISSION}|(?:BT|BR)-Dr(?:s|ucks)\.\s\d+/\d+)
    """,
    re.VERBOSE,
)
_BODY = re.compile(
    r"(?:^|[,.;(]\s*|\s{3,})(?P<body>[A-ZÀ-ŽА-Я][^,;()\d:]{2,100}?)(?=\s*(?:[,.;)(]|$|\s{3,}))"
)


def read_report_number(draft: Draft) -> None:
    """`NBER Working Paper 1234`, `Cm 7656`: what marks a report, and its number."""
    if "journal" in draft.fields or "booktitle" in draft.fields:
        return
    after = draft.title.end
    for match in _REPORT.finditer(draft.rest(after)):
        draft.entry_type = draft.entry_type or "techreport"
        group = next((name for name, value in match.groupdict().items() if value), "number")
        if match[group]:
            start = after + match.start(group)
            draft.put("number", match[group], Span(start, start + len(match[group])))
        draft.use(Span(after + match.start(), after + match.end()))


_TELLING = either(
    "report | study | survey | paper | briefing | statement | review | assessment | submission"
)
_NAME_WORD = rf"{CAPITAL}[\w.&’'-]*"
_MORE_NAME = r"\s(?:[A-ZÀ-Ž&][\w.&’'-]*|of|for|the|and|on(?=\s[A-Z])|de|du|la)"
_ABOUT = rf"\s{either('on | about | into | to | for | concerning | regarding | in')}\s(?:the\s|a\s)?[a-z]"
_REPORT_BY = re.compile(
    rf"(?:A|An|The)\s(?:[a-z]+\s){{0,2}}{_TELLING}\s(?:by|of|from)\s(?:the\s)?"
    rf"(?P<body>{_NAME_WORD}(?:{_MORE_NAME}){{0,9}}?)(?={_ABOUT}|\s*$)"
)
"""`A report by Harbour Watch on the state of the quays`: a title that says whose it is."""


def begins_with_its_body(text: str) -> re.Match[str] | None:
    """A title that names the body that made the report."""
    return _REPORT_BY.match(text)


def read_body(draft: Draft) -> None:
    """The body that the title names as its author, or one behind the title, where nobody published it."""
    if {"publisher", "journal", "booktitle", "school"} & set(draft.fields):
        return
    title = draft.spans.get("title")
    made = _REPORT_BY.match(draft.text, title.start, title.end) if title else None
    if made and "author" not in draft.fields:
        draft.put_group("institution", made, "body")
        draft.entry_type = draft.entry_type or "techreport"
        return
    after = draft.title.end
    for match in _BODY.finditer(draft.rest(after)):
        body = match["body"].strip(" .")
        if find_dates(body) or is_known_place(body):
            continue
        span = Span(
            after + match.start("body"),
            after + match.start("body") + len(match["body"].rstrip(" .")),
        )
        if is_organisation(body):
            draft.put("institution", body, span)
        elif (
            ("url" in draft.fields or "doi" in draft.fields)
            and "howpublished" not in draft.fields
            and not could_be_names(body)
        ):
            draft.put("howpublished", body, span)
        return
