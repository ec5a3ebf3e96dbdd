"""The source cut into notes, code, headings and paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cite.readers.markdown.labels import DEFINITION, note_label

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r"^ {0,3}(?:-[ -]{2,}|\*[ *]{2,}|_[ _]{2,})$")
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\(?\w{1,4}[.)])\s")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and where they begin."""

    line: int
    text: str
    kind: str
    """`text`, `code`, `heading`, `rule` or `note`."""
    label: str = ""


def blocks(source: str) -> Iterator[Block]:
    """The source cut into notes, code, headings, rules and paragraphs, in order."""
    lines = source.split("\n")
    index = _after_front_matter(lines)
    indented_prose = _indents_its_prose(lines)
    after_list = False
    while index < len(lines):
        line = lines[index]
        if not line.strip():
            index += 1
            continue
        start = index
        if _RULE.match(line):
            index += 1
            yield Block(start + 1, line, "rule")
        elif fence := _FENCE.match(line):
            index = _after_fence(lines, index, fence[1])
            yield Block(start + 1, "\n".join(lines[start:index]), "code")
        elif definition := DEFINITION.match(line):
            index = _after_definition(lines, index)
            text = "\n".join(lines[start:index]).rstrip()
            yield Block(start + 1, text, "note", definition["label"])
        elif label := note_label(line):
            index = _after_note(lines, index)
            yield Block(start + 1, "\n".join(lines[start:index]), "note", label)
        elif _INDENTED.match(line) and not after_list and not indented_prose:
            index = _after_indented(lines, index)
            yield Block(start + 1, "\n".join(lines[start:index]), "code")
        elif _HEADING.match(line):
            index += 1
            yield Block(start + 1, line, "heading")
        else:
            index = _after_paragraph(lines, index)
            yield Block(start + 1, "\n".join(lines[start:index]), "text")
        if not _INDENTED.match(line):
            after_list = any(_LIST_ITEM.match(text) for text in lines[start:index])


def _after_front_matter(lines: list[str]) -> int:
    if lines and lines[0].strip() == "---":
        for index in range(1, min(len(lines), 500)):
            if lines[index].strip() in ("---", "..."):
                return index + 1
    return 0


def _indents_its_prose(lines: list[str]) -> bool:
    """Whether paragraphs begin with an indent, as typists do it: then an indent is no sign of code."""
    starts = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if line and not before.strip()
    ]
    return 2 * sum(bool(_INDENTED.match(line)) for line in starts) > len(starts)


def _after_indented(lines: list[str], index: int) -> int:
    end = index
    while end < len(lines) and _INDENTED.match(lines[end]):
        end += 1
    return end


def _after_fence(lines: list[str], index: int, fence: str) -> int:
    for end in range(index + 1, len(lines)):
        stripped = lines[end].strip()
        if stripped.startswith(fence) and not stripped.strip(fence[0]):
            return end + 1
    return len(lines)


def _after_definition(lines: list[str], index: int) -> int:
    """A definition goes on over lazy lines, and over blank lines where indented text follows."""
    end = index + 1
    while end < len(lines):
        line = lines[end]
        if line.strip():
            indented = line.startswith(("    ", "\t"))
            if not indented and (
                not lines[end - 1].strip() or DEFINITION.match(line) or _HEADING.match(line)
                or note_label(line) or _FENCE.match(line)
            ):  # fmt: skip
                break
        else:
            following = next((text for text in lines[end : end + 3] if text.strip()), "")
            if not following.startswith(("    ", "\t")):
                break
        end += 1
    return end


def _after_note(lines: list[str], index: int) -> int:
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        if note_label(line) or _HEADING.match(line) or _RULE.match(line) or DEFINITION.match(line):
            break
        if re.match(r"\s*</(?:ul|ol|div)>", line, re.IGNORECASE):
            break
        end += 1
    return end


def _after_paragraph(lines: list[str], index: int) -> int:
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        if _FENCE.match(line) or _HEADING.match(line) or DEFINITION.match(line) or note_label(line):
            break
        end += 1
    return end
