"""The report for a terminal: problems first, a line for each link; the last line says what to type next."""

import shlex
import textwrap
from collections.abc import Iterator
from pathlib import PurePath

from cite.formats.safe_text import safe
from cite.model.findings import Finding
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict, Verdict
from cite.outputs.articles import Article, articles, cited_in, counts_of, not_checked
from cite.outputs.folding import folded
from cite.outputs.notes_text import findings_text
from cite.outputs.words import answered, by_hand, counted, how_fast
from cite.steps.triage import Need, triage

_COLOURS = {LinkClass.BROKEN: "31", LinkClass.UNKNOWN: "33", LinkClass.OK: "32"}
_GROUPS = (
    ("Broken: readers do not get the work", LinkClass.BROKEN),
    ("Unknown: one look by a program cannot tell", LinkClass.UNKNOWN),
    ("Moved, or sound", LinkClass.OK),
)
_NOTES_NAMED = 5
_MOST_HOSTS = 20


def terminal(report: Report, width: int = 80, colour: bool = False, verbose: bool = False) -> str:
    """Plain lines; with colour only where the caller says that the terminal wants it."""
    every = articles(report)
    parts = [_wrapped(f"! {safe(text)}", width, "  ") for text in report.caveats]
    for article in every:
        told = list(_article(article, width, colour, verbose))
        if len(every) > 1:
            parts += ["", f"{safe(article.path) or 'The run'}: {counts_of(article.summary)}"]
        parts += told
    parts += ["", *(_wrapped(text, width, "  ") for text in not_checked(report))]
    if verbose:
        parts += _hosts(report, width)
    parts.append(_last_line(report, width))
    return "\n".join(parts).lstrip("\n")


def _hosts(report: Report, width: int) -> Iterator[str]:
    """Those asked most often, and how they answered."""
    if report.hosts:
        yield "\nHosts\n"
    for one in report.hosts[:_MOST_HOSTS]:
        told = ", ".join(filter(None, [answered(one), how_fast(one)]))
        line = f"{safe(one.host)}: {counted(one.requests, 'request')}: {told}"
        yield _wrapped(line, width, "    ", "  ")
    if len(report.hosts) > _MOST_HOSTS:
        yield f"  and {len(report.hosts) - _MOST_HOSTS} more, each asked less often"


def _article(article: Article, width: int, colour: bool, verbose: bool) -> Iterator[str]:
    for title, wanted in _GROUPS:
        links = list(_links(article, wanted, verbose))
        if links:
            yield f"\n{title}\n"
        for verdict, link in links:
            yield _line(verdict, link, colour)
            if verbose:
                yield from _details(link, width)
    remarks = [one for verdict in article.verdicts for one in verdict.remarks]
    for title, findings in (("Of the sources", remarks), ("In the notes", article.findings)):
        if findings:
            yield f"\n{title}\n"
            yield from _findings(findings, width, colour, verbose)


def _links(
    article: Article, wanted: LinkClass, verbose: bool
) -> Iterator[tuple[Verdict, LinkVerdict]]:
    for verdict, link in article.links:
        if link.state is LinkState.NOT_JUDGED or link.link_class is not wanted:
            continue
        if link.state is not LinkState.LIVE or link.by_hand or verbose:
            yield verdict, link


def _line(verdict: Verdict, link: LinkVerdict, colour: bool) -> str:
    """`  note iv: dead  http://… → https://archive…`: all that decides, on one line."""
    state = link.state.value + (" (suspected dead)" if link.suspected else "")
    if colour:
        state = f"\x1b[{_COLOURS[link.link_class]}m{state}\x1b[0m"
    instead = f" → {safe(link.replacement)}" if link.replacement else ""
    first, others = _where(verdict)
    told = f" ({safe(by_hand(link.by_hand))})" if link.by_hand else ""
    return f"  {first}: {state}  {safe(link.url)}{instead}{others}{told}"


def _where(verdict: Verdict) -> tuple[str, str]:
    """The first note that cites it, and the others in brackets."""
    notes = verdict.reference.notes
    if len(notes) < 2:
        return cited_in(verdict.reference), ""
    labels = ", ".join(safe(note.label) for note in notes[1:_NOTES_NAMED])
    return (
        f"note {safe(notes[0].label)}",
        f" (also {labels}{' …' if len(notes) > _NOTES_NAMED else ''})",
    )


def _details(link: LinkVerdict, width: int) -> Iterator[str]:
    """Why, and what is known of copies."""
    told = 1 if link.link_class is LinkClass.OK else 2
    yield from (_wrapped(safe(reason), width, "      ", "      ") for reason in link.reasons[:told])
    if link.memento and link.memento.memento:
        yield _wrapped(_copy(link), width, "      ", "      ")
    elif link.memento:
        words = f"Archived copies: {link.memento.outcome.value}. {safe(link.memento.detail)}"
        yield _wrapped(words.rstrip(), width, "      ", "      ")
    if link.last_well and link.link_class is not LinkClass.OK:
        yield f"      Last seen well on {link.last_well:%-d %B %Y}."


def _copy(link: LinkVerdict) -> str:
    assert link.memento is not None and link.memento.memento is not None
    when, where = link.memento.memento.datetime, safe(link.memento.where)
    words = f"Copy of {when:%-d %B %Y} ({where}), {safe(link.memento.distance)}."
    if link.memento.chain:
        words += f" It is an archived redirect to {safe(link.memento.chain[-1])}."
    return words


def _findings(
    findings: "tuple[Finding, ...] | list[Finding]", width: int, colour: bool, verbose: bool
) -> Iterator[str]:
    if verbose:
        yield findings_text(findings, width, colour)
        return
    for one in folded(findings):
        yield findings_text((one.first,), width, colour)
        if one.more:
            yield _wrapped(one.more, width, "    ", "    ")


def _last_line(report: Report, width: int) -> str:
    """The counts of the whole run, and the command to type next: on a second line where one is too narrow."""
    summary = report.summary
    counts, following = counts_of(summary), f"Next: {_next(report)}"
    asked = f"{counted(summary.requests, 'request')}, {counted(summary.from_store, 'answer')} from the store"
    together = f"{counts} ({asked}). {following}"
    return together if len(together) <= width else f"{counts}\n{asked}. {following}"


def _next(report: Report) -> str:
    """What an editor would do now."""
    inputs = " ".join(shlex.quote(safe(name)) for name in report.inputs[:3]) or "ARTICLE"
    inputs += " …" if len(report.inputs) > 3 else ""
    matters = triage(report.verdicts)
    if not report.complete or any(one.need is Need.CANNOT_BE_CHECKED for one in matters):
        if report.summary.not_judged:
            return f"cite check {inputs}"
    if any(one.need is Need.REPLACE and one.link and one.link.replacement for one in matters):
        mendable = next((name for name in report.inputs if _may_be_mended(name)), None)
        if mendable and len(report.inputs) == 1:
            return f"cite mend {inputs}"
    if matters or report.findings:
        return f"cite report {inputs} --report report.html"
    return f"cite archive {inputs}"


def _may_be_mended(name: str) -> bool:
    """Whether it looks like an article, by its name: lists and bibliographies are not mended."""
    return PurePath(name).suffix.lower() in (
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".tex",
        ".docx",
        ".odt",
    )


def _wrapped(text: str, width: int, later: str, first: str = "") -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
