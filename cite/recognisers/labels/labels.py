"""What each stretch of a citation is, as a model learnt it from labelled examples.

A conditional random field (Lafferty, McCallum and Pereira 2001) over the features of `features`; the model
file ships with the package and is made by `training/`. This is the only module that knows python-crfsuite.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cite.model.document import Span
from cite.recognisers.labels.features import features
from cite.recognisers.labels.tokens import Token, tokenise

if TYPE_CHECKING:
    import pycrfsuite

BEGINS = "<"
"""Ends the label of the first token of a field, where beginnings are told apart."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of text, what it is, and how sure that is (0 … 1)."""

    label: str
    span: Span
    confidence: float


@cache
def _model() -> bytes:
    """The model. The tagger reads it in place, so it must outlive the tagger: hence the cache."""
    return files("cite.recognisers.labels").joinpath("model/citations.crfsuite").read_bytes()


@cache
def _tagger() -> "pycrfsuite.Tagger":
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


def label_citation(
    text: str, italics: Sequence[Span] = (), quotes: Sequence[Span] = ()
) -> tuple[Labelled, ...]:
    """The stretches of a citation or note, in order, punctuation between them included.

    `italics` and `quotes` are what typography marks, as offsets into the text. Confidence is the mean of
    the marginal probabilities of the words.
    """
    return _label(text, tuple(italics), tuple(quotes))


@lru_cache(maxsize=512)
def _label(text: str, italics: tuple[Span, ...], quotes: tuple[Span, ...]) -> tuple[Labelled, ...]:
    # Kept for a moment: whether a note is one entry is asked before the entry is read.
    tokens = tokenise(text)
    if not tokens:
        return ()
    tagger = _tagger()
    labels = tagger.tag(features(tokens, italics, quotes))
    chances = [tagger.marginal(label, at) for at, label in enumerate(labels)]
    return tuple(_stretches(tokens, labels, chances))


def _stretches(
    tokens: Sequence[Token], labels: Sequence[str], chances: Sequence[float]
) -> Iterator[Labelled]:
    bare = [label.rstrip(BEGINS) for label in labels]
    first = 0
    for at in range(1, len(tokens) + 1):
        if at < len(tokens) and bare[at] == bare[first]:
            continue
        span = Span(tokens[first].start, tokens[at - 1].end)
        yield Labelled(bare[first], span, sum(chances[first:at]) / (at - first))
        first = at


_APART = frozenset(("comment", "signal", "xref", "end"))
_HEADS = frozenset(("author", "editor", "label"))
_IMPRINTS = frozenset(("date", "publisher", "address", "journal", "booktitle", "url", "doi"))
_SURE = 0.6


def is_one_entry(found: Sequence[Labelled]) -> bool:
    """Whether a text, as labelled, is one entry of a bibliography: one work from the first word to the last.

    Full stops part its fields, so it must not be cut into sentences. It begins with names, is labelled with
    some confidence, and nothing of an argument, a signal, a pointer back or a second work is in it.
    """
    labels = {one.label for one in found}
    if not labels & _IMPRINTS or labels & _APART:
        return False
    weights = [one.span.end - one.span.start for one in found]
    sure = sum(one.confidence * weight for one, weight in zip(found, weights, strict=True))
    return found[0].label in _HEADS and sure / sum(weights) > _SURE
