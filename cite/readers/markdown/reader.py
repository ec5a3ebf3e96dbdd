"""Markdown, under whatever file name: markers in the body, notes at its end or between its paragraphs.

CommonMark knows no notes, so markers and notes are found here, in the source, and what stands inside a
note or paragraph is then read by a CommonMark parser. Forms understood: `<sup>iv</sup>` (plain, in
brackets, or inside a link) for both; `[^name]` with `[^name]: …`; `^[inline]`; `^4^`; `⁴`; the bracketed
links that word processors leave, `[[4]](#_edn4)`; and a numbered list under a heading such as Notes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from cite.formats.text import GUESSED, decode
from cite.model.document import Paragraph, Run, plain
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Document, Marker, Note
from cite.readers.markdown.blocks import Block, blocks
from cite.readers.markdown.inline import inline_runs
from cite.readers.markdown.labels import (
    DEFINITION,
    MARKER,
    MARKER_OR_BRACKETS,
    is_exponent,
    label_number,
    labels_of,
    notation,
    without_label,
)
from cite.readers.markdown.listed import with_listed_notes
from cite.recognisers.addresses.url import mend_escapes
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends

_BACK_LINK = re.compile(
    r"<a\b[^>]{0,300}>\s*(?:&#8617;|&#x21a9;|↩|↑|\^|&larr;)\ufe0e?\s*</a>", re.IGNORECASE
)
_CODE_SPAN = re.compile(r"(?<!`)(`{1,8})(?!`)(?:[^`]|(?!\1(?!`))`){1,2000}?(?<!`)\1(?!`)")


class Markdown:
    """Articles in Markdown or plain text."""

    name = "markdown"

    def recognises(self, path: str, content: bytes) -> bool:
        """Whatever no other reader claims; what is not text at all is refused when it is read."""
        return True

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, markers and notes, in order. Raises InputError for what is not text."""
        source, encoding = decode(content)
        document = _Reading(path, source).document()
        if encoding == GUESSED:
            return replace(document, findings=(_guessed(path), *document.findings))
        return document


class _Reading:
    """One pass over one source."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.blocks, listed = with_listed_notes(tuple(blocks(source)))
        self.marker = MARKER_OR_BRACKETS if listed else MARKER
        self.labels = _labels_by_hand(self.blocks)
        self.body: list[Paragraph] = []
        self.markers: list[Marker] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.by_hand = False
        self.inline_labels = count(1)

    def document(self) -> Document:
        for block in self.blocks:
            if block.kind == "note":
                self._note(block)
            elif block.kind not in ("code", "rule"):
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

    def _note(self, block: Block) -> None:
        if not DEFINITION.match(block.text.split("\n", 1)[0]):
            self.by_hand = True
        text = _BACK_LINK.sub("", _note_text(block))
        text, found = self._take_markers(text, block, in_note=True)
        self.markers += found
        self._add_note(block.label, block.text, text, block.line)

    def _add_note(self, label: str, markup: str, text: str, line: int) -> None:
        runs = inline_runs(text)
        place = Place(self.path, line, 1)
        if mend_escapes(text) != text:
            for raw in re.findall(
                r"(?:https?://|www\.)[^\s<>)\]]*\\\\_[^\s<>)\]]*[^\s<>)\].,;:]", text
            ):
                repaired = mend_escapes(raw).replace("\\", "")
                self.findings.append(_escaped(raw, repaired, place, label))
        links, findings = read_links(runs, place, label)
        self.findings += findings
        self.notes.append(Note(label, runs, markup, place, links, label_number(label)))

    def _paragraph(self, block: Block) -> None:
        text, markers = self._take_markers(block.text, block, in_note=False)
        runs = inline_runs(re.sub(r"^ {0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)", "", text))
        index = len(self.body)
        self.body.append(Paragraph(_without_anchors(runs), Place(self.path, block.line, 1)))
        words = plain(runs)
        places = _anchor_offsets(words)
        clean_words = _ANCHOR.sub("", words)
        ends = sentence_ends(clean_words) if markers else ()
        for number, marker in enumerate(markers):
            offset = places[number] if number < len(places) else len(clean_words)
            sentence = sentence_at(clean_words, offset, ends)
            self.markers.append(replace(marker, paragraph=index, offset=offset, sentence=sentence))

    def _take_markers(self, text: str, block: Block, in_note: bool) -> tuple[str, list[Marker]]:
        """The text with an anchor for each marker, and the markers."""
        markers: list[Marker] = []
        text = self._take_inline_notes(text, block) if "^[" in text else text
        code = _code_spans(text)

        def take(match: re.Match[str]) -> str:
            if any(start <= match.start() < end for start, end in code):
                return match[0]
            labels = labels_of(match)
            if not labels or (
                not match["pandoc"] and (in_note or self._no_call(text, match, labels[0]))
            ):
                return match[0]
            line = block.line + text.count("\n", 0, match.start())
            column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
            markers.extend(Marker(label, Place(self.path, line, column)) for label in labels)
            if not match["pandoc"]:
                self.by_hand = True
            return _ANCHOR_CHAR * len(labels)

        return self.marker.sub(take, text), markers

    def _no_call(self, text: str, match: re.Match[str], label: str) -> bool:
        """Whether what looks like a marker is an exponent: by what it follows, or by the notes there are."""
        if match.re is MARKER_OR_BRACKETS and match["brackets"]:
            return notation(label) not in map(notation, self.labels or ())
        if is_exponent(text, match.start(), label):
            return True
        attached = text[max(0, match.start() - 1) : match.start()].isalnum()
        return (
            attached
            and self.labels is not None
            and label not in self.labels
            and notation(label) not in map(notation, self.labels)
        )

    def _take_inline_notes(self, text: str, block: Block) -> str:
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


def _labels_by_hand(found: Sequence[Block]) -> frozenset[str] | None:
    """Labels of the notes that are not `[^x]` definitions; None where there are no notes at all."""
    notes = [block for block in found if block.kind == "note"]
    by_hand = (note.label for note in notes if not DEFINITION.match(note.text))
    return frozenset(by_hand) if notes else None


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


def _guessed(path: str) -> Finding:
    return Finding(
        "encoding-guessed",
        Level.INFO,
        "The file is not UTF-8 and does not say what it is; it was read as Windows-1252. If letters look wrong, save it as UTF-8.",
        Place(path, 1, 1),
    )


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


def _note_text(block: Block) -> str:
    """The note without its label and without the indentation of its further paragraphs."""
    first, *rest = block.text.split("\n")
    definition = DEFINITION.match(first)
    if definition:
        first = definition["rest"]
        rest = [re.sub(r"^(?: {1,4}|\t)", "", line) for line in rest]
    else:
        first = without_label(first)
    return re.sub(r"</?(?:li|p|div)\b[^>]{0,300}>", " ", "\n".join([first, *rest]))
