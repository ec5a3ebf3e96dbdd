"""What is due for another look, within a budget."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cite.model.errors import AtWork
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.report import Report
from cite.model.verdicts import Heard, Progress
from cite.stages.checking import run
from cite.stages.reading import Inputs, references

if TYPE_CHECKING:
    from cite.effects.store.store import Store
    from cite.steps.watching import Budget, Watched

LOCK = "watch.lock"
"""In the store's folder: one watch at a time, so that two do not ask the same hosts."""
READ_AT_ONCE = 1000
"""Addresses whose looks are read together."""
NOT_LOOKED_AT = timedelta(hours=12)
"""What a watch finds due is older, and is asked."""


def watch(
    inputs: Inputs,
    options: Options | None = None,
    budget: "Budget | None" = None,
    progress: Progress | None = None,
    heard: Heard | None = None,
) -> Report | None:
    """The same for the addresses that are due, within a day's budget; None where none is. Raises CiteError, and
    AtWork where another watch is at it."""
    from cite.effects.files import alone
    from cite.effects.store.store import Store
    from cite.steps.watching import Budget, choose

    options = replace(options or Options(), max_age=NOT_LOOKED_AT)
    with alone(options.cache / LOCK) as nobody_else:
        if not nobody_else:
            raise AtWork(f"another watch is at work on {options.cache}")
        _documents, listed, _findings = references(inputs, options=options)
        with Store.open(options.cache) as store:
            watched = watched_in(listed, store)
            due = set(choose(watched, datetime.now(UTC), budget or Budget(1000, 100)))
        return run(inputs, options, progress, due, heard) if due else None


def watched_in(listed: Sequence[Reference], store: "Store") -> "Iterator[Watched]":
    """Every address of some references, with what the store has seen of it, read some at a time."""
    from cite.recognisers.addresses.url_parts import split_url
    from cite.steps.consider import first_look, second_look
    from cite.steps.watching import Watched, in_all

    urls = list(dict.fromkeys(link.url for one in listed for link in one.links))
    for at in range(0, len(urls), READ_AT_ONCE):
        some = [(url, first_look(url), second_look(url)) for url in urls[at : at + READ_AT_ONCE]]
        looks = store.answers.outcomes(ask for _, *asks in some for ask in asks)
        for url, first, second in some:
            host = split_url(first.url).host
            yield Watched(url, host, in_all(looks.get(first, ()), looks.get(second, ())))
