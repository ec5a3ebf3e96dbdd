"""Notes that we wrote ourselves, kind by kind, with what should be read in them: the files of `training/fresh`.

A case is a paragraph: the note in Markdown behind `>`, then its items. An item begins with `-`: the type of
an entry, or `short` where a family and a year are all there is, or `xref` and the note it means; fields
stand below it, names as `Family, Given` with semicolons between them. The notes of one file are one article.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from cite.model.document import Run, plain
from cite.model.entries import Name
from cite.model.inputs import Input
from cite.model.notes import Document
from cite.pipeline import read
from training.compare import ALIASES
from training.gold import GoldCitation, GoldCrossReference, GoldDocument, GoldNote

FRESH = Path(__file__).with_name("fresh")
_NAMES = frozenset(("author", "editor", "translator"))


def documents(folder: Path = FRESH) -> list[GoldDocument]:
    """A document a file; nothing of them is ever trained on."""
    return [_document(path) for path in sorted(folder.glob("*.txt"))]


def _document(path: Path) -> GoldDocument:
    cases = [case.split("\n") for case in path.read_text("utf-8").strip().split("\n\n")]
    runs = _runs([lines[0].removeprefix("> ") for lines in cases])
    notes = tuple(
        GoldNote(str(label), run, (), tuple(_items(plain(run), lines[1:])))
        for label, (run, lines) in enumerate(zip(runs, cases, strict=True), 1)
    )
    return GoldDocument(f"fresh-{path.stem}", path.stem, notes, held=True)


def _runs(notes: list[str]) -> list[tuple[Run, ...]]:
    """The notes as the reader of Markdown hands them on."""
    markers = "".join(f"[^{label}]" for label in range(1, len(notes) + 1))
    article = [f"Text.{markers}", *(f"[^{label}]: {note}" for label, note in enumerate(notes, 1))]
    document = read(Input("fresh.md", "\n\n".join(article).encode()))
    return [note.runs for note in document.notes] if isinstance(document, Document) else []


Golden = GoldCitation | GoldCrossReference


def _items(text: str, lines: list[str]) -> Iterator[Golden]:
    heads = [at for at, line in enumerate(lines) if line.startswith("- ")]
    for number, (at, end) in enumerate(pairwise([*heads, len(lines)])):
        kind, _, target = lines[at][2:].partition(" ")
        fields = dict(line.strip().split(" = ", 1) for line in lines[at + 1 : end])
        start = _start(text, fields, len(text) * number // len(heads))
        if kind == "xref":
            yield GoldCrossReference(start, target or None, fields.get("locator"))
        else:
            yield _citation(start, kind, fields)


def _start(text: str, fields: dict[str, str], otherwise: int) -> int:
    """About where an item stands: at the first of its names, else at its title."""
    named = re.split("[,;]", fields.get("author", fields.get("editor", fields.get("title", ""))))[0]
    at = text.find(named.strip("{}"), otherwise // 2) if named else -1
    return at if at >= 0 else otherwise


def _citation(start: int, kind: str, fields: dict[str, str]) -> GoldCitation:
    values: dict[str, str | int | tuple[Name, ...]] = {
        ALIASES.get(name, name): int(value)
        if name == "year"
        else _names(value)
        if name in _NAMES
        else value
        for name, value in fields.items()
        if name not in ("locator", "container")
    }
    return GoldCitation(start, values, None if kind == "short" else kind, fields.get("locator", ""))


def _names(text: str) -> tuple[Name, ...]:
    return tuple(_name(name) for name in text.split("; "))


def _name(text: str) -> Name:
    if text.startswith("{") or text == "others":
        return Name(literal=text.strip("{}"))
    family, _, given = text.partition(", ")
    return Name(family, given)
