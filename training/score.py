"""How well notes are read, source by source, on what is held apart: `make score`.

Notes go in at the door that the command line uses, and what comes out is compared field by field. A figure
that falls below its floor fails the run; floors rise by `--raise` and fall only by `--lower`.
"""

import argparse
import json
import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from cite.model.document import plain
from cite.model.findings import Place
from cite.model.notes import Note, NoteId
from cite.model.references import Citation, CrossReference, Item, ReadNote
from cite.steps.reading.extract_references import LOW_CONFIDENCE, read_notes
from cite.steps.reading.read_links import read_links
from cite.steps.reading.resolve import resolve
from training.compare import ALIASES, CORE, core_fields, same, same_type
from training.gold import GoldCitation, GoldCrossReference, GoldDocument, GoldNote
from training.sources import held_apart

FLOORS = Path(__file__).with_name("floors.json")
_SLACK = 0.002
"""A floor is this much below what was measured, so that a rounding does not fail a run."""


Chance = tuple[float, bool]


@dataclass(slots=True)
class Score:
    """Counts of one source."""

    right: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)
    chances: list[Chance] = field(default_factory=list)
    """Of each citation how likely it was said to be right, and whether it is."""
    field_chances: list[Chance] = field(default_factory=list)
    """The same of each field."""

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
    for golden, item in paired(gold.items, items):
        match golden, item:
            case GoldCitation(), _:
                read = item if isinstance(item, Citation) else None
                if read:
                    right_fields = judged(golden, read)
                    total.chances.append((read.confidence, right_fields[0]))
                    total.field_chances += [
                        (read.entry.confidence.get(name, 1.0), hit)
                        for name, hit in right_fields[1].items()
                    ]
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
                total.chances.append((item.confidence, False))
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


def paired(
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


def judged(gold: GoldCitation, read: Citation) -> tuple[bool, dict[str, bool]]:
    """Whether type and core fields of a citation are right, and which of the fields that were read."""
    found = {ALIASES.get(name, name): name for name in reversed(list(read.entry.fields))}
    fields = {
        name: core in gold.fields and same(core, gold.fields[core], read.entry.fields[name])
        for core, name in found.items()
        if core in CORE
    }
    told: list[str] = []
    whole = _score_citation(Score(), replace(gold, locator=gold.locator or None), read, told)
    typed = not gold.entry_type or same_type(gold.entry_type, read.entry.entry_type)
    return whole and typed, fields


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


def report(scores: Mapping[str, Score]) -> str:
    """A table: a line a source, a column a figure; below it the same of single fields."""
    figures = {source: score.figures() for source, score in scores.items()}
    shown = {
        source: {**of, "n": float(scores[source].counts["notes of"])}
        for source, of in figures.items()
    }
    return "\n\n".join(
        (_table(shown, (*_FLOORED, "n")), _table(figures, [name for name in CORE if name != "doi"]))
    )


def _table(rows: Mapping[str, Mapping[str, float]], columns: Sequence[str]) -> str:
    width = max(map(len, rows), default=0) + 2
    heads = [name.replace("cross references", "xrefs")[:9] for name in columns]
    lines = ["".join(["".ljust(width), *(head.rjust(10) for head in heads)])]
    for name, row in rows.items():
        cells = (_shown(row.get(column)) for column in columns)
        lines.append(name.ljust(width) + "".join(cell.rjust(10) for cell in cells))
    return "\n".join(lines)


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}" if value <= 1 else f"{value:.0f}"


_FRESH = "fresh-"


def kinds(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """Of the notes that we wrote ourselves, for each kind of work the share read whole, seen and held apart."""
    found: dict[str, dict[str, float]] = {}
    for half in ("seen", "held"):
        counts: Counter[str] = Counter()
        for source, score in scores.items():
            if source.startswith(_FRESH) and source.endswith("-held") is (half == "held"):
                counts.update(
                    {
                        n.removeprefix("kind "): c
                        for n, c in score.counts.items()
                        if n[:5] == "kind "
                    }
                )
        for name in sorted(name for name in counts if name.endswith(" of")):
            kind = name.removesuffix(" of")
            row = found.setdefault(f"kind: {kind}", {})
            row[half] = round(counts[kind] / counts[name], 4)
            row[f"n {half}"] = float(counts[name])
    return found


_SLICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("German", ("mpilhlt", "fresh-german")),
    ("bibliographies", ("anystyle", "grobid", "rendered-lists")),
    ("English", ("fresh-english", "fresh-translated", "rendered-notes")),
    ("other languages", ("fresh-", "rendered-foreign")),
)
"""Sources whose confidence is reported together; a source is of the first slice it fits."""


def trust(scores: Mapping[str, Score], fields: bool = False) -> dict[str, dict[str, float]]:
    """How far the confidence of each slice can be trusted: figures by name.

    `sure` is the share right of those at .95 and above, `share sure` how many these are; `AUC` the chance
    that of a right and a wrong one the right one has more; `caught` and `marked` how many of the wrong and of
    the right ones the finding names.
    """
    chances: dict[str, list[Chance]] = {name: [] for name, _ in _SLICES}
    for source, score in scores.items():
        name = next((n for n, starts in _SLICES if source.startswith(starts)), None)
        if name:
            chances[name] += score.field_chances if fields else score.chances
    chances["all"] = [one for of in chances.values() for one in of]
    return {f"confidence: {name}": _trust(of) for name, of in chances.items() if of}


_SURE = 0.95
_TRUST = ("n", "right", "sure", "share sure", "AUC", "caught", "marked")


def _trust(chances: Sequence[Chance]) -> dict[str, float]:
    right = [chance for chance, hit in chances if hit]
    wrong = [chance for chance, hit in chances if not hit]
    sure = [hit for chance, hit in chances if chance >= _SURE]
    figures = {"n": float(len(chances)), "right": len(right) / len(chances)}
    if sure:
        figures["sure"] = sum(sure) / len(sure)
    figures["share sure"] = len(sure) / len(chances)
    if right and wrong:
        figures["AUC"] = area(right, wrong)
        figures["caught"] = sum(c < LOW_CONFIDENCE for c in wrong) / len(wrong)
        figures["marked"] = sum(c < LOW_CONFIDENCE for c in right) / len(right)
    return {name: round(value, 4) for name, value in figures.items()}


def area(right: Sequence[float], wrong: Sequence[float]) -> float:
    """The chance that one of the right has more than one of the wrong; equals count half."""
    below = sorted(wrong)
    won = sum(bisect_left(below, one) + bisect_right(below, one) for one in right)
    return won / (2 * len(right) * len(wrong))


_BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


def reliability(scores: Mapping[str, Score]) -> str:
    """What was said and what came true, bin by bin."""
    chances = [one for score in scores.values() for one in score.chances]
    rows: dict[str, dict[str, float]] = {}
    for low, high in pairwise(_BINS):
        inside = [one for one in chances if low <= one[0] < high or one[0] == high == 1.0]
        if inside:
            said = sum(chance for chance, _ in inside) / len(inside)
            true = sum(hit for _, hit in inside) / len(inside)
            rows[f"{low:.2f} – {high:.2f}"] = {"said": said, "true": true, "n": float(len(inside))}
    return _table(rows, ("said", "true", "n"))


def measured(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    """Every figure that has a floor: of sources, of kinds, of confidence."""
    figures = {
        source: {name: of[name] for name in _FLOORED if name in of}
        for source, of in ((source, score.figures()) for source, score in scores.items())
    }
    for kind, row in kinds(scores).items():
        figures[kind] = {half: row[half] for half in ("seen", "held") if half in row}
    for name, row in trust(scores).items():
        figures[name] = {one: row[one] for one in ("sure", "AUC", "caught") if one in row}
    return figures


def below(
    figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]
) -> list[str]:
    """The figures that fell below their floors, one line each; of what was not measured nothing is said."""
    return [
        f"{source}: {name} is {of.get(name, 0.0):.4f}, below its floor {floor:.4f}"
        for source, of in figures.items()
        for name, floor in floors.get(source, {}).items()
        if of.get(name, 0.0) < floor
    ]


_FLOORED = ("micro", "type", "split", "cross references", "locators", "notes", "whole")


def moved(
    figures: Mapping[str, Mapping[str, float]],
    floors: Mapping[str, Mapping[str, float]],
    lower: bool,
) -> dict[str, dict[str, float]]:
    """Floors at what was measured: never lower than they were, unless they may be."""
    new = {source: dict(kept) for source, kept in floors.items()}
    for source, of in figures.items():
        kept = new.setdefault(source, {})
        for name, value in of.items():
            floor = round(max(0.0, value - _SLACK), 4)
            kept[name] = floor if lower else max(floor, kept.get(name, 0.0))
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
    print("", _table(kinds(scores), ("seen", "n seen", "held", "n held")), sep="\n")
    print("", _table(trust(scores), _TRUST), reliability(scores), sep="\n\n")
    print("", "of fields:", _table(trust(scores, fields=True), _TRUST), sep="\n")
    figures = measured(scores)
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    if options.up or options.lower:
        new = moved(figures, floors, options.lower)
        FLOORS.write_text(json.dumps(new, indent=1, sort_keys=True) + "\n")
        return 0
    fallen = below(figures, floors)
    print("\n".join(fallen), file=sys.stderr, end="\n" if fallen else "")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
