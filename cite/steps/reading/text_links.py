"""Addresses in the text of an article itself, outside its notes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cite.formats.lines import Lines
from cite.model.document import Link, Paragraph
from cite.model.findings import Place
from cite.model.notes import Document, Note, TextLink
from cite.steps.reading.sentences import sentence_at, sentence_ends


def text_links(document: Document, entries: Iterable[Note] = ()) -> tuple[TextLink, ...]:
    """Each with its place and sentence; those of paragraphs read as entries of a bibliography left out."""
    read_already = {note.place for note in entries}
    paragraphs = [one for one in document.body if one.links and one.place not in read_already]
    if not paragraphs:
        return ()
    lines = Lines(document.source) if document.source else None
    return tuple(one for paragraph in paragraphs for one in _of(paragraph, lines))


def _of(paragraph: Paragraph, lines: Lines | None) -> Iterator[TextLink]:
    text = paragraph.text
    ends = sentence_ends(text)
    for link in paragraph.links:
        sentence = _shortened(sentence_at(text, link.span.start, ends), link)
        yield TextLink(link, _place(paragraph.place, link, lines), sentence)


def _place(place: Place, link: Link, lines: Lines | None) -> Place:
    """Where a link itself stands in a text format; else its paragraph's place."""
    if lines is None or link.anchor is None or not place.line:
        return place
    line, column = lines.at(link.anchor.start)
    return replace(place, line=line, column=column)


_LONGEST_SENTENCE = 600


def _shortened(sentence: str, link: Link) -> str:
    """A sentence as a report can show it: a table or a list without full stops is no sentence."""
    if len(sentence) <= _LONGEST_SENTENCE:
        return sentence
    at = sentence.find(link.shown)
    start = max(0, at - _LONGEST_SENTENCE // 2)
    return f"… {sentence[start : start + _LONGEST_SENTENCE]} …"
