"""Pieces of type to lines: what stands on one base line, raised figures in it, columns, and furniture left out."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cite.formats.pdf import Page, Piece

_RAISED_LETTERS = re.compile(r"[⁰¹²³⁴-⁹ⁱ]+")
_SMALL_LABEL = re.compile(
    r"\s*[\[(]?(?:\d{1,4}|[ivxlc]{1,7}|[*†‡§¶]{1,4})[\])]?[.:]?\s*", re.IGNORECASE
)
_BULLETS = frozenset("•◦▪‣·–-o")
"""Set before a raised label where notes are items of a list."""
_SAME_LINE = 0.55
"""How far a base line may lie from another, in sizes, and still be the same: raised figures do by a third."""
_WIDEST_GAP = 3.0
"""Between two words of a line, in sizes; what is further apart stands in another cell or column."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of a line in one setting."""

    text: str
    italic: bool
    bold: bool
    raised: bool
    href: str | None
    gap: float
    """White space before it, in sizes of the line; 0 for the first."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of type."""

    page: int
    left: float
    right: float
    base: float
    size: float
    """Of most of its letters, in points."""
    letters: tuple[Letters, ...]

    @property
    def text(self) -> str:
        """Its words, raised figures and all."""
        return "".join(
            (" " if one.gap > 0.12 and number else "") + one.text
            for number, one in enumerate(self.letters)
        ).strip()

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return self.left, self.base - 0.25 * self.size, self.right, self.base + 0.8 * self.size


def lines_of(page: Page) -> list[Line]:
    """The lines of a page, in the order in which they were set."""
    groups: list[list[Piece]] = []
    for piece in page.pieces:
        if groups and _goes_on(groups[-1], piece):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [_line(page.number, group) for group in _with_labels(groups)]


def _goes_on(group: Sequence[Piece], piece: Piece) -> bool:
    last = group[-1]
    size = max(piece.size, max(one.size for one in group[-4:]))
    base = _main(group[-8:]).base
    return (
        abs(piece.base - base) <= _SAME_LINE * size
        and piece.left >= last.right - size
        and piece.left - last.right < _WIDEST_GAP * size
    )


def _with_labels(groups: list[list[Piece]]) -> Iterator[list[Piece]]:
    """The number of a list item, which is set apart from its words, put before them."""
    held: list[Piece] | None = None
    for group in groups:
        if held is not None:
            main = _main(group)
            near = abs(held[0].base - main.base) <= _SAME_LINE * main.size
            if near and 0 <= group[0].left - held[-1].right < 2.5 * _WIDEST_GAP * main.size:
                yield [*held, *group]
                held = None
                continue
            yield held
            held = None
        if _SMALL_LABEL.fullmatch("".join(piece.text for piece in group)):
            held = group
        else:
            yield group
    if held is not None:
        yield held


def _main(group: Sequence[Piece]) -> Piece:
    """A piece in the size in which most letters are."""
    sizes: Counter[float] = Counter()
    for piece in group:
        sizes[round(piece.size, 1)] += len(piece.text.strip())
    size = max(sizes, key=lambda one: (sizes[one], one))
    return next(piece for piece in group if round(piece.size, 1) == size)


def _line(page: int, group: list[Piece]) -> Line:
    main = _main(group)
    letters: list[Letters] = []
    before: Piece | None = None
    for piece in group:
        gap = (piece.left - before.right) / main.size if before else 0.0
        if before and before.text.endswith(" "):
            gap = max(gap, 0.3)
        raised = piece.size < 0.87 * main.size and piece.base > main.base + 0.12 * main.size
        for one in _letters(piece, raised, gap):
            if letters and one.raised and letters[-1].raised and _one_figure(letters[-1], one):
                letters[-1] = replace(letters[-1], text=letters[-1].text + one.text)
            else:
                letters.append(one)
        before = piece
    if len(letters) > 1 and letters[1].raised and letters[0].text.strip() in _BULLETS:
        letters = letters[1:]
    left = min(piece.left for piece in group)
    right = max(piece.right for piece in group)
    return Line(page, left, right, main.base, main.size, tuple(_linked_whole(letters)))


def _linked_whole(letters: Sequence[Letters]) -> Iterator[Letters]:
    """The end of an address that its link does not quite cover, as part of the link."""
    href: str | None = None
    for number, one in enumerate(letters):
        cut = re.match(r"[\w/=&?%#~+-][^\s,;)\]]*", one.text)
        if (
            number
            and one.href is None
            and href
            and one.gap < 0.08
            and cut
            and "://" in letters[number - 1].text
        ):
            yield replace(one, text=cut[0], href=href)
            if rest := one.text[cut.end() :]:
                yield replace(one, text=rest, gap=0.0)
        else:
            yield one
        href = one.href if not one.text.endswith(" ") else None


def _one_figure(before: Letters, after: Letters) -> bool:
    """Raised figures that were set one by one."""
    return after.gap < 0.12 and not before.text.endswith(" ") and before.href == after.href


def _letters(piece: Piece, raised: bool, gap: float) -> Iterator[Letters]:
    """A piece; figures that are raised by their code are raised figures like any others."""
    whole = Letters(piece.text, piece.italic, piece.bold, raised, piece.href, gap)
    if raised or not _RAISED_LETTERS.search(piece.text):
        yield replace(whole, text=unicodedata.normalize("NFKC", piece.text)) if raised else whole
        return
    at = 0
    for match in _RAISED_LETTERS.finditer(piece.text):
        if match.start() > at:
            yield replace(whole, text=piece.text[at : match.start()], gap=gap if at == 0 else 0.0)
        yield replace(whole, text=unicodedata.normalize("NFKC", match[0]), raised=True, gap=0.0)
        at = match.end()
    if at < len(piece.text):
        yield replace(whole, text=piece.text[at:], gap=0.0)


# Furniture: running heads, feet and page numbers

_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:page|p\.|seite|s\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?[\s|–—-]*",
    re.IGNORECASE,
)
_EDGE = 0.115
"""Share of a page's height, above and below, in which furniture stands."""


def without_furniture(pages: Sequence[tuple[Page, list[Line]]]) -> list[list[Line]]:
    """The lines of each page without what is repeated at its edges from page to page."""
    said: Counter[str] = Counter()
    for page, lines in pages:
        said.update({_repeated(page, line) for line in lines if _at_edge(page, line)})
    most = 2 if len(pages) < 8 else 3
    return [
        [line for line in lines if not _is_furniture(page, line, lines, said, most)]
        for page, lines in pages
    ]


def _is_furniture(
    page: Page, line: Line, lines: Sequence[Line], said: Mapping[str, int], most: int
) -> bool:
    if not _at_edge(page, line):
        return False
    if _is_number(page, line, lines):
        return True
    return said[_repeated(page, line)] >= most and _apart(page, line, lines, said, most)


def _apart(
    page: Page, line: Line, lines: Sequence[Line], said: Mapping[str, int], most: int
) -> bool:
    """Whether white space parts a line from the text, as running heads and feet are."""
    inward = -1 if line.base > page.height / 2 else 1
    gaps = [
        (one.base - line.base) * inward
        for one in lines
        if not (_at_edge(page, one) and said[_repeated(page, one)] >= most)
    ]
    return min((gap for gap in gaps if gap > 0), default=page.height) > 1.4 * line.size


def _at_edge(page: Page, line: Line) -> bool:
    return line.base > (1 - _EDGE) * page.height or line.base < _EDGE * page.height


def _repeated(page: Page, line: Line) -> str:
    """What a line says, figures aside, and at which height."""
    words = re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower())
    top = line.base > page.height / 2
    return f"{'head' if top else 'foot'} {round(line.base / 4)} {' '.join(words.split())}"


def _is_number(page: Page, line: Line, lines: Sequence[Line]) -> bool:
    """A number alone, with nothing further out."""
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    others = [one.base for one in lines if one is not line]
    return not others or line.base < min(others) or line.base > max(others)


# Columns

_FEWEST = 6
"""Lines on either side that make two columns."""


def regions(page: Page, lines: Sequence[Line]) -> list[list[Line]]:
    """A page's lines in the order of reading, column by column; what spans both columns parts them."""
    ordered = sorted(lines, key=lambda line: (-round(line.base), line.left))
    gutter = _gutter(page, lines)
    if gutter is None:
        return [ordered] if ordered else []
    found: list[list[Line]] = []
    sides: tuple[list[Line], list[Line]] = ([], [])
    for line in ordered:
        if line.left < gutter - 2 and line.right > gutter + 2:
            found += [side for side in sides if side]
            sides = ([], [])
            if found and found[-1] and _spans(found[-1][-1], gutter):
                found[-1].append(line)
            else:
                found.append([line])
        else:
            sides[line.left >= gutter - 2].append(line)
    return found + [side for side in sides if side]


def _spans(line: Line, gutter: float) -> bool:
    return line.left < gutter - 2 and line.right > gutter + 2


def _gutter(page: Page, lines: Sequence[Line]) -> float | None:
    """Where two columns part, if there are two: an upright strip that most lines keep clear of."""
    long = [line for line in lines if line.right - line.left > 0.12 * page.width]
    best: tuple[int, float] | None = None
    for step in range(36, 65):
        at = page.width * step / 100
        left = sum(line.right <= at for line in long)
        right = sum(line.left >= at for line in long)
        crossing = len(long) - left - right
        beside = _beside(long, at)
        if min(left, right) >= _FEWEST and crossing < 0.35 * len(long) and beside >= _FEWEST:
            score = -crossing
            if best is None or score > best[0]:
                best = (score, at)
    return best[1] if best else None


def _beside(lines: Iterable[Line], at: float) -> int:
    """How many lines on the left have one on the right at about their height."""
    heights: dict[int, set[bool]] = defaultdict(set)
    for line in lines:
        if line.right <= at or line.left >= at:
            heights[round(line.base / 12)].add(line.left >= at)
    return sum(len(sides) == 2 for sides in heights.values())
