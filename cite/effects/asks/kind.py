"""What a kind of ask brings with it: how it and its answers are kept, how long they serve, who gives them."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol, TypeVar

from cite.model.asks import Ask, ServiceAsk
from cite.model.evidence import Answer, Fetch, Fetched, Look, Unreachable
from cite.model.options import Options


class Kept(NamedTuple):
    """An answer as the store keeps it, without its ask and its time."""

    value: str
    """What is its own, as JSON."""
    common: str | None = None
    """What it is likely to share with many, as JSON: kept once."""
    status: int | None = None
    fault: str | None = None
    digest: str | None = None
    """SHA-256 of what was received, hexadecimal."""
    body: bytes = b""
    """As much of what was received as is kept."""


class Desk(Protocol):
    """Where asks are answered: the web, and services in their turn."""

    async def fetch(self, ask: Fetch) -> Fetched | Unreachable:
        """One page, asked by the rules of the web, or of the service whose page it is."""

    async def consult(self, ask: ServiceAsk) -> Answer:
        """What a service says, request by request; each of its answers is kept as it came."""


A = TypeVar("A", bound=Ask, contravariant=True)
R = TypeVar("R", bound=Answer, contravariant=True)


class Kind(Protocol[A, R]):
    """One kind of ask. All of it is pure but `answer`."""

    name: str
    """As the store calls it, and never otherwise once released."""

    @property
    def asks(self) -> type[Ask]:
        """The class of its asks."""

    def detail(self, ask: A) -> str:
        """What tells an ask from others of its kind about one address; equal asks have one detail."""

    def keep(self, answer: R) -> Kept | None:
        """An answer for the store; None for one that says nothing and is not kept."""

    def recall(self, ask: A, at: datetime, kept: Kept) -> Answer:
        """The answer as it was. For what `keep` never wrote it may raise what reading that raises."""

    def look(self, answer: R) -> Look:
        """An answer in brief, for a history."""

    def fresh(self, answer: R, now: datetime, options: Options) -> bool:
        """Whether it may serve again."""

    def kin(self, ask: A) -> str:
        """How the details of those asks about the same address begin whose answers may stand in; empty for none."""

    def stand_in(self, others: Sequence[R]) -> Answer | None:
        """Of answers to kin, the one to go by where nobody can be asked, and that it stands in; None for none."""

    async def answer(self, ask: A, desk: Desk) -> Answer:
        """Whoever has to be asked, asked."""
