"""What is to be seen of a reading that tells whether it is right: signs of a citation, and of each of its fields.

A sign is a short name with a number, mostly 0 or 1. `probability` weighs them; `training/confidence.py` finds
the weights.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cite.model.entries import FieldValue, Name
from cite.recognisers.fields.imprint_words import is_periodical, is_place, is_press
from cite.recognisers.fields.names import could_be_names, is_organisation
from cite.recognisers.forms.doubts import doubts
from cite.recognisers.labels.labels import Labelled
from cite.recognisers.languages.known import is_covered, language_of, script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

Signs = dict[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """The note around a citation."""

    labels: Sequence[Labelled] = ()
    """What the model takes the words of the note for, whoever reads them."""
    start: int = 0
    """Where the citation begins in the note."""
    pieces: int = 1
    """Of how many pieces the note is made."""
    signalled: bool = False
    entry: bool = False
    """Whether it was read as an entry of a bibliography."""
    listed: bool = False
    """Whether most notes of the document are such entries."""


UNKNOWN = Context()
"""Where nothing is known of the note."""
_BY_LABEL = {
    "author": "author", "editor": "editor", "translator": "translator", "title": "title", "journal": "journal",
    "booktitle": "booktitle", "publisher": "publisher", "institution": "publisher", "school": "publisher",
    "organization": "publisher", "address": "address", "year": "date", "pages": "pages", "volume": "volume",
    "number": "number", "edition": "edition", "doi": "doi", "url": "url",
}  # fmt: skip
"""The label that the words of each field should bear."""
_TEXTUAL = frozenset(("author", "editor", "title", "journal", "booktitle", "publisher", "address"))
_CONTAINERS = frozenset(("journal", "booktitle", "series"))


def citation_signs(draft: Draft, entry_type: str, context: Context) -> Signs:
    """The signs of a whole citation."""
    seen: Signs = {f"reader {draft.reader or 'none'}": 1.0, f"type {entry_type}": 1.0}
    for sign, holds in (*_of_the_note(draft, context), *_of_the_whole(draft), *_of_fields(draft)):
        if holds:
            seen[sign] = float(holds)
    seen |= _by_labels(draft, context)
    return seen


def field_signs(draft: Draft, name: str, citation: float, context: Context) -> Signs:
    """The signs of one field of it; `citation` is the log-odds that the whole is right."""
    seen: Signs = {f"field {name}": 1.0, "citation": citation, f"citation of {name}": citation}
    value = draft.fields[name]
    for sign, holds in _of_a_field(name, value, draft):
        if holds:
            seen[f"{name} {sign}"] = float(holds)
    if (agreed := _agreement(draft, name, context)) is not None:
        seen["labelled so"] = agreed[0]
        seen["labelled surely"] = agreed[1]
        seen["labelled otherwise"] = float(agreed[0] < 0.5)
    if name in draft.confidence:
        seen["doubted"] = 1 - draft.confidence[name]
    return seen


def _of_the_note(draft: Draft, context: Context) -> Iterator[tuple[str, float]]:
    yield "two pieces", context.pieces == 2
    yield "several pieces", context.pieces > 2
    yield "signal", context.signalled
    yield "entry", context.entry
    yield "listed", context.listed
    yield "behind others", context.start > 40
    length = len(draft.text)
    yield "short", length < 40
    yield "long", length > 250
    yield "very long", length > 450
    language = language_of(draft.text)
    yield "no language", language is None
    yield "foreign", language is not None and language.code != "en"
    yield "other script", script_of(draft.text) is not Script.LATIN
    yield "uncovered", not is_covered(draft.text)


_STOPPED = re.compile(r"[^\W\d_]{3}\.\s+[A-ZÀ-Ž]")
_SEPARATED = re.compile(rf"[\[\]“”„]|,\s(?:S|pp?|s|с)\.|\({YEAR}\)|,\s{YEAR}|:\s?\d|https?:|\s//\s")
_LETTERS = re.compile(r"[^\W\d_]")


def _of_the_whole(draft: Draft) -> Iterator[tuple[str, float]]:
    left = len(_LETTERS.findall(draft.rest())) / max(1, len(_LETTERS.findall(draft.text)))
    yield "left over", left
    yield "some left over", left > 0.02
    yield "much left over", left > 0.12
    against = doubts(draft)
    yield "doubts", min(against, 4.0)
    yield "any doubts", against > 0.45
    yield "remark", bool(draft.trailing)
    yield "pinpoint", bool(draft.locator)
    marks = len(draft.part.quotes) + len(draft.part.italics)
    yield "unmarked", marks == 0
    yield "many marks", marks > 2
    years = len(set(re.findall(rf"(?<!\d){YEAR}(?!\d)", draft.text)))
    yield "years", min(max(0, years - 1), 3)
    yield "semicolon", ";" in draft.text


def _of_fields(draft: Draft) -> Iterator[tuple[str, float]]:
    fields = draft.fields
    names = set(fields)
    yield "no title", "title" not in names
    yield "no year", "year" not in names
    yield "nobody", not names & {"author", "editor"}
    yield "few fields", len(names) < 4
    yield (
        "no imprint",
        not names
        & {"publisher", "address", "journal", "booktitle", "institution", "school", "url"},
    )
    yield "pages of a book", "pages" in names and not names & _CONTAINERS
    yield "part of nothing", bool(names & {"volume", "number"}) and not names & _CONTAINERS
    yield "house without place", "publisher" in names and "address" not in names
    yield "place without house", "address" in names and "publisher" not in names
    yield "article without pages", "journal" in names and "pages" not in names
    yield "book without editor", "booktitle" in names and "editor" not in names
    for name, value in fields.items():
        if name in _BY_LABEL:
            for sign, holds in _of_a_field(name, value, draft):
                yield f"{name} {sign}", holds


def _of_a_field(name: str, value: FieldValue, draft: Draft) -> Iterator[tuple[str, float]]:
    match value:
        case tuple():
            yield from _of_names(value)
        case int():
            yield "unlikely", value < 1600 and name == "year"
        case _:
            yield from _OF_TEXT.get(name, _of_anything)(str(value))


def _of_names(names: tuple[Name, ...]) -> Iterator[tuple[str, float]]:
    people = [name for name in names if name.literal != "others"]
    yield "one", len(people) == 1
    yield "many", len(people) > 5
    yield "of one word", any(not one.given and not one.literal for one in people)
    bodies = [one.literal for one in people if one.literal]
    yield "a body", bool(bodies)
    yield "no known body", any(not is_organisation(body) for body in bodies)
    printed = [f"{one.given} {one.family}" for one in people]
    yield "odd", any(re.search(r"[\d:()\[\]“”]|\s[a-z]{4,}\s", one) for one in printed)
    yield "long", any(len(one.split()) > 4 for one in printed)
    yield "lower", any(one.family[:1].islower() for one in people)


def _of_title(value: str) -> Iterator[tuple[str, float]]:
    count = len(value.split())
    yield "of one word", count == 1
    yield "short", count == 2
    yield "long", count > 16
    yield "very long", count > 26
    yield "stopped", bool(_STOPPED.search(value))
    yield "separated", bool(_SEPARATED.search(value))
    yield "like names", count < 5 and could_be_names(value)
    yield "lower", value[:1].islower()
    yield "figures last", bool(re.search(r"\d\W*$", value))
    yield "open bracket", value.count("(") != value.count(")")
    yield "comma", "," in value


def _of_container(value: str) -> Iterator[tuple[str, float]]:
    yield "long", len(value.split()) > 8
    yield "of one word", len(value.split()) == 1
    yield "known", is_periodical(value)
    yield "figures", bool(re.search(r"\d", value))
    yield "lower", value[:1].islower()
    yield "separated", bool(_SEPARATED.search(value)) or bool(_STOPPED.search(value))
    yield "comma", "," in value


def _of_house(value: str) -> Iterator[tuple[str, float]]:
    yield "known", is_press(value)
    yield "a place", is_place(value)
    yield "long", len(value.split()) > 6
    yield "figures", bool(re.search(r"\d", value))
    yield "comma", "," in value
    yield "lower", value[:1].islower()


def _of_place(value: str) -> Iterator[tuple[str, float]]:
    yield "known", is_place(value)
    yield "long", len(value.split()) > 3
    yield "comma", "," in value
    yield "figures", bool(re.search(r"\d", value))


def _of_pages(value: str) -> Iterator[tuple[str, float]]:
    yield "single", value.isdigit()
    match = re.fullmatch(r"\D{0,3}(\d+)–\D{0,3}(\d+)", value)
    yield "backward", bool(match) and match is not None and int(match[2]) < int(match[1])
    yield "wide", match is not None and int(match[2]) - int(match[1]) > 120
    yield "odd", match is None and not value.isdigit()


def _of_number(value: str) -> Iterator[tuple[str, float]]:
    yield "odd", not re.fullmatch(r"\d{1,4}|[IVXLC]+", value)
    yield "high", value.isdigit() and int(value) > 300


def _of_anything(value: str) -> Iterator[tuple[str, float]]:
    yield "long", len(value) > 60


_OF_TEXT = {
    "title": _of_title, "journal": _of_container, "booktitle": _of_container, "publisher": _of_house,
    "institution": _of_house, "school": _of_house, "organization": _of_house, "address": _of_place,
    "pages": _of_pages, "volume": _of_number, "number": _of_number,
}  # fmt: skip


def _by_labels(draft: Draft, context: Context) -> Signs:
    """How far the model, which reads the same words in its own way, comes to the same."""
    found = _within(context.labels, context.start, len(draft.text))
    if not found:
        return {"unlabelled": 1.0}
    sure = [one.confidence for one in found]
    weights = [one.span.end - one.span.start for one in found]
    mean = sum(s * w for s, w in zip(sure, weights, strict=True)) / sum(weights)
    group = "labels" if draft.reader == "labels" else "rules"
    seen = {
        f"mean {group}": mean,
        f"least {group}": min(sure),
        f"least low {group}": float(min(sure) < 0.45),
        "parted": float(any(one.label == "end" for one in found)),
        "argued": float(any(one.label == "comment" for one in found)),
    }
    agreed = [
        (name, one)
        for name in draft.fields
        if name in _BY_LABEL and (one := _agreement(draft, name, context)) is not None
    ]
    if agreed:
        seen[f"agreed {group}"] = sum(one[0] for _, one in agreed) / len(agreed)
        seen[f"least agreed {group}"] = min(one[0] for _, one in agreed)
        for name, one in agreed:
            if name in _TEXTUAL:
                seen[f"{name} labelled otherwise"] = float(one[0] < 0.6)
    missed = {one.label for one in found if one.confidence > 0.6} & _TEXTUAL
    labels = {_BY_LABEL[name] for name in draft.fields if name in _BY_LABEL}
    for label in sorted(missed - labels):
        seen[f"labelled {label} unread"] = 1.0
    return seen


def _within(labels: Sequence[Labelled], start: int, length: int) -> list[Labelled]:
    return [
        one for one in labels if one.span.start >= start - 2 and one.span.end <= start + length + 2
    ]


def _agreement(draft: Draft, name: str, context: Context) -> tuple[float, float] | None:
    """Of the characters of a field the share that is labelled so, and how sure the labels are."""
    label, span = _BY_LABEL.get(name), draft.spans.get(name)
    if label is None or span is None or not context.labels:
        return None
    begin, end = span.start + context.start, span.end + context.start
    covered = agreed = sure = 0.0
    for one in context.labels:
        shared = min(one.span.end, end) - max(one.span.start, begin)
        if shared > 0:
            covered += shared
            sure += shared * one.confidence
            agreed += shared * (one.label == label)
    return (agreed / covered, sure / covered) if covered else None
