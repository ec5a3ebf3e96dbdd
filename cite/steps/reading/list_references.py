"""Notes to the list of works to check: each work once, with every note that cites it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.notes import NoteId, TextLink
from cite.model.references import Citation, ReadDocument, ReadNote, Reference, ReferenceId


def list_references(documents: Sequence[ReadDocument]) -> tuple[Reference, ...]:
    """Every work that each article cites, in order of first citation, and the addresses of commentary.

    A work that two articles cite is a reference of each, under one key: each has its editor.
    """
    return tuple(
        replace(reference, id=ReferenceId(document.path, index), appeared=document.appeared)
        for document in documents
        for index, reference in enumerate(_of_document(document))
    )


def _of_document(document: ReadDocument) -> Iterable[Reference]:
    found: dict[str | NoteId, Reference] = {}
    for note in document.notes:
        for reference in _of_note(note):
            # What commentary links to is no work: it is told by its note, as labels may start again.
            which = reference.key if reference.key != _loose_key(note) else note.note.id
            known = found.get(which)
            found[which] = _joined(known, reference) if known else reference
    return (*found.values(), *_of_text(document))


def _of_text(document: ReadDocument) -> Iterable[Reference]:
    """Each address of the text itself once, at the first place where it stands."""
    first: dict[str, TextLink] = {}
    for one in document.links:
        first.setdefault(one.link.url, one)
    for number, (url, one) in enumerate(first.items(), 1):
        entry = Entry("online", {"url": url}, f"text-{number}")
        yield Reference(
            entry.key, entry, (one.link,), (), one.sentence, one.link.shown, one.place, in_text=True
        )


def _loose_key(note: ReadNote) -> str:
    return f"note-{note.note.label}"


def _of_note(note: ReadNote) -> Iterable[Reference]:
    place = note.note.place
    spans = [item.span for item in note.items if isinstance(item, Citation)]
    for item in note.items:
        if isinstance(item, Citation):
            links = _with_identifiers(item.entry, _within(note.note.links, item.span))
            yield Reference(
                item.entry.key, item.entry, links, (note.note.ref,), note.note.sentence,
                note.note.text, place,
            )  # fmt: skip
        elif item.key:
            yield Reference(
                item.key, Entry("misc", {}, item.key), _within(note.note.links, item.span), (note.note.ref,),
                note.note.sentence, note.note.text, place,
            )  # fmt: skip
            spans.append(item.span)
    loose = tuple(
        link for link in note.note.links if not any(_inside(link, span) for span in spans)
    )
    if loose:
        key = _loose_key(note)
        yield Reference(
            key,
            Entry("misc", {}, key),
            loose,
            (note.note.ref,),
            note.note.sentence,
            note.note.text,
            place,
        )


def _within(links: Sequence[Link], span: Span) -> tuple[Link, ...]:
    return tuple(link for link in links if _inside(link, span))


def _inside(link: Link, span: Span) -> bool:
    return span.start <= link.span.start < max(span.end, span.start + 1)


def _with_identifiers(entry: Entry, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """A DOI printed without an address is an address all the same."""
    doi = entry.fields.get("doi")
    if not doi or any(str(doi).lower() in link.url.lower() for link in links):
        return links
    span = entry.spans.get("doi", Span(0, 0))
    return (*links, Link(f"https://doi.org/{doi}", f"doi:{doi}", None, span))


def _joined(known: Reference, again: Reference) -> Reference:
    """One work cited twice: every note, every address, the fuller entry."""
    links = known.links + tuple(
        link for link in again.links if link.url not in {other.url for other in known.links}
    )
    fuller = {**again.entry.fields, **known.entry.fields}
    notes = known.notes + tuple(note for note in again.notes if note not in known.notes)
    return replace(known, links=links, notes=notes, entry=replace(known.entry, fields=fuller))
