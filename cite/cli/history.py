"""`cite history`: every answer ever had, and what each would be called today."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from cite.cli.flags import CACHE
from cite.cli.product import INPUTS, emit, write_file
from cite.cli.settings import options_from
from cite.formats.safe_text import cell, json_text, safe
from cite.model.evidence import Look
from cite.model.options import Options
from cite.model.report import AddressHistory
from cite.model.verdicts import LinkVerdict
from cite.outputs.json import by_hand_json
from cite.outputs.words import by_hand

SCHEMA = "cite/history/1"


@click.command("history")
@INPUTS
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "html"]),
    default="text",
    help="[text]",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="[standard output]"
)
@CACHE
def command(inputs: tuple[str, ...], form: str, output: Path | None, **given: object) -> None:
    """Every answer ever had for a URL, or for the addresses in an ARTICLE, oldest first, and its verdict today."""
    from cite import pipeline

    options = options_from(given)
    histories = list(pipeline.address_histories(_addresses(inputs, options), options))
    text = _WRITERS[form](histories)
    if output is None:
        emit(text)
    else:
        write_file(output, text)


def _addresses(inputs: Sequence[str], options: Options) -> Iterator[str]:
    from cite import pipeline

    for name in inputs:
        if "://" in name and not Path(name).exists():
            yield name
        else:
            _, references, _ = pipeline.references([name], options=options)
            yield from dict.fromkeys(link.url for one in references for link in one.links)


def _text(histories: Sequence[AddressHistory]) -> str:
    return "\n".join(line for history in histories for line in _lines(history))


def _lines(history: AddressHistory) -> Iterator[str]:
    yield safe(history.url)
    for look, verdict in zip(history.looks, history.verdicts, strict=True):
        yield f"  {_line(look, verdict)}"
    if not history.looks:
        yield "  never asked"
    for said in history.said:
        over = "" if said.holds(date.today()) else "; that is over, look again"
        yield f"  {safe(by_hand(said))}{over}"


def _line(look: Look, verdict: LinkVerdict) -> str:
    moved = f" → {safe(look.url)}" if look.url else ""
    detail = f"  {safe(look.detail)}" if look.detail else ""
    return f"{look.at:%Y-%m-%d %H:%M} UTC  {_what(look)}{moved}{detail}  {verdict.state.value}"


def _what(look: Look) -> str:
    return str(look.status) if look.status is not None else str(look.fault or "")


def _json(histories: Sequence[AddressHistory]) -> str:
    return json_text({"schema": SCHEMA, "addresses": [_address(one) for one in histories]})


def _address(history: AddressHistory) -> dict[str, Any]:
    pairs = zip(history.looks, history.verdicts, strict=True)
    said = {"by_hand": [by_hand_json(one) for one in history.said]} if history.said else {}
    return {"url": history.url, "answers": [_values(*pair) for pair in pairs], **said}


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


def _table(histories: Sequence[AddressHistory]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["url", "at", "status", "fault", "led_to", "state", "class", "reason"])
    for history in histories:
        for look, verdict in zip(history.looks, history.verdicts, strict=True):
            one = _values(look, verdict)
            values = [one[key] for key in ("at", "status", "fault", "led_to", "state", "class")]
            row = [history.url, *values, " ".join(verdict.reasons)]
            writer.writerow([cell("" if value is None else str(value)) for value in row])
    return out.getvalue()


def _page(histories: Sequence[AddressHistory]) -> str:
    from cite.outputs.history import history_page

    return history_page(histories, date.today())


_WRITERS: Mapping[str, Callable[[Sequence[AddressHistory]], str]] = {
    "text": _text, "json": _json, "csv": _table, "html": _page,
}  # fmt: skip
