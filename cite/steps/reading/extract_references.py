"""A note to what it cites: each citation read by the recognisers below, in their order."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Entry, FieldValue, Name
from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.references import Citation, Item, NoteKind, ReadNote
from cite.recognisers.confidence.probability import weigh
from cite.recognisers.confidence.signs import Context
from cite.recognisers.fields.addresses import read_addresses
from cite.recognisers.fields.authors import read_authors
from cite.recognisers.fields.bodies import read_body, read_report_number
from cite.recognisers.fields.containers import read_container
from cite.recognisers.fields.editors import read_editors_and_translators
from cite.recognisers.fields.imprint import read_imprint
from cite.recognisers.fields.serial import read_date, read_serial_numbers
from cite.recognisers.fields.surnames import settle_surnames
from cite.recognisers.fields.titles import read_title, shows_title
from cite.recognisers.forms.archival import read_unpublished
from cite.recognisers.forms.cases import read_case
from cite.recognisers.forms.clauses.form import read_clauses
from cite.recognisers.forms.continental import read_continental
from cite.recognisers.forms.cyrillic import read_cyrillic
from cite.recognisers.forms.decisions import read_decision
from cite.recognisers.forms.doubts import doubts
from cite.recognisers.forms.east_asian import read_east_asian
from cite.recognisers.forms.entry_type import conclude_type, name_fields
from cite.recognisers.forms.hansard import read_debate
from cite.recognisers.forms.journals_only import journals_only, read_journal_only
from cite.recognisers.forms.patents import read_patent
from cite.recognisers.forms.plain import (
    read_article_in,
    read_author_year,
    read_chapter,
    read_law_review,
    read_law_review_book,
    read_newspaper,
    read_plain_book,
)
from cite.recognisers.forms.reports import read_report_by
from cite.recognisers.forms.shelves import read_shelf
from cite.recognisers.forms.statutes import read_statute
from cite.recognisers.forms.treaties import read_treaty, read_un_document
from cite.recognisers.labels.labelled import read_by_labels
from cite.recognisers.labels.labels import Labelled, is_one_entry, label_citation
from cite.recognisers.languages.known import any_of, is_covered, script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.segment.citation_signs import begins_as_entry, is_law
from cite.recognisers.segment.continental import pages_bare
from cite.recognisers.segment.cross_references import (
    by_the_same,
    container_begins,
    read_cross_reference,
)
from cite.recognisers.segment.signals import CROSS_REFERENCE, is_note
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.shorthand import read_shorthand
from cite.recognisers.text.typography import Typeset, typeset
from cite.steps.reading.pieces import Piece, PieceKind
from cite.steps.reading.split_at_semicolons import split_at_semicolons
from cite.steps.reading.split_by_clauses import split_by_clauses
from cite.steps.reading.split_continental import split_continental
from cite.steps.reading.split_east_asian import split_east_asian
from cite.steps.reading.split_notes import LONGEST, split_note, whole_note
from cite.steps.reading.split_plain_notes import split_plain_note
from cite.steps.reading.take_embedded import take_embedded

LOW_CONFIDENCE = 0.62
"""Below it a finding says so: at this it names most of the wrong readings and few of the right ones."""
_MOSTLY = 0.6
"""The share of entries that makes notes a bibliography."""


def read_notes(notes: Sequence[Note]) -> list[ReadNote]:
    """What the notes of a document say, each for itself.

    Whether most of them are entries of a bibliography only says what is likely of one that could be either.
    """
    texts = [typeset(note.runs, note.links) for note in notes]
    labels = [_labels(text) for text in texts]
    entries = [
        bool(found) and is_one_entry(found) and not is_law(text)
        for text, found in zip(texts, labels, strict=True)
    ]
    bibliography = sum(entries) > _MOSTLY * len(entries) and not _are_notes(texts)
    read: list[ReadNote] = []
    for note, text, found, entry in zip(notes, texts, labels, entries, strict=True):
        pieces = _pieces(text, entry, bibliography)
        context = Context(found, pieces=len(pieces), listed=bibliography)
        pieces = tuple(replace(piece, context=context) for piece in pieces)
        parsed = _read(note, text, pieces, _last_named(read))
        read.append(take_embedded(parsed))
    return read


def _labels(text: Typeset) -> tuple[Labelled, ...]:
    """What the model takes the words of a note for; nothing of one that is too long to be a citation."""
    if len(text.text) > LONGEST:
        return ()
    return label_citation(text.text, text.italics, text.quotes)


_SOME = 0.04
"""The share of signals and pointers back that no bibliography has."""


def _are_notes(texts: Sequence[Typeset]) -> bool:
    """Whether some of them point back, or begin as only notes do: see, ibid., op. cit."""
    signs = sum(is_note(text.text) for text in texts)
    return signs > _SOME * len(texts)


_NEAR = 6
"""Notes in which the author of the work before is looked for."""


def _last_named(read: Sequence[ReadNote]) -> tuple[Item, ...]:
    """The work before, as far as it names an author: ibid. names none, the note before it does."""
    for note in reversed(read[-_NEAR:]):
        for item in reversed(note.items):
            if isinstance(item, Citation) or item.names:
                return (item,)
            if item.form not in ("ibid", "id"):
                return ()
    return ()


_SEVERAL = re.compile(
    r"[)\d]\s*;\s+(?:and\s+|see\s+|but\s+|cf\.\s+|also\s+)*"
    rf"(?:[A-ZÀ-Ž][\w.’-]*|{any_of('same_author', Script.LATIN)})[\s,]"
)
"""A semicolon behind a citation that is complete, and a name or a word for the one just named."""


def _cites_something(pieces: Sequence[Piece]) -> bool:
    """Whether a note has more in it than commentary."""
    return any(piece.kind is not PieceKind.COMMENTARY for piece in pieces)


def _pieces(text: Typeset, entry: bool, bibliography: bool) -> tuple[Piece, ...]:
    """An entry is not cut; in a bibliography nothing is that does not point back."""
    script = script_of(text.text)
    if script is Script.EAST_ASIAN:
        if _cites_something(pieces := split_east_asian(text)) or not entry:
            return pieces
    elif script is not Script.LATIN:
        if _cites_something(pieces := split_at_semicolons(text, script)) or not entry:
            return pieces
    refers = CROSS_REFERENCE.search(text.text)
    if len(text.text) > LONGEST:
        return split_note(text)
    if articles := journals_only(text):
        return tuple(
            Piece(PieceKind.CITATION, span, entry=entry, form="journal") for span in articles
        )
    if not bibliography and (pieces := _by_closed_forms(text)):
        return pieces
    several = refers or _SEVERAL.search(text.text)
    marked = several and len(text.quotes) + len(text.italics) > 1
    if bibliography and not marked and (entry or not (refers or is_law(text))):
        return whole_note(text)
    if entry and not several and begins_as_entry(text.text):
        return whole_note(text)
    if entry and not (text.quotes or text.italics or several):
        return whole_note(text, entry=False)
    return split_note(text) if text.italics or is_law(text) else split_plain_note(text)


def _by_closed_forms(text: Typeset) -> tuple[Piece, ...]:
    """The pieces of a note of which nothing but citations in known forms, and what leads up to them, is left."""
    if pages_bare(text.text):
        return split_continental(text) or split_by_clauses(text)
    return split_by_clauses(text) or split_continental(text)


def read_bibliography(entries: Sequence[Note]) -> list[ReadNote]:
    """What the entries of a bibliography say: each is one citation, whatever its punctuation."""
    texts = [typeset(note.runs, note.links) for note in entries]
    read: list[ReadNote] = []
    for note, text in zip(entries, texts, strict=True):
        (piece,) = whole_note(text)
        piece = replace(piece, context=Context(_labels(text), listed=True))
        parsed = _by_the_same(_read(note, text, (piece,)), read[-1:])
        read.append(take_embedded(parsed))
    return read


_SAME_AUTHOR = re.compile(r"\s*(?:[—–―_]{2,}|-{3,}|[—―])\s*[.,:]?")


def _by_the_same(entry: ReadNote, before: Sequence[ReadNote]) -> ReadNote:
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


def _read(
    note: Note, text: Typeset, pieces: Sequence[Piece], before: Sequence[Item] = ()
) -> ReadNote:
    items: list[Item] = []
    findings: list[Finding] = []
    for piece in pieces:
        part = text.within(piece.span.start, piece.span.end)
        match piece.kind:
            case PieceKind.CITATION:
                citation = _citation(text, piece, items, before)
                findings += _assumed(note, part, citation, items or before)
                items.append(citation)
            case PieceKind.CROSS_REFERENCE:
                items.append(read_cross_reference(part, piece.span, piece.signal))
    findings += [*_not_understood(note, text), *_uncertain(note, items)]
    commentary = any(piece.kind is PieceKind.COMMENTARY for piece in pieces)
    return ReadNote(note, _kind(items), tuple(items), tuple(findings), commentary)


def _uncertain(note: Note, items: Sequence[Item]) -> Iterator[Finding]:
    """Where to look: readings that may well be wrong."""
    for item in items:
        if isinstance(item, Citation) and item.confidence < LOW_CONFIDENCE:
            message = (
                f"Note {note.label} was read as a {item.entry.entry_type}, which is right with a "
                f"probability of {item.confidence:.2f}; compare the entry with the note."
            )
            yield Finding("low-confidence", Level.INFO, message, note=note.label)


_FIGURES = re.compile(r"\d{2}")


def _not_understood(note: Note, text: Typeset) -> Iterator[Finding]:
    """A note that may cite something, in a script whose references nobody taught us."""
    if not is_covered(text.text) and _FIGURES.search(text.text):
        message = (
            f"Note {note.label} is in a script whose references cite does not know how to read; "
            "enter what it cites by hand."
        )
        yield Finding("script-not-read", Level.INFO, message, note=note.label)


def _citation(
    text: Typeset, piece: Piece, items: Sequence[Item], before: Sequence[Item]
) -> Citation:
    """A piece that cites a work, with what the note says before it."""
    part = text.within(piece.span.start, piece.span.end)
    if (at := container_begins(part)) is not None:
        return _within_a_volume(text, piece, piece.span.start + at)
    if (pronoun := by_the_same(part.text)) and (not piece.entry or _is_pointed(pronoun)):
        return _by_a_pronoun(text, piece, pronoun, items or before)
    citation = read_citation(part, piece)
    if piece.form == "journal":
        return _with_what_it_leaves_out(citation, items)
    return _by_the_one_before(text, citation, items)


def _is_pointed(pronoun: re.Match[str]) -> bool:
    """`Ders., `: what no title begins with, so that an entry of a bibliography may begin so too."""
    return any(sign in pronoun[0] for sign in ".,:")


def _with_what_it_leaves_out(citation: Citation, items: Sequence[Item]) -> Citation:
    """Of a group of articles, the authors and the journal that are printed once for all."""
    last = items[-1] if items else None
    if not isinstance(last, Citation):
        return citation
    told = {
        name: last.entry.fields[name] for name in ("author", "journal") if name in last.entry.fields
    }
    fields = {**told, **citation.entry.fields}
    return replace(citation, entry=replace(citation.entry, fields=fields))


def _within_a_volume(text: Typeset, piece: Piece, at: int) -> Citation:
    """`J. Wood, ‘On Fences’ in Rowe, op. cit., n. 7`: a work, and the pointer to the volume it stands in."""
    head = replace(piece, span=Span(piece.span.start, len(_IN.sub("", text.text[:at]))))
    citation = read_citation(text.within(head.span.start, head.span.end), head)
    span = Span(at, piece.span.end)
    volume = read_cross_reference(text.within(at, piece.span.end), span, "")
    return replace(
        citation,
        entry=replace(citation.entry, entry_type="incollection"),
        span=piece.span,
        locator=volume.locator,
        container=replace(volume, locator=""),
    )


_IN = re.compile(r"[\s,.]+[Ii]n:?\s+$")
_HIS = re.compile(r"\b(?:his|her|their|his own|her own|the same author[’']s)\s+$", re.IGNORECASE)


def _by_the_one_before(text: Typeset, citation: Citation, items: Sequence[Item]) -> Citation:
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
    return _by(citation, names, span, min(0.8, citation.confidence))


def _by_a_pronoun(
    text: Typeset, piece: Piece, pronoun: re.Match[str], before: Sequence[Item]
) -> Citation:
    """`ders., Nähe und Distanz`: by the author of the work before it, where that is one."""
    start = piece.span.start
    whole = piece.form == "continental"
    rest = replace(piece, span=Span(start + (0 if whole else pronoun.end()), piece.span.end))
    citation = read_citation(text.within(rest.span.start, rest.span.end), rest)
    last = before[-1] if before else None
    if isinstance(last, Citation):
        names = _who_is_meant(last.entry, pronoun["word"])
    else:
        names = last.names if last else ()
    if names:
        span = Span(start + pronoun.start("word"), start + pronoun.end("word"))
        citation = _by(citation, names, span, min(0.8, citation.confidence))
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


def _assumed(
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


def _kind(items: list[Item]) -> NoteKind:
    if not items:
        return NoteKind.COMMENTARY
    kinds = {type(item) for item in items}
    if len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


Recogniser = Callable[[Draft], None]
Form = Callable[[Draft], bool]

UNMISTAKABLE: tuple[Recogniser, ...] = (read_addresses, read_shorthand)
"""What needs no context to be known for what it is."""
FORMS: tuple[Form, ...] = (
    read_patent,
    read_decision,
    read_treaty,
    read_un_document,
    read_statute,
    read_case,
    read_debate,
    read_shelf,
    read_unpublished,
)
"""Kinds of source with a form of their own; the first that fits reads the whole citation."""
BY_SCRIPT: dict[Script, Form] = {
    Script.EAST_ASIAN: read_east_asian,
    Script.CYRILLIC: read_cyrillic,
}
"""Forms of scripts whose punctuation says what is what."""
IN_ANY_ORDER: tuple[Form, ...] = (
    read_patent,
    read_decision,
    read_unpublished,
    read_author_year,
)
"""Forms that fit entries of bibliographies as well as notes."""
AFTER_THE_TITLE: tuple[Recogniser, ...] = (
    read_authors,
    read_report_number,
    read_editors_and_translators,
    read_imprint,
    read_serial_numbers,
    read_date,
    read_body,
)
BY_TYPOGRAPHY: tuple[Recogniser, ...] = (read_title, read_container, *AFTER_THE_TITLE)
"""For citations whose title is quoted or in italics. In order of certainty, as all of these are: each
reads what those before it have left."""
IN_PLAIN_TYPE: tuple[Form, ...] = (
    read_report_by,
    read_author_year,
    read_law_review,
    read_article_in,
    read_chapter,
    read_newspaper,
    read_law_review_book,
    read_plain_book,
)
"""Forms of citations that mark nothing; what fits none of them is labelled word by word."""


def read_citation(part: Typeset, piece: Piece) -> Citation:
    """One citation; its spans are offsets into the note."""
    draft = _read_draft(part, piece)
    settle_surnames(draft)
    entry_type = conclude_type(draft)
    name_fields(draft, entry_type)
    context = replace(
        piece.context, start=piece.span.start, signalled=bool(piece.signal), entry=piece.entry
    )
    confidence, sure = weigh(draft, entry_type, context)
    spans = {
        name: Span(span.start + piece.span.start, span.end + piece.span.start)
        for name, span in draft.spans.items()
    }
    fields = dict(draft.fields)
    trailing = piece.trailing or draft.trailing
    entry = Entry(entry_type, fields, "", spans, sure)
    return Citation(entry, piece.span, piece.signal, draft.locator, trailing, confidence)


def _read_draft(part: Typeset, piece: Piece) -> Draft:
    """Forms where one fits; else the better of two readings where typography and order both say something."""
    if by_script := BY_SCRIPT.get(script_of(part.text)):
        draft = _begun(part)
        if _fits(by_script, draft):
            return draft
    if piece.form == "journal" and _fits(read_journal_only, draft := _begun(part)):
        return draft
    if piece.form == "continental" and _fits(read_continental, draft := _begun(part)):
        return draft
    if not piece.entry or is_law(part):
        return _by_forms(part)
    if not (part.italics or part.quotes):
        return _by_order(part)
    likelier, other = _by_order(part), _by_forms(part)
    if not _order_says_more(part):
        likelier, other = other, likelier
    return other if doubts(other) + _MARGIN < doubts(likelier) else likelier


_MARGIN = 0.7
"""By how much the reading that is less likely at sight must be the better one."""


def _order_says_more(part: Typeset) -> bool:
    """Of an entry: whether its order seems to tell more than its typography.

    It does where there are no italics, and where a family name comes first, as only bibliographies have
    it (`Doe, J. 1999. *A Title*.`), unless quotation marks and italics say what is part and what is whole.
    """
    if not part.italics:
        return True
    match = begins_as_entry(part.text)
    return match is not None and not part.quotes and part.italics[0].start >= match.end()


def _by_forms(part: Typeset) -> Draft:
    draft = _begun(part)
    if not any(_fits(form, draft) for form in FORMS):
        for recognise in _recognisers(draft):
            recognise(draft)
    return draft


def _fits(form: Form, draft: Draft) -> bool:
    """Whether a form reads the citation; it is then named as what read it."""
    if not form(draft):
        return False
    draft.reader = form.__name__.removeprefix("read_")
    return True


def _by_order(part: Typeset) -> Draft:
    """As an entry of a bibliography, whose order says what its words are."""
    draft = _begun(part)
    if not any(_fits(form, draft) for form in IN_ANY_ORDER):
        read_by_labels(draft)
        draft.reader = "labels"
    return draft


def _begun(part: Typeset) -> Draft:
    draft = Draft(part)
    for recognise in UNMISTAKABLE:
        recognise(draft)
    return draft


def _recognisers(draft: Draft) -> tuple[Recogniser, ...]:
    """Typography where it says what the title is, forms of plain type where one fits, else labels."""
    if draft.title.end:
        draft.reader = "letter"
        return (read_container, *AFTER_THE_TITLE)
    if _fits(read_clauses, draft):
        return ()
    if shows_title(draft):
        draft.reader = "typography"
        return BY_TYPOGRAPHY
    if any(_fits(form, draft) for form in IN_PLAIN_TYPE):
        return AFTER_THE_TITLE
    draft.reader = "labels"
    return (read_by_labels,)
