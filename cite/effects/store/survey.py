"""The store as a whole: whether it is sound, and every answer in it as a row."""

from collections.abc import Iterator, Mapping

from cite.effects.store.file import StoreFile

COLUMNS = ("at", "kind", "url", "detail", "status", "fault")
"""Of a row: when (UTC), what kind of question, of which address, and what came of it."""
_MOST_TOLD = 20


class Survey:
    """Looks through everything; changes nothing."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the file, its references or its bodies, at most twenty; nothing where it is sound."""
        return tuple(one for _, one in zip(range(_MOST_TOLD), self._faults(), strict=False))

    def _faults(self) -> Iterator[str]:
        import zstandard

        unpack = zstandard.ZstdDecompressor().decompress
        with self._file.reading() as database:
            for (words,) in database.execute("PRAGMA integrity_check"):
                if words != "ok":
                    yield str(words)
            for table, row, parent, _ in database.execute("PRAGMA foreign_key_check"):
                yield f"row {row} of {table} names a row of {parent} that is not there"
            for digest, content in database.execute("SELECT digest, content FROM body"):
                try:
                    unpack(content)
                except zstandard.ZstdError as error:
                    yield f"body {digest.hex()} cannot be unpacked: {error}"

    def rows(self) -> Iterator[Mapping[str, object]]:
        """Every answer, in the order in which they came."""
        with self._file.reading() as database:
            for row in database.execute(f"SELECT {', '.join(COLUMNS)} FROM look ORDER BY at, url"):
                yield dict(zip(COLUMNS, row, strict=True))
