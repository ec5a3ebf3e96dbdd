"""Notes of every style, above, and what is read in them, below: a case is a paragraph of a file in cases/notes.

The first line of a case, behind `>`, is the note in Markdown; `make accept` writes the lines below it
again, and a person reads the difference. The notes of one file are read as one article, in order.
"""

from pathlib import Path

import pytest

from cite import pipeline
from cite.model.entries import FieldValue, Name
from cite.model.references import Citation, Item, ReadNote

CASES = sorted((Path(__file__).parent / "cases/notes").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_notes_are_read_as_a_librarian_reads_them(path, tmp_path, accepted):
    notes = [line[2:] for line in path.read_text("utf-8").split("\n") if line.startswith("> ")]
    accepted(path, "\n\n".join(map(shown, notes, read(path, notes, tmp_path))) + "\n")


def read(path: Path, notes: list[str], tmp_path: Path) -> tuple[ReadNote, ...]:
    if path.stem.startswith("bibliography"):
        lines = ["# Works cited", *notes]
    else:
        markers = "".join(f"[^{number}]" for number in range(1, len(notes) + 1))
        lines = [f"Text.{markers}", *(f"[^{n}]: {note}" for n, note in enumerate(notes, 1))]
    article = tmp_path / "article.md"
    article.write_text("\n\n".join(lines), "utf-8")
    return pipeline.refs([article])[0].notes


def shown(source: str, note: ReadNote) -> str:
    return "\n".join([f"> {source}", f"{note.note.label}: {note.kind}", *map(item, note.items)])


def item(one: Item) -> str:
    around = [
        f"  ({name}) {said}"
        for name in ("signal", "locator", "trailing")
        if (said := getattr(one, name))
    ]
    if isinstance(one, Citation):
        fields = sorted(one.entry.fields.items())
        lines = [f"- {one.entry.entry_type}", *(f"  {k} = {value(v)}" for k, v in fields)]
    else:
        lines = [
            f"- {one.form}: {one.key or '?'} in note {one.target.label if one.target else '?'}"
        ]
    return "\n".join([*lines, *around])


def value(field: FieldValue) -> str:
    return "; ".join(map(name, field)) if isinstance(field, tuple) else str(field)


def name(person: Name) -> str:
    if person.literal:
        return f"{{{person.literal}}}"
    family = f"{person.particle} {person.family}".strip()
    return ", ".join(filter(None, (family, person.given, person.suffix)))
