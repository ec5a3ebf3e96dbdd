"""Letters, interviews, press releases and papers in archives."""

import re

from cite.model.document import Span
from cite.recognisers.fields.dates import FoundDate, find_dates
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import capital_or_not, either

_WORDS = capital_or_not(
    "letter | email | e-mail | memorandum | memo | telegram | cable | postcard | note | personal Communication | "
    "personal communication | correspondence | despatch | dispatch"
)
_WHICH_INTERVIEW = r"[Aa]uthor(?:[’']s)?|[Oo]ral [Hh]istory|" + capital_or_not(
    "telephone | personal | skype | email"
)
_INTERVIEW = rf"(?:(?:(?:{_WHICH_INTERVIEW}) )?[Ii]nterview(?:ed)?|[Cc]onversation)"
_SURNAMES = r"[A-ZÀ-Ž][\w’'-]+(?:\s[A-ZÀ-Ž][\w.’'-]+){0,3}(?:\s(?:and|&)\s[A-ZÀ-Ž][\w’' -]+)?"
_WRITER = r"[^,;]{3,80}?(?:,\s+[^,;]{3,90}?){0,3}?"
_LEADING = re.compile(
    rf"(?P<kind>{_WORDS})(?:\s+(?:dated|of)\s[^,;]{{4,20}})?\s+from\s+(?P<author>{_WRITER}),?\s+to\s+(?P<to>[^,;(]{{3,80}})"
)
_KIND_FIRST = re.compile(
    rf"(?P<title>(?P<kind>{_WORDS}),\s+(?P<author>[A-Z][^,;]{{2,60}}?)\s+to\s+(?P<to>[A-Z][^,;(]{{2,60}}))"
)
_TRAILING = re.compile(
    rf"(?P<author>[^“\"‘,;]{{3,80}}?),\s+(?P<title>(?P<kind>(?:unpublished |open )?{_WORDS})\s+to\s+[^,;(]{{3,90}})"
)
_DATE_FOLLOWS = r"\d|[A-Z][a-z]{2,8}\.?\s+\d|n\.d|undated|\[?1[6-9]"
_TO = re.compile(
    r"(?P<title>(?P<author>[A-Z][^“\"‘,;\d]{2,50}?)\s+to\s+(?P<to>[A-Z][^“\"‘,;\d(]{2,60}?)),\s+"
    rf"(?=(?:{_DATE_FOLLOWS}))"
)
_TITLED = rf"(?:{either('Prof | Dr | Mr | Mrs | Ms | Sir | Rev | Hon')}\.\s)*"
_INTERVIEW_ENDS = r"[,;(]|(?<!\b[A-Z])\.(?:\s|$)|\s+in\s|$"
_LED_INTERVIEW = re.compile(
    rf"(?P<title>{_INTERVIEW}\s+(?:with|of|by)\s+(?P<author>{_TITLED}[^,;(]{{3,80}}?)(?:\s+by\s+[^,;(]{{3,60}})?)"
    rf"(?={_INTERVIEW_ENDS})"
)
_HAD_INTERVIEW = re.compile(
    rf"(?P<author>[^“\"‘,;]{{3,80}}?),\s+(?P<title>(?P<kind>{_INTERVIEW})\s+(?:by|with)\s+(?:the\s+)?[^,;(]{{3,60}})"
)
_AGAIN = re.compile(
    rf"(?P<title>{_INTERVIEW}\s+with\s+(?P<author>{_SURNAMES})|(?P<author2>{_SURNAMES}),?\s+[Ii]nterview)[,.]?"
    r"(?:\s+(?:at\s+)?(?P<pin>\d{1,4}(?:[-–]\d{1,4})?)\.?)?\s*$"
)
"""`Interview with Morrow`, `Morrow interview, 12`: an interview named again, or one of which no more is said."""
_PRESS = re.compile(
    r"(?P<kind>(?:[Pp]ress|[Nn]ews)\s+(?:[Rr]elease|[Ss]tatement|[Nn]otice)|Media [Rr]elease)"
)
_RECORD_CLASS = rf"{either('FO | CO | CAB | PREM | WO | HO | DO | FCO | ADM | KV | INF | PROB | SP | BT | MH | HCA')}\s\d{{1,4}}/\d"
_CONTAINER = (
    r"(?:[Bb]ox(?:es)?|[Ff]older|[Ff]ile|[Rr]eel|[Ff]ols?\.?|[Cc]arton|[Ss]eries)\s+[A-Z]?\d"
)
_HOLDINGS = either(
    "Papers | Archive | Archives | Archive Center | Manuscript | Manuscripts | Record | Records | Collection | Collections | "
    "Fonds | Archivo | Archiv | Nachlass"
)
_ARCHIVE_INITIALS = either("TNA | NARA | PRO | BNF | BnF | AN | LOC | BL | BNA")
_FONDS = r"f\.\s?[\w-]+,\s(?:op|inv)\.\s?\d"
_MANUSCRIPT = r"(?:Add(?:itional)?\.?\s)?MSS?\.?\s(?:[A-Z][\w.]*\s){0,3}\d"
_REFERENCE_CODE = r"[A-Z]{1,4}[:/][A-Z\d]{1,6}[/:]\w"
_ARCHIVE = re.compile(
    rf"\b{_FONDS}|\b{_CONTAINER}|\bRG\s?\d|\bMSS?\.?\s+[A-Z\d]|\b(?:{_RECORD_CLASS}|T\s\d{{1,4}}/\d)"
    rf"|\b{_HOLDINGS}\b(?!\s*\()|\b{_ARCHIVE_INITIALS}\b[,:;]|on file with"
)

_SHELFMARK = re.compile(
    rf"(?:^|[,;])\s*(?:{_RECORD_CLASS}|[Bb]ox(?:es)?\s\d|[Ff]older\s\d|{_MANUSCRIPT}|{_REFERENCE_CODE})"
)
"""Where a paper lies: what no printed work has."""


def read_unpublished(draft: Draft) -> bool:
    """A letter, an interview, a press release or a paper in an archive."""
    if draft.part.quotes and draft.part.italics:
        return False
    text = draft.rest()
    start = len(text) - len(text.lstrip())
    for pattern, kind in (
        (_LEADING, ""),
        (_KIND_FIRST, ""),
        (_TRAILING, ""),
        (_LED_INTERVIEW, "interview"),
        (_HAD_INTERVIEW, ""),
    ):
        match = pattern.match(text, start)
        if match and could_be_names(_first_name(match["author"])):
            _put(draft, match, kind or match["kind"].lower())
            return _kept(draft, match.end())
    if (match := _AGAIN.match(text, start)) and could_be_names(_who(match)):
        return _named_again(draft, match)
    match = _TO.match(text, start)
    if match and could_be_names(match["author"]) and could_be_names(match["to"]):
        _put(draft, match, "letter")
        return _kept(draft, match.end())
    return _press_release(draft, text) or _paper(draft, text)


def names_an_interview(text: str) -> bool:
    """Whether a text is nothing but an interview, named again."""
    match = _AGAIN.fullmatch(text.strip())
    return bool(match) and could_be_names(_who(match)) if match else False


def _who(match: re.Match[str]) -> str:
    return match["author"] or match["author2"]


def _named_again(draft: Draft, match: re.Match[str]) -> bool:
    group = "author" if match["author"] else "author2"
    draft.entry_type = "misc"
    draft.put("author", split_names(match[group]), Span(*match.span(group)))
    draft.put("type", "interview", Span(*match.span()))
    whole = match["title"] or match[0]
    draft.put("title", whole.strip(" ,."), Span(match.start(), match.start() + len(whole)))
    draft.title = draft.spans["title"]
    draft.locator = match["pin"] or ""
    draft.use(Span(*match.span()))
    return True


def is_archival(text: str) -> bool:
    """Whether a place in an archive is named."""
    return bool(_ARCHIVE.search(text))


def _first_name(text: str) -> str:
    """The person without the office held: `Karl Marx, then in London`."""
    return text.split(",")[0]


def _put(draft: Draft, match: re.Match[str], kind: str) -> None:
    draft.entry_type = "misc"
    author = _first_name(match["author"])
    at = Span(match.start("author"), match.start("author") + len(author))
    draft.put("author", split_names(author), at)
    whole = Span(*(match.span("title") if "title" in match.re.groupindex else match.span()))
    draft.put("title", draft.text[whole.start : whole.end].strip(" ,"), whole)
    draft.put("type", kind, whole)
    draft.title = whole
    draft.use(Span(match.start(), match.end()))


def _kept(draft: Draft, after: int) -> bool:
    """Whether it is kept in an archive, or nowhere; one that is printed in a book goes on to be read."""
    printed = any(italic.start >= after for italic in draft.part.italics)
    if not printed:
        _date_and_archive(draft, after)
        return True
    draft.entry_type = ""
    for found in find_dates(draft.rest(after))[:1]:
        if found.span.start < 4:
            _put_date(draft, found, after)
    return False


def _put_date(draft: Draft, found: FoundDate, after: int) -> None:
    span = Span(after + found.span.start, after + found.span.end)
    draft.put("year", found.date.year, span)
    draft.put("month", found.date.month or 0, span)
    draft.put("day", found.date.day or 0, span)


def _press_release(draft: Draft, text: str) -> bool:
    match = _PRESS.search(text)
    if not match:
        return False
    head = text[: match.start()].strip(' ,(“"')
    marked = next(iter((*draft.part.quotes, *draft.part.italics)), None)
    draft.entry_type = "misc"
    draft.put("type", match[0].lower(), Span(*match.span()))
    if marked:
        draft.entry_type = ""
        return False
    if not head:
        following = re.match(
            r"[\s,:]*(?P<author>[^,;]{3,90}),\s+(?P<title>[^(;]{4,250}?)(?=\s*(?:\(|,\s+(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+\d|$))",
            text[match.end() :],
        )
        if not following:
            draft.entry_type = ""
            return False
        for name in ("author", "title"):
            at = Span(match.end() + following.start(name), match.end() + following.end(name))
            value = following[name].strip(" ,.")
            draft.put(name, split_names(value) if name == "author" else value, at)
        draft.title = Span(
            match.end() + following.start("title"), match.end() + following.end("title")
        )
        _date_and_archive(draft, draft.title.end)
        return True
    draft.entry_type = ""
    return False


_HOLDER = re.compile(
    r"\b(?:Library|Libraries|Archives?|Record Office|Museum|Bibliothek|Biblioteca|Bibliothèque)\b"
)
_LEAF_AT_END = re.compile(
    r"[,.]\s(?P<leaf>(?:fols?|ff?)\.\s?\d+[rv]?(?:\s?[-–]\s?\d+[rv]?)?)[\s.]*$"
)


def _shelf_alone(draft: Draft, text: str) -> bool:
    """`British Library (BL), Add. MS 4296, fols. 33r–34v`: a shelf mark, and no word of what lies there."""
    draft.entry_type = "misc"
    leaf = _LEAF_AT_END.search(text)
    where = text[: leaf.start() if leaf else len(text)].strip(" .,")
    at = text.index(where)
    draft.put("howpublished", where, Span(at, at + len(where)))
    draft.locator = leaf["leaf"] if leaf else ""
    draft.use(Span(0, len(text)))
    return True


_SENT = re.compile(
    r"(?P<author>[A-ZÀ-Ž][^,;\d\s]*\s[^,;\d]{2,50}?)\sto\s(?:the\s)?[A-ZÀ-Ž][^;\d]{2,70}"
)


def _paper(draft: Draft, text: str) -> bool:
    """`Minutes, 4 June 1950, Box 3, Roe Papers`, `The National Archives, CO 5/4, Minutes`: in either order."""
    if draft.part.quotes or draft.part.italics or draft.part.links or not _SHELFMARK.search(text):
        return False
    kept = list(_ARCHIVE.finditer(text))
    if not kept:
        return False
    first = max(text.rfind(mark, 0, kept[0].start()) for mark in ",;") + 1
    stop = re.search("[,;]", text[kept[-1].end() :])
    last = kept[-1].end() + stop.start() if stop else len(text)
    dates = find_dates(text[last:]) if first == 0 else find_dates(text[:first])
    leads = first == 0 and bool(dates)
    start, end = (last, len(text)) if leads else (0, first)
    archive = Span(0, last) if leads else Span(first, len(text))
    for found in dates[-1:]:
        _put_date(draft, found, start)
        end = start + found.span.start
    paper = text[start:end].strip(" ,.;(")
    if not dates and _HOLDER.search(paper):
        return _shelf_alone(draft, text)
    if not paper:  # the papers as a whole
        start = first
        paper = re.split("[,;]", text[first:], maxsplit=1)[0].strip(" .")
    at = text.index(paper, start)
    draft.entry_type = "misc"
    draft.put("title", paper, Span(at, at + len(paper)))
    draft.title = draft.spans["title"]
    letter = _SENT.fullmatch(paper)
    if letter and could_be_names(letter["author"]):
        draft.put("author", split_names(letter["author"]), Span(at, at + letter.end("author")))
    where = text[archive.start : archive.end].strip(" ,.;")
    at = text.index(where, archive.start)
    draft.put("howpublished", where, Span(at, at + len(where)))
    draft.use(Span(0, len(text)))
    return True


def _date_and_archive(draft: Draft, after: int) -> None:
    """When it was written and where it is kept."""
    text = draft.rest(after)
    dates = sorted(find_dates(text), key=lambda found: found.date.month is None)
    for found in dates[:1]:
        _put_date(draft, found, after)
    rest = draft.rest(after)
    kept = rest.strip(" ,.;()")
    if kept and is_archival(kept):
        at = after + rest.index(kept)
        draft.put("howpublished", draft.text[at : at + len(kept)], Span(at, at + len(kept)))
