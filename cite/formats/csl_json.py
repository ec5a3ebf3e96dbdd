"""CSL JSON, the notation of Zotero, pandoc and citeproc: references in and out.

Names of types and variables: https://docs.citationstyles.org/en/stable/specification.html
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from cite.formats.edtf import NO_DATE, Issued
from cite.formats.edtf import parse as parse_edtf
from cite.formats.safe_text import json_text, visible
from cite.model.document import Link, Span
from cite.model.entries import Entry, FieldValue, Name
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.references import Reference, ReferenceList

_TYPES = {
    "article": "article-journal", "book": "book", "collection": "book", "incollection": "chapter", "inbook": "chapter",
    "inproceedings": "paper-conference", "proceedings": "book", "techreport": "report", "report": "report",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "online": "webpage", "misc": "document",
    "jurisdiction": "legal_case", "legislation": "legislation", "legal": "treaty", "letter": "personal_communication",
    "interview": "interview", "unpublished": "manuscript", "manual": "book", "booklet": "pamphlet", "dataset": "dataset",
    "software": "software", "patent": "patent", "periodical": "periodical",
}  # fmt: skip
_FROM_TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "article": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport",
    "thesis": "phdthesis", "webpage": "online", "post": "online", "post-weblog": "online", "legal_case": "jurisdiction",
    "legislation": "legislation", "bill": "legislation", "treaty": "legal", "personal_communication": "letter",
    "interview": "interview", "manuscript": "unpublished", "pamphlet": "booklet", "dataset": "dataset",
    "software": "software", "patent": "patent", "periodical": "periodical",
}  # fmt: skip
_NAMES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_TEXTS = {
    "title": "title", "journal": "container-title", "booktitle": "container-title", "volume": "volume",
    "pages": "page", "publisher": "publisher", "school": "publisher", "organization": "publisher",
    "address": "publisher-place", "edition": "edition", "series": "collection-title", "chapter": "chapter-number",
    "type": "genre", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "url": "URL", "note": "note",
    "annotation": "annote", "abstract": "abstract", "keywords": "keyword", "language": "language",
    "shorttitle": "title-short", "version": "version", "pubstate": "status", "howpublished": "medium", "venue": "event-place",
}  # fmt: skip
_MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]{0,80})?>")
"""The tags that CSL processors know in titles."""
_NEWSPAPER = re.compile(
    r"(?i)\b(?:times|post|herald|guardian|tribune|daily|gazette|zeitung|news|independent|telegraph|observer|"
    r"le monde|el país|il|standard|mail|sun|star|chronicle|courier|press|globe|wall street journal)\b"
)


def write(references: Sequence[Reference]) -> str:
    """An array of items, one a work."""
    items = [item(reference) for reference in references if reference.entry.fields]
    return json_text(items) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    """One work with CSL's variables, all of them strings but names and dates."""
    entry, fields = reference.entry, reference.entry.fields
    made: dict[str, Any] = {"id": reference.key, "type": _type(entry)}
    for name, variable in _NAMES.items():
        if isinstance(names := fields.get(name), tuple) and names:
            made[variable] = [_name(one) for one in names]
    for name, variable in _TEXTS.items():
        if name in fields and not isinstance(fields[name], tuple):
            made.setdefault(variable, str(fields[name]))
    made |= _numbers(entry) | _body(entry) | _eprint(fields)
    if issued := _beyond(str(fields.get("date", ""))):
        made["issued"] = issued
    elif entry.date:
        made["issued"] = {"date-parts": [[int(part) for part in str(entry.date).split("-")]]}
    if first := parse_edtf(str(fields.get("origdate", ""))):
        made["original-date"] = _beyond(str(first))
    if accessed := _date_parts(str(fields.get("urldate", ""))):
        made["accessed"] = {"date-parts": [accessed]}
    if "url" not in fields and reference.links and "doi" not in fields:
        made["URL"] = reference.links[0].url
    if archived := fields.get("archiveurl"):
        when = f" ({fields['archivedate']})" if "archivedate" in fields else ""
        made["archive_location"] = str(archived)
        made["note"] = ". ".join(
            filter(None, (made.get("note", ""), f"Archived copy{when}: {archived}"))
        )
    if reference.notes and reference.raw:
        made["annote"] = f"Note {reference.label}: {reference.raw}"
    return made


def _type(entry: Entry) -> str:
    kind = _TYPES.get(entry.entry_type, "document")
    if entry.entry_type == "article" and "volume" not in entry.fields and "day" in entry.fields:
        journal = str(entry.fields.get("journal", ""))
        return "article-newspaper" if _NEWSPAPER.search(journal) else "article-magazine"
    return kind


def _numbers(entry: Entry) -> dict[str, str]:
    """A number is an issue where there is a periodical, else the number of the work or in its series."""
    number = entry.fields.get("number")
    if number is None:
        return {}
    if entry.entry_type == "article":
        return {"issue": str(number)}
    if "series" in entry.fields and entry.entry_type not in ("techreport", "report"):
        return {"collection-number": str(number)}
    return {"number": str(number)}


def _body(entry: Entry) -> dict[str, str]:
    """Courts are authorities; other bodies publish."""
    body = entry.fields.get("institution")
    if not isinstance(body, str):
        return {}
    return {
        "authority" if entry.entry_type in ("jurisdiction", "legislation") else "publisher": body
    }


def _eprint(fields: Mapping[str, FieldValue]) -> dict[str, str]:
    eprint, kind = fields.get("eprint"), str(fields.get("eprinttype", "")).lower()
    if not eprint:
        return {}
    if kind in ("pubmed", "pmid"):
        return {"PMID": str(eprint)}
    return {"number": f"arXiv:{eprint}" if kind == "arxiv" else str(eprint)}


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _date_parts(text: str) -> list[int]:
    return (
        [int(part) for part in text.split("-")]
        if re.fullmatch(r"\d{4}(?:-\d\d?){0,2}", text)
        else []
    )


def read(text: str, path: str) -> ReferenceList:
    """Items to references; those that are none become findings. Raises InputError for what is no JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}") from None
    items = data.get("items") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise InputError("holds no list of references")
    references, findings = [], []
    for number, one in enumerate(items, 1):
        place = Place(path)
        if isinstance(one, dict) and isinstance(one.get("type"), str):
            references.append(_reference(one, number, place))
        else:
            message = f"Item {number} is no reference: it has no type."
            findings.append(Finding("broken-entry", Level.ERROR, message, place))
    return ReferenceList(path, tuple(references), tuple(findings))


def looks_like(text: str) -> bool:
    """Whether JSON begins as a list of CSL items does."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    listed = re.match(r'\[\s*\{|\{\s*"items"\s*:\s*\[', head)
    return bool(listed) and bool(re.search(r'"type"\s*:\s*"[a-z_-]+"', text[:65536]))


def described(item: Mapping[str, Any]) -> Entry | None:
    """The work that an item describes; None where it is no item, or says nothing."""
    if not isinstance(item.get("type"), str):
        return None
    entry = _reference(item, 1, Place("")).entry
    return entry if entry.fields else None


def _reference(item: Mapping[str, Any], number: int, place: Place) -> Reference:
    kind = _FROM_TYPES.get(item["type"], "misc")
    fields: dict[str, FieldValue] = {}
    for name, variable in _NAMES.items():
        if names := _read_names(item.get(variable)):
            fields[name] = names
    for name, variable in _TEXTS.items():
        if variable in item and _belongs(name, kind) and (text := _read_text(item[variable])):
            fields[name] = text
    others = [(one, "number") for one in ("issue", "collection-number", "number")] + [
        ("authority", "institution")
    ]
    for variable, name in [
        *others,
        *([("publisher", "institution")] if kind == "techreport" else []),
    ]:
        if text := _read_text(item.get(variable)):
            fields.setdefault(name, text)
    if pmid := _read_text(item.get("PMID")):
        fields |= {"eprint": pmid, "eprinttype": "pubmed"}
    if kind == "phdthesis" and "master" in str(fields.get("type", "")).lower():
        kind = "mastersthesis"
    fields |= _read_beyond(item.get("issued")) or _issued(item.get("issued"))
    if accessed := _issued(item.get("accessed")):
        fields["urldate"] = "-".join(f"{value:02d}" for value in accessed.values())
    key = _read_text(item.get("id")) or f"item-{number}"
    urls = [str(fields["url"])] if "url" in fields else []
    if "doi" in fields and not any(str(fields["doi"]).lower() in url.lower() for url in urls):
        urls.append(f"https://doi.org/{fields['doi']}")
    links = tuple(Link(url, url, url, Span(0, 0)) for url in urls)
    return Reference(
        key, Entry(kind, fields, key), links, (), "", json.dumps(item, ensure_ascii=False), place
    )


def _beyond(date: str) -> dict[str, Any]:
    """`issued` of a date that is more than a day, month or year of our era; nothing where it is none.

    Of an open range the second part is 0, as other programs write it; of one without beginning only its end is
    said. What is no date goes in as it is written.
    """
    if not date or date == NO_DATE:
        return {}
    issued = parse_edtf(date)
    if issued is None:
        return {"literal": date}
    first = list(issued.start or issued.end or ())
    parts = [first]
    if issued.ranges and issued.start:
        parts.append(list(issued.end) if issued.end else [0])
    made: dict[str, Any] = {"date-parts": parts}
    if issued.circa:
        made["circa"] = True
    if issued.season:
        made["season"] = issued.season
    return made


def _belongs(name: str, kind: str) -> bool:
    """CSL has one container and one publisher; which field that is depends on the type."""
    if name == "journal":
        return kind in ("article", "jurisdiction", "legislation", "legal")
    if name == "booktitle":
        return kind not in ("article", "jurisdiction", "legislation", "legal")
    if name == "school":
        return kind == "phdthesis"
    if name == "organization":
        return kind in ("online", "misc")
    if name == "publisher":
        return kind not in ("phdthesis", "online", "misc", "techreport")
    return True


def _read_names(names: Any) -> tuple[Name, ...]:
    return tuple(
        name
        for one in (names if isinstance(names, list) else ())
        if isinstance(one, dict) and (name := _read_name(one)) != Name()
    )


def _read_name(parts: Mapping[str, Any]) -> Name:
    text = {part: _read_text(value) for part, value in parts.items()}
    particles = (text.get("dropping-particle"), text.get("non-dropping-particle"))
    return Name(
        text.get("family", ""),
        text.get("given", ""),
        " ".join(filter(None, particles)),
        text.get("suffix", ""),
        text.get("literal", ""),
    )


def _read_text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return visible(" ".join(_MARKUP.sub("", str(value)).split()))


def _read_beyond(date: Any) -> dict[str, FieldValue]:
    """A range, a season, a guess or a year before our era, as EDTF beside its year; nothing for a plain date."""
    if not isinstance(date, dict) or not isinstance(parts := date.get("date-parts"), list):
        return {}
    both = [
        tuple(int(part) for part in one[:3] if re.fullmatch(r"-?\d{1,5}", str(part)))
        for one in parts[:2]
        if isinstance(one, list)
    ]
    season = str(date.get("season", ""))
    number = int(season) if re.fullmatch("[1-4]", season) else None
    if not both or not both[0]:
        return {}
    end = both[1] if len(both) == 2 and any(both[1]) else None
    issued = Issued(both[0], end, len(both) == 2, bool(date.get("circa")), number)
    if issued.is_simple:
        return {}
    year = both[0][0]
    return {"date": str(issued), **({"year": year} if year > 0 else {})}


def _issued(date: Any) -> dict[str, int]:
    """Year, month and day of a date in parts, or of one in ISO form."""
    if not isinstance(date, dict):
        return {}
    parts = date.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else None
    if first is None:
        match = re.match(
            r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(date.get("raw") or date.get("literal") or "")
        )
        first = [part for part in match.groups() if part] if match else []
    numbers = [int(part) for part in first[:3] if re.fullmatch(r"\d{1,4}", str(part))]
    return dict(zip(("year", "month", "day"), numbers, strict=False))
