"""References into a bibliography that is already there, which its owner may have edited."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cite.formats.bibtex.blocks import Bibliography, Block, split
from cite.formats.bibtex.digest import DIGEST, digest
from cite.formats.bibtex.names import write_names
from cite.formats.bibtex.reading import read_entry
from cite.formats.bibtex.types import Dialect
from cite.formats.bibtex.writing import NOTE, copy_in_words, entry_texts, verbatim, write_entry
from cite.formats.latex import unescape
from cite.formats.safe_text import visible
from cite.model.entries import Entry, FieldValue
from cite.model.findings import Finding, Level
from cite.model.references import Reference

_FOUND_LATER = ("archiveurl", "archivedate")
"""What checking adds and no note says: reading the notes again must not take it away."""

_NO_KEY = re.compile(r"[\s{}(),\"'=#%\\~@\x00-\x20\x7f-\xa0]+")
"""What ends a key, or is taken for something else in one."""


def merge(
    old: Bibliography, references: Sequence[Reference], dialect: Dialect = Dialect.BIBLATEX
) -> tuple[str, tuple[Finding, ...]]:
    """The bibliography with these references in it, and what a person should know.

    Entries keep their place. One that was edited by hand stays as it is and the difference is told; one
    that was not is written again where its note says something new. Everything else is kept byte for byte.
    """
    wanted = _wanted(references, {block.key for block in old.entries})
    pieces: list[str] = []
    findings: list[Finding] = []
    cursor = 0
    there = set()
    for block in old.entries:
        if block.repeated_key:
            continue
        there.add(block.key)
        text, said = _kept_or_rewritten(old.text, block, wanted.get(block.key), dialect)
        findings += said
        if text is not None:
            pieces += [old.text[cursor : block.start], text]
            cursor = block.end
    kept = "".join(pieces) + old.text[cursor:]
    new = [one for key, one in wanted.items() if key not in there]
    findings += _undated(new)
    return _appended(kept, [write_entry(one, dialect) for one in new]), tuple(findings)


def _undated(new: Sequence[Reference]) -> Iterable[Finding]:
    """Said once of all that are written without a date: styles leave a gap there or print *n.d.*"""
    keys = [one.key for one in new if not _DATED & set(one.entry.fields)]
    if keys:
        few = ", ".join(keys[:_NAMED]) + (" …" if len(keys) > _NAMED else "")
        yield Finding("undated", Level.INFO, f"Written without a date: {few} ({len(keys)} in all).")


_DATED = frozenset(("year", "date", "crossref"))
"""A chapter has the date of its volume."""
_NAMED = 8


def _wanted(references: Sequence[Reference], used: Collection[str]) -> dict[str, Reference]:
    """What there is to write, each work under a key in use or one BibTeX can hold, and no other work has."""
    wanted: dict[str, Reference] = {}
    for reference in references:
        if not reference.entry.fields:
            continue
        stem = key = reference.key if reference.key in used else _plain_key(reference.key)
        number = 1
        while key in wanted and wanted[key].entry.fields != reference.entry.fields:
            number += 1
            key = f"{stem}-{number}"
        wanted[key] = reference if key == reference.key else replace(reference, key=key)
    return {key: _in_its_volume(one, wanted) for key, one in wanted.items()}


def _in_its_volume(reference: Reference, wanted: Mapping[str, Reference]) -> Reference:
    """A chapter that refers to its volume is part of a book or of a collection, as the volume is one.

    biber inherits a title as `booktitle` from a book to its `@inbook` and from a collection to its
    `@incollection`, not across; a volume that is not written gives nothing.
    """
    fields = reference.entry.fields
    if "crossref" not in fields:
        return reference
    volume = wanted.get(str(fields["crossref"]))
    if volume is None or not {"author", "editor"} & set(volume.entry.fields):
        alone = {name: value for name, value in fields.items() if name != "crossref"}
        return replace(reference, entry=replace(reference.entry, fields=alone))
    kind = "inbook" if "author" in volume.entry.fields else "incollection"
    return replace(reference, entry=replace(reference.entry, entry_type=kind))


def _plain_key(key: str) -> str:
    return _NO_KEY.sub("-", visible(key)).strip("-") or "reference"


def _appended(kept: str, added: Sequence[str]) -> str:
    """New entries below the rest, with the line ends the file has."""
    if not added:
        return kept
    text = "\n".join(added)
    gap = (
        "" if not kept.strip() or kept.endswith("\n\n") else "\n" if kept.endswith("\n") else "\n\n"
    )
    gap, text = _ended_as(kept, gap), _ended_as(kept, text)
    return (kept if kept.strip() else "") + gap + text


def _ended_as(file: str, text: str) -> str:
    """Text with the line ends of the file it goes into."""
    return text.replace("\n", "\r\n") if "\r\n" in file else text


def _kept_or_rewritten(
    old: str, block: Block, wanted: Reference | None, dialect: Dialect
) -> tuple[str | None, Iterable[Finding]]:
    """New text for an entry, or None where it stays as it is."""
    ours = DIGEST in block.fields
    if wanted is None:
        message = f"{block.key} is in the bibliography, but no note cites it any more."
        return None, [Finding("entry-not-cited", Level.INFO, message)] if ours else []
    if ours and block.fields[DIGEST] == digest(block.kind, block.fields):
        told = _with_what_was_found(block, wanted)
        kind, texts = entry_texts(told, dialect)
        unchanged = digest(kind, texts) == block.fields[DIGEST]
        rewritten = write_entry(told, dialect).rstrip("\n")
        return None if unchanged else _ended_as(old, rewritten), []
    copied = _with_copy(old, block, wanted, dialect)
    if wanted.raw == old[block.start : block.end]:
        return copied, []
    (new,) = split(write_entry(wanted, dialect)).entries
    return copied, _differences(block.key, read_entry(block), read_entry(new), ours)


def _with_what_was_found(block: Block, wanted: Reference) -> Reference:
    if not any(name in block.fields for name in _FOUND_LATER):
        return wanted
    here = read_entry(block).fields
    if "archiveurl" in wanted.entry.fields or here.get("url") != wanted.entry.fields.get(
        "url", here.get("url")
    ):
        return wanted
    found = {name: here[name] for name in _FOUND_LATER if name in here}
    return (
        replace(wanted, entry=replace(wanted.entry, fields={**wanted.entry.fields, **found}))
        if found
        else wanted
    )


def _with_copy(old: str, block: Block, wanted: Reference, dialect: Dialect) -> str | None:
    """A hand-made entry with the archived copy added as fields of its own, and not a byte changed otherwise."""
    fields = wanted.entry.fields
    if "archiveurl" not in fields or "archiveurl" in block.fields:
        return None
    more = {name: verbatim(str(fields[name])) for name in _FOUND_LATER if name in fields}
    name, words = copy_in_words(more, dialect)
    if name not in block.fields:
        more[name] = words
    raw = old[block.start : block.end]
    body, close = raw[:-1].rstrip(), raw[-1]
    comma = "" if body.endswith(",") else ","
    added = "".join(f"\n  {name:<13} = {{{value}}}," for name, value in more.items()) + "\n"
    return f"{body}{comma}{_ended_as(old, added)}{close}"


def _differences(key: str, here: Entry, note: Entry, ours: bool) -> Iterable[Finding]:
    """What a hand-made or edited entry says otherwise than the note."""
    told = [
        f"{name} is “{_shown(here.fields.get(name, ''))}” here and “{_shown(value)}” in the note"
        for name, value in note.fields.items()
        if name not in (NOTE, *_FOUND_LATER) and not _alike(here.fields.get(name, ""), value)
    ]
    if ours:
        told += [
            f"{name} “{_shown(value)}” stands only here"
            for name, value in here.fields.items()
            if name not in (*note.fields, NOTE, "addendum", "keywords", *_FOUND_LATER)
        ]
    if told:
        more = f" and {len(told) - 6} more" if len(told) > 6 else ""
        message = f"{key} was edited by hand and is left as it is: {'; '.join(told[:6])}{more}."
        yield Finding("edited-by-hand", Level.INFO, message)


def _shown(value: FieldValue) -> str:
    return unescape(write_names(value)) if isinstance(value, tuple) else str(value)


def _alike(one: FieldValue, other: FieldValue) -> bool:
    return _plainly(one) == _plainly(other)


def _plainly(value: FieldValue) -> str:
    """Without what the notation adds or takes: case marks, kinds of dash and quotation mark."""
    shown = _shown(value).translate(str.maketrans("–—‐‑−“”’‘\u00a0", "-----\"\"'' "))
    return " ".join(shown.replace("--", "-").split())
