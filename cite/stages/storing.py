"""The store looked after: whether it is sound, what is in it, thinned, copied."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cite.model.options import Options

if TYPE_CHECKING:
    from cite.effects.store.compaction import Thinned


def store_faults(options: Options | None = None) -> tuple[str, ...]:
    """What is wrong with the store, in words; nothing where it is sound. Raises StoreError."""
    from cite.effects.store.store import Store

    with Store.open((options or Options()).cache) as store:
        return store.survey.faults()


def store_rows(options: Options | None = None) -> Iterator[Mapping[str, object]]:
    """Every answer in the store as a row, oldest first. Raises StoreError."""
    from cite.effects.store.store import Store

    with Store.open((options or Options()).cache) as store:
        yield from store.survey.rows()


def compact_store(
    options: Options | None = None,
    everything: timedelta | None = None,
    dry_run: bool = False,
    now: datetime | None = None,
) -> "Thinned":
    """The history thinned by the rules of `steps/thinning`, or what would go. Raises StoreError.

    All of what is younger than `everything` is kept.
    """
    from cite.effects.store.store import Store
    from cite.steps.thinning import EVERYTHING

    with Store.open((options or Options()).cache) as store:
        kept = EVERYTHING if everything is None else everything
        return store.compaction.compact(now or datetime.now(UTC), kept, dry_run)


def back_up_store(path: Path, options: Options | None = None) -> None:
    """All of the store as it is at this instant, as one file. Raises StoreError, OutputError."""
    from cite.effects.files import written_aside
    from cite.effects.store.store import Store

    with Store.open((options or Options()).cache) as store, written_aside(path) as aside:
        store.file.copy_to(aside)
