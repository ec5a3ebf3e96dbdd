"""Inline Markdown to text with its typography and links, each run with its place in the source."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

from cite.formats.traced import Traced
from cite.model.document import Anchor, Run, Style
from cite.readers.markdown.blocks import Definition, parser
from cite.recognisers.addresses.url import double_escapes

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLE_TAGS = {
    "em": Style.ITALIC, "i": Style.ITALIC, "cite": Style.ITALIC, "dfn": Style.ITALIC, "var": Style.ITALIC,
    "strong": Style.BOLD, "b": Style.BOLD, "sup": Style.SUPERSCRIPT, "small": Style.PLAIN,
}  # fmt: skip
_SMALL_CAPS = re.compile(r"small-?caps|smallcaps|\bsc\b", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^>]*)>")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_ATTRIBUTES = re.compile(
    r"(?:^[ \t]{0,3}|(?<=[\])*_`>]))\{:[^{}\n]{0,300}\}(?:[ \t]*$)?", re.MULTILINE
)
"""`{: .note}` of Kramdown, on a line of its own or behind what it says something of."""
_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_MARKS = re.compile(r"[\\*_\[\]<>&`!\n]")
"""What may mean more than itself; a text without any of them is read without a parser."""


def inline_runs(markdown: Traced, references: Mapping[str, Definition]) -> tuple[Run, ...]:
    """The words of some inline Markdown with their typography and links; line ends become blanks."""
    text = _mended(markdown)
    if "\n" in text.text:
        text = text.sub(_LINE_END, lambda _: " ")
    text = text.stripped()
    if not text.text:
        return ()
    if not _MARKS.search(text.text):
        end = len(text.text)
        return (Run(text.text, anchor=_anchor(text, 0, end), pieces=text.pieces(0, end)),)
    return _merged(_Reading(text, references).runs(_tokens(text.text, references)))


def _mended(markdown: Traced) -> Traced:
    """Underscores in addresses escaped once at most, Kramdown's attributes left out, each change where it was made."""
    if "{:" in markdown.text:
        markdown = markdown.sub(_ATTRIBUTES, lambda _: "")
    if "\\\\" not in markdown.text:
        return markdown
    for start, end in reversed(double_escapes(markdown.text)):
        markdown = markdown[: start + 1] + markdown[end:]
    return markdown


def _anchor(text: Traced, start: int, end: int) -> Anchor:
    return Anchor(text.origin(start), text.ends_at(end))


def _tokens(text: str, references: Mapping[str, Definition]) -> Sequence["Token"]:
    """The parser's tokens, escapes and entities each a token of their own, so that its source is known."""
    made = parser()
    return made.inline.parse(text, made, {"references": references}, [])


@dataclass(slots=True)
class _Reading:
    """One pass over the tokens of one text."""

    text: Traced
    references: Mapping[str, Definition]
    made: list[Run] = field(default_factory=list)
    link_from: int = 0
    """How many runs stood before the open link."""
    words_from: int = 0
    """Where its words begin."""
    at: int = 0
    """How much of the text has been accounted for."""
    style: Style = Style.PLAIN
    spans: list[Style] = field(default_factory=list)
    """What each open `<span>` added."""
    href: str | None = None
    href_anchor: Anchor | None = None

    def runs(self, tokens: Sequence["Token"]) -> list[Run]:
        for token in tokens:
            match token.type:
                case "html_inline":
                    self._html(token.content)
                case "link_open":
                    self._open_link(token)
                case "link_close":
                    self._close_link(token)
                case "image":
                    self._image(token)
                case "span_open":
                    self._skip("[")
                    self._span(False, str(token.attrGet("class") or ""))
                case "span_close":
                    self._skip("]")
                    self._span(True, "")
                case "softbreak" | "hardbreak":
                    self._add(" ", "\n")
                case _ if token.nesting and token.tag in _STYLE_TAGS:
                    mark = _STYLE_TAGS[token.tag]
                    self.style = self.style | mark if token.nesting > 0 else self.style & ~mark
                    self._skip(token.markup)
                case "code_inline":
                    self._skip(token.markup)
                    self._add(token.content, style=self.style | Style.CODE)
                    self._skip(token.markup)
                case _ if token.content:
                    written = token.markup if token.type == "text_special" else token.content
                    self._add(token.content, written)
        return self.made

    def _skip(self, written: str) -> tuple[int, int]:
        """Account for some source; where it stands in the text."""
        found = self.text.text.find(written, self.at) if written else self.at
        if found < 0:
            return self.at, self.at
        self.at = found + len(written)
        return found, self.at

    def _add(self, words: str, written: str = "", style: Style | None = None) -> None:
        start, end = self._skip(written or words)
        mark = self.style if style is None else style
        if end == start:
            self.made.append(Run(words, mark, self.href, None, self.href_anchor))
            return
        anchor = _anchor(self.text, start, end)
        pieces = self.text.pieces(start, end)
        if written and written != words:
            pieces = ((0, anchor.end - len(words)),)
        self.made.append(Run(words, mark, self.href, anchor, self.href_anchor, pieces))

    def _open_link(self, token: "Token") -> None:
        self.href = str(token.attrGet("href") or "")
        self.link_from = len(self.made)
        if token.markup == "autolink":
            start, _ = self._skip("<")
            self.href_anchor = _anchor(self.text, start + 1, start + 1 + len(self.href))
            return
        _, self.words_from = self._skip("[")
        self.href_anchor = None

    def _close_link(self, token: "Token") -> None:
        if token.markup == "autolink":
            self._skip(">")
        else:
            words_to, _ = self._skip("]")
            written = self._destination(self.text.text[self.words_from : words_to])
            inside = self.made[self.link_from :]
            self.made[self.link_from :] = [replace(run, href_anchor=written) for run in inside]
        self.href = self.href_anchor = None

    def _destination(self, words: str) -> Anchor | None:
        """Account for `(address "title")` or `[label]` behind a link's words; where the address is written."""
        text = self.text.text
        if text.startswith("(", self.at):
            start, end = _destination(text, self.at)
            self.at = max(self.at, text.find(")", end) + 1)
            return _anchor(self.text, start, end) if end > start else None
        label = ""
        if text.startswith("[", self.at):
            start = self.at + 1
            end, _ = self._skip("]")
            label = text[start:end]
        return self._defined(label or words)

    def _defined(self, label: str) -> Anchor | None:
        """Where the address is written that a label stands for."""
        from markdown_it.common.utils import normalizeReference

        definition = self.references.get(normalizeReference(label))
        return Anchor(*definition["written"]) if definition and "written" in definition else None

    def _image(self, token: "Token") -> None:
        """The words for those who cannot see it: no place in the source, for they are no part of the text."""
        self._skip("![")
        words = "".join(child.content for child in token.children or [])
        if words:
            self.made.append(Run(words, self.style, self.href, None, self.href_anchor))
            self._skip(words)
        self._skip("]")
        self._destination(words)

    def _html(self, tag: str) -> None:
        """What an inline HTML tag does to style and link; a line break is a blank."""
        match = _TAG.fullmatch(tag)
        if match and match[2].lower() == "br":
            self._add(" ", tag)
            return
        start, _ = self._skip(tag)
        if not match:
            return
        closing, name, attributes = match[1], match[2].lower(), match[3]
        if name in _STYLE_TAGS:
            mark = _STYLE_TAGS[name]
            self.style = self.style & ~mark if closing else self.style | mark
        elif name == "span":
            self._span(bool(closing), attributes)
        elif name == "a":
            found = None if closing else _HREF.search(attributes)
            self.href = self.href_anchor = None
            if found:
                group = next(number for number in (1, 2, 3) if found[number] is not None)
                self.href = unescape(found[group])
                base = start + tag.index(attributes)
                self.href_anchor = _anchor(
                    self.text, base + found.start(group), base + found.end(group)
                )

    def _span(self, closing: bool, attributes: str) -> None:
        if not closing:
            added = Style.SMALL_CAPS if _SMALL_CAPS.search(attributes) else Style.PLAIN
            self.spans.append(added & ~self.style)
            self.style |= added
        elif self.spans:
            self.style &= ~self.spans.pop()


def _destination(text: str, at: int) -> tuple[int, int]:
    """Where the address of a link stands that begins with the bracket at `at`."""
    helpers = parser().helpers
    start = at + 1 + len(text[at + 1 :]) - len(text[at + 1 :].lstrip())
    result = helpers.parseLinkDestination(text, start, len(text))
    if not result.ok:
        return start, start
    end = result.pos
    return (start + 1, end - 1) if text.startswith("<", start) else (start, end)


def _merged(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Neighbours of one typography joined, outer white space dropped."""
    alike = groupby(runs, key=lambda run: (run.style, run.href, run.href_anchor))
    merged = [_joined(list(several)) for _, several in alike]
    while merged and not merged[0].text.strip():
        merged.pop(0)
    while merged and not merged[-1].text.strip():
        merged.pop()
    if merged:
        merged[0] = _trimmed(merged[0], len(merged[0].text) - len(merged[0].text.lstrip()), 0)
        merged[-1] = _trimmed(merged[-1], 0, len(merged[-1].text) - len(merged[-1].text.rstrip()))
    return tuple(run for run in merged if run.text)


def _joined(runs: Sequence[Run]) -> Run:
    """Runs of one typography as one; without a place in the source where one of them has none."""
    if len(runs) == 1:
        return runs[0]
    text = "".join(run.text for run in runs)
    first, last = runs[0].anchor, runs[-1].anchor
    pieces: list[tuple[int, int]] = []
    length = 0
    for run in runs:
        if run.anchor is None:
            return replace(runs[0], text=text, anchor=None, pieces=())
        own = run.pieces or ((0, run.anchor.start),)
        pieces += ((length + at, origin) for at, origin in own)
        length += len(run.text)
    assert first and last
    anchor = Anchor(first.start, last.end)
    verbatim = anchor.end - anchor.start == len(text) and not any(run.pieces for run in runs)
    return replace(runs[0], text=text, anchor=anchor, pieces=() if verbatim else tuple(pieces))


def _trimmed(run: Run, left: int, right: int) -> Run:
    return run.cut(left, len(run.text) - right)
