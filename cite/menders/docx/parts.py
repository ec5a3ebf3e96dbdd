"""The parts of a Word file that are written anew: texts, their relationships, comments, content types."""

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cite.formats.package import Package
from cite.formats.xml import element, parse_xml, written
from cite.readers.docx.names import transitional, w
from cite.readers.docx.walk import COUNTED

if TYPE_CHECKING:
    from cite.formats.xml import Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(slots=True)
class Parts:
    """Trees of parts, each parsed once and written back where it changed."""

    package: Package
    trees: dict[str, "Element"] = field(default_factory=dict)
    nodes: dict[str, list["Element"]] = field(default_factory=dict)
    """Of each part, what `Anchor.node` counts."""

    def tree(self, part: str) -> "Element":
        """A part, to be changed."""
        if part not in self.trees:
            self.trees[part] = parse_xml(transitional(self.package.read(part)), part)
            self.nodes[part] = list(self.trees[part].iter(*COUNTED))
        return self.trees[part]

    def node(self, part: str, number: int) -> "Element":
        """A node that an anchor names, as it stood before anything was changed."""
        self.tree(part)
        return self.nodes[part][number]

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        """A new relationship of a part; its name."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.trees:
            there = rels in self.package
            root = (
                parse_xml(self.package.read(rels), rels)
                if there
                else element(f"{{{_RELATIONSHIPS}}}Relationships")
            )
            self.trees[rels] = root
        root = self.trees[rels]
        used = {one.get("Id") for one in root}
        name = next(f"rIdCite{n}" for n in range(1, len(used) + 2) if f"rIdCite{n}" not in used)
        told = {"Id": name, "Type": _KIND + kind, "Target": target}
        if external:
            told["TargetMode"] = "External"
        root.append(element(f"{{{_RELATIONSHIPS}}}Relationship", told))
        return name

    def comments(self, main: str) -> "Element":
        """The part of comments, made where there is none."""
        part = posixpath.join(posixpath.dirname(main), "comments.xml")
        if part in self.trees:
            return self.trees[part]
        if part in self.package:
            return self.tree(part)
        self.trees[part] = element(w("comments"))
        self.relate(main, "comments", "comments.xml")
        types = "[Content_Types].xml"
        if types not in self.trees:
            self.trees[types] = parse_xml(self.package.read(types), types)
        told = {"PartName": f"/{part}", "ContentType": _COMMENTS_TYPE}
        self.trees[types].append(element(f"{{{_TYPES}}}Override", told))
        return self.trees[part]

    def written(self) -> bytes:
        """The file, with what was changed."""
        return self.package.rewritten({name: written(root) for name, root in self.trees.items()})
