"""Notes typed by hand: raised labels in the text, and a list that begins with them.

What word processors and pages have where their author did not use the notes of the program: `<sup>iv</sup>`
and, at the end, paragraphs that begin with `iv`, or a numbered list under a heading such as Notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cite.model.document import ParagraphKind, Run, Style, anchor_of
from cite.model.notes import int_to_roman
from cite.readers.flow import Block, Call, part_of, stretches, trimmed, without
from cite.readers.markdown.by_hand import TITLE
from cite.readers.markdown.labels import (
    LABEL,
    RAISED,
    UNRAISED,
    is_exponent,
    is_label,
    label_number,
    notation,
)

_CALL = re.compile(
    rf"[\[(]?(?P<first>{LABEL})[\])]?(?P<more>(?:\s?[,;–-]\s?[\[(]?(?:{LABEL})[\])]?){{0,9}})"
)
_NEXT = re.compile(rf"(?P<sign>[,;–-])\s?[\[(]?(?P<label>{LABEL})")
_IN_TEXT = re.compile(rf"(?P<raised>{RAISED})|\[(?P<bracketed>{LABEL})\]")
_PRINTED = re.compile(
    rf"\s*(?:\[(?P<bracketed>{LABEL})\][.:]?|\((?P<round>{LABEL})\)|(?P<stop>{LABEL})[.):]|(?P<raised>{RAISED}))\s*(?=\S)"
)
_BARE = re.compile(r"\s*(?P<bare>\d{1,3})\s+(?=[^\W\d])")
_AUTOMATIC = re.compile(rf"[\[(]?(?P<label>{LABEL})[\]).:]{{0,2}}\s*")
_CALLED = 0.5
"""Share of a list's labels that the text must call before the list is taken for notes."""
_LONGEST_RANGE = 20
_LONGEST_TITLE = 60
_LONGEST_CALL = 100


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A note of such a list."""

    key: str
    label: str
    blocks: tuple[Block, ...]
    """Its paragraphs, the label taken off."""
    list: int
    """Which list of the document it stands in, from 0."""


def with_typed_notes(blocks: Sequence[Block]) -> tuple[list[Block], list[TypedNote]]:
    """The text with its calls, without the lists of notes; and the notes."""
    lists = _lists(blocks)
    if not lists:
        return list(blocks), []
    body: list[Block] = []
    notes: list[TypedNote] = []
    before = 0
    keys: dict[str, str] = {}
    for number, (start, end, items) in enumerate(lists):
        keys = {label: f"typed:{number}:{label}" for label, _ in items}
        printed = any(
            (block.label or block.text).lstrip().startswith("[") for block in blocks[start:end]
        )
        body += (_with_calls(block, keys, printed) for block in blocks[before:start])
        notes += (TypedNote(keys[label], label, tuple(own), number) for label, own in items)
        before = end
    body += (_with_calls(block, keys, False) for block in blocks[before:])
    return body, notes


_Items = list[tuple[str, list[Block]]]


def _lists(blocks: Sequence[Block]) -> list[tuple[int, int, _Items]]:
    """Where each list of notes begins and ends, and its notes."""
    found: list[tuple[int, int, _Items]] = []
    called: set[str] = set()
    last_rule = max((at for at, block in enumerate(blocks) if block.rule), default=-1)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        titled = _is_title(block)
        start = at + 1 if titled else at
        if titled or at == last_rule or _raised_label(block) or _automatic(block):
            end, items = _list_from(blocks, start, titled or at == last_rule)
            labels = [label for label, _ in items]
            if labels and sum(label in called for label in labels) >= _CALLED * len(labels):
                found.append((start, end, items))
                called, at = set(), end
                continue
        called |= {label for _, _, labels in _calls(block, frozenset(), True) for label in labels}
        at += 1
    return found


def _is_title(block: Block) -> bool:
    text = block.text
    return not block.label and len(text) <= _LONGEST_TITLE and bool(TITLE.match(text))


def _list_from(blocks: Sequence[Block], start: int, announced: bool) -> tuple[int, _Items]:
    """The list that begins at `start`: its end, and its items with the paragraphs that go on with each."""
    items: _Items = []
    automatic = start < len(blocks) and bool(_automatic(blocks[start]))
    at = start
    while at < len(blocks):
        block = blocks[at]
        if block.kind is ParagraphKind.HEADING or (items and _is_title(block)):
            break
        label, own = _labelled(block, announced, automatic)
        if label and _goes_up(items, label):
            items.append((label, [own]))
        elif items and announced and block.kind is not ParagraphKind.TABLE:
            items[-1][1].append(block)
        elif block.runs:
            break
        at += 1
    return at, items


def _goes_up(items: _Items, label: str) -> bool:
    """Whether a label counts on from the one before it; marks that count nothing always do."""
    before = label_number(items[-1][0]) if items else None
    this = label_number(label)
    if items and notation(items[-1][0]) != notation(label) and this is not None:
        return False
    return before is None or this is None or before <= this <= before + _LONGEST_RANGE


def _labelled(block: Block, announced: bool, automatic: bool) -> tuple[str, Block]:
    """The label with which a paragraph begins, and the paragraph without it; nothing where it has none."""
    if block.label and (label := _automatic(block)):
        return label, block
    if automatic:
        return "", block
    if raised := _raised_label(block):
        return raised[0], trimmed(part_of(block, raised[1], len(block.text)))
    if not announced:
        return "", block
    text = block.text
    if printed := _PRINTED.match(text) or _BARE.match(text):
        label = next(filter(None, printed.groups())).translate(UNRAISED)
        if is_label(label):
            return label, part_of(block, printed.end(), len(text))
    return "", block


def _automatic(block: Block) -> str:
    found = _AUTOMATIC.fullmatch(block.label) if block.label else None
    return found["label"] if found and is_label(found["label"]) else ""


def _raised_label(block: Block) -> tuple[str, int] | None:
    """The raised label with which a paragraph begins, and where it ends."""
    raised, size = "", 0
    for run in block.runs:
        if Style.SUPERSCRIPT not in run.style and run.text.strip():
            break
        raised, size = raised + run.text, size + len(run.text)
        if len(raised) > _LONGEST_RANGE:
            return None
    if not raised.strip():
        match = re.match(rf"\s*(?P<raised>{RAISED})\s*(?=\S)", block.text)
        return (match["raised"].translate(UNRAISED), match.end()) if match else None
    found = _AUTOMATIC.fullmatch(raised.strip())
    if not found or not is_label(found["label"]) or size >= len(block.text):
        return None
    return found["label"], size


_Found = tuple[int, int, list[str]]


def _with_calls(block: Block, keys: dict[str, str], printed: bool) -> Block:
    """A paragraph with its typed calls taken out of the text and noted."""
    found = list(_calls(block, frozenset(keys), printed))
    if not found:
        return block
    spans = [(start, end) for start, end, _ in found]
    anchors = map(anchor_of, stretches(block.runs, spans))
    calls = [
        (start, Call(keys.get(label, ""), label, anchor))
        for (start, _, labels), anchor in zip(found, anchors, strict=True)
        for label in labels
    ]
    return without(replace(block, calls=(*block.calls, *calls)), spans)


def _calls(block: Block, labels: frozenset[str], bracketed: bool) -> Iterator[_Found]:
    """Where a paragraph calls notes, and which. Of `[4]` those in `labels`, others where notes are so printed."""
    text = block.text
    raised = list(_raised_stretches(block))
    notations = set(map(notation, labels))
    for start, end in raised:
        found = _CALL.fullmatch(text[start:end])
        called = [label for label in _each(found) if is_label(label)] if found else []
        if called and not _is_power(text, start, called[0], labels, notations):
            yield start, end, called
    if not _IN_TEXT.search(text):
        return
    spared = _spared(block)
    for match in _IN_TEXT.finditer(text):
        label = (match["raised"] or match["bracketed"]).translate(UNRAISED)
        if spared[match.start()] or not is_label(label):
            continue
        if (match["raised"] and not is_exponent(text, match.start(), label)) or (
            match["bracketed"]
            and (label in labels or (bracketed and (not labels or notation(label) in notations)))
        ):
            yield match.start(), match.end(), [label]


def _is_power(text: str, at: int, label: str, labels: frozenset[str], notations: set[str]) -> bool:
    """Whether what is raised is no call: by what it follows, or by the notes there are."""
    if is_exponent(text, at, label):
        return True
    attached = text[max(0, at - 1) : at].isalnum()
    return attached and bool(labels) and label not in labels and notation(label) not in notations


def _each(match: re.Match[str]) -> Iterator[str]:
    """The labels that a call names, ranges filled in."""
    yield match["first"]
    before = match["first"]
    for further in _NEXT.finditer(match["more"]):
        label = further["label"]
        first, last = label_number(before), label_number(label)
        if further["sign"] in "–-" and first and last and first < last < 4000:
            between = range(first + 1, min(last, first + _LONGEST_RANGE))
            yield from (str(n) if label.isdigit() else int_to_roman(n) for n in between)
        yield label
        before = label


def _raised_stretches(block: Block) -> Iterator[tuple[int, int]]:
    """Where text is raised, blanks at the ends left out."""
    at, start, text = 0, -1, block.text
    for run in (*block.runs, Run("")):
        raised = Style.SUPERSCRIPT in run.style
        if raised and start < 0:
            start = at
        elif not raised and start >= 0:
            words = text[start:at] if at - start < _LONGEST_CALL else ""
            if words.strip():
                first = start + len(words) - len(words.lstrip())
                yield first, first + len(words.strip())
            start = -1
        at += len(run.text)


def _spared(block: Block) -> bytes:
    """One byte a character: 1 in code, in links and in what is raised, where plain text calls no note."""
    return b"".join(
        (b"\1" if run.href or run.style & (Style.CODE | Style.SUPERSCRIPT) else b"\0")
        * len(run.text)
        for run in block.runs
    )
