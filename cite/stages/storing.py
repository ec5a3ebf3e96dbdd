"""The store looked after: whether it is sound, what is in it, taken elsewhere, thinned, copied."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cite.model.errors import InputError, StoreError, UsageError
from cite.model.options import Options

if TYPE_CHECKING:
    from cite.effects.store.compaction import Thinned
    from cite.effects.store.exchange import Imported
    from cite.effects.store.store import Store


def _existing(options: Options | None) -> "Store":
    """The store of a run, which must be there: an empty one that is made for it would look sound. Raises StoreError."""
    from cite.effects.store.file import FILE
    from cite.effects.store.store import Store

    cache = (options or Options()).cache
    if not (Path(cache) / FILE).exists():
        raise StoreError(f"there is no store in {cache}; name one with --cache")
    return Store.open(cache)


def _refuse_the_store(path: Path, options: Options | None) -> None:
    """Raises UsageError for a file that is the store itself."""
    from cite.effects.store.file import FILE

    if path.resolve() == (Path((options or Options()).cache) / FILE).resolve():
        raise UsageError(f"{path} is the store itself; give another file")


def store_faults(options: Options | None = None) -> tuple[str, ...]:
    """What is wrong with the store, in words; nothing where it is sound. Raises StoreError."""

    with _existing(options) as store:
        return store.survey.faults()


def store_rows(options: Options | None = None) -> Iterator[Mapping[str, object]]:
    """Every answer in the store as a row, oldest first. Raises StoreError."""

    with _existing(options) as store:
        yield from store.survey.rows()


def store_lines(options: Options | None = None) -> Iterator[str]:
    """All that the store knows of the web as JSON Lines, bodies included. Raises StoreError."""
    from cite.formats.json_lines import write_line

    with _existing(options) as store:
        yield from map(write_line, store.exchange.records())


def store_as_parquet(path: Path, options: Options | None = None) -> None:
    """The same as Parquet. Raises StoreError, OutputError, and UsageError where pyarrow is not installed."""
    from cite.effects.files import written_aside
    from cite.effects.store import parquet

    with _existing(options) as store, written_aside(path) as aside:
        parquet.write_parquet(store.exchange.records(), aside)


def import_store(path: Path, options: Options | None = None) -> "Imported":
    """What either of the two wrote, all of it or nothing; what is there already is passed over.

    Raises InputError, with the line, for what no cite has written.
    """
    from cite.effects.store import parquet
    from cite.effects.store.store import Store
    from cite.formats.json_lines import read_lines

    try:
        with path.open("rb") as file, Store.open((options or Options()).cache) as store:
            columns = file.peek(len(parquet.MAGIC)).startswith(parquet.MAGIC)
            lines = read_lines(file, str(path), frozenset({"content"}))
            return store.exchange.take_in(parquet.read_parquet(path) if columns else lines)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error


def compact_store(
    options: Options | None = None,
    everything: timedelta | None = None,
    dry_run: bool = False,
    now: datetime | None = None,
) -> "Thinned":
    """The history thinned by the rules of `steps/thinning`, or what would go. Raises StoreError.

    All of what is younger than `everything` is kept.
    """
    from cite.steps.thinning import EVERYTHING

    with _existing(options) as store:
        kept = EVERYTHING if everything is None else everything
        return store.compaction.compact(now or datetime.now(UTC), kept, dry_run)


def back_up_store(path: Path, options: Options | None = None) -> None:
    """All of the store as it is at this instant, as one file. Raises StoreError, OutputError, UsageError."""
    from cite.effects.files import written_aside

    _refuse_the_store(path, options)

    with _existing(options) as store, written_aside(path) as aside:
        store.file.copy_to(aside)
