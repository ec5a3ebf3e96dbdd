"""RIS, the notation of EndNote and library catalogues: references in and out.

Read line by line here rather than by a library, so that a broken record is a finding with its line and the
records around it go through.
"""

import re
from collections.abc import Iterator, Sequence

from cite.formats.safe_text import visible
from cite.model.document import Link, Span
from cite.model.entries import Entry, FieldValue, Name, PartialDate
from cite.model.findings import Finding, Level, Place
from cite.model.references import Reference, ReferenceList

_TYPES = {
    "article": "JOUR", "book": "BOOK", "collection": "EDBOOK", "incollection": "CHAP", "inbook": "CHAP",
    "inproceedings": "CPAPER", "proceedings": "CONF", "techreport": "RPRT", "report": "RPRT", "phdthesis": "THES",
    "mastersthesis": "THES", "thesis": "THES", "online": "ELEC", "misc": "GEN", "jurisdiction": "CASE",
    "legislation": "STAT", "legal": "GEN", "letter": "PCOMM", "interview": "PCOMM", "unpublished": "UNPB",
    "manual": "BOOK", "booklet": "PAMP", "dataset": "DATA", "software": "COMP", "patent": "PAT",
}  # fmt: skip
_FROM_TYPES = {
    "JOUR": "article", "MGZN": "article", "NEWS": "article", "EJOUR": "article", "JFULL": "article", "INPR": "article",
    "BOOK": "book", "EBOOK": "book", "EDBOOK": "collection", "CHAP": "incollection", "ECHAP": "incollection",
    "CPAPER": "inproceedings", "CONF": "proceedings", "RPRT": "techreport", "GOVDOC": "techreport", "THES": "phdthesis",
    "ELEC": "online", "BLOG": "online", "WEB": "online", "CASE": "jurisdiction", "STAT": "legislation", "BILL": "legislation",
    "LEGAL": "legislation", "PCOMM": "letter", "UNPB": "unpublished", "MANSCPT": "unpublished", "PAMP": "booklet",
    "DATA": "dataset", "COMP": "software", "PAT": "patent",
}  # fmt: skip
_TEXTS = (
    ("title", "TI"), ("booktitle", "T2"), ("journal", "T2"), ("series", "T3"), ("volume", "VL"), ("number", "IS"), ("edition", "ET"),
    ("publisher", "PB"), ("school", "PB"), ("institution", "PB"), ("organization", "PB"), ("address", "CY"), ("type", "M3"), ("doi", "DO"), ("isbn", "SN"),
    ("issn", "SN"), ("language", "LA"), ("abstract", "AB"), ("note", "N1"), ("howpublished", "N1"), ("pmid", "AN"), ("eprint", "AN"),
)  # fmt: skip
_NAMES = (("author", "AU"), ("editor", "ED"), ("translator", "A4"))
_ALIASES = {"T1": "TI", "CT": "TI", "BT": "T2", "JO": "T2", "JF": "T2", "JA": "T2", "A1": "AU", "A2": "ED", "Y1": "PY", "L1": "UR", "L2": "UR", "N2": "AB", "PP": "CY", "M1": "IS"}  # fmt: skip
_LINE = re.compile(r"^\ufeff?([A-Z][A-Z0-9])  ?-(?: (.*))?$")


def write(references: Sequence[Reference]) -> str:
    """A record a work."""
    return "\n".join(_record(one) for one in references if one.entry.fields)


def _record(reference: Reference) -> str:
    entry, fields = reference.entry, reference.entry.fields
    lines = [("TY", _kind(entry)), ("ID", reference.key)]
    for name, tag in _NAMES:
        if isinstance(names := fields.get(name), tuple):
            lines += [(tag, _name(one)) for one in names if one.literal != "others"]
    said = set()
    for name, tag in _TEXTS:
        if name in fields and not isinstance(fields[name], tuple) and tag not in said:
            lines.append((tag, str(fields[name])))
            said.add(tag)
    if beyond := str(fields.get("date", "")):
        lines.append(("PY", beyond))
    elif date := entry.date:
        lines.append(("PY", f"{date.year:04d}"))
        parts = [f"{part:02d}" if part else "" for part in (date.month, date.day)]
        lines += [("DA", "/".join([f"{date.year:04d}", *parts, ""]))] if date.month else []
    first, _, last = re.sub(r"[-–—]+", "–", str(fields.get("pages", ""))).partition("–")
    lines += [("SP", first.strip()), ("EP", last.strip())]
    urls = dict.fromkeys([str(fields.get("url", "")), *(link.url for link in reference.links)])
    lines += [("UR", url) for url in urls if url and not ("doi" in fields and "doi.org/10." in url)]
    lines.append(("L4", str(fields.get("archiveurl", ""))))
    if accessed := str(fields.get("urldate", "")):
        lines.append(("Y2", f"{accessed.replace('-', '/')}/"))
    if reference.notes and reference.raw:
        lines.append(("RN", f"Note {reference.label}: {reference.raw}"))
    return "".join(f"{tag}  - {_line(text)}\n" for tag, text in lines if text) + "ER  - \n"


def _kind(entry: Entry) -> str:
    if entry.entry_type == "article" and "day" in entry.fields and "volume" not in entry.fields:
        return "NEWS"
    return _TYPES.get(entry.entry_type, "GEN")


def _name(name: Name) -> str:
    """`Berg, Jan van der, Jr`: RIS has the particle with the given names, and commas nowhere else."""
    if name.literal:
        return name.literal.replace(",", "")
    given = " ".join(filter(None, (name.given, name.particle)))
    parts = (part.replace(",", "") for part in (name.family, given, name.suffix))
    return ", ".join(filter(None, parts))


def _line(text: str) -> str:
    return visible(" ".join(text.split()))


def looks_like(text: str) -> bool:
    """Whether the first line that says anything opens a record."""
    first = next((line for line in text.split("\n") if line.strip(" \r\ufeff")), "")
    match = _LINE.match(first.rstrip())
    return match is not None and match[1] == "TY"


Lines = list[tuple[str, str]]


def read(text: str, path: str) -> ReferenceList:
    """Records to references; what is no record becomes a finding with its line."""
    references: list[Reference] = []
    findings: list[Finding] = []
    for number, (line, lines, whole) in enumerate(_records(text), 1):
        place = Place(path, line, 1)
        if not whole:
            message = "This record does not end with ER, or does not begin with TY; what stands in it was read."
            findings.append(Finding("broken-entry", Level.ERROR, message, place))
        if any(tag != "TY" for tag, _ in lines):
            references.append(_reference(lines, number, place))
    return ReferenceList(path, tuple(references), tuple(findings))


def _records(text: str) -> Iterator[tuple[int, Lines, bool]]:
    """Where each begins, its tagged lines with their continuations, and whether it is whole."""
    lines: Lines = []
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        match = _LINE.match(raw.rstrip())
        if not match:
            if lines and raw.strip():
                lines[-1] = (lines[-1][0], f"{lines[-1][1]} {visible(raw.strip())}")
            continue
        tag, value = match[1], (match[2] or "").strip()
        if tag == "TY" and lines:
            yield start, lines, False
            lines = []
        if tag == "ER":
            if lines:
                yield start, lines, lines[0][0] == "TY"
            lines = []
            continue
        if not lines:
            start = number
        lines.append((tag, visible(value)))
    if lines:
        yield start, lines, False


def _reference(lines: Lines, number: int, place: Place) -> Reference:
    values: dict[str, list[str]] = {}
    for tag, value in lines:
        if value:
            values.setdefault(_ALIASES.get(tag, tag), []).append(value)
    kind = _FROM_TYPES.get(values.get("TY", ["GEN"])[0].upper(), "misc")
    fields: dict[str, FieldValue] = {}
    for name, tag in _NAMES:
        if tag in values:
            fields[name] = tuple(_read_name(one) for one in values[tag])
    for name, tag in _TEXTS:
        if tag in values and _belongs(name, kind):
            fields[name] = values[tag][0]
    if pages := "–".join(values.get("SP", [])[:1] + values.get("EP", [])[:1]):
        fields["pages"] = re.sub(r"\s*-+\s*", "–", pages)
    date = _read_date(values.get("DA", [""])[0]) or _read_date(values.get("PY", [""])[0])
    if date:
        parts = {"year": date.year, "month": date.month, "day": date.day}
        fields |= {name: part for name, part in parts.items() if part}
    if accessed := _read_date(values.get("Y2", [""])[0]):
        fields["urldate"] = str(accessed)
    urls = [url for value in values.get("UR", []) for url in value.split()]
    if urls:
        fields["url"] = urls[0]
    if "L4" in values:
        fields["archiveurl"] = values["L4"][0]
    if doi := re.sub(r"^https?://(?:dx\.)?doi\.org/", "", str(fields.get("doi", ""))):
        fields["doi"] = doi
        urls += (
            [] if any(doi.lower() in url.lower() for url in urls) else [f"https://doi.org/{doi}"]
        )
    key = values.get("ID", [f"record-{number}"])[0]
    links = tuple(Link(url, url, url, Span(0, 0)) for url in urls)
    raw = "\n".join(f"{tag}  - {value}" for tag, value in lines)
    return Reference(key, Entry(kind, fields, key), links, (), "", raw, place)


def _belongs(name: str, kind: str) -> bool:
    """RIS has one container, one publisher and one number; which field that is depends on the type."""
    periodical = kind in ("article", "jurisdiction", "legislation", "legal")
    return {
        "journal": periodical, "booktitle": not periodical, "school": kind == "phdthesis",
        "institution": kind == "techreport", "organization": kind in ("online", "misc"),
        "publisher": kind not in ("phdthesis", "techreport", "online", "misc"), "issn": kind == "article", "isbn": kind != "article",
    }.get(name, True)  # fmt: skip


def _read_name(text: str) -> Name:
    """`Last, First, Suffix`; without a comma it is a body or cannot be split."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1:
        return Name(literal=text)
    given = parts[1].split()
    particle: list[str] = []
    while given and given[-1][0].islower():
        particle.insert(0, given.pop())
    return Name(parts[0], " ".join(given), " ".join(particle), parts[2] if len(parts) > 2 else "")


def _read_date(text: str) -> PartialDate | None:
    """`2009/06/26/` or `2009-06`, at its precision."""
    match = re.match(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?", text.strip())
    if not match or not 1 <= int(match[1]) <= 9998:
        return None
    month, day = (int(part) if part else None for part in match.groups()[1:])
    if not month or not 1 <= month <= 12:
        return PartialDate(int(match[1]))
    return PartialDate(int(match[1]), month, day if day and day <= 31 else None)
