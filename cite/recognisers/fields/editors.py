"""Who edited a work, and who translated it, where that stands behind its title."""

import re
from itertools import islice

from cite.model.document import Span
from cite.recognisers.fields.imprint_words import is_place, is_publisher
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import ORDINALS, either

_AND_DONE = rf"\s+and\s+{either('translated | introduced | annotated | edited | compiled')}"
_ON_BEHALF_OF = r"(?:\s+v(?:on\b|\.))?"
"""`hrsg. von`, `hg. v.`"""
_EDITORS = rf"""(?<![\w])(?:
      {any_of("edited_by", Script.LATIN)}
    | (?:[Ee]dited|[Cc]ompiled|[Cc]omp\.) (?:{_AND_DONE})? \s+by | [Ee]ds?\.?\s+by | [Ee]ds?\b\.? | [Ee]ditors?\b
    | [Hh]erausgegeben\s+von | [Hh]rsg\b\.?{_ON_BEHALF_OF} | [Hh]g\b\.?{_ON_BEHALF_OF}
    | [ÉéEe]dité\s+par | éds?\b\.? | (?:sous\s+la\s+)?dir(?:ection\s+de|s?\.)
    | a\s+cura\s+di | comps?\. | coords?\. | org\.
    )"""
_FROM_LANGUAGE = r"(?:\s+(?:from|into)\s+(?:the\s+)?[A-Z]\w+)?"
_TRANSLATORS = rf"""(?<![\w])(?:
      (?:[Tt]ranslated|[Tt]rans\.?) {_FROM_LANGUAGE} \s+by | {any_of("translated_by", Script.LATIN)}
    | [Tt]ransl?\. | [Tt]ranslators?\b | [Üü]bers\b\.?(?:\s+von)? | [Tt]r\b\.? | trans\b | [Tt]rad\b\.?
    )"""
_EDITED_AND_TRANSLATED = (
    r"[Ee]d\.?\s+(?:and|&)\s+trans\.?(?:\s+by)?|[Ee]dited\s+and\s+translated\s+by"
)
_ROLE = re.compile(
    rf"(?P<both>{_EDITED_AND_TRANSLATED})|(?P<translator>{_TRANSLATORS})|(?P<editor>{_EDITORS})",
    re.VERBOSE,
)
_WHICH_EDITION = either(
    ORDINALS,
    "rev | revised | new | intl | int’l | int'l | student | paperback | expanded | enlarged | annotated | daily | digital | "
    "critical | late | final | updated | abridged | last | this | the | American | English | British | bilingual",
)
_EDITION_BEFORE = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}\s?(?:st|nd|rd|th|d|e|ed|\.)?|\b{_WHICH_EDITION})\b\.?,?\s*$",
    re.IGNORECASE,
)
"""What makes an edition of the `ed.` behind it."""
_NAMES = r"[^()\[\];:\d“”\"<>]{3,320}?"
_FULL_STOP = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bJr)(?<!\bSt)\.\s"
"""One that ends a sentence, not an initial."""
_PLACE_COLON = r"[A-Z][\w.’ -]{2,30}(?:,\s[\w. ]{2,14})?:"
_BEHIND_COMMA = (
    rf"\d|vols?\b|nos?\b|pp?\.|transl?\b|eds?\b|with\s|series\b|foreword|intro|{_PLACE_COLON}"
)
_FORWARD = re.compile(
    rf"\s*(?P<names>{_NAMES})"
    rf"(?=\s*(?:[(\[;:\d<“\")]|$|{_FULL_STOP}|,\s*(?:{_BEHIND_COMMA})|,?\s+(?:transl?\.|eds?\.)\s))"
)
"""Names behind a role, up to what can be none."""


def read_editors_and_translators(draft: Draft) -> None:
    """Who stands behind the title, or between it and its container."""
    after = draft.title.end
    text = draft.rest(after)
    for match in islice(_ROLE.finditer(text), _MOST_ROLES):
        if _EDITION_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        roles = ("editor", "translator") if match["both"] else (match.lastgroup or "",)
        if all(role in draft.fields for role in roles) or draft.used[after + match.start()]:
            continue
        found = _before_role(text, match) or _behind_role(text, match)
        if found and (names := split_names(text[found.start : found.end])):
            span = Span(after + found.start, after + found.end)
            for role in roles:
                draft.put(role, names, span)
            draft.use(
                Span(min(span.start, after + match.start()), max(span.end, after + match.end()))
            )
            text = draft.rest(after)


_MOST_ROLES = 12
"""No citation names more; what goes on is no citation."""


_NAMES_BEGIN = re.compile(r"\s{3,}|\b[Ii]n:?\s")
_NEAR_ROLE = 250
"""Characters before a role in which its names are looked for."""


def _before_role(text: str, role: re.Match[str]) -> Span | None:
    """`Dutton and Jeffreys (eds)`, `Guignon and Pierre, eds.,`, `(Deborah L. Rhode ed., 1990)`."""
    before = text[: role.start()]
    if before.rstrip().endswith(("(", "[")):
        before = before.rstrip().rstrip("([")
    elif _forward_marked(role[0]):
        return None
    mark = max(before.rfind(mark) for mark in '(;:[”“"')
    gap = max((m.end() for m in _NAMES_BEGIN.finditer(before)), default=0)
    start = max(mark + 1, gap, len(before) - _NEAR_ROLE)
    words = before[start:]
    for cut in (0, *(m.end() for m in re.finditer(r"[,.]\s+", words))):
        names = words[cut:].strip(" ,")
        if len(names) > 2 and could_be_names(names) and not is_place(names.split(",")[0]):
            at = start + words.index(names, cut)
            return Span(at, at + len(names))
    return None


def _forward_marked(role: str) -> bool:
    return bool(_ON_SOMEBODYS_PART.search(role))


_ON_SOMEBODYS_PART = re.compile(
    r"\w\.?\s+(?:by|von|v\.|par|di|da|de|por|av|af|door|van|a cargo de)\s*$"
)
"""`hrsg. von`, `éd. par`, `org. por`: the names stand behind."""


def _behind_role(text: str, role: re.Match[str]) -> Span | None:
    """`ed. Jentery Sayers`, `edited by Mounia Lalmas, …, Berlin: Springer`."""
    match = _FORWARD.match(text, role.end())
    if not match:
        return None
    names = _names_alone(match["names"])
    if not names:
        return None
    start = text.index(names, match.start("names"))
    return Span(start, start + len(names))


def _names_alone(text: str) -> str:
    """The beginning of a text that is nothing but names: no place and no publisher behind them."""
    names = text.strip(" ,")
    last = re.match(r"(.*,?\s(?:and|&|und|et)\s[^,]+),\s.*$", names)
    if last and could_be_names(last[1]):
        names = last[1]
    while names:
        chunk = names.rpartition(",")[2].strip()
        if could_be_names(names) and not (
            ("," in names) and (is_place(chunk) or is_publisher(chunk))
        ):
            return names
        names = names.rpartition(",")[0].strip()
    return ""
