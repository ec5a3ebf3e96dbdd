"""Bibliographies with the addresses of their entries mended. Copies are fields of their own, which merging adds."""

from cite.formats.bibtex.writing import verbatim
from cite.menders.notation import Notation, Site


class Bibtex(Notation):
    """The value of `url`, or of what stands for it."""

    def text(self, site: Site, url: str) -> str:
        """Escaped as the address before it was."""
        return url.translate(_ESCAPED) if "\\" in site.words else verbatim(url)


_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "_%&#"})
