"""Inline Markdown to text with its typography and links; the only module that knows markdown-it."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from cite.model.document import Run, Style, plain
from cite.recognisers.addresses.url import mend_escapes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True})
    # Addresses are evidence: they are read as written, and judged later.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_STYLE_TAGS = {
    "em": Style.ITALIC, "i": Style.ITALIC, "cite": Style.ITALIC, "strong": Style.BOLD, "b": Style.BOLD,
    "sup": Style.SUPERSCRIPT,
}  # fmt: skip
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^>]*)>")
_HREF = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)


def inline_runs(markdown: str) -> tuple[Run, ...]:
    """The words of some inline Markdown with their typography and links; white space folded."""
    text = re.sub(r"\s*\n\s*", " ", mend_escapes(markdown)).strip()
    tokens = _parser().parseInline(text)[0].children or []
    runs: list[Run] = []
    style, href = Style.PLAIN, None
    for token in tokens:
        if token.type == "html_inline":
            style, href, text = _html(token.content, style, href)
        elif token.type == "link_open":
            href, text = str(token.attrGet("href") or ""), ""
        elif token.type == "link_close":
            href, text = None, ""
        elif token.nesting and token.tag in _STYLE_TAGS:
            mark = _STYLE_TAGS[token.tag]
            style, text = (style | mark if token.nesting > 0 else style & ~mark), ""
        else:
            text = _words(token)
        if text:
            mark = style | Style.CODE if token.type == "code_inline" else style
            runs.append(Run(text, mark, href))
    return _merged(runs)


def _words(token: "Token") -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return plain(Run(child.content) for child in token.children or [])
        case _:
            return token.content


def _html(tag: str, style: Style, href: str | None) -> tuple[Style, str | None, str]:
    """What an inline HTML tag does to style and link, and the text it stands for."""
    match = _TAG.fullmatch(tag)
    if not match:
        return style, href, ""
    closing, name, attributes = match[1], match[2].lower(), match[3]
    if name in _STYLE_TAGS:
        mark = _STYLE_TAGS[name]
        return (style & ~mark if closing else style | mark), href, ""
    if name == "a":
        found = None if closing else _HREF.search(attributes)
        from html import unescape

        return style, (unescape(found[1] or found[2] or found[3] or "") if found else None), ""
    return style, href, " " if name == "br" else ""


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours of one typography joined, outer white space dropped."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last and (last.style, last.href) == (run.style, run.href):
            merged[-1] = replace(last, text=last.text + run.text)
        else:
            merged.append(run)
    if merged:
        merged[0] = replace(merged[0], text=merged[0].text.lstrip())
        merged[-1] = replace(merged[-1], text=merged[-1].text.rstrip())
    return tuple(run for run in merged if run.text)
