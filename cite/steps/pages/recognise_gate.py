"""Whether a page is a gate, told by its build: something to be answered, solved, waited for or signed.

Strong signs are a service that keeps gates, an address to come back to, a script that asks for the page
again; words on a gate's subject, something to press, few words without a way on are weaker. Two are
wanted, one of them strong or on what the gate is about, and a page without a text of its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl

from cite.formats.html_page import HtmlPage
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.pages.gate_words import NAMES_OF_LANGUAGES, RETURNS, SERVICES, SUBJECTS, Subject
from cite.steps.pages.weigh_text import LITTLE, TEXT, heads, weight, work_marks

SHORT = 1000
"""Characters of prose up to which a page may be a gate, whatever it says."""
LEGAL = 5000
"""The same for one that explains at length what it asks consent for."""
SOME_LINKS = 5
"""Links from which a page leads further into a site."""
_A_WAY_ON = 3
_FEW_HEADINGS = 6
_LEGAL_WORDS = 4
"""Different words on consent in a notice that is about nothing else."""
_A_LEGAL_WORD = 250
"""Characters of such a notice in which there is one."""
_ON_THE_ASKER = frozenset({Subject.ROBOTS, Subject.REGION, Subject.BROWSER})
"""Subjects of a refusal, which may explain itself at length."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A gate, and what shows it."""

    evidence: tuple[str, ...]
    subject: Subject | None
    """What it is about, where that can be told."""
    certain: bool
    """False where only words and a button show it, not in a heading."""


def gate(html: HtmlPage, sets_cookies: bool = False, kept_in: str = "") -> Gate | None:
    """The gate that a page is; None where the signs do not suffice.

    `kept_in` is the parameter in which the page's own address keeps the one that was asked for.
    """
    if not _may_be_gate(html):
        return None
    signs = _Signs(html, sets_cookies, kept_in)
    return (
        Gate((*signs.strong, *signs.weak), signs.subject, signs.certain) if signs.enough else None
    )


def speaks_of_gates(html: HtmlPage) -> bool:
    """Whether headings name a gate's subject, or a short text comes back to it."""
    if _subjects_of(heads(html)):
        return True
    return any(len(p.findall(html.prose[:LEGAL])) > 1 for p in SUBJECTS.values())


@dataclass(frozen=True)
class _Signs:
    """What on a page speaks for a gate."""

    html: HtmlPage
    sets_cookies: bool
    kept_in: str

    @cached_property
    def subjects(self) -> list[Subject]:
        """What the page speaks of, most spoken of first: in headings, in what can be pressed, in its few words."""
        html = self.html
        own = html.prose[:LEGAL] or html.text[:SHORT]
        found = _subjects_of((*heads(html), *html.buttons, own, html.unscripted))
        if html.password:
            found = [Subject.LOGIN, *(one for one in found if one is not Subject.LOGIN)]
        if not found and _names_languages(html):
            found = [Subject.LANGUAGE]
        return found

    @cached_property
    def services(self) -> list[Subject]:
        """Subjects of the services that keep gates, by what the page loads and how it is marked up."""
        html = self.html
        actions = (value for name, value in html.carried if name == "action")
        loaded = " ".join((*html.loads, *html.frames, *actions, html.source)).lower()
        return [s for s, marks in SERVICES.items() if any(mark in loaded for mark in marks)]

    @cached_property
    def strong(self) -> tuple[str, ...]:
        """Signs of which one suffices beside another of any kind."""
        return tuple(self._strong())

    def _strong(self) -> Iterator[str]:
        for subject in self.services:
            if self._is_all_there_is(subject):
                yield f"a script for {subject.value}"
        if way_back := self.kept_in or (_way_back(self.html) if self.asks else ""):
            yield f"the address to come back to in “{way_back}”"
        if self.html.asks_again:
            yield "a script that asks for it again"

    @cached_property
    def weak(self) -> tuple[str, ...]:
        """Signs that many a page has."""
        return tuple(self._weak())

    def _weak(self) -> Iterator[str]:
        html = self.html
        if self.subjects:
            yield f"words on {self.subjects[0].value}"
        if self.asks:
            yield _pressed(html)
        if _noindex(html):
            yield "it wants not to be indexed"
        if self.sets_cookies and len(html.text) < SHORT:
            yield "a cookie set"
        if html.links < SOME_LINKS and weight(html.prose) < TEXT:
            yield "few words and no way on"
        if self.in_heading and (self.asks or html.links < SOME_LINKS):
            yield "a heading on it"

    @property
    def asks(self) -> bool:
        """Whether there is something to press or to fill in."""
        return bool(self.html.buttons or self.html.fields)

    @property
    def in_heading(self) -> bool:
        """Whether title or first headings name what the page speaks of most."""
        return bool(self.subjects) and self.subjects[0] in _subjects_of(heads(self.html))

    @property
    def enough(self) -> bool:
        """Any page may have something to press: it takes what it is about, or a second sign of its build."""
        if self.strong and (self.weak or weight(self.html.text) < LITTLE):
            return True
        return bool(self.subjects) and len(self.weak) > 1

    @property
    def certain(self) -> bool:
        """Whether it is a gate even where no cited title is missing."""
        html = self.html
        nothing_else = self.asks and html.links < _A_WAY_ON and not html.media
        return bool(self.strong) or (self.in_heading and nothing_else)

    @property
    def subject(self) -> Subject | None:
        """What the gate is about: what a service and the words agree on goes first."""
        agreed = [subject for subject in self.services if subject in self.subjects]
        return next(iter(agreed or [*self.subjects, *self.services]), None)

    def _is_all_there_is(self, service: Subject) -> bool:
        """Whether a service is all there is to a page: any page may ask for consent in passing, or guard a form."""
        html, spoken_of = self.html, service in self.subjects
        if service in (Subject.ROBOTS, Subject.QUEUE):
            alone = spoken_of or (weight(html.text) < LITTLE and not _for_forms(html))
            return alone and (html.links < SOME_LINKS or weight(html.prose) < LITTLE)
        return spoken_of and html.links < SOME_LINKS


def _may_be_gate(html: HtmlPage) -> bool:
    """Whether a page says so little for itself that it may be no more than a gate."""
    if work_marks(html) or len(html.headings) > _FEW_HEADINGS:
        return False
    if weight(html.prose) <= SHORT and html.solid < TEXT:
        return True
    if weight(html.prose) > LEGAL:
        return False
    refused = html.links < 2 * SOME_LINKS and _ON_THE_ASKER & set(_subjects_of(heads(html)[:2]))
    return bool(refused) or _asks_at_length(html)


def _asks_at_length(html: HtmlPage) -> bool:
    """Whether a page of some length has nothing but buttons beside it, or speaks of consent throughout."""
    if len(html.buttons) > 1 and html.links < _A_WAY_ON:
        return True
    legal = SUBJECTS[Subject.CONSENT].findall(html.prose)
    different = {word.lower() for word in legal}
    dense = len(legal) * _A_LEGAL_WORD >= weight(html.prose)
    return bool(html.buttons) and len(different) >= _LEGAL_WORDS and dense


def _for_forms(html: HtmlPage) -> bool:
    """Whether the service is one that any page loads to guard a form, and has nothing to show here."""
    return any("recaptcha/api" in address for address in html.loads)


def _subjects_of(texts: Iterable[str]) -> list[Subject]:
    said = " . ".join(texts)
    counts = {subject: len(pattern.findall(said)) for subject, pattern in SUBJECTS.items()}
    return sorted((s for s, count in counts.items() if count), key=lambda s: -counts[s])


def _names_languages(html: HtmlPage) -> bool:
    """Whether a page of few words offers itself in several languages, each by its own name."""
    words = re.findall(r"[^\W\d_]+", html.text[:SHORT].lower())
    named = NAMES_OF_LANGUAGES & set(words)
    return len(named) > 1 and 3 * len(named) >= len(words)


def _way_back(html: HtmlPage) -> str:
    """The parameter that keeps the address asked for."""
    for name, value in html.carried:
        if name == "action":
            for key, kept in parse_qsl(split_url(value).query)[:20]:
                if key.lower() in RETURNS and _an_address(kept):
                    return key
        elif name.lower() in RETURNS and _an_address(value):
            return name
    return ""


def _an_address(value: str) -> bool:
    return value.startswith(("/", "http:", "https:", "%2F", "%2f", "^U")) and len(value) > 1


def _noindex(html: HtmlPage) -> bool:
    return any("noindex" in value.lower() for value in html.meta.get("robots", ()))


def _pressed(html: HtmlPage) -> str:
    label = next((label for label in html.buttons if label), "")
    return f"a button, “{label[:40]}”" if label else "something to fill in"
