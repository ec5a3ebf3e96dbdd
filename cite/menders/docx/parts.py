"""The parts of a Word file that are written anew: texts, their relationships, comments, content types."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from cite.formats.package import Package
from cite.formats.xml import element, parse_xml, written
from cite.model.document import Anchor
from cite.readers.docx.names import strict, transitional, w
from cite.readers.docx.walk import COUNTED

if TYPE_CHECKING:
    from cite.formats.xml import Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP = f"{{{_RELATIONSHIPS}}}Relationship"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NUMBER = re.compile(rb""":id=["'](\d{1,10})["']""")


@dataclass(slots=True)
class Parts:
    """Trees of parts, each parsed once and written back where it changed."""

    package: Package
    main: str
    """The part that is the text."""
    commented: str = ""
    """The part that holds comments already, if there is one."""
    trees: dict[str, "Element"] = field(default_factory=dict)
    nodes: dict[str, list["Element"]] = field(default_factory=dict)
    """Of each part, what `Anchor.node` counts."""
    strict: set[str] = field(default_factory=set)
    """Parts in the strict namespaces: they are written back in these."""
    related: dict[str, Iterator[str]] = field(default_factory=dict)
    """By part of relationships, names that none of them has."""

    def tree(self, part: str) -> "Element":
        """A part, to be changed."""
        if part not in self.trees:
            content = self.package.read(part)
            usual = transitional(content)
            if usual != content:
                self.strict.add(part)
            self.trees[part] = parse_xml(usual, part)
            self.nodes[part] = list(self.trees[part].iter(*COUNTED))
        return self.trees[part]

    def node(self, part: str, number: int) -> "Element":
        """A node that an anchor names, as it stood before anything was changed."""
        self.tree(part)
        return self.nodes[part][number]

    def part_of(self, element: "Element") -> str:
        """The part that an element stands in."""
        root = element.getroottree().getroot()
        return next(part for part, tree in self.trees.items() if tree is root)

    def numbers(self) -> Iterator[int]:
        """Numbers that no change, comment or bookmark of the file has, from 1."""
        used = {
            int(found)
            for name in self.package.within(posixpath.dirname(self.main))
            if name.endswith(".xml")
            for found in _NUMBER.findall(self.package.read(name))
        }
        return (number for number in count(1) if number not in used)

    def relationship(self, anchor: Anchor) -> tuple[str, str]:
        """The part that a target is written for, and the name it has there; nothing where there is none."""
        folder, file = posixpath.split(anchor.part)
        part = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
        targets = [one for one in self._relationships(anchor.part) if "Target" in one.attrib]
        if part not in self.package or (anchor.node or 0) >= len(targets):
            return "", ""
        return part, targets[anchor.node or 0].get("Id", "")

    def relate(self, part: str, kind: str, target: str, external: bool = False) -> str:
        """A new relationship of a part; its name."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        root = self._relationships(rels)
        name = next(self.related[rels])
        told = {"Id": name, "Type": _KIND + kind, "Target": target}
        if external:
            told["TargetMode"] = "External"
        if self.main in self.strict:
            told["Type"] = strict(told["Type"].encode()).decode()
        root.append(element(_RELATIONSHIP, told))
        return name

    def _relationships(self, rels: str) -> "Element":
        if rels not in self.trees:
            self.trees[rels] = (
                parse_xml(self.package.read(rels), rels)
                if rels in self.package
                else element(f"{{{_RELATIONSHIPS}}}Relationships")
            )
            used = {one.get("Id") for one in self.trees[rels]}
            names = (f"rIdCite{number}" for number in count(1))
            self.related[rels] = (name for name in names if name not in used)
        return self.trees[rels]

    def comments(self) -> "Element":
        """The part of comments, made where there is none."""
        if self.commented:
            return self.tree(self.commented)
        self.tree(self.main)
        self.commented = posixpath.join(posixpath.dirname(self.main), "comments.xml")
        self.nodes[self.commented] = []
        self.trees[self.commented] = element(w("comments"))
        if self.main in self.strict:
            self.strict.add(self.commented)
        self.relate(self.main, "comments", "comments.xml")
        types = parse_xml(self.package.read(_TYPES_PART), _TYPES_PART)
        told = {"PartName": f"/{self.commented}", "ContentType": _COMMENTS_TYPE}
        types.append(element(f"{{{_TYPES}}}Override", told))
        self.trees[_TYPES_PART] = types
        return self.trees[self.commented]

    def written(self) -> bytes:
        """The file, with what was changed."""
        made = {name: written(root) for name, root in self.trees.items()}
        return self.package.rewritten(
            {name: strict(text) if name in self.strict else text for name, text in made.items()}
        )
