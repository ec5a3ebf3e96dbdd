"""Where a quotation's words are not its source's: steps of an alignment gathered into differences, and excused or not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cite.model.quotations import Difference, DifferenceKind
from cite.steps.quotations.align import Op, Step
from cite.steps.quotations.lexicon import ATTRIBUTIONS, kind_of, negates
from cite.steps.quotations.ocr import misread
from cite.steps.quotations.quoted import Item, Kind, Quoted
from cite.steps.quotations.source import Source, looks_like_furniture

_GRAVEST = (
    DifferenceKind.NEGATION,
    DifferenceKind.NUMBER,
    DifferenceKind.MODAL,
    DifferenceKind.OPERATOR,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Steps in a row that are not the same: items `first` to `last` against words `start` to `end`."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found between a quotation and its source, and what was seen through."""

    differences: tuple[Difference, ...] = ()
    excused: tuple[str, ...] = ()
    splices: tuple[Stretch, ...] = ()
    """Places where the quotation goes on without saying that it left out a sentence, a speaker, or more."""


def differences(quoted: Quoted, source: Source, steps: Sequence[Step]) -> Seen:
    """All differences outside brackets and ellipses; those in the print of the source are excused, by name."""
    found: list[Difference] = []
    excused: list[str] = []
    splices: list[Stretch] = []
    for stretch in _stretches(steps):
        if reason := _excuse(stretch, quoted, source):
            excused.append(reason)
        elif _is_splice(stretch, source):
            splices.append(stretch)
        else:
            found += _compared(stretch, quoted, source)
    for step in steps:
        if step.op is Op.JOINED:
            if _joins_other_words(step, quoted, source):
                found.append(
                    _difference(
                        Stretch(step.first, step.last, step.start, step.end), quoted, source
                    )
                )
            else:
                excused.append("hyphens or spaces within words")
    return Seen(tuple(found), tuple(dict.fromkeys(excused)), tuple(splices))


def _stretches(steps: Sequence[Step]) -> Iterator[Stretch]:
    """Neighbouring changes are one; a jump and what was omitted alone stay apart."""
    held: Stretch | None = None
    for step in steps:
        if step.op is Op.JUMP:
            if held:
                yield held
                held = None
            yield Stretch(step.first, step.last, step.start, step.end)
        elif step.op in (Op.CHANGED, Op.ADDED, Op.OMITTED):
            if held and held.last == step.first and held.end == step.start:
                held = Stretch(held.first, step.last, held.start, step.end)
            else:
                if held:
                    yield held
                held = Stretch(step.first, step.last, step.start, step.end)
        elif held:
            yield held
            held = None
    if held:
        yield held


# What is excused ---------------------------------------------------------------------------------------------


def _excuse(stretch: Stretch, quoted: Quoted, source: Source) -> str:
    """Why a stretch is no fault of the quotation, or nothing."""
    tokens = source.tokens
    items = quoted.items[stretch.first : stretch.last]
    words = tokens.words[stretch.start : stretch.end] if stretch.start < stretch.end else []
    if not items and words:
        start, end = tokens.starts[stretch.start], tokens.ends[stretch.end - 1]
        if looks_like_furniture(source.text, start, end):
            return "page numbers and running heads"
        if words == ["sic"]:
            return "a remark of the source"
        if len(words) == 1 and any(start == at for at, _ in source.paragraphs):
            return "numbers of paragraphs"
        if quoted.notes_omitted and _is_citation(source.text, start, end):
            return "citations left out, as it says"
    if len(items) == len(words) == 1 and _number_with_marker(items[0].word, stretch, source):
        return "note markers within"
    if len(items) == len(words) and words:
        if all(
            item.kind is Kind.WORD and misread(item.word, word)
            for item, word in zip(items, words, strict=True)
        ):
            return f"letters misread in the source (“{tokens.raw(stretch.start, stretch.end)}”)"
    return ""


def _number_with_marker(quoted: str, stretch: Stretch, source: Source) -> bool:
    """Whether a number at the end of a sentence has a note's number glued to it: `killed 40.12 The next day`."""
    found = source.tokens.words[stretch.start]
    if not quoted.isdigit() or not re.fullmatch(rf"{quoted}[.,]\d{{1,3}}", found):
        return False
    behind = source.text[source.tokens.ends[stretch.start] :][:6]
    return bool(re.match(r"\s+[“\"(]?[A-ZÀ-Ž]|\s*$", behind))


def _is_citation(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in ("(", "[") and text[end : end + 1] in (")", "]")


_WHOLE_BETWEEN_MARKS = re.compile(r"[\"“”«»„‘’]")


def _is_splice(stretch: Stretch, source: Source) -> bool:
    """Whether a sentence's end, a speaker, or a great deal was passed over without a sign."""
    if stretch.first != stretch.last:
        return False
    if stretch.end < stretch.start:
        return True
    tokens = source.tokens
    start = tokens.ends[stretch.start - 1] if stretch.start else 0
    end = tokens.starts[stretch.end] if stretch.end < len(tokens) else len(source.text)
    passed = tokens.words[stretch.start : stretch.end]
    if len(passed) > 25 or len(source.stops_between(start, end)) > 1:
        return True
    if source.stops_between(start, end) and len(passed) > 2:
        return True
    return leaves_out_a_speaker(source, start, end)


def leaves_out_a_speaker(source: Source, start: int, end: int) -> bool:
    """Whether marks close before what is passed over and open behind it, a saying between them."""
    text = source.text[start:end]
    said = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word in ATTRIBUTIONS]
    return bool(said) and len(_WHOLE_BETWEEN_MARKS.findall(text)) >= 2


def _joins_other_words(step: Step, quoted: Quoted, source: Source) -> bool:
    """Whether the same letters make other words: `maybe` and `may be`, `notable` and `not able`."""
    mine = [item.word for item in quoted.items[step.first : step.last]]
    theirs = source.tokens.words[step.start : step.end]
    if {"".join(mine), "".join(theirs)} == {"cannot"}:
        return False
    hyphen = _has_hyphen(
        quoted.text[quoted.items[step.first].start : quoted.items[step.last - 1].end]
    ) or _has_hyphen(source.tokens.raw(step.start, step.end))
    parts = mine if len(mine) > 1 else theirs
    return (
        not hyphen
        and step.start not in source.tokens.healed
        and any(kind_of(part) for part in parts)
    )


def _has_hyphen(text: str) -> bool:
    return bool(re.search(r"[-\u00ad\u2010\u2011\u2012–]", text))


# What is not -------------------------------------------------------------------------------------------------


def _compared(stretch: Stretch, quoted: Quoted, source: Source) -> Iterator[Difference]:
    """A stretch as differences: word by word where as many stand on both sides, else as one."""
    items = quoted.items[stretch.first : stretch.last]
    count = stretch.end - stretch.start
    if len(items) == count and 1 < count <= 6:
        for k in range(count):
            part = Stretch(
                stretch.first + k, stretch.first + k + 1, stretch.start + k, stretch.start + k + 1
            )
            if items[k].word != source.tokens.words[part.start]:
                yield _difference(part, quoted, source)
    else:
        yield _difference(stretch, quoted, source)


def _difference(stretch: Stretch, quoted: Quoted, source: Source) -> Difference:
    items = quoted.items[stretch.first : stretch.last]
    words = source.tokens.words[stretch.start : stretch.end]
    mine = quoted.text[items[0].start : items[-1].end] if items else ""
    theirs = source.tokens.raw(stretch.start, stretch.end)
    kind = _kind_of_change(items, words) or _kind_by_form(stretch, quoted, source)
    return Difference(kind, mine, " ".join(theirs.split()))


def _kind_of_change(items: Sequence[Item], words: Sequence[str]) -> DifferenceKind | None:
    """The gravest kind of what was lost, added or exchanged; None where no such word is among them."""
    ours = [word for item in items for word in item.words]
    if len(ours) == 1 and len(words) == 1 and negates(ours[0], words[0]):
        return DifferenceKind.NEGATION
    changed = (*_only(ours, words), *_only(words, ours))
    kinds = {kind_of(word) for word in changed}
    return next((kind for kind in _GRAVEST if kind.value in kinds), None)


def _kind_by_form(stretch: Stretch, quoted: Quoted, source: Source) -> DifferenceKind:
    """A name by its capital, else a word exchanged, left out or put in."""
    raw = [
        quoted.text[item.start : item.end] for item in quoted.items[stretch.first : stretch.last]
    ]
    if stretch.first == 0:
        raw = raw[1:]
    raw += [source.tokens.raw(at, at + 1) for at in range(stretch.start, stretch.end)]
    capital = [
        word for word in raw if word[:1].isupper() and word.lower() not in source.common_words
    ]
    if capital and source.names_have_capitals:
        return DifferenceKind.NAME
    if stretch.first == stretch.last:
        return DifferenceKind.OMISSION
    return DifferenceKind.WORD if stretch.start < stretch.end else DifferenceKind.INSERTION


def _only(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Words that the others lack, counted."""
    left = list(others)
    found = []
    for word in words:
        if word in left:
            left.remove(word)
        else:
            found.append(word)
    return found
