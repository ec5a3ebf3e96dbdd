"""What wants a source and names none."""

import re
from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.model.quotations import Shape
from cite.model.references import NoteKind, ReadNote
from cite.steps.editing.article import Article, Passage, Spot, excerpt, pattern
from cite.steps.editing.figures import figure_in
from cite.steps.editing.rule import Measured, Rule

_LEAST_OF_NOTE = 20
_OWN_BUSINESS = re.compile(
    r"\b(?:thank|grateful|gratitude|acknowledg\w+|indebted|emphasis|italics|translat\w+|my own|unless otherwise|in this (?:article|paper|chapter|essay|book|study|thesis)|"
    r"for (?:a|an) (?:discussion|overview)|throughout this|hereinafter|I use|we use|funded|grant|version|we|our|figure|image|above|below)\b",
    re.I,
)
_ENGLISH = re.compile(r"\bthe\b")
"""Remarks in other languages are left alone: what is no statement of facts is told by English words."""
_DATED = re.compile(r"(?<![\w.,])(?:1[5-9]\d\d|20\d\d)(?!\w)")
_NAMED = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+\b")
_CITED_HERE = re.compile(
    r"\([^()]*\d{4}[a-z]?[^()]*\)|\b\d{1,3}\s[A-Z][\w. ]{1,30}\s\d+|https?://|www\.|\bdoi\b|\b(?:pp?|vol|no|art|arts|cf|ibid)\.|\bv\.|\bpp?\.?\s?\d|\b(?:Bd|Band|S)\.?\s[\dIVX]|\bsee\b|§|\bArticles?\s\d|\[\d+\]",
    re.I,
)


def _commentary(article: Article) -> Iterator[Finding]:
    spots = [Spot.of(read.note) for read in article.notes if _states_facts(read)]
    if spots:
        message = "A note states facts and names no source {where}. How does the author know?"
        yield pattern("note-without-source", Level.INFO, message, spots)


def _states_facts(read: ReadNote) -> bool:
    text = read.note.text
    if read.kind is not NoteKind.COMMENTARY or read.items or read.note.links:
        return False
    if not _ENGLISH.search(text) or len(text.split()) < _LEAST_OF_NOTE:
        return False
    if _OWN_BUSINESS.search(text) or _CITED_HERE.search(text):
        return False
    names = len(_NAMED.findall(text))
    return (bool(_DATED.search(text)) and names >= 2) or bool(figure_in(text))


def _figures(article: Article) -> Iterator[Finding]:
    if not any(passage.markers for passage in article.passages):
        return
    spots, told = [], []
    met: set[str] = set()
    for passage in article.passages:
        for start, end in passage.sentences():
            found = figure_in(passage.own[start:end])
            if found is None or found[0] in met:
                continue
            met.add(found[0])
            if not _has_source(passage, start, end):
                spots.append(Spot(article.place(passage, start + found.start())))
                told.append(f"“{excerpt(found[0], 40)}”")
    if spots:
        message = f"A figure stands in the text without a note {{where}}: {', '.join(told[:8])}."
        yield pattern("figure-without-note", Level.INFO, message, spots)


def _has_source(passage: Passage, start: int, end: int) -> bool:
    """Whether a note, a link or a bracket cites it: in its sentence, or later in the paragraph."""
    if any(marker > start for marker in passage.markers):
        return True
    if any(start <= link.span.start <= end for link in passage.paragraph.links):
        return True
    return bool(_CITED_HERE.search(passage.text[start:end]))


_LEAST_QUOTED = 10
_SAID = re.compile(
    r"\b(?:said|says|wrote|writes|written|argue[sd]?|states?d?|explain(?:s|ed)|note[sd]|observe[sd]|according to|declare[sd]|claim(?:s|ed)|remark(?:s|ed)|"
    r"report(?:s|ed)|words of|in (?:his|her|their) words|quotes?d?|schreibt|schrieb|definiert|formuliert|écrit|écrivait|escribe|escribió|escreve|afirma|scrive)\b",
    re.I,
)
"""Verbs that say that words are another's."""


def _quotations(article: Article) -> Iterator[Finding]:
    if not any(passage.markers for passage in article.passages):
        return
    passages = {passage.paragraph.place: passage for passage in article.passages}
    by_line = {passage.paragraph.place.line: passage for passage in article.passages}
    spots, told = [], []
    for one in article.quotations:
        if one.marker or one.shape is not Shape.INLINE or len(one.text.split()) < _LEAST_QUOTED:
            continue
        passage = passages.get(one.place) or by_line.get(one.place.line)
        if passage is None or passage.markers or passage.paragraph.links:
            continue
        at = passage.text.find(one.text[:40])
        around = passage.text[max(0, at - 80) : at] + passage.text[at + len(one.text) :][:60]
        if _CITED_HERE.search(passage.text) or not _SAID.search(around):
            continue
        spots.append(Spot(one.place))
        told.append(f"“{excerpt(one.text, 40)}”")
    if spots:
        message = f"Words are quoted in the text without a note {{where}}: {', '.join(told[:6])}."
        yield pattern("quotation-without-note", Level.INFO, message, spots)


RULES = (
    Rule(
        "note-without-source",
        "Asks where a note that explains, with dates and names, or figures, has them from.",
        "facts in a note want a source as much as facts in the text.",
        "add the source, or say that it is the author's own knowledge.",
        "“The board has signed an agreement with the port of Ystad, which begins in 2012.”",
        _commentary,
        Measured(2, 0),
    ),
    Rule(
        "figure-without-note",
        "Asks where a figure in the text comes from when no note follows in its paragraph.",
        "figures are what readers quote further.",
        "add a note; the source of a figure told twice need be given once.",
        "“Over 100 dealers have been convicted.”",
        _figures,
        Measured(6, 0),
    ),
    Rule(
        "quotation-without-note",
        "Asks where words in quotation marks come from when nothing in their paragraph cites anything.",
        "a quotation nobody can find cannot be checked.",
        "add a note.",
        "She wrote that “the harbour had never been so quiet as in that spring”.",
        _quotations,
        Measured(16, 1),
    ),
)
