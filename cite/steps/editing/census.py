"""One form used two ways: the article is counted before it is judged, and only a clear majority judges."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cite.steps.editing.article import Spot

LEAST = 4
"""Uses from which a habit can be told."""
SHARE = 0.75
"""Of all uses, those in one form, for it to be the article's own."""


@dataclass(frozen=True, slots=True)
class Census:
    """A form that an article plainly keeps, and where it does not."""

    usual: str
    count: int
    others: dict[str, tuple[Spot, ...]]
    """The places in each other form."""

    @property
    def spots(self) -> list[Spot]:
        """All places where it is not kept."""
        return [spot for found in self.others.values() for spot in found]


def census(uses: Iterable[tuple[str, Spot]], share: float = SHARE) -> Census | None:
    """The uses counted; None where all agree, or where no form has a clear majority."""
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for form, spot in uses:
        found[form].append(spot)
    total = sum(map(len, found.values()))
    if len(found) < 2 or total < LEAST:
        return None
    usual = max(found, key=lambda form: len(found[form]))
    if len(found[usual]) < share * total:
        return None
    others = {form: tuple(spots) for form, spots in found.items() if form != usual}
    return Census(usual, len(found[usual]), others)


def told(forms: Sequence[str]) -> str:
    """Forms in words: `a comma`, `a comma or a colon`."""
    return " or ".join(forms)
