"""A long list through the whole pipeline, from one event loop, its hosts simulated: memory, store, first verdict.

`python -m benchmarks.long_lists 20000 40000` for so many addresses each, in a process of its own; the slope between
them says what a further address costs.
"""

import asyncio
import hashlib
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.running import ENVIRONMENT, ROOT, cpu_seconds, verdict

A_HOST = 20
"""Addresses on each host."""
LATENCY = 0.02
PAGE = (
    b"<html><title>A work</title><body><p>Words of the work that is cited here.</p></body></html>"
)
DIGEST = hashlib.sha256(PAGE).hexdigest()


async def simulated(hops, ask, url, before, cookies, ahead=False):
    """A page after a moment, in the turn of its host; a name that cannot exist does not."""
    from cite.model.evidence import Fault, Fetched, Hop, Unreachable
    from cite.recognisers.addresses.url_parts import split_url

    host = split_url(url).host
    async with hops._pace.slot(host, ahead):
        await asyncio.sleep(LATENCY)
    hops.requests += 1
    if host.endswith(".invalid"):
        return Unreachable(ask, datetime.now(UTC), Fault.NAME_LOOKUP, "it does not exist")
    hop = Hop(url, 200, None, "http", LATENCY, "192.0.2.1")
    kind = (("content-type", "text/html"),)
    return Fetched(ask, datetime.now(UTC), 200, kind, (*before, hop), PAGE, DIGEST)


def one(count):
    """The figures of one run, in this process."""
    from cite.effects.web.hop import Hops
    from cite.model.options import Options
    from cite.pipeline import check

    Hops.hop = simulated
    first = []

    def progress(done, *_):
        if done == 1:
            first.append(cpu_seconds())

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        urls = (f"https://www.host-{n // A_HOST}.example.org/work/{n}\n" for n in range(count))
        (folder / "urls.txt").write_text("".join(urls), "utf-8")
        options = Options(cache=folder / "cache", archives_enabled=False, interval=0.0)
        check([folder / "urls.txt"], options, progress)
        size = (folder / "cache" / "cite.db").stat().st_size / count
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:>9,} addresses {cpu_seconds() / count * 1000:6.2f} s CPU per 1,000 {peak:6.0f} MB at its peak "
          f"{size:5.0f} bytes an address {first[0]:6.2f} s CPU to the first verdict", flush=True)  # fmt: skip
    return peak


def main():
    counts = list(map(int, sys.argv[1:])) or [20_000, 40_000]
    peaks = []
    for count in counts:
        code = f"from benchmarks.long_lists import one; print(one({count}))"
        result = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
        *told, peak = result.stdout.splitlines()
        print("\n".join(told), flush=True)
        peaks.append(float(peak))
    slope = (peaks[-1] - peaks[0]) * 1024 / (counts[-1] - counts[0])
    verdict("kilobytes for each further address", slope, "300 MB for a million: 0.2")


if __name__ == "__main__":
    main()
