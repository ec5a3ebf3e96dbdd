"""`cite archive`: copies in archives and copies here."""

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cite.cli.flags import NETWORK_FLAGS, READING_FLAGS, STORE_FLAGS, flags
from cite.cli.product import INPUTS, emit, emit_json
from cite.cli.progress import progress_bar
from cite.cli.settings import options_from
from cite.model.errors import UsageError
from cite.model.keeping import Fate, Keeper, Keys, Package, Planned, Sending
from cite.model.options import Options


@click.command("archive")
@INPUTS
@click.option("--send", is_flag=True, help="Send what the plan says, at each archive's own pace.")
@click.option(
    "--to",
    "names",
    multiple=True,
    metavar="NAME",
    help="Archive to send to; repeatable.  [all with keys]",
)
@click.option(
    "--keep",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Capture the sources here, as WACZ with the evidence.",
)
@click.option("--again", is_flag=True, help="Also what has been kept or refused before.")
@click.option(
    "--verify",
    is_flag=True,
    help="ARTICLE is a folder made by --keep, a .wacz or a .warc.gz: is it as it was?",
)
@click.option(
    "--digest",
    metavar="SHA256",
    help="With --verify: the digest that was noted when the package was made.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@flags(READING_FLAGS, STORE_FLAGS, NETWORK_FLAGS)
def command(
    inputs: tuple[str, ...],
    send: bool,
    names: tuple[str, ...],
    folder: Path | None,
    again: bool,
    verify: bool,
    digest: str | None,
    form: str,
    **given: object,
) -> None:
    """Ask archives to keep the sources of ARTICLE, or keep them here.

    With neither --send nor --keep, it says what would be sent where, and why, and sends nothing. Keys come
    from the environment: IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY for the Internet Archive
    (archive.org/account/s3.php), PERMA_API_KEY for Perma.cc. They are never written down or shown.
    """  # fmt: skip
    if verify and (send or folder or names or again):
        raise UsageError("--verify goes with none of --send, --to, --keep and --again")
    if digest and (not verify or len(inputs) != 1 or not re.fullmatch("[0-9a-fA-F]{64}", digest)):
        raise UsageError("--digest is a SHA-256, and goes with --verify and one package")
    if verify:
        code, product, text = _verify(inputs, digest or "")
    else:
        options = options_from(given)
        code, product, text = 0, {}, ""
        if folder:
            code, product, text = _keep(inputs, folder, again, options)
        if send or not folder:
            other, more, words = _send(inputs, names, again, options, send)
            code = max(code, other)
            product |= more
            text = f"{text}\n\n{words}".strip()
    if form == "json":
        from cite.formats.keeping_json import SCHEMA

        emit_json({"schema": SCHEMA, **product})
    else:
        emit(text)
    click.get_current_context().exit(code)


Outcome = tuple[int, dict[str, Any], str]
"""Exit code, product for programs, product for people."""


def _send(
    inputs: Sequence[str], names: Sequence[str], again: bool, options: Options, for_good: bool
) -> Outcome:
    from cite.formats.keeping_json import plan_json
    from cite.keeping import sending
    from cite.outputs.keeping_text import plan_text

    every = sending.keepers(options, names)
    if not every:
        return _nowhere(inputs, again, options)
    keys = sending.keys_of(every)
    asked = _with_keys(every, names, keys) if for_good else every
    planned = sending.plan(inputs, options, asked, again)
    if for_good and any(one.send for one in planned):
        keyless = {one.title for name, one in every.items() if name not in asked}
        return _deliver(planned, options, asked, keys, keyless)
    text = f"{plan_text(planned, asked, keys)}\n\n{_hint(planned, inputs)}"
    return int(bool(asked) and not planned), {"plan": plan_json(planned)}, text


def _nowhere(inputs: Sequence[str], again: bool, options: Options) -> Outcome:
    """Where no archive takes pages: what to configure, and the plan as it would be with those that ship with cite."""
    from cite.formats.keeping_json import plan_json
    from cite.keeping import sending
    from cite.outputs.keeping_text import plan_text

    shipped = replace(options, archives=None, archives_enabled=True)
    every = sending.keepers(shipped, ())
    planned = sending.plan(inputs, shipped, every, again)
    text = (
        "No archive that takes pages is configured, so nothing can be sent: take --no-archives out, or name one in "
        f"cite.toml ({', '.join(every)} ship with cite). The plan as it would be with those:\n\n"
        f"{plan_text(planned, every, sending.keys_of(every))}"
    )
    return 2, {"plan": plan_json(planned)}, text


def _with_keys(
    every: Mapping[str, Keeper], names: Sequence[str], keys: Keys
) -> Mapping[str, Keeper]:
    """The keepers that can be asked. Raises UsageError where one that was named, or every one, cannot."""
    without = {name: one for name, one in every.items() if not keys.has(one.keys)}
    if (names and without) or len(without) == len(every):
        needed = "; ".join(f"{one.title}: {' and '.join(one.keys)}" for one in without.values())
        raise UsageError(f"keys are missing from the environment ({needed})")
    return {name: one for name, one in every.items() if name not in without}


def _deliver(
    planned: Sequence[Planned],
    options: Options,
    asked: Mapping[str, Keeper],
    keys: Keys,
    keyless: set[str],
) -> Outcome:
    from cite.formats.keeping_json import plan_json, sendings_json
    from cite.keeping import sending
    from cite.outputs.keeping_text import sent_text

    delivered = sending.send(planned, options, asked, keys, _told)
    sendings = list(delivered.sendings.values())
    titles = {name: keeper.title for name, keeper in asked.items()}
    text = sent_text(sendings, delivered.halted, delivered.again_at, titles, sorted(keyless))
    product = {
        "plan": plan_json(planned),
        "sent": sendings_json(sendings),
        "halted": dict(delivered.halted),
    }
    return _code(sendings, delivered.interrupted), product, text


def _hint(planned: Sequence[Planned], inputs: Sequence[str]) -> str:
    if not any(one.send for one in planned):
        return (
            "Nothing to send."
            if planned
            else "No address was found, so nobody has looked at anything."
        )
    unchecked = sum(one.why == "not checked yet" for one in planned)
    hint = "Nothing has been sent; --send does it."
    if unchecked:
        hint += f"\nRun `cite check {' '.join(inputs)}` first, and pages known to be broken are left out."
    return hint


def _code(sendings: Sequence[Sending], interrupted: bool) -> int:
    """3 while something is in the queue, 1 where something was refused, 0 where all is kept."""
    if interrupted or any(one.fate not in (Fate.KEPT, Fate.FAILED) for one in sendings):
        return 3
    return int(any(one.fate is Fate.FAILED for one in sendings))


def _told(sending: Sending) -> None:
    """Progress, for people who watch."""
    if sys.stderr.isatty():
        from cite.formats.safe_text import safe

        click.echo(f"{sending.fate}: {safe(sending.url)}", err=True)


def _keep(inputs: Sequence[str], folder: Path, again: bool, options: Options) -> Outcome:
    from cite.formats.keeping_json import package_json
    from cite.keeping import packages as kept
    from cite.outputs.keeping_text import package_text

    stems = [Path(name).stem for name in inputs]
    if len(set(stems)) < len(stems):
        raise UsageError(
            "two articles have one name, and copies are kept under it; keep them in two folders"
        )
    packages: list[Package] = []
    for name in inputs:
        with progress_bar("Keeping") as progress:
            packages.append(kept.keep(name, folder, options, again, progress))
        if not packages[-1].complete:
            break
    text = "\n\n".join(package_text(package) for package in packages)
    code = max(_kept(package) for package in packages)
    return code, {"kept": [package_json(package) for package in packages]}, text


def _kept(package: Package) -> int:
    """0 where every source is kept, itself or as an archive has it."""
    if not package.complete:
        return 3
    copies = package.copies
    return int(not all((e.kept and not e.fault) or e.url in copies for e in package.cited))


def _verify(inputs: Sequence[str], digest: str) -> Outcome:
    from cite.formats.keeping_json import verified_json
    from cite.keeping.packages import seal, verify
    from cite.outputs.keeping_text import verified_text

    found: Mapping[str, Any] = {name: verify(Path(name), digest) for name in inputs}
    seals = {name: seal(Path(name)) for name in inputs}
    text = "\n".join(
        verified_text(name, changes, seals[name], bool(digest)) for name, changes in found.items()
    )
    product = {"verified": verified_json(found, seals, bool(digest))}
    return int(any(found.values())), product, text
