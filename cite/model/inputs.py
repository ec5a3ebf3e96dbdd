"""What a run is given to read, once its bytes are at hand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """A file, standard input, a page, a file within an archive: all are read alike."""

    name: str
    """As its user calls it: a path, `-`, an address."""
    content: bytes
