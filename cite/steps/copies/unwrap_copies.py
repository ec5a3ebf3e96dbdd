"""References whose links are archived copies: the pages behind them are to be checked too."""

from collections.abc import Iterable
from dataclasses import replace

from cite.model.document import Link
from cite.model.evidence import Archive
from cite.model.references import Reference
from cite.recognisers.addresses.archive_address import archive_address


def unwrap_copies(reference: Reference, archives: Iterable[Archive]) -> Reference:
    """The reference with the original of each cited copy among its links, where its address tells."""
    links = list(reference.links)
    known = {link.url for link in links}
    for link in reference.links:
        original = _original_of(link.url, archives)
        if original and original not in known:
            known.add(original)
            links.append(Link(original, link.shown, link.href, link.span))
    return (
        replace(reference, links=tuple(links)) if len(links) > len(reference.links) else reference
    )


def _original_of(url: str, archives: Iterable[Archive]) -> str:
    """The page that a copy's address stands for; nothing for an ordinary address."""
    if address := archive_address(url):
        return address.original
    mementos = (archive.recognises(url) for archive in archives)
    return next((memento.uri_r for memento in mementos if memento), "")
