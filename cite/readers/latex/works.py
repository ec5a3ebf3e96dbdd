"""The works of the bibliographies beside an article in LaTeX, and the words in which it cites them by key."""

from collections.abc import Sequence

from cite.formats.text import decode
from cite.model.entries import Entry, Name
from cite.model.errors import InputError
from cite.model.inputs import Beside
from cite.readers.latex.sources import Part


def works_beside(parts: Sequence[Part], beside: Beside) -> dict[str, Entry]:
    """The works of the bibliographies that the article names, by key."""
    from cite.formats.bibtex.blocks import split
    from cite.formats.bibtex.reading import entries

    found: dict[str, Entry] = {}
    for name in dict.fromkeys(name for part in parts for name in part.bibliographies):
        content = beside(name)
        if content is None:
            continue
        try:
            text, _ = decode(content)
        except InputError:
            continue
        found = {**entries(split(text)), **found}
    return found


def in_short(key: str, entry: Entry | None) -> str:
    """Author and year; the key where the work is not at hand."""
    if entry is None:
        return key
    names = entry.fields.get("author") or entry.fields.get("editor")
    people = names if isinstance(names, tuple) else ()
    shown = [_family(name) for name in people[:2]]
    who = " and ".join(shown) if len(people) < 3 else f"{shown[0]} et al."
    year = entry.fields.get("year")
    return " ".join(str(part) for part in (who or entry.fields.get("title", key), year) if part)


def _family(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.particle, name.family)))
