"""Zotero's RDF export."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cite.model.document import Link, Span
from cite.model.entries import Entry, FieldValue, Name
from cite.model.findings import Place
from cite.model.references import Reference, ReferenceList
from cite.readers.xml.entries import address_of, entry_of, iso_day, personal
from cite.readers.xml.reading import head_of, line_of, local, words
from cite.recognisers.fields.dates import find_dates

if TYPE_CHECKING:
    from cite.formats.xml import Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_TYPES = {
    "journalArticle": "article", "magazineArticle": "article", "newspaperArticle": "article", "book": "book", "bookSection": "incollection",
    "thesis": "phdthesis", "report": "techreport", "webpage": "online", "blogPost": "online", "forumPost": "online", "conferencePaper": "inproceedings",
    "manuscript": "unpublished", "letter": "letter", "interview": "interview", "case": "jurisdiction", "statute": "legislation",
    "bill": "legislation", "dataset": "dataset", "computerProgram": "software", "patent": "patent", "document": "misc", "preprint": "article",
}  # fmt: skip
_NO_WORKS = frozenset(("attachment", "note", "annotation"))


class ZoteroRdf:
    """A library, or a part of one, as Zotero exports it."""

    name = "zotero-rdf"

    def recognises(self, path: str, content: bytes) -> bool:
        """Its root, and a namespace of Zotero's or of the bibliographic ontology."""
        head = head_of(content)
        return b":RDF" in head and (
            b"zotero.org/namespaces" in head or b"purl.org/net/biblio" in head
        )

    def read(self, path: str, content: bytes) -> ReferenceList:
        """A reference for each item; attachments, notes and collections are none. Raises InputError."""
        from cite.formats.xml import parse_xml

        root = parse_xml(content)
        about = {one.get(f"{_RDF}about") or "": one for one in root}
        return ReferenceList(path, tuple(_references(path, root, about)))


def _references(path: str, root: "Element", about: dict[str, "Element"]) -> Iterator[Reference]:
    for number, item in enumerate(root, 1):
        kind = words(_first(item, "itemType"))
        if kind in _NO_WORKS or local(item) in (
            "Collection",
            "Attachment",
            "Memo",
            "Journal",
            "Series",
        ):
            continue
        entry = _entry(item, kind, about, f"item-{number}")
        if not entry.fields:
            continue
        urls = [str(entry.fields["url"])] if "url" in entry.fields else []
        doi = str(entry.fields.get("doi", ""))
        if doi and not any(doi.lower() in url.lower() for url in urls):
            urls.append(f"https://doi.org/{doi}")
        links = tuple(Link(url, url, url, Span(0, 0)) for url in urls)
        place = Place(path, line_of(item), 1)
        yield Reference(entry.key, entry, links, (), "", words(item), place)


def _entry(item: "Element", kind: str, about: dict[str, "Element"], key: str) -> Entry:
    entry_type = _TYPES.get(kind, "book" if local(item) == "Book" else "misc")
    whole = _whole(item, about)
    fields: dict[str, FieldValue | None] = {"title": _own(item, "title")}
    for role, tag in (("author", "authors"), ("editor", "editors"), ("translator", "translators")):
        fields[role] = tuple(_people(item, tag)) or None
    container = words(_child(whole, "title")) if whole is not None else ""
    fields["journal" if entry_type == "article" else "booktitle"] = container
    for name, tag in (
        ("volume", "volume"),
        ("number", "number"),
        ("pages", "pages"),
        ("edition", "edition"),
    ):
        fields[name] = _own(item, tag) or (_own(whole, tag) if whole is not None else "")
    house = {"phdthesis": "school", "techreport": "institution"}.get(entry_type, "publisher")
    publisher = _child(item, "publisher")
    fields[house] = words(_first(publisher, "name")) if publisher is not None else ""
    fields["address"] = words(_first(publisher, "locality")) if publisher is not None else ""
    if dates := find_dates(_own(item, "date")):
        date = dates[0].date
        fields |= {"year": date.year, "month": date.month, "day": date.day}
    if accessed := _own(item, "dateSubmitted"):
        fields["urldate"] = iso_day(accessed[:10])
    fields |= _identifiers([item] if whole is None else [item, whole])
    found = entry_of(entry_type, fields)
    return Entry(found.entry_type, found.fields, key)


def _whole(item: "Element", about: dict[str, "Element"]) -> "Element | None":
    """What the work is part of, in the item or beside it."""
    part = _child(item, "isPartOf")
    if part is None:
        return None
    if named := part.get(f"{_RDF}resource"):
        return about.get(named)
    return next(iter(part), None)


def _people(item: "Element", tag: str) -> Iterator[Name]:
    group = _child(item, tag)
    if group is None:
        return
    for person in group.iter("{*}Person", "{*}Agent"):
        name = personal(
            words(_first(person, "surname")), words(_first(person, "givenName", "givenname"))
        )
        if name:
            yield name


def _identifiers(elements: list["Element"]) -> Iterator[tuple[str, FieldValue]]:
    for element in elements:
        for one in element:
            if local(one) != "identifier":
                continue
            text = words(one)
            label, _, value = text.partition(" ")
            if label in ("DOI", "ISBN", "ISSN") and value:
                yield label.lower(), value
            elif url := address_of(text):
                yield "url", url


def _child(element: "Element | None", name: str) -> "Element | None":
    return (
        next((one for one in element if local(one) == name), None) if element is not None else None
    )


def _own(element: "Element", name: str) -> str:
    return words(_child(element, name))


def _first(element: "Element | None", *names: str) -> "Element | None":
    if element is None:
        return None
    return next(element.iter(*(f"{{*}}{name}" for name in names)), None)
