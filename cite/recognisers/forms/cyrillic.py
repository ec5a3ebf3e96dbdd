"""Citations by the state standard of Russian and its neighbours: `Иванова Е. П. Рыбаки // Вопросы истории. 1998. № 3. С. 45–60.`

Names stand before the title with nothing between, two slashes part a work from what it stands in, one slash
parts a title from who edited and translated it; a place and a colon begin the imprint.
"""

import re
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import read_name
from cite.recognisers.fields.numbers import pages
from cite.recognisers.languages.genitive import nominative
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import MONTH, MONTHS, YEAR

_CYRILLIC = Script.CYRILLIC
_U, _L = "А-ЯЁІЇЄҐ", "а-яёіїєґ"
_FAMILY = rf"[{_U}][{_L}’'-]+(?:-[{_U}][{_L}]+)?"
_INITIALS = rf"[{_U}][{_L}]?\.(?:\s?-?[{_U}][{_L}]?\.){{0,2}}"
_WHOLE_NAME = rf"{_FAMILY},\s{_FAMILY}(?:\s(?:{_FAMILY}|{_INITIALS}))?(?=[.,;:])"
_NAME = rf"(?:{_FAMILY},?\s{_INITIALS}|{_INITIALS}\s?{_FAMILY}|{_WHOLE_NAME})"
_NAMES = re.compile(
    rf"\s*(?P<names>{_NAME}(?:\s?[,;]\s{_NAME}|\sи\s{_NAME}){{0,7}}(?:\s(?:и\sдр\.|и\sдругие))?)[\s.,:]*(?=\S)"
)
_BODY = re.compile(
    rf"\s*(?P<names>(?:[{_U}][\w«»“”-]*\s){{0,5}}?[\w«»-]*(?:{any_of('bodies', _CYRILLIC)})[^.:/]{{0,60}})\.\s(?=[{_U}«])"
)
_PAGE = r"(?:[СсCc]|[Сс]тр|Л|[Сс]тб)\.\s?"
_RANGE = r"\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)*"
_PAGES = re.compile(rf"(?<!\w){_PAGE}(?P<pages>{_RANGE}|[IVXLC]+(?:[-–][IVXLC]+)?)")
_PLACES = any_of("places", _CYRILLIC)
_PLACE = rf"(?:{_PLACES}|[{_U}][{_L}]+(?:[- ][{_U}н][\w./-]*){{0,2}})"
_STARTS = r"(?:(?<=[.:\]…])|(?<=\.\s)|(?<=^))\s*"
_HOUSE = r"[^:,]{2,80}?(?:,\s[^:,\d]{2,40})?"
_IMPRINT = re.compile(
    rf"{_STARTS}(?P<place>{_PLACE})\s?(?::\s?(?P<house>{_HOUSE})\s?)?,\s?(?P<year>{YEAR})"
)
_SERIAL_YEAR = re.compile(
    rf"[.,]\s(?:(?:Т|Вып|Кн|Сер)\.\s?[\dIVXLC]+[.,]\s)?(?P<year>{YEAR})(?=[.,\s)])"
)
_VOLUME = re.compile(r"(?<!\w)(?:Т|т|Кн|Ч|Том)\.?\s?(?P<volume>\d{1,4}|[IVXLC]+)(?!\w)")
_ISSUE = re.compile(r"(?:№|N|Вып\.|вып\.)\s?(?P<number>\d{1,4}(?:\s?[-–/(]\s?\d{1,4}\)?)?)")
_CHANGED = r"(?:испр|доп|перераб)\.?"
_EDITION = re.compile(
    rf"(?<!\w)(?P<edition>\d{{1,2}})(?:-е)?\s(?:изд|вид)\.(?:,\s{_CHANGED}(?:\sи\s{_CHANGED})?)?"
)
_ABSTRACT = r"(?:[Аа]втореф(?:ерат)?\.?\s)?"
_DISSERTATION = r"[Дд]исс?(?:ертаци[ия])?\.?"
_DEGREE = r"(?P<degree>канд|д-ра|докт)[\w.]*(?:\s\w+\.){0,2}\s?(?:наук)?"
_THESIS = re.compile(
    rf"[\s:.\[(]*(?P<whole>{_ABSTRACT}(?:{_DISSERTATION})\s?(?:…|\.\.\.)?\s?(?:на соиск[^.]{{0,40}}\.\s)?{_DEGREE})"
)
_MASTERS = re.compile(rf"[\s:.]*(?:{any_of('masters', _CYRILLIC)})", re.IGNORECASE)
_EDITED = re.compile(rf"(?:{any_of('edited_by', _CYRILLIC)})\s*", re.IGNORECASE)
_TRANSLATED = re.compile(rf"(?:{any_of('translated_by', _CYRILLIC)})\s*", re.IGNORECASE)
_PEOPLE = re.compile(rf"(?P<names>{_NAME}(?:\s?,\s{_NAME}|\sи\s{_NAME}){{0,4}})")
_MEDIUM = re.compile(r"[\s.]*\[(?:Электронный ресурс|Текст|электронный ресурс)\]")
_URL = re.compile(r"[\s.]*(?:URL|Режим доступа|Доступно)\s?:?\s*", re.IGNORECASE)
_ARCHIVE = re.compile(
    r"\s*(?P<where>[А-ЯЁ][\w .()-]{1,80}?)\.?\s+[ФфР]\.\s?[\w-]+\.\s(?:[Оо]п\.|К\.|Карт\.)\s?\w+.*$",
    re.DOTALL,
)

_LEAF = re.compile(r"[.,\s]+(?:Л|л|Лл|лл|С|с)\.\s?(?P<leaf>\d+(?:\s?[-–,]\s?\d+)*(?:\sоб\.?)?)\s*$")


def read_cyrillic(draft: Draft) -> bool:
    """A citation in Cyrillic by the standard, or of an archive; False where it has another form."""
    if draft.part.quotes and not re.search(r"\s//?\s", draft.text):
        return False
    text = _plain(draft.rest())
    if archive := _ARCHIVE.match(text):
        _archival(draft, text, archive)
        return True
    names = _NAMES.match(text) or _BODY.match(text)
    start = names.end() if names else len(text) - len(text.lstrip(" «"))
    host = re.search(r"\s//\s", text)
    end = _end_of_title(text, start, host.start() if host else len(text))
    title = text[start:end].strip(" .,:/«»")
    if not title or end - start > 400 or not (host or _has_imprint(text, end)):
        return False
    if names:
        where = Span(*names.span("names"))
        draft.put("author", _people(names["names"], declined=False), where)
    at = text.index(title, start)
    draft.put("title", draft.text[at : at + len(title)], Span(at, at + len(title)))
    draft.title = Span(at, at + len(title))
    _roles(draft, text, end, host.start() if host else len(text))
    if host:
        _host(draft, text, host.end())
    _behind(draft, text, host.end() if host else end, bool(host))
    draft.use(Span(0, len(text)))
    return True


def _plain(text: str) -> str:
    """The dashes between areas of description blanked out, as short notes leave them out."""
    return re.sub(r"(?<=[.\])])\s[–—-]\s", lambda match: " " * len(match[0]), text)


def _has_imprint(text: str, start: int) -> bool:
    return bool(
        _IMPRINT.search(text, max(0, start - 1))
        or re.search(r"URL|https?:|дата обращения", text)
        or _THESIS.search(text, start)
        or " " * 12 in text
    )


def _end_of_title(text: str, start: int, stop: int) -> int:
    """Where the title ends: at a slash, at a thesis, an edition, a volume, an imprint or an address."""
    ends = [stop]
    for pattern in (
        re.compile(r"\s/\s"),
        _THESIS,
        _MASTERS,
        _MEDIUM,
        _URL,
        re.compile(rf"\.\s(?={_EDITION.pattern})"),
        re.compile(r"\.\s+(?=(?:Т|Кн|Ч|Вып)\.\s?[\dIVX])"),
        re.compile(r"\.?\s{6,}"),
    ):
        if (match := pattern.search(text, start, stop)) and match.start() > start:
            ends.append(match.start())
    for match in _IMPRINT.finditer(text, start, stop):
        if match.start() > start:
            ends.append(match.start())
    return min(ends)


def _people(text: str, declined: bool) -> tuple[Name, ...]:
    others = bool(re.search(r"\sи\sдр", text))
    text = re.sub(r"\sи\s(?:др\.|другие)$", "", text.strip(" ,"))
    if not re.match(_NAME, text):
        return (Name(literal=text.strip(" .")),)
    names = [_one(match[0]) for match in re.finditer(_NAME, text)]
    if declined:
        names = [replace(name, family=nominative(name.family)) for name in names]
    return (*names, Name(literal="others")) if others else tuple(names)


def _one(text: str) -> Name:
    if "," in text and not re.search(_INITIALS, text):
        return read_name(text)
    family = re.search(_FAMILY + r"(?!\.)", text)
    initials = re.search(_INITIALS, text)
    if family and initials:
        return Name(family[0], re.sub(r"\.(?=\S)", ". ", initials[0]))
    return read_name(text)


def _roles(draft: Draft, text: str, start: int, end: int) -> None:
    """Who edited and who translated, behind one slash."""
    for name, pattern in (("translator", _TRANSLATED), ("editor", _EDITED)):
        lead = pattern.search(text, start, end)
        found = _PEOPLE.match(text, lead.end()) if lead else None
        if lead and found and name not in draft.fields:
            genitive = not re.search(r"(?:отв|гл|науч)\.\s?ред|сост", lead[0], re.IGNORECASE)
            draft.put(name, _people(found["names"], genitive), Span(*found.span("names")))


def _host(draft: Draft, text: str, start: int) -> None:
    """What stands behind two slashes: a book where there is an imprint, else a periodical."""
    imprint = _IMPRINT.search(text, start)
    roles = re.compile(r"\s/\s").search(text, start)
    serial = _SERIAL_YEAR.search(text, start)
    is_book = bool(imprint) and not (
        serial and imprint and serial.start() < imprint.start() and not roles
    )
    stops = [len(text)]
    for match in (
        imprint if is_book else serial,
        roles,
        _PAGES.search(text, start),
        _ISSUE.search(text, start),
        _URL.search(text, start),
        _VOLUME.search(text, start),
    ):
        if match:
            stops.append(match.start())
    words = text[start : min(stops)].strip(" .,:/«»")
    if not words:
        return
    at = text.index(words, start)
    name = "booktitle" if is_book else "journal"
    draft.put(name, draft.text[at : at + len(words)], Span(at, at + len(words)))
    draft.container = Span(at, at + len(words))
    if roles:
        _roles(draft, text, roles.end(), imprint.start() if imprint else len(text))


def _behind(draft: Draft, text: str, start: int, part: bool) -> None:
    """Edition, volume, number, imprint, date, pages."""
    article = "journal" in draft.fields
    if thesis := _THESIS.search(text, draft.title.end):
        draft.entry_type = "phdthesis"
        start = max(start, thesis.end())
    elif master := _MASTERS.search(text, draft.title.end):
        draft.entry_type = "mastersthesis"
        start = max(start, master.end())
    if edition := _EDITION.search(text, draft.title.end):
        draft.put("edition", edition["edition"], Span(*edition.span("edition")))
    if volume := _VOLUME.search(text, draft.title.end):
        draft.put("volume", volume["volume"], Span(*volume.span("volume")))
    if article and (issue := _ISSUE.search(text, start)):
        draft.put("number", issue["number"].strip(), Span(*issue.span("number")))
    if not article and (imprint := _IMPRINT.search(text, max(0, start - 1))):
        at = imprint.start("place")
        draft.put("address", imprint["place"].strip(), Span(at, imprint.end("place")))
        if imprint["house"]:
            draft.put("publisher", imprint["house"].strip(), Span(*imprint.span("house")))
        draft.put("year", int(imprint["year"]), Span(*imprint.span("year")))
    elif serial := _SERIAL_YEAR.search(text, start):
        draft.put("year", int(serial["year"]), Span(*serial.span("year")))
    elif dates := find_dates(text[start:]):
        where = Span(start + dates[0].span.start, start + dates[0].span.end)
        draft.put("year", dates[0].date.year, where)
    if article and (
        day := re.search(
            rf"(?<!\d)(?P<day>\d{{1,2}})\s(?P<month>{MONTH})", text[start:], re.IGNORECASE
        )
    ):
        span = Span(start + day.start(), start + day.end())
        draft.put("month", MONTHS[day["month"].lower().rstrip(".")], span)
        draft.put("day", int(day["day"]), span)
    _pages(draft, text, start, part)
    if not draft.entry_type:
        _settle(draft)


def _pages(draft: Draft, text: str, start: int, part: bool) -> None:
    match = _PAGES.search(text, start)
    if not match:
        return
    first, *_ = match["pages"].split(",")
    if part and ("journal" in draft.fields or re.search("[-–—]", first)):
        draft.put("pages", pages(first), Span(*match.span("pages")))
    else:
        draft.locator = ", ".join(pages(one.strip()) for one in match["pages"].split(","))


def _settle(draft: Draft) -> None:
    fields = draft.fields
    if "journal" in fields and (
        "url" not in fields or fields.keys() & {"number", "volume", "pages"}
    ):
        draft.entry_type = "article"
    elif "booktitle" in fields:
        draft.entry_type = "incollection"
    elif "url" in fields and not fields.keys() & {"publisher", "address"}:
        draft.entry_type = "online"
    elif "address" in fields or "publisher" in fields:
        draft.entry_type = "book"


def _archival(draft: Draft, text: str, match: re.Match[str]) -> None:
    """`ГАРФ. Ф. 5446. Оп. 1. Д. 23. Л. 4.`: where it lies is all that is said."""
    draft.entry_type = "misc"
    words = text.strip(" .")
    if leaf := _LEAF.search(words):
        draft.locator = leaf["leaf"].strip(" .")
        words = words[: leaf.start()]
    at = text.index(words)
    draft.put("howpublished", draft.text[at : at + len(words)], Span(at, at + len(words)))
    draft.use(Span(0, len(text)))
