"""Where a character of a paragraph stands in the source."""

from dataclasses import replace

from cite.formats.lines import Lines
from cite.model.document import Paragraph
from cite.model.findings import Place


def place_at(paragraph: Paragraph, offset: int, lines: Lines | None) -> Place:
    """As exactly as its format tells; its paragraph's own place where that is all there is."""
    at = 0
    for run in paragraph.runs:
        if at <= offset < at + len(run.text) and lines:
            if source := run.source(offset - at, offset - at + 1):
                line, column = lines.at(source.start)
                return replace(paragraph.place, line=line, column=column)
            break
        at += len(run.text)
    if paragraph.place.character is not None:
        return replace(paragraph.place, character=paragraph.place.character + offset)
    return paragraph.place
