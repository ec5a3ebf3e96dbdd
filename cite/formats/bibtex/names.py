"""Lists of names as BibTeX has them: `van der Berg, Jr, Jan and {A Body} and others`."""

import re

from cite.formats.latex import escape, unescape
from cite.model.entries import Name

_AND = re.compile(r"[{}]|\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")
_BLANK = re.compile(r"[{}]|[\s~]+")


def write_names(names: tuple[Name, ...]) -> str:
    """A list, each name so that its parts are told apart again."""
    return " and ".join(text for name in names if (text := write_name(name)))


def write_name(name: Name) -> str:
    """`van der Berg, Jr, Jan`; an organisation in braces of its own."""
    if name.literal:
        return "others" if name.literal == "others" else f"{{{escape(name.literal)}}}"
    family = f"{_part(name.particle)} {_family(name)}".strip()
    parts = [family, *([_part(name.suffix)] if name.suffix else []), _part(name.given)]
    return ", ".join(part for part in parts if part)


def _family(name: Name) -> str:
    """In braces where BibTeX would take it apart: `{Ortega y Gasset}`, a lone `{Van Gogh}`."""
    words = name.family.split()
    inner = any(word[0].islower() for word in words[: len(words) if len(words) > 1 else 0])
    if inner or (len(words) > 1 and not name.given):
        return f"{{{escape(name.family)}}}"
    return _part(name.family)


def _part(text: str) -> str:
    """In braces where a comma or an `and` would end the name."""
    escaped = escape(text)
    return f"{{{escaped}}}" if "," in escaped or re.search(r"(?i)\band\b", escaped) else escaped


def read_names(text: str) -> tuple[Name, ...]:
    """The names of a list: `Last, First`, `Last, Jr, First`, `First von Last`, `{A Body}`."""
    return tuple(_read_name(part.strip()) for part in _cut(text, _AND) if part.strip(" \t\r\n,{}~"))


def _cut(text: str, mark: re.Pattern[str]) -> list[str]:
    """The text cut at its separators outside braces."""
    if "{" not in text:
        return mark.split(text)
    parts, depth, start = [], 0, 0
    for match in mark.finditer(text):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _read_name(text: str) -> Name:
    if _is_braced(text):
        return Name(literal=unescape(text))
    parts = [part.strip() for part in _cut(text, _COMMA)]
    if len(parts) == 1:
        return _first_last(parts[0])
    particle, family = _von_last(parts[0])
    suffix = unescape(parts[1]) if len(parts) > 2 else ""
    return Name(family, unescape(parts[-1]), particle, suffix)


def _is_braced(text: str) -> bool:
    """Whether one pair of braces holds all of it."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(text) - 1
    return False


def _first_last(text: str) -> Name:
    """`First von Last`, `von Last`; a single word cannot be split.

    BibTeX begins the particle at the first small letter, be it that of the first word; somebody who writes
    all of a name small, as bell hooks does, keeps the given name.
    """
    words = _words(text)
    if len(words) < 2:
        return Name(literal=unescape(text))
    first = 1 if words[-1][0].islower() else 0
    at = next(
        (i for i, word in enumerate(words[first:-1], first) if word[0].islower()), len(words) - 1
    )
    particle, family = _von_last(" ".join(words[at:]))
    return Name(family, unescape(" ".join(words[:at])), particle)


def _von_last(text: str) -> tuple[str, str]:
    words = _words(text)
    last = max((i for i, word in enumerate(words[:-1]) if word[0].islower()), default=-1)
    return unescape(" ".join(words[: last + 1])), unescape(" ".join(words[last + 1 :]))


def _words(text: str) -> list[str]:
    return (
        [word for word in _cut(text, _BLANK) if word]
        if "{" in text or "~" in text
        else text.split()
    )
