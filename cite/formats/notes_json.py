"""Notes and markers as JSON, schema `cite/notes/1`."""

from collections.abc import Sequence
from typing import Any

from cite.model.findings import Finding
from cite.model.notes import BoundNotes


def notes_json(documents: Sequence[BoundNotes]) -> dict[str, Any]:
    """Per document its markers, notes and findings."""
    return {
        "schema": "cite/notes/1",
        "documents": [
            {
                "path": document.path,
                "markers": [
                    {"label": marker.label, "line": marker.line, "column": marker.column}
                    for marker in document.markers
                ],
                "notes": [
                    {
                        "label": note.label,
                        "number": note.number,
                        "text": note.text,
                        "markup": note.markup,
                        "line": note.line,
                        "urls": [
                            {"url": link.url, "shown": link.shown, "href": link.href}
                            for link in note.links
                        ],
                        "markers": len(note.markers),
                        "sentence": note.sentence,
                    }
                    for note in document.notes
                ],
                "findings": [finding_json(finding) for finding in document.findings],
            }
            for document in documents
        ],
    }


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
        "note": finding.note,
        "url": finding.url,
        "repair": finding.repair,
        **({"evidence": list(map(str, finding.evidence))} if finding.evidence else {}),
    }
