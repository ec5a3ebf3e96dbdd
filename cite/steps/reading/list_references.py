"""Notes to the list of works to check: each work once, with every note that cites it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cite.model.document import Link, Span
from cite.model.findings import Place
from cite.model.references import Citation, Entry, ReadDocument, ReadNote, Reference


def list_references(documents: Sequence[ReadDocument]) -> tuple[Reference, ...]:
    """Every work cited, in order of first citation, and the addresses of commentary, which cite no work."""
    found: dict[str, Reference] = {}
    for document in documents:
        for note in document.notes:
            for reference in _of_note(document.path, note):
                known = found.get(reference.key)
                found[reference.key] = _joined(known, reference) if known else reference
    return tuple(found.values())


def _of_note(path: str, note: ReadNote) -> Iterable[Reference]:
    place = Place(path, note.note.line, 1)
    spans = [item.span for item in note.items if isinstance(item, Citation)]
    for item in note.items:
        if isinstance(item, Citation):
            links = _with_identifiers(item.entry, _within(note.note.links, item.span))
            yield Reference(
                item.entry.key, item.entry, links, (note.note.label,), note.note.sentence,
                note.note.text, place,
            )  # fmt: skip
        elif item.key:
            yield Reference(
                item.key, Entry("misc", {}, item.key), _within(note.note.links, item.span), (note.note.label,),
                note.note.sentence, note.note.text, place,
            )  # fmt: skip
            spans.append(item.span)
    loose = tuple(
        link for link in note.note.links if not any(_inside(link, span) for span in spans)
    )
    if loose:
        key = f"note-{note.note.label}"
        yield Reference(
            key,
            Entry("misc", {}, key),
            loose,
            (note.note.label,),
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
    notes = known.notes + tuple(label for label in again.notes if label not in known.notes)
    return replace(known, links=links, notes=notes, entry=replace(known.entry, fields=fuller))
