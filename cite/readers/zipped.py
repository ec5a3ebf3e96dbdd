"""Archives of bibliographies: a Zotero library with its files, a folder of CSL JSON."""

from dataclasses import replace

from cite.formats.package import Package, is_zip
from cite.model.errors import InputError
from cite.model.findings import UNREADABLE, Finding, Level, Place
from cite.model.references import Reader, Reference, ReferenceList
from cite.readers.bibtex import Bibtex
from cite.readers.csl_json import CslJson
from cite.readers.csv import Csv
from cite.readers.ris import Ris
from cite.readers.zotero_rdf import ZoteroRdf

_READERS: tuple[Reader, ...] = (ZoteroRdf(), CslJson(), Bibtex(), Ris(), Csv())
_SUFFIXES = (".json", ".csljson", ".rdf", ".bib", ".ris", ".csv", ".txt")


class Zipped:
    """Zip archives that hold lists of references."""

    name = "zip"

    def recognises(self, path: str, content: bytes) -> bool:
        """A zip archive that no reader of documents claims."""
        return is_zip(content)

    def read(self, path: str, content: bytes) -> ReferenceList:
        """The references of every list in it, in the order of the archive. Raises InputError where it holds none."""
        package = Package(content)
        references: list[Reference] = []
        findings: list[Finding] = []
        lists = 0
        for name in package.names:
            if not name.lower().endswith(_SUFFIXES) or name.startswith("__MACOSX/"):
                continue
            try:
                part = package.read(name)
                reader = next((one for one in _READERS if one.recognises(name, part)), None)
                found = reader.read(name, part) if reader else None
            except InputError as error:
                findings.append(
                    Finding(UNREADABLE, Level.ERROR, f"{name} {error}.", Place(path, part=name))
                )
                continue
            if isinstance(found, ReferenceList):
                lists += 1
                references += (
                    replace(one, place=one.place and replace(one.place, path=path, part=name))
                    for one in found.references
                )
                findings += (
                    replace(one, place=one.place and replace(one.place, path=path, part=name))
                    for one in found.findings
                )
        if not lists:
            raise InputError("is an archive that holds no document and no list of references")
        return ReferenceList(path, tuple(references), tuple(findings))
