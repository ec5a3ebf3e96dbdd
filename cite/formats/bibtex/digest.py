"""How an edit by hand is noticed: each entry written bears a digest of what was written."""

import hashlib
from collections.abc import Mapping

DIGEST = "verba"
"""One of biblatex's fields for whatever a user wants kept as it is; BibTeX passes over it."""


def digest(kind: str, fields: Mapping[str, str]) -> str:
    """Of type and fields; line breaks, order and the name of the key do not count."""
    told = sorted(
        f"{name}={' '.join(text.split())}" for name, text in fields.items() if name != DIGEST
    )
    return hashlib.sha256("\n".join([kind, *told]).encode()).hexdigest()[:16]
