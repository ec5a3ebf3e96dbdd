"""What to ask when an address does not answer: the same without stray punctuation, or over TLS."""

from cite.model.evidence import Fault, Fetched, Unreachable
from cite.recognisers.addresses.url_parts import split_url

_STRAY = ".,;:!?)]}>'\"”’»…"
_CLOSED = frozenset(
    {Fault.CONNECTION_REFUSED, Fault.CONNECT_TIMEOUT, Fault.NO_ROUTE, Fault.RESET, Fault.READ_TIMEOUT}
)  # fmt: skip


def other_spelling(url: str, answer: Fetched | Unreachable | None) -> tuple[str, str] | None:
    """An address that the author may have meant, and how it differs; None where there is none."""
    if isinstance(answer, Fetched) and answer.status in (400, 403, 404, 410):
        return _trimmed(url)
    if isinstance(answer, Unreachable) and answer.fault is Fault.NO_SUCH_NAME:
        return _trimmed(url)
    if isinstance(answer, Unreachable) and answer.fault in _CLOSED and not answer.hops:
        scheme, colon, rest = url.partition("://")
        plain = scheme.lower() == "http" and colon and ":" not in split_url(url).netloc
        return (f"https://{rest}", "over https") if plain else None
    return None


def _trimmed(url: str) -> tuple[str, str] | None:
    """Without what a sentence leaves at the end of an address; brackets opened within stay closed."""
    head, mark, fragment = url.partition("#")
    trimmed = head
    while trimmed and trimmed[-1] in _STRAY:
        if trimmed[-1] == ")" and trimmed.count("(") >= trimmed.count(")"):
            break
        trimmed = trimmed[:-1]
    if trimmed == head or not split_url(trimmed).host:
        return None
    return f"{trimmed}{mark}{fragment}", f"without the “{head[len(trimmed) :]}” at its end"
