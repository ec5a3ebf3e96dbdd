"""`cite serve`: the editor's page."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cite.cli.flags import JUDGING_FLAGS, NETWORK_FLAGS, STORE_FLAGS, flags
from cite.cli.settings import options_from
from cite.model.errors import UsageError
from cite.model.options import Options

TOKEN = "CITE_SERVE_TOKEN"


@click.command("serve")
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="[FOLDER]"
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, help="0 for any.  [8765]")
@click.option("--host", default="127.0.0.1", help="Another takes a token.  [127.0.0.1]")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
@click.option("--demo", is_flag=True, help="Serve the sample, over a small web of its own.")
@flags(STORE_FLAGS, NETWORK_FLAGS, JUDGING_FLAGS)
def command(
    folder: Path, port: int, host: str, no_browser: bool, demo: bool, **given: object
) -> None:
    """A page for editors, on this machine: articles looked at, decided about and mended.

    Articles go into FOLDER/articles, each with its decisions.toml and readings.toml, which the other commands read too.
    With another --host than this machine's own, whoever comes has to type what stands in CITE_SERVE_TOKEN.
    """  # fmt: skip
    try:
        from cite.serve.server import serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the page needs {error.name}: pip install 'cite-sources[serve]', or make serve"
        ) from None
    entry = os.environ.get(TOKEN, "").strip()
    with (
        _demonstration() if demo else contextlib.nullcontext((folder, options_from(given))) as (
            place,
            options,
        )
    ):
        serve(place, options, host, port, entry, _told, not no_browser)


def _told(address: str) -> None:
    click.echo(f"cite serves {address}  (Ctrl-C ends it)", err=True)


@contextlib.contextmanager
def _demonstration() -> Iterator[tuple[Path, Options]]:
    """The sample article in a folder of its own, and options by which every host leads to a small web."""
    import sys
    from importlib import import_module

    root = Path(__file__).resolve().parents[2]
    if not (root / "examples" / "demo" / "stage.py").is_file():
        raise UsageError("the demonstration comes with the source of cite, not with the package")
    sys.path.insert(0, str(root))
    try:
        stage = import_module("examples.demo.stage")
    except ModuleNotFoundError as error:
        raise UsageError(
            f"the demonstration needs {error.name}: pip install 'cite-sources[demo]'"
        ) from None
    click.echo("Starting a small web and a Wayback server on loopback …", err=True)
    with stage.staged() as (folder, settings):
        from cite.serve.project import Project

        Project(folder).add("article.md", (folder / "article.md").read_bytes())
        yield folder, _options(folder, settings)


def _options(folder: Path, settings: Mapping[str, Any]) -> Options:
    from cite.cli.flags import parse_connect_to

    options = options_from({}, folder)
    connect_to = tuple(parse_connect_to(one) for one in settings["connect_to"])
    return replace(
        options,
        cache=folder / "cache",
        ca=settings["ca"],
        allow_net=("127.0.0.0/8",),
        connect_to=connect_to,
        demonstration=True,
        timeout=2.0,
        retries=1,
        interval=0.05,
    )
