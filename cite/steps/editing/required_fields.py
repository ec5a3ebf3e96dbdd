"""What a citation of its type must say so that the work can be found."""

import re
from collections.abc import Iterator

from cite.model.entries import Name
from cite.model.findings import Finding, Level
from cite.steps.editing.article import Article, Cited, Spot, pattern
from cite.steps.editing.rule import Measured, Rule

_REPORTS = frozenset(("techreport", "report"))
_AGE_OF_THE_WEB = 1994
_ON_PAPER = ("doi", "isbn", "number", "series", "eprint", "location", "address")


_NO_PERIODICAL = re.compile(
    r"verlag|press\b|foundation|institut|universit|stiftung|museum|archiv|ministr|department|council|committee",
    re.I,
)
"""Words of bodies and publishers: what was read as a periodical may be one."""
_PERIODICAL = re.compile(
    r"review|journal|quarterly|bulletin|law\b|studies|proceedings|transactions|magazine|zeitschrift|revue|revista|rivista",
    re.I,
)
_UNPUBLISHED = re.compile(
    r"\b(?:forthcoming|in press|to appear|im Erscheinen|à paraître|en prensa|no prelo)\b", re.I
)


def _articles(article: Article) -> Iterator[Finding]:
    no_year, unplaced = [], []
    for cited in article.cited():
        if cited.entry.entry_type != "article" or not cited.has("journal"):
            continue
        journal = str(cited.entry.fields["journal"])
        if _NO_PERIODICAL.search(journal) and not _PERIODICAL.search(journal):
            continue
        if (
            not cited.is_sure
            or cited.has("doi", "eprint", "pubstate", "publisher", "address")
            or _UNPUBLISHED.search(cited.note.text)
        ):
            continue
        if not cited.has("year", "date"):
            if cited.has("volume", "number", "pages"):
                no_year.append(Spot.of(cited.note))
        elif not cited.has("volume", "number", "pages", "month", "url", "eid", "issue"):
            unplaced.append(Spot.of(cited.note))
    if no_year:
        message = "An article is cited without its year {where}."
        yield pattern("article-incomplete", Level.WARNING, message, no_year)
    if unplaced:
        message = "An article is cited without volume, number, pages, date of issue or DOI {where}."
        yield pattern("article-incomplete", Level.WARNING, message, unplaced)


def _reports(article: Article) -> Iterator[Cited]:
    return (
        one
        for one in article.cited()
        if one.entry.entry_type in _REPORTS
        and one.is_italic("title")
        and not one.is_quoted
        and one.is_whole
    )


def _is_body(cited: Cited) -> bool:
    authors = cited.entry.fields.get("author")
    return isinstance(authors, tuple) and any(
        isinstance(name, Name) and name.literal not in ("", "others") for name in authors
    )


def _publishers(article: Article) -> Iterator[Finding]:
    spots = [
        Spot.of(one.note)
        for one in _reports(article)
        if not one.has("institution", "publisher", "organization", "school", "doi", "isbn")
        and not _is_body(one)
    ]
    if spots:
        message = "A report is cited without saying who published it {where}."
        yield pattern("report-without-publisher", Level.INFO, message, spots)


def _addresses(article: Article) -> Iterator[Finding]:
    """Only where the article itself gives the addresses of other reports."""
    reports = [one for one in _reports(article) if _year(one) >= _AGE_OF_THE_WEB]
    without = [
        one for one in reports if not one.note.links and not one.has("howpublished", *_ON_PAPER)
    ]
    given = sum(one.has("url") for one in reports)
    if without and given >= 2:
        message = (
            f"A report is cited without an address, number or place {{where}}; of the reports cited here, "
            f"{given} have an address. Is it to be had on the web?"
        )
        yield pattern(
            "report-without-address", Level.INFO, message, [Spot.of(one.note) for one in without]
        )


def _year(cited: Cited) -> int:
    year = cited.entry.fields.get("year")
    return year if isinstance(year, int) else 0


_HIDDEN = re.compile(
    r"(?:an?|the|annual|first|second|third|final|interim|joint)?\s*(?:\w+\s){0,2}?(?:report|study|survey|statement|submission|briefing|paper|review)\s+(?:by|from|of the|prepared by|issued by)\s+"
    r"(?:the\s+)?(?P<body>[A-Z][\w&'’-]+(?:\s(?:of|for|on|and|the|[A-Z][\w&'’-]+)){0,7})",
)


def _hidden_authors(article: Article) -> Iterator[Finding]:
    for cited in article.cited():
        title = str(cited.entry.fields.get("title", ""))
        found = None if cited.has("author", "editor") else _HIDDEN.match(title)
        if found:
            body = re.sub(r"(?:\s(?:of|for|on|and|the))+$", "", found["body"])
            message = (
                f"The title names who wrote the work, “{body}”, and no author is given: "
                "a reader would look for it under that name."
            )
            note = cited.note
            yield Finding("author-within-title", Level.INFO, message, note.place, note.label)


_LASTING = re.compile(
    r"doi\.org/|hdl\.handle\.net|archive\.(?:org|ph|is|today)|perma\.cc|webcitation|jstor\.org|arxiv\.org|urn:|/ark:|purl\.",
    re.I,
)
_ON_THE_WEB = frozenset("online misc techreport report article unpublished".split())


def _access_dates(article: Article) -> Iterator[Finding]:
    dated, undated = 0, []
    for cited in article.cited():
        url = str(cited.entry.fields.get("url", ""))
        if not url or _LASTING.search(url) or cited.has("doi", "eprint"):
            continue
        if cited.has("urldate"):
            dated += 1
        elif cited.entry.entry_type in _ON_THE_WEB:
            undated.append(Spot.of(cited.note))
    if not undated or (dated and dated < 2 * len(undated)):
        return
    others = f", though {dated} others have one" if dated else "; none in the article has one"
    message = f"An address is given without the day on which it was seen {{where}}{others}."
    yield pattern("address-without-access-date", Level.INFO, message, undated)


RULES = (
    Rule(
        "article-incomplete",
        "Asks whether an article is cited with its year, and with a volume, a number, pages, a date or a DOI.",
        "without them a reader has to search every volume of the periodical.",
        "add what is missing; `cite refs --complete` offers what indexes know.",
        "an article in a law review, “vol. 158: 1655”, no year.",
        _articles,
        Measured(1, 0),
    ),
    Rule(
        "report-without-publisher",
        "Asks who published a report that persons wrote.",
        "reports are kept by those who issue them; without the name nobody knows where to ask.",
        "name the body that published it.",
        "three authors, a title and a date.",
        _publishers,
        Measured(2, 0),
    ),
    Rule(
        "report-without-address",
        "Asks for the address of a report where the article gives those of other reports.",
        "most reports of the last decades are to be had on the web, and a reader is spared the search.",
        "add the address and the day it was seen, or the number and place of a printed one.",
        "three reports with their addresses, and one with a date alone.",
        _addresses,
        Measured(4, 0),
    ),
    Rule(
        "author-within-title",
        "Asks whether the body that wrote a work is hidden in its title.",
        "lists and catalogues file it under its author; the note has none.",
        "put the body before the title.",
        "“A report by the Harbour Board on the flood of 1953”, no author.",
        _hidden_authors,
        Measured(1, 0),
    ),
    Rule(
        "address-without-access-date",
        "Asks when an address was seen, where the article says so of others or of none at all.",
        "pages change; the day tells which text was meant, and which archived copy is the right one.",
        "add the day on which it was read. DOIs and archived copies need none.",
        "“Harbour Board, Annual report, 2010, http://…”.",
        _access_dates,
        Measured(126, 0),
    ),
)
