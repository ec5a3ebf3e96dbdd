"""What a reader sees of each word of a citation: its neighbours, its clause, its place, its typography.

These are the features that `labels` weighs. A feature is a short string.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from cite.model.document import Span
from cite.recognisers.labels.tokens import Token, Word, word_of


def features(
    tokens: Sequence[Token], italics: Sequence[Span] = (), quotes: Sequence[Span] = ()
) -> list[list[str]]:
    """What is to be seen of each token; `italics` and `quotes` are offsets into the same text."""
    words = [word_of(token.text) for token in tokens]
    rows = [
        [*word.own, *place, *clause, *numbers]
        for word, place, clause, numbers in zip(
            words,
            _places(tokens, italics, quotes),
            _clauses(tokens, words),
            _numbers(words),
            strict=True,
        )
    ]
    _look_around(rows, words)
    return rows


def _look_around(rows: list[list[str]], words: Sequence[Word]) -> None:
    """Neighbours, one by one and as a pattern."""
    last = len(words) - 1
    briefs = ["<<", "<", *(word.brief for word in words), ">", ">>"]
    for at, row in enumerate(rows):
        before2, before, own, after, after2 = briefs[at : at + 5]
        if at:
            row += words[at - 1].as_before
        if at < last:
            row += words[at + 1].as_after
        row += (
            f"--{before2}",
            f"++{after2}",
            f"{before}|{own}",
            f"{own}>{after}",
            f"{before2}|{before}|{own}",
            f"{own}>{after}>{after2}",
            f"{before}|{own}>{after}",
        )


def _places(
    tokens: Sequence[Token], italics: Sequence[Span], quotes: Sequence[Span]
) -> Iterator[tuple[str, ...]]:
    """In brackets, quotation marks or italics, and after what."""
    marked = f"{'i' * bool(italics)}{'q' * bool(quotes)}"
    in_italics, in_quotes = _Inside(italics), _Inside(quotes)
    depth = breaks = commas = 0
    dated = introduced = False
    quoted = 0
    before = ""
    count = len(tokens)
    for at, token in enumerate(tokens):
        text = token.text
        depth += text in "(["
        state = f"{marked}{in_italics.at(token.start)}{in_quotes.at(token.start)}"
        yield (
            f"t={state}",
            f"t={state}|{min(breaks, 3)}",
            f"b={min(breaks, 5)}{'(' if depth > 0 else ''}",
            f"y={dated:d}{introduced:d}{min(breaks, 4)}",
            f"q={quoted}{dated:d}",
            f"c={dated:d}{min(commas, 4)}{'(' if depth > 0 else ''}",
            f"pos={at * 8 // count}",
        )
        if text in ")]":
            depth = max(0, depth - 1)
        if text in '“«"„' and quoted != 1:
            quoted = 1
        elif text in '”»"' and quoted == 1:
            quoted = 2
        dated = dated or word_of(text).shape == "year"
        introduced = introduced or ("in" in word_of(text).kinds and before in ".,”»\"’'?!")
        if text == "." and len(before) > 1 and depth == 0:
            breaks, commas = breaks + 1, 0
        commas += text == ","
        before = text


class _Inside:
    """Whether an offset is before, in, or after some spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def at(self, offset: int) -> str:
        """`0` before the first, `B` where one begins, `I` inside, `A` after the first, `Z` after more."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return "0"
        if offset < self._ends[index]:
            return "B" if offset == self._starts[index] else "I"
        return "A" if index == 0 else "Z"


_STOPS = frozenset(',.;:()[]“”"«»„‘?!')
_TELLING = frozenset(
    "publisher place body journal meeting thesis report eds trans given month seen in back edn pp vol no".split()
)


def _clauses(tokens: Sequence[Token], words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """What stands between two stops: how many words, of what kind; and the same of what comes next."""
    bounds = _bounds(tokens)
    seen = [_clause(words[first:end]) for first, end in bounds]
    for index, (first, end) in enumerate(bounds):
        own, kinds = seen[index]
        after, kinds_after = seen[index + 1] if index + 1 < len(seen) else (">", ())
        before, _ = seen[index - 1] if index else ("<", ())
        row = (
            f"[={own}",
            f"[>{own}>{after}",
            f"<[{before}<{own}",
            *(f"[k={kind}" for kind in kinds),
            *(f"[+k={kind}" for kind in kinds_after),
            f"left={min(len(bounds) - index, 7)}",
        )
        for _ in range(first, end):
            yield row


def _bounds(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    bounds = []
    first = 0
    for at, token in enumerate(tokens):
        if token.text in _STOPS and not (
            token.text == "." and at and len(tokens[at - 1].text) == 1
        ):
            bounds.append((first, at + 1))
            first = at + 1
    if first < len(tokens):
        bounds.append((first, len(tokens)))
    return bounds


def _clause(words: Sequence[Word]) -> tuple[str, tuple[str, ...]]:
    spelt = [word for word in words if word.shape[0].isalnum()]
    shapes = [word.shape for word in spelt]
    kinds = tuple(dict.fromkeys(k for word in words for k in word.kinds if k in _TELLING))
    if not shapes:
        return "-", kinds
    size = str(len(shapes)) if len(shapes) < 5 else "5" if len(shapes) < 9 else "9"
    if all(shape[0] == "d" or shape == "year" for shape in shapes):
        return f"d{size}", kinds
    low = sum(
        shape in ("xx", "x", "xX") and not word.kinds
        for shape, word in zip(shapes, spelt, strict=True)
    )
    initials = sum(shape == "X" for shape in shapes)
    return f"{'l' if low else 'C'}{'i' if initials else ''}{size}", kinds


def _numbers(words: Sequence[Word]) -> list[tuple[str, ...]]:
    """How far it is to the next number and from the last, and whether words follow at all."""
    count = len(words)
    ahead: list[str] = [""] * count
    near, kind, letters = 0, "none", 0
    for at in range(count - 1, -1, -1):
        ahead[at] = f"{kind}{min(near, 6)}"
        shape = words[at].shape
        if shape[0] == "d" or shape == "year":
            near, kind = 0, "year" if shape == "year" else "d"
        near += 1
        letters += len(shape) > 1 and shape[0] in "Xx"
        ahead[at] += "" if letters > 1 else "."
    rows: list[tuple[str, ...]] = []
    since, last = 0, "none"
    for at in range(count):
        rows.append((f"#{ahead[at]}", f"@{last}{min(since, 4)}"))
        shape = words[at].shape
        if shape[0] == "d" or shape == "year":
            since, last = 0, "year" if shape == "year" else "d"
        since += 1
    return rows
