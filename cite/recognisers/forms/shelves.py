"""Papers of which only the place in an archive is told: `Archivo General de Indias, Contratación, leg. 4879, fol. 12.`"""

import re

from cite.model.document import Span
from cite.recognisers.forms.clauses.form import is_foreign
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft

_HOLDER = rf"(?:[^\W\d_][\w’'.-]*\s){{0,2}}?(?:{any_of('archives', Script.LATIN)})[^;]{{3,200}}?"
_SIDE = r"(?:\s?[rv]°?)?"
_LEAF_WORD = r"(?:fols?|ff?|fo|ff|k|c|cc|fl|fls|Bl|p|pp|s|S)\."
_LEAF = rf"{_LEAF_WORD}\s?\d{{1,4}}{_SIDE}(?:\s?[-–]\s?\d{{1,4}}{_SIDE})?"
_SHELF = re.compile(rf"\s*(?P<where>{_HOLDER})(?:[,.]\s+(?P<leaf>{_LEAF}))?\s*\.?\s*")

_FOND = r"(?:[Ff]|fond|coll)\.\s?[\w/-]+"
_INVENTORY = r"(?:op|inv|opis)\.?\s?\d+\w?"
_FILE = r"(?:d|ed\.\s?khr|spr|file)\.?\s?\d+\w?"
_SHEETS = r"(?:ll?|s|pp?)\.\s?\d+(?:\s?ob\.?)?(?:\s?[-–,]\s?\d+(?:\s?ob\.?)?)*"
_FONDS = re.compile(
    rf"\s*(?P<where>[A-ZÀ-Ž][^;“”\"]{{1,120}}?,\s{_FOND},\s{_INVENTORY}(?:,\s{_FILE})?)"
    rf"(?:,\s(?P<leaf>{_SHEETS}))?\s*\.?\s*"
)
"""`GARF, f. R-5446, op. 1, d. 12, l. 45ob.`: Russian and Ukrainian archives, in Latin letters."""


def read_shelf(draft: Draft) -> bool:
    """A paper by its shelf mark: of a Russian archive, or in another language than English."""
    part = draft.part
    if part.quotes or part.italics or part.links:
        return False
    match = _FONDS.fullmatch(draft.rest())
    if match is None and is_foreign(part.text):
        match = _SHELF.fullmatch(draft.rest())
    if not match or not re.search(r"\d", match["where"]) or ":" in match["where"]:
        return False
    draft.entry_type = "misc"
    where = match["where"].rstrip(" .,")
    at = match.start("where")
    draft.put("howpublished", where, Span(at, at + len(where)))
    draft.locator = match["leaf"] or ""
    draft.use(Span(*match.span()))
    return True
