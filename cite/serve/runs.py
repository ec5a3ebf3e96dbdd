"""What is under way: one run at a time, in a thread of its own, the others in line behind it.

One at a time because hosts are asked at their own pace within a run, and two runs side by side would ask
twice as fast; and because the store then has one writer.
"""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from cite.effects.loop import Stop, stopped_by
from cite.model.errors import CiteError
from cite.model.references import ReferenceId
from cite.model.verdicts import Verdict

RECENT = 30.0
"""Seconds over which the rate is told."""


class Stage(StrEnum):
    """Where a run is."""

    WAITING = "waiting"
    RUNNING = "running"
    STOPPED = "stopped"
    FAILED = "failed"
    ENDED = "ended"

    @property
    def over(self) -> bool:
        """Whether it will say no more."""
        return self in (Stage.STOPPED, Stage.FAILED, Stage.ENDED)


@dataclass(slots=True)
class Run:
    """One run and how far it is. Written by its own thread, read by all."""

    article: str
    kind: str
    """`look`, `send` or `package`."""
    work: Callable[["Run"], str]
    """What it does; returns what came of it, in words."""
    stop: Stop = field(default_factory=Stop)
    stage: Stage = Stage.WAITING
    done: int = 0
    total: int = 0
    said: str = ""
    """What came of it, or what it waits for."""
    verdicts: dict[ReferenceId, Verdict] = field(default_factory=dict)
    """Reached by now."""
    _ticks: deque[float] = field(default_factory=lambda: deque(maxlen=10_000))

    def progress(self, done: int, total: int, verdict: Verdict | None = None, /) -> None:
        """One more is done."""
        self.done, self.total = done, total
        self._ticks.append(time.monotonic())
        if verdict:
            self.verdicts[verdict.reference.id] = verdict

    @property
    def rate(self) -> float:
        """Done in a second, of late; 0 while nothing can be said."""
        now = time.monotonic()
        recent = [at for at in list(self._ticks) if now - at <= RECENT]
        if len(recent) < 2:
            return 0.0
        return len(recent) / max(now - recent[0], 0.1)

    @property
    def left(self) -> float | None:
        """Seconds until the end at that rate; None while nothing can be said."""
        rate = self.rate
        return (self.total - self.done) / rate if rate and self.total else None


class Runs:
    """The line of runs and the thread that works through it. `told` hears of an article whose run changed."""

    def __init__(self, told: Callable[[str], None]) -> None:
        self._told = told
        self._line: queue.Queue[Run | None] = queue.Queue()
        self._latest: dict[str, Run] = {}
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="runs", daemon=True)

    @contextmanager
    def working(self) -> Iterator["Runs"]:
        """For as long as the block lasts; what is under way then hands over what it has."""
        self._thread.start()
        try:
            yield self
        finally:
            with self._lock:
                for run in self._latest.values():
                    run.stop()
            self._line.put(None)
            self._thread.join(10)

    def of(self, article: str) -> Run | None:
        """The latest run of an article."""
        return self._latest.get(article)

    def begin(self, run: Run) -> Run:
        """A run put in line; where the article has one that is not over, that one."""
        with self._lock:
            there = self._latest.get(run.article)
            if there and not there.stage.over:
                return there
            ahead = any(not one.stage.over for one in self._latest.values())
            run.said = "Another run is under way; this one begins after it." if ahead else ""
            self._latest[run.article] = run
            self._line.put(run)
        self._told(run.article)
        return run

    def stop(self, article: str) -> None:
        """End the run of an article; what it found is kept."""
        run = self.of(article)
        if run and not run.stage.over:
            run.stop()
            self._told(article)

    def _work(self) -> None:
        while run := self._line.get():
            self._one(run)
            self._told(run.article)

    def _one(self, run: Run) -> None:
        if run.stop.asked:
            run.stage, run.said = Stage.STOPPED, "Stopped before it began."
            return
        run.stage, run.said = Stage.RUNNING, ""
        self._told(run.article)
        token = stopped_by.set(run.stop)
        try:
            said = run.work(run)
            run.said = said
            run.stage = Stage.STOPPED if run.stop.asked else Stage.ENDED
        except CiteError as error:
            run.said, run.stage = str(error), Stage.FAILED
        except BaseException as error:  # a defect of ours ends this run, and not the page
            run.said = f"It came to an unexpected end ({type(error).__name__}: {error})."
            run.stage = Stage.STOPPED if run.stop.asked else Stage.FAILED
        finally:
            stopped_by.reset(token)
