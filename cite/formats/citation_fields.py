"""The codes that reference managers leave in word processors' files, and the works they describe.

Zotero and Mendeley write CSL JSON (https://docs.citationstyles.org), EndNote XML of its own, Word the tags
of sources that it keeps beside the text (ECMA-376, part 1, chapter 22.6).
"""

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cite.formats.csl_json import described
from cite.formats.xml import parse_xml
from cite.model.entries import Entry
from cite.model.errors import InputError

if TYPE_CHECKING:
    from cite.formats.xml import Element

_BIBLIOGRAPHY = re.compile(
    r"\s*(?:ADDIN\s+)?(?:ZOTERO_BIBL|EN\.REFLIST|Mendeley Bibliography|CSL_BIBLIOGRAPHY|BIBLIOGRAPHY)\b"
)
_CSL = re.compile(r"\s*(?:ADDIN\s+)?(?P<zotero>ZOTERO_ITEM\s+)?CSL_CITATION\s*(?=\{)")
_ENDNOTE = re.compile(r"<EndNote>.*</EndNote>", re.DOTALL)
_WORD = re.compile(r"\s*CITATION\s+(?P<rest>.*)", re.DOTALL)
_SWITCH = re.compile(r'\\(?P<name>\w)\s*(?P<value>"[^"]*"|[^\s\\]+)?|(?P<tag>"[^"]+"|[^\s\\]+)')
_MENDELEY_TAG = "MENDELEY_CITATION_v3_"
_SOURCES = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"


@dataclass(frozen=True, slots=True)
class Described:
    """The works of one citation, as a reference manager describes them."""

    entries: tuple[Entry, ...]
    locators: tuple[str, ...]
    """The pinpoint of each, or nothing."""
    origin: str
    """Who describes them."""


def is_bibliography(code: str) -> bool:
    """Whether a field holds the bibliography of its document."""
    return bool(_BIBLIOGRAPHY.match(code))


def read_citation_field(code: str, sources: Mapping[str, Entry]) -> Described | None:
    """What a field cites; None where it is no citation, or describes nothing. `sources` are Word's, by tag."""
    if found := _CSL.match(code):
        return _from_csl(code[found.end() :], "Zotero" if found["zotero"] else "Mendeley")
    if "EN.CITE" in code:
        return _from_endnote(code)
    if found := _WORD.match(code):
        return _from_word(found["rest"], sources)
    return None


def read_citation_tag(tag: str) -> Described | None:
    """What the tag of a content control cites, where it is Mendeley's."""
    if not tag.startswith(_MENDELEY_TAG):
        return None
    try:
        code = base64.b64decode(tag.removeprefix(_MENDELEY_TAG)).decode()
    except (binascii.Error, ValueError):
        return None
    return _from_csl(code, "Mendeley")


def _from_csl(text: str, origin: str) -> Described | None:
    try:
        data, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    items = data.get("citationItems") if isinstance(data, dict) else None
    works: list[tuple[Entry, str]] = []
    for item in items if isinstance(items, list) else ():
        work = item.get("itemData") if isinstance(item, dict) else None
        entry = described(work) if isinstance(work, dict) else None
        if entry:
            works.append((entry, str(item.get("locator") or "")[:200]))
    return _described(works, origin)


def _described(works: list[tuple[Entry, str]], origin: str) -> Described | None:
    if not works:
        return None
    return Described(tuple(work for work, _ in works), tuple(at for _, at in works), origin)


def _from_word(rest: str, sources: Mapping[str, Entry]) -> Described | None:
    """`CITATION Doe10 \\l 1033 \\p 12 \\m Roe11`: a tag, its switches, and further tags."""
    works: list[tuple[Entry, str]] = []
    for part in _SWITCH.finditer(rest):
        name, told = part["name"], (part["value"] or part["tag"] or "").strip('"')
        if (name is None and not works) or name == "m":
            if work := sources.get(told):
                works.append((work, ""))
        elif name == "p" and works:
            works[-1] = (works[-1][0], told)
    return _described(works, "Word")


def read_word_sources(content: bytes, part: str = "") -> dict[str, Entry]:
    """The sources that Word keeps in a part of custom XML, by tag; none where it holds something else."""
    if _SOURCES[1:-1].encode() not in content:
        return {}
    found: dict[str, Entry] = {}
    for source in parse_xml(content, part).iter(f"{_SOURCES}Source"):
        entry = described(_item_of_source(source))
        if entry and (tag := _text(source, "Tag")):
            found[tag] = entry
    return found


_KINDS_OF_SOURCES = {
    "Book": "book", "BookSection": "chapter", "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine", "ConferenceProceedings": "paper-conference", "Report": "report",
    "InternetSite": "webpage", "DocumentFromInternetSite": "webpage", "ElectronicSource": "webpage",
    "Case": "legal_case", "Patent": "patent", "Interview": "interview",
}  # fmt: skip
_VARIABLES_OF_SOURCES = (
    ("title", ("Title", "CaseNumber")), ("volume", ("Volume",)), ("issue", ("Issue",)), ("page", ("Pages",)),
    ("publisher", ("Publisher", "Institution", "ProductionCompany")), ("publisher-place", ("City",)),
    ("edition", ("Edition",)), ("URL", ("URL",)), ("DOI", ("DOI",)),
    ("container-title", ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle")),
)  # fmt: skip


def _item_of_source(source: "Element") -> dict[str, Any]:
    item: dict[str, Any] = {"type": _KINDS_OF_SOURCES.get(_text(source, "SourceType"), "document")}
    for variable, names in _VARIABLES_OF_SOURCES:
        if told := next(filter(None, (_text(source, name) for name in names)), ""):
            item[variable] = told
    for variable, name in (
        ("author", "Author"),
        ("editor", "Editor"),
        ("translator", "Translator"),
    ):
        if people := list(_people(source, name)):
            item[variable] = people
    item["issued"] = _date(source, "")
    item["accessed"] = _date(source, "Accessed")
    return item


def _people(source: "Element", role: str) -> Iterator[dict[str, str]]:
    for group in source.iterfind(f"{_SOURCES}Author/{_SOURCES}{role}"):
        if body := _text(group, "Corporate"):
            yield {"literal": body}
        for person in group.iter(f"{_SOURCES}Person"):
            given = " ".join(filter(None, (_text(person, "First"), _text(person, "Middle"))))
            yield {"family": _text(person, "Last"), "given": given}


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _date(source: "Element", suffix: str) -> dict[str, Any]:
    parts = [_text(source, f"{name}{suffix}") for name in ("Year", "Month", "Day")]
    if parts[1][:3].lower() in _MONTHS:
        parts[1] = str(_MONTHS.index(parts[1][:3].lower()) + 1)
    known: list[str] = []
    for part in parts:
        if not part.isdigit():
            break
        known.append(part)
    return {"date-parts": [known]} if known else {}


def _text(parent: "Element", name: str) -> str:
    return (parent.findtext(f"{_SOURCES}{name}") or "").strip()


_KINDS_OF_RECORDS = {
    "Journal Article": "article-journal", "Electronic Article": "article-journal", "Book": "book",
    "Edited Book": "book", "Electronic Book": "book", "Book Section": "chapter", "Thesis": "thesis",
    "Conference Paper": "paper-conference", "Conference Proceedings": "paper-conference", "Report": "report",
    "Government Document": "report", "Web Page": "webpage", "Blog": "post-weblog",
    "Newspaper Article": "article-newspaper", "Magazine Article": "article-magazine", "Case": "legal_case",
    "Statute": "legislation", "Dataset": "dataset", "Manuscript": "manuscript",
}  # fmt: skip
_VARIABLES_OF_RECORDS = (
    ("title", "titles/title"), ("container-title", "titles/secondary-title"),
    ("container-title", "periodical/full-title"), ("page", "pages"), ("volume", "volume"), ("issue", "number"),
    ("publisher", "publisher"), ("publisher-place", "pub-location"), ("edition", "edition"), ("ISBN", "isbn"),
    ("DOI", "electronic-resource-num"), ("URL", "urls/related-urls/url"), ("URL", "urls/web-urls/url"),
)  # fmt: skip


def _from_endnote(code: str) -> Described | None:
    found = _ENDNOTE.search(code)
    try:
        root = parse_xml(found[0].encode()) if found else None
    except InputError:
        return None
    works: list[tuple[Entry, str]] = []
    for cite in root.iterfind("Cite") if root is not None else ():
        record = cite.find("record")
        entry = described(_item_of_record(record)) if record is not None else None
        if entry:
            works.append((entry, _words(cite.find("Pages"))))
    return _described(works, "EndNote")


def _item_of_record(record: "Element") -> dict[str, Any]:
    kind = record.find("ref-type")
    name = kind.get("name", "") if kind is not None else ""
    item: dict[str, Any] = {"type": _KINDS_OF_RECORDS.get(name, "document")}
    for variable, path in _VARIABLES_OF_RECORDS:
        if told := _words(record.find(path)):
            item.setdefault(variable, told)
    for variable, path in (("author", "authors"), ("editor", "secondary-authors")):
        people = [_person(_words(one)) for one in record.iterfind(f"contributors/{path}/author")]
        if people:
            item[variable] = people
    if (year := _words(record.find("dates/year"))).isdigit():
        item["issued"] = {"date-parts": [[year]]}
    return item


def _person(name: str) -> dict[str, str]:
    """`Doe, Jane`; EndNote ends the name of a body with a comma."""
    family, comma, given = (part.strip() for part in name.partition(","))
    return {"family": family, "given": given} if comma and given else {"literal": family}


def _words(element: "Element | None") -> str:
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
