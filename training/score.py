"""How well notes are read, source by source, on what is held apart: `make score`.

Notes go in at the door that the command line uses, and what comes out is compared field by field. A figure
that falls below its floor fails the run; floors rise by `--raise` and fall only by `--lower`.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from cite.model.document import plain
from cite.model.findings import Place
from cite.model.notes import Note, NoteId
from cite.model.references import Citation, CrossReference, Item, ReadNote
from cite.steps.reading.extract_references import read_notes
from cite.steps.reading.read_links import read_links
from cite.steps.reading.resolve import resolve
from training.compare import CORE, core_fields, same, same_type
from training.gold import GoldCitation, GoldCrossReference, GoldDocument, GoldNote
from training.sources import held_apart

FLOORS = Path(__file__).with_name("floors.json")
_SLACK = 0.002
"""A floor is this much below what was measured, so that a rounding does not fail a run."""


@dataclass(slots=True)
class Score:
    """Counts of one source."""

    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def f1(self, names: Iterable[str]) -> float:
        """F1 over some fields together."""
        names = tuple(names)
        right = sum(self.right[name] for name in names)
        wrong = sum(self.extra[name] + self.missed[name] for name in names)
        return 2 * right / (2 * right + wrong) if right or wrong else 0.0

    def share(self, name: str) -> float | None:
        """Right out of all, of what is counted as `name` and `name of`."""
        every = self.counts[f"{name} of"]
        return self.counts[name] / every if every else None

    def figures(self) -> dict[str, float]:
        """Everything that is reported, by name."""
        figures = {"micro": self.f1(CORE)}
        for name in ("type", "split", "cross references", "locators", "notes", "whole"):
            if (share := self.share(name)) is not None:
                figures[name] = share
        figures |= {name: self.f1([name]) for name in CORE if self.right[name] + self.missed[name]}
        return {name: round(value, 4) for name, value in figures.items()}


def note_of(gold: GoldNote, index: int) -> Note:
    """The note as it is once it is bound."""
    place = Place("gold", 1, 1)
    links, _ = read_links(gold.runs, place, gold.label)
    number = int(gold.label) if gold.label.isdigit() else None
    return Note(
        gold.label, gold.runs, plain(gold.runs), place, links, number, id=NoteId("gold", 0, index)
    )


def read_document(document: GoldDocument) -> tuple[ReadNote, ...]:
    """A document's notes, read and resolved; the entries of a bibliography each for itself."""
    return resolve(
        document.name,
        read_notes([note_of(note, index) for index, note in enumerate(document.notes)]),
    ).notes


def score(documents: Iterable[GoldDocument], misses: list[str] | None = None) -> Score:
    """The counts over some documents; where `misses` is given, what went wrong is told there."""
    total = Score()
    for document in documents:
        for gold, read in zip(document.notes, read_document(document), strict=True):
            _score_note(total, gold, read.items, misses)
    return total


def _score_note(
    total: Score, gold: GoldNote, items: Sequence[Item], misses: list[str] | None
) -> None:
    kinds = [isinstance(item, GoldCitation) for item in gold.items]
    split = kinds == [isinstance(item, Citation) for item in items]
    total.counts["split of"] += 1
    total.counts["split"] += split
    told: list[str] = [] if split else [f"split: {len(items)} items for {len(gold.items)}"]
    right = split
    for golden, item in _paired(gold.items, items):
        match golden, item:
            case GoldCitation(), _:
                read = item if isinstance(item, Citation) else None
                told_before = len(told)
                right &= _score_citation(total, golden, read, told)
                _count(total, f"kind {golden.entry_type or 'short'}", len(told) == told_before)
            case GoldCrossReference(target=target, locator=locator), _:
                told_before = len(told)
                pointed = item.target if isinstance(item, CrossReference) else None
                hit = pointed is not None and pointed.label == target
                _count(total, "cross references", hit)
                right &= hit
                if not hit:
                    told.append(f"target: {pointed.label if pointed else item} for {target}")
                if locator and not same("pages", locator, item.locator if item else ""):
                    told.append(f"locator: {item.locator if item else ''!r} for {locator!r}")
                _count(total, "kind cross reference", len(told) == told_before)
            case None, Citation():
                for name in core_fields(item.entry):
                    total.extra[name] += 1
    _count(total, "notes", right)
    _count(total, "whole", not told)
    if misses is not None and told:
        misses.append("\n".join([gold.text, *(f"    {line}" for line in told)]))


def _count(total: Score, name: str, hit: bool) -> None:
    total.counts[f"{name} of"] += 1
    total.counts[name] += hit


Golden = GoldCitation | GoldCrossReference


def _paired(
    gold: Sequence[Golden], items: Sequence[Item]
) -> list[tuple[Golden | None, Item | None]]:
    """Gold items with the item that begins nearest, each used once, then what is left over."""
    left = list(items)
    pairs: list[tuple[Golden | None, Item | None]] = []
    for golden in gold:
        nearest = min(left, key=lambda item: abs(item.span.start - golden.start), default=None)
        if nearest is not None and len(items) != len(gold):
            covers = nearest.span.start <= golden.start + 3 < nearest.span.end
            nearest = nearest if covers or abs(nearest.span.start - golden.start) < 25 else None
        if nearest is not None:
            left.remove(nearest)
        pairs.append((golden, nearest))
    return pairs + [(None, item) for item in left]


def _score_citation(
    total: Score, gold: GoldCitation, read: Citation | None, told: list[str]
) -> bool:
    fields = core_fields(read.entry) if read else {}
    if (
        gold.locator
        and "pages" not in gold.fields
        and same("pages", gold.locator, fields.get("pages", ""))
    ):
        del fields["pages"]  # the page cited, of an article whose pages the style leaves out
    right = True
    for name in CORE:
        golden, value = gold.fields.get(name), fields.get(name)
        if not golden and not value:
            continue
        if golden and value and same(name, golden, value):
            total.right[name] += 1
            continue
        total.missed[name] += bool(golden)
        total.extra[name] += bool(value)
        right = False
        told.append(f"{name}: {value!r} for {golden!r}")
    pinpoint = read.locator if read else ""
    if gold.locator or (pinpoint and gold.locator is not None):
        hit = same("pages", gold.locator, pinpoint)
        total.counts["locators of"] += 1
        total.counts["locators"] += hit
        if not hit:
            told.append(f"locator: {pinpoint!r} for {gold.locator!r}")
    if gold.entry_type:
        entry_type = read.entry.entry_type if read else ""
        total.counts["type of"] += 1
        total.counts["type"] += same_type(gold.entry_type, entry_type)
        if not same_type(gold.entry_type, entry_type):
            told.append(f"type: {entry_type} for {gold.entry_type}")
    return right


def report(scores: dict[str, Score]) -> str:
    """A table: a line a figure, a column a source."""
    columns = {source: score.figures() for source, score in scores.items()}
    names = dict.fromkeys(name for figures in columns.values() for name in figures)
    lines = ["".join(["figure".ljust(18), *(source.rjust(16) for source in columns)])]
    for name in names:
        cells = (figures.get(name) for figures in columns.values())
        lines.append(
            name.ljust(18) + "".join(("" if c is None else f"{c:.3f}").rjust(16) for c in cells)
        )
    counts = "".join(str(score.counts["notes of"]).rjust(16) for score in scores.values())
    return "\n".join([*lines, "notes scored".ljust(18) + counts])


def below(scores: dict[str, Score], floors: dict[str, dict[str, float]]) -> list[str]:
    """The figures that fell below their floors, one line each."""
    return [
        f"{source}: {name} is {figures.get(name, 0.0):.4f}, below its floor {floor:.4f}"
        for source, figures in ((source, score.figures()) for source, score in scores.items())
        for name, floor in floors.get(source, {}).items()
        if figures.get(name, 0.0) < floor
    ]


_FLOORED = ("micro", "type", "split", "cross references", "locators", "notes", "whole")


def moved(
    scores: dict[str, Score], floors: dict[str, dict[str, float]], lower: bool
) -> dict[str, dict[str, float]]:
    """Floors at what was measured: never lower than they were, unless they may be."""
    new = {source: dict(kept) for source, kept in floors.items()}
    for source, score in scores.items():
        figures = score.figures()
        kept = new.setdefault(source, {})
        for name in _FLOORED:
            if name in figures:
                measured = round(max(0.0, figures[name] - _SLACK), 4)
                kept[name] = measured if lower else max(measured, kept.get(name, 0.0))
    return new


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: 0 when every figure holds, 1 when one fell."""
    parser = argparse.ArgumentParser(prog="python -m training.score", description=__doc__)
    parser.add_argument("--source", action="append", help="score sources that begin so")
    parser.add_argument("--misses", type=int, default=0, help="show so many notes read wrongly")
    parser.add_argument("--raise", action="store_true", dest="up", help="raise the floors")
    parser.add_argument("--lower", action="store_true", help="set the floors, even lower")
    options = parser.parse_args(arguments)
    scores: dict[str, Score] = {}
    for source, documents in held_apart().items():
        if options.source and not source.startswith(tuple(options.source)):
            continue
        misses: list[str] = []
        scores[source] = score(documents, misses)
        for miss in misses[: options.misses]:
            print(f"[{source}] {miss}")
    print(report(scores))
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    if options.up or options.lower:
        new = moved(scores, floors, options.lower)
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n")
        return 0
    fallen = below(scores, floors)
    print("\n".join(fallen), file=sys.stderr, end="\n" if fallen else "")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
