"""What notes say, as JSON, schema `cite/refs/1`."""

from collections.abc import Sequence
from typing import Any

from cite.formats.notes_json import finding_json
from cite.model.entries import Entry, FieldValue, Name
from cite.model.references import Citation, CrossReference, Item, ReadDocument


def refs_json(documents: Sequence[ReadDocument]) -> dict[str, Any]:
    """Per document its notes, each with its kind and items."""
    return {
        "schema": "cite/refs/1",
        "documents": [
            {
                "path": document.path,
                "notes": [
                    {
                        "label": note.note.label,
                        "kind": str(note.kind),
                        "has_commentary": note.has_commentary,
                        "items": [item_json(item) for item in note.items],
                    }
                    for note in document.notes
                ],
                "findings": [finding_json(finding) for finding in document.findings],
            }
            for document in documents
        ],
    }


def item_json(item: Item) -> dict[str, Any]:
    """A citation or cross reference; keys that do not apply are null.

    `xref_form` and `target` of a citation tell how its volume is named and where that is given in full.
    """
    shared = {
        "signal": item.signal or None,
        "locator": item.locator or None,
        "trailing": item.trailing or None,
        "confidence": item.confidence,
        "span": [item.span.start, item.span.end],
    }
    match item:
        case Citation(entry=entry, container=volume):
            return {
                "kind": "citation",
                "key": entry.key,
                "entry_type": entry.entry_type,
                "fields": fields_json(entry),
                "spans": {name: [span.start, span.end] for name, span in entry.spans.items()},
                **shared,
                "field_confidence": dict(entry.confidence),
                "xref_form": volume.form if volume else None,
                "target": volume.target.label if volume and volume.target else None,
            }
        case CrossReference():
            return {
                "kind": "cross-reference",
                "key": item.key,
                "entry_type": None,
                "fields": {"author": _value(item.names)} if item.names else {},
                **shared,
                "xref_form": item.form,
                "target": item.target.label if item.target else None,
                "reason": item.reason,
            }


def fields_json(entry: Entry) -> dict[str, Any]:
    """Fields with names as objects and dates as numbers."""
    return {name: _value(value) for name, value in entry.fields.items()}


def _value(value: FieldValue) -> Any:
    return [_name(name) for name in value] if isinstance(value, tuple) else value


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    family = f"{name.particle} {name.family}".strip()
    parts = {"family": family, "given": name.given}
    return parts | {"suffix": name.suffix} if name.suffix else parts
