"""A Word file taken apart: which part is the text, which the notes, and where its relationships lead."""

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cite.formats.package import Package
from cite.formats.xml import parse_xml
from cite.model.document import Anchor
from cite.model.errors import InputError
from cite.readers.docx.names import transitional

if TYPE_CHECKING:
    from cite.formats.xml import Element

_MAIN = re.compile(r"/officeDocument$")
_EXTERNAL = "External"


@dataclass(frozen=True, slots=True)
class Relationship:
    """Where a part leads under a name: to another part, or out of the file."""

    kind: str
    """The last word of its type: `hyperlink`, `footnotes`."""
    target: str
    external: bool
    anchor: Anchor
    """Where the target is written: the attribute `Target` of the part's `.rels`."""


class Parts:
    """The parts of a Word file, found by what they are to one another."""

    def __init__(self, content: bytes) -> None:
        """Raises InputError."""
        self.package = Package(content)
        root = self.related("")
        main = next((one for one in root.values() if one.kind == "officeDocument"), None)
        self.main = main.target if main else "word/document.xml"
        if self.main not in self.package:
            raise InputError(f"has no part {self.main}, so it is no Word document")
        self._of_main = self.related(self.main)

    def named(self, kind: str) -> str:
        """The part that is so to the text: `footnotes`, `styles`; nothing where there is none."""
        found = (one.target for one in self._of_main.values() if one.kind == kind)
        part = next((one for one in found if one in self.package), "")
        usual = f"{posixpath.dirname(self.main)}/{kind}.xml"
        return part or (usual if usual in self.package else "")

    def content(self, part: str) -> bytes:
        """Its bytes."""
        return transitional(self.package.read(part))

    def tree(self, kind: str) -> "Element | None":
        """The part that is so to the text, as a tree; None where there is none."""
        part = self.named(kind)
        return parse_xml(self.content(part), part) if part else None

    def related(self, part: str) -> dict[str, Relationship]:
        """Where a part leads, by the names that it uses for it."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.package:
            return {}
        found: dict[str, Relationship] = {}
        with_target = (
            one for one in parse_xml(self.package.read(rels), rels) if "Target" in one.attrib
        )
        for index, one in enumerate(with_target):
            target = str(one.get("Target"))
            external = one.get("TargetMode") == _EXTERNAL
            inside = (
                posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
                if not external
                else target
            )
            if target.startswith("/") and not external:
                inside = posixpath.normpath(target.lstrip("/"))
            anchor = Anchor(0, len(target), rels, index, "Target")
            kind = str(one.get("Type", "")).rpartition("/")[2]
            found[str(one.get("Id", ""))] = Relationship(kind, inside, external, anchor)
        return found
