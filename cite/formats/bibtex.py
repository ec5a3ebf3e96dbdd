"""BibTeX to and from entries. The only module that knows bibtexparser.

One file serves biber and bibtex: types both know (techreport, phdthesis, incollection …), `year` with a
`month` macro and `day`, text escaped, addresses and identifiers left alone. Fields kept for the editor
are `annotation` (the raw note behind its label) and `verba` (a digest of what was written, so that an
edit by hand is noticed and kept).
"""

import hashlib
import logging
import re
from collections.abc import Mapping, Sequence
from typing import Any

from cite.formats.latex import escape, unescape
from cite.model.document import Link, Span
from cite.model.findings import Finding, Level, Place
from cite.model.references import Entry, FieldValue, Name, PartialDate, Reference, ReferenceList

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
VERBATIM = frozenset("url doi eprint verba archiveurl isbn issn urldate archivedate pmid".split())
ORDER = (
    "author", "editor", "translator", "title", "journal", "booktitle", "edition", "series", "volume",
    "number", "pages", "school", "institution", "organization", "publisher", "address", "howpublished",
    "year", "month", "day", "doi", "isbn", "issn", "eprint", "url", "urldate",
)  # fmt: skip
_PLAIN_TYPES = {
    "online": "misc", "jurisdiction": "misc", "legislation": "misc", "report": "techreport", "thesis": "phdthesis",
}  # fmt: skip
_FROM_BIBLATEX = {"journaltitle": "journal", "location": "address", "maintitle": "booktitle"}
DIGEST = "verba"
NOTE = "annotation"


def write_entry(reference: Reference, extra: Mapping[str, str] | None = None) -> str:
    """One entry as text, digest included."""
    fields = _texts(reference, extra or {})
    kind = _PLAIN_TYPES.get(reference.entry.entry_type, reference.entry.entry_type)
    fields[DIGEST] = _digest(kind, fields)
    return _render(kind, reference.key, fields)


def _texts(reference: Reference, extra: Mapping[str, str]) -> dict[str, str]:
    """Field texts as they stand between braces, in the order in which they are written."""
    entry = reference.entry
    fields = dict(entry.fields)
    for link in reference.links:
        if "doi.org/10." not in link.url.lower() or "doi" not in fields:
            fields.setdefault("url", link.url)
    names = [*(name for name in ORDER if name in fields), *sorted(set(fields) - set(ORDER))]
    texts = {name: _text(name, fields[name]) for name in names}
    if entry.entry_type in ("jurisdiction", "legislation", "online"):
        texts.setdefault("keywords", entry.entry_type)
    texts |= {name: value if name in VERBATIM else escape(value) for name, value in extra.items()}
    if reference.notes and reference.raw:
        texts[NOTE] = escape(f"Note {reference.notes[0]}: {reference.raw}")
    elif reference.raw:
        texts[NOTE] = escape(reference.raw)
    return {name: text for name, text in texts.items() if text}


def _text(name: str, value: FieldValue) -> str:
    if isinstance(value, tuple):
        return " and ".join(write_name(one) for one in value)
    if name == "month" and isinstance(value, int) and 1 <= value <= 12:
        return MONTHS[value - 1]
    if name == "pages":
        return escape(str(value)).replace("–", "--")
    return _safe_verbatim(str(value)) if name in VERBATIM else escape(str(value))


def _safe_verbatim(text: str) -> str:
    """An address as it is, except for what would break the file: braces, blanks and controls."""
    codes = {"{": "%7B", "}": "%7D", " ": "%20"}
    return "".join(codes.get(c, c) for c in text if c.isprintable())


def write_name(name: Name) -> str:
    """`van der Berg, Jr, Jan`, or an organisation in braces of its own."""
    if name.literal:
        return "others" if name.literal == "others" else f"{{{escape(name.literal)}}}"
    family = f"{name.particle} {name.family}".strip()
    parts = [family, name.suffix, name.given] if name.suffix else [family, name.given]
    return escape(", ".join(part for part in parts if part))


def _digest(kind: str, fields: Mapping[str, str]) -> str:
    told = "\n".join(
        [
            kind,
            *(f"{name}={_folded(text)}" for name, text in sorted(fields.items()) if name != DIGEST),
        ]
    )
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _render(kind: str, key: str, fields: Mapping[str, str]) -> str:
    from bibtexparser import BibtexFormat, Library, write_string
    from bibtexparser.model import Entry as Block
    from bibtexparser.model import Field

    block = Block(kind, key, [Field(name, _braced(name, text)) for name, text in fields.items()])
    form = BibtexFormat()
    form.indent, form.trailing_comma, form.value_column = "  ", True, 16
    text: str = write_string(Library([block]), unparse_stack=[], bibtex_format=form)
    return text.strip() + "\n"


def _braced(name: str, text: str) -> str:
    if (name == "month" and text in MONTHS) or (
        name in ("year", "day", "volume", "number") and text.isdigit()
    ):
        return text
    return f"{{{text}}}"


def merge(
    old: str, references: Sequence[Reference], extra: Mapping[str, Mapping[str, str]] | None = None
) -> tuple[str, tuple[Finding, ...]]:
    """The bibliography with these references in it, and what a person should know.

    Entries already there keep their place; those edited by hand are kept as they are and the difference
    is told; blocks that are not ours, comments and strings are kept byte for byte.
    """
    blocks = _blocks(old)
    by_key = {block.key: block for block in blocks if _is_entry(block)}
    wanted = {reference.key: reference for reference in references if reference.entry.fields}
    pieces: dict[str, str] = {}
    findings: list[Finding] = []
    for key, block in by_key.items():
        fields = _raw_fields(block)
        if key not in wanted:
            if DIGEST in fields:
                findings.append(
                    Finding(
                        "entry-not-cited",
                        Level.INFO,
                        f"{key} is in the bibliography, but no note cites it any more.",
                    )
                )
            continue
        new = write_entry(wanted[key], (extra or {}).get(key))
        untouched = fields.get(DIGEST) == _digest(block.entry_type.lower(), fields)
        if untouched:
            pieces[key] = new
        else:
            findings += _edited(key, fields, new)
    text = old
    for key, new in pieces.items():
        raw = by_key[key].raw
        if raw.strip() != new.strip():
            text = text.replace(raw, new.rstrip("\n"), 1)
    added = [
        write_entry(reference, (extra or {}).get(key))
        for key, reference in wanted.items()
        if key not in by_key
    ]
    if added:
        text = text.rstrip("\n") + "\n\n" * bool(text.strip()) + "\n".join(added)
    return text.rstrip("\n") + "\n" if text.strip() else "", tuple(findings)


def _edited(key: str, fields: Mapping[str, str], new: str) -> list[Finding]:
    block = next(block for block in _blocks(new) if _is_entry(block))
    other = _raw_fields(block)
    names = sorted(
        name
        for name in {*fields, *other} - {DIGEST}
        if _folded(fields.get(name, "")) != _folded(other.get(name, ""))
    )
    if not names:
        return []
    told = ", ".join(
        f"{name} is “{unescape(fields.get(name, ''))}” here and “{unescape(other.get(name, ''))}” in the note"
        for name in names[:4]
    )
    return [
        Finding(
            "edited-by-hand", Level.INFO, f"{key} was edited by hand and is left as it is: {told}."
        )
    ]


def parse(text: str, path: str) -> ReferenceList:
    """The entries of a .bib file as references; what cannot be read is a finding with its line."""
    references: list[Reference] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for block in _blocks(text):
        line = (block.start_line or 0) + 1
        place = Place(path, line, 1)
        if not _is_entry(block):
            if (
                type(block).__name__.endswith("ParsingFailedBlock")
                or "Failed" in type(block).__name__
            ):
                message = (
                    f"This entry cannot be read: {getattr(block, 'error', 'it is broken')}".split(
                        "\n"
                    )[0]
                )
                findings.append(Finding("broken-entry", Level.ERROR, message, place))
            continue
        if block.key in seen:
            findings.append(
                Finding("duplicate-key", Level.ERROR, f"The key {block.key} is there twice.", place)
            )
        seen.add(block.key)
        references.append(_reference(block, place))
    duplicates = [
        block for block in _blocks(text) if type(block).__name__ == "DuplicateBlockKeyBlock"
    ]
    for block in duplicates:
        inner: Any = block.ignore_error_block
        if inner is not None and _is_entry(inner):
            references.append(_reference(inner, Place(path, (block.start_line or 0) + 1, 1)))
    return ReferenceList(path, tuple(references), tuple(findings))


def entries(text: str) -> dict[str, Entry]:
    """The entries of a bibliography by key."""
    return {reference.key: reference.entry for reference in parse(text, "").references}


def _blocks(text: str) -> list[Any]:
    from bibtexparser import parse_string

    # Broken entries are findings of ours; the library would print them as well.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    return list(parse_string(text, parse_stack=[]).blocks) if text.strip() else []


def _is_entry(block: Any) -> bool:
    return type(block).__name__ == "Entry"


def _raw_fields(block: Any) -> dict[str, str]:
    """Field texts without their delimiters, names in lower case."""
    return {field.key.lower(): _undelimited(str(field.value)) for field in block.fields}


def _undelimited(text: str) -> str:
    text = text.strip()
    if (text.startswith("{") and text.endswith("}")) or (
        text.startswith('"') and text.endswith('"') and len(text) > 1
    ):
        return text[1:-1]
    return text


def _reference(block: Any, place: Place) -> Reference:
    raw = _raw_fields(block)
    fields: dict[str, FieldValue] = {}
    for name, text in raw.items():
        name = _FROM_BIBLATEX.get(name, name)
        if name in (DIGEST, NOTE, "keywords") or not text.strip():
            continue
        if name in ("author", "editor", "translator"):
            fields[name] = read_names(text)
        elif name == "month":
            if month := _month(text):
                fields[name] = month
        elif name == "date":
            fields |= {key: value for key, value in _date(text).items() if key not in raw}
        elif name in ("year", "day") and (digits := re.search(r"\d+", text)):
            fields[name] = int(digits[0])
        elif name in VERBATIM:
            fields[name] = (
                text.strip()
                .strip("{}")
                .replace("\\_", "_")
                .replace("\\%", "%")
                .replace("\\&", "&")
                .replace("\\#", "#")
            )
        else:
            fields[name] = unescape(text)
    kind = block.entry_type.lower()
    if "url" in fields and kind == "misc":
        kind = "online"
    return Reference(
        block.key,
        Entry(kind, fields, block.key),
        _links(fields, raw),
        (),
        "",
        block.raw.strip(),
        place,
    )


def _links(fields: Mapping[str, FieldValue], raw: Mapping[str, str]) -> tuple[Link, ...]:
    urls: list[str] = []
    if url := fields.get("url"):
        urls.append(str(url))
    for name in ("howpublished", "note"):
        urls += [
            found.replace("\\_", "_")
            for found in re.findall(r"\\url\{([^}]*)\}", raw.get(name, ""))
        ]
    if doi := fields.get("doi"):
        doi = re.sub(r"^https?://(?:dx\.)?doi\.org/", "", str(doi))
        if not any(doi.lower() in url.lower() for url in urls):
            urls.append(f"https://doi.org/{doi}")
    eprint, kind = (
        fields.get("eprint"),
        str(raw.get("eprinttype", raw.get("archiveprefix", ""))).lower(),
    )
    if eprint and kind == "arxiv" and not urls:
        urls.append(f"https://arxiv.org/abs/{eprint}")
    return tuple(Link(url, url, url, Span(0, 0)) for url in dict.fromkeys(urls))


def read_names(text: str) -> tuple[Name, ...]:
    """BibTeX's name lists: `Last, First`, `Last, Jr, First`, `First von Last`, `{A Body}`."""
    return tuple(_read_name(part) for part in _split_and(text) if part.strip())


def _split_and(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _read_name(text: str) -> Name:
    text = text.strip()
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Name(literal=unescape(text))
    parts = [unescape(part) for part in re.split(r",(?![^{]*\})", text)]
    if len(parts) == 1:
        words = parts[0].split()
        if len(words) < 2:
            return Name(literal=parts[0])
        at = next((i for i, word in enumerate(words[1:-1], 1) if word[0].islower()), len(words) - 1)
        family, given = words[at:], words[:at]
    else:
        family, given = parts[0].split(), parts[-1].split()
    particle = []
    while len(family) > 1 and family[0][0].islower():
        particle.append(family.pop(0))
    return Name(
        " ".join(family), " ".join(given), " ".join(particle), parts[1] if len(parts) > 2 else ""
    )


def _month(text: str) -> int | None:
    word = text.strip().lower()
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return next((number for number, month in enumerate(MONTHS, 1) if word.startswith(month)), None)


def _date(text: str) -> dict[str, FieldValue]:
    match = re.match(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", text.strip())
    if not match:
        return {}
    date = PartialDate(*(int(part) for part in match.groups() if part))
    parts: dict[str, FieldValue | None] = {"year": date.year, "month": date.month, "day": date.day}
    return {key: value for key, value in parts.items() if value is not None}
