"""Notes kept as a plain numbered list, under a heading that says so or after the last rule."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.readers.markdown.blocks import Block
from cite.readers.markdown.labels import (
    LISTED,
    MARKER_OR_BRACKETS,
    is_label,
    label_number,
    labels_of,
)

_TITLE = re.compile(
    r"^[\s#*_]*(?:\d+\.?\s+)?(?:(?:end|foot)[ -]?notes?|notes?(?: and references| et références)?|references(?: and notes)?"
    r"|anmerkungen|fu(?:ß|ss)noten|endnoten|einzelnachweise|notes de (?:bas de page|fin)|références|notas|note a piè di pagina"
    r"|noten|noter|przypisy|примечания|сноски|注释|注釈|脚注|尾注|注)[\s:*_#]*$",
    re.IGNORECASE,
)
_CALLED = 0.5
"""Share of a list's labels that the text must call before the list is taken for notes."""


def with_listed_notes(found: Sequence[Block]) -> tuple[list[Block], bool]:
    """The blocks, with each item of such a list as a note of its own; and whether there was one."""
    blocks: list[Block] = []
    called: set[str] = set()
    last_rule = max((at for at, block in enumerate(found) if block.kind == "rule"), default=-1)
    listed = False
    at = 0
    while at < len(found):
        block = found[at]
        blocks.append(block)
        at += 1
        if block.kind in ("text", "heading"):
            called |= _labels_called(block.text)
        if at - 1 != last_rule and not (
            block.kind in ("text", "heading") and _TITLE.match(block.text)
        ):
            continue
        end, notes = _list_from(found, at)
        labels = [note.label for note in notes]
        if notes and sum(label in called for label in labels) >= _CALLED * len(labels):
            blocks += notes
            listed, at = True, end
    return blocks, listed


def _labels_called(text: str) -> set[str]:
    """What the text calls, `[^x]` aside: its notes are defined in their own way."""
    calls = (match for match in MARKER_OR_BRACKETS.finditer(text) if not match["pandoc"])
    return {label for match in calls for label in labels_of(match)}


def _list_from(found: Sequence[Block], start: int) -> tuple[int, list[Block]]:
    """Where the list that begins at `start` ends, and its items."""
    items: list[Block] = []
    at = start
    while at < len(found):
        block = found[at]
        if block.kind in ("text", "code") and LISTED.match(block.text):
            items += _items(block)
        elif items and block.kind in ("text", "code") and block.text.startswith(("  ", "\t")):
            items[-1] = replace(items[-1], text=f"{items[-1].text}\n\n{block.text}")
        else:
            break
        at += 1
    return at, _numbered(items)


def _items(block: Block) -> Iterator[Block]:
    """A list's lines, cut where a new label begins."""
    lines = block.text.split("\n")
    starts = [n for n, line in enumerate(lines) if LISTED.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        match = LISTED.match(lines[start])
        assert match
        label = match["brackets"] or match["stop"]
        yield Block(block.line + start, "\n".join(lines[start:end]), "note", label)


def _numbered(items: list[Block]) -> list[Block]:
    """Items whose labels count up; `1. 1. 1.` counts by itself, as in CommonMark; else no list of notes."""
    if len(items) > 1 and {item.label for item in items} == {"1"}:
        items = [replace(item, label=str(number)) for number, item in enumerate(items, 1)]
    numbers = [label_number(item.label) if is_label(item.label) else None for item in items]
    counted = [number for number in numbers if number is not None]
    return items if len(counted) == len(items) and counted == sorted(counted) else []
