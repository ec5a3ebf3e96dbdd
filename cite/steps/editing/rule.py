"""A rule of a copy-editor: a question put to a whole article, with its page and how often it was wrong."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cite.model.findings import Finding
from cite.steps.editing.article import Article


@dataclass(frozen=True, slots=True)
class Measured:
    """How often a rule was wrong, the places that it raised judged by reading them."""

    raised: int
    """Places: a pattern has several."""
    false: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One question, and everything that `cite explain` says of it."""

    code: str
    asks: str
    why: str
    do: str
    example: str
    find: Callable[[Article], Iterable[Finding]]
    measured: Measured
    """On the shared documents; none raised says that nothing is known yet."""
    on: bool = True
    """Whether it runs unless --ignore names it; else only where --select does."""

    @property
    def page(self) -> str:
        """The rule as a person reads it."""
        parts = [self.asks, f"Why it matters: {self.why}", f"What to do: {self.do}"]
        parts.append(f"Example: {self.example}")
        parts.append(self.rate + ("" if self.on else f" Off unless --select names {self.code}."))
        return "\n\n".join(parts)

    @property
    def rate(self) -> str:
        """How often it was wrong, in words."""
        raised, false = self.measured.raised, self.measured.false
        if not raised:
            return "False alarms: it raised nothing on the documents it was measured on."
        return f"False alarms: {false} of {raised} places on the documents it was measured on."
