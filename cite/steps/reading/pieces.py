"""What a note is cut into."""

from dataclasses import dataclass
from enum import Enum

from cite.model.document import Span
from cite.recognisers.confidence.signs import UNKNOWN, Context


class PieceKind(Enum):
    """What a piece of a note does."""

    CITATION = "citation"
    CROSS_REFERENCE = "cross-reference"
    COMMENTARY = "commentary"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a note."""

    kind: PieceKind
    span: Span
    signal: str = ""
    trailing: str = ""
    entry: bool = False
    """Whether it is like an entry of a bibliography, whose order says more than its punctuation."""
    context: Context = UNKNOWN
    """The note around it."""
    form: str = ""
    """The form by which it was found, where that is how."""
