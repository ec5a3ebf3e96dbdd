"""Notes and markers as JSON, schema `cite/notes/1`."""

from collections.abc import Sequence
from typing import Any

from cite.model.findings import Finding, Place
from cite.model.notes import BoundNotes, TextLink


def notes_json(documents: Sequence[BoundNotes]) -> dict[str, Any]:
    """Per document its markers, notes and findings."""
    return {
        "schema": "cite/notes/1",
        "documents": [
            {
                "path": document.path,
                "markers": [
                    {
                        "label": marker.label,
                        "line": marker.line or None,
                        "column": marker.column or None,
                        "place": place_json(marker.place),
                    }
                    for marker in document.markers
                ],
                "notes": [
                    {
                        "label": note.label,
                        "number": note.number,
                        "text": note.text,
                        "markup": note.markup,
                        "line": note.line or None,
                        "place": place_json(note.place),
                        "urls": [
                            {"url": link.url, "shown": link.shown, "href": link.href}
                            for link in note.links
                        ],
                        "markers": len(note.markers),
                        "sentence": note.sentence,
                    }
                    for note in document.notes
                ],
                "links": [text_link_json(link) for link in document.links],
                "findings": [finding_json(finding) for finding in document.findings],
            }
            for document in documents
        ],
    }


def text_link_json(one: TextLink) -> dict[str, Any]:
    """An address in the text itself."""
    link = one.link
    return {
        "url": link.url,
        "shown": link.shown,
        "href": link.href,
        "place": place_json(one.place),
        "sentence": one.sentence,
    }


def place_json(place: Place | None) -> dict[str, Any] | None:
    """A place as its format can say it: line and column, part and paragraph, page and box."""
    if place is None:
        return None
    if place.line:
        return {"line": place.line, "column": place.column}
    if place.page:
        return {"page": place.page, "box": list(place.box) if place.box else None}
    return {"part": place.part, "paragraph": place.paragraph, "character": place.character}


def finding_json(finding: Finding) -> dict[str, Any]:
    """A finding as JSON; the same everywhere."""
    place = finding.place
    return {
        "code": finding.code,
        "level": str(finding.level),
        "message": finding.message,
        "path": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "place": place_json(place),
        "note": finding.note,
        "url": finding.url,
        "repair": finding.repair,
        **({"evidence": list(map(str, finding.evidence))} if finding.evidence else {}),
        **({"places": list(map(place_json, finding.places))} if finding.places else {}),
    }
