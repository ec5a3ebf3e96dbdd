"""What a run is given to read, once its bytes are at hand."""

from collections.abc import Callable
from dataclasses import dataclass, field

Beside = Callable[[str], bytes | None]
"""The file of a plain name in an input's own folder, or nothing: a chapter, a bibliography. It leads nowhere else."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file, standard input, a page, a file within an archive: all are read alike."""

    name: str
    """As its user calls it: a path, `-`, an address."""
    content: bytes
    beside: Beside | None = field(default=None, compare=False, repr=False)
    """How its neighbours are had; None where it has none."""
