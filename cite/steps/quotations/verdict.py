"""What is said of a quotation: its verdict, each difference, and the passage it was compared with."""

from dataclasses import dataclass
from enum import StrEnum


class QuoteVerdict(StrEnum):
    """How a quotation stands to its source."""

    EXACT = "exact"
    FAITHFUL = "faithful"
    """The same words; what was changed is marked, or is no more than typography."""
    ALTERED = "altered"
    TRUNCATED = "truncated"
    """Cut so that a condition, an exception, a denial or an attribution is lost."""
    JOINED = "joined"
    """Put together from places that are apart, out of order, or without a sign."""
    ELSEWHERE = "elsewhere"
    """In the source, and not where the note says."""
    NOT_FOUND = "not-found"
    UNREADABLE = "unreadable"
    OTHER_LANGUAGE = "other-language"

    @property
    def sound(self) -> bool:
        """Whether an editor has nothing to do."""
        return self in (QuoteVerdict.EXACT, QuoteVerdict.FAITHFUL)


class DifferenceKind(StrEnum):
    """What kind of words differ; the gravest that applies."""

    NEGATION = "negation"
    NUMBER = "number"
    MODAL = "modal"
    OPERATOR = "operator"
    NAME = "name"
    WORD = "word"
    OMISSION = "omission"
    INSERTION = "insertion"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the quotation that are not the source's, or the other way about."""

    kind: DifferenceKind
    quoted: str
    source: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A quotation's verdict with all that it rests on."""

    verdict: QuoteVerdict
    differences: tuple[Difference, ...] = ()
    passage: str = ""
    """Words of the source around the place."""
    reasons: tuple[str, ...] = ()
    """In words: why this verdict, and what was seen through."""
    pages: tuple[str, ...] = ()
    """The pages on which it was found, as printed there."""
