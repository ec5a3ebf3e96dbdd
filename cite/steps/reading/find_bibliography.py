"""The entries of a bibliography that no marker calls: a list under its heading, or a document that is one.

Entries are paragraphs, list items, or lines; a line that goes on with an entry stays with it. They become
notes with a running label, or with the number that is printed before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.model.document import Paragraph, Run, plain
from cite.model.notes import Document, Note, NoteForm, NoteId
from cite.steps.reading.read_links import read_links

_HEADING = re.compile(
    r"(?:\d{1,2}\.?\s+|[IVX]{1,5}\.?\s+)?(?:(?:selected?|annotated|general|works?|list of|primary|secondary|further)\s+)*(?:references?(?:\s+cited)?|bibliograph(?:y|ies|ie)|works\s+(?:cited|consulted)|cited|"
    r"literature(?:\s+cited)?|sources?(?:\s+cited)?|reading|literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|références(?:\s+bibliographiques)?|bibliografía|bibliografia|"
    r"referencias|referências|список литературы|литература|参考文献)\s*[:.]?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\s*(?:\[(?P<bracketed>\d{1,4})\]|\((?P<round>\d{1,4})\)|(?P<dotted>\d{1,3})\.(?=\s+[^\d\s])|[-–•*+](?=\s))\s*"
)
_DATED = re.compile(
    r"\b(?:1[4-9]|20)\d\d[a-z]?\b|\bn\.\s?d\.|\bforthcoming\b|\bin press\b", re.IGNORECASE
)
_BEGINS = re.compile(r"[“\"‘'«(\[]?(?:[A-ZÀ-ŽА-Я\u3040-\u9fff]|[a-z]{2,3}\s[A-Z]|[—–_-]{2,})")
_ENDS = re.compile(r"(?:[.)\]”\"’»>…]|\d[a-z]?|https?://\S+|www\.\S+|doi:\S+|10\.\d{4,9}/\S+)$")
_SENTENCE = re.compile(
    r"\b(?:is|are|was|were|has|have|we|our|this|that|which|they|their|it|I|you|can|will|should)\b"
)
_MOSTLY = 0.6


def find_bibliography(document: Document) -> tuple[Note, ...]:
    """Its entries, in order; none where the document has no bibliography."""
    section = list(_section(document.body))
    entries = [entry for paragraph in section for entry in _entries(document, paragraph)]
    if len(section) == len(document.body):
        likely = sum(map(_looks_like_entry, entries))
        if not entries or likely < _MOSTLY * len(entries):
            return ()
    return tuple(_note(document.path, at, entry) for at, entry in enumerate(entries, 1))


def _section(body: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What stands under the last heading that says so, up to what is no entry; else everything."""
    starts = [at for at, paragraph in enumerate(body) if _HEADING.fullmatch(paragraph.text.strip())]
    if not starts:
        yield from body
        return
    for at, paragraph in enumerate(body[starts[-1] + 1 :]):
        text = paragraph.text.strip()
        if at and len(text) < 60 and not _DATED.search(text) and not _ENDS.search(text):
            return
        if text:
            yield paragraph


def _looks_like_entry(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    marks = len(re.findall(r"[.,:;()]", text))
    prose = len(_SENTENCE.findall(text))
    return 20 < len(text) < 1500 and bool(_DATED.search(text)) and marks > 2 and prose < 4


def _entries(document: Document, paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph of several lines, each an entry of its own, cut at them."""
    starts = [0, *_line_starts(document, paragraph)]
    ends = [*starts[1:], len(paragraph.text)]
    line = paragraph.place.line
    for start, end in zip(starts, ends, strict=True):
        runs = _stripped(_cut(paragraph.runs, start, end))
        if runs:
            yield replace(paragraph, runs=runs, place=replace(paragraph.place, line=line))
        if line:
            line += 1


def _line_starts(document: Document, paragraph: Paragraph) -> Iterator[int]:
    """Offsets at which a line of the source begins a new entry.

    The lines are found again in the text by their first letters: markup and line breaks are gone from it.
    """
    lines = document.source.split("\n")[paragraph.line - 1 :] if document.source else []
    letters = [(at, char) for at, char in enumerate(paragraph.text) if char.isalnum()]
    packed = "".join(char for _, char in letters)
    at = 0
    before = ""
    for number, line in enumerate(lines):
        if not line.strip():
            return
        words = "".join(char for char in line if char.isalnum())
        found = packed.find(words[:12], at) if words else -1
        if number and found > 0 and _new_entry(before, line):
            yield _back_to_label(paragraph.text, letters[found][0])
        at = max(at, found + 1)
        before = line
        if at >= len(packed):
            return


def _new_entry(before: str, line: str) -> bool:
    label = _LABEL.match(line)
    words = line[label.end() :] if label else line
    if label and (
        label["bracketed"] or label["dotted"] or label["round"] or line.lstrip()[0] in "-•*+"
    ):
        return bool(words.strip())
    indented = line[:1] in " \t" and before[:1] not in " \t"
    return not indented and bool(_BEGINS.match(words) and _ENDS.search(before.rstrip(" *_")))


def _back_to_label(text: str, at: int) -> int:
    """The start of a line's label, whose brackets and bullets are no letters."""
    while at > 0 and text[at - 1] not in " \n":
        at -= 1
    while at > 1 and text[at - 2 : at] in ("- ", "• ", "* ", "+ "):
        at -= 2
    return at


def _cut(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    found, at = [], 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            found.append(replace(run, text=run.text[first:last]))
        at += len(run.text)
    return tuple(found)


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    text = plain(runs)
    start = len(text) - len(text.lstrip())
    return _cut(runs, start, len(text.rstrip()))


def _note(path: str, number: int, entry: Paragraph) -> Note:
    text = entry.text
    printed = _LABEL.match(text)
    label = next(filter(None, printed.groups()), "") if printed else ""
    runs = _cut(entry.runs, printed.end() if printed else 0, len(text))
    links, _ = read_links(runs, entry.place, label or str(number))
    return Note(
        label or str(number), runs, text, entry.place, links, number,
        id=NoteId(path, 0, number - 1), form=NoteForm.ENTRY,
    )  # fmt: skip
