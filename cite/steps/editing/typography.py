"""Quotation marks, apostrophes and dashes of the text, counted."""

import re
from collections.abc import Iterator

from cite.model.findings import Finding, Level
from cite.steps.editing.article import BLANK, Article, Passage, Spot, is_latin, pattern
from cite.steps.editing.census import census
from cite.steps.editing.rule import Measured, Rule
from cite.steps.quotations.marks import marked

_APOSTROPHE = re.compile(r"(?<=\w)(?P<mark>['’])(?=\w)|(?<=\w[sz])(?P<last>['’])(?=\s)")
_STRAIGHT, _CURLY = "straight", "curly"
_LEAST_WORDS = 4


def _styles(article: Article) -> Iterator[tuple[str, Spot]]:
    """Straight or curly, mark by mark; what stands within quotations is its source's."""
    for passage in article.passages:
        if not is_latin(passage.text):
            continue
        for one in marked(passage.text):
            if one.opening in "\"'“”‘’" and not passage.is_set_off(one.start):
                form = _STRAIGHT if one.opening in "\"'" else _CURLY
                yield form, Spot(article.place(passage, one.start))
        for match in _APOSTROPHE.finditer(passage.own):
            if passage.is_set_off(match.start()):
                continue
            form = _STRAIGHT if "'" in match[0] else _CURLY
            yield form, Spot(article.place(passage, match.start()))


def _singles(article: Article) -> Iterator[tuple[str, Spot]]:
    """Double or single marks around quotations of several words."""
    for passage in article.passages:
        for one in marked(passage.text):
            if len(one.text.split()) >= _LEAST_WORDS and one.opening in "\"'“‘":
                form = "double" if one.opening in '"“' else "single"
                yield form, Spot(article.place(passage, one.start))


def _quotes(article: Article) -> Iterator[Finding]:
    for uses, what in (
        (_styles, "quotation marks and apostrophes"),
        (_singles, "marks around quotations"),
    ):
        if found := census(uses(article)):
            (other,) = found.others
            message = f"{found.usual.capitalize()} {what} ({found.count}) are mixed with {other} ones {{where}}."
            yield pattern("quote-styles-mixed", Level.INFO, message, found.spots)


_DASH = re.compile(
    rf"(?<=[^\W\d_]|[.,)”’\"{BLANK}])(?:(?P<spaced_hyphen>\s-\s)|(?P<spaced_en>\s–\s)|(?P<spaced_em>\s—\s)|(?P<em>—)|(?P<double>\s?--\s?))(?=[^\W\d_]|[(“‘\"*])"
)
_DASHES = {
    "spaced_hyphen": "a spaced hyphen",
    "spaced_en": "a spaced en dash",
    "spaced_em": "a spaced em dash",
    "em": "a closed em dash",
    "double": "two hyphens",
}
_OFTEN = 3


def _dash_uses(passages: tuple[Passage, ...], article: Article) -> Iterator[tuple[str, Spot]]:
    for passage in passages:
        for match in _DASH.finditer(passage.own):
            if match.lastgroup and not passage.is_set_off(match.start()):
                yield _DASHES[match.lastgroup], Spot(article.place(passage, match.start()))


def _dashes(article: Article) -> Iterator[Finding]:
    """Two dashes for one purpose: each often, or one now and then beside the usual one."""
    uses = list(_dash_uses(article.passages, article))
    forms: dict[str, list[Spot]] = {}
    for form, spot in uses:
        forms.setdefault(form, []).append(spot)
    often = [form for form, spots in forms.items() if len(spots) >= _OFTEN]
    if len(forms) < 2 or not often:
        return
    counted = sorted(forms, key=lambda form: -len(forms[form]))
    told = ", ".join(f"{form} ({len(forms[form])})" for form in counted)
    rarest = [spot for form in counted[1:] for spot in forms[form]]
    message = f"Clauses are set off in several ways: {told}. The less usual ones stand {{where}}."
    yield pattern("dash-styles-mixed", Level.INFO, message, rarest)


RULES = (
    Rule(
        "quote-styles-mixed",
        "Asks whether quotation marks and apostrophes are straight or curly throughout, and quotations in double or single marks.",
        "a mixture comes from pasting, and pasted words are where quotations lose their marks.",
        "use one style; what stands within a quotation or a title is left alone.",
        "a text in straight marks with three words in curly ones.",
        _quotes,
        Measured(26, 1),
    ),
    Rule(
        "dash-styles-mixed",
        "Asks whether one dash sets off clauses throughout.",
        "a hyphen where a dash is meant joins two words that have nothing to do with each other.",
        "use one dash.",
        "“everyone – except for dealers - agrees”.",
        _dashes,
        Measured(39, 2),
    ),
)
