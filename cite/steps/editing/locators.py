"""Pages: where a long work is cited as a whole, and at a quotation or a figure that is somewhere in it."""

import re
from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.quotations import Quotation, Shape
from cite.model.references import Citation, CrossReference, Item, NoteKind
from cite.recognisers.text.folding import fold
from cite.steps.editing.article import (
    Article,
    Cited,
    Spot,
    only,
    pattern,
    quotations_by_note,
)
from cite.steps.editing.figures import figure_in
from cite.steps.editing.rule import Measured, Rule

LONG = frozenset("book techreport report thesis phdthesis mastersthesis collection".split())
"""Types of works in which nobody finds a sentence without its page."""
PAGED = LONG | {"incollection", "inbook", "article", "inproceedings"}
_FEW_PAGES = 3
_AS_EXAMPLE = re.compile(r"\b(?:see|cf|compare|e\.g|for example|generally|further|also)\b", re.I)
_NO_REMARKS = (NoteKind.CITATION, NoteKind.CROSS_REFERENCE)
_POINTS_ON = re.compile(r"\b(?:see|cf|reference|siehe|vgl)\b", re.I)
_LEAST_QUOTED = 5
"""Words from which a quotation wants a page: shorter ones are often terms or titles."""


_PLACE = re.compile(
    r"(?:\b(?:pp?|pages?|S|Seiten?|s|str|paras?|fols?|ff?|Rn|Abs|Kap(?:itel)?|ch(?:ap(?:ter)?)?s?|arts?|sec(?:tion)?s?|lines?|ll?|vv?|vol|Bd|Band)\b\.?|§+|¶+)\s?\d|\bpp?\.\s?[ivxlc]+\b"
    r"|\b(?:preface|introduction|foreword|prologue|epilogue|appendix|abstract|conclusions?|Vorwort|Anhang|Einleitung|préface|prefácio|prólogo)\b"
    r"|[,:]\s?(?!(?:1[5-9]|20)\d\d\b)\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:\s?ff?)?\.?\s*(?:$|https?:|doi)"
    r"|(?<![\d/-])(?!(?:1[5-9]|20)\d\d\b)\d{1,4}\s?[–—]\s?\d{1,4}(?![\d/-])",
    re.I,
)
"""Words and numbers that name a place, also where they were not read as one."""


def names_place(text: str) -> bool:
    """Whether some words name a place in a work."""
    return bool(_PLACE.search(text))


def _lacks_page(article: Article, note: Note, item: Item, types: frozenset[str]) -> bool:
    """Whether it names a paged work and no place in it."""
    if names_place(note.text[item.span.start : item.span.end + 40]):
        return False
    entry = item.entry if isinstance(item, Citation) else article.full.get(item.key or "")
    if entry is None or item.locator or entry.entry_type not in types:
        return False
    if isinstance(item, CrossReference) and item.form in ("ibid", "id"):
        return False  # the place of the note before goes on; a rule of its own asks about it
    fields = entry.fields
    if "chapter" in fields or "eid" in fields or _pages_of(str(fields.get("pages", ""))):
        return False
    on_the_web = "url" in fields and entry.entry_type not in LONG
    return not on_the_web


def _pages_of(pages: str) -> bool:
    """Whether some pages are so few that they are a place themselves."""
    within = re.fullmatch(r"(\d+)(?:[-–—]+(\d+))?", pages)
    if not within:
        return bool(pages) and not pages[0].isdigit()
    return within[2] is not None and 0 <= int(within[2]) - int(within[1]) <= _FEW_PAGES


def _rests_on(note: Note, quoted: list[Quotation]) -> str:
    """What in the text has to be found in the work: a quotation, a figure, or nothing so exact."""
    if any(names_place(marker.sentence) for marker in note.markers):
        return ""
    if any(_is_placeless(one, note) for one in quoted):
        return "quotation"
    return "figure" if any(figure_in(marker.sentence) for marker in note.markers) else ""


def _is_placeless(one: Quotation, note: Note) -> bool:
    """Whether words are quoted, are not the title of the work, and no page stands beside them."""
    if one.shape is Shape.INLINE and one.marker and one.text[-20:] not in one.marker.sentence:
        return False  # the marker closes another sentence, which may be all that it is for
    beside = one.beside.removesuffix(note.text)
    if len(one.text.split()) < _LEAST_QUOTED or names_place(f"{one.sentence} {beside}"):
        return False
    return not names_place(one.text[-60:]) and fold(one.text) not in fold(note.text)


def _exact(article: Article) -> Iterator[Finding]:
    quoted = quotations_by_note(article)
    spots: dict[str, list[Spot]] = {"quotation": [], "figure": []}
    for read in article.notes:
        item = only(read.items)
        if (
            not read.note.markers
            or read.kind not in _NO_REMARKS
            or _POINTS_ON.search(read.note.text)
        ):
            continue
        if isinstance(item, Citation) and not Cited(read.note, item).is_sure:
            continue
        if item and _lacks_page(article, read.note, item, PAGED):
            what = _rests_on(read.note, quoted.get(read.note.id, []))
            if what:
                spots[what].append(Spot.of(read.note))
    if spots["quotation"]:
        message = "A direct quotation is cited without a page {where}: a reader would have to search the whole work."
        yield pattern("quotation-without-page", Level.WARNING, message, spots["quotation"])
    if spots["figure"]:
        message = "A figure is cited without the page it is on {where}."
        yield pattern("figure-without-page", Level.INFO, message, spots["figure"])


def _quotations(article: Article) -> Iterator[Finding]:
    return (one for one in _exact(article) if one.code == "quotation-without-page")


def _figures(article: Article) -> Iterator[Finding]:
    return (one for one in _exact(article) if one.code == "figure-without-page")


def _whole_works(article: Article) -> Iterator[Finding]:
    """A note of several works is a list of literature, of which the whole is meant."""
    quoted = quotations_by_note(article)
    spots = [
        Spot.of(read.note)
        for read in article.notes
        if isinstance(item := only(read.items), Citation)
        and _is_plainly_long(Cited(read.note, item))
        and _lacks_page(article, read.note, item, LONG)
        and not _rests_on(read.note, quoted.get(read.note.id, []))
        and not _is_subject(read.note, item)
    ]
    if spots:
        message = "A book or report is cited as a whole {where}. Which pages bear out the sentence?"
        yield pattern("long-work-without-page", Level.INFO, message, spots)


def _is_plainly_long(cited: Cited) -> bool:
    """Whether it is a book or report without doubt, called from the text: named first in its note, with its imprint."""
    if not cited.note.markers or _AS_EXAMPLE.search(cited.item.signal):
        return False
    published = cited.has("publisher", "institution", "school", "address", "isbn")
    plain = cited.is_sure and cited.is_whole and not cited.is_quoted
    return plain and cited.has("year") and published


def _is_subject(note: Note, item: Citation) -> bool:
    """Whether the sentence speaks of the work itself, by its title: then all of it is meant."""
    title = re.split(r"[:.?]", str(item.entry.fields.get("title", "")))[0].lower().strip()
    return len(title) > 3 and any(title in marker.sentence.lower() for marker in note.markers)


RULES = (
    Rule(
        "quotation-without-page",
        "Asks whether a note says on which page of a long or printed work the words quoted stand.",
        "a quotation that cannot be found again cannot be verified.",
        "add the page, or the paragraph or section where there are no pages.",
        "“… have their own methods of assisting women”, cited to a report of 200 pages as a whole.",
        _quotations,
        Measured(10, 1),
    ),
    Rule(
        "figure-without-page",
        "Asks the same of a figure: a share, a sum, a count of people.",
        "figures are what readers look up, and what changes from one edition to the next.",
        "add the page or the number of the table.",
        "“a drop of 79 per cent”, cited to an evaluation as a whole.",
        _figures,
        Measured(2, 0),
    ),
    Rule(
        "long-work-without-page",
        "Asks which part of a book or report bears out the sentence that cites all of it.",
        "a claim that rests on a whole book rests on nothing a reader can check.",
        "add pages where the claim is narrower than the work; leave it where the whole is meant.",
        "“The police returned some of them.” cited to a report without a page.",
        _whole_works,
        Measured(55, 5),
    ),
)
