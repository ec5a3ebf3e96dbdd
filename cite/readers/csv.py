"""Tables with a column of addresses: CSV and TSV, Zotero's export among them."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from cite.formats.text import beginning, decode
from cite.model.document import Link, Span
from cite.model.entries import Entry, FieldValue, Name
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.references import Reference, ReferenceList
from cite.recognisers.addresses.url import clean, find_addresses

MOST_COLUMNS = 2_000
_DELIMITERS = ",;\t|"
_ADDRESS = re.compile(r"\s*[<\"'(]?(?:https?://|ftp://|www\.|doi:|10\.\d{4,9}/)\S", re.IGNORECASE)
_MOST = 0.6
"""Share of the rows that makes a column one of addresses."""
_COLUMNS = (
    ("url", r"urls?|links?|address(?:es)?|uris?|web ?(?:site|page|address)|href|adresse|enlace|lien|source url|permalink"),
    ("title", r"title|titel|titre|t[íi]tulo|titolo|name|article title|page title"),
    ("author", r"authors?|creators?|by|autor(?:es|in|en)?|auteurs?|autore"),
    ("editor", r"editors?|herausgeber"),
    ("year", r"(?:publication )?year|jahr|ann[ée]e|año|ano|anno"),
    ("date", r"date|published|publication date|datum|fecha|issued"),
    ("journal", r"publication title|journal|container|source title|zeitschrift|revue|revista|periodical"),
    ("publisher", r"publisher|verlag|[ée]diteur|editorial|editora|site ?name"),
    ("address", r"place|publication place|ort|lieu|city"),
    ("volume", r"volume|vol\.?|band"),
    ("number", r"issue|number|no\.?|heft"),
    ("pages", r"pages?|seiten"),
    ("doi", r"doi"),
    ("isbn", r"isbn"),
    ("urldate", r"access(?:ed)?(?: date)?|retrieved|date accessed|consulted|abgerufen|visited"),
    ("type", r"item type|type|entry ?type"),
    ("key", r"key|id|citation key|citekey"),
)  # fmt: skip
_TYPES = {
    "journalarticle": "article", "article": "article", "magazinearticle": "article", "newspaperarticle": "article", "book": "book",
    "booksection": "incollection", "thesis": "phdthesis", "report": "techreport", "webpage": "online", "blogpost": "online",
    "conferencepaper": "inproceedings", "dataset": "dataset", "manuscript": "unpublished", "document": "misc",
}  # fmt: skip


class Csv:
    """Tables of works or addresses."""

    name = "csv"

    def recognises(self, path: str, content: bytes) -> bool:
        """Rows of as many cells as there are in the first, and a column that holds addresses."""
        named = path.lower().endswith((".csv", ".tsv"))
        text = beginning(content, 32768)[:65536]
        if text.lstrip("\ufeff \t\n")[:1] in "<{[\\":
            return False
        try:
            rows = list(_rows(text))[:200]
        except InputError:
            return False
        if len(rows) < 2:
            return named and bool(rows)
        width = len(rows[0][1])
        if width < 2 or sum(len(cells) == width for _, cells in rows) < 0.9 * len(rows):
            return named and width > 1
        return named or _address_column([cells for _, cells in rows[1:]]) is not None

    def read(self, path: str, content: bytes) -> ReferenceList:
        """A reference for each row that names a work or an address. Raises InputError for what is no table."""
        rows = list(_rows(decode(content)[0]))
        if not rows:
            raise InputError("is a table without rows")
        if len(rows[0][1]) > MOST_COLUMNS:
            raise InputError(f"is a table of more than {MOST_COLUMNS:,} columns")
        headed = not any(_ADDRESS.match(cell) for cell in rows[0][1])
        columns = _columns(rows[0][1]) if headed else {}
        body = rows[1:] if headed else rows
        if (
            "url" not in columns
            and (at := _address_column([cells for _, cells in body])) is not None
        ):
            columns["url"] = at
        references: list[Reference] = []
        findings: list[Finding] = []
        for line, cells in body:
            told = {name: cells[at].strip() for name, at in columns.items() if at < len(cells)}
            place = Place(path, line, 1)
            reference, wrong = _reference(told, cells, place)
            findings += wrong
            if reference:
                references.append(reference)
        return ReferenceList(path, tuple(references), tuple(findings))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that hold anything, with the line on which each begins."""
    text = text.removeprefix("\ufeff")
    reader = csv.reader(StringIO(text), delimiter=_delimiter(text))
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"is a table that cannot be read: line {line}: {error}") from None


def _delimiter(text: str) -> str:
    """The one that the first line has most of, quoted cells left out."""
    first = re.sub(r'"[^"]*"', "", text.lstrip().split("\n", 1)[0])
    return max(_DELIMITERS, key=lambda one: (first.count(one), -_DELIMITERS.index(one)))


def _columns(head: Sequence[str]) -> dict[str, int]:
    """Which column holds what, by its heading; the first of several."""
    found: dict[str, int] = {}
    for at, cell in enumerate(head):
        heading = " ".join(cell.strip().lower().replace("_", " ").split())
        for name, pattern in _COLUMNS:
            if name not in found and re.fullmatch(pattern, heading):
                found[name] = at
                break
    return found


def _address_column(rows: Sequence[Sequence[str]]) -> int | None:
    """The column in which most cells that are not empty are addresses."""
    width = max(map(len, rows), default=0)
    best: tuple[float, int] | None = None
    for at in range(width):
        cells = [row[at] for row in rows if at < len(row) and row[at].strip()]
        share = sum(bool(_ADDRESS.match(cell)) for cell in cells) / len(cells) if cells else 0
        if share >= _MOST and len(cells) >= 0.3 * len(rows) and (best is None or share > best[0]):
            best = (share, at)
    return best[1] if best else None


def _reference(
    told: Mapping[str, str], cells: Sequence[str], place: Place
) -> tuple[Reference | None, list[Finding]]:
    links, findings = _links(told, place)
    fields = dict(_fields(told))
    if links and "url" not in fields and "doi" not in fields:
        fields["url"] = links[0].url
    if not links and "title" not in fields:
        return None, findings
    kind = _TYPES.get(re.sub(r"\W", "", told.get("type", "")).lower()) or _kind(fields)
    entry = Entry(kind, fields, told.get("key") or f"line-{place.line}")
    return Reference(entry.key, entry, tuple(links), (), "", ", ".join(cells), place), findings


def _kind(fields: Mapping[str, FieldValue]) -> str:
    if "journal" in fields:
        return "article"
    return "book" if "isbn" in fields else "online" if "url" in fields else "misc"


def _links(told: Mapping[str, str], place: Place) -> tuple[list[Link], list[Finding]]:
    links: list[Link] = []
    findings: list[Finding] = []
    cell = told.get("url", "")
    for found in find_addresses(cell) if len(cell.split()) > 1 or ";" in cell else ():
        links.append(Link(found.url, found.shown, found.shown, Span(0, 0)))
    if cell and not links:
        cleaned = clean(cell)
        if cleaned.fault or cleaned.template:
            why = cleaned.fault or "it is a pattern"
            findings.append(
                Finding("malformed-address", Level.ERROR, f"“{cell}” is no address: {why}.", place, url=cleaned.url)
            )  # fmt: skip
        links += [Link(cleaned.url, cell, cell, Span(0, 0))] if not cleaned.template else []
    if doi := _doi(told):
        if not any(doi.lower() in link.url.lower() for link in links):
            links.append(Link(f"https://doi.org/{doi}", doi, doi, Span(0, 0)))
    return links, findings


def _doi(told: Mapping[str, str]) -> str:
    match = re.search(r"10\.\d{4,9}/\S+", told.get("doi", ""))
    return match[0] if match else ""


def _fields(told: Mapping[str, str]) -> Iterator[tuple[str, FieldValue]]:
    # Every list of addresses is shown to this reader first; only what is a table has dates and names.
    from cite.recognisers.fields.dates import find_dates

    for name in ("title", "journal", "publisher", "address", "volume", "number", "pages", "isbn"):
        if told.get(name):
            yield name, told[name]
    if doi := _doi(told):
        yield "doi", doi
    if told.get("url") and not clean(told["url"]).fault:
        yield "url", clean(told["url"]).url
    for name in ("author", "editor"):
        if people := _people(told.get(name, "")):
            yield name, people
    dates = find_dates(told.get("date") or told.get("year") or "") or find_dates(
        told.get("year", "")
    )
    if dates:
        date = dates[0].date
        yield "year", date.year
        if date.month:
            yield "month", date.month
        if date.day:
            yield "day", date.day
    if accessed := find_dates(told.get("urldate", "")):
        yield "urldate", str(accessed[0].date)


def _people(cell: str) -> tuple[Name, ...]:
    from cite.recognisers.fields.names import read_name

    names = (read_name(one) for one in re.split(r"\s*;\s*|\s+and\s+|\s*\|\s*", cell) if one.strip())
    return tuple(name for name in names if name != Name())
