"""A Dask cluster of this machine, as an administrator would start it: a scheduler and workers, by their commands."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


class DaskCluster:
    """Processes of our own, which are ended with the block; `certificates` are Dask's settings for TLS."""

    def __init__(self, folder, certificates=None, path=ROOT):
        pytest.importorskip("distributed", reason="needs the extra `dask`: cite-sources[dask]")
        self._folder = folder
        self._protocol = "tls" if certificates else "tcp"
        self._environment = {**os.environ, "PYTHONPATH": str(path), **(certificates or {})}
        self._processes = []

    def __enter__(self):
        self.scheduler = self.start_scheduler()
        self.workers = [self.start_worker() for _ in range(2)]
        return self

    def __exit__(self, *_):
        for process in self._processes:
            process.kill()
            process.wait()

    def start_scheduler(self, port=0):
        """At a port of its own, or where another was."""
        self._file = self._folder / f"scheduler{len(self._processes)}.json"
        process = self._start(
            "scheduler", "--host", f"{self._protocol}://127.0.0.1", "--port", str(port), "--no-dashboard",
            "--no-jupyter", "--scheduler-file", str(self._file),
        )  # fmt: skip
        while not (self._file.exists() and self._file.read_text()):
            assert process.poll() is None, self._log.read_text()
            os.sched_yield()
        self.address = json.loads(self._file.read_text())["address"]
        return process

    def start_worker(self):
        """One process and one thread; nobody starts another in its place."""
        return self._start(
            "worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
            "--local-directory", str(self._folder),
        )  # fmt: skip

    def _start(self, what, *arguments):
        self._log = self._folder / f"{what}{len(self._processes)}.log"
        with self._log.open("w") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments],
                env=self._environment, stdout=log, stderr=log, cwd=self._folder,
            )  # fmt: skip
        self._processes.append(process)
        return process

    def kill(self, process):
        """As the system does when memory is short."""
        process.send_signal(signal.SIGKILL)
        process.wait()


async def until(condition):
    """Wait for what another process does."""
    while not condition():
        await asyncio.sleep(0.02)
