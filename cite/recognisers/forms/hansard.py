"""Debates of parliament, cited by house, day, volume and column."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.numbers import pages
from cite.recognisers.text.draft import Draft

_HOUSE = r"(?:HC|HL|Commons|Lords)\s+(?:Deb(?:ates?)?|Hansard)"
_HANSARD = r"Hansard(?:,?\s+(?:HC|HL)(?:\s+Deb(?:ates)?)?)?"
_COLUMN = r"\d{1,5}[A-Z]{0,2}"
_DEBATE = re.compile(
    rf"""
    \s* (?P<journal>{_HOUSE}|{_HANSARD}) [\s,(]+ (?P<date>\d{{1,2}}\s+[A-Z][a-z]+\s+\d{{4}}) \)?
    (?: [,\s]+ vol\.?\s* (?P<volume>\d{{1,4}}) )?
    (?: [,\s]+ (?:cols?|c)\.?\s* (?P<columns>{_COLUMN}(?:\s?[-–]\s?{_COLUMN})?) )?
    """,
    re.VERBOSE,
)


def read_debate(draft: Draft) -> bool:
    """`HC Deb 3 February 1977, vol 389, cols 973–76`: the columns are where it is cited."""
    match = _DEBATE.match(draft.text)
    dates = find_dates(match["date"]) if match else []
    if match is None or not dates or dates[0].date.day is None:
        return False
    date = dates[0].date
    draft.entry_type = "article"
    draft.put_group("journal", match, "journal")
    draft.put_group("volume", match, "volume")
    for name, value in (("year", date.year), ("month", date.month), ("day", date.day)):
        draft.put(name, value or 0, _span(match, "date"))
    draft.locator = pages(match["columns"] or "")
    draft.use(_span(match, 0))
    return True


def _span(match: re.Match[str], group: str | int) -> Span:
    return Span(*match.span(group))
