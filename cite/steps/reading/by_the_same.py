"""Works whose author is named by a pronoun or a dash: by whom the work before is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Entry, FieldValue, Name
from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.references import Citation, Item, ReadNote
from cite.recognisers.segment.cross_references import (
    by_the_same,
)
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece
from cite.steps.reading.read_citation import read_citation

_SAME_AUTHOR = re.compile(r"\s*(?:[—–―_]{2,}|-{3,}|[—―])\s*[.,:]?")


def by_a_dash(entry: ReadNote, before: Sequence[ReadNote]) -> ReadNote:
    """A dash in the place of the author stands for the author of the entry before."""
    dash = _SAME_AUTHOR.match(entry.note.text)
    items = [item for note in (*before, entry) for item in note.items]
    if not dash or len(items) != 2:
        return entry
    last, this = items
    if not isinstance(last, Citation) or not isinstance(this, Citation):
        return entry
    names = last.entry.fields.get("author")
    if not names or "author" in this.entry.fields:
        return entry
    return replace(entry, items=(_by(this, names, Span(0, dash.end()), this.confidence),))


def _by(citation: Citation, names: FieldValue, span: Span, confidence: float) -> Citation:
    """The citation with an author who is not named in it; the span is of what stands for the name."""
    entry = citation.entry
    bare = entry.entry_type == "misc" and not {"howpublished", "type", "url"} & set(entry.fields)
    work = replace(
        entry,
        entry_type="book" if bare else entry.entry_type,
        fields={**entry.fields, "author": names},
        spans={**entry.spans, "author": span},
        confidence={**entry.confidence, "author": confidence},
    )
    return replace(citation, entry=work)


_ASSUMED = 0.8
"""How sure it is at most that a word means the author of the work before."""
_HIS = re.compile(r"\b(?:his|her|their|his own|her own|the same author[’']s)\s+$", re.IGNORECASE)


def by_a_possessive(text: Typeset, citation: Citation, items: Sequence[Item]) -> Citation:
    """`see also his ‘Torts and Other Wrongs’`: by the author of the work cited before it in the note."""
    entry = citation.entry
    last = next((item for item in reversed(items) if isinstance(item, Citation)), None)
    if not last or "title" not in entry.spans or {"author", "editor"} & set(entry.fields):
        return citation
    his = _HIS.search(text.text[: entry.spans["title"].start].rstrip("“”‘’'\"«"))
    names = last.entry.fields.get("author")
    if not his or not names:
        return citation
    span = Span(his.start(), his.start() + len(his[0].rstrip()))
    return _by(citation, names, span, min(_ASSUMED, citation.confidence))


def by_a_pronoun(
    text: Typeset, piece: Piece, pronoun: re.Match[str], before: Sequence[Item]
) -> Citation:
    """`ders., Nähe und Distanz`: by the author of the work before it, where that is one."""
    start = piece.span.start
    part = text.within(start, piece.span.end)
    whole = bool(piece.form) or not (part.italics or part.quotes)
    rest = replace(piece, span=Span(start + (0 if whole else pronoun.end()), piece.span.end))
    citation = read_citation(text.within(rest.span.start, rest.span.end), rest)
    last = before[-1] if before else None
    if isinstance(last, Citation):
        names = _who_is_meant(last.entry, pronoun["word"])
    else:
        names = last.names if last else ()
    if names:
        span = Span(start + pronoun.start("word"), start + pronoun.end("word"))
        citation = _by(citation, names, span, min(_ASSUMED, citation.confidence))
    return replace(citation, span=piece.span)


def _who_is_meant(last: Entry, pronoun: str) -> tuple[Name, ...]:
    """The authors or editors of the work before; of several, the last named where one man is meant."""
    names = _responsible(last)
    return names[-1:] if _means_one_of_several(names, pronoun) else names


def _responsible(work: Entry) -> tuple[Name, ...]:
    names = work.fields.get("author") or work.fields.get("editor") or ()
    return names if isinstance(names, tuple) else ()


def _means_one_of_several(names: Sequence[Name], pronoun: str) -> bool:
    return len(names) > 1 and pronoun.lower().startswith(("ders", "derselbe"))


def assumed_author(
    note: Note, part: Typeset, citation: Citation, before: Sequence[Item]
) -> Iterator[Finding]:
    """Said where `ders.` follows a work by several: which of them is meant is a reading."""
    pronoun = by_the_same(part.text)
    last = before[-1] if before else None
    if not pronoun or not isinstance(last, Citation) or "author" not in citation.entry.fields:
        return
    names = _responsible(last.entry)
    if not _means_one_of_several(names, pronoun["word"]):
        return
    last_named = names[-1].family or names[-1].literal
    yield Finding(
        "author-assumed",
        Level.INFO,
        f"Note {note.label}: “{pronoun['word']}” follows a work by {len(names)} people; "
        f"it was read as the last of them, {last_named}.",
        note=note.label,
    )


def is_pointed(pronoun: re.Match[str]) -> bool:
    """`Ders., `: what no title begins with, so that an entry of a bibliography may begin so too."""
    return any(sign in pronoun[0] for sign in ".,:")
