"""Asks until no verifier has a question left, reference by reference."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cite.effects.archives import Archives
from cite.effects.canaries import NO_SUCH_NAME, Canaries
from cite.effects.net.guard import AddressGuard
from cite.effects.net.names import route
from cite.effects.store.answers_json import look
from cite.effects.store.store import Store, fresh
from cite.effects.web.chain import as_asked, without_fragment
from cite.effects.web.web import Web
from cite.model.errors import EndlessQuestions
from cite.model.evidence import (
    Answer,
    Archive,
    Ask,
    Clock,
    Evidence,
    Fault,
    Fetch,
    Fetched,
    FindMementos,
    Look,
    NetworkState,
    Unreachable,
)
from cite.model.options import Options
from cite.model.references import Reference
from cite.model.verdicts import Verifier

MOST_ROUNDS = 200
RECALLED_AT_ONCE = 500
"""References whose answers are read from the store together."""

Progress = Callable[[int, int], None]
Conclude = Callable[[Reference, Evidence], None]


@dataclass(slots=True)
class Gathered:
    """What a run got to know."""

    answers: dict[Ask, Answer] = field(default_factory=dict)
    history: dict[Ask, tuple[Look, ...]] = field(default_factory=dict)
    from_store: set[Ask] = field(default_factory=set)
    network: NetworkState = field(default_factory=NetworkState)
    requests: int = 0
    interrupted: bool = False

    def evidence(self) -> Evidence:
        """As verifiers read it; what becomes known later shows in it too."""
        return Evidence(self.answers, self.history, self.network)


class Gatherer:
    """Answers each ask once, store first, then web."""

    def __init__(
        self,
        options: Options,
        store: Store,
        web: Web | None,
        verifiers: Sequence[Verifier],
        archives: Mapping[str, Archive],
        clock: Clock = lambda: datetime.now(UTC),
    ) -> None:
        self._options = options
        self._store = store
        self._web = web
        self._verifiers = verifiers
        self._archives = Archives(archives, store, options.retries, clock)
        self._clock = clock
        self._guard = AddressGuard(options.allow_net)
        self._privacy: dict[str, bool] = {}
        self._canaries = Canaries(self._canary, options.canaries)
        self._asked: dict[Ask, asyncio.Task[Answer | None]] = {}
        self._stored_as: dict[Ask, Ask] = {}
        self._wanted: Counter[Ask] = Counter()
        self._began = clock()
        self.gathered = Gathered()
        if web is None:
            self.gathered.network = NetworkState(False, "made offline, from the store alone")

    async def gather(
        self,
        references: Sequence[Reference],
        progress: Progress | None = None,
        conclude: Conclude | None = None,
    ) -> Gathered:
        """Everything the verifiers want to know about the references.

        `conclude` is told of each reference as soon as no question about it is left.
        """
        gathered = self.gathered
        done = 0

        async def follow(reference: Reference, first: dict[Ask, None]) -> None:
            nonlocal done
            used = await self._follow(reference, first)
            if conclude:
                conclude(reference, gathered.evidence())
                self._let_go(used)
            done += 1
            if progress:
                progress(done, len(references))

        try:
            async with asyncio.TaskGroup() as group:
                for some in _batches(references, RECALLED_AT_ONCE):
                    first = [self._asks(reference) for reference in some]
                    self._recall({ask for asks in first for ask in asks})
                    for reference, asks in zip(some, first, strict=True):
                        group.create_task(follow(reference, asks))
                    await asyncio.sleep(0)
        except asyncio.CancelledError:
            gathered.interrupted = True
        except BaseExceptionGroup as several:
            raise several.exceptions[0] from None
        finally:
            gathered.requests = self._web.requests if self._web else 0
            self._store.flush()
        return gathered

    def _asks(self, reference: Reference) -> dict[Ask, None]:
        """All that the verifiers want to know of a reference by now, answered or not, in order."""
        evidence = self.gathered.evidence()
        return dict.fromkeys(
            ask for verifier in self._verifiers for ask in verifier.asks(reference, evidence)
        )

    def _recall(self, asks: Iterable[Ask]) -> None:
        """What the store knows of some asks: fresh answers (any, when offline) and every earlier look."""
        gathered = self.gathered
        asks = [ask for ask in asks if ask not in gathered.history]
        if not asks:
            return
        now = self._clock()
        known = self._store.recall(asks)
        for ask in asks:
            if ask not in known:
                gathered.history[ask] = ()
                continue
            latest, earlier = known[ask]
            ours = latest.at >= self._began
            if self._web is None or ours or fresh(latest, now, self._options):
                # The present answer is no part of the history before it.
                gathered.answers[ask], gathered.history[ask] = latest, earlier
                if not ours:
                    gathered.from_store.add(ask)
            else:
                gathered.history[ask] = (*earlier, look(latest))

    async def _follow(self, reference: Reference, asks: dict[Ask, None]) -> set[Ask]:
        """One reference from its first asks to its end; gives all that was wanted on the way."""
        used: set[Ask] = set()
        for number in range(MOST_ROUNDS):
            self._wanted.update(asks.keys() - used)
            used |= asks.keys()
            unanswered = [ask for ask in asks if ask not in self.gathered.answers]
            if not unanswered and number > 0:
                return used
            self._recall(unanswered)
            # What the store knew may raise further questions; what it did not is asked.
            questions = [ask for ask in unanswered if ask not in self.gathered.answers]
            # What has begun is finished first, so that few pages are held at a time.
            answers = await self._all(questions, ahead=number > 0)
            if questions and self._web is None and not any(answers):
                return used
            asks = self._asks(reference)
        raise EndlessQuestions(
            f"{reference.key}: still asking after {MOST_ROUNDS} rounds: {next(iter(asks))}"
        )

    async def _all(self, asks: Sequence[Ask], ahead: bool) -> list[Answer | None]:
        if len(asks) < 2:
            return [await self._once(ask, ahead) for ask in asks]
        return await asyncio.gather(*(self._once(ask, ahead) for ask in asks))

    def _let_go(self, used: Iterable[Ask]) -> None:
        """Forget what no reference under way wants any more: a page may be large, and the store has it."""
        self._wanted.subtract(used)
        if self._store.read_only:
            return
        for ask in used:
            if not self._wanted[ask]:
                del self._wanted[ask]
                self.gathered.answers.pop(ask, None)
                self.gathered.history.pop(ask, None)
                self._asked.pop(without_fragment(ask), None)

    async def _once(self, ask: Ask, ahead: bool) -> Answer | None:
        """The answer to one ask, shared by all who want it, whatever place in the page they mean."""
        if ask in self.gathered.answers:
            return self.gathered.answers[ask]
        page = without_fragment(ask)
        task = self._asked.get(page)
        if task is None:
            task = self._asked[page] = asyncio.create_task(self._answer(page, ahead))
        try:
            answer = await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if answer is not None and ask not in self.gathered.answers:
            answer = as_asked(answer, ask)
            self.gathered.answers[ask] = answer
            self._stored_as.setdefault(page, ask)
            self._store.put(answer)
        return answer

    async def _answer(self, ask: Ask, ahead: bool) -> Answer | None:
        if ask in self._stored_as:  # asked in this run, for another place in the page
            stored = self._store.recall([self._stored_as[ask]])
            return next((recalled.latest for recalled in stored.values()), None)
        if self._web is None:
            return None
        if isinstance(ask, FindMementos):
            return await self._archives.mementos(ask, self._fetch_and_keep)
        return await self._fetch(ask, ahead)

    async def _fetch(self, ask: Fetch, ahead: bool = False) -> Fetched | Unreachable:
        """One fetch; a failure that may be our own is looked into before it counts against a link."""
        assert self._web is not None
        public = not self._private(ask.url)
        if public and not self.gathered.network.online:
            return self._not_judged(ask)
        pool = self._archives.pool(ask.url)
        answer = await (
            self._archives.fetch(pool, ask, self._once_only)
            if pool
            else self._web.fetch(ask, ahead=ahead)
        )
        if self._private(answer.url):
            return answer
        network = await self._canaries.network_after(answer)
        if not network.online:
            self.gathered.network = network
            return self._not_judged(ask)
        return await self._canaries.settled(answer)

    async def _fetch_and_keep(self, ask: Fetch) -> Fetched | Unreachable:
        """What an archive answered, kept as it came: the evidence beneath a list of captures."""
        answer = await self._fetch(ask)
        self._store.put(answer)
        return answer

    async def _once_only(self, ask: Fetch) -> Fetched | Unreachable:
        """Without the web's own retries: an archive's are taken in its turn."""
        assert self._web is not None
        return await self._web.fetch(ask, retries=0)

    def _not_judged(self, ask: Fetch) -> Unreachable:
        """Our own network failed, not the link: this is no evidence and is not kept."""
        return Unreachable(
            ask, self._clock(), Fault.INTERRUPTED, f"not judged: {self.gathered.network.detail}"
        )

    async def _canary(self, ask: Fetch) -> Fetched | Unreachable:
        """A canary asked, without repeating what fails."""
        assert self._web is not None
        if self._routed(ask.url) and ask.url == NO_SUCH_NAME:
            return Unreachable(ask, self._clock(), Fault.NO_SUCH_NAME, "routed, so not asked")
        return await self._web.fetch(ask, retries=0)

    def _routed(self, url: str) -> bool:
        host, port = _host_and_port(url)
        return route(host, port, self._options.connect_to) != (host, port)

    def _private(self, url: str) -> bool:
        """Whether an address is reached without the public network: routed, or opened by --allow-net."""
        origin = "/".join(url.split("/", 3)[:3])
        if origin not in self._privacy:
            self._privacy[origin] = self._off_the_public_network(origin)
        return self._privacy[origin]

    def _off_the_public_network(self, url: str) -> bool:
        host, _ = _host_and_port(url)
        if self._routed(url) or host in ("localhost",) or host.endswith(".localhost"):
            return True
        try:
            return bool(self._guard.opened(host) or self._guard.refusal(host))
        except ValueError:
            return False


def _batches(references: Sequence[Reference], size: int) -> Iterator[Sequence[Reference]]:
    return (references[at : at + size] for at in range(0, len(references), size))


def _host_and_port(url: str) -> tuple[str, int]:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
        return (parts.hostname or "").lower(), parts.port or (
            443 if parts.scheme == "https" else 80
        )
    except ValueError:
        return "", 0
