"""Markdown, under whatever file name: markers in the body, notes at its end or between its paragraphs.

CommonMark knows no notes, so markers and notes are found here, in the source, and what stands inside a
note or paragraph is then read by a CommonMark parser. Forms understood: `<sup>iv</sup>` (plain, in
brackets, or inside a link) for both; `[^name]` with `[^name]: …`; `^[inline]`; `^4^`; and the bracketed
links that word processors leave, `[[4]](#_edn4)`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from cite.formats.text import decode
from cite.model.document import Paragraph, Run, Style, plain
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Document, Marker, Note, roman_to_int
from cite.recognisers.url import mend_escapes
from cite.steps.read_links import read_links
from cite.steps.sentences import sentence_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LABEL = r"[0-9]{1,4}|[ivxlcdmIVXLCDM]{1,15}|[a-zA-Z]|[*†‡§¶‖]{1,4}"
_BRACKETED = rf"[\[(]?(?:{_LABEL})[\])]?"
_ANCHOR_TAG = r"<a\b[^>]{0,300}>"
_SUP_TAG = r"<sup\b[^>]{0,200}>"
_IN_LINK = (
    rf"(?:{_ANCHOR_TAG}\s{{0,3}}{_BRACKETED}\s{{0,3}}</a>"
    rf"|\[{_BRACKETED}\]\([^)\s]{{0,200}}\)|{_BRACKETED})"
)
_MORE = rf"(?P<more>(?:\s{{0,2}}[,;]\s{{0,2}}(?:{_LABEL})){{0,9}})"
_SUP = rf"{_SUP_TAG}\s{{0,3}}(?P<sup>{_IN_LINK}){_MORE}\s{{0,3}}</sup>"
_LINKED_SUP = rf"{_ANCHOR_TAG}\s{{0,3}}{_SUP_TAG}\s{{0,3}}(?P<linked>{_BRACKETED})\s{{0,3}}</sup>\s{{0,3}}</a>"
_WORD = rf"\[\\?\[(?P<word>{_LABEL})\\?\]\]\(#_?(?:edn|ftn|fn)(?!ref)\w{{0,40}}\)"
_CARET = rf"(?<![\w^\]\\])?\^\[?(?P<caret>{_LABEL})\]?\^"
_PANDOC = r"\[\^(?P<pandoc>[^\]\s^]{1,200})\](?!:)"
_MARKER = re.compile(f"{_LINKED_SUP}|{_SUP}|{_WORD}|{_PANDOC}|{_CARET}", re.IGNORECASE)
_PICK = re.compile(_LABEL)

_DEFINITION = re.compile(r"^ {0,3}\[\^(?P<label>[^\]\s^]{1,200})\]:[ \t]?(?P<rest>.*)$")
_WORD_NOTE = re.compile(
    rf"^\s{{0,3}}\[\\?\[(?P<label>{_LABEL})\\?\]\]\(#_?(?:edn|ftn|fn)ref\w{{0,40}}\)\s*",
    re.IGNORECASE,
)
_SUP_NOTE = re.compile(
    rf"^\s{{0,8}}(?:<(?:li|p|div)\b[^>]{{0,300}}>\s{{0,3}})*(?:<a\b[^>]{{0,300}}>(?:</a>)?\s{{0,3}})?"
    rf"(?:<sup\b[^>]{{0,200}}>\s{{0,3}}{_IN_LINK}\s{{0,3}}</sup>|\^\[?(?:{_LABEL})\]?\^)(?:</a>)?[.:]?\s*",
    re.IGNORECASE,
)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r"^ {0,3}(?:-[ -]{2,}|\*[ *]{2,}|_[ _]{2,})$")
_BACK_LINK = re.compile(
    r"<a\b[^>]{0,300}>\s*(?:&#8617;|&#x21a9;|↩|↑|\^|&larr;)\ufe0e?\s*</a>", re.IGNORECASE
)
_INDENTED = re.compile(r"(?: {4}| {0,3}\t)\s*\S")
_LIST_ITEM = re.compile(r"\s*(?:[-*+•]|\(?\w{1,4}[.)])\s")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")
_CODE_SPAN = re.compile(r"(?<!`)(`{1,8})(?!`)(?:[^`]|(?!\1(?!`))`){1,2000}?(?<!`)\1(?!`)")


class Markdown:
    """Articles in Markdown or plain text."""

    name = "markdown"

    def recognises(self, path: str, content: bytes) -> bool:
        """Whatever no other reader claims; what is not text at all is refused when it is read."""
        return True

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, markers and notes, in order. Raises InputError for what is not text."""
        try:
            source, _ = decode(content)
        except InputError as error:
            raise InputError(f"{path}: {error}") from None
        return _Reading(path, source).document()


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that belong together, and where they begin."""

    line: int
    text: str
    kind: str
    """`text`, `code`, `heading` or `note`."""
    label: str = ""


class _Reading:
    """One pass over one source."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.body: list[Paragraph] = []
        self.markers: list[Marker] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.by_hand = False
        self.inline_labels = count(1)

    def document(self) -> Document:
        for block in blocks(self.source):
            if block.kind == "note":
                self._note(block)
            elif block.kind != "code":
                self._paragraph(block)
        return Document(
            self.path,
            self.source,
            tuple(self.body),
            tuple(self.markers),
            tuple(self.notes),
            tuple(self.findings),
            self.by_hand or not self.notes,
        )

    def _note(self, block: _Block) -> None:
        if not _DEFINITION.match(block.text.split("\n", 1)[0]):
            self.by_hand = True
        text = _BACK_LINK.sub("", _note_text(block))
        text, found = self._take_markers(text, block, in_note=True)
        self.markers += found
        self._add_note(block.label, block.text, text, block.line)

    def _add_note(self, label: str, markup: str, text: str, line: int) -> None:
        runs = inline_runs(text)
        place = Place(self.path, line, 1)
        if mend_escapes(text) != text:
            for raw in re.findall(r"(?:https?://|www\.)[^\s<>)\]]*\\\\_[^\s<>)\]]*", text):
                repaired = mend_escapes(raw).replace("\\", "")
                self.findings.append(_escaped(raw, repaired, place, label))
        links, findings = read_links(runs, place, label)
        self.findings += findings
        self.notes.append(Note(label, runs, markup, line, links, label_number(label)))

    def _paragraph(self, block: _Block) -> None:
        text, markers = self._take_markers(block.text, block, in_note=False)
        runs = inline_runs(re.sub(r"^ {0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)", "", text))
        index = len(self.body)
        self.body.append(Paragraph(_without_anchors(runs), block.line))
        words = plain(runs)
        places = _anchor_offsets(words)
        clean_words = _ANCHOR.sub("", words)
        for number, marker in enumerate(markers):
            offset = places[number] if number < len(places) else len(clean_words)
            sentence = sentence_at(clean_words, offset)
            self.markers.append(replace(marker, paragraph=index, offset=offset, sentence=sentence))

    def _take_markers(self, text: str, block: _Block, in_note: bool) -> tuple[str, list[Marker]]:
        """The text with an anchor for each marker, and the markers."""
        markers: list[Marker] = []
        text = self._take_inline_notes(text, block) if "^[" in text else text
        code = _code_spans(text)

        def take(match: re.Match[str]) -> str:
            if any(start <= match.start() < end for start, end in code):
                return match[0]
            labels = _labels(match)
            if not labels or (not match["pandoc"] and is_exponent(text, match.start(), labels[0])):
                return match[0]
            if in_note and not match["pandoc"]:
                return match[0]
            line = block.line + text.count("\n", 0, match.start())
            column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
            markers.extend(Marker(label, line, column) for label in labels)
            if not match["pandoc"]:
                self.by_hand = True
            return _ANCHOR_CHAR * len(labels)

        return _MARKER.sub(take, text), markers

    def _take_inline_notes(self, text: str, block: _Block) -> str:
        """Pandoc's `^[inline notes]` become notes of their own and markers `[^…]`."""
        pieces, position = [], 0
        code = _code_spans(text)
        for start, end in _inline_notes(text):
            if any(first <= start < last for first, last in code):
                continue
            label = f"inline-{next(self.inline_labels)}"
            line = block.line + text.count("\n", 0, start)
            self._add_note(label, text[start:end], text[start + 2 : end - 1], line)
            pieces += [text[position:start], f"[^{label}]"]
            position = end
        return "".join([*pieces, text[position:]])


def _code_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CODE_SPAN.finditer(text)] if "`" in text else []


# A private-use character stands where a marker stood until offsets are known.
_ANCHOR_CHAR = "\ue0f1"
_ANCHOR = re.compile(_ANCHOR_CHAR)


def _anchor_offsets(words: str) -> list[int]:
    """Where each anchor stands once all of them are taken out."""
    return [match.start() - index for index, match in enumerate(_ANCHOR.finditer(words))]


def _without_anchors(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, text=run.text.replace(_ANCHOR_CHAR, "")) for run in runs)


def _escaped(raw: str, repaired: str, place: Place, label: str) -> Finding:
    return Finding(
        "escaped-address",
        Level.WARNING,
        f"Underscores in “{raw}” were escaped twice; read literally, the address would hold backslashes that it never had.",
        place,
        label,
        repaired,
        repaired,
    )


def label_number(label: str) -> int | None:
    """What a label counts: arabic, Roman, or a single letter; None for names and symbols."""
    if label.isascii() and label.isdigit():
        return int(label)
    roman = roman_to_int(label)
    if roman is not None:
        return roman
    if len(label) == 1 and label.isascii() and label.isalpha():
        return ord(label.lower()) - ord("a") + 1
    return None


def _labels(match: re.Match[str]) -> list[str]:
    if match["pandoc"]:
        return [match["pandoc"]]
    found = match["linked"] or match["sup"] or match["word"] or match["caret"] or ""
    found = re.sub(r"<[^>]*>", "", found)
    found = re.sub(r"\]\([^)]*\)", "]", found)
    labels = _PICK.findall(found) + _PICK.findall(match["more"] or "")
    return [label for label in labels if is_label(label)]


def is_label(text: str) -> bool:
    """Whether a raised text can call a note: letters that spell no valid numeral cannot."""
    return text.isdigit() or len(text) == 1 or not text.isalpha() or roman_to_int(text) is not None


_UNITS = frozenset("m cm mm km dm ft in yd mi s kg g l".split())


def is_exponent(text: str, at: int, label: str) -> bool:
    """Whether what is raised here is a power, a charge or an ordinal rather than a call to a note.

    A marker follows a word or its punctuation; an exponent follows a number, a unit, a one-letter
    variable or a chemical symbol.
    """
    before = text[max(0, at - 12) : at]
    if not before or not (before[-1].isalnum()):
        return False
    word = re.search(r"[^\W_]+$", before)
    stem = word[0] if word else ""
    if stem.isdigit():
        return len(stem) < 4 and label.isdigit()
    if label.isdigit():
        return stem in _UNITS or (len(stem) == 1 and stem not in "IAa")
    return bool(re.fullmatch(r"[A-Z][a-z]?", stem)) and label.isupper()


def _inline_notes(text: str) -> Iterator[tuple[int, int]]:
    """Where each `^[…]` stands, its brackets balanced."""
    position = text.find("^[")
    while position != -1:
        depth = 0
        end = None
        for index in range(position + 1, min(len(text), position + 20_000)):
            if text[index] == "[" and text[index - 1] != "\\":
                depth += 1
            elif text[index] == "]" and text[index - 1] != "\\":
                depth -= 1
                if depth == 0:
                    end = index + 1
                    break
        if end is None:
            return
        yield position, end
        position = text.find("^[", end)


def blocks(source: str) -> Iterator[_Block]:
    """The source cut into notes, code, headings and paragraphs, in order."""
    lines = source.split("\n")
    index = _after_front_matter(lines)
    indented_prose = _indents_its_prose(lines)
    after_list = False
    while index < len(lines):
        line = lines[index]
        if not line.strip() or _RULE.match(line):
            index += 1
            continue
        start = index
        if fence := _FENCE.match(line):
            index = _after_fence(lines, index, fence[1])
            yield _Block(start + 1, "\n".join(lines[start:index]), "code")
        elif definition := _DEFINITION.match(line):
            index = _after_definition(lines, index)
            text = "\n".join(lines[start:index]).rstrip()
            yield _Block(start + 1, text, "note", definition["label"])
        elif label := _note_label(line):
            index = _after_note(lines, index)
            yield _Block(start + 1, "\n".join(lines[start:index]), "note", label)
        elif _INDENTED.match(line) and not after_list and not indented_prose:
            index = _after_indented(lines, index)
            yield _Block(start + 1, "\n".join(lines[start:index]), "code")
        elif _HEADING.match(line):
            index += 1
            yield _Block(start + 1, line, "heading")
        else:
            index = _after_paragraph(lines, index)
            yield _Block(start + 1, "\n".join(lines[start:index]), "text")
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
                not lines[end - 1].strip() or _DEFINITION.match(line) or _HEADING.match(line)
                or _note_label(line) or _FENCE.match(line)
            ):  # fmt: skip
                break
        else:
            following = next((text for text in lines[end : end + 3] if text.strip()), "")
            if not following.startswith(("    ", "\t")):
                break
        end += 1
    return end


def _note_label(line: str) -> str:
    match = _SUP_NOTE.match(line) or _WORD_NOTE.match(line)
    if not match or not line[match.end() :].strip():
        return ""
    found = _PICK.findall(re.sub(r"<[^>]*>|\]\([^)]*\)", "", match[0]))
    return found[0] if found and is_label(found[0]) else ""


def _after_note(lines: list[str], index: int) -> int:
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        if (
            _note_label(line)
            or _HEADING.match(line)
            or _RULE.match(line)
            or _DEFINITION.match(line)
        ):
            break
        if re.match(r"\s*</(?:ul|ol|div)>", line, re.IGNORECASE):
            break
        end += 1
    return end


def _after_paragraph(lines: list[str], index: int) -> int:
    end = index + 1
    while end < len(lines) and lines[end].strip():
        line = lines[end]
        if (
            _FENCE.match(line)
            or _HEADING.match(line)
            or _DEFINITION.match(line)
            or _note_label(line)
        ):
            break
        end += 1
    return end


def _note_text(block: _Block) -> str:
    """The note without its label and without the indentation of its further paragraphs."""
    first, *rest = block.text.split("\n")
    definition = _DEFINITION.match(first)
    if definition:
        first = definition["rest"]
        rest = [re.sub(r"^(?: {1,4}|\t)", "", line) for line in rest]
    else:
        match = _SUP_NOTE.match(first) or _WORD_NOTE.match(first)
        first = first[match.end() :] if match else first
    return re.sub(r"</?(?:li|p|div)\b[^>]{0,300}>", " ", "\n".join([first, *rest]))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True})
    # Addresses are evidence: they are read as written, and judged later.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_STYLE_TAGS = {
    "em": Style.ITALIC, "i": Style.ITALIC, "cite": Style.ITALIC, "strong": Style.BOLD, "b": Style.BOLD,
    "sup": Style.SUPERSCRIPT,
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^>]*)>")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


def inline_runs(markdown: str) -> tuple[Run, ...]:
    """The words of some inline Markdown with their typography and links; white space folded."""
    text = re.sub(r"\s*\n\s*", " ", mend_escapes(markdown)).strip()
    tokens = _parser().parseInline(text)[0].children or []
    runs: list[Run] = []
    style, href = Style.PLAIN, None
    for token in tokens:
        if token.type == "html_inline":
            style, href, text = _html(token.content, style, href)
        elif token.type == "link_open":
            href, text = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            href, text = None, ""
        elif token.nesting and token.tag in _STYLE_TAGS:
            mark = _STYLE_TAGS[token.tag]
            style, text = (style | mark if token.nesting > 0 else style & ~mark), ""
        else:
            text = _words(token)
        if text:
            mark = style | Style.CODE if token.type == "code_inline" else style
            runs.append(Run(text, mark, href))
    return _merged(runs)


def _words(token: "Token") -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return plain(Run(child.content) for child in token.children or [])
        case _:
            return token.content


def _html(tag: str, style: Style, href: str | None) -> tuple[Style, str | None, str]:
    """What an inline HTML tag does to style and link, and the text it stands for."""
    match = _TAG.fullmatch(tag)
    if not match:
        return style, href, ""
    closing, name, attributes = match[1], match[2].lower(), match[3]
    if name in _STYLE_TAGS:
        mark = _STYLE_TAGS[name]
        return (style & ~mark if closing else style | mark), href, ""
    if name == "a":
        found = None if closing else _HREF.search(attributes)
        from html import unescape

        return style, (unescape(found[1] or found[2] or found[3] or "") if found else None), ""
    return style, href, " " if name == "br" else ""


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one typography joined, outer white space dropped."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.style, last.href) == (run.style, run.href):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    if merged:
        merged[0] = replace(merged[0], text=merged[0].text.lstrip())
        merged[-1] = replace(merged[-1], text=merged[-1].text.rstrip())
    return tuple(run for run in merged if run.text)
