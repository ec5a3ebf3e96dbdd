"""Who has which question left: one reference from its first asks to its last. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from cite.model.asks import Ask
from cite.model.errors import EndlessQuestions
from cite.model.evidence import Evidence
from cite.model.references import Reference
from cite.model.verdicts import Verifier

MOST_ROUNDS = 200


class Round(NamedTuple):
    """What is asked of one reference, given what is known by now."""

    number: int
    """Counted from 0."""
    new: tuple[Ask, ...]
    """Named for the first time, answered or not."""
    open: list[Ask]
    """Not answered by now, in the order of the verifiers; nothing in the last round."""


class Rounds:
    """Asks the verifiers what they want to know of one reference, time and again as answers come."""

    def __init__(self, reference: Reference, verifiers: Sequence[Verifier]) -> None:
        self.reference = reference
        self.named: dict[Ask, None] = {}
        """All that was ever wanted, in order."""
        self._verifiers = verifiers
        self._number = 0

    def next(self, evidence: Evidence) -> Round:
        """The round that follows from what is known. Raises EndlessQuestions past the bound."""
        asks = dict.fromkeys(
            ask for verifier in self._verifiers for ask in verifier.asks(self.reference, evidence)
        )
        unanswered = [ask for ask in asks if ask not in evidence.answers]
        number, self._number = self._number, self._number + 1
        if unanswered and number >= MOST_ROUNDS:
            raise EndlessQuestions(
                f"{self.reference.key}: still asking after {MOST_ROUNDS} rounds: {unanswered[0]}"
            )
        new = tuple(ask for ask in asks if ask not in self.named)
        self.named.update(asks)
        return Round(number, new, unanswered)
