"""Trains the model that labels citations, the same one each time: `make train`."""

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pycrfsuite

from cite.recognisers.labels.features import features
from cite.recognisers.labels.tokens import Token, tokenise
from cite.recognisers.text.typography import typeset
from training.gold import GoldDocument, GoldNote, Segment
from training.sources import data_hashes, trained_on

MODEL = (
    Path(__file__).resolve().parents[1]
    / "cite"
    / "recognisers"
    / "labels"
    / "model"
    / "citations.crfsuite"
)
PARAMETERS = {
    "c1": 0.2, "c2": 0.03, "max_iterations": 80, "feature.possible_transitions": False, "feature.minfreq": 3,
}  # fmt: skip
_OPENS = frozenset("“‘«„\"'([<")


def labels_of(note: GoldNote, tokens: Sequence[Token]) -> list[str]:
    """A label for each token. Punctuation belongs to the field it closes, or to the one it opens."""
    labels = _labels_of_words(note.segments, tokens)
    starts = sorted(item.start for item in note.items)
    known = ""
    for at, token in enumerate(tokens):
        if labels[at]:
            known = labels[at]
        elif token.text[0].isalnum():
            labels[at] = known = "other"
        elif token.text in _OPENS and at + 1 < len(tokens) and labels[at + 1]:
            labels[at] = known = labels[at + 1]
        else:
            labels[at] = known or "other"
    for start in starts[1:]:
        index = next((i for i, token in enumerate(tokens) if token.start >= start), 0)
        while index > 1 and labels[index - 1] in ("signal", "comment"):
            index -= 1
        if index and not tokens[index - 1].text[0].isalnum():
            labels[index - 1] = "end"
    return _with_beginnings(labels)


_BEGUN = frozenset("author editor title journal booktitle series publisher address date".split())


def _with_beginnings(labels: list[str]) -> list[str]:
    """The first token of a field says so: it looks unlike those that go on."""
    return [
        f"{label}<" if label in _BEGUN and (not at or labels[at - 1] != label) else label
        for at, label in enumerate(labels)
    ]


def _labels_of_words(segments: Iterable[Segment], tokens: Sequence[Token]) -> list[str]:
    labels = [""] * len(tokens)
    for segment in segments:
        for at, token in enumerate(tokens):
            if segment.start <= token.start < segment.end:
                labels[at] = "publisher" if segment.label == "institution" else segment.label
    return labels


def examples(documents: Iterable[GoldDocument]) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Features and labels, a note at a time."""
    for document in documents:
        for note in document.notes:
            tokens = tokenise(note.text)
            marked = typeset(note.runs, ())
            yield features(tokens, marked.italics, marked.quotes), labels_of(note, tokens)


def train(documents: Iterable[GoldDocument], model: Path, parameters: dict[str, float]) -> float:
    """Fit and write the model; the CPU seconds it took."""
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for rows, labels in examples(documents):
        if rows:
            trainer.append(rows, labels)
            count += 1
    trainer.select("lbfgs")
    trainer.set_params(parameters)
    model.parent.mkdir(parents=True, exist_ok=True)
    before = time.process_time()
    trainer.train(str(model))
    return time.process_time() - before


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--iterations", type=int, default=PARAMETERS["max_iterations"])
    options = parser.parse_args()
    seconds = train(
        trained_on(), options.model, {**PARAMETERS, "max_iterations": options.iterations}
    )
    print(f"{options.model.name}: {options.model.stat().st_size:,} bytes, {seconds:.0f} s of CPU")
    for name, digest in data_hashes().items():
        print(f"{name:<39} {digest}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
