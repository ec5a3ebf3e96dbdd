"""Entries of a .bib file to references; what is wrong with them as findings, with their lines."""

import re
from collections.abc import Callable, Iterator, Mapping

from cite.formats.bibtex.blocks import MONTHS, Bibliography, Block, split
from cite.formats.bibtex.digest import DIGEST
from cite.formats.bibtex.names import read_names
from cite.formats.bibtex.types import BIBLATEX_FORMS, LAW_FORMS
from cite.formats.bibtex.writing import NOTE, UNTITLED, VERBATIM
from cite.formats.edtf import NO_DATE, with_months
from cite.formats.edtf import parse as parse_edtf
from cite.formats.latex import unescape
from cite.formats.safe_text import visible
from cite.model.document import Anchor, Link, Span
from cite.model.entries import Entry, FieldValue
from cite.model.findings import Finding, Level, Place, in_order
from cite.model.references import Reference, ReferenceList

NAMES = frozenset(("author", "editor", "translator", "bookauthor"))
_RENAMED = {
    "journaltitle": "journal", "location": "address", "annote": NOTE, "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
}  # fmt: skip
_REMARKS = ("howpublished", "note", "addendum")
_TYPES = {*BIBLATEX_FORMS, *LAW_FORMS}
_ADDRESS = re.compile(
    r"(?:Archived copy[^:{}]{0,40}: )?\\url\s*\{([^{}]*)\}(?: \(accessed [\d-]+\))?"
)


def parse(text: str, path: str) -> ReferenceList:
    """Every entry that can be read; the rest of the file goes through whatever one of them holds."""
    found = split(text)
    references = tuple(_reference(block, text, path) for block in found.entries)
    findings = [
        Finding("broken-entry", Level.ERROR, f"This entry cannot be read: {one.reason}.", Place(path, one.line, 1))
        for one in found.broken
    ]  # fmt: skip
    for block, reference in zip(found.entries, references, strict=True):
        place = Place(path, block.line, 1)
        if block.repeated_key:
            findings.append(
                Finding("duplicate-key", Level.ERROR, f"The key {block.key} is there twice.", place)
            )
        if block.repeated_fields:
            names = ", ".join(block.repeated_fields)
            message = f"{block.key} has {names} more than once; the first one counts."
            findings.append(Finding("duplicate-field", Level.WARNING, message, place))
        date = str(reference.entry.fields.get("date", ""))
        if date and parse_edtf(date) is None:
            message = f"{block.key}: “{date}” is no date that can be told; it is kept as it is."
            findings.append(Finding("date-not-understood", Level.WARNING, message, place))
    findings.sort(key=in_order)
    return ReferenceList(path, references, tuple(findings))


def entries(bibliography: Bibliography) -> dict[str, Entry]:
    """The entries of a bibliography by key."""
    return {
        block.key: read_entry(block) for block in bibliography.entries if not block.repeated_key
    }


def _reference(block: Block, text: str, path: str) -> Reference:
    entry = read_entry(block)
    raw = text[block.start : block.end]
    links = tuple(
        Link(url, url, url, Span(0, 0), _written(url, raw, block.start))
        for url in dict.fromkeys(_urls(entry))
    )
    return Reference(block.key, entry, links, (), "", raw, Place(path, block.line, 1))


def _written(url: str, raw: str, start: int) -> Anchor | None:
    """Where an entry, which begins at `start`, writes an address: as it is, or with some signs escaped for LaTeX."""
    signs = "".join(rf"\\?{re.escape(c)}" if c in "_%&#~$" else re.escape(c) for c in url)
    found = re.search(rf"(?<![\w/]){signs}(?![\w/?=&%#~-])", raw)
    return Anchor(start + found.start(), start + found.end()) if found else None


def read_entry(block: Block) -> Entry:
    """Fields as plain text under the names that entries have, dates as numbers, names split."""
    fields = read_fields(block.fields)
    kind = block.kind
    if DIGEST in block.fields:
        kind = _type_in_keywords(kind, fields)
    if "url" in fields and kind == "misc" and "howpublished" not in fields:
        kind = "online"
    return Entry(kind, fields, block.key)


def field_name(name: str) -> str:
    """The name under which entries hold a field."""
    return _RENAMED.get(name, name)


def read_fields(texts: Mapping[str, str]) -> dict[str, FieldValue]:
    """Fields as entries hold them, from the texts that a .bib file has for them; empty ones are left out."""
    fields: dict[str, FieldValue] = {}
    # An address in a remark counts only where the entry has none of its own.
    remarks = [name for name in _REMARKS if name in texts]
    for name in [*(name for name in texts if name not in _REMARKS), *remarks]:
        text = texts[name]
        name = field_name(name)
        if name == DIGEST or not text.strip():
            continue
        for key, value in _READERS.get(name, _read_text)(name, text):
            if value not in ("", ()):
                fields.setdefault(key, value)
    months = fields.pop("months", None)
    if months and isinstance(year := fields.get("year"), int):
        fields.setdefault("date", str(with_months(year, str(months))))
    return fields


Read = Iterator[tuple[str, FieldValue]]


def _read_text(name: str, text: str) -> Read:
    yield name, unescape(text)


def _read_names(name: str, text: str) -> Read:
    yield name, read_names(text)


def _read_verbatim(name: str, text: str) -> Read:
    # People escape in addresses what LaTeX would trip over; addresses hold no LaTeX.
    yield name, re.sub(r"\\([_%&#~$])", r"\1", visible(" ".join(text.split())).strip("{}"))


def _read_number(name: str, text: str) -> Read:
    if digits := re.search(r"\d{1,9}", text):
        yield name, int(digits[0])


def _read_year(_: str, text: str) -> Read:
    """A year, or what stands in its place: a range, a season, a guess, a year before our era."""
    text = unescape(text).strip()
    if reprint := _REPRINT.fullmatch(text):
        yield "year", int(reprint["year"])
        yield "origdate", reprint["first"]
    elif plain := _YEAR.fullmatch(text):
        yield "year", int(plain[1])
    else:
        yield from _beyond(text)


_YEAR = re.compile(r"[\[(]?(\d{1,4})[a-z]?[\])]?\.?")
"""With the letter that tells works of one year apart."""
_REPRINT = re.compile(r"(?P<year>\d{4})\s*[\[(](?P<first>\d{4})[\])]")


def _beyond(text: str) -> Read:
    """A date that a year, month and day do not say, as it can be written back; what is none stays as it is."""
    issued = parse_edtf(text)
    if issued and issued.is_simple:
        yield from zip(("year", "month", "day"), issued.start or (), strict=False)
        return
    if text == NO_DATE:
        return
    yield "date", str(issued) if issued else text
    if issued and issued.start and issued.start[0] > 0:
        yield "year", issued.start[0]


def _read_month(name: str, text: str) -> Read:
    """`jul`, `July`, `7`, `jul~5`; several months or a season as they are, for the year to be put to them."""
    if with_months(1, unescape(text)):
        yield "months", unescape(text)
        return
    words = re.findall(r"[^\W\d_]+|\d+", unescape(text).lower())
    month = next((MONTHS.index(word[:3]) + 1 for word in words if word[:3] in MONTHS), None)
    numbers = [int(word) for word in words if word.isdigit() and len(word) < 3]
    if month is None and numbers and 1 <= numbers[0] <= 12:
        month = numbers.pop(0)
    if month:
        yield name, month
        if numbers:
            yield "day", numbers[0]


def _read_date(_: str, text: str) -> Read:
    # `1723~` is a guess in EDTF, where LaTeX has a blank that does not break.
    plain = text.strip().strip("{}")
    yield from _beyond(plain if parse_edtf(plain) else unescape(text).strip())


def _read_title(name: str, text: str) -> Read:
    if (title := unescape(text)) != UNTITLED:
        yield name, title


def _read_where(name: str, text: str) -> Read:
    """A note or the like without the addresses in it, which are fields of their own."""
    for match in _ADDRESS.finditer(text):
        yield (
            "archiveurl" if match[0].startswith("Archived") else "url",
            match[1].strip().replace("\\", ""),
        )
    yield (
        name,
        unescape(_ADDRESS.sub("", text)).strip(" .,;:") if "\\url" in text else unescape(text),
    )


_READERS: Mapping[str, Callable[[str, str], Read]] = {
    **dict.fromkeys(NAMES, _read_names),
    **dict.fromkeys(VERBATIM, _read_verbatim),
    **dict.fromkeys(_REMARKS, _read_where),
    "year": _read_year, "day": _read_number, "month": _read_month, "date": _read_date, "title": _read_title,
}  # fmt: skip


def _type_in_keywords(kind: str, fields: dict[str, FieldValue]) -> str:
    """The type a work really has, where its own was written as another."""
    words = [word.strip() for word in str(fields.get("keywords", "")).split(",")]
    real = next((word for word in reversed(words) if word in _TYPES), kind)
    rest = ", ".join(word for word in words if word and word != real)
    fields.pop("keywords", None)
    if rest:
        fields["keywords"] = rest
    return real


def _urls(entry: Entry) -> Iterator[str]:
    """What there is to follow: the address, else the identifier."""
    fields = entry.fields
    url = str(fields.get("url", ""))
    if url:
        yield url
    if doi := re.sub(
        r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", str(fields.get("doi", "")), flags=re.I
    ):
        if doi.lower() not in url.lower():
            yield f"https://doi.org/{doi}"
    eprint, kind = str(fields.get("eprint", "")), str(fields.get("eprinttype", "")).lower()
    if eprint and not url and kind == "arxiv":
        yield f"https://arxiv.org/abs/{eprint}"
    if eprint and not url and kind == "pubmed":
        yield f"https://pubmed.ncbi.nlm.nih.gov/{eprint}/"
