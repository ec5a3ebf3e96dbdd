"""What a process holds: memory, open files, threads, and objects by their kind."""

import gc
import os
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

WATCHED = (
    "Task", "Future", "Connection", "Transport", "TCPTransport", "SSLProtocol", "Fetched", "Unreachable", "StoreFile",
    "Writer", "Response", "Request", "Evidence", "Answerer", "Pace", "coroutine", "async_generator",
)  # fmt: skip
"""Kinds of which none may be left when a run is over."""


@dataclass(frozen=True)
class Census:
    """Taken between two runs, when nothing ought to be under way."""

    resident: int
    """Kilobytes that the system has given to the process."""
    files: int
    """Open descriptors, sockets among them."""
    threads: int
    objects: int
    """All that the collector of cycles knows of."""
    left: dict
    """Objects of the watched kinds, counted."""


def take():
    """Of this process, now."""
    gc.collect()
    objects = gc.get_objects()
    kinds = Counter(type(one).__name__ for one in objects)
    return Census(
        resident(),
        len(list(Path("/proc/self/fd").iterdir())),
        threading.active_count(),
        len(objects),
        {kind: kinds[kind] for kind in WATCHED if kinds[kind]},
    )


def resident():
    """Kilobytes of memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
