"""The project's folder: each article in a folder of its own, with what people decided and corrected beside it.

Everything is a file that the command line reads as well: `cite check articles/NAME/article.md` sees the same
decisions. What only the page needs stands in `.serve/`, and can be thrown away.
"""

import contextlib
import fcntl
import hashlib
import json
import re
import secrets
import threading
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cite.effects.files import write_bytes
from cite.effects.inputs import SUFFIXES, opened
from cite.formats.decisions_toml import read_decisions, write_decisions
from cite.formats.readings_toml import read_corrections, write_corrections
from cite.model.corrections import Correction, Corrections
from cite.model.decisions import Decision, Decisions
from cite.model.errors import OutputError, StoreError
from cite.model.inputs import Input
from cite.pipeline import DECISIONS, READINGS

ARTICLES = "articles"
_OWN = ".serve"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
"""Names that some systems take for devices."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the project."""

    id: str
    folder: Path
    name: str
    """Of its file."""
    digest: str
    """SHA-256 of its bytes, hexadecimal."""
    added: datetime

    @property
    def path(self) -> Path:
        """Its file."""
        return self.folder / self.name


class Project:
    """The articles of one folder. One program at a time holds it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / ARTICLES
        self._writing = threading.RLock()

    @contextlib.contextmanager
    def held(self) -> Iterator["Project"]:
        """The folder for this program alone. Raises StoreError where another has it, OutputError where it cannot be."""
        own = self.folder / _OWN
        try:
            own.mkdir(parents=True, exist_ok=True)
            lock = (own / "lock").open("w")
        except OSError as error:
            raise OutputError(f"{self.folder} cannot be used: {error.strerror}") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise StoreError(f"another cite serve has {self.folder}; use its page") from None
            yield self

    def secret(self) -> bytes:
        """What tokens of pages are made with: kept, so that a page open in a browser outlives the server."""
        path = self.folder / _OWN / "secret"
        with self._writing:
            if not path.is_file():
                path.parent.mkdir(parents=True, exist_ok=True)
                write_bytes(path, secrets.token_bytes(32))
                path.chmod(0o600)
            return path.read_bytes()

    def articles(self) -> list[Article]:
        """Every article, the newest first."""
        if not self.folder.is_dir():
            return []
        found = (self.article(path.name) for path in self.folder.iterdir())
        return sorted((one for one in found if one), key=lambda one: one.added, reverse=True)

    def article(self, id: str) -> Article | None:
        """The article of that name, if there is one; no name leads out of the project's folder."""
        folder = self.folder / id
        if not _ID.fullmatch(id) or folder.is_symlink() or not folder.is_dir():
            return None
        about = _read_json(folder / _OWN / "article.json")
        name = str(about.get("name", ""))
        path = folder / name
        if not name or name != safe_name(name) or path.is_symlink() or not path.is_file():
            return None
        try:
            digest, added = str(about["digest"]), datetime.fromisoformat(str(about["added"]))
        except (KeyError, ValueError):
            return None
        return Article(id, folder, name, digest, added)

    def add(self, name: str, content: bytes) -> Article:
        """An article taken in; one that is there already, name and content, is that one. Raises OutputError."""
        name = safe_name(name)
        digest = hashlib.sha256(content).hexdigest()
        id = f"{_slug(Path(name).stem)}-{digest[:8]}"
        with self._writing:
            if known := self.article(id):
                return known
            folder = self.folder / id
            added = datetime.now(UTC)
            (folder / _OWN).mkdir(parents=True, exist_ok=True)
            write_bytes(folder / name, content)
            about = {"name": name, "digest": digest, "added": added.isoformat()}
            _write_json(folder / _OWN / "article.json", about)
        return Article(id, folder, name, digest, added)

    def renewed(self, article: Article) -> Article:
        """The article as its file is now, where that was edited since; decisions are then about the new one."""
        digest = hashlib.sha256(opened(article.path).content).hexdigest()
        if digest == article.digest:
            return article
        with self._writing:
            changed = replace(article, digest=digest)
            about = {"name": article.name, "digest": digest, "added": article.added.isoformat()}
            _write_json(article.folder / _OWN / "article.json", about)
            if every := self.decisions(article).every:
                text = write_decisions(Decisions(every, article.name, digest))
                write_bytes(article.folder / DECISIONS, text.encode())
        return changed

    def input(self, article: Article, decided: bool = True) -> Input:
        """Its bytes, with what stands beside it; without what was decided where that is not to count."""
        given = opened(article.path)
        known = given.beside
        if decided or known is None:
            return given
        return replace(given, beside=lambda name: None if name == DECISIONS else known(name))

    def decisions(self, article: Article) -> Decisions:
        """What people decided about its links. Raises InputError for a file that was spoiled by hand."""
        content = self._beside(article, DECISIONS)
        decisions = read_decisions(content, DECISIONS) if content else Decisions()
        return decisions if decisions.is_for(article.name) else Decisions()

    def decide(self, article: Article, decision: Decision) -> None:
        """One decision, instead of an earlier one about the same; on the disk before this returns."""
        with self._writing:
            before = self._about(article, decision.url, decision.note)
            self._put(article, decision.url, decision.note, decision)
            self._remember(article, decision.url, decision.note, before)

    def withdraw(self, article: Article, url: str, note: str | None) -> None:
        """No decision any more about an address in a note."""
        with self._writing:
            if before := self._about(article, url, note):
                self._put(article, url, note, None)
                self._remember(article, url, note, before)

    def undo(self, article: Article) -> tuple[str, str | None] | None:
        """The last decision taken back; about which address in which note, or nothing where there was none."""
        with self._writing:
            path = article.folder / _OWN / "undo.jsonl"
            lines = path.read_text("utf-8").splitlines() if path.is_file() else []
            if not lines:
                return None
            last = json.loads(lines[-1])
            before = read_decisions(last["before"].encode(), path.name).every
            self._put(article, last["url"], last["note"], before[0] if before else None)
            write_bytes(path, "".join(f"{line}\n" for line in lines[:-1]).encode())
            return last["url"], last["note"]

    def _about(self, article: Article, url: str, note: str | None) -> Decision | None:
        every = self.decisions(article).every
        return next((one for one in reversed(every) if (one.url, one.note) == (url, note)), None)

    def _put(self, article: Article, url: str, note: str | None, decision: Decision | None) -> None:
        kept = [one for one in self.decisions(article).every if (one.url, one.note) != (url, note)]
        every = (*kept, decision) if decision else tuple(kept)
        text = write_decisions(Decisions(every, article.name, article.digest))
        write_bytes(article.folder / DECISIONS, text.encode())

    def _remember(
        self, article: Article, url: str, note: str | None, before: Decision | None
    ) -> None:
        """What stood there before, so that it can be had back after a crash as well."""
        text = write_decisions(Decisions((before,) if before else ()))
        line = json.dumps({"url": url, "note": note, "before": text})
        path = article.folder / _OWN / "undo.jsonl"
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def can_undo(self, article: Article) -> bool:
        """Whether there is a decision to take back."""
        path = article.folder / _OWN / "undo.jsonl"
        return path.is_file() and path.stat().st_size > 0

    def corrections(self, article: Article) -> Corrections:
        """What people read otherwise. Raises InputError for a file that was spoiled by hand."""
        content = self._beside(article, READINGS)
        return read_corrections(content, READINGS) if content else Corrections()

    def correct(self, article: Article, correction: Correction, anew: bool = True) -> None:
        """One work as a person reads it, instead of an earlier correction; or, not `anew`, none any more."""
        with self._writing:
            which = (correction.note, correction.work, correction.again)
            kept = [
                one
                for one in self.corrections(article).every
                if (one.note, one.work, one.again) != which
            ]
            every = (*kept, correction) if anew else tuple(kept)
            text = write_corrections(Corrections(every, article.name))
            write_bytes(article.folder / READINGS, text.encode())

    def looks(self, article: Article) -> Mapping[str, Any]:
        """What the last run found, in brief, for the list of articles; nothing before the first."""
        return _read_json(article.folder / _OWN / "looks.json")

    def note_looks(self, article: Article, looks: Mapping[str, Any]) -> None:
        """What a run found, in brief."""
        _write_json(article.folder / _OWN / "looks.json", looks)

    def copies(self, article: Article) -> Path:
        """Where the evidence package goes."""
        return article.folder / "copies"

    def _beside(self, article: Article, name: str) -> bytes | None:
        beside = opened(article.path).beside
        return beside(name) if beside else None


def safe_name(name: str) -> str:
    """A file name of which nothing can be feared, as near to what a browser sent as may be."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    kept = "".join(c if c.isalnum() or c in " .-_()" else "-" for c in name)
    stem, dot, ending = kept.rpartition(".")
    suffix = f".{ending.lower()}" if dot and stem.strip(" .") else ""
    if not _SUFFIX.fullmatch(suffix) or suffix not in SUFFIXES:
        stem, suffix = kept, ".txt"
    stem = stem.strip(" .-").encode()[:120].decode(errors="ignore").strip(" .-") or "article"
    if _RESERVED.fullmatch(stem):
        stem = f"article-{stem}"
    return f"{stem}{suffix}"


def _slug(stem: str) -> str:
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "article"


def _read_json(path: Path) -> Mapping[str, Any]:
    """An object that was written here; nothing for one that cannot be read."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _write_json(path: Path, value: Mapping[str, Any]) -> None:
    write_bytes(path, json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace"))
