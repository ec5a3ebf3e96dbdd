"""`cite history`: every answer ever had, and what each would be called today."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from cite.cli.flags import CACHE
from cite.cli.product import INPUTS, emit, emit_json
from cite.cli.settings import options_from
from cite.formats.safe_text import cell, safe
from cite.model.evidence import Look
from cite.model.options import Options
from cite.model.verdicts import LinkVerdict

SCHEMA = "cite/history/1"
Answer = tuple[Look, LinkVerdict]
"""An answer in brief, and the verdict it would get today."""


@click.command("history")
@INPUTS
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
@CACHE
def command(inputs: tuple[str, ...], form: str, **given: object) -> None:
    """Every answer ever had for a URL, or for the addresses in an ARTICLE, oldest first, and its verdict today."""
    options = options_from(given)
    addresses = ((url, _answers(url, options)) for url in _addresses(inputs, options))
    if form == "json":
        emit_json({"schema": SCHEMA, "addresses": [_json(*one) for one in addresses]})
    elif form == "csv":
        emit(_table(addresses))
    else:
        for one in addresses:
            emit(_text(*one))


def _addresses(inputs: Sequence[str], options: Options) -> Iterator[str]:
    from cite import pipeline

    for name in inputs:
        if "://" in name and not Path(name).exists():
            yield name
        else:
            _, references, _ = pipeline.references([name], options=options)
            yield from dict.fromkeys(link.url for one in references for link in one.links)


def _answers(url: str, options: Options) -> list[Answer]:
    from cite import pipeline

    looks = pipeline.history(url, options)
    return list(zip(looks, pipeline.judged_history(url, options), strict=False))


def _text(url: str, answers: Sequence[Answer]) -> str:
    lines = [f"  {_line(look, verdict)}" for look, verdict in answers]
    return "\n".join([safe(url), *(lines or ["  never asked"])])


def _line(look: Look, verdict: LinkVerdict) -> str:
    moved = f" → {safe(look.url)}" if look.url else ""
    detail = f"  {safe(look.detail)}" if look.detail else ""
    return f"{look.at:%Y-%m-%d %H:%M} UTC  {_what(look)}{moved}{detail}  {verdict.state.value}"


def _what(look: Look) -> str:
    return str(look.status) if look.status is not None else str(look.fault or "")


def _json(url: str, answers: Sequence[Answer]) -> dict[str, Any]:
    return {"url": url, "answers": [_values(look, verdict) for look, verdict in answers]}


def _values(look: Look, verdict: LinkVerdict) -> dict[str, Any]:
    return {
        "at": look.at.isoformat(timespec="seconds"),
        "status": look.status,
        "fault": look.fault.value if look.fault else None,
        "led_to": look.url,
        "detail": look.detail,
        "state": verdict.state.value,
        "class": verdict.link_class.value,
        "reasons": list(verdict.reasons),
    }


def _table(addresses: Iterator[tuple[str, list[Answer]]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["url", "at", "status", "fault", "led_to", "state", "class", "reason"])
    for url, answers in addresses:
        for look, verdict in answers:
            one = _values(look, verdict)
            values = [one[key] for key in ("at", "status", "fault", "led_to", "state", "class")]
            row = [url, *values, " ".join(verdict.reasons)]
            writer.writerow([cell("" if value is None else str(value)) for value in row])
    return out.getvalue()
