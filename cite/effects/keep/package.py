"""An evidence package on disk: put together aside, moved into place file by file, its manifest last."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from cite.effects.keep.wacz import changes as wacz_changes
from cite.effects.keep.wacz import leads_out
from cite.effects.keep.warc import faults as warc_faults
from cite.model.errors import InputError, OutputError
from cite.model.keeping import Change

MANIFEST = "manifest-sha256.txt"
"""As `sha256sum --check` reads it, and BagIt (RFC 8493 section 2.1.3)."""
MOST_MANIFEST = 16 * 1024 * 1024
_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_in(folder: Path) -> list[str]:
    """Every file of a package, by its path inside, the manifest and what is hidden left out."""
    return sorted(
        str(path.relative_to(folder).as_posix())
        for path in folder.rglob("*")
        if (path.is_file() or path.is_symlink())
        and path.name != MANIFEST
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def write_manifest(folder: Path) -> None:
    """The digest of every file."""
    lines = [f"{digest_of(folder / name)}  {name}\n" for name in files_in(folder)]
    (folder / MANIFEST).write_text("".join(lines), "utf-8", newline="\n")


def move_in(aside: Path, folder: Path) -> None:
    """Each file of a package into its place, the manifest last. Raises OutputError."""
    names = [*files_in(aside), MANIFEST]
    try:
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).replace(folder / name)
    except OSError as error:
        raise OutputError(f"cannot write {folder}: {error.strerror}") from error


def read_manifest(folder: Path) -> Mapping[str, str]:
    """Digests by path. Raises InputError."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            text = file.read(MOST_MANIFEST).decode("utf-8")
    except FileNotFoundError:
        raise InputError(f"{folder} holds no {MANIFEST}: it is no package of copies") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{folder / MANIFEST} cannot be read ({type(error).__name__})") from error
    lines = text.splitlines()
    matches = [_LINE.fullmatch(line) for line in lines]
    if not all(matches):
        raise InputError(f"{folder / MANIFEST} is no list of digests")
    return {match[2]: match[1] for match in matches if match}


def changes(folder: Path) -> Iterator[Change]:
    """What of a package is not as it was. Raises InputError for what is none."""
    manifest = read_manifest(folder)
    changed: set[str] = set()
    for name, digest in manifest.items():
        if change := _change(folder, name, digest):
            changed.add(name)
            yield change
    for name in sorted(set(files_in(folder)) - set(manifest)):
        yield Change(name, "added", "it is there and not in the manifest")
    for name in manifest:
        if name.endswith(".wacz") and (name not in changed or (folder / name).is_file()):
            if not leads_out(name):
                yield from _inside(folder, name)


def _change(folder: Path, name: str, digest: str) -> Change | None:
    path = folder / name
    if leads_out(name) or not path.resolve().is_relative_to(folder.resolve()):
        return Change(name, "refused", "its path leads out of the package")
    if path.is_symlink():
        return Change(name, "refused", "it is a symbolic link")
    if not path.is_file():
        return Change(name, "missing", "it is listed and not there")
    if digest_of(path) != digest:
        return Change(name, "changed", "its SHA-256 is another")
    return None


def _inside(folder: Path, name: str) -> Iterator[Change]:
    for change in wacz_changes(folder / name):
        yield Change(f"{name}/{change.path}".rstrip("/"), change.what, change.detail)


def as_listed(folder: Path, names: Iterable[str]) -> bool:
    """Whether some files of a package are what its manifest says. Raises InputError."""
    manifest = read_manifest(folder)
    return all(name in manifest and _change(folder, name, manifest[name]) is None for name in names)


def seal(path: Path) -> str:
    """The one digest that all of a package hangs on: of its manifest, or of a WACZ or WARC itself.

    Whoever noted it elsewhere can tell a package that was rewritten, manifest and all. Raises InputError.
    """
    sealed = path / MANIFEST if path.is_dir() else path
    try:
        return digest_of(sealed)
    except OSError as error:
        raise InputError(f"{sealed}: cannot be read: {error.strerror}") from None


def verify(path: Path, sealed: str = "") -> tuple[Change, ...]:
    """A package, or a WACZ or WARC by itself, held against its seal where one was noted. Raises InputError."""
    found = _verified(path)
    if sealed and seal(path) != sealed.lower():
        name = MANIFEST if path.is_dir() else ""
        return (
            Change(name, "changed", f"its SHA-256 is not {sealed}, which was noted of it"),
            *found,
        )
    return found


def _verified(path: Path) -> tuple[Change, ...]:
    if path.is_dir():
        return tuple(changes(path))
    try:
        if path.name.endswith(".warc.gz"):
            with path.open("rb") as file:
                return tuple(Change("", "refused", fault) for fault in warc_faults(file))
        path.open("rb").close()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file or folder") from None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    return tuple(wacz_changes(path))
