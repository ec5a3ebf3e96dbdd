"""What is due for another look, within a budget."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cite.model.options import Options
from cite.model.report import Report
from cite.model.verdicts import (
    Progress,
)
from cite.stages.checking import run
from cite.stages.reading import Inputs, references

if TYPE_CHECKING:
    from cite.steps.watching import Budget


def watch(
    inputs: Inputs,
    options: Options | None = None,
    budget: "Budget | None" = None,
    progress: Progress | None = None,
) -> Report | None:
    """The same for the addresses that are due, within a day's budget; None where none is. Raises CiteError."""
    from cite.effects.store.store import Store
    from cite.recognisers.addresses.url_parts import split_url
    from cite.steps.consider import first_look
    from cite.steps.watching import Budget, Watched, choose

    options = replace(options or Options(), max_age=NOT_LOOKED_AT)
    _documents, listed, _findings = references(inputs, options=options)
    asks = {link.url: first_look(link.url) for one in listed for link in one.links}
    with Store.open(options.cache) as store:
        looks = store.answers.history(asks.values())
    watched = [
        Watched(url, split_url(ask.url).host, looks.get(ask, ())) for url, ask in asks.items()
    ]
    due = set(choose(watched, datetime.now(UTC), budget or Budget(1000, 100)))
    return run(inputs, options, progress, due) if due else None


NOT_LOOKED_AT = timedelta(hours=12)
"""What a watch finds due is older, and is asked."""
