"""BibTeX text to its blocks and back. The only module that knows bibtexparser."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Block:
    """One entry as it stands in the file."""

    kind: str
    """Entry type, in lower case."""
    key: str
    fields: Mapping[str, str]
    """Values without their delimiters, macros replaced, names in lower case."""
    start: int
    """Where it begins in the text; it ends at `end`."""
    end: int
    line: int
    repeated_fields: tuple[str, ...] = ()
    """Fields given twice; the first of each counts, as for BibTeX."""
    repeated_key: bool = False
    """An entry further up has the same key."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What cannot be read as a block, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """A file in its parts. What is no entry, such as comments and strings, stands only in its text."""

    text: str
    entries: tuple[Block, ...]
    broken: tuple[Broken, ...] = ()


def split(text: str) -> Bibliography:
    """Its entries and its broken places, in one pass."""
    from bibtexparser import parse_string
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
        String,
    )

    # Broken entries become findings; the library would print them as well.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)
    macros: dict[str, str] = {}
    entries: list[Block] = []
    broken: list[Broken] = []
    keys: set[str] = set()
    cursor = 0
    for block in parse_string(text, parse_stack=[]).blocks if text.strip() else ():
        line = (block.start_line or 0) + 1
        inner = block
        while isinstance(inner, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            inner = inner.ignore_error_block
        # Comments count as well: an entry may be quoted in one that stands before it. What is broken may
        # reach into the entry behind it.
        start = text.find(inner.raw, cursor) if inner.raw else -1
        if start >= 0:
            cursor = start + (1 if isinstance(inner, ParsingFailedBlock) else len(inner.raw))
        if (
            isinstance(inner, Entry)
            and start >= 0
            and (key := inner.key.strip())
            and key.isprintable()
            and " " not in key
        ):
            entries.append(_entry(inner, macros, start, cursor, line, key in keys))
            keys.add(key)
        elif isinstance(inner, Entry):
            broken.append(
                Broken(line, "it has no key, or one with blanks or control characters in it")
            )
        elif isinstance(inner, String):
            macros[inner.key.lower()] = value_of(inner.value, macros)
        elif isinstance(inner, ParsingFailedBlock):
            broken.append(Broken(line, _reason(inner)))
    return Bibliography(text, tuple(entries), tuple(broken))


def _entry(
    block: Any, macros: Mapping[str, str], start: int, end: int, line: int, repeated_key: bool
) -> Block:
    # Reversed, so that of a field given twice the first one counts.
    fields = {field.key.lower(): value_of(field.value, macros) for field in reversed(block.fields)}
    names = [field.key.lower() for field in block.fields] if len(fields) < len(block.fields) else []
    repeated = dict.fromkeys(name for name in names if names.count(name) > 1)
    return Block(
        block.entry_type.lower(), block.key.strip(), fields, start, end, line, tuple(repeated), repeated_key
    )  # fmt: skip


def _reason(block: Any) -> str:
    reason = getattr(block.error, "abort_reason", None) or str(block.error) or "it is broken"
    return str(reason).split("\n")[0].strip().rstrip(".")


_PART = re.compile(r'\s*(?:(?P<open>[{"])|(?P<word>[^\s#{}"]+))')


def value_of(raw: str, macros: Mapping[str, str]) -> str:
    """A field's value: delimiters taken off, `#` joined, macros replaced; months stay as they are."""
    if raw[:1] == "{" and raw[-1:] == "}" and "#" not in raw:
        return raw[1:-1]
    if raw.isdigit():
        return raw
    parts, at = [], 0
    while match := _PART.match(raw, at):
        if word := match["word"]:
            parts.append(macros.get(word.lower(), word))
            at = match.end()
        else:
            end = _closing(raw, match.end(), match["open"])
            parts.append(raw[match.end() : end])
            at = end + 1
        at = raw.find("#", at) + 1 or len(raw)
    return "".join(parts)


def _closing(raw: str, start: int, delimiter: str) -> int:
    """Where a value that was opened ends; the end of the text where it never does."""
    depth = 0
    for match in re.compile(r'(?<!\\)[{}"]').finditer(raw, start):
        sign = match[0]
        if depth == 0 and sign == ("}" if delimiter == "{" else '"'):
            return match.start()
        depth += (sign == "{") - (sign == "}")
    return len(raw)


def render(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry as text, one field a line, from values that need no more escaping."""
    from bibtexparser import BibtexFormat, Library, write_string
    from bibtexparser.model import Entry, Field

    block = Entry(kind, key, [Field(name, _delimited(name, text)) for name, text in fields.items()])
    form = BibtexFormat()
    form.indent, form.trailing_comma, form.value_column = "  ", True, 16
    text: str = write_string(Library([block]), unparse_stack=[], bibtex_format=form)
    return text.strip() + "\n"


_MONTH_AND_DAY = re.compile(r"([a-z]{3})~(\d{1,2})")


def _delimited(name: str, text: str) -> str:
    if name == "month" and text in MONTHS:
        return text
    if name == "month" and (match := _MONTH_AND_DAY.fullmatch(text)):
        return f'{match[1]} # "~{match[2]}"'
    if name in ("year", "day", "volume", "number") and text.isascii() and text.isdigit():
        return text
    return f"{{{text}}}"
