"""CSL JSON bibliographies."""

from cite.formats import csl_json
from cite.formats.text import beginning, decode
from cite.model.references import ReferenceList


class CslJson:
    """Items of Zotero, pandoc and citeproc."""

    name = "csl-json"

    def recognises(self, path: str, content: bytes) -> bool:
        """A list of objects that have types as CSL's do."""
        if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (b"[", b"{"):
            return False
        return csl_json.looks_like(beginning(content))

    def read(self, path: str, content: bytes) -> ReferenceList:
        """Its items; what is none as findings."""
        return csl_json.read(decode(content)[0].removeprefix("\ufeff"), path)
