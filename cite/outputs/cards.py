"""What the page shows, in its order: articles, what to decide in each, cards of its notes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cite.formats.bibtex.blocks import render
from cite.formats.bibtex.types import Dialect
from cite.formats.bibtex.writing import NOTE, entry_texts
from cite.model.document import Run
from cite.model.findings import Finding, Level
from cite.model.notes import NoteId
from cite.model.references import Citation, CrossReference, ReadNote, Reference, ReferenceId
from cite.model.report import Report
from cite.model.verdicts import LinkVerdict, Verdict
from cite.outputs.articles import Article, articles, cited_in
from cite.outputs.bibtex import with_copy
from cite.outputs.folding import Folded, folded
from cite.outputs.pictures import Row, by_age
from cite.outputs.words import NEEDS
from cite.steps.mending.phrases import Phrase, archived
from cite.steps.triage import Matter, Need, triage


@dataclass(frozen=True, slots=True)
class Listed:
    """A matter in the list of decisions."""

    matter: Matter
    card: str
    """Id of the card that tells its reference."""
    id: str = ""
    """Its own, where it is the first of its card: that leads back to it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Matters of one kind."""

    need: Need
    heading: str
    matters: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One note, one address of the text, or one reference that came without a note."""

    id: str
    label: str
    """What it is called: `note iv`, `in the text, line 7`, a key."""
    kind: str
    sentence: str
    """Of the article: what it is cited for."""
    runs: tuple[Run, ...]
    points: tuple[str, ...]
    """Where it points back to, with the reason; signals, pinpoints, remarks."""
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...] = ()
    """Of the note itself."""
    again: tuple[tuple[str, str], ...] = ()
    """Sources told in another card: what that is called, and its id."""
    needs: bool = False
    """Whether it deserves a person's attention."""
    decided: bool = False
    """Whether something of it stands in the list of decisions."""

    @property
    def states(self) -> str:
        """Every state of its links, for the filter."""
        return " ".join(sorted({link.state for one in self.verdicts for link in one.links}))

    @property
    def codes(self) -> str:
        """Every code of its findings, for the filter."""
        return " ".join(sorted({one.code for one in self._findings}))

    @property
    def levels(self) -> str:
        """Every level of its findings, for the filter."""
        return " ".join(sorted({str(one.level) for one in self._findings}))

    @property
    def _findings(self) -> Iterator[Finding]:
        yield from self.findings
        for verdict in self.verdicts:
            yield from verdict.findings


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article as the page shows it."""

    article: Article
    id: str
    groups: tuple[Group, ...]
    unaddressed: tuple[Verdict, ...]
    """Sources that give no address."""
    findings: tuple[Folded, ...]
    cards: tuple[Card, ...]
    in_text: tuple[Card, ...]
    ages: tuple[Row, ...]
    places: Mapping[ReferenceId, str] = field(default_factory=dict)
    """Id of the card in which each reference is told."""

    def place_of(self, reference: Reference) -> str:
        """Id of the card in which a reference is told."""
        return self.places.get(reference.id, "")


def chapters(report: Report) -> tuple[Chapter, ...]:
    """Every input that the report speaks of."""
    return tuple(_chapter(one, number) for number, one in enumerate(articles(report)))


def _chapter(article: Article, number: int) -> Chapter:
    matters = triage(article.verdicts)
    needing = {one.verdict.reference.id for one in matters}
    cards = tuple(_cards(article, number, needing))
    in_text = tuple(
        _of_reference(f"t{number}-{index}", verdict, needing)
        for index, verdict in enumerate(article.in_text)
    )
    places = {
        verdict.reference.id: card.id for card in (*cards, *in_text) for verdict in card.verdicts
    }
    return Chapter(
        article, f"a{number}", tuple(_groups(matters, places)), tuple(one for one in article.cited if not one.links),
        folded(article.findings), cards, in_text, by_age(article.verdicts), places,
    )  # fmt: skip


def _groups(matters: Iterable[Matter], places: Mapping[ReferenceId, str]) -> Iterator[Group]:
    """Matters by kind, each with the card that tells more."""
    listed: dict[Need, list[Listed]] = {}
    seen: set[str] = set()
    for matter in matters:
        card = places.get(matter.verdict.reference.id, "")
        listed.setdefault(matter.need, []).append(
            Listed(matter, card, "" if card in seen else f"m-{card}")
        )
        seen.add(card)
    for need, heading in NEEDS.items():
        if need in listed:
            yield Group(need, heading, tuple(listed[need]))


def _cards(article: Article, number: int, needing: set[ReferenceId]) -> Iterator[Card]:
    """Notes in document order, then references without notes."""
    first: dict[NoteId, list[Verdict]] = {}
    later: dict[NoteId, list[Verdict]] = {}
    for verdict in article.cited:
        for place, note in enumerate(verdict.reference.notes):
            (later if place else first).setdefault(note.id, []).append(verdict)
    notes = article.document.notes if article.document else ()
    ids = {note.note.id: f"n{number}-{index}" for index, note in enumerate(notes)}
    for read in notes:
        yield _of_note(read, ids, first, later, needing)
    loose = [one for one in article.cited if not any(n.id in ids for n in one.reference.notes)]
    for index, verdict in enumerate(loose):
        yield _of_reference(f"r{number}-{index}", verdict, needing)


def _of_note(
    read: ReadNote,
    ids: Mapping[NoteId, str],
    first: Mapping[NoteId, list[Verdict]],
    later: Mapping[NoteId, list[Verdict]],
    needing: set[ReferenceId],
) -> Card:
    note = read.note
    verdicts = tuple(first.get(note.id, ()))
    own = tuple(one for one in read.findings if one.level is not Level.INFO)
    again = tuple(
        (cited.label, ids[cited.id])
        for one in later.get(note.id, ())
        if (cited := one.reference.notes[0]).id in ids
    )
    decided = any(one.reference.id in needing for one in verdicts)
    return Card(
        ids[note.id], f"note {note.label}", read.kind.value, note.sentence, note.runs, tuple(_points(read)),
        verdicts, own, again, bool(own) or decided, decided,
    )  # fmt: skip


def _of_reference(id: str, verdict: Verdict, needing: set[ReferenceId]) -> Card:
    reference = verdict.reference
    title = str(reference.entry.fields.get("title", "")) or (
        "" if reference.in_text else reference.raw
    )
    kind = "address in the text" if reference.in_text else reference.entry.entry_type
    return Card(
        id, cited_in(reference), kind, reference.sentence, (Run(title),), (), (verdict,),
        needs=reference.id in needing, decided=reference.id in needing,
    )  # fmt: skip


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


def entry_of(verdict: Verdict, settings: Mapping[str, str]) -> str:
    """The reference as a BibTeX entry to copy, its copy told; nothing for what is no work."""
    reference = verdict.reference
    if reference.in_text or not set(reference.entry.fields) - {"url"}:
        return ""
    dialect = Dialect(settings.get("dialect", Dialect.BIBLATEX))
    kind, texts = entry_texts(with_copy(verdict), dialect)
    return render(kind, reference.key, {k: v for k, v in texts.items() if k != NOTE})


def phrase_of(verdict: Verdict, link: LinkVerdict) -> Phrase | None:
    """The words around a copy's address, as the note that they go into would say them; None for what is no copy."""
    copy = link.memento.memento if link.memento else None
    if copy is None or copy.uri_m != link.replacement:
        return None
    return archived(verdict.reference.raw, copy.datetime)
