"""A report article by article: each with its own notes, verdicts and counts, as its editor reads it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cite.formats.safe_text import safe
from cite.model.findings import Finding
from cite.model.references import ReadDocument, Reference
from cite.model.report import Report, Summary
from cite.model.verdicts import LinkVerdict, Verdict, WorkOutcome
from cite.outputs.words import counted
from cite.steps.compile_report import summarise


@dataclass(frozen=True, slots=True)
class Article:
    """One input of a run, and all that is said of it."""

    path: str
    """As its user calls it; empty for what belongs to no input."""
    document: ReadDocument | None
    """None for a bibliography, a list of addresses and what could not be read."""
    verdicts: tuple[Verdict, ...]
    """In document order, the addresses of the text itself last."""
    findings: tuple[Finding, ...]
    """Those of its notes; those of a reference stand with its verdict."""
    summary: Summary

    @property
    def digest(self) -> str:
        """SHA-256 of its bytes, hexadecimal; empty where it is no article."""
        return self.document.digest if self.document else ""

    @property
    def cited(self) -> tuple[Verdict, ...]:
        """What its notes or entries cite."""
        return tuple(one for one in self.verdicts if not one.reference.in_text)

    @property
    def in_text(self) -> tuple[Verdict, ...]:
        """Addresses of the text itself."""
        return tuple(one for one in self.verdicts if one.reference.in_text)

    @property
    def links(self) -> Iterator[tuple[Verdict, LinkVerdict]]:
        """Every address with what cites it."""
        return ((verdict, link) for verdict in self.verdicts for link in verdict.links)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Those of its notes, then those of its references."""
        return (*self.findings, *(one for verdict in self.verdicts for one in verdict.findings))


def articles(report: Report) -> tuple[Article, ...]:
    """Every input that the report speaks of: articles as they were read, then other inputs as they come."""
    documents = {one.path: one for one in report.documents}
    verdicts: dict[str, list[Verdict]] = {path: [] for path in documents}
    findings: dict[str, list[Finding]] = {}
    for verdict in report.verdicts:
        verdicts.setdefault(path_of(verdict.reference), []).append(verdict)
    for finding in report.findings:
        findings.setdefault(finding.place.path if finding.place else "", []).append(finding)
    paths = dict.fromkeys((*verdicts, *findings))
    return tuple(
        _article(path, documents.get(path), verdicts.get(path, ()), findings.get(path, ()))
        for path in paths
    )


def _article(
    path: str,
    document: ReadDocument | None,
    verdicts: Iterable[Verdict],
    findings: Iterable[Finding],
) -> Article:
    verdicts, findings = tuple(verdicts), tuple(findings)
    return Article(path, document, verdicts, findings, summarise(verdicts, findings))


def path_of(reference: Reference) -> str:
    """The input that a reference comes from."""
    return reference.id.input or (reference.place.path if reference.place else "")


def cited_in(reference: Reference) -> str:
    """Where a work is cited: `note iv`, `notes iv, ix and xii`, `in the text, line 7`, else its key."""
    if reference.in_text:
        line = reference.place.line if reference.place else None
        return f"in the text, line {line}" if line else "in the text"
    labels = list(dict.fromkeys(safe(note.label) for note in reference.notes))
    if not labels:
        return safe(reference.key)
    if len(labels) == 1:
        return f"note {labels[0]}"
    return f"notes {', '.join(labels[:-1])} and {labels[-1]}"


def counts_of(summary: Summary) -> str:
    """`3 references, 4 addresses: 2 ok, 1 broken, 1 unknown`."""
    classes = ", ".join(f"{count} {name}" for name, count in summary.classes.items())
    unjudged = f", {summary.not_judged} not judged" if summary.not_judged else ""
    references = counted(summary.references, "reference")
    return f"{references}, {counted(summary.links, 'address', 'addresses')}: {classes}{unjudged}"


def not_checked(report: Report) -> tuple[str, ...]:
    """What the run did not look at, in a sentence each: silence must not be taken for soundness."""
    cited = [one for one in report.verdicts if not one.reference.in_text]
    without = sum(not one.links for one in cited)
    told = []
    if without:
        have = "has" if without == 1 else "have"
        told.append(
            f"{without} of {counted(len(cited), 'source')} {have} no address, so nothing of the kind was looked at."
        )
    works = [one.work for one in report.verdicts if one.work]
    if cited and all(work.outcome is WorkOutcome.NOT_ASKED for work in works):
        told.append("Whether the works exist, and whether any was retracted, was not asked.")
    if report.documents and "quotes" not in report.settings and not _quoted(report):
        told.append("Quotations were not compared with their sources.")
    return tuple(told)


def _quoted(report: Report) -> bool:
    return any(one.quotations for one in report.verdicts)
