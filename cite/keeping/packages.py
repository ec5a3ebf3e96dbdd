"""report → package: the sources captured here and packed with the evidence; and whether they are as they were."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cite import pipeline
from cite.effects.inputs import opened
from cite.model.errors import InputError, NetworkDown, OutputError, UsageError
from cite.model.evidence import Fetched, Memento
from cite.model.keeping import Captured, Change, Grounds, Package, Sealed, Wanted
from cite.model.options import Options
from cite.model.report import Report
from cite.model.verdicts import Progress

if TYPE_CHECKING:
    from cite.effects.keep.journal import Journal


@dataclass(frozen=True, slots=True)
class _Article:
    """An input, and where its package stands."""

    path: Path
    name: str
    digest: str
    folder: Path

    @property
    def sealed(self) -> Sealed:
        return Sealed(self.name, self.digest)

    @property
    def work(self) -> Path:
        return self.folder.with_name(f".{self.folder.name}.work")


def keep(
    path: str | Path,
    into: Path,
    options: Options,
    again: bool = False,
    progress: Progress | None = None,
) -> Package:
    """One article's sources checked, captured and packed with the evidence, in a folder of its name.

    A run that was stopped or killed is taken up where it was. Raises CiteError where it cannot be done.
    """
    from cite.effects.keep.journal import Journal
    from cite.effects.keep.wacz import installed

    if options.offline:
        raise UsageError("copies cannot be made offline")
    installed()
    article = _article(path, into)
    report = pipeline.check([path], options, progress)
    if not report.complete:
        raise OutputError("stopped before anything was captured; run it again to go on")
    if report.summary.links and report.summary.not_judged == report.summary.links:
        raise NetworkDown(" ".join(report.caveats) or "no source could be asked")
    wanted = _to_capture(report, options)
    if not wanted:
        raise InputError(f"{path}: cites no address, so there is nothing to keep")
    with _writing(into), Journal(article.work, article.name) as journal:
        before = _begin(journal, article, again)
        complete = _capture(wanted, journal, options, progress)
        entries = _newest(journal.entries, [one.url for one in wanted])
        new = len(journal.entries) - before
        if complete:
            _pack(article, report, options, entries)
            journal.finish()
    if not complete:
        return Package(str(article.folder), article.name, entries, new, {}, "", complete=False)
    return _package(article, entries, new)


@contextmanager
def _writing(into: Path) -> Iterator[None]:
    """A disk that is full or not ours ends a run in one line."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{into} cannot be written: {error.strerror or error}") from error


def _article(path: str | Path, into: Path) -> _Article:
    if str(path) == "-":
        raise UsageError("copies are kept under an article's name: give a file, not standard input")
    content = opened(path).content
    name = Path(path).name
    stem = (
        "".join(c if c.isalnum() or c in "-_." else "-" for c in Path(path).stem).strip("-.")
        or "article"
    )
    return _Article(Path(path), name, hashlib.sha256(content).hexdigest(), into / stem)


def _to_capture(report: Report, options: Options) -> tuple[Wanted, ...]:
    from cite.steps.keeping.plan_keeping import to_capture

    known = pipeline.archives(options)

    def raw(memento: Memento) -> str | None:
        archive = known.get(memento.archive)
        return archive.raw(memento) if archive else None

    return to_capture(report, raw)


def _begin(journal: "Journal", article: _Article, again: bool) -> int:
    """Take up the work of an earlier run, or begin upon what the package holds; how much was there."""
    from cite.effects.keep.journal import JOURNAL, WARC, read_lines
    from cite.effects.keep.package import MANIFEST, as_listed
    from cite.effects.keep.wacz import warc_in

    if journal.begun():
        journal.resume()
    elif (article.folder / MANIFEST).exists():
        packed = f"{article.folder.name}.wacz"
        if not as_listed(article.folder, (packed, JOURNAL)):
            raise OutputError(f"{article.folder} is not as it was; --verify says what changed")
        held = article.folder / JOURNAL
        with warc_in(article.folder / packed, WARC) as warc:
            journal.begin(warc, read_lines(held.read_bytes(), str(held)), again)
    elif article.folder.exists() and any(article.folder.iterdir()):
        raise OutputError(f"{article.folder} holds something else; give another folder")
    else:
        journal.begin(None, (), again)
    return len(journal.entries)


def _capture(
    wanted: Sequence[Wanted], journal: "Journal", options: Options, progress: Progress | None
) -> bool:
    from cite.effects.keep.capture import capture
    from cite.effects.loop import run
    from cite.formats.html_encoding import decode_html
    from cite.formats.page import read_page
    from cite.formats.parts import parts_of_page, parts_of_style
    from cite.steps.pages.onward import onward

    def title(answer: Fetched) -> str:
        return read_page(answer).title[:300]

    def parts(answer: Fetched) -> Sequence[str]:
        kind = answer.header("content-type").lower()
        if "html" not in kind and "css" not in kind:
            return ()
        read = parts_of_page if "html" in kind else parts_of_style
        return read(decode_html(answer.body, kind), answer.url)

    return run(capture(wanted, journal, options, onward, title, parts, progress))


def _newest(entries: Sequence[Captured], urls: Iterable[str]) -> tuple[Captured, ...]:
    """Each address once: its newest good capture, else its newest."""
    newest: dict[str, Captured] = {}
    for entry in entries:
        if entry.kept or not (entry.url in newest and newest[entry.url].kept):
            newest[entry.url] = entry
    return tuple(newest[url] for url in dict.fromkeys([*urls, *newest]) if url in newest)


class _Told(NamedTuple):
    """A file of a package, and what it is in words."""

    name: str
    what: str
    text: str


def _pack(article: _Article, report: Report, options: Options, entries: Sequence[Captured]) -> None:
    """Everything aside first, then into place."""
    from cite.effects.keep import crate, package

    aside = article.work / "package"
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    packed = _pack_captures(article, entries, aside)
    grounds = _grounds(article, options)
    texts = _texts(article, report, grounds, entries, packed, options.contact)
    for name, _, text in texts:
        (aside / name).parent.mkdir(parents=True, exist_ok=True)
        (aside / name).write_text(text, "utf-8", newline="\n")
    told = {name: what for name, what, _ in texts} | {packed.name: "The captures, as WACZ"}
    facts = {
        name: (what, (aside / name).stat().st_size, package.digest_of(aside / name))
        for name, what in told.items()
    }
    crate.describe(aside, article.sealed, report, entries, facts)
    package.write_manifest(aside)
    package.move_in(aside, article.folder)


def _pack_captures(article: _Article, entries: Sequence[Captured], aside: Path) -> Sealed:
    from cite.effects.keep import package, wacz
    from cite.effects.keep.journal import WARC

    packed = aside / f"{article.folder.name}.wacz"
    wacz.pack(article.work / WARC, entries, f"The sources of {article.name}", packed)
    return Sealed(packed.name, package.digest_of(packed))


def _grounds(article: _Article, options: Options) -> Grounds:
    """What the verdicts stand on; the store is told never to thin it."""
    from cite.effects.store.store import Store

    grounds = pipeline.grounds([article.path], options)
    with Store.open(options.cache) as store:
        store.grounds.lay(f"package {article.folder.name}", grounds.answers)
    return grounds


def _texts(
    article: _Article,
    report: Report,
    grounds: Grounds,
    entries: Sequence[Captured],
    packed: Sealed,
    contact: str,
) -> tuple[_Told, ...]:
    """All of a package that is text."""
    from cite.effects.keep.journal import JOURNAL
    from cite.formats.keeping_json import answers_json
    from cite.outputs.provenance import ANSWERS, provenance

    def written(output: str) -> str:
        return pipeline.output_named(output).write(report)

    story = provenance(report, article.sealed, grounds, entries, packed, contact)
    journal = (article.work / JOURNAL).read_text("utf-8")
    return (
        _Told("refs.bib", "The references, as BibTeX, with their copies", written("bibtex")),
        _Told("report.html", "What became of each source, for people", written("html")),
        _Told("report.json", "The same for programs: every hop, sign and candidate", written("json")),
        _Told(ANSWERS, "Every answer that a verdict stands on; archives' and indexes' as they sent them", answers_json(grounds)),
        _Told("provenance.json", "Who asked what, when, how and by which rule, as PROV-JSON", story),
        _Told(JOURNAL, "The journal of captures", journal),
    )  # fmt: skip


def _package(article: _Article, entries: tuple[Captured, ...], new: int) -> Package:
    from cite.effects.keep.package import MANIFEST, digest_of, files_in

    files = {name: (article.folder / name).stat().st_size for name in files_in(article.folder)}
    return Package(
        str(article.folder), article.name, entries, new, files, digest_of(article.folder / MANIFEST)
    )


def verify(path: Path, sealed: str = "") -> tuple[Change, ...]:
    """What of a package, WACZ or WARC is not as it was; nothing where all of it is."""
    from cite.effects.keep.package import verify as verify_package

    return verify_package(path, sealed)


def seal(path: Path) -> str:
    """The one digest that all of it hangs on. Raises InputError."""
    from cite.effects.keep.package import seal as seal_of

    return seal_of(path)
