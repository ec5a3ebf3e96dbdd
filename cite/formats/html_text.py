"""The whole text of a page, paragraph by paragraph, nothing visible left out: words are looked for in it."""

import re
from typing import Any

from cite.formats.nesting import tamed

_UNSEEN = ["script", "style", "template", "svg", "noscript", "head"]
_BLOCKS = frozenset(
    "address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_PARAGRAPHS = frozenset(
    "p blockquote li h1 h2 h3 h4 h5 h6 dd dt pre td figcaption div section article".split()
)
RAISED = ("\ue0f2", "\ue0f3")
"""Stand around what the source sets above the line."""
LONGEST = 12_000_000
"""Characters of markup that are read."""


def html_text(source: str) -> str:
    """Lines of text: a line break where a block begins or ends, a blank line between paragraphs."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(tamed(source[:LONGEST]))
    tree.strip_tags(_UNSEEN)
    parts: list[str] = []
    if tree.body:
        _walk(tree.body, parts)
    lines = (re.sub(r"[ \t\r\xa0]+", " ", line).strip() for line in "".join(parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _walk(root: Any, parts: list[str]) -> None:
    """Every node once, without recursion: pages nest as deep as they like."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node.tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
            continue
        close = ""
        if node.tag in _BLOCKS:
            gap = "\n\n" if node.tag in _PARAGRAPHS else "\n"
            parts.append(gap)
            close = "" if node.tag in ("br", "hr") else gap
        elif node.tag == "sup":
            parts.append(RAISED[0])
            close = RAISED[1]
        if close:
            stack.append(close)
        stack.extend(reversed(list(node.iter(include_text=True))))
