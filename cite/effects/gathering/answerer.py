"""Each ask answered once: from memory, from the store, else by whoever can be asked; what comes is kept."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from cite.effects.asks.known import fresh, look
from cite.effects.gathering.desk import FrontDesk
from cite.effects.single_flight import SingleFlight
from cite.effects.store.answers import Recalled
from cite.effects.store.store import Store
from cite.effects.web.chain import as_asked, without_fragment
from cite.model.asks import Ask
from cite.model.conditions import Conditions
from cite.model.evidence import Answer, Clock, Evidence, Fetch, Fetched, Look, NetworkState
from cite.model.options import Options


@dataclass(slots=True)
class Known:
    """What a run got to know."""

    answers: dict[Ask, Answer] = field(default_factory=dict)
    history: dict[Ask, tuple[Look, ...]] = field(default_factory=dict)
    from_store: set[Ask] = field(default_factory=set)
    conditions: dict[Ask, Conditions] = field(default_factory=dict)
    """Under which each answer was had, where that was noted."""
    all_conditions: set[Conditions] = field(default_factory=set)
    """Those of every answer of the run, also of what was forgotten since."""

    def note(self, ask: Ask, conditions: Conditions | None) -> None:
        """Under which an answer was had."""
        if conditions:
            self.conditions[ask] = conditions
            self.all_conditions.add(conditions)

    def forget(self, ask: Ask) -> None:
        """What the store has as well."""
        self.answers.pop(ask, None)
        self.history.pop(ask, None)
        self.conditions.pop(ask, None)


class Answerer:
    """What is known, and how more gets to be."""

    def __init__(
        self, options: Options, store: Store, desk: FrontDesk | None, clock: Clock
    ) -> None:
        self.known = Known()
        self._options = options
        self._store = store
        self._desk = desk
        self._clock = clock
        self._began = clock()
        self._found: dict[Ask, Answer | None] = {}
        self._finding: SingleFlight[Ask, Answer | None] = SingleFlight()
        self._stored_as: dict[Ask, Ask] = {}
        self._wanted: Counter[Ask] = Counter()

    @property
    def offline(self) -> bool:
        """Whether there is nobody to ask, and the store must do."""
        return self._desk is None

    @property
    def network(self) -> NetworkState:
        """What is known of our own network."""
        if self._desk is None:
            return NetworkState(False, "made offline, from the store alone")
        return self._desk.network

    @property
    def requests(self) -> int:
        """Requests made by now."""
        return self._desk.requests if self._desk else 0

    def evidence(self) -> Evidence:
        """As verifiers read it; what becomes known later shows in it too."""
        known = self.known
        return Evidence(known.answers, known.history, self.network, known.conditions)

    def recall(self, asks: Iterable[Ask]) -> None:
        """What the store knows of some asks: fresh answers (any, when offline) and every earlier look."""
        known = self.known
        asks = [ask for ask in asks if ask not in known.history]
        if not asks:
            return
        now = self._clock()
        found = self._store.answers.recall(asks)
        for ask in asks:
            recalled = found.get(ask) or self._standing_in(ask)
            if recalled is None:
                known.history[ask] = ()
                continue
            latest, earlier, conditions = recalled
            ours = latest.at >= self._began
            if self.offline or ours or fresh(latest, now, self._options):
                # The present answer is no part of the history before it.
                known.answers[ask], known.history[ask] = latest, earlier
                known.note(ask, conditions)
                if not ours:
                    known.from_store.add(ask)
            else:
                known.history[ask] = (*earlier, look(latest))

    def _standing_in(self, ask: Ask) -> Recalled | None:
        return self._store.answers.standing_in(ask) if self.offline else None

    async def answer(self, ask: Ask, ahead: bool) -> Answer | None:
        """The answer to one ask, shared by all who want it, whatever place in the page they mean."""
        if ask in self.known.answers:
            return self.known.answers[ask]
        if isinstance(ask, Fetch) and (had := self._had_whole(ask)):
            return self._serve_again(had, ask)
        page = without_fragment(ask)
        answer = await self._found_out(page, ahead)
        if answer is not None and ask not in self.known.answers:
            answer = as_asked(answer, ask)
            self.known.answers[ask] = answer
            self.known.note(ask, self._store.answers.conditions)
            self._stored_as.setdefault(page, ask)
            self._store.answers.put(answer)
        return answer

    async def _found_out(self, ask: Ask, ahead: bool) -> Answer | None:
        """What was found out in this run, or is now."""
        if ask not in self._found:
            self._found[ask] = await self._finding.of(ask, partial(self._find_out, ask, ahead))
        return self._found[ask]

    async def _find_out(self, ask: Ask, ahead: bool) -> Answer | None:
        if ask in self._stored_as:  # asked in this run, for another place in the page
            stored = self._store.answers.recall([self._stored_as[ask]])
            return next((recalled.latest for recalled in stored.values()), None)
        if self._desk is None:
            return None
        return await self._desk.ask(ask, ahead)

    def _had_whole(self, ask: Fetch) -> Fetched | None:
        """The page as it was fetched before, where more of it is wanted and nothing of it was missing."""
        if not ask.body_limit or ask.sieve:
            return None
        page = self.known.answers.get(replace(ask, body_limit=None))
        if not isinstance(page, Fetched) or page.truncated or len(page.body) > ask.body_limit:
            return None
        whole = not page.digest or hashlib.sha256(page.body).hexdigest() == page.digest
        return page if whole else None

    def _serve_again(self, page: Fetched, ask: Fetch) -> Answer:
        """A page as the answer to another ask; the store keeps as much of a body as was asked for."""
        answer = self.known.answers[ask] = replace(page, ask=ask)
        self.known.note(ask, self.known.conditions.get(page.ask))
        if page.ask not in self.known.from_store:
            self._store.answers.put(answer)
        return answer

    async def room(self) -> None:
        """Wait until there is room for more to be asked."""
        if self._desk is not None:
            await self._desk.room()

    def flush(self) -> None:
        """Wait until what became known is kept. Raises StoreError."""
        self._store.answers.flush()

    def hold(self, asks: Iterable[Ask]) -> None:
        """Count one more who wants these."""
        self._wanted.update(asks)

    def let_go(self, asks: Iterable[Ask]) -> None:
        """Forget what nobody under way wants any more: a page may be large, and the store has it."""
        self._wanted.subtract(asks)
        if self._store.read_only:
            return
        for ask in asks:
            if not self._wanted[ask]:
                del self._wanted[ask]
                self.known.forget(ask)
                self._found.pop(without_fragment(ask), None)
