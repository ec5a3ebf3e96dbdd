"""A TEI `<bibl>` or `<biblStruct>` as an entry."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cite.model.entries import Entry, FieldValue, Name
from cite.readers.xml.entries import address_of, entry_of, iso_day, named, personal, year_of
from cite.readers.xml.reading import local, words

if TYPE_CHECKING:
    from cite.formats.xml import Element

_TYPES = {
    "journalArticle": "article", "book": "book", "bookSection": "incollection", "thesis": "phdthesis", "report": "techreport",
    "conferencePaper": "inproceedings", "webpage": "online", "blogPost": "online", "newspaperArticle": "article",
    "magazineArticle": "article", "dataset": "dataset", "manuscript": "unpublished",
}  # fmt: skip


def entry(element: "Element") -> Entry:
    """The work; of a `<bibl>` that names no fields, hardly anything."""
    titles = _titles(element)
    part = titles.get("a", "")
    whole = titles.get("m") or titles.get("u") or ""
    journal = titles.get("j", "")
    scopes = _scopes(element)
    kind = _TYPES.get(element.get("type") or "") or _kind(part, whole, journal, element)
    fields: dict[str, FieldValue | None] = dict(_people(element))
    fields |= _named(kind, part, whole, journal)
    fields |= {
        "series": titles.get("s"),
        "year": _year(element),
        "volume": scopes.get("volume"),
        "number": scopes.get("issue"),
        "pages": scopes.get("page"),
        {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher"): _text(element, "publisher"),
        "address": _text(element, "pubPlace"),
        "edition": _text(element, "edition"),
    }  # fmt: skip
    fields |= _identifiers(element)
    return entry_of(kind, fields)


def _kind(part: str, whole: str, journal: str, element: "Element") -> str:
    if journal:
        return "article"
    if part:
        return "incollection" if whole else "online" if _url(element) else "misc"
    return "book" if whole else "misc"


def _named(kind: str, part: str, whole: str, journal: str) -> dict[str, FieldValue | None]:
    if kind == "article":
        return {"title": part or whole, "journal": journal or (whole if part else "")}
    if part and whole:
        return {"title": part, "booktitle": whole}
    return {"title": part or whole}


def _titles(element: "Element") -> dict[str, str]:
    """By level; a title without one is an article's where a whole stands beside it."""
    found: dict[str, str] = {}
    for one in element.iter("{*}title"):
        level = one.get("level") or _level_of(one)
        if one.get("type") in ("short", "sub", "alt") and level in found:
            continue
        found.setdefault(level, words(one).strip(" ,.;"))
    return found


def _level_of(title: "Element") -> str:
    for above in title.iterancestors():
        match local(above):
            case "analytic":
                return "a"
            case "series":
                return "s"
            case "monogr" | "bibl":
                return "m"
    return "m"


def _people(element: "Element") -> Iterator[tuple[str, FieldValue]]:
    authors = list(_names(element, "author"))
    editors = list(_names(element, "editor"))
    translators = [
        name for one in element.iter("{*}editor", "{*}respStmt") if one.get("role") == "translator" and (name := _name(one))
    ]  # fmt: skip
    for role, names in (("author", authors), ("editor", editors), ("translator", translators)):
        if names:
            yield role, tuple(dict.fromkeys(names))


def _names(element: "Element", role: str) -> Iterator[Name]:
    for one in element.iter(f"{{*}}{role}"):
        if one.get("role") == "translator":
            continue
        people = list(one.iter("{*}persName", "{*}orgName")) or [one]
        yield from (name for person in people if (name := _name(person)))


def _name(element: "Element") -> Name | None:
    if local(element) == "orgName":
        return Name(literal=words(element)) if words(element) else None
    family, given = _text(element, "surname"), _all(element, "forename")
    if family or given:
        return personal(family, given, _all(element, "nameLink"), _all(element, "genName"))
    return named(words(element))


def _scopes(element: "Element") -> dict[str, str]:
    found: dict[str, str] = {}
    for one in element.iter("{*}biblScope"):
        unit = (one.get("unit") or one.get("type") or "").lower()
        unit = {"vol": "volume", "pp": "page", "pages": "page", "nr": "issue", "no": "issue"}.get(
            unit, unit
        )
        first, last = one.get("from"), one.get("to")
        printed = re.sub(r"^(?:pp?|vol|no|n°|nr)\.?\s*", "", words(one), flags=re.I)
        told = f"{first}–{last}" if first and last and first != last else first or ""
        found.setdefault(unit, printed or told)
    return found


def _year(element: "Element") -> int | None:
    for one in element.iter("{*}date"):
        if one.get("type") not in ("accessed", "access"):
            if year := year_of(one.get("when") or words(one)):
                return year
    return None


def _identifiers(element: "Element") -> dict[str, FieldValue | None]:
    found: dict[str, FieldValue | None] = {"url": _url(element)}
    for one in element.iter("{*}idno"):
        text = words(one)
        match (one.get("type") or "").lower():
            case "doi":
                found["doi"] = re.sub(
                    r"^(?:doi:\s*|https?://(?:dx\.)?doi\.org/)", "", text, flags=re.I
                )
            case "isbn" | "issn" as name:
                found[name] = text
            case "arxiv":
                found |= {
                    "eprint": re.sub(r"^arxiv:\s*", "", text, flags=re.I),
                    "eprinttype": "arxiv",
                }
            case "url" | "uri":
                found["url"] = found["url"] or text
    for one in element.iter("{*}date"):
        if one.get("type") in ("accessed", "access"):
            found["urldate"] = one.get("when") or iso_day(words(one))
    return found


def _url(element: "Element") -> str:
    for one in element.iter("{*}ptr", "{*}ref"):
        target = (one.get("target") or "").strip()
        if re.match(r"(?:https?|ftp)://", target):
            return address_of(target)
    return ""


def _text(element: "Element", name: str) -> str:
    return words(next(element.iter(f"{{*}}{name}"), None)).rstrip(",;:")


def _all(element: "Element", name: str) -> str:
    return " ".join(words(one) for one in element.iter(f"{{*}}{name}"))
