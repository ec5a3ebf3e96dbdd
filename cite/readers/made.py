"""What a walk through a tree found, put together to a document: notes, typed notes, bibliography, body."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cite.model.document import Span, anchor_of, cut
from cite.model.entries import Entry, Name
from cite.model.findings import Finding, Place
from cite.model.notes import Document, Embedded, Note, NoteForm
from cite.readers.flow import Block, Called, body_of, joined, part_of
from cite.readers.markdown.labels import label_number
from cite.readers.typed_notes import TypedNote, with_typed_notes
from cite.steps.reading.read_links import read_links

_LABEL = re.compile(r"\s*(?:\[(\d{1,4})\]|\((\d{1,4})\)|(\d{1,3})\.(?=\s+[^\d\s]))\s*")


def assembled(
    document: Document,
    blocks: Sequence[Block],
    notes: Sequence[Note],
    called: Mapping[str, Called],
    bibliography: Sequence[Block],
    findings: Sequence[Finding],
) -> Document:
    """A document with all that a walk found in it; notes typed by hand are told from the text."""
    body, typed = with_typed_notes(blocks)
    every, known, wrong = list(notes), dict(called), list(findings)
    first_run = 1 + max((note.run or 0 for note in notes), default=-1)
    for one in typed:
        note, found = _typed(one, first_run)
        known[one.key] = Called(one.label, len(every))
        every.append(note)
        wrong += found
    paragraphs, markers, broken = body_of(body, known)
    return replace(
        document,
        body=paragraphs,
        markers=markers,
        notes=tuple(every),
        findings=(*document.findings, *wrong, *broken),
        numbered_by_hand=bool(typed) and not notes,
        bibliography=entries_of(document.path, bibliography, blocks),
    )


def note_of(
    label: str,
    blocks: Sequence[Block],
    form: NoteForm,
    number: int | None = None,
    run: int | None = None,
    place: Place | None = None,
) -> tuple[Note, tuple[Finding, ...]]:
    """A note of one or several paragraphs, with its addresses; and what is wrong with these."""
    runs, embedded, breaks = joined(blocks)
    where = place or (blocks[0].place if blocks else Place(""))
    links, findings = read_links(runs, where, label)
    markup = f"{label} {''.join(run.text for run in runs)}"
    note = Note(
        label, runs, markup, where, links, number, form=form, run=run,
        anchor=anchor_of(runs), embedded=embedded, breaks=breaks,
    )  # fmt: skip
    return note, findings


class Runs:
    """Stretches in which labels do not repeat: chapters, if each begins its notes anew."""

    def __init__(self) -> None:
        self._run = self._apart = 0
        self._part = ""
        self._numbers: list[int] = []

    def of(self, part: str, number: int | None) -> int:
        """The run of the next note, by the file it stands in and what its label counts."""
        if number is not None and self._numbers:
            elsewhere = part != self._part and number <= self._numbers[-1]
            again = number == self._numbers[0] and len(self._numbers) > 1
            if elsewhere or again:
                self._run += 1
                self._numbers = []
        if number is not None:
            self._numbers.append(number)
        self._part = part
        return self._run

    def apart(self) -> int:
        """A run of its own, for a note without a label."""
        self._apart -= 1
        return self._apart


def _typed(typed: TypedNote, first_run: int) -> tuple[Note, tuple[Finding, ...]]:
    return note_of(
        typed.label,
        typed.blocks,
        NoteForm.ENDNOTE,
        label_number(typed.label),
        first_run + typed.list,
    )


def entries_of(path: str, listed: Sequence[Block], body: Sequence[Block]) -> tuple[Note, ...]:
    """The entries of a bibliography that the file marks, with the works that citations in the text describe.

    Works that are cited and not listed become entries with the words that cite them.
    """
    works = _works(body)
    entries: list[Note] = []
    met: set[int] = set()
    for number, block in enumerate(listed, 1):
        printed = _LABEL.match(block.text)
        label = next(filter(None, printed.groups()), "") if printed else ""
        own = part_of(block, printed.end(), len(block.text)) if printed else block
        note, _ = note_of(label or str(number), [own], NoteForm.ENTRY, number)
        text = _bare(own.text)
        index = next((at for at, (work, _, _) in enumerate(works) if _is_in(work, text)), None)
        if index is not None:
            met.add(index)
            work, origin, _ = works[index]
            note = replace(note, embedded=(Embedded(Span(0, len(note.text)), (work,), origin),))
        entries.append(note)
    for at, (work, origin, cited) in enumerate(works):
        if at not in met:
            note, _ = note_of(str(len(entries) + 1), [cited], NoteForm.ENTRY, len(entries) + 1)
            embedded = Embedded(Span(0, len(note.text)), (work,), origin)
            entries.append(replace(note, embedded=(embedded,)))
    return tuple(entries)


def _works(body: Sequence[Block]) -> list[tuple[Entry, str, Block]]:
    """The works that the text cites in fields, each once, with the words that cite it first."""
    found: dict[tuple[str, str], tuple[Entry, str, Block]] = {}
    for block in body:
        for one in block.embedded:
            words = replace(
                block,
                runs=cut(block.runs, one.span.start, one.span.end),
                calls=(),
                embedded=(),
            )
            for entry in one.entries:
                key = (_bare(str(entry.fields.get("title", ""))), str(entry.fields.get("year", "")))
                found.setdefault(key, (entry, one.origin, words))
    return list(found.values())


def _is_in(work: Entry, text: str) -> bool:
    """Whether an entry, its words bare, is about a work: by its title, or by name and year where it has none."""
    title = _bare(str(work.fields.get("title", "")))
    if title:
        return title in text
    names = " ".join(_bare(name) for name in _families(work))
    return bool(names) and names in text and str(work.fields.get("year", "")) in text


def _families(work: Entry) -> Iterator[str]:
    names = work.fields.get("author") or work.fields.get("editor")
    for name in names[:1] if isinstance(names, tuple) else ():
        if isinstance(name, Name):
            yield name.family or name.literal


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
