"""BibTeX and biblatex bibliographies."""

import re

from cite.formats.text import decode
from cite.model.references import ReferenceList

_ENTRY = re.compile(
    rb"^\s*@(?!comment|string|preamble)[A-Za-z]+\s*[{(]\s*[^\s,{}]+\s*,",
    re.MULTILINE | re.IGNORECASE,
)


class Bibtex:
    """Bibliographies."""

    name = "bibtex"

    def recognises(self, path: str, content: bytes) -> bool:
        """An entry at the start of a line, or the file name where there is none."""
        head = content[:20_000]
        first = next(
            (
                line
                for line in head.split(b"\n")
                if line.strip() and not line.lstrip().startswith(b"%")
            ),
            b"",
        )
        return path.lower().endswith(".bib") or (
            first.lstrip().startswith(b"@") and bool(_ENTRY.search(head))
        )

    def read(self, path: str, content: bytes) -> ReferenceList:
        """Its entries; the broken ones as findings."""
        from cite.formats.bibtex.reading import parse

        return parse(decode(content)[0], path)
