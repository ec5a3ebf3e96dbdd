"""Addresses captured as they are asked, by the same guarded, polite, bounded web as every check."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from cite.effects.chain import Onward
from cite.effects.journal import Journal
from cite.effects.recorder import RECORDING, Recorder, Recording
from cite.effects.warc import MOST_BODY
from cite.effects.web import Web
from cite.model.evidence import Fetch, Fetched, Unreachable
from cite.model.keeping import Captured
from cite.model.options import Options

AT_ONCE = 8
"""Captures under way: each may hold a body in memory."""

Title = Callable[[Fetched], str]


async def capture(
    urls: Mapping[str, str],
    journal: Journal,
    options: Options,
    onward: Onward,
    title: Title,
    told: Callable[[int, int], None] | None = None,
) -> bool:
    """Each address not yet done, into the journal as it comes; whether all of them were asked.

    `urls` says for each address why what stands there is not the work, or nothing.
    """
    pending = [url for url in urls if url not in journal.done()]
    slots = asyncio.Semaphore(AT_ONCE)
    done = len(urls) - len(pending)

    async def one(web: Web, url: str) -> None:
        nonlocal done
        async with slots:
            recording = Recording(MOST_BODY)
            RECORDING.set(recording)
            answer = await web.fetch(Fetch(url, body_limit=MOST_BODY))
            recording.leave_out("/robots.txt", unless=url)
            entry = _entry(url, answer, recording, title)
            if urls[url] and entry.kept:
                entry = replace(entry, shows=False, fault=urls[url])
            journal.add(entry, recording.exchanges)
            done += 1
            if told:
                told(done, len(urls))

    own = replace(options, body_limit=MOST_BODY)
    async with Web(own, onward=onward, transport=Recorder(own)) as web:
        tasks = [asyncio.create_task(one(web, url)) for url in pending]
        try:
            await asyncio.gather(*tasks)
        except asyncio.CancelledError:
            return False
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return True


def _entry(url: str, answer: Fetched | Unreachable, recording: Recording, title: Title) -> Captured:
    """What the journal says of one address."""
    at = recording.exchanges[0].at if recording.exchanges else datetime.now(UTC)
    size = sum(len(exchange.body) for exchange in recording.exchanges)
    refused = f"not written down: {recording.refused[0]}" if recording.refused else ""
    if isinstance(answer, Unreachable):
        return Captured(url, at, 0, fault=refused or answer.detail or str(answer.fault), size=size)
    cut = not recording.exchanges or not recording.exchanges[-1].whole
    fault = refused or _fault(answer, cut)
    return Captured(
        url, at, 0, (), None if refused else answer.status, title(answer), size, cut, fault
    )


def _fault(answer: Fetched, cut: bool) -> str:
    if not 200 <= answer.status < 300:
        return f"it answers {answer.status}"
    if cut:
        return (
            "more was there than was captured"
            if answer.truncated
            else "it broke off before its end"
        )
    return ""
