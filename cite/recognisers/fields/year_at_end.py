"""The year that ends an imprint, or the word that stands for it: `c. 1998–99`, `1984 [orig. 1851]`, `forthcoming`."""

import re

from cite.model.document import Span
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR, either

_BEFORE_A_YEAR = either("c. | ca. | © | c | copyright | repr. | repr., | reprinted | [")
_TO_ANOTHER = r"[-–/](?:\d|(?:\d\d){1,2})"
_FIRST_PRINTED = rf"[\[(]\s*(?:orig\.?\s*)?{YEAR}\s*[\])]"
_UNDATED = r"n\.\s?d\.?|undated"
_UNPRINTED = either("forthcoming | in press | im Erscheinen | à paraître")
YEAR_AT_END = re.compile(
    rf"""
      [\s,;]* (?:{_BEFORE_A_YEAR} \s*)? (?P<year>{YEAR}) (?:{_TO_ANOTHER})? [a-z]? \]? (?:\s* {_FIRST_PRINTED})? \s*$
    | [\s,]* (?P<state>{_UNPRINTED} | {_UNDATED}) \.? \s*$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def put_year_or_state(draft: Draft, dated: re.Match[str], offset: int) -> None:
    """What a match made `offset` characters into the citation says: a year, or that there is none as yet."""
    if dated["year"]:
        put_year(draft, dated, offset)
        return
    state = dated["state"].lower()
    if not re.fullmatch(_UNDATED, state):
        draft.put("pubstate", state, _moved(dated.span("state"), offset))


def put_year(draft: Draft, dated: re.Match[str], offset: int) -> None:
    """The year of a match made `offset` characters into the citation."""
    draft.put("year", int(dated["year"]), _moved(dated.span("year"), offset))


def _moved(span: tuple[int, int], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
