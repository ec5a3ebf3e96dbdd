"""The choice of a copy, in words."""

import textwrap
from collections.abc import Iterable

from cite.formats.safe_text import safe
from cite.model.evidence import Memento, MementosOutcome
from cite.model.verdicts import MementoChoice

MOST_SHOWN = 25


def mementos_text(choice: MementoChoice, width: int = 80) -> str:
    """The copy chosen, its distance, the rule, and the others with the reason."""
    lines = [f"{safe(choice.url)}: {choice.outcome.value}"]
    if choice.memento:
        memento = choice.memento
        lines += [
            f"  {safe(memento.uri_m)}",
            f"  captured {_time(memento)} UTC ({safe(choice.where)})",
            f"  {safe(choice.distance)}",
        ]
    elif choice.date:
        lines.append(f"  wanted for {safe(choice.as_of)}")
    if choice.outcome is MementosOutcome.NOT_ASKED:
        lines += _wrapped("No archive was asked, so there may be a copy.", width)
    lines += _wrapped(f"rule: {choice.rule}", width)
    lines += [line for part in choice.detail.split("; ") if part for line in _wrapped(part, width)]
    if choice.rejected:
        lines += ["", "Passed over, best first under the rule:", *_rejected(choice, width)]
    if choice.via:
        lines += ["", "Asked:", *(f"  {safe(text)}" for text in choice.via)]
    return "\n".join(lines)


def _rejected(choice: MementoChoice, width: int) -> Iterable[str]:
    for memento, reason in choice.rejected[:MOST_SHOWN]:
        when = f"  {memento.datetime:%Y-%m-%d %H:%M}  "
        yield from _wrapped(reason, width, when, " " * len(when))
        yield f"    {safe(memento.uri_m)}"
    if more := len(choice.rejected) - MOST_SHOWN:
        if more > 0:
            yield f"  and {more} more; --format json names them"


def _time(memento: Memento) -> str:
    return f"{memento.datetime:%-d %B %Y, %H:%M}"


def _wrapped(text: str, width: int, first: str = "  ", later: str = "  ") -> list[str]:
    return textwrap.wrap(
        safe(text), width, initial_indent=first, subsequent_indent=later,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
