"""PDF: paragraphs, notes, markers and addresses out of type on pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cite.formats.pdf import Page, Pdf
from cite.model.document import Paragraph, ParagraphKind, Run, plain
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.notes import About, Document, Marker, Note
from cite.readers.markdown.labels import is_exponent, label_number
from cite.readers.pdf.lines import Line, lines_of, regions, without_furniture
from cite.readers.pdf.notes import Block, Sorted, sort_lines
from cite.readers.pdf.words import Call, Words, text_of
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends

_MAGIC = b"%PDF-"
_FEWEST_LETTERS = 20
"""On a page that is more than a picture."""
_BRACKETED = re.compile(r"\[(\d{1,4}(?:\s?[,;–-]\s?\d{1,4})*)\]")


class PdfReader:
    """Articles in PDF."""

    name = "pdf"

    def recognises(self, path: str, content: bytes) -> bool:
        """Its mark, at the very beginning or after a little rubbish."""
        return _MAGIC in content[:1024]

    def read(self, path: str, content: bytes) -> Document:
        """Paragraphs, notes and markers. Raises InputError for what is damaged, encrypted, or a scan without text."""
        pdf = Pdf(content)
        try:
            pages = [(page, lines_of(page)) for page in pdf.pages()]
            title = pdf.metadata.get("Title", "")
        finally:
            pdf.close()
        empty = [page.number for page, lines in pages if _letters(lines) < _FEWEST_LETTERS]
        if len(empty) == len(pages):
            count = (
                "its page holds a picture"
                if len(pages) == 1
                else f"its {len(pages)} pages hold pictures"
            )
            raise InputError(
                f"is a scan: {count} and no text, which a program for OCR can put there"
            )
        return _Reading(path, pages, title, empty).document()


def _letters(lines: Sequence[Line]) -> int:
    return sum(len(one.text) for line in lines for one in line.letters)


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of the text before its markers are bound."""

    runs: tuple[Run, ...]
    calls: tuple[Call, ...]
    lines: tuple[Line, ...]
    kind: ParagraphKind


class _Reading:
    def __init__(
        self, path: str, pages: Sequence[tuple[Page, list[Line]]], title: str, empty: Sequence[int]
    ) -> None:
        self.path = path
        self.title = title
        kept = without_furniture(pages)
        self.size = _body_size(kept)
        ordered = [
            region
            for (page, _), lines in zip(pages, kept, strict=True)
            for region in regions(page, lines)
        ]
        self.words = Words(line for region in ordered for line in region)
        self.sorted: Sorted = sort_lines(ordered, self.size)
        self.findings: list[Finding] = _without_text(path, empty, len(pages))

    def document(self) -> Document:
        notes = tuple(map(self._note, self.sorted.notes))
        body: list[Paragraph] = []
        markers: list[Marker] = []
        for text in self._texts():
            body.append(self._paragraph(text))
            markers += self._markers(text, len(body) - 1, notes)
        title = self.title or next(
            (one.text for one in body if one.kind is ParagraphKind.HEADING), ""
        )
        return Document(
            self.path, "", tuple(body), tuple(markers), notes, tuple(self.findings), True, "pdf", About(title)
        )  # fmt: skip

    def _place(self, lines: Sequence[Line]) -> Place:
        """The page of the first line, and the box of all that stand on it."""
        page = lines[0].page
        boxes = [line.box for line in lines if line.page == page]
        left, bottom, right, top = zip(*boxes, strict=True)
        box = (min(left), min(bottom), max(right), max(top))
        return Place(self.path, page=page, box=tuple(round(one, 1) for one in box))

    def _note(self, block: Block) -> Note:
        place = self._place(block.lines)
        runs = _without_way_back(text_of(block.lines, self.words, take_calls=False)[0])
        links, findings = read_links(runs, place, block.label)
        self.findings += findings
        return Note(
            block.label, runs, plain(runs), place, links, label_number(block.label), form=block.form, run=block.run
        )  # fmt: skip

    def _texts(self) -> Iterator[_Text]:
        """Paragraphs; one that goes on in the next column or page is one."""
        open_lines: list[Line] = []
        for region in self.sorted.body:
            for line in region:
                if open_lines and self._new_paragraph(open_lines, line, region):
                    yield self._text(open_lines)
                    open_lines = []
                open_lines.append(line)
        if open_lines:
            yield self._text(open_lines)

    def _new_paragraph(self, before: Sequence[Line], line: Line, region: Sequence[Line]) -> bool:
        last = before[-1]
        if abs(line.size - last.size) > 0.06 * self.size or _bold(line) != _bold(last):
            return True
        same_column = line.page == last.page and line.base < last.base
        if same_column and last.base - line.base > 1.75 * max(line.size, last.size):
            return True
        edge = max(one.right for one in region)
        start = min(one.left for one in region)
        ended = last.text[-1:] in '.!?:”"’»)…'
        short = same_column and last.right < edge - 0.15 * (edge - start) and ended
        indented = (
            line.left > start + 0.8 * line.size and abs(line.left - last.left) > 0.5 * line.size
        )
        return (
            short
            or (indented and ended and same_column)
            or (not same_column and ended and indented)
        )

    def _text(self, lines: Sequence[Line]) -> _Text:
        runs, calls = text_of(lines, self.words, take_calls=True)
        heading = len(lines) < 4 and (
            lines[0].size > 1.12 * self.size or (all(map(_bold, lines)) and len(plain(runs)) < 150)
        )
        return _Text(
            runs, calls, tuple(lines), ParagraphKind.HEADING if heading else ParagraphKind.TEXT
        )

    def _paragraph(self, text: _Text) -> Paragraph:
        place = self._place(text.lines)
        links, findings = read_links(text.runs, place, None)
        self.findings += findings
        level = 1 if text.kind is ParagraphKind.HEADING else 0
        return Paragraph(text.runs, place, text.kind, level, links)

    def _markers(self, text: _Text, paragraph: int, notes: Sequence[Note]) -> Iterator[Marker]:
        words = plain(text.runs)
        ends = sentence_ends(words)
        found = [
            (call.offset, call.line, label)
            for call in text.calls
            for label in _labels(call.text, call.attached)
        ]
        if any(block.style == "bracketed" for block in self.sorted.notes):
            for match in _BRACKETED.finditer(words):
                found += [(match.end(), text.lines[0], label) for label in _labels(match[1], "")]
        for offset, line, label in sorted(found, key=lambda one: one[0]):
            index = self._called(label, line, notes)
            if index is None:
                continue
            place = self._place([line])
            yield Marker(
                label, place, paragraph, min(offset, len(words)), sentence_at(words, offset, ends), target=index
            )  # fmt: skip

    def _called(self, label: str, line: Line, notes: Sequence[Note]) -> int | None:
        """The note of that label: a footnote on this page, else one at the end, else one on a page nearby."""
        same = [
            index for index, note in enumerate(notes) if note.label.casefold() == label.casefold()
        ]
        if not same:
            return None

        def distance(index: int) -> tuple[int, int]:
            page = notes[index].place.page or 0
            return (0 if page >= line.page else 1, abs(page - line.page))

        return min(same, key=distance)


_WAY_BACK = re.compile(r"\s*(?:[↩↑⏎⤴^]\ufe0e?\s*)+$")


def _without_way_back(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without the arrow that leads from a note to its marker."""
    if not runs or not (arrow := _WAY_BACK.search(runs[-1].text)):
        return runs
    bare = runs[-1].text[: arrow.start()]
    return _without_way_back((*runs[:-1], replace(runs[-1], text=bare)) if bare else runs[:-1])


def _bold(line: Line) -> bool:
    return all(one.bold for one in line.letters if one.text.strip())


def _labels(text: str, attached: str) -> list[str]:
    """What raised figures call: `4`, `4,10`, `4–6`; nothing where they are an exponent."""
    bare = text.strip("[]() .")
    if not re.fullmatch(
        r"(?:\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[a-z]|[*∗†‡§¶‖#]{1,4})(?:\s?[,;–-]\s?(?:\d{1,4}|[ivxlc]{1,7}))*",
        bare,
    ):
        return []
    if attached and is_exponent(attached, len(attached), bare):
        return []
    labels: list[str] = []
    for part in re.split(r"\s?[,;]\s?", bare):
        first, dash, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        if dash and first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 50:
            labels += map(str, range(int(first), int(last) + 1))
        else:
            labels += filter(None, (first, last))
    return labels


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=10.0)


def _without_text(path: str, empty: Sequence[int], count: int) -> list[Finding]:
    if not empty or count < 2:
        return []
    pages = (
        f"Page {empty[0]} holds"
        if len(empty) == 1
        else f"{len(empty)} of {count} pages, the first of them page {empty[0]}, hold"
    )
    message = f"{pages} hardly any text: what is pictured there was not read."
    return [Finding("pages-without-text", Level.INFO, message, replace(Place(path), page=empty[0]))]
