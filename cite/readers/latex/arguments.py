"""What a command of LaTeX is given: words as they stand, an address with its escapes undone, the style it sets."""

import re
from collections.abc import Iterator, Sequence

from cite.formats.latex_tree import Command, Group, Node, Words
from cite.model.document import Style
from cite.readers.latex import commands

_BACKSLASH = "\ue0f3"


def content_of(node: Command) -> tuple[Node, ...]:
    """The last argument: what a note or citation holds."""
    return (node.arguments and node.arguments[-1]) or ()


def texts(nodes: Sequence[Node]) -> Iterator[str]:
    """The words of some nodes as they stand."""
    for node in nodes:
        match node:
            case Words():
                yield node.text
            case Group():
                yield from texts(node.inside)
            case Command() if node.name in "%#&_$~{}" and node.name:
                yield node.name
            case Command():
                for argument in node.arguments:
                    yield from texts(argument or ())


def text_of(nodes: Sequence[Node]) -> str:
    """The same as one text, blanks at its ends left out."""
    return "".join(texts(nodes)).strip()


def end_of(node: Words | Command) -> int:
    """Where it ends in the source."""
    return node.start + len(node.text) if isinstance(node, Words) else node.end


def address_in(nodes: Sequence[Node]) -> str:
    """An address as LaTeX prints it, its escapes undone."""
    text = re.sub(r"\\textasciitilde\s*(?:\{\})?", "~", text_of(nodes))
    text = re.sub(r"\\textbackslash\s*(?:\{\})?", _BACKSLASH, text)
    text = re.sub(r"\\([%#_&~{}$^])(?:\{\})?", r"\1", text)
    text = re.sub(r"\s+|\\-|\\linebreak\b|\\allowbreak\b|\{\}", "", text)
    return text.replace(_BACKSLASH, "\\")


def style_of(name: str) -> Style:
    """What a command does to the typography of its argument."""
    for names, style in (
        (commands.ITALIC, Style.ITALIC), (commands.BOLD, Style.BOLD), (commands.SMALL_CAPS, Style.SMALL_CAPS),
        (commands.CODE, Style.CODE), (commands.RAISED, Style.SUPERSCRIPT),
    ):  # fmt: skip
        if name in names:
            return style
    return Style.PLAIN
