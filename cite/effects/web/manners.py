"""What a request says of its sender: a tool that names itself, or a browser."""

from cite.model.conditions import Conditions
from cite.model.evidence import Fetch, Manner
from cite.model.options import Options
from cite.model.version import __version__

ACCEPT_ENCODING = "gzip, deflate, br, zstd"

_BROWSER = (
    ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"),
    ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"),
    ("Accept-Language", "en-US,en;q=0.9"),
    ("Upgrade-Insecure-Requests", "1"),
    ("Sec-Fetch-Dest", "document"),
    ("Sec-Fetch-Mode", "navigate"),
    ("Sec-Fetch-Site", "none"),
    ("Accept-Encoding", ACCEPT_ENCODING),
)  # fmt: skip


def user_agent(options: Options) -> str:
    """As the tool names itself."""
    contact = f"; +{options.contact}" if options.contact else ""
    return f"cite/{__version__} (source checker{contact})"


def conditions(options: Options) -> Conditions:
    """Under which a run asks."""
    return Conditions(
        user_agent(options),
        options.timeout,
        options.retries,
        tuple(map(str, options.connect_to)),
        options.ca.name if options.ca else "",
        options.demonstration,
    )


class Manners:
    """The headers of requests."""

    def __init__(self, options: Options) -> None:
        self._tool = (
            ("User-Agent", user_agent(options)),
            ("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"),
            ("Accept-Language", "en;q=0.9,*;q=0.5"),
            ("Accept-Encoding", ACCEPT_ENCODING),
        )

    def headers(self, ask: Fetch, keep: bool) -> list[tuple[str, str]]:
        """Those of the ask, then those of its manner; `keep` says whether the connection is wanted again."""
        own = {name.lower() for name, _ in ask.headers}
        manner = _BROWSER if ask.manner is Manner.BROWSER else self._tool
        headers = [*ask.headers, *(pair for pair in manner if pair[0].lower() not in own)]
        if not keep:
            headers.append(("Connection", "close"))
        return headers
