"""A thesis: which degree it was for, and at which school."""

import re

from cite.model.document import Span
from cite.recognisers.fields.year_at_end import YEAR_AT_END, put_year
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft

_DOCTORATE = r"Ph\.?\s?D\.?|DPhil|D\.\s?Phil\.?|[Dd]octoral|[Ee]d\.?D\.?|S\.?J\.?D\.?|Habilitation"
_LOWER_DEGREE = (
    r"[Mm]aster[’']?s?|M\.?\s?A\.?|M\.?\s?S\.?c?\.?|M\.?\s?Phil\.?|LL\.?M\.?|B\.?A\.?"
    r"|[Bb]achelor[’']?s?|[Dd]iploma|[Ss]enior"
)
_FIELD_OF_STUDY = r"in\s[\w\ ]{3,30}"
_THESIS_WORD = r"[Tt]hesis|[Dd]iss(?:ertation\b|\.)|diss\b"
_DEGREE_UNSAID = r"[Dd]issertation|[Dd]iss\.|[Tt]hesis|[Tt]hèse|Habilitationsschrift"
THESIS = re.compile(
    rf"""
      \b (?: (?:[Uu]npublished\s+)? (?P<phd>{_DOCTORATE}) | (?P<master>{_LOWER_DEGREE}) ) \.? ,? \s*
      (?: (?:[Uu]npublished | {_FIELD_OF_STUDY}) \s )?  (?:{_THESIS_WORD})
    | (?<!\w)(?:[Uu]npublished\s)?(?:(?P<lower>{any_of("masters", Script.LATIN)})|(?P<foreign>{any_of("doctoral", Script.LATIN)}))
      (?:\sin[ée]dit[ae]|\sdactylographiée)?
    | \b (?:[Uu]npublished\ )? (?P<plain>{_DEGREE_UNSAID}) \b
    """,
    re.VERBOSE,
)
_BEFORE_SCHOOL = re.compile(r"^(?:at|in|submitted to)\s+(?:the\s+)?")
_LONGEST_SCHOOL = 90
"""Characters, where no year shows where it ends."""


def read_thesis(draft: Draft, thesis: re.Match[str], offset: int, end: int) -> None:
    """A match of `THESIS`, made `offset` characters into the citation, and what stands behind it up to `end`."""
    draft.entry_type = "mastersthesis" if thesis["master"] or thesis["lower"] else "phdthesis"
    draft.use(Span(offset + thesis.start(), offset + thesis.end()))
    start = offset + thesis.end()
    text = draft.rest(start, end)
    dated = YEAR_AT_END.search(text)
    if dated and dated["year"]:
        put_year(draft, dated, start)
    school = _BEFORE_SCHOOL.sub("", (text[: dated.start()] if dated else text).strip(" ,.;:"))
    if school and (dated or len(school) < _LONGEST_SCHOOL):
        at = start + text.index(school)
        draft.put("school", school, Span(at, at + len(school)))
    draft.use(Span(offset, end))
