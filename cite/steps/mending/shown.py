"""Whether a link's words are its own address: then both are written anew, else only where it leads."""

import re

from cite.model.document import Link
from cite.recognisers.addresses.url import looks_like_address, same_address

_NAME = re.compile(r"\s*(?:(?:doi|hdl|arxiv|urn|info|pmid)\s*:|10\.\d{4,9}/)", re.IGNORECASE)
"""Begins what names a work wherever it is to be had: it is no address that could have changed."""


def shows_its_address(link: Link) -> bool:
    """A bare address, or a link whose words are the address that it leads to."""
    return link.href is None or (
        looks_like_address(link.shown) and not is_name(link) and same_address(link.shown, link.href)
    )


def is_name(link: Link) -> bool:
    """Whether a link's words name the work: `doi:10.1000/182`."""
    return _NAME.match(link.shown) is not None
