"""Quotations: where they stand, who cites them, and what is said of them when they meet their source."""

from dataclasses import dataclass
from enum import StrEnum

from cite.model.findings import Place
from cite.model.notes import Marker, NoteRef


class Shape(StrEnum):
    """How a quotation is set."""

    INLINE = "inline"
    BLOCK = "block"
    UNMARKED = "unmarked"
    """A paragraph after a colon, closed by a marker, that lost what made it a block quotation."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that an article says are another's."""

    text: str
    """Without the marks around it."""
    place: Place
    shape: Shape
    marker: Marker | None = None
    """What calls the note that cites it; None where no marker is near."""
    note: NoteRef | None = None
    """That note, once notes are bound."""
    sentence: str = ""
    """The sentence of the article that it stands in."""
    beside: str = ""
    """The words next to it and its note, where a translation would be owned up to."""
    pinpoints: frozenset[str] = frozenset()
    """The pages that its note names, and paragraphs as `¶12`; none where it names no place or several works."""
    shared: bool = False
    """Whether its note cites several works, so that it may be from any of them."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Words in marks that are no quotation, and what they are instead."""

    text: str
    place: Place
    reason: str


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

    @property
    def alarming(self) -> bool:
        """Whether the quotation is at fault, as far as its source could be read."""
        return not self.sound and self not in (QuoteVerdict.UNREADABLE, QuoteVerdict.OTHER_LANGUAGE)


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
    """The pages on which it was found, as printed there, and its numbered paragraphs as `¶12`."""


@dataclass(frozen=True, slots=True)
class JudgedQuotation:
    """A quotation, what is said of it, and by which source."""

    quotation: Quotation
    judgement: Judgement
    source: str = ""
    """File or address of the text that it was compared with; empty where none was to be had."""
    edition: str = ""
    """Which edition or copy that is, where it is not the cited one itself."""


@dataclass(frozen=True, slots=True)
class QuotedDocument:
    """All quotations of one article."""

    path: str
    quotations: tuple[JudgedQuotation, ...]
    passed_over: tuple[PassedOver, ...] = ()
