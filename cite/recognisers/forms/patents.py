"""Patents: the office, the number, and when it was filed or granted."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.fields.titles import inside_marks
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import either

_OFFICE = either(
    ("U.S.", "US", "United States", "European", "EP", "German", "British", "UK", "GB", "French", "Japanese", "Chinese",
     "Canadian", "Australian", "Korean", "Indian", "International", "Deutsches", "World")
)  # fmt: skip
_WORD = (
    rf"(?:{either('Reissue | Design | Plant | Provisional')}\s)?"
    r"(?:Patents?|Pat\.|Patentschrift|Offenlegungsschrift)"
    r"(?:\s(?:Application|Appl?\.|App\.|Publication|Pub\.|Serial))*"
)
_FIGURES = r"(?:[A-Z]{1,3}\s?)?\d[\d,./ ]*\d(?:\s?[A-Z]\d?\b)?"
_BARE = r"(?:US|EP|WO|GB|DE|FR|JP|CN)\s?\d[\d/, ]{4,14}\d(?:\s?[A-Z]\d?\b)"
_PATENT = re.compile(
    rf"(?P<title>(?:{_OFFICE}\s)?{_WORD})\s+(?:(?:[Nn]o|[Nn]r|[Ss]er)s?\.?\s?)*(?P<number>{_FIGURES})"
    rf"|\b(?P<bare>{_BARE})"
)
_WHEN = re.compile(
    r"\b(?P<what>filed|granted|issued|published|angemeldet|erteilt)\b", re.IGNORECASE
)


def read_patent(draft: Draft) -> bool:
    """`J. Doe, Winding Gear, U.S. Patent No. 1,234,567 (filed May 3, 2015)`: inventor, title, number, date."""
    text = draft.rest()
    match = _PATENT.search(text)
    if not match or match.start() > 250 or len(re.sub(r"\D", "", match[0])) < 5:
        return False
    draft.entry_type = "patent"
    group = "bare" if match["bare"] else "number"
    draft.put_group("number", match, group)
    draft.use(Span(*match.span()))
    _head(draft, match.start())
    draft.title = draft.spans.get("title", Span(0, match.start()))
    _dates(draft, match.end())
    return True


def _head(draft: Draft, end: int) -> None:
    """Inventors and what they invented, before the number."""
    marks = (*draft.part.quotes, *draft.part.italics)
    mark = next((mark for mark in marks if mark.end <= end), None)
    if mark:
        inner = inside_marks(draft.text, mark)
        names = draft.text[: mark.start].strip(" ,;")
    else:
        names, _, title = draft.text[:end].strip(" ,;").rpartition(", ")
        inner = Span(len(names) + 2, len(names) + 2 + len(title))
    draft.put("title", draft.text[inner.start : inner.end], inner)
    if names and could_be_names(names):
        draft.put("author", split_names(names), Span(0, len(names)))
    draft.use(Span(0, end))


def _dates(draft: Draft, after: int) -> None:
    """The date of filing, or the first there is; what happened then."""
    found = find_dates(draft.rest(after))
    if not found:
        return
    first = found[0]
    span = Span(after + first.span.start, after + first.span.end)
    draft.put("year", first.date.year, span)
    draft.put("month", first.date.month or 0, span)
    draft.put("day", first.date.day or 0, span)
    if what := _WHEN.search(draft.text, after, span.start):
        draft.put("pubstate", what["what"].lower(), Span(*what.span()))
    for other in found[1:]:
        draft.use(Span(after + other.span.start, after + other.span.end))
    draft.use(Span(after, len(draft.text)))
