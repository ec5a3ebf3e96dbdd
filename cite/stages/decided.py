"""What people decided about links: in the file beside an article or the one that is named, and in the store."""

from collections.abc import Mapping, Sequence

from cite.effects.inputs import Source, neighbour, opened
from cite.model.decisions import Decision, Decisions
from cite.model.inputs import Input
from cite.model.options import Options

DECISIONS = "decisions.toml"
"""Beside an article, what people decided about its links."""


def decisions_about(source: Source, options: Options) -> Decisions:
    """What people decided about the links of one input; nothing where there is no file that is for it."""
    return decisions_by_input([source], options).get(name_of(source), Decisions())


def decisions_by_input(sources: Sequence[Source], options: Options) -> dict[str, Decisions]:
    """What people decided, by input: in the file that is named, else in the one beside it."""
    from cite.formats.decisions_toml import read_decisions

    named = options.decisions and opened(options.decisions).content
    found: dict[str, Decisions] = {}
    for source in sources:
        content = named or neighbour(source, DECISIONS)
        if content:
            decisions = read_decisions(content, str(options.decisions or DECISIONS))
            if decisions.is_for(name_of(source)):
                found[name_of(source)] = decisions
    return found


def with_kept(
    decisions: Mapping[str, Decisions], kept: Sequence[Decision], sources: Sequence[Source]
) -> dict[str, Decisions]:
    """The same with what the store keeps; where a file speaks of an address, the file counts."""
    if not kept:
        return dict(decisions)
    names = [name_of(source) for source in sources]
    return {name: decisions.get(name, Decisions()).beside(kept) for name in names}


def accept_by_hand(decision: Decision, options: Options) -> bool:
    """Keep what a person said of an address in the store, and the looks that it stands on.

    Whether that could be done: a store that cannot be written keeps nothing. Raises StoreError.
    """
    from cite.effects.store.store import Store
    from cite.steps.consider import first_look, second_look

    with Store.open(options.cache) as store:
        if not store.read_only:
            store.by_hand.put(decision)
            store.grounds.lay("by hand", (first_look(decision.url), second_look(decision.url)))
        return not store.read_only


def forget_by_hand(url: str, options: Options) -> None:
    """Take back what the store keeps of what a person said. Raises StoreError."""
    from cite.effects.store.store import Store

    with Store.open(options.cache) as store:
        store.by_hand.forget(url)


def name_of(source: Source) -> str:
    """By which a report calls an input."""
    return source.name if isinstance(source, Input) else str(source)
