"""Markdown, under whatever file name: markers in the body, notes at its end or between its paragraphs.

CommonMark knows no notes, so its parser cuts the source into blocks, and markers and notes are found in these.
Forms understood: `<sup>iv</sup>` (plain, in brackets, or inside a link) for both; `[^name]` with `[^name]: …`;
`^[inline]`; `^4^`; `⁴`; the bracketed links that word processors leave, `[[4]](#_edn4)`; lists of HTML; a numbered
list under a heading such as Notes; `[4] …` and numbers on lines of their own, as plain text has them; and what
converters of PDF make of a raised number: `$^{4}$`, `[4](#page-9-0)`, a number adrift between two sentences.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from operator import itemgetter

from cite.formats.lines import Lines
from cite.formats.text import GUESSED, decode
from cite.formats.traced import Traced
from cite.model.document import Anchor, Link, Paragraph, ParagraphKind, Run, plain
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Document, Marker, Note, NoteForm
from cite.readers.markdown.blocks import Block, Held, parse
from cite.readers.markdown.by_hand import note_text, with_notes_by_hand
from cite.readers.markdown.flow import with_html_cut
from cite.readers.markdown.front_matter import about
from cite.readers.markdown.inline import inline_runs
from cite.readers.markdown.labels import (
    MARKER,
    MARKER_OR_BRACKETS,
    MAY_CALL,
    glued_calls,
    is_exponent,
    label_end,
    label_number,
    labels_of,
    notation,
)
from cite.recognisers.addresses.url import mend_escapes
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends

_ARROWS = r"(?:&#8617;|&#x21a9;|&larr;|&uarr;|[↩↑⏎←⤴^])(?:&#xfe0e;|&#65038;|\ufe0e)?"
_BACK_LINK_NAME = r"(?:footnote-?back(?:ref|link)?|reversefootnote|doc-backlink)"
_BACK_LINK = re.compile(
    rf"<a\b[^>]{{0,300}}>\s*(?:{_ARROWS})\s*(?:<sup>\d{{1,3}}</sup>)?\s*</a>"
    rf"|<a\b[^>]{{0,200}}{_BACK_LINK_NAME}[^>]{{0,200}}>[^<]{{0,40}}</a>"
    rf"|\[\\?{_ARROWS}\]\(#[^)\s]{{1,80}}\)",
    re.IGNORECASE,
)
_TAGS_OF_BLOCKS = re.compile(r"</?(?:li|p|div|ol|ul|section)\b[^<>]{0,300}>", re.IGNORECASE)
_CODE_SPAN = re.compile(r"(?<!`)(`{1,8})(?!`)(?:[^`]|(?!\1(?!`))`){1,2000}?(?<!`)\1(?!`)")
_BRACKET = re.compile(r"\\.|\^?\[|\]", re.DOTALL)
"""An opening or closing bracket, and whatever is escaped."""
_MAY_LINK = re.compile(r"://|www\.|doi|10\.\d|\bhdl|\burn:|arxiv|mailto:", re.IGNORECASE)


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


_Glued = tuple[str, int, int]
"""A label, and where in the text of its block it begins and ends."""


class _Reading:
    """One pass over one source."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.lines = Lines(source)
        parsed = parse(source)
        self.references = parsed.references
        self.blocks, self.called, in_brackets = with_notes_by_hand(with_html_cut(parsed.blocks))
        self.marker = MARKER_OR_BRACKETS if in_brackets else MARKER
        self.labels = _labels_by_hand(self.blocks)
        self.names = {block.note.label for block in self.blocks if block.note}
        self.body: list[Paragraph] = []
        self.markers: list[Marker] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.by_hand = any(block.note.by_hand for block in self.blocks if block.note)
        self.inline_labels = count(1)

    def document(self) -> Document:
        parts: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.note:
                parts.setdefault(block.note.ordinal, []).append(block)
        glued = self._glued_calls()
        for index, block in enumerate(self.blocks):
            if block.note:
                if (of_note := parts.pop(block.note.ordinal, None)) is not None:
                    self._note(block.note, of_note)
            elif not block.is_rule:
                self._paragraph(block, glued.get(index, ()))
        return Document(
            self.path,
            self.source,
            tuple(self.body),
            tuple(self.markers),
            tuple(self.notes),
            tuple(self.findings),
            self.by_hand or not self.notes,
            Markdown.name,
            about(self.source),
        )

    def place(self, at: int) -> Place:
        """Line and column of an offset into the source."""
        return Place(self.path, *self.lines.at(at))

    def _glued_calls(self) -> dict[int, list[_Glued]]:
        """By block, numbers that a converter glued to the word before, where they call notes nothing else calls."""
        held = {b.note.ordinal: b.note.label for b in self.blocks if b.note and b.note.by_hand}
        missing = [label for label in held.values() if label not in self.called]
        if not missing:
            return {}
        body = [(i, b) for i, b in enumerate(self.blocks) if not b.note and not b.is_rule]
        found = glued_calls((block.text.text for _, block in body), missing)
        by_block: dict[int, list[_Glued]] = {}
        for label, (at, start, end) in found.items():
            by_block.setdefault(body[at][0], []).append((label, start, end))
        return by_block

    def _note(self, held: Held, parts: Sequence[Block]) -> None:
        text, breaks = note_text(parts)
        if held.by_hand and (end := label_end(text.text, held.label)):
            text, breaks = text[end:], tuple(at - end for at in breaks)
        if "](" in text.text or "<" in text.text:
            text = text.sub(_BACK_LINK, lambda _: "").sub(_TAGS_OF_BLOCKS, lambda _: " ")
        text, found = self._take_markers(text, None)
        self.markers += found
        end = max(part.text.ends_at(len(part.text.text)) for part in parts)
        self._add_note(held.label, Anchor(held.start, end), text, breaks)

    def _add_note(self, label: str, anchor: Anchor, text: Traced, breaks: tuple[int, ...]) -> None:
        runs = tuple(
            run for run in _without_anchors(inline_runs(text, self.references)) if run.text
        )
        place = self.place(anchor.start)
        self._say_escapes(text.text, place, label)
        links, findings = read_links(runs, place, label)
        self.findings += findings
        markup = self.source[anchor.start : anchor.end]
        self.notes.append(
            Note(
                label, runs, markup, place, links, label_number(label), form=NoteForm.ENDNOTE, anchor=anchor,
                breaks=_in_words(runs, [text.origin(at) for at in breaks if 0 < at < len(text.text)]),
            )
        )  # fmt: skip

    def _say_escapes(self, text: str, place: Place, label: str) -> None:
        if "\\\\" not in text or mend_escapes(text) == text:
            return
        for raw in re.findall(
            r"(?:https?://|www\.)[^\s<>)\]]*\\\\_[^\s<>)\]]*[^\s<>)\].,;:]", text
        ):
            repaired = mend_escapes(raw).replace("\\", "")
            self.findings.append(_escaped(raw, repaired, place, label))

    def _paragraph(self, block: Block, glued: Sequence[_Glued]) -> None:
        text, markers = self._take_markers(block.text, block, glued)
        place = self.place(block.start)
        if block.kind is ParagraphKind.CODE:
            runs: tuple[Run, ...] = (Run(block.text.text),)
        else:
            runs = inline_runs(text, self.references)
        words = plain(runs)
        runs = _without_anchors(runs)
        places = _anchor_offsets(words)
        clean_words = _ANCHOR.sub("", words)
        links = self._links(runs, place) if block.kind is not ParagraphKind.CODE else ()
        end = block.text.ends_at(len(block.text.text))
        index = len(self.body)
        self.body.append(
            Paragraph(
                runs, place, block.kind, block.level, links, Anchor(block.start, end),
                _in_words(runs, self._line_starts(text)),
            )
        )  # fmt: skip
        ends = sentence_ends(clean_words) if markers else ()
        for number, marker in enumerate(markers):
            offset = places[number] if number < len(places) else len(clean_words)
            sentence = sentence_at(clean_words, offset, ends)
            self.markers.append(replace(marker, paragraph=index, offset=offset, sentence=sentence))

    def _links(self, runs: Sequence[Run], place: Place) -> tuple[Link, ...]:
        """Addresses in the text itself."""
        if not any(run.href or _MAY_LINK.search(run.text) for run in runs):
            return ()
        links, findings = read_links(runs, place, None)
        self.findings += findings
        return links

    def _take_markers(
        self, text: Traced, body: Block | None, glued: Sequence[_Glued] = ()
    ) -> tuple[Traced, list[Marker]]:
        """The text with a sign for each marker, and the markers; `body` is None within a note."""
        markers: list[Marker] = []
        if body and body.kind is ParagraphKind.CODE:
            return text, markers
        if "^[" in text.text:
            text = self._take_inline_notes(text)
        for label, start, end in sorted(glued, key=itemgetter(1), reverse=True):
            text = (
                text[:start]
                + Traced(f"<sup>{label}</sup>", (0,), (text.origin(start),))
                + text[end:]
            )
        if not MAY_CALL.search(text.text):
            return text, markers
        code = _code_spans(text.text)

        def take(match: re.Match[str]) -> str:
            if any(start <= match.start() < end for start, end in code):
                return match[0]
            labels = self._labels_of(match)
            if not labels or (
                not match["pandoc"] and (body is None or self._no_call(text.text, match, labels[0]))
            ):
                return match[0]
            start, end = text.origin(match.start()), text.ends_at(match.end())
            place, anchor = self.place(start), Anchor(start, end)
            markers.extend(Marker(label, place, anchor=anchor) for label in labels)
            if not match["pandoc"]:
                self.by_hand = True
            return _ANCHOR_CHAR * len(labels)

        return text.sub(self.marker, take), markers

    def _labels_of(self, match: re.Match[str]) -> list[str]:
        """The labels that a marker calls; `[^4,10]` calls two notes where no note has that name."""
        labels = labels_of(match)
        if match["pandoc"] and "," in labels[0] and labels[0] not in self.names:
            several = [label.strip().removeprefix("^") for label in labels[0].split(",")]
            return several if self.names.issuperset(several) else labels
        return labels

    def _no_call(self, text: str, match: re.Match[str], label: str) -> bool:
        """Whether what looks like a marker is an exponent: by what it follows, or by the notes there are."""
        if match.re is MARKER_OR_BRACKETS and match["brackets"]:
            return notation(label) not in map(notation, self.labels or ())
        if is_exponent(text, match.start(), label):
            return True
        if match["maths"] or (match.re is MARKER_OR_BRACKETS and match["paged"]):
            return label not in (self.labels or ())
        attached = text[max(0, match.start() - 1) : match.start()].isalnum()
        return (
            attached
            and self.labels is not None
            and label not in self.labels
            and notation(label) not in map(notation, self.labels)
        )

    def _line_starts(self, text: Traced) -> list[int]:
        """Where in the source each line of a text begins, but for the first and those that hang below it."""
        if "\n" not in text.text:
            return []
        first = self.lines.at(text.origin(0))[1]
        origins = [text.origin(at + 1) for at, char in enumerate(text.text[:-1]) if char == "\n"]
        return [origin for origin in origins if self.lines.at(origin)[1] <= first]

    def _take_inline_notes(self, text: Traced) -> Traced:
        """Pandoc's `^[inline notes]` become notes of their own and markers `[^…]`."""
        code = _code_spans(text.text)
        made, done = text[:0], 0
        for start, end in _inline_notes(text.text, code):
            label = f"inline-{next(self.inline_labels)}"
            anchor = Anchor(text.origin(start), text.ends_at(end))
            at = len(self.notes)
            words, within = self._take_markers(text[start + 2 : end - 1], None)
            self.markers += within
            self._add_note(label, anchor, words, ())
            self.notes.insert(at, self.notes.pop())  # before the notes within it
            made = made + text[done:start] + Traced(f"[^{label}]", (0,), (anchor.start,))
            done = end
        return made + text[done:]


def _labels_by_hand(found: Sequence[Block]) -> frozenset[str] | None:
    """Labels of the notes that are not `[^x]` definitions; None where there are no notes at all."""
    notes = [block.note for block in found if block.note]
    return frozenset(note.label for note in notes if note.by_hand) if notes else None


def _code_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _CODE_SPAN.finditer(text)] if "`" in text else []


def _in_words(runs: Sequence[Run], origins: Sequence[int]) -> tuple[int, ...]:
    """Offsets into the words of some runs, for ascending places in the source, as far as these can be told."""
    if not origins:
        return ()
    stretches: list[tuple[int, int, int]] = []
    length = 0
    for run in runs:
        if run.anchor:
            starts = run.pieces or ((0, run.anchor.start),)
            ends = [*(at for at, _ in starts[1:]), len(run.text)]
            for (at, origin), end in zip(starts, ends, strict=True):
                stretches.append((length + at, origin, origin + end - at))
        length += len(run.text)
    found = []
    for wanted in origins:
        stretch = next((one for one in stretches if one[2] > wanted), None)
        if stretch:
            found.append(stretch[0] + max(0, wanted - stretch[1]))
    return tuple(found)


# A private-use character stands where a marker stood until offsets are known.
_ANCHOR_CHAR = "\ue0f1"
_ANCHOR = re.compile(_ANCHOR_CHAR)


def _anchor_offsets(words: str) -> list[int]:
    """Where each anchor stands once all of them are taken out."""
    return [match.start() - index for index, match in enumerate(_ANCHOR.finditer(words))]


def _without_anchors(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not any(_ANCHOR_CHAR in run.text for run in runs):
        return runs
    return tuple(_without_anchor(run) for run in runs)


def _without_anchor(run: Run) -> Run:
    gone = [match.start() for match in _ANCHOR.finditer(run.text)]
    pieces = tuple((at - bisect_left(gone, at), origin) for at, origin in run.pieces)
    return replace(run, text=run.text.replace(_ANCHOR_CHAR, ""), pieces=pieces)


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


def _inline_notes(text: str, code: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where each `^[…]` stands, its brackets balanced; one within another is a part of that, and code is none."""
    opened: list[tuple[int, bool]] = []
    closed: list[tuple[int, int]] = []
    for bracket in _BRACKET.finditer(text):
        if any(start <= bracket.start() < end for start, end in code):
            continue
        if bracket[0] in ("[", "^["):
            opened.append((bracket.start(), bracket[0] == "^["))
        elif bracket[0] == "]" and opened:
            start, begins_note = opened.pop()
            if begins_note:
                closed.append((start, bracket.end()))
    done = 0
    for start, end in sorted(closed):
        if start >= done:
            yield start, end
            done = end
