"""report → archives: what is handed over to those that take pages, and why the rest is not."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cite import pipeline
from cite.effects.inputs import Source
from cite.model.errors import SettingsError, StoreError, UsageError
from cite.model.keeping import Fate, Keeper, Keys, Planned, Sending
from cite.model.options import Options

if TYPE_CHECKING:
    from cite.effects.keep.sending import Delivered
    from cite.effects.store.store import Store

KEEPERS = {"wayback": "save_page_now.SavePageNow", "perma": "perma_links.PermaLinks"}
"""Kinds of archives that take pages on request."""


def keepers(options: Options, names: Sequence[str] = ()) -> dict[str, Keeper]:
    """The archives of a run that take pages. Raises SettingsError for a name that none has."""
    from cite.archives.known import KNOWN_ARCHIVES

    if not options.archives_enabled:
        return {}
    settings = KNOWN_ARCHIVES if options.archives is None else options.archives
    known = {
        one.name: pipeline.plug_in("archives", KEEPERS[one.kind])(one)
        for one in settings
        if one.kind in KEEPERS
    }
    if unknown := [name for name in names if name not in known]:
        there = ", ".join(known) or "none here"
        raise SettingsError(
            f"no archive that takes pages is named {unknown[0]!r}; there are {there}"
        )
    return {name: keeper for name, keeper in known.items() if not names or name in names}


def keys_of(asked: Mapping[str, Keeper]) -> Keys:
    """The keys that some keepers need, as far as they are in this process's environment."""
    names = {name for keeper in asked.values() for name in keeper.keys}
    return Keys({name: key for name in names if (key := os.environ.get(name, "").strip())})


def plan(
    inputs: Sequence[Source],
    options: Options,
    asked: Mapping[str, Keeper],
    again: bool = False,
) -> tuple[Planned, ...]:
    """What would be sent where, and why the rest would not; nothing is asked and nothing is sent."""
    from cite.effects.store.store import Store
    from cite.recognisers.addresses.archive_address import archive_address
    from cite.steps.keeping.plan_keeping import plan as plan_keeping

    report = pipeline.report(inputs, options)
    known = pipeline.archives(options)

    def is_copy(url: str) -> bool:
        return bool(archive_address(url)) or any(one.recognises(url) for one in known.values())

    with Store.open(options.cache) as store:
        queue = {(one.keeper, one.url): one for one in store.queue.sendings()}
    return plan_keeping(report, list(asked.values()), queue, is_copy, again)


def send(
    planned: Sequence[Planned],
    options: Options,
    asked: Mapping[str, Keeper],
    keys: Keys,
    told: Callable[[Sending], None] = lambda _: None,
) -> "Delivered":
    """What is planned, handed over at each keeper's pace. Raises SettingsError for keys that cannot serve."""
    from cite.effects.keep.courier import Courier, check_keys
    from cite.effects.keep.sending import Sender
    from cite.effects.loop import run
    from cite.effects.store.store import Store

    if options.offline:
        raise UsageError("nothing can be sent offline")
    for keeper in asked.values():
        check_keys(keeper, keys)

    async def deliver(store: "Store") -> "Delivered":
        async with Courier(options, keys) as courier:
            sender = Sender(store, courier.ask, told=told)
            return await sender.run(asked, _queue(planned, store))

    with Store.open(options.cache) as store, _only_one(options.cache / "sending.lock"):
        if store.read_only:
            raise StoreError(f"{options.cache} cannot be written, and the queue is kept there")
        return run(deliver(store))


def _queue(planned: Sequence[Planned], store: "Store") -> list[Sending]:
    """The lines of the queue for what goes: as they stand, or new."""
    there = {(one.keeper, one.url): one for one in store.queue.sendings()}
    now = datetime.now(UTC)
    queue = []
    for one in planned:
        if one.send:
            sending = there.get((one.keeper, one.url))
            if sending is None or sending.fate in (Fate.KEPT, Fate.FAILED):
                asked = sending.asked if sending else None
                sending = Sending(one.keeper, one.url, Fate.WAITING, now, asked)
            queue.append(sending)
    return queue


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Two runs over one queue would send everything twice."""
    import fcntl

    with path.open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreError("another run is sending; it works through the same queue") from None
        yield
