"""References whose links are archived copies: the pages behind them are to be checked too."""

from collections.abc import Iterable
from dataclasses import replace

from cite.model.evidence import Archive
from cite.model.references import Reference
from cite.recognisers.addresses.archive_address import archive_address, to_be_saved


def unwrap_copies(reference: Reference, archives: Iterable[Archive]) -> Reference:
    """The reference with the original of each cited copy among its links, where its address tells."""
    links = list(reference.links)
    known = {link.url for link in links}
    for link in reference.links:
        for original in _originals_of(link.url, archives):
            if original not in known:
                known.add(original)
                links.append(replace(link, url=original))
    return (
        replace(reference, links=tuple(links)) if len(links) > len(reference.links) else reference
    )


MOST_WRAPPINGS = 8
"""How often a copy of a copy is unwrapped."""


def _originals_of(url: str, archives: Iterable[Archive]) -> Iterable[str]:
    """The page behind a copy's address; where that is a copy again, the page behind that too, to the end."""
    for _ in range(MOST_WRAPPINGS):
        url = _original_of(url, archives)
        if not url:
            return
        yield url


def _original_of(url: str, archives: Iterable[Archive]) -> str:
    """The page that a copy's address stands for; nothing for an ordinary address."""
    if page := to_be_saved(url):
        return page
    if address := archive_address(url):
        return address.original
    mementos = (archive.recognises(url) for archive in archives)
    return next((memento.uri_r for memento in mementos if memento), "")
