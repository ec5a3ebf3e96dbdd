"""What single elements of a page tell, heard in one walk through it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cite.formats.html_tree import Node, Tree, each, folded

_HEARD = (
    "script, svg, title, meta, link, [id], a, frame, iframe, img, picture, video, audio, canvas, object, "
    "embed, input, select, textarea, button, form, noscript, time"
)
"""Every element that is looked at singly."""
_MEDIA = frozenset("img picture video audio canvas iframe frame object embed svg".split())
_MOST = {"script": 60, "svg": 1, "title": 1, "meta": 300, "link": 200, "noscript": 4, "time": 4}
_MOST_CONTROLS = 40
_MOST_MEDIA = 40
_MOST_ANCHORS = 7000
_MOST_FRAMES = 8

Attributes = Mapping[str, str | None]


@dataclass(slots=True)
class Told:
    """What elements tell, in the order of the page."""

    title: str = ""
    canonical: str = ""
    meta: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Values by name, property or itemprop."""
    refresh: tuple[float, str] | None = None
    linked_data: list[str] = field(default_factory=list)
    """Scripts of JSON-LD."""
    data: list[str] = field(default_factory=list)
    """Scripts of other JSON."""
    scripts: list[str] = field(default_factory=list)
    """Those that stand in the page."""
    loads: list[str] = field(default_factory=list)
    """Where the others come from."""
    anchors: set[str] = field(default_factory=set)
    languages: set[str] = field(default_factory=set)
    links: int = 0
    media: int = 0
    frames: list[str] = field(default_factory=list)
    password: bool = False
    buttons: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """What can be pressed in banners on cookies."""
    fields: list[str] = field(default_factory=list)
    carried: list[tuple[str, str]] = field(default_factory=list)
    unscripted: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    @property
    def number_of_scripts(self) -> int:
        """All of them, also those that were not heard."""
        return self._counts.get("script", 0)

    @classmethod
    def by(cls, tree: Tree) -> "Told":
        """What the elements of a page tell."""
        told = cls()
        for node in each(tree, _HEARD):
            told._listen(node)
        return told

    def _listen(self, node: Node) -> None:
        tag, attributes = node.tag, node.attributes
        if "id" in attributes:
            self._anchor(attributes["id"])
        if tag == "a":
            self._link(attributes)
            return
        count = self._counts[tag] = self._counts.get(tag, 0) + 1
        if tag in _MEDIA:
            self._medium(node, attributes, count)
        elif count <= _MOST.get(tag, 10_000) and (hear := _HEARERS.get(tag)):
            hear(self, node, attributes)

    def _anchor(self, name: str | None) -> None:
        if name and len(self.anchors) < _MOST_ANCHORS:
            self.anchors.add(name)

    def _link(self, attributes: Attributes) -> None:
        target = attributes.get("href") or ""
        self.links += bool(target) and not target.startswith(("#", "javascript:"))
        self._anchor(attributes.get("name"))

    def _medium(self, node: Node, attributes: Attributes, count: int) -> None:
        """A picture or something embedded, outside the site's frame; of drawings, mostly icons, the first."""
        few = count <= _MOST.get(node.tag, _MOST_MEDIA)
        self.media += few and not _of_the_frame(node, attributes)
        if node.tag in ("frame", "iframe") and len(self.frames) < _MOST_FRAMES:
            self.frames.append(attributes.get("src") or "")

    def _script(self, node: Node, attributes: Attributes) -> None:
        if source := attributes.get("src"):
            self.loads.append(source[:300])
            return
        kind, text = attributes.get("type") or "", node.text()
        if kind == "application/ld+json":
            self.linked_data.append(text)
        elif "json" in kind:
            self.data.append(text)
        else:
            self.scripts.append(text)

    def _meta(self, node: Node, attributes: Attributes) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = folded(attributes.get("content"))
        if name and content:
            self.meta[name.lower()] = (*self.meta.get(name.lower(), ()), content[:500])
        if (attributes.get("http-equiv") or "").lower() == "refresh" and self.refresh is None:
            self.refresh = parse_refresh(content)

    def _title(self, node: Node, attributes: Attributes) -> None:
        self.title = folded(node.text())[:500]

    def _relation(self, node: Node, attributes: Attributes) -> None:
        """The canonical address, and the page in other languages."""
        relation = (attributes.get("rel") or "").lower()
        if relation == "canonical" and not self.canonical:
            self.canonical = (attributes.get("href") or "")[:2000]
        if attributes.get("hreflang") and "alternate" in relation:
            self.languages.add((attributes["hreflang"] or "")[:2].lower())

    def _form(self, node: Node, attributes: Attributes) -> None:
        if action := attributes.get("action"):
            self.carried.append(("action", action[:1000]))

    def _control(self, node: Node, attributes: Attributes) -> None:
        """Something to press or to fill in; what it is for where it is hidden."""
        kind = (attributes.get("type") or ("text" if node.tag == "input" else node.tag)).lower()
        self.password |= kind == "password"
        if kind == "hidden":
            name, value = attributes.get("name") or "", attributes.get("value") or ""
            self.carried.append((name[:60], value[:1000]))
        elif len(self.buttons) + len(self.asked) + len(self.fields) < _MOST_CONTROLS:
            self._offer(node, attributes, kind)

    def _offer(self, node: Node, attributes: Attributes, kind: str) -> None:
        where = _stands_in(node)
        if where is _FRAME:
            return
        if node.tag == "button" or kind in ("submit", "button", "image", "reset"):
            label = folded(node.text() or attributes.get("value"))[:80]
            (self.asked if where is _BANNER else self.buttons).append(label)
        elif where is not _BANNER:
            self.fields.append(kind[:20])

    def _silent(self, node: Node, attributes: Attributes) -> None:
        """What is said to readers without scripts."""
        self.unscripted.append(folded(node.text())[:300])

    def _time(self, node: Node, attributes: Attributes) -> None:
        self.times.append((attributes.get("datetime") or "")[:40])


_HEARERS: dict[str, Callable[[Told, Node, Attributes], None]] = {
    "script": Told._script,
    "meta": Told._meta,
    "title": Told._title,
    "link": Told._relation,
    "form": Told._form,
    "input": Told._control,
    "button": Told._control,
    "select": Told._control,
    "textarea": Told._control,
    "noscript": Told._silent,
    "time": Told._time,
}
_FRAME, _BANNER = "frame", "banner"
_FRAME_TAGS = ("header", "nav", "footer")
_CONTENT_TAGS = ("body", "main", "article")
_OF_BANNERS = re.compile(r"cookie|consent|gdpr|newsletter", re.IGNORECASE)
_HIGHEST = 12
"""Elements above one that are looked at."""


def _stands_in(node: Node) -> str:
    """Whether an element stands in a header, menu or footer, as a site's search does, or in a banner on cookies."""
    above = node.parent
    for _ in range(_HIGHEST):
        if above is None or above.tag in _CONTENT_TAGS:
            return ""
        attributes = above.attributes
        if above.tag in _FRAME_TAGS or attributes.get("role") == "search":
            return _FRAME
        if _OF_BANNERS.search(f"{attributes.get('id')} {attributes.get('class')}"):
            return _BANNER
        above = above.parent
    return ""


_LOGO = re.compile(r"logo|icon|spacer|pixel|sprite|avatar", re.IGNORECASE)


def _of_the_frame(node: Node, attributes: Attributes) -> bool:
    """Whether a picture is a logo, an icon, or in a header, menu or footer: it shows nothing of a work."""
    named = " ".join(attributes.get(name) or "" for name in ("src", "class", "id"))[:400]
    return bool(_LOGO.search(named)) or _stands_in(node) is _FRAME


_REFRESH = re.compile(
    r"\s*(\d{1,6}(?:\.\d*)?|\.\d+)\s*(?:[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)[\"']?)?\s*$",
    re.IGNORECASE,
)


def parse_refresh(content: str) -> tuple[float, str] | None:
    """Seconds and address of `5; url=…`, the address empty for a page that reloads itself."""
    match = _REFRESH.match(content)
    return (float(match[1]), (match[2] or "").strip()) if match else None
