"""Text as folded word tokens that know where they stand, note markers and soft hyphens seen through."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from cite.formats.html_text import RAISED

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREAKS = "-\u00ad\u2010\u2011\u0002¬"
"""Hyphens that may end a line: hard, soft, and the one that PDF libraries give."""
LONGEST_WORD = 80
"""Letters beyond which no word goes on behind a hyphen."""
_TOKEN = re.compile(
    rf"(?P<raised>{RAISED[0]}[^{RAISED[1]}]{{0,40}}{RAISED[1]}|[⁰¹²³⁴-⁹]+|\[\s?\d{{1,3}}(?:\s?[,–-]\s?\d{{1,3}}){{0,6}}\s?\])"
    r"|(?P<marker>(?:(?<=[^\W\d_][.,;:!?”\"’'»)])|(?<=[)\]%”’»\"][.,;:!?])|(?<=[.,;:!?][”\"’'»)]))\d{1,3}(?=[\s)”\"’»;:,]|[.](?:\s|$)|$))"
    r"|(?P<number>(?:(?<![\w)])[-−–](?=\d))?\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?(?!\d)|(?:(?<![\w)])[-−](?=\d))?\d+(?:[.:]\d+)+(?![\w])|(?:(?<![\w)])[-−](?=\d))?\d+(?:,\d+)?(?![\w]))"
    r"|(?P<han>[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
    rf"|(?P<word>[^\W_](?:[\w{_INVISIBLE}]*[^\W_])?(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<sign>[%‰$€£¥&])"
)
_GLUED = re.compile(r"([^\W\d_]{3,})\d{1,3}")
_YEAR_AND_MARKER = re.compile(r"((?:1[4-9]|20)\d\d)[.,:]\d{1,3}")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(\[])(?:p|pp|no|nos|art|arts|para|paras|s|ss|ch|vol|fig|cl|sec|n|nn|c|v|r|reg|abs|nr|bd|cap)\.$",
    re.I,
)
_SIGNS = {
    "%": "percent",
    "‰": "permille",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "&": "and",
}
_FOLDS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "þ": "th",
        "ſ": "s",
        "’": "'",
        "ʼ": "'",
        "−": "-",
        "–": "-",
    }
)


@dataclass(slots=True)
class Tokens:
    """Words of a text in order; parallel lists, because a source has a hundred thousand of them."""

    text: str
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    healed: set[int] = field(default_factory=set)
    """Words that a hyphen parted at the end of a line."""
    before_marker: set[int] = field(default_factory=set)
    """Words that a note marker is glued to or follows."""

    def __len__(self) -> int:
        return len(self.words)

    def raw(self, first: int, last: int) -> str:
        """The text of the words from `first` up to `last`, as written."""
        if first >= last:
            return ""
        return self.text[self.starts[first] : self.ends[last - 1]]


def folded(word: str) -> str:
    """A word as it is compared: lower case, without accents, ligatures taken apart."""
    word = word.lower()
    if word.isascii():
        return word
    word = unicodedata.normalize("NFKD", word.translate(_FOLDS))
    return "".join(c for c in word if not unicodedata.combining(c) and c not in _INVISIBLE)


def tokenise(text: str, hidden: tuple[tuple[int, int], ...] = ()) -> Tokens:
    """The words of a text, but for what stands in hidden stretches (page numbers, running heads)."""
    tokens = Tokens(text)
    for start, end in _shown(len(text), hidden):
        _add(tokens, start, end)
    _join_percent(tokens)
    return tokens


def _shown(length: int, hidden: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in hidden:
        if at < start:
            yield at, start
        at = end
    if at < length:
        yield at, length


def _add(tokens: Tokens, start: int, end: int) -> None:
    text, words, starts, ends = tokens.text, tokens.words, tokens.starts, tokens.ends
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "raised" or (
            kind == "marker"
            and not _ABBREVIATED.search(text, max(0, match.start() - 8), match.start())
        ):
            if words:
                tokens.before_marker.add(len(words) - 1)
            continue
        raw = match[0]
        word = _SIGNS.get(raw) or (_number(raw) if kind in ("number", "marker") else folded(raw))
        if not word:
            continue
        if kind == "word":
            if (glued := _GLUED.fullmatch(word)) and not raw[:-1].isupper():
                word = glued[1]
                tokens.before_marker.add(len(words))
            joins = bool(words) and len(words[-1]) < LONGEST_WORD and word[0].isalpha()
            if joins and _hyphenated(text, ends[-1], match.start(), end):
                words[-1] += word
                ends[-1] = match.end()
                tokens.healed.add(len(words) - 1)
                continue
        elif kind == "number" and (year := _YEAR_AND_MARKER.fullmatch(word)):
            word = year[1]
            tokens.before_marker.add(len(words))
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())


def _number(raw: str) -> str:
    """A number without the separators of its thousands."""
    plain = raw.replace("−", "-").replace("–", "-")
    return re.sub(r"(?<=\d)[,\u00a0\u202f\u2009](?=\d{3}(?!\d))", "", plain)


def _hyphenated(text: str, end: int, start: int, limit: int) -> bool:
    """Whether only a hyphen and the end of a line stand between two words; furniture there was hidden."""
    if end >= len(text) or text[end] not in _BREAKS or start - end > 400:
        return False
    between = text[end + 1 : start]
    if text[end] in "\u0002¬" and not between.strip(" \r\n\t"):
        return True
    return (
        "\n" in between
        and text[start].islower()
        and text[end - 1].isalpha()
        and _only_hidden(between)
    )


def _only_hidden(between: str) -> bool:
    """Whether what stands between is white space, or lines of their own that were hidden."""
    lines = between.split("\n")
    return not lines[0].strip() and not lines[-1].strip()


def _join_percent(tokens: Tokens) -> None:
    """`per cent` is `percent`, and so is the sign."""
    words = tokens.words
    for at in [
        at for at, word in enumerate(words[:-1]) if word == "per" and words[at + 1] == "cent"
    ]:
        words[at] = "percent"
        words[at + 1] = ""
    if "" not in words:
        return
    keep = [at for at, word in enumerate(words) if word]
    new_place = {old: new for new, old in enumerate(keep)}
    ends = tokens.ends
    tokens.ends = [
        ends[at + 1] if at + 1 < len(words) and not words[at + 1] else ends[at] for at in keep
    ]
    tokens.starts = [tokens.starts[at] for at in keep]
    tokens.healed = {new_place[at] for at in tokens.healed if at in new_place}
    tokens.before_marker = {new_place[at] for at in tokens.before_marker if at in new_place}
    tokens.words = [words[at] for at in keep]
