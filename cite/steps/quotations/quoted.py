"""A quotation taken apart: words, brackets, ellipses, and what an editor wrote into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cite.steps.quotations.tokens import tokenise

_ELLIPSIS = re.compile(
    r"[\[(<]\s*(?:…|\.\s?\.(?:\s?\.)*)\s*[\])>]|…|\.(?:\s?\.){2,}|\[\s*[-–—]{1,3}\s*\]|\*\s?\*\s?\*"
)
_BRACKET = re.compile(r"\[(?P<inside>[^\[\]]{0,300})\]")
_EDITORIAL = re.compile(
    r"[\[(]\s*(?:sic|recte|!|\?|(?:my |our )?(?:emphas[ei]s|italics|bold)\b[^\])]{0,60}|[^\])]{0,30}\b(?:added|supplied|omitted|in (?:the )?original|deleted)"
    r"|hervorhebung\b[^\])]{0,60}|c'est (?:moi|nous) qui soulign\w+|énfasis\b[^\])]{0,40}|corsivo\b[^\])]{0,40})\s*[.!]?\s*[\])]",
    re.I,
)
_OMITTED_NOTES = re.compile(
    r"(?:citations?|footnotes?|references?|notes?|fußnoten?)\s+(?:are\s+)?(?:omitted|weggelassen)",
    re.I,
)


class Kind(StrEnum):
    """What an item of a quotation is."""

    WORD = "word"
    PART = "part"
    """A word of which some letters are in brackets: `[T]he`, `detain[ed]`."""
    BRACKET = "bracket"
    """Words in brackets: put in, or in the place of others."""
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a quotation."""

    kind: Kind
    words: tuple[str, ...]
    """Folded: one for a word; those inside for a bracket; none for an ellipsis."""
    start: int
    end: int
    prefix: str = ""
    """Letters of a part that stand before its bracket."""
    suffix: str = ""
    """Letters of a part that stand behind its bracket."""

    @property
    def word(self) -> str:
        """The whole word, letters in brackets included."""
        return self.words[0] if self.words else ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation as a line of items."""

    text: str
    items: tuple[Item, ...]
    cut_before: bool = False
    """An ellipsis opens it."""
    cut_after: bool = False
    """An ellipsis closes it."""
    remarks: bool = False
    """An editor remarks something in it: *sic*, *emphasis added*."""
    notes_omitted: bool = False
    """It says that citations or notes were left out."""

    @property
    def literal(self) -> tuple[Item, ...]:
        """The words that claim to be the source's."""
        return tuple(item for item in self.items if item.kind in (Kind.WORD, Kind.PART))

    @property
    def bracketed(self) -> bool:
        """Whether anything in it is in brackets or left out."""
        return any(item.kind is not Kind.WORD for item in self.items)

    @property
    def stops(self) -> bool:
        """Whether a full stop, question or exclamation mark closes it."""
        return bool(re.search(r"[.!?。！？][\s\"'”’»)\]]*$", self.text)) and not self.cut_after

    @property
    def begins_a_sentence(self) -> bool:
        """Whether its first letter is a capital, in a bracket or not."""
        letter = re.search(r"[^\W\d_]", self.text)
        return bool(letter and letter[0].isupper()) and not self.cut_before


def take_apart(text: str) -> Quoted:
    """A quotation's items in order."""
    bare = _EDITORIAL.sub(lambda match: " " * len(match[0]), text)
    items = list(_items(bare))
    before = bool(items) and items[0].kind is Kind.ELLIPSIS
    after = len(items) > 1 and items[-1].kind is Kind.ELLIPSIS
    inner = items[before : len(items) - after]
    return Quoted(
        text, tuple(inner), before, after, bare != text, bool(_OMITTED_NOTES.search(text))
    )


def _items(text: str) -> Iterator[Item]:
    """Stretches between ellipses and brackets are words; brackets that touch letters make parts of words."""
    at = 0
    for start, end, kind in _special(text):
        if kind is Kind.PART:
            yield from _words(text, at, start)
            yield _part(text, start, end)
        else:
            yield from _words(text, at, start)
            if kind is Kind.ELLIPSIS:
                yield Item(kind, (), start, end)
            elif words := tuple(tokenise(text[start + 1 : end - 1]).words):
                if not re.fullmatch(r"\[\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\s?\]", text[start:end]):
                    yield Item(Kind.BRACKET, words, start, end)
        at = end
    yield from _words(text, at, len(text))


def _special(text: str) -> Iterator[tuple[int, int, Kind]]:
    at = 0
    while at < len(text):
        dots = _ELLIPSIS.search(text, at)
        bracket = _BRACKET.search(text, at)
        if dots and (bracket is None or dots.start() <= bracket.start()):
            # The stop of a sentence stands before the dots where there are four.
            yield dots.start(), dots.end(), Kind.ELLIPSIS
            at = dots.end()
        elif bracket:
            start, end = _around(text, *bracket.span())
            part = (start, end) != bracket.span() and " " not in bracket["inside"].strip()
            if part:
                yield start, end, Kind.PART
            else:
                start, end = bracket.span()
                yield start, end, Kind.BRACKET
            at = end
        else:
            return


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """A bracket with the letters that touch it, and further brackets in the same word."""
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and (
        text[end].isalpha() or (text[end] == "[" and _BRACKET.match(text, end))
    ):
        found = _BRACKET.match(text, end)
        end = found.end() if found else end + 1
    return start, end


def _part(text: str, start: int, end: int) -> Item:
    from cite.steps.quotations.tokens import folded

    raw = text[start:end]
    whole = folded(raw.replace("[", "").replace("]", ""))
    prefix, suffix = folded(raw[: raw.index("[")]), folded(raw[raw.rindex("]") + 1 :])
    return Item(Kind.PART, (whole,), start, end, prefix, suffix)


def _words(text: str, start: int, end: int) -> Iterator[Item]:
    # Tokens look at what stands before them, so the stretch is read in place.
    tokens = tokenise(text, ((0, start), (end, len(text))) if start else ((end, len(text)),))
    for word, first, last in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        yield Item(Kind.WORD, (word,), first, last)
