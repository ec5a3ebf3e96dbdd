"""The choice of a copy, in words."""

from cite.formats.safe_text import safe
from cite.model.verdicts import MementoChoice
from cite.outputs.words import distance


def mementos_text(choice: MementoChoice) -> str:
    """The copy chosen, its distance, the rule, and the others with the reason."""
    lines = [f"{safe(choice.url)}: {choice.outcome.value}"]
    if choice.memento:
        memento = choice.memento
        lines += [
            f"  {safe(memento.uri_m)}",
            f"  captured {memento.datetime:%-d %B %Y %H:%M} UTC in {safe(memento.archive)}, {distance(choice.distance_days)} {safe(choice.as_of)}",
            f"  rule: {safe(choice.rule)}",
        ]
    if choice.detail:
        lines.append(f"  {safe(choice.detail)}")
    if choice.rejected:
        lines.append("Passed over:")
        lines += [
            f"  {safe(memento.uri_m)}\n    {safe(reason)}" for memento, reason in choice.rejected
        ]
    if choice.via:
        lines.append("Asked:")
        lines += [f"  {safe(text)}" for text in choice.via]
    return "\n".join(lines)
