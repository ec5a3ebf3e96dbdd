"""A client as a process: `python -m benchmarks.client WHO PORT COUNT HOSTS SLOTS [AUTHORITY]`.

WHO is `cite` (the fetcher alone: no store, no judging) or `httpx` (as it comes, its pool as large as the
slots). With as many hosts as addresses no connection is kept. Prints CPU seconds, wall seconds and megabytes as JSON.
"""

import asyncio
import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.running import addresses, cpu_seconds


def with_cite(urls, slots, authority):
    from cite.effects.loop import run
    from cite.effects.web.web import Web
    from cite.model.evidence import Fetch
    from cite.model.options import ConnectTo, Options

    port = int(urls[0].rpartition(":")[2].partition("/")[0])
    options = Options(
        allow_net=("127.0.0.0/8",), slots=slots, per_host=slots, interval=0.0, ca=authority,
        connect_to=(ConnectTo("", port, "127.0.0.1", None),) if authority else (),
    )  # fmt: skip

    async def ask():
        async with Web(options) as web:
            return await timed(*(web.fetch(Fetch(url)) for url in urls))

    return run(ask())


def with_httpx(urls, slots, authority):
    import ssl

    import httpx

    context = ssl.create_default_context(cafile=authority) if authority else True
    more = {"sni_hostname": "h1.bench.test"} if authority else {}
    urls = (
        [url.replace(url.split("/")[2].partition(":")[0], "127.0.0.1") for url in urls]
        if authority
        else urls
    )

    async def ask():
        limits = httpx.Limits(max_connections=slots, max_keepalive_connections=0)
        async with httpx.AsyncClient(verify=context, limits=limits, timeout=60) as client:
            gate = asyncio.Semaphore(slots)

            async def one(url):
                async with gate:
                    return await client.get(url, extensions=more)

            return await timed(*map(one, urls))

    return asyncio.run(ask())


async def timed(*work):
    cpu, wall = cpu_seconds(), time.perf_counter()
    answers = await asyncio.gather(*work)
    cost = cpu_seconds() - cpu, time.perf_counter() - wall
    wrong = [
        answer
        for answer in answers
        if getattr(answer, "status_code", 0) + getattr(answer, "status", 0) != 200
    ]
    if wrong:
        sys.exit(f"{len(wrong)} of {len(answers)} failed: {wrong[0]}")
    return cost


def main():
    who, port, count, hosts, slots, *rest = sys.argv[1:]
    authority = Path(rest[0]) if rest else None
    if authority:
        urls = [f"https://h{n % int(hosts)}.bench.test:{port}/work/{n}" for n in range(int(count))]
    else:
        urls = addresses(int(count), int(hosts), port)
    cpu, wall = {"cite": with_cite, "httpx": with_httpx}[who](urls, int(slots), authority)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([cpu, wall, memory]))


if __name__ == "__main__":
    main()
