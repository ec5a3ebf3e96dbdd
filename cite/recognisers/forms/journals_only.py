"""Articles cited by journal, volume, page and year alone, as physicists do: no title, and groups of them.

R. Hale, *Phys. Rev.* 116, 346 (1959)
J. C. Swift, IBM J. Res. 6, 14 (1962); 7, 22 (1963)
L. Cope and J. Shriver, Phys. Rev. 108, 1175 (1957); ibid. 109, 12 (1958)
J. C. Swift, *J. Mod. Hist.* 6 (1962): 14; *Past and Present* 116 (1959): 346
"""

import re

from cite.model.document import Span
from cite.recognisers.fields.imprint_words import is_periodical
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import DASH, YEAR

_VOLUME = r"(?P<volume>[A-Z]?\d{1,4}[A-Z]?)"
_PAGES = rf"(?P<pages>[A-Z]?\d{{1,6}}(?:\s?{DASH}\s?\d{{1,6}})?)"
_FIGURES = rf"(?:{_VOLUME},\s{_PAGES}\s\((?P<year>{YEAR})\)|{_VOLUME.replace('volume', 'volume2')}\s\((?P<year2>{YEAR})\):\s?{_PAGES.replace('pages', 'pages2')})"
_JOURNAL = r"(?P<journal>(?:[A-Z][\w’'-]*\.?|&|of|and|the|in|für|de)(?:\s(?:[A-Z][\w’'-]*\.?|&|of|and|the|in|für|de))*?)"
_ONE = re.compile(
    rf"\s*(?:(?P<names>[^;:\d“”\"()]{{2,200}}?),\s)?(?:(?P<again>[Ii]bid\.)|{_JOURNAL})?,?\s?{_FIGURES}[\s.,]*"
)
_BETWEEN = re.compile(r";\s*(?:and\s)?")


def journals_only(part: Typeset) -> list[Span]:
    """The articles of a text that is nothing but such citations; none where it is anything else."""
    if part.quotes or len(part.text) > 1000:
        return []
    spans: list[Span] = []
    at = 0
    while at < len(part.text):
        match = _match(part, at)
        if match is None or (not spans and not match["journal"]):
            return []
        spans.append(Span(at, match.end()))
        between = _BETWEEN.match(part.text, match.end())
        if between is None:
            return spans if not part.text[match.end() :].strip() else []
        at = between.end()
    return spans


def _match(part: Typeset, at: int) -> re.Match[str] | None:
    """One citation: its journal is in italics or abbreviated, and its names are names."""
    match = _ONE.match(part.text, at)
    if match is None or (match["names"] and not could_be_names(match["names"])):
        return None
    journal = match["journal"]
    if not journal:
        return match if at else None
    start, end = match.span("journal")
    italic = any(abs(one.start - start) < 3 and one.end >= end - 2 for one in part.italics)
    abbreviated = journal.count(".") > 1 or is_periodical(journal)
    return match if italic or abbreviated else None


def read_journal_only(draft: Draft) -> bool:
    """One such article: what it does not repeat of the one before it is left out."""
    match = _match(draft.part, 0) or _bare(draft)
    if match is None or draft.part.quotes or draft.text[match.end() :].strip():
        return False
    names_end = end_of_names(match["names"] + ", ") if match["names"] else 0
    if match["names"] and names_end < len(match["names"]):
        return False
    draft.entry_type = "article"
    if match["names"]:
        draft.put("author", split_names(match["names"]), Span(*match.span("names")))
    for name in ("journal", "volume", "pages", "year"):
        group = name if match[name] else f"{name}2"
        if match.groupdict().get(group):
            draft.put_group(name, match, group)
    draft.use(Span(0, match.end()))
    return True


def _bare(draft: Draft) -> re.Match[str] | None:
    """`7, 22 (1963)`, `ibid. 109, 12 (1958)`: figures alone, behind another article."""
    match = _ONE.fullmatch(draft.text)
    return match if match and not match["journal"] and not match["names"] else None
