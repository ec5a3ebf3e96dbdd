"""Where the asynchronous part runs: one event loop, uvloop's where there is one."""

import asyncio
import contextlib
import gc
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
MOST_FILES = 16_384
ENDING = (signal.SIGINT, signal.SIGTERM)
"""What asks a process to end."""
COLLECTION = (100_000, 50, 100)
"""When the collector of cycles looks. What a run gets to know lives until its end, and thousands of requests
wait at once: by its usual habit it spends half the time of a run looking through all of that for nothing."""


class Stop:
    """Ends a run from another thread, as Ctrl-C ends one from the terminal: it hands over what it has."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancels: list[Callable[[], object]] = []
        self.asked = False
        """Whether it was wanted."""

    def __call__(self) -> None:
        """End what runs, and what is yet to begin."""
        with self._lock:
            self.asked = True
            for cancel in self._cancels:
                cancel()

    @contextlib.contextmanager
    def ending(self, cancel: Callable[[], object]) -> Iterator[None]:
        """For as long as the block lasts, `cancel` is how it is ended."""
        with self._lock:
            self._cancels.append(cancel)
            if self.asked:
                cancel()
        try:
            yield
        finally:
            with self._lock:
                self._cancels.remove(cancel)


stopped_by: ContextVar[Stop | None] = ContextVar("stopped_by", default=None)
"""What ends the runs of this thread, where it is not the one that Ctrl-C reaches."""


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run to the end. Ctrl-C cancels the work once, so that it can hand over what it has; a second ends the process."""
    _allow_connections()
    ended_by = stopped_by.get() or Stop()
    with _patient_collector(), asyncio.Runner(loop_factory=_loop_factory()) as runner:
        loop = runner.get_loop()

        async def main() -> T:
            task = asyncio.ensure_future(work)

            def stop() -> None:
                # From now on the system ends the process itself, whatever native code it may be in.
                for number in ENDING:
                    loop.remove_signal_handler(number)
                    signal.signal(number, signal.SIG_DFL)
                task.cancel()

            with (
                _on_signals(loop, stop),
                ended_by.ending(lambda: loop.call_soon_threadsafe(task.cancel)),
            ):
                return await task

        return runner.run(main())


@contextlib.contextmanager
def _on_signals(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> Iterator[None]:
    """For as long as the block lasts, a signal that ends processes calls `stop`.

    uvloop keeps a closed loop's handlers, and with them all that the run got to know, until the next run.
    """
    try:
        for number in ENDING:
            loop.add_signal_handler(number, stop)
    except (NotImplementedError, RuntimeError, ValueError):
        pass  # not the main thread, or no signals here: the caller keeps its own handling
    try:
        yield
    finally:
        for number in ENDING:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(number)


@contextlib.contextmanager
def _patient_collector() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(*COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _allow_connections() -> None:
    """A connection is an open file, and most systems allow a process 1,024 until it asks for more."""
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < MOST_FILES:
        wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _loop_factory() -> Any:
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
