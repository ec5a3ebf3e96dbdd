"""Notes that only their labels tell: `<sup>iv</sup> …` at the head of a line, `[4] …`, or a number on a line of its own.

A raised or linked label says by itself that a note begins. A list says so where it stands under a heading such
as Notes, or after the last rule, and the text calls it; lines in brackets where they count up and the text calls
every one of them; a number alone on its line, as converters of PDF leave it, where several count up; paragraphs
that begin with a bare number, where they count up from 1 and each is called before it stands.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from cite.formats.traced import Traced, joined
from cite.model.document import ParagraphKind
from cite.readers.markdown.blocks import Block, Held
from cite.readers.markdown.labels import (
    BARE,
    BRACKETED,
    LISTED,
    MARKER_OR_BRACKETS,
    MAY_CALL,
    glued_calls,
    is_label,
    label_number,
    labels_of,
    note_label,
)
from cite.recognisers.text.vocabulary import either

_ENGLISH_TITLE = (
    r"(?:end|foot)[ -]?notes?|notes?(?: and references| et références)?|references(?: and notes)?"
)
_OTHER_TITLES = either(
    "anmerkungen | fußnoten | fussnoten | endnoten | einzelnachweise | notes de bas de page | notes de fin | références | "
    "notas | note a piè di pagina | noten | noter | przypisy | примечания | сноски | 注释 | 注釈 | 脚注 | 尾注 | 注"
)
TITLE = re.compile(
    rf"^[\s#*_]*(?:\d+\.?\s+)?(?:{_ENGLISH_TITLE}|{_OTHER_TITLES})[\s:*_#]*$", re.IGNORECASE
)
_CALLED = 0.5
"""Share of a list's labels that the text must call before the list is taken for notes."""
_ALONE = re.compile(r"(?P<label>[0-9]{1,4}|[ivxlcIVXLC]{1,9})[.)]?[ \t]*(?:\n(?=\S)|\Z)")
_LINE = re.compile(r"^", re.MULTILINE)
_PROSE = (ParagraphKind.TEXT, ParagraphKind.LIST_ITEM, ParagraphKind.QUOTATION)
_UNFINISHED = re.compile(r"[,;:(\[/–—-]\s*$")
_GOES_ON = re.compile(r"[a-zà-ž0-9(\[&]")
_CUT_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/_=&?.-]$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’»)\]]{0,3}\s*$")

_LABEL_REACH = 700
"""Characters from the head of a line in which its label stands, tags and link included."""

LabelOf = Callable[[str], str]
"""The label with which a line begins a note, or nothing."""


class Numbering:
    """A number for each note, after those that the notation itself marks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._last = max((block.note.ordinal for block in blocks if block.note), default=0)

    def held(self, label: str, start: int) -> Held:
        """A new note."""
        self._last += 1
        return Held(self._last, label, True, start)


def with_notes_by_hand(blocks: Sequence[Block]) -> tuple[list[Block], set[str], bool]:
    """The blocks, each note a block with its label or several; what the text calls; and whether brackets may call."""
    numbering = Numbering(blocks)
    cut = [piece for block in blocks for piece in _cut(block, numbering, note_label)]
    listed, called, in_brackets = _with_lists(cut, numbering)
    if not any(block.note for block in listed):
        listed = _with_bare_numbers(listed, numbering)
    return _over_pages(listed, numbering), called, in_brackets


def _free(block: Block) -> bool:
    return block.note is None and not block.is_rule and block.kind in _PROSE


def _cut(block: Block, numbering: Numbering, label_of: LabelOf) -> Iterator[Block]:
    """A paragraph before its first labelled line, then a note for each such line."""
    text = block.text.text
    starts = []
    if block.note is None and not block.is_rule and block.kind is not ParagraphKind.CODE:
        lines = [match.start() for match in _LINE.finditer(text)]
        starts = [(at, label) for at in lines if (label := label_of(text[at : at + _LABEL_REACH]))]
    if not starts:
        yield block
        return
    head = block.text[: starts[0][0]].stripped()
    if head.text:
        yield replace(block, text=head)
    ends = [*(at for at, _ in starts[1:]), len(text)]
    for (at, label), end in zip(starts, ends, strict=True):
        words = block.text[at:end].stripped()
        yield replace(block, text=words, note=numbering.held(label, words.origin(0)))


@dataclass(frozen=True, slots=True)
class _Form:
    """How the items of a list are labelled."""

    label_of: LabelOf
    anywhere: bool
    """Whether such a list is told by its count and calls alone, without a heading or rule before it."""


def _in_brackets(line: str) -> str:
    match = BRACKETED.match(line)
    return match["label"] if match else ""


def _with_stop(line: str) -> str:
    match = LISTED.match(line)
    return (match["brackets"] or match["stop"]) if match else ""


def _led_to(line: str) -> str:
    match = LISTED.match(line)
    return _with_stop(line) if match and match["led_to"] else ""


def _alone(line: str) -> str:
    match = _ALONE.match(line)
    return match["label"] if match else ""


_UNDERTITLE = _Form(_with_stop, anywhere=False)
_ANYWHERE = (
    _Form(_in_brackets, anywhere=True),
    _Form(_led_to, anywhere=True),
    _Form(_alone, anywhere=True),
)


def _with_lists(
    blocks: Sequence[Block], numbering: Numbering
) -> tuple[list[Block], set[str], bool]:
    """The blocks with the lists that are notes cut into them."""
    made: list[Block] = []
    called: set[str] = set()
    last_rule = max((at for at, block in enumerate(blocks) if block.is_rule), default=-1)
    found = False
    at = 0
    while at < len(blocks):
        block = blocks[at]
        announced = at == last_rule or _is_title(block)
        if announced:
            made.append(block)
            at += 1
        forms = (_UNDERTITLE,) if announced else _ANYWHERE if _free(block) else ()
        end, notes = at, list[Block]()
        for form in forms:
            end, notes = _list_from(blocks, at, form, called, numbering)
            if notes:
                break
        if notes:
            made += notes
            at, found = end, True
        elif not announced:
            called |= _labels_called(block)
            made.append(block)
            at += 1
    return made, called, found


_FEWEST_BARE = 3
"""Paragraphs with bare numbers that must count up before they are taken for notes."""


def _with_bare_numbers(blocks: list[Block], numbering: Numbering) -> list[Block]:
    """The blocks with those as notes that begin with 1, 2, 3 …, each called in the text before it.

    So they lie in a page's text that was taken for Markdown without heed of what was raised.
    """
    begun: dict[str, int] = {}
    for at, block in enumerate(blocks):
        match = BARE.match(block.text.text) if _free(block) else None
        if match and match["label"] == str(len(begun) + 1):
            begun[match["label"]] = at
    body = [at for at, block in enumerate(blocks) if _free(block) and at not in begun.values()]
    calls = glued_calls((blocks[at].text.text for at in body), begun)
    if len(begun) < _FEWEST_BARE or any(
        label not in calls or body[calls[label][0]] > at for label, at in begun.items()
    ):
        return blocks
    made = list(blocks)
    for label, at in begun.items():
        made[at] = replace(blocks[at], note=numbering.held(label, blocks[at].start))
    return made


def _is_title(block: Block) -> bool:
    return (
        block.note is None
        and block.kind in (*_PROSE, ParagraphKind.HEADING)
        and len(block.text.text) < 60
        and bool(TITLE.match(block.text.text))
    )


def _labels_called(block: Block) -> set[str]:
    """What the text calls, `[^x]` aside: its notes are defined in their own way."""
    if block.note or not MAY_CALL.search(block.text.text):
        return set()
    calls = (m for m in MARKER_OR_BRACKETS.finditer(block.text.text) if not m["pandoc"])
    return {label for match in calls for label in labels_of(match)}


def _list_from(
    blocks: Sequence[Block], start: int, form: _Form, called: set[str], numbering: Numbering
) -> tuple[int, list[Block]]:
    """Where the list that begins at `start` ends, and its notes; none where it is no list of notes."""
    head: list[Block] = []
    items: list[tuple[str, list[Block]]] = []
    at = start
    while at < len(blocks):
        block = blocks[at]
        found = _items(block, form)
        if found is None or not (found[1] or items):
            if not items or not _goes_on(block, items[-1][1], form, blocks[at + 1 :]):
                break
            items[-1][1].append(block)
        else:
            before, labelled = found
            if before and not items:
                if not form.anywhere:
                    break
                head.append(before)
            elif before:
                items[-1][1].append(before)
            elif not labelled:
                items[-1][1].append(block)
            items += labelled
        at += 1
    labels = _counted([label for label, _ in items])
    if not labels or not _is_called(labels, called, head, blocks[:start], form):
        return start, []
    notes: list[Block] = []
    for label, (_, parts) in zip(labels, items, strict=True):
        held = numbering.held(label, parts[0].start)
        notes += [replace(part, note=held) for part in parts if part.text.text]
    return at, [*head, *notes]


def _items(block: Block, form: _Form) -> tuple[Block | None, list[tuple[str, list[Block]]]] | None:
    """What stands before a block's first label, and its labelled parts; None where it has none."""
    if not _free(block):
        return None
    if block.number:
        return (None, [(block.number, [block])]) if not form.anywhere else None
    text = block.text.text
    lines = [match.start() for match in _LINE.finditer(text)]
    starts = [
        (at, label)
        for at in lines
        if (label := form.label_of(text[at : at + _LABEL_REACH])) and is_label(label)
    ]
    if not starts:
        return None
    before = block.text[: starts[0][0]].stripped()
    ends = [*(at for at, _ in starts[1:]), len(text)]
    parts = [
        (label, [replace(block, text=block.text[at:end].stripped())])
        for (at, label), end in zip(starts, ends, strict=True)
    ]
    return replace(block, text=before) if before.text else None, parts


def _goes_on(block: Block, item: Sequence[Block], form: _Form, rest: Sequence[Block]) -> bool:
    """Whether a block without a label belongs to the item before it."""
    if block.note or block.is_rule or block.kind is ParagraphKind.HEADING:
        return False
    last = item[-1]
    if last.item and block.item == last.item:
        return True
    if block.kind is ParagraphKind.CODE and not block.text.text.lstrip().startswith(("```", "~~~")):
        return True
    if form.anywhere:
        if not last.text.text.strip("[]()0123456789ivxlc. \n"):
            return True  # a label alone, whose words follow
        following = next((b for b in rest[:1] if _free(b)), None)
        return following is not None and bool(form.label_of(following.text.text))
    return False


def _counted(labels: Sequence[str]) -> list[str]:
    """Labels that count up; `1. 1. 1.` counts by itself, as in CommonMark; none where they do not."""
    if len(labels) > 1 and set(labels) == {"1"}:
        return [str(number) for number in range(1, len(labels) + 1)]
    numbers = [label_number(label) for label in labels]
    counted = [number for number in numbers if number is not None]
    return list(labels) if len(counted) == len(labels) and counted == sorted(counted) else []


def _is_called(
    labels: Sequence[str],
    called: set[str],
    head: Sequence[Block],
    before: Sequence[Block],
    form: _Form,
) -> bool:
    """Whether the text calls enough of a list's labels: half of an announced list, of another nearly all."""
    calls = called.union(*map(_labels_called, head))
    share = sum(label in calls for label in labels) / len(labels)
    if not form.anywhere:
        return share >= _CALLED
    in_step = all((label_number(b) or 0) - (label_number(a) or 0) == 1 for a, b in pairwise(labels))
    if form.label_of is not _alone:
        return in_step and share > 0.8
    glued = glued_calls((block.text.text for block in (*before, *head) if not block.note), labels)
    return in_step and len(labels) > 1 and share + len(glued) / len(labels) > 0.8


def _over_pages(blocks: Sequence[Block], numbering: Numbering) -> list[Block]:
    """A note that a page break cut goes on in the paragraphs below it; the next may begin in their midst."""
    labels = {block.note.label for block in blocks if block.note}
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        if last and last.note and last.note.by_hand and _free(block) and _is_cut(last, block):
            glue = "" if _CUT_ADDRESS.search(last.text.text) else " "
            block = replace(block, note=last.note, glue=glue)
        if block.note and block.note.by_hand:
            made += _next_begins_within(block, labels, numbering)
        else:
            made.append(block)
    return made


def _is_cut(note: Block, after: Block) -> bool:
    text = note.text.text
    open_bracket = text.count("(") > text.count(")")
    unfinished = bool(_UNFINISHED.search(text)) or open_bracket
    return unfinished and bool(_GOES_ON.match(after.text.text)) and after.item == note.item


def _next_begins_within(block: Block, labels: set[str], numbering: Numbering) -> Iterator[Block]:
    """A note, cut where the note of the next number begins that nothing else begins."""
    assert block.note is not None
    text = block.text.text
    number = label_number(block.note.label) or 0 if "<sup" in text[8:] else 0
    for match in MARKER_OR_BRACKETS.finditer(text) if number else ():
        called = labels_of(match) if match["sup"] or match["linked"] else []
        if (
            len(called) == 1
            and called[0] not in labels
            and label_number(called[0]) == number + 1
            and _SENTENCE_END.search(text[: match.start()])
        ):
            yield replace(block, text=block.text[: match.start()].stripped())
            rest = block.text[match.start() :].stripped()
            held = numbering.held(called[0], rest.origin(0))
            labels.add(called[0])
            yield from _next_begins_within(replace(block, text=rest, note=held), labels, numbering)
            return
    yield block


def note_text(parts: Sequence[Block]) -> tuple[Traced, tuple[int, ...]]:
    """The words of a note, its parts one after another, and where each part after the first begins."""
    pieces: list[Traced] = []
    breaks: list[int] = []
    length = 0
    for part in parts:
        if pieces and part.glue:
            pieces.append(Traced(part.glue, (0,), (part.start,)))
            length += len(part.glue)
            breaks.append(length)
        pieces.append(part.text)
        length += len(part.text.text)
    return joined(pieces), tuple(breaks)
