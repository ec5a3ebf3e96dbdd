"""What a bracket puts in or takes away that a bracket may not: negations, modals, quantifiers, conditions, numbers."""

from collections.abc import Sequence

from cite.model.quotations import Difference, DifferenceKind
from cite.steps.quotations.align import Step
from cite.steps.quotations.lexicon import (
    CONNECTIVES,
    MODALS,
    is_negation,
    is_number,
    kind_of,
    negates,
    same_but_for_tense,
)
from cite.steps.quotations.quoted import Item, Kind


def changed_in_bracket(
    item: Item, step: Step, words: Sequence[str], theirs: str, mine: str
) -> Difference | None:
    """The change of an operator under a bracket, or nothing: glosses, names for pronouns and tenses are honest."""
    if item.kind is Kind.PART:
        there = words[0] if words else ""
        if there and there != item.word and negates(item.word, there):
            return Difference(DifferenceKind.NEGATION, mine, theirs)
        if (
            there != item.word
            and (kind_of(there) or kind_of(item.word))
            and not same_but_for_tense(there, item.word)
        ):
            return Difference(_kind(there, item.word), mine, theirs)
        return None
    return _negation(item.words, words, mine, theirs) or _others(item.words, words, mine, theirs)


def _kind(one: str, other: str) -> DifferenceKind:
    return DifferenceKind(kind_of(one) or kind_of(other) or "word")


def _negation(
    ours: Sequence[str], words: Sequence[str], mine: str, theirs: str
) -> Difference | None:
    count = sum(is_negation(word) for word in ours) - sum(is_negation(word) for word in words)
    opposite = any(negates(one, other) for one in ours for other in words)
    return Difference(DifferenceKind.NEGATION, mine, theirs) if count or opposite else None


def _others(ours: Sequence[str], words: Sequence[str], mine: str, theirs: str) -> Difference | None:
    lost_numbers = [word for word in words if is_number(word) and word not in ours]
    if lost_numbers:
        return Difference(DifferenceKind.NUMBER, mine, theirs)
    for kind in (DifferenceKind.MODAL, DifferenceKind.OPERATOR):
        here = [word for word in ours if kind_of(word) == kind.value and word not in CONNECTIVES]
        there = [word for word in words if kind_of(word) == kind.value and word not in CONNECTIVES]
        if sorted(here) != sorted(there) and not _one_tense(here, there):
            return Difference(kind, mine, theirs)
    return None


def _one_tense(here: Sequence[str], there: Sequence[str]) -> bool:
    return len(here) == len(there) and all(
        one == other or (one in MODALS and same_but_for_tense(one, other))
        for one, other in zip(here, there, strict=True)
    )
