"""Citations as German law journals print them: families, a title in plain type, and where it stands.

    Rheinstein, Die Rechtshonoratioren, RabelsZ 34 (1970) 1 (3)         in a journal
    Heintz, Vergleich, in: König (Hrsg.), Handbuch, Bd. 4 (1974) 405    in a volume
    Nowak, The Strategy of Research, in: Szalai/Petrella 3 (9 ff.)      in a volume named by its editors
    Medicus, JuS 1985, 837 (840)                                        the same without its title
    Gessner, Recht und Konflikt (1976) 37 ff.                           a book
    Zweigert/Kötz I 70; Smelser 167 ff.                                 a work named by its authors
    Feest/Blankenburg 1972, S. 3                                        by its authors and its year
    Wehler, Gesellschaftsgeschichte, Bd. 3, S. 850                      by its author and its short title

The first page of an article or a chapter stands bare, the page meant in brackets behind it.
"""

import re

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.imprint_words import is_press
from cite.recognisers.fields.names import is_given_name, is_organisation, split_names
from cite.recognisers.fields.numbers import pages
from cite.recognisers.forms.decisions import names_a_decision
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import DASH, MONTHS, YEAR, either

_FAMILY = r"(?:(?:van|de|di|le)\s(?:der\s|den\s)?)?[A-ZÄÖÜÀ-Ž][\w’'-]*[a-zäöüß](?:[\w’'-]*\w)?"
_INITIALS = r"(?:(?:[A-Z]|Ch|St|Th)\.[\s-]?){1,3}"
_GIVEN = r"(?:[A-ZÄÖÜ][a-zäöüß-]+\s){0,2}"
_ONE = rf"(?:{_INITIALS}|{_GIVEN}){_FAMILY}"
_BODY_WORD = either(
    "Group | Institut | Institute | Bundesamt | Kommission | Committee | Council | Ministerium"
)
_BODY = rf"[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,4}}\s{_BODY_WORD}(?:\s[A-Z]\w+)?|[A-Z]{{3,7}}"
PEOPLE = rf"(?:{_ONE}(?:\s?/\s?{_ONE}){{0,6}}|{_BODY})"
_HRSG = r"\((?:Hrsg|Hg|Hrsgg|eds?)\.?\)"
_FF = r"(?:\s?ff?\.?)?"
_PAGE = rf"(?:SS?(?:\.\s?|\s))?(?P<page>\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?)(?P<ff>{_FF})"
_PAGES = rf"\d{{1,4}}(?:\s?{DASH}\s?\d{{1,4}})?"
_PIN = rf"\((?!{YEAR}\))(?P<pin>(?:S\.\s?)?{_PAGES}{_FF}(?:,\s\d{{1,4}}{_FF})*(?:\s(?:Fn|Anm|N)\.\s?\d+)?)\)"
_HERE = rf",\s(?:hier|insb\.|insbes\.|bes\.)\s(?:SS?\.\s?)?(?P<here>{_PAGES}{_FF})"
_SECOND = rf",\s(?P<second>{_PAGES}{_FF})(?=[\s.,;]*(?:$|;|\.\s))"
_PLACED = rf"{_PAGE}(?:\s{_PIN}|{_HERE}|{_SECOND})?"
_SAME = r"(?:[Dd]ers|[Dd]ies)\.|[Dd]erselbe|[Dd]ieselben?"
_MORE = (
    r"(?P<more>(?:[,;]?\s(?:und\s)?(?:S\.\s?)?\d{1,4}(?:\s?ff?\.?)?)*(?:\s(?:N|Fn|Anm)\.\s?\d+)?)"
)
_AFTER = r"(?:[,.]?\s+(?:mwNachw|m\.\s?w\.\s?N(?:achw)?|m\.\s?Nachw)\.)?[\s.,;]*"
_EDITION = r"(?P<edition>\d{1,2}|[a-zäöü]+)\.?\sAufl(?:age|\.)?"
_TITLE = r"(?P<title>[„“\"'‚‘]?[A-ZÄÖÜÀ-Ž0-9][^;]{2,260}?)"
_VOLUME = (
    r"(?:,?\s(?:Bd\.|Band|Vol\.)\s?(?P<bd>[IVX\d]{1,5})(?:\s(?P<part>\d))?|\s(?P<roman>[IVX]{1,5}))"
)
_IMPRINT = r"(?:erscheint bei\s)?(?P<imprint>[A-ZÄÖÜ][^():\d]{1,80}?),?\s"
_CLOSING = (
    rf"\((?:Hrsg\.\s(?P<editors2>{PEOPLE}),\s)?(?:{_EDITION},?\s)?(?:{_IMPRINT})?(?P<year>{YEAR})\)"
)
_NO_COMMA = r"\s(?=(?:Zur|Zum|Über|Die|Der|Das)\s)"
_HEAD = rf"(?:(?P<authors>{PEOPLE})|(?P<same>{_SAME}))(?P<edits>\s{_HRSG})?(?:[,:]\s|{_NO_COMMA}){_TITLE}"
_PARAGRAPH = r"§§?\s?\d{1,4}[a-z]?(?:\s(?:Abs\.\s\d+|[IVX]{1,4}|\d{1,2}|[a-z](?![\w.])))*\s?"
_IN_MARGIN = r"(?:Rn|Rdnr|Rdn|Rz)\.\s?\d{1,4}(?:\s?ff?\.)?"
_MARGIN = rf"(?P<chapter>(?:{_PARAGRAPH})?(?:{_IN_MARGIN})?|(?:Chapter|Kap\.)\s?[\w.]+)"
"""A paragraph and the number in its margin, as commentaries are cited."""
_ABBREVIATED = r"(?P<journal>[A-Z][A-Za-zäöü]*[A-Z][A-Za-z]*(?:-[A-Z]{2,})?)"
"""A journal known to every lawyer: `NJW`, `AcP`, `RabelsZ`, `NJW-RR`."""
_SERIES = r"(?P<journal>[A-ZÄÖÜ][^()„“\d;]{1,90}?)"

_IN_VOLUME_OF = re.compile(
    rf"{_HEAD},?\s[Ii]n:\s(?P<editors>{PEOPLE}(?:\s?/\s?{PEOPLE})*)(?:\s{_HRSG})?\s{_PLACED}{_AFTER}"
)
_IN_BOOK = re.compile(
    rf"{_HEAD},?\s(?:abgedruckt\s)?[Ii]n:\s(?:(?P<editors>{PEOPLE}(?:\s?/\s?{PEOPLE})*)(?:\s{_HRSG})?[,:]\s)?"
    rf"(?P<book>[^;()]{{4,200}}?){_VOLUME}?,?\s{_CLOSING}(?:[,:]?\s{_PLACED})?{_AFTER}"
)
_FESTSCHRIFT = either("Festschrift | Festgabe | FS | Gedächtnisschrift | Studien | Gedenkschrift")
_IN_FESTSCHRIFT = re.compile(
    rf"{_HEAD},\s(?P<book>{_FESTSCHRIFT}\s[^;()]{{4,90}}?)\s{_CLOSING},?\s{_PLACED}{_AFTER}"
)
_ISSUE_BEHIND_VOLUME = r"\s(?:No|Nr|H|Heft)\.?\s(?P<number>\d{1,3})"
_IN_JOURNAL = re.compile(
    rf"{_HEAD}[,:]\s(?:in:?\s)?{_SERIES},?\s(?P<volume>\d{{1,3}})(?:{_ISSUE_BEHIND_VOLUME})?,?\s?\((?P<year>{YEAR})\)"
    rf"(?:,\s(?:H\.|Heft|Nr\.)\s?(?P<heft>\d{{1,3}}))?,?\s{_PLACED}{_AFTER}"
)
_ISSUE_BEHIND_YEAR = r",\s(?:H\.|Heft|Nr\.|Sonderheft)\s?(?P<number>\d{1,3})"
_IN_YEAR_OF_JOURNAL = re.compile(
    rf"{_HEAD},\s(?:in:?\s)?{_SERIES},?\s(?P<year>{YEAR})(?:/(?P<volume>\d{{1,2}}))?"
    rf"(?:\s?\([^()]{{3,40}}\))?(?:{_ISSUE_BEHIND_YEAR})?,?\s{_PLACED}{_AFTER}"
)
_COUNTED_IN_TITLE = r"(?<!Phase)(?<!Part)(?<!Teil)(?<!Buch)\s(?P<roman>[IVX]{1,4})(?=\s\()"  # `Rechtsvergleichung I (1971)`
_EDITION_BEFORE = r"(?P<counted>\d{1,2})\.\sAufl\.\s"
_BOOK = re.compile(
    rf"{_HEAD}(?:{_COUNTED_IN_TITLE})?(?:\s\({YEAR}\))?,?\s(?:{_EDITION_BEFORE})?{_CLOSING}"
    rf"(?:[,:]?\s{_PAGE}{_MORE}|,?\s(?=[§RCK]){_MARGIN})?{_AFTER}"
)
_OPEN_IMPRINT = r"(?P<imprint>[A-ZÄÖÜ][^()\d;,]{2,40}),?\s"
_SERIES_OF_BOOK = r",\s(?P<series>[A-ZÄÖÜ][^,;()]{3,90}?)"
_OF_A_SET = r",?\s(?:Bd\.|Band)\s?(?P<bd>[IVX\d]{1,5}(?:/\d)?)"
_BOOK_IN_THE_OPEN = re.compile(
    rf"{_HEAD}(?:{_SERIES_OF_BOOK})??(?:{_OF_A_SET})?,\s(?:{_EDITION},?\s)?(?:{_OPEN_IMPRINT})?(?P<year>{YEAR})"
    rf"(?:,\s(?:{_PAGE}{_MORE}|(?=[§R]){_MARGIN}))?{_AFTER}"
)
_COMMENTARY = re.compile(
    rf"(?P<authors>{PEOPLE}),\s{_EDITION},?\s(?P<year>{YEAR}),\s(?=[§R]){_MARGIN}{_AFTER}"
)
_VOLUME_OR_YEAR = rf"(?:(?P<volume>\d{{1,3}})\s\((?P<year>{YEAR})\)|(?P<year2>{YEAR}))"
_JOURNAL_ALONE = re.compile(
    rf"(?P<authors>{PEOPLE}),\s(?:in:?\s)?{_ABBREVIATED}\s{_VOLUME_OR_YEAR}"
    rf"(?:,\s(?:H\.|Heft|Nr\.)\s?(?P<number>\d{{1,3}}))?,?\s{_PLACED}{_AFTER}"
)
_IN_NAMED_JOURNAL = re.compile(
    rf"(?P<authors>{PEOPLE}),\s[Ii]n:\s(?P<journal>[A-ZÄÖÜ][^,;:()\d]{{4,60}}?)\s{_VOLUME_OR_YEAR},?\s{_PLACED}{_AFTER}"
)
_IN_BRACKETS = re.compile(
    rf"(?P<authors>{PEOPLE})\s\((?P<title>[A-ZÄÖÜ](?:[^();:\s]{{0,30}}\s){{2,20}}[^();:\s]{{1,30}}),\s(?:{_EDITION},?\s)?(?:{_OPEN_IMPRINT})?(?P<year>{YEAR})"
    rf"(?:,\s{_PAGE}{_MORE})?\)"
)
"""`die Untersuchungen von Kaupen (Die Hüter von Recht und Ordnung, Neuwied 1969)`: the work in brackets."""
_VOLUME_BEFORE_PAGE = r"(?P<roman>[IVX]{1,4}|\d(?=\s\d))\s"
_NAMED = re.compile(
    rf"(?P<authors>{PEOPLE})\s(?:{_VOLUME_BEFORE_PAGE})?(?P<page>{_PAGES})(?P<ff>\s?ff?\.?)?{_MORE}{_AFTER}"
)
_AND_FAMILIES = rf"(?:(?:,|\sund|\s&|\sand)\s{_FAMILY}){{0,3}}"
_ESPECIALLY = r"(?:insbesondere\s|insb\.\s|insbes\.\s|bes\.\s)?"
_NAMES_AND_YEAR = re.compile(
    rf"(?P<authors>{PEOPLE}{_AND_FAMILIES}),?\s\(?(?P<year>{YEAR})[a-z]?\)?(?![/\d])"
    rf"(?:,?\s{_ESPECIALLY}S\.\s?(?P<page>{_PAGES})(?P<ff>\s?ff?\.?)?{_MORE})?"
)
_FEW_WORDS = rf"(?P<title>[„“]?[A-ZÄÖÜ](?:(?!{YEAR})[^;,:()]){{2,70}}?[“”]?)"
_SHORT_TITLE = re.compile(
    rf"(?P<authors>{PEOPLE})[,:]\s{_FEW_WORDS}(?:,\s(?:Bd\.|Band)\s?(?P<bd>[IVX\d]{{1,5}}))?"
    rf",\sSS?\.?\s?(?P<page>{_PAGES})(?P<ff>{_FF}){_MORE}{_AFTER}"
)
_FORMS = (
    _IN_BRACKETS, _IN_VOLUME_OF, _JOURNAL_ALONE, _IN_NAMED_JOURNAL, _IN_JOURNAL, _IN_BOOK, _IN_FESTSCHRIFT, _IN_YEAR_OF_JOURNAL, _BOOK,
    _BOOK_IN_THE_OPEN, _COMMENTARY,
)  # fmt: skip
_SHORT = (_NAMES_AND_YEAR, _NAMED)
_NOBODY = frozenset(
    "Art Artikel Abs Absatz Nr Bd Band Seite Kapitel Kap Teil Tabelle Abbildung Abb Anm Anmerkung Fn Fußnote Satz Jahr Jahre Heft Anlage "
    "Ziffer Ziff Buch Jahrgang Note Chapter Table Section Ab Bis Seit Von In Im Am Um Der Die Das Den Dem Des Ein Eine Für Siehe Vgl "
    "Dazu Zum Zur Nach Laut Mit Bei Auch So Als Es Ende Mitte Anfang Band".split()
) | {month.capitalize() for month in MONTHS}
_WEAK = re.compile(
    r"^(?:der|die|das|den|dem|ein|eine|und|oder|zu|in|im|bei|mit|für|vom|zur|zum|als)\b"
)


_OPENS = re.compile(
    rf"(?:{PEOPLE}|{_SAME})(?:\s{_HRSG})?(?:[,:]\s|\s\([A-ZÄÖÜ]|\s(?:Zur|Zum|Über|Die|Der|Das)\s)"
)
"""What every work begins with; asked first, for every capital letter of a note may begin one."""
_YEAR = re.compile(YEAR)
_REACH = 700
"""Characters within which all forms but one have a year."""


def match_work(text: str, at: int = 0) -> re.Match[str] | None:
    """A work in one of these forms, the most telling first, that begins at a place of a text."""
    if not _OPENS.match(text, at):
        return None
    dated = _YEAR.search(text, at, at + _REACH)
    forms = _FORMS if dated else (_IN_VOLUME_OF,)
    found = (form.match(text, at) for form in forms)
    return next((match for match in found if match and _is_sound(match)), None)


def match_short(text: str, at: int = 0) -> re.Match[str] | None:
    """A work named by its authors, with its year or a page and no title, that begins at a place of a text."""
    for form in _SHORT:
        match = form.match(text, at)
        tells = _names_a_year if form is _NAMES_AND_YEAR else _is_paged
        if match and _is_sound(match) and tells(match):
            return match
    return None


def match_short_title(text: str, at: int = 0) -> re.Match[str] | None:
    """`Wehler, Gesellschaftsgeschichte, Bd. 3, S. 850`: a work named by its authors and the gist of its title."""
    match = _SHORT_TITLE.match(text, at)
    return match if match and _is_sound(match) else None


def _names_a_year(match: re.Match[str]) -> bool:
    """Whether all before the year are names: `Ohm, JuS 1990` has a journal there."""
    return not _JOURNAL_LAST.search(match["authors"])


_JOURNAL_LAST = re.compile(r",\s(?!Mc|Mac)[A-Z][a-zäöü]*[A-Z]\w*$")


def _is_paged(match: re.Match[str]) -> bool:
    """Whether a bare number behind names is a page: it says `ff.`, or a volume stands before it."""
    return bool(match["ff"] or match["roman"]) and not re.fullmatch(YEAR, match["page"])


def _is_sound(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    title = groups.get("title") or ""
    people = [groups.get(name) for name in ("authors", "editors")]
    if (
        not all(is_sound_name(names) for names in people if names)
        or _WEAK.match(title)
        or _SWALLOWED.search(title)
    ):
        return False
    if match.re is _IN_YEAR_OF_JOURNAL and not (match["volume"] or match["number"]):
        # `Falk, Die Mühlen, Göttingen 1984, S. 25` is a book: journals have their pages bare.
        return "S" not in match.string[match.end("year") : match.start("page")]
    return title.count("(") == title.count(")")


_SWALLOWED = re.compile(
    rf"\([^()]*{YEAR}\)[\s,]*\d|,\s[Ii]n:?\s|\s(?:N|Fn|Anm)\.\s\d|\bff?\.\s|\bS\.\s\d|[“”\"’],\s[A-ZÄÖÜ][\w-]+,\s"
)
"""What no title has in it: the end of another citation."""


def is_sound_name(authors: str) -> bool:
    """Whether it begins with a name: not with a noun, as in `Untersuchungen Dörner`, or a word such as `Siehe`."""
    given = re.match(r"([A-ZÄÖÜ][a-zäöüß-]+)\s", authors)
    if given and not is_given_name(given[1]) and not is_organisation(authors):
        return False
    return re.split(r"[\s/.]", authors)[0] not in _NOBODY


def read_continental(draft: Draft) -> bool:
    """A citation of a German law journal, if this is one."""
    text = draft.text
    if draft.part.italics or names_a_decision(text):
        return False
    start = len(text) - len(text.lstrip(" ,.;("))
    work = match_work(text, start)
    whole = work and _ends(text, work.end())
    match = work if whole else match_short(text, start) or match_short_title(text, start)
    if match is None or not _ends(text, match.end()):
        return False
    _put(draft, match)
    draft.use(Span(0, len(text)))
    return True


def _ends(text: str, at: int) -> bool:
    """Whether a citation is over there: nothing behind it, or words that only say something of it."""
    rest = text[at:].strip(" .,;)")
    return not rest or (rest[0].islower() and not re.search(r"\d{4}", rest))


def _put(draft: Draft, match: re.Match[str]) -> None:
    groups = {name: value for name, value in match.groupdict().items() if value}
    if "authors" in groups:
        names = _people(groups["authors"])
        draft.put("editor" if "edits" in groups else "author", names, Span(*match.span("authors")))
    for group, field in _FIELDS.items():
        if group in groups:
            draft.put_group(field, match, group)
    for group in ("editors", "editors2"):
        if group in groups:
            draft.put("editor", _people(groups[group]), Span(*match.span(group)))
    if "title" in draft.spans:
        draft.title = draft.spans["title"]
    draft.entry_type = _type(groups)
    _put_imprint(draft, match, groups)
    _put_pages(draft, match, groups)


_FIELDS = {
    "title": "title", "journal": "journal", "book": "booktitle", "volume": "volume", "number": "number", "heft": "number",
    "bd": "volume", "roman": "volume", "part": "number", "year": "year", "year2": "year", "edition": "edition", "counted": "edition",
    "series": "series",
}  # fmt: skip


def _type(groups: dict[str, str]) -> str:
    if "journal" in groups:
        return "article"
    if "book" in groups or "editors" in groups:
        return "incollection"
    return "book"


def _people(text: str) -> tuple[Name, ...]:
    return split_names(re.sub(r"\s?/\s?", "; ", text).replace(" und ", "; "))


def _put_imprint(draft: Draft, match: re.Match[str], groups: dict[str, str]) -> None:
    """`(PUF, Paris 1977)`, `(Oxford University Press, London 1980)`: the last is the place."""
    imprint = groups.get("imprint")
    if not imprint:
        return None
    start = match.start("imprint")
    house = re.match(r"(?P<publisher>.*(?:Press|Verlag|PUF|[A-Z]{3})),\s(?=[A-Z])", imprint)
    if house:
        draft.put("publisher", house["publisher"], Span(start, start + house.end("publisher")))
    if not house and (is_press(imprint) or re.fullmatch("[A-Z]{3,}", imprint)):
        return draft.put("publisher", imprint, Span(*match.span("imprint")))
    place = imprint[house.end() :] if house else imprint
    at = start + (house.end() if house else 0)
    return draft.put("address", place.strip(" ,"), Span(at, at + len(place)))


def _put_pages(draft: Draft, match: re.Match[str], groups: dict[str, str]) -> None:
    """The first page is the article's or the chapter's own; of a book every page is the one meant."""
    page = groups.get("page")
    meant = (
        groups.get("pin") or groups.get("here") or groups.get("second") or groups.get("chapter", "")
    )
    if page:
        whole = f"{pages(page)}{' ' + groups['ff'].strip() if groups.get('ff') else ''}"
        if "journal" in groups or "book" in groups or "editors" in groups:
            draft.put("pages", pages(page), Span(*match.span("page")))
            meant = meant or (whole if groups.get("ff") else "")
        else:
            meant = whole + groups.get("more", "")
    draft.locator = re.sub(r"^S\.\s?", "", meant).strip()
