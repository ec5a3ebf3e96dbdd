"""Raw HTML among Markdown, cut at its tags: paragraphs, items, and the notes that converters leave as lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from cite.formats.traced import Traced
from cite.model.document import ParagraphKind
from cite.readers.markdown.blocks import Block, Held
from cite.readers.markdown.labels import is_label

_KINDS = {
    "li": ParagraphKind.LIST_ITEM, "dd": ParagraphKind.LIST_ITEM, "dt": ParagraphKind.LIST_ITEM,
    "blockquote": ParagraphKind.QUOTATION, "td": ParagraphKind.TABLE, "th": ParagraphKind.TABLE,
    "figcaption": ParagraphKind.CAPTION, "caption": ParagraphKind.CAPTION, "pre": ParagraphKind.CODE,
    "script": ParagraphKind.CODE, "style": ParagraphKind.CODE, "textarea": ParagraphKind.CODE,
    **{f"h{level}": ParagraphKind.HEADING for level in range(1, 7)},
}  # fmt: skip
_PLAIN = (
    "p div ol ul dl section article aside main header footer nav figure table thead tbody tfoot tr hr details summary "
    "center fieldset form address html body head"
).split()
_COMMENT = r"<!--(?:[^-]|-(?!->)){0,20000}-->"
_TAG = re.compile(
    rf"{_COMMENT}|<(?P<close>/?)(?P<name>{'|'.join([*_KINDS, *_PLAIN])})\b(?P<rest>[^<>]{{0,2000}})/?>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([a-zA-Z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NOTE_WORD = "fn|ftn|edn|foot-?note|end-?note|note|cite_note|sdfootnote|sdendnote"
_NOTE_ID = re.compile(
    rf"(?:user-content-)?_?(?:{_NOTE_WORD})s?[-:_.]?(?P<label>(?!ref|back|marker|call)[\w*†-]{{1,40}}?)(?:sym)?",
    re.IGNORECASE,
)
_NOTES = re.compile(
    r"\b(?:foot-?notes?|end-?notes?|doc-(?:end|foot)notes?|reflist)\b", re.IGNORECASE
)


@dataclass(slots=True)
class _Open:
    """What stands open while the HTML of a source goes by."""

    kinds: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Containers of notes, by tag."""
    lists: list[int] = field(default_factory=list)
    """Open ordered lists, each with the number of its last item."""
    held: Held | None = None
    held_by: str = ""
    """Tag that the open note stands in."""


def with_html_cut(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, raw HTML cut at its tags, and each note of an HTML list as such."""
    if not any(block.is_html for block in blocks):
        return list(blocks)
    state = _Open()
    ordinal = max((block.note.ordinal for block in blocks if block.note), default=0)
    made: list[Block] = []
    for block in blocks:
        if block.is_html or (state.kinds and _is_indented_html(block)):
            for piece in _cut(block, state, ordinal):
                ordinal = max(ordinal, piece.note.ordinal if piece.note else 0)
                made.append(piece)
        elif state.held and not block.note:
            made.append(replace(block, note=state.held))
        else:
            made.append(block)
    return made


def _is_indented_html(block: Block) -> bool:
    """Items of an HTML list that is open, indented: code to CommonMark, and not to their author."""
    return block.kind is ParagraphKind.CODE and bool(_TAG.match(block.text.text.lstrip()))


def _cut(block: Block, state: _Open, ordinal: int) -> Iterator[Block]:
    done = 0
    for tag in _TAG.finditer(block.text.text):
        yield from _piece(block, state, block.text[done : tag.start()])
        done = tag.end()
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if tag["close"]:
            _close(state, name)
        elif held := _opened(state, name, tag["rest"], ordinal, block.text.origin(tag.start())):
            ordinal = held.ordinal
    yield from _piece(block, state, block.text[done:])


def _piece(block: Block, state: _Open, text: Traced) -> Iterator[Block]:
    text = text.stripped()
    if text.text:
        kind = next((_KINDS[n] for n in reversed(state.kinds) if n in _KINDS), ParagraphKind.TEXT)
        level = int(state.kinds[-1][1]) if kind is ParagraphKind.HEADING else len(state.lists)
        yield replace(
            block, text=text, kind=kind, level=level, is_html=False, note=block.note or state.held
        )


def _opened(state: _Open, name: str, rest: str, ordinal: int, start: int) -> Held | None:
    """What a tag opens; the note, where it begins one."""
    attributes = {
        key.lower(): unescape(one or two or three)
        for key, one, two, three in _ATTRIBUTE.findall(rest)
    }
    if name == "hr":
        return None
    if name == "ol":
        first = attributes.get("start", "1")
        state.lists.append(int(first) - 1 if first.isdigit() and len(first) < 7 else 0)
    if _NOTES.search(
        f"{attributes.get('class', '')} {attributes.get('role', '')} {attributes.get('id', '')}"
    ):
        state.notes.append(name)
    state.kinds.append(name)
    if name == "li" and state.lists:
        state.lists[-1] += 1
    label = _note_label(state, name, attributes)
    if not label:
        return None
    state.held, state.held_by = Held(ordinal + 1, label, True, start), name
    return state.held


def _note_label(state: _Open, name: str, attributes: dict[str, str]) -> str:
    """The label of the note that a tag begins; nothing where it begins none."""
    named = _NOTE_ID.fullmatch(attributes.get("id", ""))
    listed = name == "li" and bool(state.notes)
    if (not named and not listed) or name in ("ol", "ul", "section"):
        return ""
    if named:
        label = re.sub(r"^.*?[-_](?=\d+$)", "", named["label"])
        if label.isdigit() or is_label(label):
            return label
    return str(state.lists[-1]) if name == "li" and state.lists else named["label"] if named else ""


def _close(state: _Open, name: str) -> None:
    if name in state.kinds:
        while state.kinds.pop() != name:
            pass
    if name == "ol" and state.lists:
        state.lists.pop()
    if state.notes and state.notes[-1] == name:
        state.notes.pop()
    if name == state.held_by or (state.held and name in ("ol", "section")):
        state.held = None
        state.held_by = ""
