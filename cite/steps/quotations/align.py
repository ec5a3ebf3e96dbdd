"""A quotation laid over its source: anchored where runs of words are the same, aligned word by word between.

Runs of three words that both have are anchors; the best chain of anchors is kept (Abouelhoda and Ohlebusch 2005:
chaining of fragments), and what lies between, before and behind is aligned within narrow windows by dynamic
programming, the quotation whole and the source free at both ends. Linear in the source, whatever its length.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cite.steps.quotations.lexicon import kind_of
from cite.steps.quotations.quoted import Item, Kind, Quoted
from cite.steps.quotations.source import Source
from cite.steps.quotations.tokens import Tokens

_LONGEST_GAP = 60
"""Words of a source between two anchors that are still aligned word by word."""
_MOST_PLACES = 400
"""Places of one run of words beyond which it anchors nothing: it is everywhere."""
_MOST_LOOKED_AT = 3000
"""Places of the rarest word of a run beyond which it is not looked for: all of its words are everywhere."""
_MOST_RUNS = 240
_MOST_CELLS = 60_000
"""Of one table; what is longer and has no anchor in it is no quotation of that place."""
_MARGIN = 6
_SHORT = 12
"""Quotations of so many words are anchored by pairs of words: one change in the middle leaves no three in a row."""
_BRACKET_REACH = 14
"""Words of a source that a bracket may stand for."""


class Op(StrEnum):
    """What was done with a step of the quotation or of the source."""

    SAME = "same"
    JOINED = "joined"
    """The same letters, parted into words otherwise."""
    CHANGED = "changed"
    ADDED = "added"
    OMITTED = "omitted"
    BRACKET = "bracket"
    ELLIPSIS = "ellipsis"
    JUMP = "jump"
    """The quotation goes on elsewhere in the source, without a sign."""


@dataclass(frozen=True, slots=True)
class Step:
    """Items `first` up to `last` of the quotation against words `start` up to `end` of the source."""

    op: Op
    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both have, in a row."""

    item: int
    word: int
    length: int

    @property
    def shift(self) -> int:
        """Where the quotation's first item would lie."""
        return self.word - self.item


@dataclass(frozen=True, slots=True)
class Alignment:
    """A quotation laid over one place of a source."""

    steps: tuple[Step, ...]
    cost: float

    @property
    def start(self) -> int:
        """First word of the source that is the quotation's."""
        return next((step.start for step in self.steps if step.op in _TOUCHING), 0)

    @property
    def end(self) -> int:
        """Behind the last word of the source that is the quotation's."""
        return next((step.end for step in reversed(self.steps) if step.op in _TOUCHING), 0)


_TOUCHING = (Op.SAME, Op.JOINED, Op.CHANGED)


def align(quoted: Quoted, source: Source, most: int = 4) -> list[Alignment]:
    """The places of a source that are most like a quotation, the likest first; none where no words are shared."""
    if not quoted.literal:
        return []
    runs = list(_runs(quoted.items, source))
    found: list[Alignment] = []
    for _ in range(most):
        chain = _best_chain(runs, quoted.items)
        if not chain:
            break
        alignment = _fill(chain, quoted.items, source.tokens)
        found.append(alignment)
        used = {(run.item, run.word) for run in chain}
        runs = [run for run in runs if (run.item, run.word) not in used]
        if alignment.cost > found[0].cost + 1.5:
            break
    return sorted(found, key=lambda one: one.cost)


# Anchors ---------------------------------------------------------------------------------------------------


def _runs(items: Sequence[Item], source: Source) -> Iterator[Run]:
    """Runs of shared words, longest first; single words where the quotation is too short for more."""
    whole = [item.word if item.kind in (Kind.WORD, Kind.PART) else "" for item in items]
    for length in (3, 2, 1) if len(whole) > _SHORT else (2, 1):
        runs = _merged(_seeds(whole, source, length), length)
        if runs:
            extra = _short_ends(whole, source, runs)
            yield from sorted((*runs, *extra), key=lambda run: -run.length)[:_MOST_RUNS]
            return


def _seeds(words: Sequence[str], source: Source, length: int) -> list[tuple[int, int]]:
    there = source.tokens.words
    found: list[tuple[int, int]] = []
    for at in range(len(words) - length + 1):
        gram = words[at : at + length]
        if not all(gram):
            continue
        rarest = min(range(length), key=lambda k: len(source.positions.get(gram[k], ())))
        places = source.positions.get(gram[rarest], ())
        if len(places) > _MOST_LOOKED_AT:
            continue
        head = gram[0]
        hits = [
            p - rarest
            for p in places
            if p >= rarest
            and there[p - rarest] == head
            and there[p - rarest : p - rarest + length] == gram
        ]
        if len(hits) <= _MOST_PLACES:
            found += [(at, place) for place in hits]
    return found


def _merged(seeds: list[tuple[int, int]], width: int) -> list[Run]:
    """Seeds that follow one another on a diagonal are one run."""
    runs: list[Run] = []
    seeds.sort(key=lambda seed: (seed[1] - seed[0], seed[0]))
    for item, word in seeds:
        if runs and runs[-1].shift == word - item and item <= runs[-1].item + runs[-1].length:
            last = runs[-1]
            runs[-1] = Run(last.item, last.word, item + width - last.item)
        else:
            runs.append(Run(item, word, width))
    return runs


def _short_ends(words: Sequence[str], source: Source, runs: Sequence[Run]) -> list[Run]:
    """Pieces of one or two words between ellipses, near what is anchored already."""
    pieces = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and words[end]:
            end += 1
        if 0 < end - at < 3:
            pieces.append((at, end))
        at = max(end, at) + 1
    extra: list[Run] = []
    near = [run for run in runs if run.length >= 3][:20]
    for first, last in pieces:
        gram = list(words[first:last])
        for place in source.positions.get(gram[0], ())[:2000]:
            if source.tokens.words[place : place + len(gram)] == gram and any(
                abs(place - run.word) < 300 for run in near
            ):
                extra.append(Run(first, place, len(gram)))
    return extra[:60]


# Chains ----------------------------------------------------------------------------------------------------


def _best_chain(runs: Sequence[Run], items: Sequence[Item]) -> list[Run]:
    """Runs in the order of the quotation that say most of it, each gap and each jump paid for."""
    if not runs:
        return []
    ordered = sorted(runs, key=lambda run: (run.item, run.word))
    dots = [at for at, item in enumerate(items) if item.kind is Kind.ELLIPSIS]
    scores = [float(run.length) for run in ordered]
    before: list[int | None] = [None] * len(ordered)
    for this, run in enumerate(ordered):
        for earlier in range(this):
            other = ordered[earlier]
            if other.item + other.length > run.item + run.length - 1 or other.item == run.item:
                continue
            overlap = max(0, other.item + other.length - run.item)
            score = scores[earlier] + run.length - overlap - _price(other, run, dots)
            if score > scores[this]:
                scores[this], before[this] = score, earlier
    at: int | None = max(range(len(ordered)), key=scores.__getitem__)
    chain: list[Run] = []
    while at is not None:
        chain.append(ordered[at])
        at = before[at]
    return _untangled(chain[::-1])


def _price(one: Run, other: Run, dots: Sequence[int]) -> float:
    """What going on from one run to the other costs, in words."""
    passed = other.item - one.item - one.length
    skipped = other.word - one.word - one.length - min(0, passed)
    passed = max(0, passed)
    marked = any(one.item + one.length <= at < other.item for at in dots)
    if skipped < 0:
        return 3.0 if marked else 4.5
    if marked:
        return 0.05 * math.log2(1 + skipped)
    price = 0.3 * min(passed, skipped) + 0.4 * math.log2(1 + abs(skipped - passed))
    return min(price, 4.0)


def _untangled(chain: list[Run]) -> list[Run]:
    """Overlaps taken from the later run."""
    plain: list[Run] = []
    for run in chain:
        if plain and (overlap := plain[-1].item + plain[-1].length - run.item) > 0:
            run = Run(run.item + overlap, run.word + overlap, run.length - overlap)
        if plain and plain[-1].word <= run.word < plain[-1].word + plain[-1].length:
            overlap = plain[-1].word + plain[-1].length - run.word
            run = Run(run.item + overlap, run.word + overlap, run.length - overlap)
        if run.length > 0:
            plain.append(run)
    return plain


# Filling in ------------------------------------------------------------------------------------------------


def _fill(chain: Sequence[Run], items: Sequence[Item], tokens: Tokens) -> Alignment:
    """The whole quotation aligned: runs as they are, the rest word by word."""
    steps: list[Step] = []
    first = chain[0]
    low = max(0, first.word - first.item * 2 - _MARGIN)
    steps += _between(items, 0, first.item, tokens, list(range(low, first.word)), free_start=True)
    for at, run in enumerate(chain):
        steps += [
            Step(Op.SAME, run.item + k, run.item + k + 1, run.word + k, run.word + k + 1)
            for k in range(run.length)
        ]
        end_item, end_word = run.item + run.length, run.word + run.length
        if at + 1 < len(chain):
            steps += _gap(items, end_item, chain[at + 1].item, tokens, end_word, chain[at + 1].word)
        else:
            left = len(items) - end_item
            high = min(len(tokens), end_word + left * 2 + _MARGIN)
            steps += _between(
                items, end_item, len(items), tokens, list(range(end_word, high)), free_end=True
            )
    return Alignment(tuple(steps), sum(_cost(step, items) for step in steps))


def _gap(
    items: Sequence[Item], first: int, last: int, tokens: Tokens, start: int, end: int
) -> list[Step]:
    """What lies between two anchors: aligned if it is short, else both edges of it, and a jump or an ellipsis."""
    left = last - first
    marked = any(items[at].kind is Kind.ELLIPSIS for at in range(first, last))
    if 0 <= end - start <= left * 2 + _LONGEST_GAP and not (left == 0 and end - start > 0):
        return _between(items, first, last, tokens, list(range(start, end)))
    if left == 0:
        if end == start:
            return []
        near = 0 <= end - start <= _LONGEST_GAP
        return [Step(Op.OMITTED if near else Op.JUMP, first, first, start, end)]
    reach = left * 2 + _MARGIN
    after = list(
        range(start, min(start + reach, len(tokens), end if end >= start else len(tokens)))
    )
    ahead = [at for at in range(max(0, end - reach), end) if at not in set(after)]
    return _between(items, first, last, tokens, after + ahead, seam=len(after), marked=marked)


def _between(
    items: Sequence[Item],
    first: int,
    last: int,
    tokens: Tokens,
    window: list[int],
    free_start: bool = False,
    free_end: bool = False,
    seam: int = -1,
    marked: bool = False,
) -> list[Step]:
    """Items against the words of a window. At a seam the window jumps, at a price once."""
    rows, columns = last - first, len(window)
    here = 0
    if rows == 0 and (free_start or free_end):
        return []
    if rows * columns > _MOST_CELLS:
        start, end = (window[0], window[-1] + 1) if window else (0, 0)
        near = start if free_end else end
        added = [Step(Op.ADDED, at, at + 1, near, near) for at in range(first, last)]
        return added if free_start or free_end else [*added, Step(Op.JUMP, last, last, start, end)]
    table = _table(items, first, rows, tokens, window, free_start, seam, marked)
    at_column = min(range(columns + 1), key=lambda j: table[rows][j][0]) if free_end else columns
    steps: list[Step] = []
    i, j = rows, at_column
    while i > 0 or j > 0:
        _, op, back_i, back_j = table[i][j]
        if op is None:
            break
        start = window[back_j] if back_j < columns else (window[-1] + 1 if window else here)
        end = window[j - 1] + 1 if j > back_j else start
        if op is Op.JUMP and j < columns:
            end = window[j]
        steps.append(Step(op, first + back_i, first + i, start, end))
        i, j = back_i, back_j
    return steps[::-1]


_Cell = tuple[float, Op | None, int, int]


def _table(
    items: Sequence[Item],
    first: int,
    rows: int,
    tokens: Tokens,
    window: list[int],
    free_start: bool,
    seam: int,
    marked: bool,
) -> list[list[_Cell]]:
    words = [tokens.words[at] for at in window]
    columns = len(window)
    table: list[list[_Cell]] = [[(0.0, None, 0, 0)]]
    for j in range(1, columns + 1):
        cost, op = (0.0, None) if free_start else (table[0][j - 1][0] + 0.7, Op.OMITTED)
        here: _Cell = (cost, op, 0, j - 1)
        if 0 <= seam <= j:
            here = min(here, (_leap(marked), Op.JUMP, 0, 0), key=lambda cell: cell[0])
        table[0].append(here)
    for i in range(1, rows + 1):
        item = items[first + i - 1]
        row: list[_Cell] = []
        for j in range(columns + 1):
            row.append(
                min(
                    _moves(item, items, first, i, j, words, table, row, seam, marked),
                    key=lambda c: c[0],
                )
            )
        table.append(row)
    return table


def _moves(
    item: Item,
    items: Sequence[Item],
    first: int,
    i: int,
    j: int,
    words: Sequence[str],
    table: list[list[_Cell]],
    row: list[_Cell],
    seam: int,
    marked: bool,
) -> Iterator[_Cell]:
    """The ways into a cell, each with its cost."""
    above = table[i - 1]
    if item.kind is Kind.ELLIPSIS:
        best = min(range(j + 1), key=lambda k: above[k][0] + 0.002 * (j - k))
        yield above[best][0] + 0.002 * (j - best), Op.ELLIPSIS, i - 1, best
        return
    if item.kind is Kind.BRACKET:
        for k in range(max(0, j - _BRACKET_REACH), j + 1):
            yield above[k][0] + 0.05 + 0.15 * (j - k), Op.BRACKET, i - 1, k
        return
    yield above[j][0] + 1.0, Op.ADDED, i - 1, j
    if j == 0:
        return
    word, there = item.word, words[j - 1]
    if word == there:
        yield above[j - 1][0], Op.SAME, i - 1, j - 1
    elif item.kind is Kind.PART and _part_of(item, there):
        yield above[j - 1][0] + 0.05, Op.BRACKET, i - 1, j - 1
    else:
        yield above[j - 1][0] + _exchange(word, there), Op.CHANGED, i - 1, j - 1
    yield row[j - 1][0] + 0.7, Op.OMITTED, i, j - 1
    if j > 1 and words[j - 2] + there == word:
        yield above[j - 2][0] + 0.02, Op.JOINED, i - 1, j - 2
    if j > 2 and words[j - 3] + words[j - 2] + there == word:
        yield above[j - 3][0] + 0.03, Op.JOINED, i - 1, j - 3
    if i > 1 and items[first + i - 2].kind is Kind.WORD:
        pair = items[first + i - 2].word + word
        if pair == there:
            yield table[i - 2][j - 1][0] + 0.02, Op.JOINED, i - 2, j - 1
        if (
            i > 2
            and items[first + i - 3].kind is Kind.WORD
            and items[first + i - 3].word + pair == there
        ):
            yield table[i - 3][j - 1][0] + 0.03, Op.JOINED, i - 3, j - 1
    if 0 <= seam <= j:
        best = min(range(min(seam, j - 1) + 1), key=lambda k: row[k][0])
        yield row[best][0] + _leap(marked) + 0.001 * (j - seam), Op.JUMP, i, best


def _leap(marked: bool) -> float:
    """What going on elsewhere costs: little, since two anchors have shown that it was done."""
    return 0.05 if marked else 0.5


def _part_of(item: Item, there: str) -> bool:
    """Whether a word with letters in brackets may stand for a word of the source."""
    if there == item.word:
        return True
    fixed = len(item.prefix) + len(item.suffix)
    if fixed < 2 or len(there) < fixed:
        return False
    return there.startswith(item.prefix) and there.endswith(item.suffix) and len(there) - fixed <= 6


def _exchange(word: str, there: str) -> float:
    """What taking one word for another costs: less than putting one in, and less where their letters are alike."""
    if word[:1] == there[:1] and (word[:4] == there[:4] or word[-3:] == there[-3:]):
        return 0.8
    return 0.85 if kind_of(word) else 0.92


def _cost(step: Step, items: Sequence[Item]) -> float:
    match step.op:
        case Op.SAME:
            return 0.0
        case Op.JOINED | Op.BRACKET:
            return 0.02
        case Op.ELLIPSIS:
            return 0.0005 * (step.end - step.start) if step.end >= step.start else 1.5
        case Op.CHANGED:
            return 0.85 if kind_of(items[step.first].word) else 0.92
        case Op.ADDED:
            return 1.0
        case Op.OMITTED:
            return min(0.7 * (step.end - step.start), 3.0)
        case _:
            return 3.0
