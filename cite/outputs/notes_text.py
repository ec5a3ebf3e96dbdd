"""Notes and findings as plain lines for a terminal."""

import textwrap
from collections.abc import Sequence

from cite.formats.safe_text import safe
from cite.model.findings import Finding, spot
from cite.model.notes import BoundNotes, Note
from cite.outputs.words import counted


def notes_table(documents: Sequence[BoundNotes], width: int = 80, colour: bool = False) -> str:
    """Each note with its markers and addresses, then what is wrong."""
    parts = []
    for document in documents:
        head = f"{safe(document.path)}: {counted(len(document.notes), 'note')}, {counted(len(document.markers), 'marker')}"
        parts.append(head)
        parts += [_note(note, width) for note in document.notes]
        if document.links:
            parts.append("  In the text")
            parts += [f"{'':8}{safe(one.link.url)}" for one in document.links]
        parts.append(findings_text(document.findings, width, colour))
    return "\n".join(part for part in parts if part)


def _note(note: Note, width: int) -> str:
    where = ", ".join(spot(marker.place) for marker in note.markers[:3]) or "no marker"
    label = safe(note.label).rjust(6)
    text = textwrap.shorten(safe(note.text), max(20, width - 10 - len(where)), placeholder=" …")
    lines = [f"{label}  {text}  ({where})"]
    lines += [f"{'':8}{safe(link.url)}" for link in note.links]
    return "\n".join(lines)


def findings_text(findings: Sequence[Finding], width: int = 80, colour: bool = False) -> str:
    """Findings, one paragraph each: place, level, code, message."""
    return "\n".join(_finding(finding, width, colour) for finding in findings)


_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def _finding(finding: Finding, width: int, colour: bool) -> str:
    level = str(finding.level)
    shown = f"\x1b[{_COLOURS[level]}m{level}\x1b[0m" if colour else level
    place = finding.place
    where = ""
    if place and place.line:
        where = f"{safe(place.path)}:{place.line}:{place.column or 1}: "
    elif place and spot(place):
        where = f"{safe(place.path)}, {safe(spot(place))}: "
    message = textwrap.fill(
        safe(finding.message),
        width,
        initial_indent="    ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    repair = f"\n    → {safe(finding.repair)}" if finding.repair else ""
    return f"{where}{shown} {finding.code}\n{message}{repair}"
