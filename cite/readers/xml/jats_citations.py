"""The fields of a JATS citation as an entry."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cite.model.entries import Entry, FieldValue, Name
from cite.readers.xml.entries import (
    address_of,
    day_of,
    entry_of,
    iso_day,
    month_of,
    named,
    personal,
    year_of,
)
from cite.readers.xml.reading import local, words

if TYPE_CHECKING:
    from cite.formats.xml import Element

_TYPES = {
    "journal": "article", "article": "article", "magazine": "article", "newspaper": "article", "news": "article", "preprint": "article",
    "book": "book", "book-chapter": "incollection", "chapter": "incollection", "edited-book": "book", "monograph": "book",
    "confproc": "inproceedings", "conf-proc": "inproceedings", "conference": "inproceedings", "conference-paper": "inproceedings",
    "thesis": "phdthesis", "dissertation": "phdthesis", "report": "techreport", "gov": "techreport", "working-paper": "techreport",
    "web": "online", "webpage": "online", "web-page": "online", "website": "online", "blog": "online", "data": "dataset",
    "database": "dataset", "dataset": "dataset", "software": "software", "patent": "patent", "letter": "letter",
    "legal-doc": "legislation", "legislation": "legislation", "legal": "legislation", "standard": "misc", "other": "misc",
}  # fmt: skip
_PEOPLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "compiler": "editor",
    "guest-editor": "editor",
}
_WHOLE_CITATIONS = ("element-citation", "mixed-citation", "citation", "nlm-citation")


def entries(ref: "Element") -> Iterator[Entry]:
    """The works of one `<ref>`: a citation that comes in two ways is one work."""
    for name in _WHOLE_CITATIONS:
        found = list(ref.iter(f"{{*}}{name}"))
        described = [_entry(one) for one in found if len(one)]
        if any(one.fields for one in described):
            yield from described
            return


def _entry(citation: "Element") -> Entry:
    told = citation.get("publication-type") or citation.get("citation-type") or ""
    fields: dict[str, FieldValue | None] = dict(_people(citation))
    article = _text(citation, "article-title", "part-title", "data-title")
    chapter = _text(citation, "chapter-title")
    source = _text(citation, "source")
    kind = _kind(told, article or chapter, source, citation)
    fields |= _titles(kind, article or chapter, source)
    fields |= _numbers(citation, kind)
    fields |= _identifiers(citation)
    return entry_of(kind, fields)


def _kind(told: str, part: str, source: str, citation: "Element") -> str:
    kind = _TYPES.get(told.lower(), "")
    if kind == "book" and part and source:
        return "incollection"
    if kind and kind != "misc":
        return kind
    if part and source and _text(citation, "volume", "issue", "fpage"):
        return "article"
    if part and source and _text(citation, "publisher-name"):
        return "incollection"
    if source and _text(citation, "publisher-name"):
        return "book"
    return kind or ("online" if _href(citation) else "misc")


def _titles(kind: str, part: str, source: str) -> dict[str, FieldValue | None]:
    if not part:
        return {"title": source}
    if kind == "article":
        return {"title": part, "journal": source}
    if kind in ("incollection", "inproceedings"):
        return {"title": part, "booktitle": source}
    return {"title": part, "organization" if kind == "online" else "series": source}


def _people(citation: "Element") -> Iterator[tuple[str, FieldValue]]:
    """Names by their part in the work; those in no group are its authors."""
    groups: dict[str, list[Name]] = {}
    for child in citation.iter("{*}name", "{*}string-name", "{*}collab"):
        parent = child.getparent()
        if parent is not None and local(parent) == "collab":
            continue
        role = _role(child)
        if role in _PEOPLE and (name := _name(child)):
            groups.setdefault(_PEOPLE[role], []).append(name)
    for role, names in groups.items():
        yield role, tuple(dict.fromkeys(names))


def _role(element: "Element") -> str:
    for above in element.iterancestors():
        if local(above) == "person-group":
            return above.get("person-group-type") or "author"
        if local(above) in _WHOLE_CITATIONS:
            break
    return element.get("person-group-type") or "author"


def _name(element: "Element") -> Name | None:
    if local(element) == "collab":
        return Name(literal=words(element)) if words(element) else None
    if element.find("{*}surname") is None and element.find("{*}given-names") is None:
        return named(words(element))
    return personal(
        _text(element, "surname"), _text(element, "given-names"), suffix=_text(element, "suffix")
    )


def _numbers(citation: "Element", kind: str) -> dict[str, FieldValue | None]:
    month = _text(citation, "month") or _text(citation, "season")
    house = {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher")
    return {
        "year": year_of(_text(citation, "year")),
        "month": month_of(month),
        "day": day_of(_text(citation, "day")),
        "volume": _text(citation, "volume"),
        "number": _text(citation, "issue"),
        "pages": _pages(citation),
        "edition": _text(citation, "edition"),
        "series": _text(citation, "series") if kind != "online" else "",
        house: _text(citation, "publisher-name") or _text(citation, "institution"),
        "address": _text(citation, "publisher-loc"),
        "isbn": _text(citation, "isbn"),
        "urldate": _accessed(citation),
    }


def _pages(citation: "Element") -> str:
    first, last = _text(citation, "fpage"), _text(citation, "lpage")
    if first:
        return f"{first}–{last}" if last and last != first else first
    return _text(citation, "page-range", "elocation-id")


def _accessed(citation: "Element") -> str:
    """The date on which it was read, which JATS keeps apart from the work's own."""
    for one in citation.iter("{*}date-in-citation", "{*}access-date"):
        if local(one) == "access-date" or "access" in (one.get("content-type") or "access"):
            return iso_day(one.get("iso-8601-date") or words(one))
    return ""


def _identifiers(citation: "Element") -> dict[str, FieldValue | None]:
    found: dict[str, FieldValue | None] = {"url": _href(citation)}
    for one in citation.iter("{*}pub-id", "{*}object-id"):
        text = words(one)
        match (one.get("pub-id-type") or "").lower():
            case "doi":
                found["doi"] = re.sub(
                    r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", text, flags=re.I
                )
            case "pmid":
                found |= {"eprint": text, "eprinttype": "pubmed"}
            case "arxiv":
                found |= {
                    "eprint": re.sub(r"^arxiv:\s*", "", text, flags=re.I),
                    "eprinttype": "arxiv",
                }
            case "isbn":
                found["isbn"] = text
    url = str(found["url"] or "")
    if match := re.match(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", url, re.I):
        found["doi"], found["url"] = found.get("doi") or match[1], None
    return found


def _href(citation: "Element") -> str:
    for one in citation.iter("{*}ext-link", "{*}uri"):
        target = (one.get("{http://www.w3.org/1999/xlink}href") or words(one)).strip()
        if re.match(r"(?:https?|ftp)://", target):
            return address_of(target)
    return ""


def _text(element: "Element", *names: str) -> str:
    """The text of the first tag of these names; notes about it left out."""
    for name in names:
        if text := words(next(element.iter(f"{{*}}{name}"), None)):
            return text.rstrip(",;")
    return ""
