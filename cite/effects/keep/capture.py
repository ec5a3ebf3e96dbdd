"""Addresses captured as they are asked, by the same guarded, polite, bounded web as every check."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from cite.effects.keep.journal import Journal
from cite.effects.keep.recorder import RECORDING, Recorder, Recording
from cite.effects.keep.warc import MOST_BODY
from cite.effects.web.chain import Onward
from cite.effects.web.web import Web
from cite.model.evidence import Fetch, Fetched, Manner, Unreachable
from cite.model.keeping import Captured, Wanted
from cite.model.options import Options
from cite.steps.consider import wants_second_look

AT_ONCE = 8
"""Captures under way: each may hold a body in memory."""
MOST_PARTS = 40
MOST_PART = 4 * 1024 * 1024
MOST_OF_PARTS = 24 * 1024 * 1024
"""Parts of a page, bytes of one, bytes of all: what makes a page readable, not all that it can load."""

Title = Callable[[Fetched], str]
Parts = Callable[[Fetched], Sequence[str]]
"""The addresses of what a page or a style sheet shows."""


async def capture(
    wanted: Sequence[Wanted],
    journal: Journal,
    options: Options,
    onward: Onward,
    title: Title,
    parts: Parts,
    told: Callable[[int, int], None] | None = None,
) -> bool:
    """Each address not yet done, into the journal as it comes; whether all of them were asked."""
    had = journal.done()
    pending = [one for one in wanted if one.url not in had]
    slots = asyncio.Semaphore(AT_ONCE)
    done = len(wanted) - len(pending)
    shown = {record.url for entry in had.values() for record in entry.records}

    async def ask(web: Web, target: Wanted) -> None:
        nonlocal done
        async with slots:
            recording = Recording(MOST_BODY)
            RECORDING.set(recording)
            answer = await _fetch(web, target, recording)
            recording.leave_out("/robots.txt", unless=target.url)
            entry = _entry(target, answer, recording, title)
            if isinstance(answer, Fetched) and entry.kept and not target.copy_of:
                await _ask_parts(web, answer, parts, shown)
                recording.leave_out("/robots.txt", unless=target.url)
            journal.add(entry, recording.exchanges)
            done += 1
            if told:
                told(done, len(wanted))

    own = replace(options, body_limit=MOST_BODY)
    async with Web(own, onward=onward, transport=Recorder(own)) as web:
        tasks = [asyncio.create_task(ask(web, one)) for one in pending]
        try:
            await asyncio.gather(*tasks)
        except asyncio.CancelledError:
            return False
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    return True


async def _fetch(web: Web, target: Wanted, recording: Recording) -> Fetched | Unreachable:
    """As a tool; as a browser where a site turns tools away, and then that is the capture."""
    # An archive's raw copy of a redirect leads to the live web: it is not followed.
    ask = Fetch(target.url, follow=not target.copy_of, body_limit=MOST_BODY)
    answer = await web.fetch(ask)
    if not wants_second_look(answer):
        return answer
    first = len(recording.exchanges)
    second = await web.fetch(replace(ask, manner=Manner.BROWSER))
    if not isinstance(second, Fetched) or second.status >= 400:
        return answer
    del recording.exchanges[:first]
    return second


async def _ask_parts(web: Web, page: Fetched, parts: Parts, shown: set[str]) -> None:
    """What a page shows, and what its styles show; each part once, for all pages that show it."""
    queue, asked, size = list(parts(page)), 0, 0
    while queue and asked < MOST_PARTS and size < MOST_OF_PARTS:
        url = queue.pop(0)
        if url in shown:
            continue
        shown.add(url)
        asked += 1
        part = await web.fetch(Fetch(url, body_limit=MOST_PART))
        if isinstance(part, Fetched):
            size += len(part.body)
            if "css" in part.header("content-type"):
                queue += parts(part)


def _entry(
    target: Wanted, answer: Fetched | Unreachable, recording: Recording, title: Title
) -> Captured:
    """What the journal says of one address."""
    exchanges = recording.exchanges
    at = exchanges[0].at if exchanges else datetime.now(UTC)
    size = sum(len(exchange.body) for exchange in exchanges)
    entry = Captured(target.url, at, 0, size=size, copy_of=target.copy_of)
    if recording.refused:
        return replace(entry, fault=f"not written down: {recording.refused[0]}")
    if isinstance(answer, Unreachable):
        return replace(entry, fault=answer.detail or str(answer.fault))
    cut = not exchanges or not exchanges[-1].whole
    entry = replace(
        entry, status=answer.status, title=title(answer), truncated=cut, fault=_fault(answer, cut)
    )
    if target.amiss and entry.kept:
        return replace(entry, shows=False, fault=target.amiss)
    return entry


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
