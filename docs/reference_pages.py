"""Pages of the site that are made from the code: commands and settings from click, rules from `cite explain`, JSON from a run."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from cite import pipeline
from cite.cli.main import cli
from cite.cli.rules import rules
from cite.cli.rules_of_words import words
from cite.cli.settings_schema import settings_schema
from cite.formats.notes_json import notes_json
from cite.formats.refs_json import refs_json
from cite.model.inputs import Input
from cite.model.options import Options

SAMPLE = Path(__file__).parents[1] / "examples" / "article.md"


def write(folder: Path) -> None:
    """Every page, into the folder of the documents."""
    for name, text in pages().items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def pages() -> Mapping[str, str]:
    """The text of each page under the name of its file."""
    return {
        "reference/commands.md": commands_page(),
        "reference/settings.md": settings_page(),
        "reference/json.md": json_page(),
        "reference/rules.md": rules_page(),
    }


def commands_page() -> str:
    """Every command with its arguments and flags, as `--help` tells them."""
    parent = click.Context(cli, info_name="cite")
    return (
        "# Commands\n\nMade from the program itself; `cite COMMAND --help` says the same.\n\n"
        + "\n\n".join(_command(context) for context in every_command(parent))
        + "\n\nExit codes: 0 sound, 1 findings, 2 usage, 3 could not finish.\n"
    )


def every_command(parent: click.Context) -> Iterator[click.Context]:
    """Each command in its order, followed by its own commands where it has any."""
    group = parent.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=parent)
        yield context
        if isinstance(command, click.Group):
            yield from every_command(context)


def _command(context: click.Context) -> str:
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    told = [one.get_help_record(context) for one in command.params if isinstance(one, click.Option)]
    table = _table(
        ("flag", "what it does"), [(_code(flag), _text(what)) for flag, what in filter(None, told)]
    )
    return (
        f"## {context.command_path}\n\n    {usage}\n\n{_paragraphs(command.help or '')}\n\n{table}"
    )


def settings_page() -> str:
    """What may stand in cite.toml, with what each setting may be."""
    known = settings_schema()["properties"]
    rows = [
        (f"`{name}`", _kind(one), _text(one.get("description", "")))
        for name, one in known.items()
        if one.get("description")
    ]
    return (
        "# Settings\n\n`cite.toml`, in the folder where `cite` is run. Flags go over it; a setting has the name of its flag.\n"
        "[The schema](https://json-schema.org) that editors read stands beside this site as "
        "`cite-toml.schema.json`: `#:schema` and its address in the first line of a file name it.\n\n"
        + _table(("setting", "is", "what it does"), rows)
        + "\n"
    )


def _kind(one: Mapping[str, object]) -> str:
    """What a value may be, in words."""
    if isinstance(ways := one.get("oneOf"), list):
        return " or ".join(dict.fromkeys(_kind(way) for way in ways))
    if one.get("type") == "array":
        return "a list"
    if isinstance(names := one.get("enum"), list):
        return ", ".join(f"`{name}`" for name in names)
    bounds = f", {one['minimum']} to {one['maximum']}" if "maximum" in one else ""
    return {"object": "a table", "string": "text", "boolean": "yes or no"}.get(
        str(one["type"]), "a number"
    ) + bounds


def rules_page() -> str:
    """Every code that a report shows, each with an anchor of its own, and the words of reports."""
    codes = "\n\n".join(
        f"({code})=\n## {code}\n\n{_paragraphs(text)}" for code, text in sorted(rules().items())
    )
    told = [(f"`{word}`", _text(text)) for word, text in sorted(words().items())]
    return f"# Rules\n\nWhat `cite explain` tells of each code of a report.\n\n{codes}\n\n# Words of reports\n\n{_table(('word', 'what it means'), told)}\n"


def json_page() -> str:
    """What programs read: the shape of each product, and the beginnings of true ones, made from the sample."""
    article = Input(SAMPLE.name, SAMPLE.read_bytes())
    notes = notes_json(pipeline.notes(article))
    refs = refs_json(pipeline.refs(article))
    with TemporaryDirectory() as folder:
        report = pipeline.report(article, Options(cache=Path(folder)))
    check = json.loads(pipeline.output_named("json").write(report))
    return (
        "# JSON\n\nEvery product for programs names its schema and version in `schema`; within a version, only additions. "
        "These are cut from what the sample article gives: lists show their first entry.\n\n"
        f"## cite notes --format json\n\n{_json(notes)}\n\n## cite refs --format json\n\n{_json(refs)}\n\n"
        f"## cite check --format json\n\nBefore anything was asked; then `state` is what the glossary calls so.\n\n{_json(check)}\n"
    )


def _json(value: object) -> str:
    return f"```json\n{json.dumps(_cut(value), indent=2, ensure_ascii=False)}\n```"


def _cut(value: object) -> object:
    """Lists by their first entry."""
    if isinstance(value, Mapping):
        return {key: _cut(one) for key, one in value.items()}
    return [_cut(value[0])] if isinstance(value, list | tuple) and value else value


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, ("---",) * len(heads), *rows])


def _code(text: str) -> str:
    """As code in a cell, whose bars would end it."""
    return f"`{text}`".replace("|", "\\|")


def _text(text: str) -> str:
    """Plain words as Markdown in a cell: nothing in them is markup but what stands in backquotes."""
    return " ".join(_plain(text).split()).replace("|", "\\|")


def _paragraphs(text: str) -> str:
    return "\n\n".join(_plain(" ".join(part.split())) for part in text.split("\n\n"))


def _plain(text: str) -> str:
    """Brackets, stars and angles escaped outside of code."""
    parts = text.split("`")
    for at in range(0, len(parts), 2):
        for sign in "\\*_[]<#":
            parts[at] = parts[at].replace(sign, f"\\{sign}")
    return "`".join(parts)
