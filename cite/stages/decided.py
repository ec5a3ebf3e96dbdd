"""What people decided about links, in the file beside an article or the one that is named."""

from collections.abc import Sequence

from cite.effects.inputs import Source, neighbour, opened
from cite.model.decisions import Decisions
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


def name_of(source: Source) -> str:
    """By which a report calls an input."""
    return source.name if isinstance(source, Input) else str(source)
