"""Regular expressions that a person can review: made of named parts, with a table of examples beside each.

A table is a file `patterns/MODULE.txt` in the tests of the module's room. Below the name of a pattern stands a
text a line, what the pattern takes in it between ⟦ and ⟧, and behind an arrow its named groups. `make accept`
marks the texts again, and a person reads the difference.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "cite"
ROOMS = ("recognisers", "steps/reading", "readers/markdown")
TABLES = sorted(TESTS.rglob("patterns/*.txt"))
LONGEST = 120
"""Characters of one stretch of a regular expression that a person takes in at a glance."""


@pytest.mark.parametrize(
    "table", TABLES, ids=lambda table: str(table.relative_to(TESTS).with_suffix(""))
)
def test_patterns_take_what_their_tables_say(table, accepted):
    accepted(table, "\n".join(shown(table)) + "\n")


def shown(table: Path) -> Iterator[str]:
    known = dict(patterns(module_of(table)))
    pattern = None
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("    "):
            yield "    " + marked(pattern, re.sub("[⟦⟧]", "", line[4:].partition(" → ")[0]))
        else:
            pattern = known[line] if line else None
            yield line


def marked(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.fullmatch(text) or pattern.search(text)
    if match is None:
        return text
    start, end = match.span()
    groups = [f"{name}: {value}" for name, value in match.groupdict().items() if value]
    told = f" → {' · '.join(groups)}" if groups else ""
    return f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}{told}"


def module_of(table: Path) -> str:
    room = table.parent.parent.relative_to(TESTS)
    return ".".join(("cite", *room.parts, table.stem))


def patterns(module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a module defines, each once; of those in a tuple or a mapping, with their place there."""
    loaded = importlib.import_module(module)
    named: dict[int, tuple[str, re.Pattern[str]]] = {}
    for name in defined(ast.parse(Path(loaded.__file__).read_text("utf-8"))):
        for one, pattern in within(name, getattr(loaded, name)):
            named.setdefault(id(pattern), (one, pattern))
    yield from named.values()


def defined(tree: ast.Module) -> Iterator[str]:
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name


def within(name: str, value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from within(f"{name}[{place}]", one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from within(f"{name}[{key}]", one)


SOURCES = sorted(path for room in ROOMS for path in (PACKAGE / room).rglob("*.py"))


def name_of(source: Path) -> str:
    return ".".join(("cite", *source.relative_to(PACKAGE).with_suffix("").parts))


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_every_long_pattern_has_examples_of_what_it_takes(source):
    long = {name for name, pattern in patterns(name_of(source)) if len(pattern.pattern) > LONGEST}
    assert long <= set(with_examples(source)), "patterns without examples in their table"


def with_examples(source: Path) -> Iterator[str]:
    table = TESTS / source.relative_to(PACKAGE).parent / "patterns" / f"{source.stem}.txt"
    name = ""
    for line in table.read_text("utf-8").splitlines() if table.exists() else ():
        if not line.startswith(" "):
            name = line
        elif "⟦" in line:
            yield name


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_no_stretch_of_a_pattern_is_longer_than_a_person_takes_in(source):
    tree = ast.parse(source.read_text("utf-8"))
    long = [piece for piece in stretches(tree) if len(piece) > LONGEST]
    assert not long, "cut it into named parts, or make a list of its words"


def stretches(tree: ast.Module) -> Iterator[str]:
    """What stands in a pattern, or in a part of one, between two named parts; a verbose pattern line by line."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
                yield from literals(pattern)
            case ast.Assign(value=part) | ast.AnnAssign(value=part) if part is not None:
                yield from (piece for piece in literals(part) if SPECIAL.search(piece))


SPECIAL = re.compile(r"\\[sdwbSDW]|\(\?|\]\*|\)\?|\w\?")
"""What tells a part of a pattern from words."""


def literals(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield from text.splitlines()
        case ast.JoinedStr(values=values):
            for value in values:
                yield from literals(value)
        case ast.BinOp(left=left, right=right):
            yield from literals(left)
            yield from literals(right)
