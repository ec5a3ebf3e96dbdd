"""Numbers and headings in words, as every report for people says them."""

from cite.model.decisions import Decision
from cite.model.report import HostFigures
from cite.steps.triage import Need

NEEDS = {
    Need.REPLACE: "Replace",
    Need.LOOK: "Look yourself",
    Need.QUERY: "Ask the author",
    Need.CANNOT_BE_CHECKED: "Cannot be checked",
}
"""The kinds of decision, in the order in which they are worth taking."""


def by_hand(decision: Decision) -> str:
    """What a person said of a link: `looked at by hand by A. Doe on 2026-03-01: live, seen in a browser; until …`."""
    who = f" by {decision.who}" if decision.who else ""
    made = f" on {decision.made}" if decision.made else ""
    why = f", {decision.why}" if decision.why else ""
    until = f"; until {decision.until}" if decision.until else ""
    return f"looked at by hand{who}{made}: {decision.state}{why}{until}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 note`, `2 notes`, `2 addresses`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def answered(host: HostFigures) -> str:
    """How a host answered: `40 × 2xx, 2 × 4xx (1 × 429), 1 × no answer (1 × refused), 3 repeats`."""
    apart = {"4xx": (host.too_many, "429"), "none": (host.refused, "refused")}
    told = []
    for kind, count in host.answers.items():
        special, name = apart.get(kind, (0, ""))
        words = f"{count} × {'no answer' if kind == 'none' else kind}"
        told.append(f"{words} ({special} × {name})" if special else words)
    repeats = [counted(host.repeats, "repeat")] if host.repeats else []
    return ", ".join([*told, *repeats])


def how_fast(host: HostFigures) -> str:
    """`0.12 s, 95 % within 0.80 s`; nothing where nothing was answered."""
    if host.median is None or host.p95 is None:
        return ""
    return f"{host.median:.2f} s, 95 % within {host.p95:.2f} s"
