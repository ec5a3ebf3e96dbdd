"""What a quotation leaves out at its ends and under its ellipses: conditions, exceptions, denials, attributions, numbers."""

import re
from collections.abc import Sequence

from cite.model.quotations import Difference, DifferenceKind
from cite.steps.quotations.lexicon import (
    ATTRIBUTIONS,
    CONTRASTS,
    FALSEHOODS,
    REFUSALS,
    counts,
    denies,
    limits,
    names_a_place,
)
from cite.steps.quotations.quoted import Quoted
from cite.steps.quotations.source import Source
from cite.steps.quotations.tokens import tokenise

_REACH = 400
"""Characters looked at beyond either end."""


def lost_behind(quoted: Quoted, source: Source, end: int) -> Difference | None:
    """What the sentence goes on with behind a quotation that stops, where that bounds or denies what was quoted."""
    rest = _rest_of_sentence(source, end)
    words = tokenise(rest).words
    if not words:
        return None
    if quoted.cut_after:
        limit = limits(source.languages).match(" ".join(words[:4]))
        return Difference(DifferenceKind.OPERATOR, "", _short(rest)) if limit else None
    if not quoted.stops:
        return None
    bounded = _bounds(words, source.languages)
    if bounded or _denied(words, source.languages):
        kind = DifferenceKind.OPERATOR if bounded else DifferenceKind.NEGATION
        return Difference(kind, "", _short(rest))
    if _attributes(rest, words):
        return Difference(DifferenceKind.OMISSION, "", _short(rest))
    return None


def lost_before(quoted: Quoted, source: Source, start: int, stops: bool) -> Difference | None:
    """What the sentence began with before a quotation that stands as a sentence of its own."""
    if not (quoted.begins_a_sentence and stops):
        return None
    head = _head_of_sentence(source, start)
    words = tokenise(head).words
    if not words or re.search(r"[\"“„«‘][\s\[(]*$", head):
        return None
    if limits(source.languages).match(" ".join(words)):
        return Difference(DifferenceKind.OPERATOR, "", _short(head, tail=True))
    clause = _clause_before(head)
    if any(
        denies(word, source.languages) or word in REFUSALS or word in FALSEHOODS for word in clause
    ):
        return Difference(DifferenceKind.NEGATION, "", _short(head, tail=True))
    if any(word in ATTRIBUTIONS for word in words[-8:]):
        return Difference(DifferenceKind.OMISSION, "", _short(head, tail=True))
    return None


def lost_between(source: Source, start: int, end: int) -> Difference | None:
    """What an ellipsis hides of the sentences that are quoted around it; whole sentences may go."""
    text = source.text[start:end]
    stops = source.stops_between(start, end)
    parts = [text] if not stops else [source.text[start : stops[0]], source.text[stops[-1] : end]]
    if source.stops_between(max(0, start - 1), start + 2) or re.match(r"\s*[.!?]", text):
        parts = parts[1:] if stops else []
    for part in parts:
        words = tokenise(part).words
        if found := next((word for word in words if denies(word, source.languages)), None):
            return Difference(DifferenceKind.NEGATION, "", _around(part, found))
        if limit := limits(source.languages).search(" ".join(words)):
            return Difference(DifferenceKind.OPERATOR, "", _around(part, limit[0]))
        if number := _counting(words, part):
            return Difference(DifferenceKind.NUMBER, "", _around(part, number))
    return None


def _counting(words: Sequence[str], text: str) -> str:
    """A number that counts something: not that of an article or a page, not the year of a citation."""
    cited = set(re.findall(r"\([^()]*?((?:1[5-9]|20)\d\d)[a-z]?(?:[:,][^()]*)?\)", text))
    for at, word in enumerate(words):
        if counts(word) and word not in cited:
            if not (
                at and (names_a_place(words[at - 1]) or (at > 1 and names_a_place(words[at - 2])))
            ):
                return word
    return ""


def _rest_of_sentence(source: Source, end: int) -> str:
    text = source.text
    following = text[end : end + 6]
    if re.match(r"[\"'”’»)\]\s]{0,3}[.!?。]", following) or re.match(r"[.!?]", following):
        return ""
    stops = source.stops_between(end, min(len(text), end + _REACH))
    return text[end : stops[0] if stops else min(len(text), end + _REACH)]


def _head_of_sentence(source: Source, start: int) -> str:
    stops = source.stops_between(max(0, start - _REACH), start)
    return source.text[stops[-1] if stops else max(0, start - _REACH) : start]


def _bounds(words: Sequence[str], languages: frozenset[str]) -> bool:
    line = " ".join(words)
    return bool(limits(languages).search(line)) or any(word in CONTRASTS for word in words[:2])


def _denied(words: Sequence[str], languages: frozenset[str]) -> bool:
    """Whether what follows at once denies what was quoted: `, not by day`, `, which is false`."""
    return any(denies(word, languages) for word in words[:1]) or any(
        word in FALSEHOODS for word in words[:6]
    )


_THAT = frozenset("that dass que che dat att ze whether ob".split())


def _clause_before(head: str) -> list[str]:
    """The words that a sentence's rest hangs on: its last clause, or all where *that* introduces what follows."""
    words = list(tokenise(head).words)
    if words and words[-1] in _THAT:
        return words
    return list(tokenise(re.split(r"[,;:–—]", head)[-1]).words)


def _attributes(rest: str, words: Sequence[str]) -> bool:
    """Whether the sentence goes on to say who says so; what is spoken between marks is whole without it."""
    if re.match(r"[,.;:!?]?[\"”»’]", rest):
        return False
    return bool(re.match(r"\s*[,–—-]", rest)) and any(word in ATTRIBUTIONS for word in words[:7])


def _short(text: str, tail: bool = False) -> str:
    words = text.split()
    kept = words[-14:] if tail else words[:14]
    return " ".join(kept).strip(" ,;")


def _around(text: str, word: str) -> str:
    words = text.split()
    first = word.split()[0]
    at = next((k for k, one in enumerate(words) if first in one.lower()), 0)
    return " ".join(words[max(0, at - 3) : at + 6]).strip(" ,;")
