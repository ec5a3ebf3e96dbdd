"""A document that is a zip archive of parts: DOCX, ODT, EPUB. Opened within bounds, and never unpacked to disk."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from cite.model.errors import InputError

MOST_MEMBERS = 20_000
MOST_OF_MEMBER = 128 * 1024 * 1024
"""Bytes of one part, inflated."""
MOST_IN_ALL = 512 * 1024 * 1024
"""Bytes of all parts that are read, inflated."""
MOST_RATIO = 400
"""Inflated to stored, for parts that are large; what people write comes to 100 at most, a bomb to 1,000."""
_LARGE = 8 * 1024 * 1024
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1


def is_zip(content: bytes) -> bool:
    """Whether bytes begin as a zip archive does."""
    return content.startswith(b"PK\x03\x04")


class Package:
    """The parts of a document, by name; each is inflated when it is read, and no further than the bounds."""

    def __init__(self, content: bytes) -> None:
        """Raises InputError for what is damaged, encrypted, or made to exhaust its reader."""
        if content.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:
            raise InputError(f"is an archive of more than {MOST_MEMBERS:,} files")
        try:
            self._archive = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise InputError(f"is an archive cut short or damaged: {_line(error)}") from None
        self._members = {_safe(one.filename): one for one in self._archive.infolist()}
        self._left = MOST_IN_ALL

    @property
    def names(self) -> tuple[str, ...]:
        """Of all parts, in the order of the archive."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        """A part. Raises InputError where there is none, or it cannot be inflated within the bounds."""
        member = self._members.get(name)
        if member is None:
            raise InputError(f"has no part {_line(name)}")
        if member.flag_bits & _ENCRYPTED:
            raise InputError("is encrypted; save it without a password")
        most = min(MOST_OF_MEMBER, self._left)
        if member.file_size > _LARGE:
            most = min(most, max(_LARGE, MOST_RATIO * member.compress_size))
        try:
            with self._archive.open(member) as part:
                content = part.read(most + 1)
        except (
            zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError
        ) as error:  # fmt: skip
            raise InputError(f"has a damaged part, {_line(name)}: {_line(error)}") from None
        if len(content) > most:
            raise InputError(f"has a part, {_line(name)}, that inflates beyond all measure")
        self._left -= len(content)
        return content

    def rewritten(self, parts: Mapping[str, bytes]) -> bytes:
        """The archive with some parts written anew or put to it; all others as they are, in their order."""
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
            for name, member in self._members.items():
                out.writestr(member, parts[name] if name in parts else self._archive.read(member))
            for name in parts.keys() - self._members.keys():
                out.writestr(zipfile.ZipInfo(name), parts[name], zipfile.ZIP_DEFLATED)
        return made.getvalue()

    def within(self, folder: str) -> Iterator[str]:
        """The names that begin so."""
        return (name for name in self._members if name.startswith(folder))


def _safe(name: str) -> str:
    """A name that stays within its archive. Raises InputError for one that would lead out of it."""
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or name[1:2] == ":":
        raise InputError(f"holds a file whose path leads out of the archive: {_line(name)}")
    return name


def _line(text: object) -> str:
    """Something a stranger wrote, as part of one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())[:200]
