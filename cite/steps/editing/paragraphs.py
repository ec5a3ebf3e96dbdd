"""Paragraphs that lost something: their end, the page they were cut by, what made them a quotation."""

import re
from collections.abc import Iterator

from cite.model.document import ParagraphKind
from cite.model.findings import Finding, Level
from cite.model.quotations import Shape
from cite.steps.editing.article import Article, Passage, Spot, excerpt, pattern
from cite.steps.editing.rule import Measured, Rule

_STOPPED = re.compile(r"[.!?…:;。！？：；][\"'”’»›)\]\x00*]*\s*$")
_LONG = 20
"""Words that a paragraph without a stop has, if it is no heading, caption, byline or verse."""


def _unstopped(article: Article) -> Iterator[tuple[Passage, Passage | None]]:
    """Paragraphs of running prose that end without a stop, each with the one that follows it at once."""
    passages = article.passages
    for at, passage in enumerate(passages):
        text = passage.text.rstrip()
        if passage.paragraph.kind is not ParagraphKind.TEXT or not _is_prose(passage):
            continue
        if (
            _STOPPED.search(text)
            or re.search(r"[=\\_^{}]", text)
            or passage.own.rstrip().endswith("\x00")
        ):
            continue
        follows = passages[at + 1] if at + 1 < len(passages) else None
        if follows and follows.index != passage.index + 1:
            follows = None
        yield passage, follows


def _is_prose(passage: Passage) -> bool:
    """Whether it is of sentences: long, and not a list of key words, a signature or lines of verse."""
    text = passage.text.strip()
    if len(text.split()) < _LONG or re.match(r"[\w ]{3,30}:\s", text) or len(passage.ends) < 1:
        return False
    return text[0].isalpha() or text[0] in "\"'“‘("


def _goes_on(passage: Passage, follows: Passage | None) -> bool:
    """Whether the next paragraph is the rest of the sentence."""
    if follows is None or follows.paragraph.kind is not ParagraphKind.TEXT:
        return False
    first = follows.text.lstrip()[:1]
    return first.islower() or passage.text.rstrip().endswith(",")


_TO_A_FORMULA = frozenset("set have get is are by that which define obtain let with".split())


def _leads_on(last: list[str]) -> bool:
    """Whether the last sentence is no more than a signature, or leads to a formula that is no text."""
    return len(last) <= 2 or last[-1].lower() in _TO_A_FORMULA


_CREDIT = re.compile(
    r"\b(?:sources?|photo(?:graph)?s?|credits?|quelle|fonte|figure|table)\b\s?:", re.I
)


def _ends_for_good(article: Article, passage: Passage, follows: Passage | None) -> bool:
    """Whether nothing takes up a paragraph's last words: no rest of it, no list, block, formula or table."""
    body, after = article.document.body, passage.index + 1
    if _goes_on(passage, follows) or _CREDIT.search(passage.text):
        return False
    if after == len(body):
        return True
    kind, first = body[after].kind, body[after].text.lstrip()[:1]
    return kind is ParagraphKind.HEADING or (kind is ParagraphKind.TEXT and first.isupper())


def _cut(article: Article) -> Iterator[Finding]:
    for passage, follows in _unstopped(article):
        if follows and _goes_on(passage, follows):
            before, after = passage.text.rstrip()[-40:], excerpt(follows.text, 40)
            place = article.place(passage, len(passage.text.rstrip()) - 1)
            message = f"A sentence is cut in two paragraphs: “… {before}” goes on with “{after}”. Join them."
            yield Finding("sentence-cut", Level.WARNING, message, place)


def _without_stop(article: Article) -> Iterator[Finding]:
    spots, ends = [], []
    for passage, follows in _unstopped(article):
        text = passage.text.rstrip()
        last = text[max((end for end in passage.ends if end < len(text)), default=0) :].split()
        if (
            _ends_for_good(article, passage, follows)
            and text[-1:].isalpha()
            and not _leads_on(last)
        ):
            spots.append(Spot(article.place(passage, len(text) - 1)))
            ends.append(text[-30:])
    if spots:
        message = f"A paragraph ends without its full stop {{where}}: “… {ends[0]}”. Is something missing?"
        yield pattern("paragraph-without-stop", Level.INFO, message, spots)


_SHOWS = re.compile(r"\bhere (?:is|are)\b|\bas follows\b|\bfollowing\b", re.I)
"""What leads to an example, a formula or a list, and to no quotation."""


def _unmarked(article: Article) -> Iterator[Finding]:
    for one in article.quotations:
        if one.shape is not Shape.UNMARKED or re.search(r"[\"“”„«»]", one.text):
            continue
        if not _SHOWS.search(one.sentence):
            message = (
                f"“{excerpt(one.text, 60)}” follows a colon and is closed by a marker, without quotation marks: "
                "a block quotation that lost its markup?"
            )
            label = one.note.label if one.note else None
            yield Finding("block-quotation-unmarked", Level.WARNING, message, one.place, label)


RULES = (
    Rule(
        "sentence-cut",
        "Asks whether a paragraph breaks off within a sentence that the next one finishes.",
        "articles taken out of pages keep the breaks of their pages, and a reader stumbles.",
        "join the two paragraphs.",
        "“… who sell them will become angry and” | “impede the work of others.”",
        _cut,
        Measured(8, 0),
    ),
    Rule(
        "paragraph-without-stop",
        "Asks whether a paragraph of prose ends without a full stop.",
        "the stop, or a whole line, may have been lost when the text was taken over.",
        "compare with the original; put the stop where nothing else is missing.",
        "a paragraph that ends “and were sent home again”, nothing behind it.",
        _without_stop,
        Measured(2, 0),
    ),
    Rule(
        "block-quotation-unmarked",
        "Asks whether a paragraph that a colon announces and a marker closes is a quotation that looks like prose.",
        "without marks or indent, words of the source stand as the author's own.",
        "set it as a block quotation again, after comparing it with the source.",
        "“The report describes the town:” and a paragraph of the report's words, then a marker.",
        _unmarked,
        Measured(4, 0),
    ),
)
