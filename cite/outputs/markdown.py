"""The report as Markdown, for a pull request or a wiki."""

import re
from collections.abc import Iterable, Iterator

from cite.formats.safe_text import safe
from cite.model.evidence import Hop
from cite.model.findings import Finding
from cite.model.report import Report
from cite.model.verdicts import LinkVerdict, MementoChoice, Verdict, WorkStatus
from cite.outputs.articles import Article, articles, cited_in, counts_of, not_checked
from cite.outputs.folding import folded
from cite.outputs.words import NEEDS, by_hand
from cite.steps.triage import Matter, triage


class Markdown:
    """For people who read in a forge."""

    name = "markdown"
    suffixes = (".md",)

    def write(self, report: Report) -> str:
        """Counts, then for each article what to decide, what is wrong in its notes, and the evidence."""
        every = articles(report)
        return "\n".join(
            [*_head(report), *(line for one in every for line in _article(one, len(every) > 1))]
        )


def _head(report: Report) -> Iterator[str]:
    yield f"# Sources of {escape(', '.join(report.inputs))}\n"
    yield from (f"> **{escape(text)}**\n" for text in report.caveats)
    made = f"Made {report.made_at:%Y-%m-%d %H:%M} UTC by {report.tool}."
    yield f"{counts_of(report.summary)}. {made}\n"
    yield from (f"{escape(text)}\n" for text in not_checked(report))


def _article(article: Article, several: bool) -> Iterator[str]:
    if several:
        yield f"## {escape(article.path) or 'The run'}\n"
        yield f"{counts_of(article.summary)}.\n"
    if article.digest:
        yield f"SHA-256 of {escape(article.path)}: `{article.digest}`\n"
    for need, heading in NEEDS.items():
        yield from _matters(heading, [one for one in triage(article.verdicts) if one.need is need])
    yield from _findings("In the notes", article.findings)
    yield from _evidence(article.verdicts)


def _matters(heading: str, matters: list[Matter]) -> Iterator[str]:
    if matters:
        yield f"### {heading}\n"
        yield "| where | state | address or work | why | instead |\n|---|---|---|---|---|"
        yield from map(_row, matters)
        yield ""


def _row(matter: Matter) -> str:
    where = escape(cited_in(matter.verdict.reference))
    if link := matter.link:
        what, state, instead = address(link.url), link.state.value, _instead(link)
    else:
        fields = matter.verdict.reference.entry.fields
        what, state, instead = (
            escape(str(fields.get("title") or matter.verdict.reference.key)),
            matter.finding.code if matter.finding else "",
            "",
        )
    return f"| {where} | {state} | {what} | {escape(matter.why)} | {instead} |"


def _instead(link: LinkVerdict) -> str:
    if not link.replacement:
        return ""
    copy = link.memento.memento if link.memento else None
    if copy is None or link.memento is None or copy.uri_m != link.replacement:
        return address(link.replacement)
    return (
        f"{address(link.replacement)} ({copy.datetime:%Y-%m-%d}, {escape(link.memento.distance)})"
    )


def _findings(heading: str, findings: Iterable[Finding]) -> Iterator[str]:
    told = folded(findings)
    if told:
        yield f"### {heading}\n"
        for one in told:
            more = f" ({one.more})" if one.more else ""
            yield f"{_finding(one.first)}{escape(more)}"
        yield ""


def _finding(finding: Finding) -> str:
    place = finding.place
    line = f", line {place.line}" if place and place.line else ""
    return f"- **{finding.level}** {finding.code}{line}: {escape(finding.message)}"


def _evidence(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """For each address what was asked, what came, and which rule speaks for which state."""
    lines = [line for verdict in verdicts for line in (*_work(verdict), *_links(verdict))]
    if lines:
        yield from ("### Evidence\n", *lines, "")


def _links(verdict: Verdict) -> Iterator[str]:
    for link in verdict.links:
        asked = f", asked {link.asked_at:%Y-%m-%d %H:%M} UTC" if link.asked_at else ""
        kept = " (kept in the store)" if link.from_store else ""
        where = escape(cited_in(verdict.reference))
        yield f"- {where}: {address(link.url)}: {link.state.value}{asked}{kept}"
        if link.by_hand:
            yield f"  - {escape(by_hand(link.by_hand))}"
        yield from (f"  - {_hop(hop)}" for hop in link.hops)
        yield from (f"  - {sign.code}: {escape(sign.reason)}" for sign in link.signs)
        yield from _archives(link.memento)
    yield from (f"  {_finding(one)}" for one in verdict.remarks)


def _work(verdict: Verdict) -> Iterator[str]:
    """What indexes say of the work itself."""
    if work := verdict.work:
        where = " in " + ", ".join(map(escape, filter(None, (work.service, work.record))))
        status = f"; {work.status.value}" if work.status is not WorkStatus.NONE else ""
        yield f"- {escape(verdict.reference.key)}: {work.outcome.value}{where if work.service else ''}{status}"
        yield from (
            f"  - {escape(one.field)}: cited as {escape(one.cited)}, found as {escape(one.found)}"
            for one in work.differences
        )
        yield from (f"  - asked {escape(str(ask))}" for ask in work.evidence)


def _hop(hop: Hop) -> str:
    onward = f", sends on to {address(hop.location)}" if hop.location else ""
    server = f" from {escape(hop.address)}" if hop.address else ""
    return f"{address(hop.url)} → {hop.status}{server}{onward}"


def _archives(choice: MementoChoice | None) -> Iterator[str]:
    if choice is None:
        return
    detail = f", {escape(choice.detail)}" if choice.detail else ""
    yield f"  - archived copies: {choice.outcome.value}{detail}"
    yield from (f"    - asked {escape(text)}" for text in choice.via)
    for memento, reason in choice.rejected:
        yield f"    - passed over {address(memento.uri_m)}: {escape(reason)}"


def address(url: str) -> str:
    """An address that Markdown links as it stands, no character of it escaped."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>|`\\]+", safe(url)) else escape(url)


def escape(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no table cell of its own."""
    return re.sub(r"([\\`*_{}\[\]<>|~#!])", r"\\\1", safe(text)).replace("&", "&amp;")
