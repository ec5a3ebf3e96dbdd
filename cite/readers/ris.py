"""RIS bibliographies."""

from cite.formats import ris
from cite.formats.text import beginning, decode
from cite.model.references import ReferenceList


class Ris:
    """Records of reference managers and catalogues."""

    name = "ris"

    def recognises(self, path: str, content: bytes) -> bool:
        """The first line opens a record."""
        return ris.looks_like(beginning(content))

    def read(self, path: str, content: bytes) -> ReferenceList:
        """Its records; what is broken as findings."""
        return ris.read(decode(content)[0], path)
