"""Words gathered from a source: white space folded; typography, addresses and places in the source kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from cite.model.document import Anchor, ParagraphKind, Run, Style

_PIECE = re.compile(r"\s+|[^\s]+(?:[ \t\n\r][^\s]+)*[ \t\n\r]?")
"""White space that is folded; or words, the single blanks between them and the first one behind them."""
_BLANK = str.maketrans("\t\n\r", "   ")


@dataclass(slots=True)
class Call:
    """A marker still to be bound: which note its tag names, and where it stands."""

    label: str
    target: str
    offset: int
    line: int | None
    anchor: Anchor | None


@dataclass(slots=True)
class Prose:
    """One paragraph or note in the making."""

    kind: ParagraphKind = ParagraphKind.TEXT
    level: int = 0
    line: int | None = None
    runs: list[Run] = field(default_factory=list)
    """Letter by letter as their anchors say, as far as white space allows."""
    calls: list[Call] = field(default_factory=list)
    length: int = 0
    opening: bool = True
    """Whether white space that comes next is dropped."""

    def add(
        self, text: str, style: Style, href: str | None, at: Anchor | None,
        href_anchor: Anchor | None = None,
    ) -> None:  # fmt: skip
        """Words that stand in the source as they are here, from the start of an anchor on; else nowhere."""
        for match in _PIECE.finditer(text):
            piece = match[0]
            if piece[0] in " \t\n\r" and not piece.strip(" \t\n\r"):
                if self.opening:
                    continue
                piece = " "
            self.opening = piece[-1] in " \t\n\r"
            anchor = at and at.within(match.start(), match.start() + len(piece))
            self.runs.append(Run(piece.translate(_BLANK), style, href, anchor, href_anchor))
            self.length += len(piece)

    def part(self) -> None:
        """A new paragraph within a note."""
        if self.length:
            self._strip()
            self.runs.append(Run("\n"))
            self.length += 1
            self.opening = True

    def finished(self) -> tuple[Run, ...]:
        """Its runs, without white space at the end."""
        self._strip()
        return tuple(self.runs)

    def _strip(self) -> None:
        while self.runs:
            last = self.runs.pop()
            bare = last.text.rstrip(" \n")
            self.length -= len(last.text) - len(bare)
            if bare == last.text:
                self.runs.append(last)
                break
            if bare:
                self.runs.append(replace(last, text=bare, anchor=_cut(last.anchor, len(bare))))
                break
        self.opening = not self.runs


def _cut(anchor: Anchor | None, size: int) -> Anchor | None:
    return anchor and replace(anchor, end=min(anchor.end, anchor.start + size))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of one text, or text node, typography and address as one; the white space folded between them counts as theirs."""
    return tuple(_as_one(list(group)) for _, group in groupby(runs, key=_alike))


def _alike(run: Run) -> tuple[Style, str | None, str | None, int | None]:
    where = (run.anchor.part, run.anchor.node) if run.anchor else (None, None)
    return run.style, run.href, *where


def _as_one(group: list[Run]) -> Run:
    first, last = group[0].anchor, group[-1].anchor
    whole = replace(first, end=last.end) if first and last else None
    return replace(group[0], text="".join(run.text for run in group), anchor=whole)
