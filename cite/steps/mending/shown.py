"""Whether a link's words are its own address: then both are written anew, else only where it leads."""

from cite.model.document import Link
from cite.recognisers.addresses.url import looks_like_address, same_address


def shows_its_address(link: Link) -> bool:
    """A bare address, or a link whose words are the address that it leads to."""
    return link.href is None or (
        looks_like_address(link.shown) and same_address(link.shown, link.href)
    )
