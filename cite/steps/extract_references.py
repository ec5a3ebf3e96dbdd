"""A note to what it cites: each citation read by the recognisers below, in their order."""

import re
from collections.abc import Callable

from cite.model.document import Span
from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.references import Citation, CrossReference, Entry, Item, NoteKind, ReadNote
from cite.recognisers.addresses import read_addresses
from cite.recognisers.draft import Draft
from cite.recognisers.entry_type import conclude_type, name_fields
from cite.recognisers.imprint import read_imprint
from cite.recognisers.labelled import read_by_labels
from cite.recognisers.labels import is_one_entry
from cite.recognisers.names import could_be_names, split_names
from cite.recognisers.numbers import pages
from cite.recognisers.people import read_authors, read_editors_and_translators
from cite.recognisers.plain import is_law, read_plain_title
from cite.recognisers.signals import CROSS_REFERENCE, locator_after
from cite.recognisers.titles import read_title, shows_title
from cite.recognisers.typography import Typeset, typeset, unquoted
from cite.steps.split_notes import Piece, PieceKind, names_and_page, split_note

LOW_CONFIDENCE = 0.5


def read_note(note: Note) -> ReadNote:
    """What a note says, item by item; entries have no keys and cross references no targets yet."""
    text = typeset(note.runs, note.links)
    items: list[Item] = []
    commentary = False
    for piece in _pieces(text):
        match piece.kind:
            case PieceKind.CITATION:
                items.append(read_citation(text, piece))
            case PieceKind.CROSS_REFERENCE:
                items.append(read_cross_reference(text, piece))
            case PieceKind.COMMENTARY:
                commentary = True
    findings = tuple(
        Finding(
            "uncertain-reference",
            Level.INFO,
            f"Note {note.label} was read as a {item.entry.entry_type}, but not with confidence.",
            note=note.label,
        )
        for item in items
        if isinstance(item, Citation) and item.confidence < LOW_CONFIDENCE
    )
    return ReadNote(note, _kind(items, commentary), tuple(items), findings)


def _pieces(text: Typeset) -> tuple[Piece, ...]:
    """An entry of a bibliography is one citation; other notes are cut."""
    if is_one_entry(text.text, text.italics, text.quotes):
        return (Piece(PieceKind.CITATION, Span(0, len(text.text))),)
    return split_note(text)


def _kind(items: list[Item], commentary: bool) -> NoteKind:
    if not items:
        return NoteKind.COMMENTARY
    kinds = {type(item) for item in items}
    if commentary or len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


def read_cross_reference(text: Typeset, piece: Piece) -> CrossReference:
    """Form, names, short title and pinpoint of a piece that points back."""
    part = text.within(piece.span.start, piece.span.end)
    match = CROSS_REFERENCE.search(part.text)
    if match is None:
        short = names_and_page(part.text)
        names = split_names(short["names"]) if short else ()
        return CrossReference(
            "short", piece.span, piece.signal, pages(short["pin"]) if short else "", names=names
        )
    before = part.text[: match.start()].strip(" ,;:(")
    title = next(
        (
            unquoted(part.text[s.start : s.end])
            for s in (*part.quotes, *part.italics)
            if s.end <= match.start() + 1
        ),
        "",
    )
    if title:
        before = before.split(title)[0].strip(" ,;:“”\"'‘’(")
    locator, end = locator_after(part.text[match.end() :])
    trailing = part.text[match.end() + end :].strip(" .,;)")
    return CrossReference(
        _form(match),
        piece.span,
        piece.signal,
        locator,
        trailing,
        split_names(before) if before and could_be_names(before) else (),
        title,
        match["label"] or match["label2"] or "",
    )


def _form(match: re.Match[str]) -> str:
    groups = {
        "ibid": "ibid",
        "opcit": "op-cit",
        "loccit": "loc-cit",
        "aao": "op-cit",
        "supra": "supra",
        "nn": "supra",
        "id": "id",
    }
    return next(form for group, form in groups.items() if match[group] is not None)


Recogniser = Callable[[Draft], None]

UNMISTAKABLE: tuple[Recogniser, ...] = (read_addresses,)
"""What needs no context to be known for what it is."""
AFTER_THE_TITLE: tuple[Recogniser, ...] = (
    read_authors,
    read_editors_and_translators,
    read_imprint,
)
BY_TYPOGRAPHY: tuple[Recogniser, ...] = (read_title, *AFTER_THE_TITLE)
"""For citations whose title is quoted or in italics. In order of certainty, as all of these are: each
reads what those before it have left."""
OF_LAW: tuple[Recogniser, ...] = (read_plain_title, *AFTER_THE_TITLE)
"""For cases, statutes and articles cited as courts cite them."""
IN_PLAIN_TYPE: tuple[Recogniser, ...] = (read_by_labels,)
"""For citations that typography leaves open."""


def read_citation(text: Typeset, piece: Piece) -> Citation:
    """One citation."""
    draft = Draft(text.within(piece.span.start, piece.span.end))
    for recognise in UNMISTAKABLE:
        recognise(draft)
    for recognise in _recognisers(draft):
        recognise(draft)
    entry_type = conclude_type(draft)
    confidence = _confidence(draft)
    spans = {
        name: Span(span.start + piece.span.start, span.end + piece.span.start)
        for name, span in draft.spans.items()
    }
    fields = dict(draft.fields)
    name_fields(entry_type, fields)
    entry = Entry(entry_type, fields, "", spans, dict.fromkeys(fields, confidence))
    return Citation(entry, piece.span, piece.signal, draft.locator, draft.trailing, confidence)


def _recognisers(draft: Draft) -> tuple[Recogniser, ...]:
    """Typography where it says what the title is; a bibliography's quotation marks say less than its order."""
    part = draft.part
    if shows_title(draft) and not is_one_entry(part.text, part.italics, part.quotes):
        return BY_TYPOGRAPHY
    if is_law(draft.text):
        return BY_TYPOGRAPHY if shows_title(draft) else OF_LAW
    return IN_PLAIN_TYPE


def _confidence(draft: Draft) -> float:
    """How much of the citation was accounted for, and whether the fields that matter were found."""
    left = len(re.sub(r"[\W\d_]+", "", draft.rest()))
    letters = max(1, len(re.sub(r"[\W\d_]+", "", draft.text)))
    score = 1 - 0.8 * left / letters
    for name in ("title", "year"):
        if name not in draft.fields:
            score -= 0.2
    if "author" not in draft.fields and "editor" not in draft.fields:
        score -= 0.1
    return round(max(0.05, min(0.99, score)), 2)
