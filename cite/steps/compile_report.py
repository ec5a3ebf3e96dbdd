"""Verdicts to a report: counted, ordered, filtered by code."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from cite.model.conditions import Conditions
from cite.model.findings import UNREADABLE, Finding, Level
from cite.model.options import Options
from cite.model.references import ReadDocument
from cite.model.report import HostFigures, Report, Summary
from cite.model.verdicts import LinkClass, LinkState, Verdict
from cite.model.version import __version__


def compile_report(
    verdicts: Sequence[Verdict],
    documents: Sequence[ReadDocument],
    findings: Sequence[Finding],
    *,
    made_at: datetime,
    inputs: tuple[str, ...],
    options: Options,
    caveats: tuple[str, ...] = (),
    requests: int = 0,
    from_store: Collection[str] = (),
    complete: bool = True,
    conditions: Collection[Conditions] = (),
    hosts: tuple[HostFigures, ...] = (),
    seconds: float = 0.0,
) -> Report:
    """All that a run has to say. An address cited by several works counts once.

    `conditions` are those under which the answers were had: a report made from the store tells them, and not
    those of the day on which it was made.
    """
    kept = tuple(_reported(verdict, options, from_store) for verdict in verdicts)
    left = chosen(findings, options)
    summary = replace(summarise(kept, left), requests=requests)
    return Report(
        made_at,
        inputs,
        kept,
        tuple(documents),
        left,
        summary,
        f"cite {__version__}",
        caveats,
        complete,
        _settings(options, conditions),
        hosts=hosts,
        seconds=seconds,
    )


def summarise(verdicts: Sequence[Verdict], findings: Sequence[Finding]) -> Summary:
    """Counts over some verdicts and what else was found. An address cited by several works counts once."""
    every = [*findings, *(finding for verdict in verdicts for finding in verdict.findings)]
    links = {link.url: link for verdict in verdicts for link in verdict.links}
    states = Counter(link.state for link in links.values())
    judged = [link for link in links.values() if link.state is not LinkState.NOT_JUDGED]
    classes = Counter(link.link_class for link in judged)
    levels = Counter(finding.level for finding in every)
    return Summary(
        len(verdicts),
        len(links),
        {state.value: states[state] for state in LinkState if states[state]},
        {link_class.value: classes[link_class] for link_class in LinkClass},
        {str(level): levels[level] for level in reversed(Level)},
        states[LinkState.NOT_JUDGED],
        from_store=sum(link.from_store for link in links.values()),
    )


def _reported(verdict: Verdict, options: Options, from_store: Collection[str]) -> Verdict:
    """A verdict with the findings that were selected, and with what each link rests on."""
    findings = chosen(verdict.findings, options)
    links = tuple(
        replace(link, from_store=True) if link.url in from_store else link for link in verdict.links
    )
    if findings == verdict.findings and links == verdict.links:
        return verdict
    return replace(verdict, findings=findings, links=links)


def chosen(findings: Sequence[Finding], options: Options) -> tuple[Finding, ...]:
    """Those that --select and --ignore leave."""
    if not options.select and not options.ignore:
        return tuple(findings)
    return tuple(
        finding
        for finding in findings
        if (not options.select or finding.code in (*options.select, UNREADABLE))
        and finding.code not in options.ignore
    )


def _settings(options: Options, conditions: Collection[Conditions]) -> dict[str, str]:
    """What a later reader needs to know of how the run was made, and how its answers were had."""
    dialect = {"dialect": options.dialect} if options.dialect != Options().dialect else {}
    had = {
        "timeout": (f"{one.timeout:g} s" for one in conditions),
        "retries": (str(one.retries) for one in conditions),
        "user-agent": (one.user_agent for one in conditions),
        "connect-to": (" ".join(one.connect_to) for one in conditions),
        "ca": (one.ca for one in conditions),
    }
    told = {name: " or ".join(sorted(set(filter(None, values)))) for name, values in had.items()}
    quotes = {"quotes": "compared"} if options.quotes or "quotes" in options.verify else {}
    return {
        **dialect,
        **quotes,
        "max-age": f"{options.max_age.total_seconds():.0f} s",
        **{name: value for name, value in told.items() if value},
        "rule": options.memento_rule,
        "archives": "none"
        if not options.archives_enabled
        else ", ".join(a.name for a in options.archives or ()) or "default",
    }
