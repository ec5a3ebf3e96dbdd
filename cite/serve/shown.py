"""What the page shows of an article: pure, from what was read, judged and decided."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from cite.model.corrections import NO_WORK, Correction, Corrections, words_digest
from cite.model.decisions import Decision, Decisions
from cite.model.document import Paragraph, Run, Style, cut
from cite.model.findings import Finding
from cite.model.notes import BoundNotes, Document, Marker, Note, NoteId
from cite.model.options import Options
from cite.model.references import Citation, CrossReference, ReadNote, ReferenceId
from cite.model.report import Report
from cite.model.verdicts import LinkState, LinkVerdict, Verdict
from cite.steps.acceptance import accepted

WORST_FIRST = ("broken", "unknown", "none", "ok", "plain")
"""Classes of a row, as an editor wants to see them; `none` was not judged yet, `plain` has no address."""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """One address of a row."""

    verdict: LinkVerdict
    decision: Decision | None
    note: str | None
    """Label of the note it is decided in."""
    by_way_of: str = ""
    """Label of the note that gives the address, where this one only points back to it."""

    @property
    def css(self) -> str:
        """The class of its state."""
        state = self.verdict.state
        return "none" if state is LinkState.NOT_JUDGED else self.verdict.link_class.value

    @property
    def open(self) -> bool:
        """Whether a person should decide: it is broken or unknown, and nobody has."""
        return self.css in ("broken", "unknown") and self.decision is None


@dataclass(frozen=True, slots=True)
class Work:
    """A work as a note was read: what can be corrected."""

    number: int
    citation: Citation | None
    """None for one that is yet to be added."""


@dataclass(frozen=True, slots=True)
class Row:
    """A note, an address of the text, or a reference that came without a note."""

    number: int
    """Within the article, from 1."""
    label: str
    kind: str
    runs: tuple[Run, ...]
    sentence: str
    links: tuple[ShownLink, ...]
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    pointers: tuple[str, ...] = ()
    works: tuple[Work, ...] = ()
    note: Note | None = None
    again: int | None = None
    """Which of several notes in its very words it is."""
    corrected: frozenset[int] = frozenset()
    """Works that a person read otherwise, by number."""
    taken_out: tuple[int, ...] = ()
    """Works that a person said are none."""

    @property
    def css(self) -> str:
        """The worst class of its links."""
        classes = {link.css for link in self.links} or {"plain"}
        return next(one for one in WORST_FIRST if one in classes)

    @property
    def open(self) -> bool:
        """Whether a person should decide about one of its links."""
        return any(link.open for link in self.links)

    @property
    def decided(self) -> bool:
        """Whether a person decided about one of its links."""
        return any(link.decision for link in self.links)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: words, or the marker or address that leads to a row."""

    text: str
    row: int | None = None
    marker: bool = False
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it is shown."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as the page shows it, before what was decided."""

    report: Report
    blocks: tuple[Block, ...]
    notes: tuple[Row, ...]
    """Rows, their links and verdicts left out."""
    verdicts_of: Mapping[int, tuple[ReferenceId, ...]]
    """Which references a row shows, by its number."""
    rows_of: Mapping[ReferenceId, tuple[int, ...]]
    judged: Mapping[ReferenceId, Verdict]
    """What the report says, by reference."""
    mendable: bool = False
    """Whether the article can be had back with its links mended."""


def shown(
    report: Report, bound: BoundNotes | None, corrections: Corrections, mendable: Sequence[str]
) -> Shown:
    """What the page needs to know of an article, once for many looks at it."""
    rows, verdicts_of = _rows(report, corrections)
    rows_of: dict[ReferenceId, tuple[int, ...]] = {}
    for number, ids in verdicts_of.items():
        for id in ids:
            rows_of[id] = (*rows_of.get(id, ()), number)
    by_note = {row.note.id: row.number for row in rows if row.note}
    by_url = {
        link.url: numbers[0]
        for verdict in report.verdicts
        if verdict.reference.in_text and (numbers := rows_of.get(verdict.reference.id))
        for link in verdict.reference.links
    }
    document: Document | None = bound.document if bound else None
    blocks = tuple(_blocks(bound, by_note, by_url)) if bound and document else ()
    can_mend = document is not None and document.format in mendable
    judged = {verdict.reference.id: verdict for verdict in report.verdicts}
    return Shown(report, blocks, tuple(rows), verdicts_of, rows_of, judged, can_mend)


def _rows(
    report: Report, corrections: Corrections
) -> tuple[list[Row], dict[int, tuple[ReferenceId, ...]]]:
    rows: list[Row] = []
    verdicts_of: dict[int, tuple[ReferenceId, ...]] = {}
    by_note: dict[NoteId, list[ReferenceId]] = {}
    for verdict in report.verdicts:
        for ref in verdict.reference.notes:
            by_note.setdefault(ref.id, []).append(verdict.reference.id)
    for document in report.documents:
        words = Counter(words_digest(read.note.text) for read in document.notes)
        met: Counter[str] = Counter()
        for read in document.notes:
            digest = words_digest(read.note.text)
            met[digest] += 1
            again = met[digest] if words[digest] > 1 else None
            told = corrections.about(digest, met[digest])
            rows.append(_note_row(len(rows) + 1, read, again, told))
            verdicts_of[len(rows)] = tuple(dict.fromkeys(by_note.get(read.note.id, ())))
    for verdict in report.verdicts:
        reference = verdict.reference
        if not reference.notes:
            kind = "address in the text" if reference.in_text else reference.entry.entry_type
            label = "§" if reference.in_text else str(len(rows) + 1)
            title = str(reference.entry.fields.get("title", "")) or reference.raw or reference.key
            runs = (Run(" ".join(title.split())[:600]),)
            rows.append(Row(len(rows) + 1, label, kind, runs, reference.sentence, ()))
            verdicts_of[len(rows)] = (reference.id,)
    return rows, verdicts_of


def _note_row(number: int, read: ReadNote, again: int | None, told: Sequence[Correction]) -> Row:
    note = read.note
    out = tuple(sorted(one.work for one in told if one.entry_type == NO_WORK))
    citations = [item for item in read.items if isinstance(item, Citation)]
    numbers = [at for at in range(1, len(citations) + len(out) + 2) if at not in out]
    works = [Work(at, one) for at, one in zip(numbers, [*citations, None], strict=False)]
    pointers = tuple(
        f"Points back to note {item.target.label}: {item.reason}"
        if item.target
        else f"Points back, and nothing fits: {item.reason}"
        for item in read.items
        if isinstance(item, CrossReference)
    )
    corrected = frozenset(one.work for one in told)
    return Row(
        number, note.label, read.kind.value, note.runs, note.sentence, (), (), read.findings, pointers,
        tuple(works), note, again, corrected, out,
    )  # fmt: skip


def row(
    shown: Shown,
    number: int,
    reached: Mapping[ReferenceId, Verdict],
    decisions: Decisions,
    today: date,
) -> Row:
    """One row with its links as they are known by now: what a run `reached`, else what the report says."""
    bare = shown.notes[number - 1]
    verdicts = tuple(reached.get(id) or shown.judged[id] for id in shown.verdicts_of[number])
    links = tuple(link for verdict in verdicts for link in _links(bare, verdict, decisions, today))
    return replace(bare, verdicts=verdicts, links=links)


def _links(bare: Row, verdict: Verdict, decisions: Decisions, today: date) -> Iterator[ShownLink]:
    reference = verdict.reference
    own = {link.url for link in bare.note.links} if bare.note else set()
    first = reference.label
    for link in accepted(verdict.links, reference, decisions, today):
        elsewhere = bare.note is not None and link.url not in own and first != bare.label
        label = first if elsewhere or bare.note is None else bare.label
        decision = decisions.about(link.url, label, today)
        yield ShownLink(link, decision, label, first or "" if elsewhere else "")


def rows(
    shown: Shown, reached: Mapping[ReferenceId, Verdict], decisions: Decisions, today: date
) -> list[Row]:
    """Every row, as `row` makes it."""
    numbers = range(1, len(shown.notes) + 1)
    return [row(shown, number, reached, decisions, today) for number in numbers]


def _blocks(
    bound: BoundNotes, by_note: Mapping[NoteId, int], by_url: Mapping[str, int]
) -> Iterator[Block]:
    document = bound.document
    assert document is not None
    calls: dict[int, list[tuple[int, Marker, int]]] = {}
    for note in bound.notes:
        called = by_note.get(note.id)
        for marker in note.markers if called else ():
            if marker.paragraph is not None and marker.offset is not None and called:
                calls.setdefault(marker.paragraph, []).append((marker.offset, marker, called))
    for at, paragraph in enumerate(document.body):
        pieces = tuple(_pieces(paragraph, calls.get(at, []), by_url))
        if pieces:
            yield Block(paragraph.kind.value, paragraph.level, pieces)


def _pieces(
    paragraph: Paragraph, calls: list[tuple[int, Marker, int]], by_url: Mapping[str, int]
) -> Iterator[Piece]:
    """The words of a paragraph, cut where a marker stood and where an address begins and ends."""
    length = len(paragraph.text)
    linked = {
        (link.span.start, min(link.span.end, length)): by_url[link.url]
        for link in paragraph.links
        if link.url in by_url and link.span.start < min(link.span.end, length)
    }
    markers: dict[int, list[tuple[Marker, int]]] = {}
    for offset, marker, called in sorted(calls, key=lambda call: call[0]):
        markers.setdefault(min(offset, length), []).append((marker, called))
    cuts = sorted({0, length, *markers, *(at for span in linked for at in span)})
    for start, end in zip([0, *cuts], cuts, strict=False):
        within = [n for (first, last), n in linked.items() if first <= start and end <= last]
        number = within[0] if within else None
        for run in cut(paragraph.runs, start, end):
            yield Piece(run.text, number, False, Style.ITALIC in run.style, Style.BOLD in run.style)
        for marker, called in markers.get(end, []):
            yield Piece(marker.label, called, marker=True)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would ask of whom."""

    hosts: tuple[tuple[str, int], ...]
    """Hosts with how many addresses, the most asked first."""
    addresses: int
    known: int
    """Addresses with an answer young enough to serve."""
    archives: tuple[str, ...]
    """What they are called."""
    works: bool
    quotes: bool


def plan_of(report: Report, options: Options, archives: Sequence[str], now: datetime) -> Plan:
    """What a run over a report's references would ask of whom; nothing is asked for it."""
    links = {link.url: link for verdict in report.verdicts for link in verdict.links}
    fresh = [url for url, link in links.items() if _young(link, options.max_age, now)]
    hosts = Counter(_host(url) for url in links if url not in fresh)
    hosts.pop("", None)
    return Plan(
        tuple(hosts.most_common()), len(links), len(fresh), tuple(archives), options.works, options.quotes
    )  # fmt: skip


def _young(link: LinkVerdict, max_age: timedelta, now: datetime) -> bool:
    return link.asked_at is not None and now - link.asked_at <= max_age


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Looks:
    """What the last run found, in brief, beside the one before it."""

    at: datetime | None
    counts: Mapping[str, int]
    went_bad: int
    """Addresses that were well at the look before and are broken now."""
    due: bool
    """Whether it is time for another look."""


def noted(report: Report, before: Mapping[str, object]) -> dict[str, object]:
    """What of a run is kept for the list of articles, so that it need not judge them all."""
    states = {link.url: link.state.value for v in report.verdicts for link in v.links}
    old = before.get("states")
    return {
        "at": report.made_at.isoformat(),
        "counts": {**report.summary.classes, "none": report.summary.not_judged},
        "states": states,
        "before": old if isinstance(old, dict) else {},
    }


def looks_of(noted: Mapping[str, object], options: Options, now: datetime) -> Looks:
    """The same, read again."""
    try:
        at = datetime.fromisoformat(str(noted["at"]))
    except (KeyError, ValueError):
        return Looks(None, {}, 0, False)
    states, before, counts = (_table(noted, name) for name in ("states", "before", "counts"))
    bad = sum(
        _class(state) == "broken" and _class(before.get(url)) == "ok"
        for url, state in states.items()
    )
    numbers = {name: count for name, count in counts.items() if isinstance(count, int) and count}
    return Looks(at, numbers, bad, now - at > options.max_age)


def _table(noted: Mapping[str, object], name: str) -> dict[str, object]:
    value = noted.get(name)
    return value if isinstance(value, dict) else {}


def _class(state: object) -> str:
    try:
        return LinkState(str(state)).link_class.value
    except ValueError:
        return ""
