"""One thread that writes what it is given, in batches, so that nobody waits for a disk."""

import threading
import time
from collections.abc import Callable, Container, Sequence

from cite.model.asks import Ask
from cite.model.errors import StoreError
from cite.model.evidence import Answer

BATCH = 2000
LONGEST_QUEUED = 0.02
"""Seconds that an answer may wait for others to be written with it: what a run that is killed can lose."""
MOST_QUEUED = 20_000
"""Answers that may wait before whoever brings more has to."""


class Writer:
    """Hands batches to a function, in the order in which they came. Its failure is raised to whoever comes next."""

    def __init__(self, write: Callable[[Sequence[Answer]], None]) -> None:
        self._write = write
        self._queue: list[Answer] = []
        self._writing: list[Answer] = []
        self._hurry = False
        self._closing = False
        self._failure: StoreError | None = None
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    def put(self, answer: Answer) -> None:
        """Take an answer. Raises StoreError for an earlier failure."""
        with self._changed:
            self._raise_failure()
            self._queue.append(answer)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="store", daemon=True)
                self._thread.start()
            if len(self._queue) == 1:
                self._changed.notify_all()
            while len(self._queue) >= MOST_QUEUED and not self._failure:
                self._changed.wait()

    def holds(self, asks: Container[Ask]) -> bool:
        """Whether an answer to one of these is not yet written."""
        with self._changed:
            return any(answer.ask in asks for answer in (*self._writing, *self._queue))

    def flush(self) -> None:
        """Wait until all that was taken is written. Raises StoreError."""
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            while (self._queue or self._writing) and not self._failure:
                self._changed.wait()
            self._hurry = False
            self._raise_failure()

    def close(self) -> None:
        """Write the rest and end. Raises StoreError."""
        try:
            self.flush()
        finally:
            with self._changed:
                self._closing = True
                self._changed.notify_all()
            if self._thread is not None:
                self._thread.join()

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        while batch := self._next_batch():
            try:
                self._write(batch)
            except StoreError as failure:
                with self._changed:
                    self._failure, self._queue = failure, []
            with self._changed:
                self._writing = []
                self._changed.notify_all()

    def _next_batch(self) -> list[Answer]:
        """What has come within a moment of the first; nothing when there is no more to come."""
        with self._changed:
            self._changed.wait_for(lambda: self._queue or self._closing)
            if self._queue and not self._hurry:
                end = time.monotonic() + LONGEST_QUEUED
                while not self._hurry and (left := end - time.monotonic()) > 0:
                    self._changed.wait(left)
            self._writing, self._queue = self._queue[:BATCH], self._queue[BATCH:]
            return self._writing
