"""An article as a copy-editor has it on the desk: its own prose, its notes, what it quotes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cite.formats.lines import Lines
from cite.model.document import Paragraph, ParagraphKind, Style, cut
from cite.model.entries import Entry
from cite.model.findings import Finding, Level, Place, where
from cite.model.notes import Document, Marker, Note, NoteId
from cite.model.quotations import Quotation
from cite.model.references import Citation, CrossReference, Item, ReadDocument, ReadNote
from cite.steps.quotations.marks import marked
from cite.steps.reading.place_at import place_at
from cite.steps.reading.sentences import sentence_ends

_SURE = 0.7
_OPENING = re.compile(r"[\"“„«‘']\s?$")
BLANK = "\x00"
"""Stands for every character that is not the author's own: of quotations and addresses."""
_BACK_MATTER = re.compile(
    r"(?:works? cited|references?|bibliography|sources|further reading|(?:end|foot)?notes|acknowledg\w+|about the authors?|"
    r"literatur(?:verzeichnis)?|bibliogra[fp]\w+|referências.*|referencias.*|see also|external links)\W*",
    re.IGNORECASE,
)
_BRACKET_NUMBERS = re.compile(r"\[\d+\]")
_NO_PROSE = ("{{", "{%", "|", "<")
"""How shortcodes and rows of tables begin that no reader of their notation took apart."""
_PROSE = (ParagraphKind.TEXT, ParagraphKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the article's own prose."""

    index: int
    """Into the body."""
    paragraph: Paragraph
    text: str
    own: str
    """As long as `text`, with quotations and addresses blanked: nothing is said of other people's words."""
    ends: tuple[int, ...]
    """Where its sentences end."""
    markers: tuple[int, ...]
    """Where in it notes are called, in order."""
    set_off: tuple[tuple[int, int], ...] = ()
    """Stretches in italics or as code: titles, words of another language, commands."""

    def is_set_off(self, offset: int) -> bool:
        """Whether a character is no plain prose: a title's spelling is not the author's."""
        return any(start <= offset < end for start, end in self.set_off)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Where each sentence begins and ends."""
        start = 0
        for end in dict.fromkeys((*self.ends, len(self.text))):
            if self.text[start:end].strip():
                yield start, end
            start = end


@dataclass(frozen=True, slots=True)
class Cited:
    """A work cited in full in a note."""

    note: Note
    item: Citation

    @property
    def entry(self) -> Entry:
        """The work."""
        return self.item.entry

    @property
    def is_sure(self) -> bool:
        """Whether it was read well enough to be told what it lacks: an author, and a title set off, or an imprint."""
        span = self.entry.spans.get("title")
        if (
            span is None
            or self.item.confidence < _SURE
            or not self.has("author", "editor", "institution")
        ):
            return False
        if self.is_italic("title") or self.is_italic("journal") or self.is_quoted:
            return True
        return self.is_whole and self.has("year") and self.has("publisher", "address", "isbn")

    @property
    def is_quoted(self) -> bool:
        """Whether the note prints the title in quotation marks, as those of parts and pages are."""
        span = self.entry.spans.get("title")
        return span is not None and bool(
            _OPENING.search(self.note.text[max(0, span.start - 2) : span.start])
        )

    @property
    def is_whole(self) -> bool:
        """Whether the note begins with the work, or with a signal: a remark that mentions one does not."""
        before = self.note.text[: self.item.span.start].strip(" ,.:;(")
        return not before or bool(self.item.signal)

    def is_italic(self, field: str) -> bool:
        """Whether the note prints a field in italics, all but a stop or two of it."""
        span = self.entry.spans.get(field)
        if span is None:
            return False
        runs = cut(self.note.runs, span.start, span.end)
        return all(Style.ITALIC in run.style for run in runs if run.text.strip(" .,:;’'\"“”"))

    def has(self, *fields: str) -> bool:
        """Whether any of some fields is known."""
        return any(self.entry.fields.get(field) for field in fields)


@dataclass(frozen=True, slots=True)
class Article:
    """All that a rule may look at."""

    document: Document
    notes: tuple[ReadNote, ...]
    quotations: tuple[Quotation, ...]
    passages: tuple[Passage, ...]
    full: Mapping[str, Entry]
    """The works cited in full, by key."""
    lines: Lines | None

    def cited(self) -> Iterator[Cited]:
        """Every work cited in full, note by note."""
        for read in self.notes:
            for item in read.items:
                if isinstance(item, Citation):
                    yield Cited(read.note, item)

    def pointers(self) -> Iterator[tuple[ReadNote, CrossReference]]:
        """Every short form, note by note."""
        for read in self.notes:
            for item in read.items:
                if isinstance(item, CrossReference):
                    yield read, item

    def place(self, passage: Passage, offset: int) -> Place:
        """Where a character of a passage stands in the source, as exactly as its format tells."""
        return place_at(passage.paragraph, offset, self.lines)


def article_of(document: Document, read: ReadDocument, quotations: Sequence[Quotation]) -> Article:
    """An article laid out for the rules."""
    full = {
        item.entry.key: item.entry
        for note in read.notes
        for item in note.items
        if isinstance(item, Citation)
    }
    by_paragraph: dict[int, list[int]] = {}
    for marker in _called(document.markers, read.notes):
        if marker.paragraph is not None and marker.offset is not None:
            by_paragraph.setdefault(marker.paragraph, []).append(marker.offset)
    lines = Lines(document.source) if document.source else None
    passages = tuple(_passages(document, by_paragraph))
    return Article(document, read.notes, tuple(quotations), passages, full, lines)


def _called(markers: Iterable[Marker], notes: Iterable[ReadNote]) -> Iterator[Marker]:
    """The markers that call a note: a bracketed number in the text may call none."""
    labels = {marker.label for note in notes for marker in note.note.markers}
    labels |= {note.note.label for note in notes}
    return (marker for marker in markers if marker.label in labels)


def _passages(document: Document, markers: Mapping[int, list[int]]) -> Iterator[Passage]:
    """The prose from the title to where references or acknowledgements begin."""
    for index, paragraph in enumerate(document.body):
        if paragraph.kind is ParagraphKind.HEADING and _BACK_MATTER.fullmatch(
            paragraph.text.strip()
        ):
            return
        text = paragraph.text
        if paragraph.kind in _PROSE and text.strip() and not text.lstrip().startswith(_NO_PROSE):
            found = tuple(sorted(markers.get(index, ())))
            yield Passage(
                index,
                paragraph,
                text,
                _own(paragraph, text),
                sentence_ends(text),
                found,
                tuple(_set_off(paragraph)),
            )


def _own(paragraph: Paragraph, text: str) -> str:
    """A paragraph with what is not its author's blanked."""
    letters = list(text)
    inside = list(marked(text))
    if text.lstrip()[:1] in _OPENS and not (inside and not text[: inside[0].start].strip()):
        return BLANK * len(
            text
        )  # the whole of it is somebody's words, which another paragraph ends
    spans = [(one.start + 1, one.end - 1 if one.closed else one.end) for one in inside]
    spans += [(link.span.start, link.span.end) for link in paragraph.links]
    spans += [match.span() for match in _ADDRESS.finditer(text)]
    for start, end in spans:
        letters[start:end] = BLANK * (end - start)
    return "".join(letters)


_OPENS = tuple('"“„«')


def _set_off(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    at = 0
    for run in paragraph.runs:
        if Style.ITALIC in run.style or Style.CODE in run.style:
            yield at, at + len(run.text)
        at += len(run.text)
    yield from (match.span() for match in _TEMPLATE.finditer(paragraph.text))


_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")


# Findings ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a pattern."""

    place: Place
    note: Note | None = None

    @classmethod
    def of(cls, note: Note) -> "Spot":
        """A note as a whole."""
        return cls(note.place, note)


def pattern(code: str, level: Level, message: str, spots: Sequence[Spot]) -> Finding:
    """One finding for all the places of a pattern; `{where}` in the message becomes their names."""
    unique = list({(spot.place, spot.note and spot.note.id): spot for spot in spots}.values())
    told = message.replace("{where}", named(unique))
    first = unique[0]
    places = tuple(spot.place for spot in unique) if len(unique) > 1 else ()
    return Finding(
        code, level, told, first.place, first.note.label if first.note else None, places=places
    )


def named(spots: Sequence[Spot]) -> str:
    """Places in words: `in notes iii, v and x`, `on lines 12 and 40`."""
    notes = list({spot.note.id: spot.note.label for spot in spots if spot.note}.values())
    lines = sorted({spot.place.line or 0 for spot in spots if not spot.note})
    parts = [f"in {'note' if len(notes) == 1 else 'notes'} {listed(notes)}"] if notes else []
    if lines and all(lines):
        word = "line" if len(lines) == 1 else "lines"
        parts.append(f"on {word} {listed([str(line) for line in lines])}")
    elif lines:
        bare = list(dict.fromkeys(where(spot.place) for spot in spots if not spot.note))
        parts.append(listed(bare))
    return " and ".join(parts)


MOST_NAMED = 20
"""So many places are named in a message; all of them are in the finding."""


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) > MOST_NAMED:
        return f"{', '.join(words[:MOST_NAMED])} and {len(words) - MOST_NAMED} more"
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def is_latin(text: str) -> bool:
    """Whether nearly all letters are Latin: elsewhere, Latin marks and capitals follow rules of their own."""
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) > 0.9 * len(letters)


def excerpt(text: str, most: int = 90) -> str:
    """The beginning of some words, for a message."""
    text = " ".join(text.replace(BLANK, "").split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def quotations_by_note(article: Article) -> Mapping[NoteId, list[Quotation]]:
    """What is quoted from the works of each note."""
    found: dict[NoteId, list[Quotation]] = {}
    for one in article.quotations:
        if one.note:
            found.setdefault(one.note.id, []).append(one)
    return found


def only(items: Sequence[Item]) -> Item | None:
    """The one thing a note points at."""
    return items[0] if len(items) == 1 else None
