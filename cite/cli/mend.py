"""`cite mend`: an article with its links mended, in its own format."""

import difflib
from datetime import date
from pathlib import Path

import click

from cite.cli.flags import JUDGING_FLAGS, NAMES, READING_FLAGS, STORE_FLAGS, flags
from cite.cli.product import emit, note_on_stderr, width_and_colour
from cite.cli.settings import options_from
from cite.effects.files import write_bytes
from cite.effects.inputs import opened
from cite.model.errors import InputError, UsageError
from cite.model.inputs import Input
from cite.model.mending import Cause, Mended, Style

_CAUSES = tuple(cause.value for cause in Cause)


@click.command("mend")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--diff", "mode", flag_value="diff", default=True, help="Show what would change.  [default]"
)
@click.option("--write", "mode", flag_value="write", help="Write the article itself.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the mended article to FILE.",
)
@click.option(
    "--only",
    type=NAMES,
    metavar="WHAT",
    help=f"What to mend, joined by commas: {', '.join(_CAUSES)}.  [all]",
)
@click.option(
    "--style",
    type=click.Choice([style.value for style in Style]),
    help="How copies are put: instead of the page, behind it, or as Robust Links.  [as each link is written]",
)
@flags(READING_FLAGS, STORE_FLAGS, JUDGING_FLAGS)
def command(
    article: str,
    mode: str,
    output: Path | None,
    only: tuple[str, ...] | None,
    style: str | None,
    **given: object,
) -> None:
    """ARTICLE back with its links mended, by what `cite check` found; nothing is asked.

    By itself it changes only what is certain: a work that moved, a copy that was looked at, https where the site leads
    there, addresses escaped twice. With changes to show, --diff ends with exit code 1.
    """  # fmt: skip
    from cite import pipeline
    from cite.steps.mending.plan import Wanted

    if article == "-" and mode == "write" and not output:
        raise UsageError("standard input cannot be written; give -o FILE")
    source = opened(article)
    options = options_from(given)
    decisions = pipeline.decisions_about(source, options)
    wanted = Wanted(_causes(only), Style(style) if style else None, decisions, date.today())
    mended = pipeline.mend(source, wanted, options)
    _say_left(mended)
    if output or mode == "write":
        path = output or Path(article)
        _write(mended, path, in_place=output is None)
        if not mended.mending.unasked:
            pipeline.note_mended(Input(str(path), mended.content), options)
    else:
        emit(shown(mended, **width_and_colour()))
        click.get_current_context().exit(1 if mended.content != mended.given.content else 0)


def _causes(only: tuple[str, ...] | None) -> tuple[Cause, ...]:
    if unknown := set(only or ()) - set(_CAUSES):
        raise UsageError(f"--only takes {', '.join(_CAUSES)}, not {sorted(unknown)[0]!r}")
    return tuple(Cause(one) for one in only) if only else tuple(Cause)


def _write(mended: Mended, path: Path, in_place: bool) -> None:
    if in_place and opened(mended.given.name).content != mended.given.content:
        raise InputError(f"{path}: changed while it was being mended; run it again")
    if mended.content != mended.given.content or not in_place:
        write_bytes(path, mended.content)
    count = len(mended.mending.changes)
    note_on_stderr(f"{path}: {count} link{'s' if count != 1 else ''} mended.")


def _say_left(mended: Mended) -> None:
    if unasked := mended.mending.unasked:
        count = f"{unasked} addresses were" if unasked > 1 else "1 address was"
        note_on_stderr(f"{mended.given.name}: {count} never asked; run cite check first.")
    for one in mended.mending.left:
        where = f"note {one.note}" if one.note else "in the text"
        note_on_stderr(f"left: {where}: {one.url}: {one.why}")


def shown(mended: Mended, width: int = 80, colour: bool = False) -> str:
    """The changes as a unified diff; of a format that is no text, as a list."""
    try:
        before = mended.given.content.decode("utf-8-sig").splitlines()
        after = mended.content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return _list(mended)
    if "\0" in mended.given.content[:1024].decode("latin-1"):
        return _list(mended)
    name = mended.given.name
    lines = difflib.unified_diff(before, after, name, f"{name} (mended)", lineterm="", n=1)
    return "\n".join(_coloured(line, colour) for line in lines) or f"{name}: nothing to mend."


def _list(mended: Mended) -> str:
    changes = [
        f"{'note ' + one.note if one.note else 'text'}: {one.link.url}\n    {one.cause.value}, {one.style.value}: {one.new}\n    {one.why}"
        for one in mended.mending.changes
    ]
    return "\n".join(changes) or f"{mended.given.name}: nothing to mend."


def _coloured(line: str, colour: bool) -> str:
    from cite.formats.safe_text import safe

    line = safe(line)
    tint = {"+": "32", "-": "31", "@": "36"}.get(line[:1])
    return f"\x1b[{tint}m{line}\x1b[0m" if colour and tint else line
