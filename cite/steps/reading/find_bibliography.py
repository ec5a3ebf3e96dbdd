"""The entries of a bibliography that no marker calls: a list under its heading, or a document that is one.

Entries are paragraphs, list items, or lines; a line that goes on with an entry stays with it. They become
notes with a running label, or with the number that is printed before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from cite.model.document import Paragraph, ParagraphKind, Run, cut, plain
from cite.model.notes import Document, Note, NoteForm, NoteId
from cite.recognisers.text.vocabulary import either
from cite.steps.reading.read_links import read_links

_WHICH = r"selected?|works?|list of|" + either(
    "annotated | general | primary | secondary | further"
)
_ENGLISH_WORKS = r"(?:references?|literature|sources?)(?:\s+cited)?|bibliograph(?:y|ies|ie)|works\s+(?:cited|consulted)|cited|reading"
_FOREIGN_WORKS = either(
    "literatur | literaturverzeichnis | quellen | quellenverzeichnis | "
    "bibliografía | bibliografia | referencias | referências | список литературы | литература | 参考文献"
)
_WORKS = rf"{_ENGLISH_WORKS}|références(?:\s+bibliographiques)?|{_FOREIGN_WORKS}"
_HEADING = re.compile(
    rf"(?:\d{{1,2}}\.?\s+|[IVX]{{1,5}}\.?\s+)?(?:(?:{_WHICH})\s+)*(?:{_WORKS})\s*[:.]?",
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
    entries = [entry for paragraph in section for entry in _entries(paragraph)]
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
    title = body[starts[-1]]
    for at, paragraph in enumerate(body[starts[-1] + 1 :]):
        text = paragraph.text.strip()
        if _ends_section(title, paragraph):
            return
        if at and len(text) < 60 and not _DATED.search(text) and not _ENDS.search(text):
            return
        if text:
            yield paragraph


def _ends_section(title: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a heading opens another section: one as high as the bibliography's own."""
    headings = title.kind is paragraph.kind is ParagraphKind.HEADING
    return headings and paragraph.level <= title.level


def _looks_like_entry(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    marks = len(re.findall(r"[.,:;()]", text))
    prose = len(_SENTENCE.findall(text))
    return 20 < len(text) < 1500 and bool(_DATED.search(text)) and marks > 2 and prose < 4


def _entries(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph of several lines, each an entry of its own, cut at them."""
    text = paragraph.text
    at = [0, *(start for start in paragraph.breaks if 0 < start < len(text)), len(text)]
    lines = [text[start:end] for start, end in pairwise(at)]
    begins = [n for n in range(len(lines)) if n == 0 or _new_entry(lines[n - 1], lines[n])]
    for first, after in pairwise([*begins, len(lines)]):
        runs = _stripped(cut(paragraph.runs, at[first], at[after]))
        if runs:
            line = paragraph.place.line and paragraph.place.line + first
            yield replace(paragraph, runs=runs, place=replace(paragraph.place, line=line))


def _new_entry(before: str, line: str) -> bool:
    label = _LABEL.match(line)
    words = line[label.end() :] if label else line
    if label and (
        label["bracketed"] or label["dotted"] or label["round"] or line.lstrip()[0] in "-•*+"
    ):
        return bool(words.strip())
    return bool(_BEGINS.match(words) and _ENDS.search(before.rstrip()))


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    text = plain(runs)
    start = len(text) - len(text.lstrip())
    return cut(runs, start, len(text.rstrip()))


def _note(path: str, number: int, entry: Paragraph) -> Note:
    text = entry.text
    printed = _LABEL.match(text)
    label = next(filter(None, printed.groups()), "") if printed else ""
    runs = cut(entry.runs, printed.end() if printed else 0, len(text))
    links, _ = read_links(runs, entry.place, label or str(number))
    return Note(
        label or str(number), runs, text, entry.place, links, number,
        id=NoteId(path, 0, number - 1), form=NoteForm.ENTRY,
    )  # fmt: skip
