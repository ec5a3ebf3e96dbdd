"""The text of an article in LaTeX, with the chapters that it takes in from beside itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cite.formats.text import decode
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.inputs import Beside
from cite.readers.latex import commands

MOST_PARTS = 200
_INPUT = re.compile(
    r"(?<!\\)\\(?:input|include|subfile)\s*(?:\{\s*(?P<name>[^{}]{1,200}?)\s*\}|\s(?P<bare>[\w./-]{1,200}))"
)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_BIBLIOGRAPHY = re.compile(
    r"\\(?:bibliography|addbibresource)(?:\[[^\]]*\])?\s*\{([^{}]{1,2000})\}"
)
_ALIAS = re.compile(
    r"\\(?:re)?newcommand\*?\s*\{?\s*\\(?P<alias>[A-Za-z]+)\s*\}?\s*\[1\]\s*\{\s*\\(?P<meant>footnote|endnote|sidenote|marginnote)\s*\{\s*#1\s*\}\s*\}"
)
_UNREAD = re.compile(
    r"\\begin\s*\{("
    + "|".join(re.escape(name) for name in commands.UNREAD)
    + r")\}.*?(?:\\end\s*\{\1\}|\Z)",
    re.DOTALL,
)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_OPTIONS = re.compile(
    r"(\\begin\s*\{(?:tabular\*?|tabularx|longtable|tabulary|minipage|thebibliography|multicols|wrapfigure|adjustbox|array|figure\*?|table\*?|enumerate|itemize|description)\})((?:\s*(?:\[[^\]\n]*\]|\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}))+)"
)


@dataclass(slots=True)
class Part:
    """A stretch of one file."""

    name: str
    """Of a file beside the article; empty for the article itself."""
    text: str
    """The whole file: offsets count in it."""
    start: int
    end: int
    bibliographies: tuple[str, ...] = ()
    _lines: list[int] = field(default_factory=list)

    def line(self, at: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self._starts(), at)

    def column(self, at: int) -> int:
        """Its column, from 1."""
        starts = self._starts()
        return at - starts[bisect_right(starts, at) - 1] + 1

    def _starts(self) -> list[int]:
        if not self._lines:
            self._lines += [0, *(match.end() for match in re.finditer("\n", self.text))]
        return self._lines


def parts_of(path: str, source: str, beside: Beside, findings: list[Finding]) -> Iterator[Part]:
    """The article's body, cut where it takes in other files, with those; each file once."""
    seen: set[str] = set()
    found = list(_parts(path, "", source, beside, findings, seen))
    yield from found or [Part("", source, 0, len(source))]


def _parts(
    path: str, name: str, source: str, beside: Beside, findings: list[Finding], seen: set[str]
) -> Iterator[Part]:
    visible = _COMMENT.sub(lambda match: " " * len(match[0]), source)
    bibliographies = tuple(
        one.strip() if one.strip().endswith(".bib") else f"{one.strip()}.bib"
        for match in _BIBLIOGRAPHY.finditer(visible)
        for one in match[1].split(",")
    )
    start = end = 0
    begin = visible.find("\\begin{document}")
    if begin >= 0:
        start = begin + len("\\begin{document}")
        if title := re.search(r"\\title\s*(?:\[[^\]]*\])?\s*\{", visible[:begin]):
            yield Part(name, source, title.start(), _closing(visible, title.end() - 1) + 1)
    end = visible.find("\\end{document}", start)
    end = len(source) if end < 0 else end
    at = start
    for match in _INPUT.finditer(visible, start, end):
        wanted = match["name"] or match["bare"]
        content = _beside(wanted, beside, seen)
        if content is None:
            findings.append(
                _not_read(path, name, wanted, visible.count("\n", 0, match.start()) + 1)
            )
            continue
        yield Part(name, source, at, match.start(), bibliographies)
        at = match.end()
        yield from _parts(path, content[0], content[1], beside, findings, seen)
    yield Part(name, source, at, end, bibliographies)


def _beside(wanted: str, beside: Beside, seen: set[str]) -> tuple[str, str] | None:
    for name in (wanted, f"{wanted}.tex"):
        if name in seen or len(seen) > MOST_PARTS:
            continue
        content = beside(name)
        if content is None:
            continue
        seen.add(name)
        try:
            return name, decode(content)[0]
        except InputError:
            return None
    return None


def _not_read(path: str, part: str, wanted: str, line: int) -> Finding:
    message = f"“{wanted}”, which the article takes in, was not read: it does not stand beside the article."
    return Finding("part-not-read", Level.WARNING, message, Place(path, line, 1, part))


def _closing(text: str, at: int) -> int:
    depth = 0
    for index in range(at, min(len(text), at + 5_000)):
        depth += (text[index] == "{") - (text[index] == "}")
        if depth == 0:
            return index
    return min(len(text), at + 5_000) - 1


def paragraphs_of(part: Part) -> Iterator[tuple[int, str]]:
    """Its paragraphs, cut at blank lines that stand in no group; what is no prose is blanked out."""
    text = part.text[part.start : part.end]
    text = _UNREAD.sub(_blanked, text)
    text = _OPTIONS.sub(lambda match: match[1] + " " * len(match[2]), text)
    start = depth = at = 0
    for blank in _BLANK_LINES.finditer(text):
        depth = max(0, depth + _braces(text[at : blank.start()]))
        at = blank.end()
        if depth == 0 or blank.start() - start > 100_000:
            yield part.start + start, text[start : blank.start()]
            start, depth = blank.end(), 0
    if text[start:].strip():
        yield part.start + start, text[start:]


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _braces(text: str) -> int:
    bare = _COMMENT.sub("", re.sub(r"\\.", "", text))
    return bare.count("{") - bare.count("}")


def aliases(parts: Sequence[Part]) -> Mapping[str, str]:
    """Commands of the article's own that only stand for a note: `\\newcommand{\\fn}[1]{\\footnote{#1}}`."""
    return {
        match["alias"]: match["meant"]
        for text in {id(part.text): part.text for part in parts}.values()
        for match in _ALIAS.finditer(text)
    }
