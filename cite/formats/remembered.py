"""What was found out about one answer, kept for whoever asks about the same answer again.

A dozen verifiers ask the same things of each page, one after another. Answers are frozen, so what was found
out stays true; they are told apart by identity, since comparing headers and hops costs more than is saved.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from cite.model.evidence import Fetched

MOST = 64
"""Answers held at a time; then all are let go, as those asked about are the latest."""

Found = TypeVar("Found")


def remembered(find_out: Callable[[Fetched], Found]) -> Callable[[Fetched], Found]:
    """The same function, which is called once for an answer while that is held."""
    held: dict[int, tuple[Fetched, Found]] = {}

    @wraps(find_out)
    def recall(answer: Fetched) -> Found:
        known = held.get(id(answer))
        if known is not None and known[0] is answer:
            return known[1]
        found = find_out(answer)
        if len(held) >= MOST:
            held.clear()
        held[id(answer)] = (answer, found)
        return found

    return recall
