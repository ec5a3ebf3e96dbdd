"""The report as one HTML file: no script, no asset, everything from strangers escaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from cite.formats.safe_text import safe
from cite.model.document import Run, Style
from cite.model.notes import NoteId
from cite.model.references import Citation, CrossReference, ReadNote, Reference
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict, Verdict
from cite.outputs.articles import not_checked
from cite.outputs.words import counted


@dataclass(frozen=True, slots=True)
class Card:
    """One note, or one reference that came without a note."""

    id: str
    label: str
    kind: str
    sentence: str
    runs: tuple[Run, ...]
    points: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


class Html:
    """For people."""

    name = "html"
    suffixes = (".html", ".htm")

    def write(self, report: Report) -> str:
        """The whole page."""
        from jinja2 import Environment, PackageLoader, StrictUndefined

        environment = Environment(
            loader=PackageLoader("cite.outputs"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            finalize=_shown,
        )
        environment.filters |= {
            "safe_text": safe_any,
            "described": describe,
            "counted": counted,
            "is_italic": lambda style: Style.ITALIC in style,
        }
        page: str = environment.get_template("report.html.j2").render(
            report=report,
            inputs=", ".join(PurePath(name).name for name in report.inputs),
            cards=list(cards(report)),
            replacements=list(replacements(report)),
            not_checked=not_checked(report),
        )
        return page


def _shown(value: Any) -> Any:
    """What the template prints, wherever it stands; markup of its own as it is."""
    return safe(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def safe_any(value: Any) -> str:
    """Anything as text without control characters; Jinja escapes it afterwards."""
    return safe(str(value))


def replacements(report: Report) -> Iterator[tuple[str, LinkVerdict]]:
    """Each address that should be another one."""
    for verdict in report.verdicts:
        label = verdict.reference.label or verdict.reference.key
        for link in verdict.links:
            if link.replacement and (
                link.link_class is not LinkClass.OK or link.state is LinkState.MOVED
            ):
                yield label, link


def cards(report: Report) -> Iterator[Card]:
    """Notes in document order, then references without notes."""
    first: dict[NoteId, list[Verdict]] = {}
    for verdict in report.verdicts:
        if verdict.reference.notes:
            first.setdefault(verdict.reference.notes[0].id, []).append(verdict)
    for number, document in enumerate(report.documents):
        for index, note in enumerate(document.notes):
            verdicts = first.get(note.note.id, [])
            yield Card(
                f"note-{number}-{index}", note.note.label, note.kind.value, note.note.sentence, note.note.runs,
                tuple(_points(note)), tuple(verdicts),
            )  # fmt: skip
    for index, verdict in enumerate(report.verdicts):
        reference = verdict.reference
        if not reference.notes:
            yield Card(
                f"reference-{index}",
                reference.key,
                reference.entry.entry_type,
                "",
                (Run(str(reference.entry.fields.get("title", ""))),),
                (),
                (verdict,),
            )


def _points(note: ReadNote) -> Iterator[str]:
    """Where a note points back to, with the reason; what introduces its citations and where they point."""
    for item in note.items:
        match item:
            case CrossReference(target=target, reason=reason):
                yield f"→ note {target.label}: {reason}" if target else f"Unresolved: {reason}"
            case Citation(signal=signal, locator=locator, trailing=trailing):
                told = [
                    f"signal “{signal}”" if signal else "",
                    f"at {locator}" if locator else "",
                    f"remark “{trailing}”" if trailing else "",
                ]
                if any(told):
                    yield ", ".join(part for part in told if part)


def describe(reference: Reference) -> list[str]:
    """Names, title and date of a work, for a line."""
    fields = reference.entry.fields
    names = fields.get("author") or fields.get("editor") or ()
    people = (
        ", ".join(f"{n.given} {n.family}".strip() or n.literal for n in names)
        if isinstance(names, tuple)
        else ""
    )
    date = str(reference.entry.date) if reference.entry.date else ""
    return [text for text in (people, str(fields.get("title", "")), date) if text]
