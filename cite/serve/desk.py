"""The desk: what the page can do with an article. It holds what was read and judged, and begins runs."""

import threading
import zipfile
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from cite import pipeline
from cite.model.corrections import Correction, words_digest
from cite.model.decisions import Action, Decision
from cite.model.errors import InputError, SettingsError, UsageError
from cite.model.evidence import Look
from cite.model.keeping import Fate
from cite.model.mending import Mended
from cite.model.notes import BoundNotes
from cite.model.options import Options
from cite.model.references import ReferenceId
from cite.model.report import Report
from cite.model.verdicts import LinkState, Verdict
from cite.serve.project import Article, Project
from cite.serve.runs import Run, Runs
from cite.serve.shown import Looks, Plan, Row, Shown, looks_of, noted, plan_of, row, rows, shown
from cite.steps.mending.plan import Wanted

HELD = 12
"""Articles whose report is held in memory."""
NOW = timedelta(0)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What a reading rests on: it is made again where one of these changed."""

    digest: str
    corrections: str


@dataclass(slots=True)
class _Touched:
    """Rows that changed by what a person did, in order: tabs that are open are told."""

    rows: list[int] = field(default_factory=list)
    readings: int = 0
    """How often the article was read anew."""


class Desk:
    """What the page can do."""

    def __init__(self, project: Project, options: Options) -> None:
        self.project = project
        self.options = options
        self.runs = Runs(lambda _: None)
        self._held: OrderedDict[str, tuple[_Stamp, Shown]] = OrderedDict()
        self._rows: dict[str, tuple[object, Shown, list[Row]]] = {}
        """Of the articles looked at last."""
        self._coming: dict[str, tuple[_Stamp, Future[Shown]]] = {}
        self._touched: dict[str, _Touched] = {}
        self._lock = threading.Lock()
        self._readers = ThreadPoolExecutor(1, "reading")

    def close(self) -> None:
        """Read no more."""
        self._readers.shutdown(wait=False, cancel_futures=True)

    # What is known of an article.

    def opened(self, article: Article) -> "Future[Shown]":
        """An article read, and judged by what the store knows; made in another thread where it is not at hand."""
        stamp = _Stamp(article.digest, repr(self.project.corrections(article)))
        with self._lock:
            held = self._held.get(article.id)
            if held and held[0] == stamp:
                self._held.move_to_end(article.id)
                done: Future[Shown] = Future()
                done.set_result(held[1])
                return done
            coming = self._coming.get(article.id)
            if coming and coming[0] == stamp and not coming[1].cancelled():
                return coming[1]
            future = self._readers.submit(self._read, article, stamp)
            self._coming[article.id] = (stamp, future)
            return future

    def _read(self, article: Article, stamp: _Stamp) -> Shown:
        try:
            given = self.project.input(article, decided=False)
            return self._hold(article, stamp, pipeline.report(given, self.options))
        finally:
            with self._lock:
                if article.id in self._coming and self._coming[article.id][0] == stamp:
                    del self._coming[article.id]

    def _hold(self, article: Article, stamp: _Stamp, report: Report) -> Shown:
        corrections = self.project.corrections(article)
        held = shown(report, self._bound(article), corrections, tuple(pipeline.MENDERS))
        with self._lock:
            before = self._held.get(article.id)
            self._held[article.id] = (stamp, held)
            self._held.move_to_end(article.id)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        if before and before[0] != stamp:
            self._of(article).readings += 1
        return held

    def _bound(self, article: Article) -> BoundNotes | None:
        """Its text with its markers; nothing for a list of references."""
        try:
            return pipeline.notes(self.project.input(article), self.options)[0]
        except InputError:
            return None

    def reached(self, article: Article) -> Mapping[ReferenceId, Verdict]:
        """What a run that goes on reached by now."""
        run = self.runs.of(article.id)
        return run.verdicts if run and run.kind == "look" and not run.stage.over else {}

    def rows(self, article: Article, held: Shown) -> list[Row]:
        """Every row of an article as it stands; made again only where something changed."""
        decisions, reached = self.project.decisions(article), dict(self.reached(article))
        rests_on = (decisions, len(reached), date.today())
        with self._lock:
            made = self._rows.get(article.id)
        if made is None or made[0] != rests_on or made[1] is not held:
            made = (rests_on, held, rows(held, reached, decisions, date.today()))
            with self._lock:
                self._rows = {**dict(list(self._rows.items())[-1:]), article.id: made}
        return made[2]

    def row(self, article: Article, held: Shown, number: int) -> Row:
        """One of them. Raises IndexError where there is none."""
        if not 1 <= number <= len(held.notes):
            raise IndexError(number)
        decisions = self.project.decisions(article)
        return row(held, number, dict(self.reached(article)), decisions, date.today())

    def plan(self, held: Shown) -> Plan:
        """What a run would ask of whom."""
        titles = [one.title for one in pipeline.archives(self.options).values()]
        return plan_of(held.report, self.options, titles, datetime.now(UTC))

    def looks(self, article: Article) -> Looks:
        """What its last run found, in brief."""
        return looks_of(self.project.looks(article), self.options, datetime.now(UTC))

    def touched(self, article: Article) -> tuple[Sequence[int], int]:
        """Rows that people changed since the server began, in order; and how often it was read."""
        one = self._of(article)
        return one.rows, one.readings

    def _of(self, article: Article) -> _Touched:
        return self._touched.setdefault(article.id, _Touched())

    # What a person does.

    def take_in(self, name: str, content: bytes) -> Article:
        """An article that can be read. Raises InputError for one that cannot."""
        from cite.model.inputs import Input
        from cite.serve.project import safe_name

        pipeline.read(Input(safe_name(name), content), self.options.notation)
        return self.project.add(name, content)

    def decide(
        self, article: Article, held: Shown, number: int, url: str, given: Mapping[str, str]
    ) -> None:
        """What a person decided about an address of a row. Raises UsageError for what cannot be meant."""
        shown_row = self.row(article, held, number)
        link = next((one for one in shown_row.links if one.verdict.url == url), None)
        if link is None:
            raise UsageError("that address is not in this note")
        note = None if given.get("scope") == "all" or link.note is None else link.note
        if given.get("do") == "withdraw":
            decided = link.decision.note if link.decision else note
            self.project.withdraw(article, url, decided)
        else:
            self.project.decide(article, _decision(url, note, given, link.verdict.replacement))
        self._of(article).rows.extend(self._with_address(held, url))

    def undo(self, article: Article, held: Shown) -> bool:
        """The last decision taken back, if there was one."""
        about = self.project.undo(article)
        if about:
            self._of(article).rows.extend(self._with_address(held, about[0]))
        return about is not None

    def _with_address(self, held: Shown, url: str) -> list[int]:
        ids = [
            verdict.reference.id
            for verdict in held.report.verdicts
            if any(link.url == url for link in verdict.links)
        ]
        return [number for id in ids for number in held.rows_of.get(id, ())]

    def correct(self, article: Article, held: Shown, number: int, given: Mapping[str, str]) -> None:
        """A work of a note as a person reads it: only what differs from what was read is kept."""
        from cite.formats.readings_toml import fields_of

        shown_row = self.row(article, held, number)
        which = _counted(given.get("work", ""))
        if shown_row.note is None or which is None:
            raise UsageError("only the works of a note can be read otherwise")
        digest = words_digest(shown_row.note.text)
        told_before = self.project.corrections(article).about(digest, shown_row.again or 1)
        old = next((one for one in told_before if one.work == which), None)
        identity = Correction(digest, which, shown_row.again, shown_row.label)
        if given.get("do") == "reset":
            self.project.correct(article, old or identity, anew=False)
            return
        work = next((one for one in shown_row.works if one.number == which), None)
        if work is None:
            raise UsageError("the note has no such work")
        texts = {
            name.removeprefix("field-"): text.strip()
            for name, text in given.items()
            if name.startswith("field-")
        }
        entry = work.citation.entry if work.citation else None
        told = fields_of(texts)
        told.pop("date", None)
        read = dict(entry.fields) if entry else {}
        if "date" in texts:  # one field to a person, up to three in an entry
            told = {part: "" for part in ("year", "month", "day") if part in read} | told
        differing = {name: value for name, value in told.items() if value != read.get(name, "")}
        known = dict(old.fields) if old else {}
        kind = given.get("type", "").strip().lower()
        kind = kind if not entry or kind != entry.entry_type else (old.entry_type if old else "")
        self.project.correct(
            article, replace(identity, entry_type=kind, fields={**known, **differing})
        )

    # What takes its time.

    def look(self, article: Article, again: bool = False) -> Run:
        """Every address asked and judged; where `again`, also what was answered not long ago."""
        options = replace(self.options, max_age=NOW) if again else self.options

        def work(run: Run) -> str:
            now = self.project.renewed(article)
            given = self.project.input(now, decided=False)
            report = pipeline.check(given, options, run.progress)
            stamp = _Stamp(now.digest, repr(self.project.corrections(now)))
            self._hold(now, stamp, report)
            if report.summary.not_judged < report.summary.links or not report.summary.links:
                self.project.note_looks(now, noted(report, self.project.looks(now)))
            return " ".join(report.caveats)

        return self.runs.begin(Run(article.id, "look", work))

    def send(self, article: Article, url: str) -> Run:
        """One address handed to the archives that take pages and whose keys are in the environment."""
        from cite.keeping import sending

        every = sending.keepers(self.options)
        keys = sending.keys_of(every)
        asked = {name: one for name, one in every.items() if keys.has(one.keys)}
        if not every:
            raise SettingsError("no archive that takes pages is configured; see cite.toml")
        if not asked:
            needed = "; ".join(f"{one.title}: {' and '.join(one.keys)}" for one in every.values())
            raise SettingsError(f"keys are missing from the environment ({needed})")

        def work(run: Run) -> str:
            planned = sending.plan([url], self.options, asked)
            going = [one for one in planned if one.send]
            if not going:
                return "Nothing was sent: " + "; ".join(one.why for one in planned) + "."
            delivered = sending.send(going, self.options, asked, keys)
            told = [
                f"{asked[one.keeper].title}: {_fate(one.fate, one.copy, one.detail)}"
                for one in delivered.sendings.values()
            ]
            return "; ".join([*told, *delivered.halted.values()]) + "."

        return self.runs.begin(Run(article.id, "send", work))

    def package(self, article: Article) -> Run:
        """The sources captured here and packed with the evidence."""
        from cite.effects.keep.wacz import installed
        from cite.keeping import packages

        installed()

        def work(run: Run) -> str:
            kept = packages.keep(
                article.path, self.project.copies(article), self.options, progress=run.progress
            )
            if not kept.complete:
                return "Stopped; what was captured is kept, and the next run goes on from there."
            return f"The package holds {len(kept.captures)} captures; it is ready under Take away."

        return self.runs.begin(Run(article.id, "package", work))

    # What is taken away.

    def mended(self, article: Article, held: Shown) -> Mended:
        """The article with its links mended, by what is known and what was decided. Raises InputError."""
        wanted = Wanted(decisions=self.project.decisions(article), today=date.today())
        given = self.project.input(article)
        return pipeline.mend(given, wanted, self.options, held.report)

    def written(self, article: Article, name: str) -> str:
        """The report as one of the outputs writes it, with what was decided."""
        report = pipeline.report(self.project.input(article), self.options)
        return pipeline.output_named(name).write(report)

    def packed(self, article: Article) -> Path | None:
        """The evidence package as one file, made when it is asked for; nothing where there is none."""
        from cite.effects.keep.package import MANIFEST

        manifests = sorted(self.project.copies(article).glob(f"*/{MANIFEST}"))
        if not manifests:
            return None
        folder, target = manifests[0].parent, article.folder / ".serve" / "package.zip"
        if not target.exists() or target.stat().st_mtime < manifests[0].stat().st_mtime:
            aside = target.with_suffix(".part")
            with zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED) as archive:
                for path in sorted(folder.rglob("*")):
                    if path.is_file() and not path.is_symlink():
                        archive.write(path, Path(folder.name) / path.relative_to(folder))
            aside.replace(target)
        return target

    def history(self, url: str) -> tuple[Look, ...]:
        """Every answer ever had for an address."""
        return pipeline.history(url, self.options)


def _fate(fate: Fate, copy: str, detail: str) -> str:
    return " ".join(part for part in (fate.value, copy, f"({detail})" if detail else "") if part)


def _decision(
    url: str, note: str | None, given: Mapping[str, str], replacement: str | None
) -> Decision:
    """What a form says. Raises UsageError for what cannot be meant."""
    from cite.recognisers.addresses.url import clean

    try:
        action = Action(given.get("do", ""))
    except ValueError:
        raise UsageError("there is no such decision") from None
    by, state = given.get("by", "").strip(), given.get("state", "")
    until = _day(given.get("until", "").strip())
    if action in (Action.REPLACE, Action.APPEND):
        if not by and not replacement:
            raise UsageError("give the address to put instead")
        if by and (clean(by).fault or not by.lower().startswith(("http://", "https://"))):
            raise UsageError("what is to be put instead is no address of the web")
        by = clean(by).url if by else ""
    if action is Action.CHECKED and state not in _BY_HAND:
        raise UsageError("say what the link is")
    if action is not Action.CHECKED:
        state, until = "", None
    elif until and until < date.today():
        raise UsageError("that day is over already")
    why, who = (" ".join(given.get(name, "").split())[:300] for name in ("why", "who"))
    return Decision(url, action, note, by, state, why, who, date.today(), until)


def _counted(text: str) -> int | None:
    return int(text) if text.isdecimal() and 0 < len(text) < 5 and int(text) else None


_BY_HAND = frozenset(state.value for state in LinkState if state is not LinkState.NOT_JUDGED)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day such as 2027-01-31") from None
