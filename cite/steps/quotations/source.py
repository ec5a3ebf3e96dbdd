"""A source prepared for comparison: its words, its pages, and what is furniture on them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from cite.model.notes import roman_to_int
from cite.recognisers.text.language import SMALL_WORDS, likely_languages
from cite.steps.quotations.tokens import Tokens, tokenise

_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:page|p\.|seite|s\.|pagina|página)?\s{0,3}(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s{0,3}(?:of|/|von|sur|de)\s{0,3}\d{1,4})?\W{0,4}",
    re.I,
)
_NUMBER_AT_EDGE = re.compile(
    r"(?P<first>\d{1,4})\s+\S.{2,90}|\S.{2,90}?\s+(?P<last>\d{1,4})\s*|\S.{2,60}\s[|·•]\s.{0,60}",
    re.I,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|no|nos|vol|vols|ed|eds|p|pp|ch|fig|al|cf|e\.g|i\.e|etc|inc|ltd|co|art|arts|para|paras|sec|u\.s|u\.k|jan|feb|aug|sept?|oct|nov|dec|gen|col|lt|rev|v|z\.b|bzw|vgl|nr|abs)|\b[A-Z])\.$",
    re.I,
)
_STOP = re.compile(
    r"[.!?。！？](?:[\"'”’»)\]\ue0f2\ue0f3\d]*)(?=\s|$)|[。！？]|\n\s*\n|(?<=[.!?:])[\"”’»](?=\s)"
)
LONGEST_HEAD = 90


@dataclass(frozen=True)
class Source:
    """A source's text with its words found, its furniture hidden, its pages numbered as printed."""

    text: str
    hidden: tuple[tuple[int, int], ...] = ()
    page_starts: tuple[int, ...] = ()
    page_labels: tuple[str, ...] = ()
    """Numbers printed on the pages; empty strings where none could be made out."""
    name: str = ""

    @cached_property
    def tokens(self) -> Tokens:
        """Its words, in order."""
        return tokenise(self.text, self.hidden)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.tokens.words):
            places.setdefault(word, []).append(at)
        return places

    @cached_property
    def languages(self) -> frozenset[str]:
        """What it is likely to be written in; none where that cannot be told."""
        words = re.findall(r"[^\W\d_]+", self.text[:40_000].lower())
        likely = likely_languages(words)
        return (
            likely
            if any(sum(word in SMALL_WORDS[name] for word in words) >= 2 for name in likely)
            else frozenset()
        )

    @cached_property
    def common_words(self) -> frozenset[str]:
        """Words that it writes small somewhere, so that their capital elsewhere makes no name of them."""
        return frozenset(re.findall(r"(?<![\w’'])[^\W\d_A-ZÀ-ÖØ-Þ][^\W\d_]*", self.text))

    @cached_property
    def names_have_capitals(self) -> bool:
        """Whether a capital within a sentence makes a name; in German it makes a noun."""
        words = re.findall(r"[^\W\d_]+", self.text[:20_000])
        capitals = [word for word in words if word[0].isupper()]
        return len(capitals) * 4 < len(words)

    @cached_property
    def sentence_stops(self) -> tuple[int, ...]:
        """Where sentences end, as offsets behind the stop."""
        return tuple(
            match.end()
            for match in _STOP.finditer(self.text)
            if not (match[0][0] == "." and self._goes_on(match))
        )

    def _goes_on(self, match: re.Match[str]) -> bool:
        before = self.text[max(0, match.start() - 8) : match.start() + 1]
        following = self.text[match.end() : match.end() + 24].lstrip(" \t\r\n\"'“‘«([")
        return bool(_ABBREVIATION.search(before)) or following[:1].islower()

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Where numbered paragraphs begin, and their numbers: three at least that count up, or none."""
        found = [
            (match.start("number"), int(match["number"])) for match in _NUMBERED.finditer(self.text)
        ]
        chains = [_counting_up(found[at:]) for at in range(min(len(found), 30))]
        longest = max(chains, key=len, default=())
        return longest if len(longest) >= 3 else ()

    def paragraph_of(self, offset: int) -> str:
        """The number of the paragraph in which an offset lies, behind a pilcrow; nothing where none is numbered."""
        at = bisect_right(self.paragraphs, (offset, 10**9)) - 1
        return f"¶{self.paragraphs[at][1]}" if at >= 0 else ""

    def page_of(self, offset: int) -> str:
        """The number printed on the page where an offset lies, or nothing."""
        at = bisect_right(self.page_starts, offset) - 1
        return self.page_labels[at] if 0 <= at < len(self.page_labels) else ""

    def stops_between(self, start: int, end: int) -> tuple[int, ...]:
        """Sentence ends within a stretch."""
        stops = self.sentence_stops
        return stops[bisect_right(stops, start) : bisect_right(stops, end)]


PAGE_BREAK = "\f"
_NUMBERED = re.compile(
    r"(?m)^[ \t]{0,8}[\[(]?(?P<number>\d{1,4})(?:[.)\]]|(?=\t|[ ]{2,}))[ \t]+(?=[“\"‘(\[]?[^\W\d_])"
)


def _counting_up(found: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The first number and those that follow it one by one."""
    chain = [found[0]]
    for offset, number in found[1:]:
        if number == chain[-1][1] + 1:
            chain.append((offset, number))
    return tuple(chain)


def prepare(text: str, name: str = "") -> Source:
    """A source from its text, pages parted by form feeds where there are any."""
    lines = _lines(text)
    starts = (
        (0, *(match.end() for match in re.finditer(PAGE_BREAK, text))) if PAGE_BREAK in text else ()
    )
    hidden, numbers = _furniture(text, lines, starts)
    return Source(text, hidden, starts, _labels(starts, numbers), name)


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n\f]+", text)]


def _furniture(
    text: str, lines: Sequence[tuple[int, int]], page_starts: Sequence[int]
) -> tuple[tuple[tuple[int, int], ...], dict[int, int]]:
    """Lines that belong to pages and not to the text, and the page numbers among them by offset."""
    edges = _edges(lines, page_starts)
    heads = _repeated(text, lines, edges)
    within = _within_words(text, lines)
    hidden: list[tuple[int, int]] = []
    numbers: dict[int, int] = {}
    for at, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        if not line:
            continue
        number = _number_of(line)
        alone = _stands_alone(text, start, end) or at in edges
        if number is not None and alone and len(line) <= 20:
            numbers[start] = number
            hidden.append((start, end))
        elif at in within or _shape(line) in heads:
            if at in edges and (printed := _edge_number(line)) is not None:
                numbers[start] = printed
            hidden.append((start, end))
    return tuple(hidden), numbers


def _edges(lines: Sequence[tuple[int, int]], page_starts: Sequence[int]) -> frozenset[int]:
    """The first two and the last two lines of each page."""
    if not page_starts:
        return frozenset()
    of_page = [bisect_right(page_starts, start) for start, _ in lines]
    edges: set[int] = set()
    for at, page in enumerate(of_page):
        if at < 2 or of_page[at - 2] != page or at + 2 >= len(lines) or of_page[at + 2] != page:
            edges.add(at)
    return frozenset(edges)


def _number_of(line: str) -> int | None:
    found = _PAGE_NUMBER.fullmatch(line)
    if not found:
        return None
    number = found["number"]
    return int(number) if number.isdigit() else roman_to_int(number)


def _edge_number(line: str) -> int | None:
    found = re.match(r"(\d{1,4})\b", line) or re.search(r"\b(\d{1,4})$", line)
    return int(found[1]) if found else None


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a blank line, a page's end or the text's is next to a line: a number in running text is no page's."""
    before = text[max(0, start - 2) : start].replace("\r", "")
    after = text[end : end + 2].replace("\r", "")
    return start == 0 or before == "\n\n" or "\f" in before + after or after in ("", "\n", "\n\n")


def _within_words(text: str, lines: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Lines that part a hyphenated word: they begin after its hyphen and its rest follows them."""
    found: set[int] = set()
    for at, (start, end) in enumerate(lines[:-2]):
        if text[start:end].rstrip()[-1:] not in tuple("-\u00ad\u2010\u0002¬"):
            continue
        between: list[int] = []
        for following in range(at + 1, min(at + 4, len(lines))):
            line = text[slice(*lines[following])].strip()
            if line[:1].islower():
                found.update(between)
                break
            if line and not (_head_like(line) or _number_of(line) is not None):
                break
            between.append(following)
    return frozenset(found)


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split())).lower()


def _repeated(text: str, lines: Sequence[tuple[int, int]], edges: frozenset[int]) -> frozenset[str]:
    """Shapes of running heads: short lines that come again, at the edges of pages where there are pages."""
    counts = Counter(
        _shape(text[start:end])
        for at, (start, end) in enumerate(lines)
        if 3 < end - start <= LONGEST_HEAD and (not edges or at in edges)
    )
    least = 2 if edges else 3
    return frozenset(
        shape
        for shape, count in counts.items()
        if count >= least and re.search(r"[^\W\d_]{3}", shape)
    )


def _labels(starts: Sequence[int], numbers: dict[int, int]) -> tuple[str, ...]:
    """The number printed on each page, where those that were found count up with the pages."""
    if not starts:
        return ()
    found: dict[int, int] = {}
    for offset, number in numbers.items():
        found[bisect_right(starts, offset) - 1] = number
    shifts = Counter(number - page for page, number in found.items())
    if not shifts:
        return ("",) * len(starts)
    shift, votes = shifts.most_common(1)[0]
    if votes < max(1, len(found) / 2) or (len(starts) > 1 and votes < 2):
        return ("",) * len(starts)
    return tuple(str(page + shift) if page + shift > 0 else "" for page in range(len(starts)))


def looks_like_furniture(text: str, start: int, end: int) -> bool:
    """Whether what a quotation passes over belongs to a page: its number, its head, the notes at its foot.

    For sources in which a head comes only once, so that it could not be known by coming again.
    """
    line_start = max(text.rfind("\n", 0, start), text.rfind(PAGE_BREAK, 0, start)) + 1
    after = re.match(r"[^\n\f]*", text[end : end + 200])
    if text[line_start:start].strip() or (after and after[0].strip(" .–—-|")):
        return False
    foot, broken, head = text[start:end].partition(PAGE_BREAK)
    if broken or re.match(r"[ .\n]*\f", text[end : end + 8]):
        if _FOOTNOTES.match(foot) and _only_heads(head):
            return True
    return _only_heads(text[start:end].replace(PAGE_BREAK, "\n"), least=1)


_FOOTNOTES = re.compile(r"\W{0,3}(?:\d{1,3}|[*†‡§])\W{0,2}\s*\S")


def _only_heads(text: str, least: int = 0) -> bool:
    """Whether lines are page numbers and heads, a number among them or all in capitals."""
    passed = [line.strip() for line in text.split("\n") if line.strip()]
    if not least <= len(passed) <= 3 or any(len(line) > LONGEST_HEAD for line in passed):
        return False
    numbered = any(
        _number_of(line) is not None or _NUMBER_AT_EDGE.fullmatch(line) for line in passed
    )
    heads = all(_head_like(line) or _number_of(line) is not None for line in passed)
    return heads and (not least or numbered or all(line.isupper() for line in passed))


def _head_like(line: str) -> bool:
    words = re.findall(r"[^\W\d_]+", line)
    capitals = [word for word in words if word[0].isupper()]
    long_words = [word for word in words if len(word) > 3]
    return (
        bool(words)
        and not line.rstrip().endswith((".", ",", ";"))
        and len(capitals) >= len(long_words) * 0.7
    )
