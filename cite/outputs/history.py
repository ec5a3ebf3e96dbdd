"""The history of addresses as one HTML page: nothing from elsewhere, no script, everything from strangers escaped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cite.model.evidence import Look
from cite.model.report import AddressHistory
from cite.model.verdicts import LinkVerdict
from cite.model.version import __version__
from cite.outputs.html import render
from cite.outputs.pictures import Bar, class_of, timeline


@dataclass(frozen=True, slots=True)
class Run:
    """Like looks that followed one another."""

    first: Look
    last: Look
    count: int
    verdict: LinkVerdict
    """Of the last."""

    @property
    def kind(self) -> str:
        """ok, broken, unknown or none."""
        return class_of(self.verdict)

    @property
    def seen(self) -> str:
        """`404`, `200 → http://…`, `connect-timeout: no answer in 20 s`."""
        look = self.last
        what = str(look.status) if look.status is not None else str(look.fault or "")
        moved = f"{what} → {look.url}" if look.url else what
        return f"{moved}: {look.detail}" if look.detail else moved


def history_page(histories: Sequence[AddressHistory], today: date, back: str = "") -> str:
    """The whole page; `back` is the address of the one that led to it."""
    return render(
        "history.html.j2",
        title=histories[0].url if len(histories) == 1 else "addresses",
        histories=histories,
        today=today,
        back=back,
        tool=f"cite {__version__}",
        picture=picture,
        runs=runs,
    )


def picture(history: AddressHistory) -> Bar:
    """What was seen over time."""
    return timeline(
        [look.at for look in history.looks], [class_of(one) for one in history.verdicts]
    )


def runs(history: AddressHistory) -> list[Run]:
    """Looks with their verdicts, like ones that followed one another together, oldest first."""
    pairs = zip(history.looks, history.verdicts, strict=True)
    groups = (list(group) for _, group in groupby(pairs, key=_likeness))
    return [Run(group[0][0], group[-1][0], len(group), group[-1][1]) for group in groups]


def _likeness(pair: tuple[Look, LinkVerdict]) -> tuple[object, ...]:
    look, verdict = pair
    return look.status, look.fault, look.url, verdict.state
