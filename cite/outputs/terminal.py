"""The report for a terminal: the counts, what is broken, what could not be told; the rest counted only."""

import textwrap
from collections.abc import Iterable

from cite.formats.safe_text import safe
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict, Verdict
from cite.outputs.notes_text import findings_text
from cite.outputs.words import counted

_COLOURS = {LinkClass.BROKEN: "31", LinkClass.UNKNOWN: "33", LinkClass.OK: "32"}


def terminal(report: Report, width: int = 80, colour: bool = False, verbose: bool = False) -> str:
    """Plain lines; with colour only where the caller says that the terminal wants it."""
    parts = [
        *(_wrapped(f"! {safe(text)}", width, "  ") for text in report.caveats),
        _headline(report),
    ]
    for title, wanted in (
        ("Broken: readers do not get the work", LinkClass.BROKEN),
        ("Unknown: one look by a program cannot tell", LinkClass.UNKNOWN),
        ("Moved, or sound", LinkClass.OK),
    ):
        cards = list(_cards(report, wanted, width, colour, verbose))
        if cards:
            parts += [f"\n{title}\n", *cards]
    if remarks := [one for verdict in report.verdicts for one in verdict.remarks]:
        parts += ["\nOf the sources\n", findings_text(remarks, width, colour)]
    if report.findings:
        parts += ["\nIn the notes\n", findings_text(report.findings, width, colour)]
    return "\n".join(parts)


def _headline(report: Report) -> str:
    summary = report.summary
    classes = summary.classes
    counts = f"{classes['ok']} ok, {classes['broken']} broken, {classes['unknown']} unknown"
    if summary.not_judged:
        counts += f", {summary.not_judged} not judged"
    return (
        f"{counted(summary.references, 'reference')}, {counted(summary.links, 'address', 'addresses')}: {counts}\n"
        f"({counted(summary.requests, 'request')}, {counted(summary.from_store, 'answer')} from the store)"
    )


def _cards(
    report: Report, wanted: LinkClass, width: int, colour: bool, verbose: bool
) -> Iterable[str]:
    for verdict in report.verdicts:
        for link in verdict.links:
            if link.state is LinkState.NOT_JUDGED or link.link_class is not wanted:
                continue
            if wanted is LinkClass.OK and link.state is LinkState.LIVE and not verbose:
                continue
            yield _card(verdict, link, width, colour)


def _card(verdict: Verdict, link: LinkVerdict, width: int, colour: bool) -> str:
    state = link.state.value + (" (suspected dead)" if link.suspected else "")
    if colour:
        state = f"\x1b[{_COLOURS[link.link_class]}m{state}\x1b[0m"
    label = verdict.reference.label
    note = f"note {safe(label)}" if label else safe(verdict.reference.key)
    lines = [f"  {note}: {state}", f"    {safe(link.url)}"]
    told = 1 if link.link_class is LinkClass.OK else 2
    lines += [_wrapped(safe(reason), width, "    ", "    ") for reason in link.reasons[:told]]
    if link.replacement:
        lines.append(f"    → {safe(link.replacement)}")
    if link.memento and link.memento.memento:
        lines.append(_wrapped(_copy(link), width, "      ", "      "))
    elif link.memento:
        lines.append(
            _wrapped(
                f"Archived copies: {link.memento.outcome.value}. {safe(link.memento.detail)}".rstrip(),
                width,
                "    ",
                "    ",
            )
        )
    if link.last_well and link.link_class is not LinkClass.OK:
        lines.append(f"    Last seen well on {link.last_well:%-d %B %Y}.")
    return "\n".join(lines)


def _copy(link: LinkVerdict) -> str:
    assert link.memento is not None and link.memento.memento is not None
    when, where = link.memento.memento.datetime, safe(link.memento.where)
    words = f"Copy of {when:%-d %B %Y} ({where}), {safe(link.memento.distance)}."
    if link.memento.chain:
        words += " An archived redirect leads to it."
    return words


def _wrapped(text: str, width: int, later: str, first: str = "") -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
