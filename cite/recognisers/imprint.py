"""What follows a title: edition, place and publisher, volume and pages, date, publishing body."""

import re

from cite.model.document import Span
from cite.recognisers.dates import FoundDate, find_dates
from cite.recognisers.draft import Draft
from cite.recognisers.names import could_be_names, is_organisation
from cite.recognisers.numbers import read_numbers

_PAREN_IMPRINT = re.compile(
    r"\((?:(?P<extra>(?:\d+(?:st|nd|rd|th)\s+edn?\.?|rev\.?\s+ed\.?|repr\.?[^,)]{0,20})[,;]?\s*))?(?:(?P<place>[^():]{2,80}):\s*)?(?P<publisher>[^():]{2,120}?)(?:,\s*|\s+)(?P<year>(?:1[4-9]|20)\d\d)[^)]{0,25}\)"
)
_YEAR_ONLY = re.compile(
    r"\(\s*(?P<place>[A-Z][^():\d]{2,50}?)?,?\s*(?P<year>(?:1[4-9]|20)\d\d)\s*\)"
)
_PLAIN_IMPRINT = re.compile(
    r"(?:^|[.,]\s*)(?P<place>[A-Z][\w .’'-]{2,40}(?:,\s[A-Z][\w.’' ]{1,30})?):\s*(?P<publisher>[A-Z][^,:;()]{2,80}),\s*(?P<year>(?:1[4-9]|20)\d\d)"
)
_EDITION = re.compile(
    r"\b(?P<edition>\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.))\s+(?:edn?|edition|ed)\b\.?"
)
_THESIS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|[Dd]octoral|[Mm]aster[’']?s?|M\.?A\.?|MSc|DPhil|M\.?Phil)\.?\s*(?:thesis|diss(?:ertation|\.)?)|\b[Dd]issertation\b|\b[Tt]hesis\b"
)


def read_imprint(draft: Draft) -> None:
    """What follows the title: editors, volume and pages, place and publisher, date."""
    after = draft.title.end
    text = draft.rest(after)
    article = "journal" in draft.fields
    if match := _PAREN_IMPRINT.search(text) or _PLAIN_IMPRINT.search(text):
        _book_imprint(draft, match, after)
    elif (
        (match := _YEAR_ONLY.search(text))
        and match["place"]
        and not article
        and not find_dates(match["place"] + " " + match["year"])[0].date.month
    ):
        draft.put(
            "publisher" if is_organisation(match["place"]) else "address",
            match["place"].strip(" ,"),
            Span(after + match.start("place"), after + match.end("place")),
        )
    if edition := _EDITION.search(text):
        draft.put(
            "edition", edition["edition"], Span(after + edition.start(), after + edition.end())
        )
    if thesis := _THESIS.search(text):
        draft.entry_type = (
            "phdthesis" if re.search(r"Ph|octoral|DPhil|iss", thesis[0]) else "mastersthesis"
        )
        _school(draft, text, thesis, after)
    _numbers(draft, after, article or "booktitle" in draft.fields)
    _dates(draft, after)
    _organisation(draft, after)


def _book_imprint(draft: Draft, match: re.Match[str], after: int) -> None:
    names = match.re.groupindex
    dates = find_dates(match[0])
    if dates and dates[0].date.month and not match["place"]:
        return
    if match["place"]:
        draft.put(
            "address",
            match["place"].strip(" ,"),
            Span(after + match.start("place"), after + match.end("place")),
        )
    if not ("journal" in draft.fields and not match["place"]):
        publisher = match["publisher"].strip(" ,")
        if not re.fullmatch(r"(?:Spring|Summer|Autumn|Fall|Winter|[A-Z][a-z]{2,8}\.?)", publisher):
            draft.put(
                "publisher",
                publisher,
                Span(after + match.start("publisher"), after + match.end("publisher")),
            )
    draft.put(
        "year", int(match["year"]), Span(after + match.start("year"), after + match.end("year"))
    )
    if "extra" in names and match["extra"] and (edition := _EDITION.search(match["extra"])):
        draft.put(
            "edition",
            edition["edition"],
            Span(after + match.start("extra"), after + match.end("extra")),
        )
    if match["place"] or "journal" not in draft.fields:
        draft.use(Span(after + match.start(), after + match.end()))


def _school(draft: Draft, text: str, thesis: re.Match[str], after: int) -> None:
    match = re.search(
        r"(?P<school>[A-Z][\w’'. ]*(?:University|College|Institute|School)[\w’',. ]*?|(?:University|Université|Universität)[\w’' ]+?)(?=[,;.)]|$)",
        text[thesis.end() :],
    )
    if match:
        start = after + thesis.end() + match.start("school")
        draft.fields.pop("publisher", None)
        draft.put("school", match["school"].strip(" ,."), Span(start, start + len(match["school"])))
    draft.use(Span(after + thesis.start(), after + thesis.end()))


def _numbers(draft: Draft, after: int, article: bool) -> None:
    if draft.entry_type == "jurisdiction":
        return
    text = draft.rest(after)
    masked = list(text)
    for date in find_dates(text):
        if not date.date.month and re.match(r"\s*(?:[-–—]|:)\s*\d", text[date.span.end :]):
            continue
        before = text[: date.span.start].rstrip()
        if date.date.month or not before.endswith(("(", "-", "–", ":")):
            masked[date.span.start : date.span.end] = " " * (date.span.end - date.span.start)
    found, _ = read_numbers("".join(masked), article)
    for name, value in found.fields.items():
        span = found.spans[name]
        draft.put(name, value, Span(after + span.start, after + span.end))
    if found.pinpoint:
        draft.use(Span(after + found.pinpoint.start, after + found.pinpoint.end))
    if not draft.locator:
        draft.locator = found.locator


def _dates(draft: Draft, after: int) -> None:
    if "year" in draft.fields and ("month" in draft.fields or "publisher" in draft.fields):
        return
    dates: list[FoundDate] = find_dates(draft.rest(after)) or find_dates(draft.rest(0, after))
    dates.sort(key=lambda found: (found.date.month is None, found.span.start))
    if not dates:
        return
    best = dates[0]
    known = draft.fields.get("year")
    if known and known != best.date.year:
        return
    span = Span(after + best.span.start, after + best.span.end)
    draft.put("year", best.date.year, span)
    if best.date.month:
        draft.put("month", best.date.month, span)
    if best.date.day:
        draft.put("day", best.date.day, span)


def _organisation(draft: Draft, after: int) -> None:
    """A body named between title and date: who published a report."""
    if "publisher" in draft.fields or "journal" in draft.fields or "booktitle" in draft.fields:
        return
    rest = draft.rest(after)
    for match in re.finditer(
        r"(?:^|[,.(]\s*)(?P<body>[A-ZÀ-Ž][^,;()\d:]{3,100}?)(?=\s*(?:[,.;)(]|$))", rest
    ):
        body = match["body"].strip(" .")
        if find_dates(body):
            continue
        span = Span(after + match.start("body"), after + match.end("body"))
        if is_organisation(body):
            draft.put("institution", body, span)
        elif (
            "url" in draft.fields
            and "howpublished" not in draft.fields
            and not could_be_names(body)
        ):
            draft.put("howpublished", body, span)
        return
