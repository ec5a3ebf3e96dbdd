"""One request of a walk, made by whoever its host belongs to: how that is asked for, done, and read."""

from typing import Any

from cite.effects.engines.frames import Kind
from cite.effects.engines.peer import Asking, Reply
from cite.effects.engines.plain import answer_of, ask_of, plain_answer, plain_ask, readable
from cite.effects.web.cookies import Cookies
from cite.effects.web.hop import Hops
from cite.model.evidence import Fetch, Fetched, Hop, Unreachable


async def hop_by(
    asking: Asking,
    ask: Fetch,
    url: str,
    before: tuple[Hop, ...],
    cookies: Cookies,
    ahead: bool,
) -> Fetched | Unreachable | None:
    """The answer, added to the hops before it, with its cookies taken; None where the host is the asker's own.

    What came before does not travel: whoever makes the request need not know. Raises EngineFailed.
    """
    order = {
        "ask": plain_ask(ask, url),
        "cookies": cookies.plain,
        "ahead": ahead or bool(before),
    }
    reply = await asking(Kind.HOP, order)
    if reply.value is None:
        return None
    with readable():
        cookies.become(Cookies.of_plain(reply.value["cookies"]))
    return answer_of(reply, ask, before)


async def hop_for(hops: Hops, order: dict[str, Any]) -> Reply:
    """The same at the other end."""
    with readable():
        ask, cookies = ask_of(order["ask"]), Cookies.of_plain(order["cookies"])
    reply = plain_answer(await hops.hop(ask, ask.url, (), cookies, bool(order["ahead"])))
    reply.value["cookies"] = cookies.plain
    return reply
