"""What a run is given to read: files, folders, patterns, addresses and standard input, opened one by one."""

import glob
import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from cite.model.errors import InputError
from cite.model.inputs import Beside, Input

MAX_INPUT = 64 * 1024 * 1024
MAX_FILES = 10_000
"""Of a folder or a pattern; more than these nobody meant to give."""
SUFFIXES = frozenset(
    ".md .markdown .mdown .txt .text .html .htm .xhtml .epub .docx .odt .xml .nxml .jats .tei .tex .latex .pdf "
    ".bib .ris .json .csv .tsv .rdf .zip .rst .org .dbk .docbook .wiki .mediawiki .textile .typ .ipynb .rtf "
    ".fb2 .opml .adoc".split()
)
"""What is read of a folder; pictures and the like in it are passed over."""

Source = str | Path | Input
"""An input still to be opened, or one whose bytes are at hand."""

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://|doi:|urn:|www\.)\S", re.IGNORECASE)
_PLAIN_NAME = re.compile(r"[^\x00-\x1f/\\:]{1,200}")


def is_address(source: Source) -> bool:
    """Whether an input is an address and no file."""
    return isinstance(source, str) and bool(_ADDRESS.match(source)) and not _exists(Path(source))


def expanded(source: Source) -> Iterator[Source]:
    """What an input stands for: the files of a folder or of a pattern, in their order, else itself."""
    if isinstance(source, Input) or str(source) == "-" or is_address(source):
        yield source
        return
    path = Path(source)
    if _exists(path):
        found = _in_folder(path) if path.is_dir() else [path]
    elif glob.has_magic(str(source)):
        found = [file for one in _matching(str(source)) for file in _files_of(one)]
    else:
        found = []
    if len(found) > MAX_FILES:
        raise InputError(f"{source}: holds more than {MAX_FILES} files")
    yield from (map(str, found) if found else [source])


def opened(source: Source) -> Input:
    """An input with its bytes; `-` is standard input, an address a list of one. Raises InputError in one line."""
    if isinstance(source, Input):
        return source
    if is_address(source):
        return Input(str(source), str(source).encode("utf-8", "replace"))
    content = _content_of(source)
    return Input(str(source), content, None if str(source) == "-" else beside(Path(source)))


def changed(sources: Sequence[str], since: str) -> tuple[str, ...]:
    """The files among some inputs that git says changed since a revision, new ones included; what is no file stays.

    Raises InputError where git cannot say.
    """
    import subprocess

    command = ["git", "diff", "--name-only", "--relative", "-z", "--end-of-options", since, "--"]
    untracked = ["git", "ls-files", "--others", "--exclude-standard", "-z"]
    try:
        told = [
            subprocess.run(one, capture_output=True, check=True) for one in (command, untracked)
        ]
    except FileNotFoundError:
        raise InputError("git is not there, so it cannot tell what changed") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise InputError(f"git cannot tell what changed since {since}: {said}") from None
    names = b"".join(one.stdout for one in told).split(b"\0")
    files = {Path(os.fsdecode(name)).resolve() for name in names if name}
    every = [str(one) for source in sources for one in expanded(source)]
    return tuple(one for one in every if not _exists(Path(one)) or Path(one).resolve() in files)


def neighbour(source: Source, name: str) -> bytes | None:
    """A file of a plain name in an input's own folder, or nothing."""
    if isinstance(source, Input):
        return source.beside(name) if source.beside else None
    return None if str(source) == "-" or is_address(source) else beside(Path(source))(name)


def beside(path: Path) -> Beside:
    """How the files in a file's own folder are had: by plain names, so that nothing elsewhere is read."""
    folder = path.parent

    def get(name: str) -> bytes | None:
        if not _PLAIN_NAME.fullmatch(name) or name.startswith("."):
            return None
        file = folder / name
        try:
            if not file.is_file() or file.resolve().parent != folder.resolve():
                return None
            content = _read_file(file)
        except (InputError, OSError):
            return None
        return content if len(content) <= MAX_INPUT else None

    return get


def _files_of(path: Path) -> list[Path]:
    return _in_folder(path) if path.is_dir() else [path]


def _matching(pattern: str) -> Iterator[Path]:
    # Path.glob takes no absolute pattern.
    names = glob.iglob(pattern, recursive=True)  # noqa: PTH207
    yield from map(Path, sorted(islice(names, MAX_FILES + 1)))


def _in_folder(folder: Path) -> list[Path]:
    """The files that a reader may know, folders within included; what is hidden is left alone."""
    found: list[Path] = []
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (
            Path(at, name)
            for name in sorted(names)
            if not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES
        )
        if len(found) > MAX_FILES:
            break
    return found


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _content_of(path: str | Path) -> bytes:
    content = sys.stdin.buffer.read(MAX_INPUT + 1) if str(path) == "-" else _read_file(Path(path))
    if len(content) > MAX_INPUT:
        raise InputError(f"{path}: larger than {MAX_INPUT >> 20} MB")
    return content


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(f"{path}: is a directory without a file that cite reads")
        if path.exists() and not path.is_file() and not path.is_fifo():
            raise InputError(f"{path}: is no file")
        with path.open("rb") as file:
            return file.read(MAX_INPUT + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: {_not_there(path)}") from None
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {getattr(error, 'strerror', error)}") from None


def _not_there(path: Path) -> str:
    return "no file matches" if glob.has_magic(str(path)) else "no such file"
