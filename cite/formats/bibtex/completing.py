"""Fields put into entries of a .bib that lack them; not a letter of what stands there is touched."""

import re
from collections.abc import Mapping, Sequence

from cite.formats.bibtex.blocks import split

Fields = Sequence[tuple[str, str | int]]


def complete(text: str, offered: Mapping[str, Fields]) -> str:
    """The bibliography with the fields that are offered, by key; a field that an entry has is left as it is."""
    pieces: list[str] = []
    cursor = 0
    for block in split(text).entries:
        fields = offered.get(block.key, ())
        entry = text[block.start : block.end]
        if fields and not block.repeated_key:
            pieces += [text[cursor : block.start], _with_fields(entry, fields)]
            cursor = block.end
    return "".join(pieces) + text[cursor:]


def _with_fields(entry: str, fields: Fields) -> str:
    close = max(entry.rfind("}"), entry.rfind(")"))
    new = [(name, value) for name, value in fields if not re.search(rf"(?i)[,\s]{name}\s*=", entry)]
    if close < 0 or not new:
        return entry
    head, tail = entry[:close].rstrip(), entry[close:]
    comma = "" if head.endswith((",", "{")) else ","
    indent = re.search(r"\n([ \t]+)\w+\s*=", entry)
    lead = indent[1] if indent else "  "
    lines = [f"{lead}{name} = {{{_safe(value)}}}," for name, value in new]
    return f"{head}{comma}\n" + "\n".join(lines) + f"\n{tail.lstrip()}"


def _safe(value: str | int) -> str:
    """A value of strangers: its braces in pairs or gone, so that it ends where it ends."""
    text = str(value)
    depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            break
    if depth:
        text = text.replace("{", "").replace("}", "")
    return (
        re.sub(r"(?<!\\)([%#&$])", r"\\\1", text.replace("\\", ""))
        if not text.startswith("10.")
        else text.replace("\\", "")
    )
