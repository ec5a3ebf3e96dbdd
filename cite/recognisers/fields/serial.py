"""Volume, number, pages and date of what has been titled: where in a periodical or a book it stands."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import FoundDate, find_dates
from cite.recognisers.fields.numbers import read_numbers
from cite.recognisers.text.draft import Draft

_TIME = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\s?(?:[AaPp]\.?\s?[Mm]\b\.?|[A-Z]{2,4}\b|Uhr)")


def read_serial_numbers(draft: Draft) -> None:
    """Volume, number, pages, locator."""
    after = draft.after
    text = draft.rest(after)
    masked = list(text)
    for found in find_dates(text):
        if _is_date_here(text, found, draft):
            masked[found.span.start : found.span.end] = " " * (found.span.end - found.span.start)
    for time in _TIME.finditer(text):
        masked[time.start() : time.end()] = " " * (time.end() - time.start())
    article = "journal" in draft.fields
    numbers = read_numbers(
        "".join(masked), article, "booktitle" in draft.fields, starts_volume=article
    )
    for name, value in numbers.fields.items():
        span = numbers.spans[name]
        draft.put(name, value, Span(after + span.start, after + span.end))
    for span in numbers.used:
        draft.use(Span(after + span.start, after + span.end))
    draft.locator = draft.locator or numbers.locator


def _is_date_here(text: str, found: FoundDate, draft: Draft) -> bool:
    """Whether four figures are a year and not a page: years follow brackets or come first."""
    if found.date.month:
        return True
    before = text[: found.span.start].rstrip()
    if re.match(r"\s*(?:[-–—]|:)\s*\d", text[found.span.end :]) and not re.match(
        r"\s*:\s*\d", text[found.span.end :]
    ):
        return False
    if before.endswith((":", "p.", "pp.", "at")):
        return False
    return not ("year" in draft.fields and before.endswith(","))


def read_date(draft: Draft) -> None:
    """When it appeared: the first full date behind the title, else a year there, else one before it."""
    if "year" in draft.fields and ("month" in draft.fields or "publisher" in draft.fields):
        return
    behind = [_moved(found, draft.title.end) for found in find_dates(draft.rest(draft.title.end))]
    before = find_dates(draft.rest(0, draft.title.start))
    dates = sorted(behind, key=lambda found: (found.date.month is None, found.span.start)) or before
    if not dates:
        return
    best = dates[0]
    known = draft.fields.get("year")
    if known and known != best.date.year:
        return
    draft.put("year", best.date.year, best.span)
    draft.put("month", best.date.month or 0, best.span)
    draft.put("day", best.date.day or 0, best.span)


def _moved(found: FoundDate, by: int) -> FoundDate:
    return FoundDate(found.date, Span(found.span.start + by, found.span.end + by))
