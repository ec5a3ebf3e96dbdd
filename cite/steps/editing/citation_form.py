"""One citation form used two ways within the notes of one article."""

import re
from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.steps.editing.article import Article, Cited, Spot, pattern
from cite.steps.editing.census import Census, census, told
from cite.steps.editing.rule import Measured, Rule

_MARKS_BEHIND = re.compile(r"[\s,.;:’”\"'»)]*")
_NAMED = {",": "a comma", ".": "a full stop", ":": "a colon", ";": "a semicolon", "": "nothing"}

Uses = Iterator[tuple[str, Spot]]


def _finding(code: str, found: Census | None, what: str) -> Iterator[Finding]:
    if found:
        message = (
            f"{what}: {found.usual} in {found.count} cases, {told(list(found.others))} {{where}}."
        )
        yield pattern(code, Level.INFO, message, found.spots)


# The end of a note -----------------------------------------------------------------------------------------------


_SHARE_OF_ENDS = 0.85
"""Notes end in many ways for good reasons, so that their habit has to be plainer than others."""


def _ends(article: Article) -> Iterator[Finding]:
    uses = {True: [], False: []}  # type: dict[bool, list[tuple[str, Spot]]]
    for read in article.notes:
        text = read.note.text.rstrip()
        if not read.items or read.note.breaks or text.endswith("-"):
            continue
        links = read.note.links
        address = bool(links) and links[-1].span.end >= len(text) - 2
        stopped = re.search(r"[.!?…。][\"'“”’«»)\]]*$", text)
        uses[address].append(("a full stop" if stopped else "none", Spot.of(read.note)))
    forms = {form for form, _ in uses[True]}
    pooled = uses[False] + (uses[True] if len(forms) > 1 else [])
    yield from _finding(
        "note-ends-two-ways", census(pooled, _SHARE_OF_ENDS), "Notes end in two ways"
    )


# Marks between the parts -----------------------------------------------------------------------------------------


def _after_titles(article: Article) -> Uses:
    for cited in article.cited():
        span = cited.entry.spans.get("title")
        text = cited.note.text
        if (
            span is None
            or not cited.is_sure
            or span.end >= cited.item.span.end - 1
            or text[span.end - 1 : span.end] in "?!"
        ):
            continue
        behind = _MARKS_BEHIND.match(text, span.end)
        marks = behind[0] if behind else ""
        follows = text[span.end + len(marks) : span.end + len(marks) + 1]
        if not follows or not (follows.isalnum()) or cited.has("eventtitle", "booktitle"):
            continue
        mark = next((mark for mark in ",.;:" if mark in marks), "")
        yield _NAMED[mark], Spot.of(cited.note)


_LED_TO = re.compile(
    r"\b(?:at|see|from|on|visit|via|in|em|unter|en|sur|website|site|online|available)\W{0,2}$", re.I
)
"""Words that lead to an address by themselves."""


def _before_addresses(article: Article) -> Uses:
    for cited in article.cited():
        for link in cited.note.links:
            if not re.match(r"https?:|www\.", link.shown, re.I):
                continue
            before = cited.note.text[: link.span.start].rstrip(" <(")
            if _LED_TO.search(before):
                continue
            if cited.item.span.start < link.span.start <= cited.item.span.end and before:
                if before[-1] in ",.:;" or before[-1].isalnum():
                    yield _NAMED[before[-1] if before[-1] in ",.:;" else ""], Spot.of(cited.note)


def _marks(article: Article) -> Iterator[Finding]:
    code = "citation-marks-differ"
    yield from _finding(code, census(_after_titles(article)), "Titles are followed in two ways")
    yield from _finding(
        code, census(_before_addresses(article)), "Addresses are introduced in two ways"
    )


# Volumes, pages, dates -------------------------------------------------------------------------------------------

_RANGE = re.compile(r"(?<![\d/.:–—-])\d{1,4}\s?(?P<dash>[-–—])\s?\d{1,4}(?!\d|[/–—-]|\.\d)")
_DASHES = {"-": "a hyphen", "–": "an en dash", "—": "an em dash"}
_DAY_FIRST = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s\d{4}"
)
_MONTH_FIRST = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
)


def _plain(cited: Cited) -> str:
    """The citation without its title and addresses, which are not the author's to change."""
    text = cited.note.text
    letters = list(text)
    for field in ("title", "subtitle", "booktitle", "url", "doi", "isbn", "number"):
        if span := cited.entry.spans.get(field):
            letters[span.start : span.end] = " " * (span.end - span.start)
    for link in cited.note.links:
        letters[link.span.start : link.span.end] = " " * (link.span.end - link.span.start)
    return "".join(letters[cited.item.span.start : cited.item.span.end])


def _ranges(article: Article) -> Iterator[Finding]:
    uses = [
        (_DASHES[match["dash"]], Spot.of(cited.note))
        for cited in article.cited()
        for match in _RANGE.finditer(_plain(cited))
    ]
    found = census(uses)
    if found:
        yield from _finding("range-dashes-differ", found, "Ranges of pages are written in two ways")
    else:
        spots = [spot for form, spot in uses if form == "an em dash"]
        if spots and len(spots) < 3:
            message = "A range of pages has an em dash {where}; an en dash is what ranges take."
            yield pattern("range-dashes-differ", Level.INFO, message, spots)


def _volumes(article: Article) -> Uses:
    for cited in article.cited():
        span = cited.entry.spans.get("volume")
        if span is None or cited.entry.entry_type != "article":
            continue
        before = cited.note.text[max(0, span.start - 8) : span.start].lower()
        yield (
            ("“vol.”" if re.search(r"vol(?:ume|\.)?\s*$", before) else "the number alone"),
            Spot.of(cited.note),
        )


def _dates(article: Article) -> Uses:
    for cited in article.cited():
        text = _plain(cited)
        if _DAY_FIRST.search(text):
            yield "day before month", Spot.of(cited.note)
        elif _MONTH_FIRST.search(text):
            yield "month before day", Spot.of(cited.note)


_DEGREE = re.compile(r",?\s(?:PhD|Ph\.D\.|MD|M\.D\.|MA|MSc|JD|LLM|DPhil|Prof\.|Esq\.)(?=[\s,.]|$)")


def _degrees(article: Article) -> Uses:
    for cited in article.cited():
        title = cited.entry.spans.get("title")
        if not cited.has("author") or title is None:
            continue
        names = cited.note.text[cited.item.span.start : title.start]
        form = "with degrees" if _DEGREE.search(names) else "without degrees"
        yield form, Spot.of(cited.note)


def _details(article: Article) -> Iterator[Finding]:
    code = "citation-details-differ"
    yield from _finding(code, census(_volumes(article)), "Volumes are written in two ways")
    yield from _finding(code, census(_dates(article)), "Dates are written in two ways")
    yield from _finding(code, census(_degrees(article)), "Authors are named in two ways")


RULES = (
    Rule(
        "note-ends-two-ways",
        "Asks whether nearly all notes end with a full stop, or nearly all without, and some do not.",
        "a note that ends otherwise may have lost its last words.",
        "see whether something is missing; end it as the others end.",
        "fifteen notes end with a full stop; note xiii does not.",
        _ends,
        Measured(23, 0),
    ),
    Rule(
        "citation-marks-differ",
        "Asks whether what stands behind titles, and before addresses, is the same in nearly all citations.",
        "readers, and programs, tell the parts of a citation by the marks between them.",
        "write it as the article does elsewhere.",
        "ten titles are followed by a comma, two by nothing.",
        _marks,
        Measured(16, 1),
    ),
    Rule(
        "range-dashes-differ",
        "Asks whether ranges of pages take one dash, and none an em dash.",
        "an em dash between two pages reads as a break.",
        "write ranges as the article does elsewhere.",
        "“573—574”.",
        _ranges,
        Measured(1, 0),
    ),
    Rule(
        "citation-details-differ",
        "Asks whether volumes, dates and authors are written in one way.",
        "what differs without a reason makes a reader look for one.",
        "write it as the article does elsewhere.",
        "two authors with “PhD” behind their names among fourteen without.",
        _details,
        Measured(1, 0),
    ),
)
