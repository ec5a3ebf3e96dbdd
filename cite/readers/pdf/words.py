"""Lines joined into one text: words over line ends, addresses over line ends, typography kept."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cite.formats.pdf import HYPHEN
from cite.model.document import Run, Style
from cite.readers.pdf.lines import Letters, Line
from cite.recognisers.addresses.url import clean

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"\S+$")
_HEAD = re.compile(r"\s*(\S+)")
_IN_ADDRESS = re.compile(
    r"(?:https?|ftp)://\S*$|(?<![\w@./-])www\.\S*$|(?<!\w)doi:\s?10\.\S*$|(?<![\w./])10\.\d{4,9}/\S*$",
    re.IGNORECASE,
)
_OPEN_END = "/-_=&?%#~+.:"
_ONE_HYPHEN = "-\u00ad\u2010" + HYPHEN
_SMALL_WORDS = frozenset(
    "a an and as at by for from in is it of on or see that the this to was were which with und der die das et le la les de du des y el los e il".split()
)
_FILE = re.compile(
    r"(?:html?|php|pdf|aspx?|jsp|org|com|net|edu|gov|int|info|txt|xml|shtml|cfm|co|uk|de|fr)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Call:
    """Raised figures, and where in the text they stood."""

    text: str
    offset: int
    line: Line
    attached: str
    """What they stand behind."""


class Words:
    """What the words of a document are: which hyphens at line ends belong to them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known: Counter[str] = Counter()
        for line in lines:
            text = line.text
            self._known.update(word.lower() for word in _WORD.findall(text))

    def joined(self, before: str, after: str) -> str:
        """A word cut at a hyphen, whole: as the document has it elsewhere, else without."""
        whole, hyphened = (before + after).lower(), f"{before}-{after}".lower()
        if self._known[hyphened] > self._known[whole]:
            return f"{before}-{after}"
        if self._known[whole] or (before[-1:].islower() and after[:1].islower()):
            return before + after
        return f"{before}-{after}"


def text_of(
    lines: Sequence[Line], words: Words, take_calls: bool
) -> tuple[tuple[Run, ...], tuple[Call, ...]]:
    """The text of some lines, as runs; raised figures are taken out where they may be calls to notes."""
    making = _Making(words, take_calls)
    for number, line in enumerate(lines):
        if number:
            making.line_end(line)
        making.add(line)
    return making.runs(), tuple(making.calls)


class _Making:
    def __init__(self, words: Words, take_calls: bool) -> None:
        self.words = words
        self.take_calls = take_calls
        self.pieces: list[tuple[str, Style, str | None]] = []
        self.tail = ""
        """The last letters so far."""
        self.length = 0
        self.calls: list[Call] = []

    def put(self, text: str, style: Style, href: str | None) -> None:
        """More text; single blanks only."""
        text = re.sub(r"\s+", " ", text)
        if "\u00ad" in text:
            end = HYPHEN if text.endswith("\u00ad") else ""
            text = text.replace("\u00ad", "") + end
        if text[:1] == " " and (self.tail[-1:] in (" ", "") or not self.length):
            text = text[1:]
        if not text:
            return
        self.pieces.append((text, style, href))
        self.tail = (self.tail + text)[-400:]
        self.length += len(text)

    def add(self, line: Line) -> None:
        """The letters of a line."""
        for number, one in enumerate(line.letters):
            bare = one.text.strip()
            if one.raised and self.take_calls and bare:
                self.calls.append(Call(bare, self.length, line, self.tail[-12:]))
                if one.text.endswith(" "):
                    self.put(" ", Style.PLAIN, None)
                continue
            if number and one.gap > 0.12:
                self.blank(one)
            self.put(one.text, _style(one), one.href)

    def blank(self, after: Letters | None) -> None:
        """White space, in the setting of both its neighbours where they have one."""
        same = after is not None and self._setting() == (_style(after), after.href)
        self.put(" ", *(self._setting() if same else (Style.PLAIN, None)))

    def line_end(self, line: Line) -> None:
        """What stands between two lines: a blank, nothing, or a hyphen taken away."""
        head = _HEAD.match(line.text)
        tail = _TAIL.search(self.tail)
        opening = next((one for one in line.letters if one.text.strip()), None)
        if not head or not tail or not self.pieces or opening is None:
            self.blank(opening)
            return
        first, last = head[1], tail[0]
        href = self.pieces[-1][2]
        if href is not None and opening.href == href:
            self._within_link(last, first, href, opening)
        elif address := _IN_ADDRESS.search(self.tail):
            if _address_goes_on(address[0], first):
                self._keep_hyphen()
            else:
                self.blank(opening)
        elif last[-1] in _ONE_HYPHEN and len(last) > 1 and first[:1].isalpha():
            self._hyphen(last, first)
        else:
            self.blank(opening)

    def _within_link(self, last: str, first: str, href: str, opening: Letters) -> None:
        """A link over two lines: joined as its address is, where it shows that; else as words are."""
        bare = last.rstrip(HYPHEN)
        first = first.rstrip(".,;:)")
        meant = href + clean(href).url
        if bare[-12:] + first[:12] in meant:
            self._drop(len(last) - len(bare))
        elif last[-1] == HYPHEN and f"{bare[-12:]}-{first[:12]}" in meant:
            self._keep_hyphen()
        elif last[-1] in _ONE_HYPHEN and first[:1].isalpha() and "://" not in last:
            self._hyphen(last, first)
        elif (address := _IN_ADDRESS.search(self.tail)) and _address_goes_on(address[0], first):
            self._keep_hyphen()
        else:
            self.blank(opening)

    def _keep_hyphen(self) -> None:
        """Nothing between the lines; a hyphen that stands there is part of an address."""
        text, style, href = self.pieces[-1]
        if text.endswith(HYPHEN):
            self.pieces[-1] = (text[:-1] + "-", style, href)
            self.tail = self.tail[:-1] + "-"

    def _hyphen(self, last: str, first: str) -> None:
        before = re.search(r"[^\W_]*(?:-[^\W_]+)*$", last[:-1])
        after = re.match(r"[^\W_]*", first)
        stem = before[0].rpartition("-")[2] if before else ""
        if stem and after and "-" in self.words.joined(stem, after[0]):
            self._drop(1)
            self.put("-", *self._setting())
        else:
            self._drop(1)

    def _setting(self) -> tuple[Style, str | None]:
        return self.pieces[-1][1:] if self.pieces else (Style.PLAIN, None)

    def _drop(self, count: int) -> None:
        if count and self.pieces:
            text, style, href = self.pieces[-1]
            self.pieces[-1] = (text[:-count], style, href)
            self.tail = self.tail[:-count]
            self.length -= count

    def runs(self) -> tuple[Run, ...]:
        """Neighbours of one setting as one run, without blanks at the ends."""
        merged: list[tuple[list[str], Style, str | None]] = []
        for text, style, href in self.pieces:
            text = text.replace(HYPHEN, "-")
            if merged and merged[-1][1:] == (style, href):
                merged[-1][0].append(text)
            else:
                merged.append(([text], style, href))
        found = [Run("".join(texts), style, href) for texts, style, href in merged]
        while found and not found[-1].text.strip():
            found.pop()
        if found:
            found[-1] = Run(found[-1].text.rstrip(), found[-1].style, found[-1].href)
        return tuple(run for run in found if run.text)


def _style(one: Letters) -> Style:
    style = Style.ITALIC if one.italic else Style.PLAIN
    style |= Style.BOLD if one.bold else Style.PLAIN
    return style | (Style.SUPERSCRIPT if one.raised else Style.PLAIN)


def _address_goes_on(address: str, first: str) -> bool:
    """Whether an address at the end of a line goes on in the next."""
    if re.match(r"(?:https?://|www\.|doi:)", first, re.IGNORECASE) or first[:1] in '(<[“"‘«':
        return False
    bare = first.rstrip('.,;:)]>”"’')
    if not bare or address[-1] in ',;)>]”"’»':
        return False
    last = address[-1]
    if last in "=&?%#_~+-" + HYPHEN or bare[0] in "/?&=#%_":
        return True
    looks = bool(re.search(r"[/=&?%#_]|\w\.\w|\d", bare)) and not re.fullmatch(
        r"\(?\d{1,4}\)?", bare
    )
    if last in "/.:":
        if last == "." and not (looks or _FILE.fullmatch(bare)):
            return False
        return looks or (
            bare.lower() not in _SMALL_WORDS
            and bare.islower()
            and len(bare) > 3
            and "." not in last
        )
    return (
        looks
        and bool(re.search(r"[/=&?%_]|\.(?:html?|pdf|php|aspx?)$", bare))
        and "." not in address[-1]
    )
