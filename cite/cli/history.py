"""`cite history`: every answer ever had."""

from pathlib import Path

import click

from cite.cli.flags import CACHE
from cite.cli.product import INPUTS, emit
from cite.cli.settings import options_from
from cite.formats.safe_text import safe
from cite.model.evidence import Look


@click.command("history")
@INPUTS
@CACHE
def command(inputs: tuple[str, ...], **given: object) -> None:
    """Every answer ever had for a URL, or for the addresses in an ARTICLE, oldest first."""
    from cite import pipeline

    options = options_from(given)
    for name in inputs:
        if "://" in name and not Path(name).exists():
            urls = [name]
        else:
            _, references, _ = pipeline.references([name])
            urls = list(
                dict.fromkeys(link.url for reference in references for link in reference.links)
            )
        for url in urls:
            looks = pipeline.history(url, options)
            emit(
                "\n".join(
                    [safe(url), *(f"  {_line(look)}" for look in looks)]
                    if looks
                    else [safe(url), "  never asked"]
                )
            )


def _line(look: Look) -> str:
    what = str(look.status) if look.status is not None else str(look.fault or "")
    moved = f" → {safe(look.url)}" if look.url else ""
    detail = f"  {safe(look.detail)}" if look.detail else ""
    return f"{look.at:%Y-%m-%d %H:%M} UTC  {what}{moved}{detail}"
