"""Numbers and headings in words, as every report for people says them."""

from cite.steps.triage import Need

NEEDS = {
    Need.REPLACE: "Replace",
    Need.LOOK: "Look yourself",
    Need.QUERY: "Ask the author",
    Need.CANNOT_BE_CHECKED: "Cannot be checked",
}
"""The kinds of decision, in the order in which they are worth taking."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 note`, `2 notes`, `2 addresses`."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"
