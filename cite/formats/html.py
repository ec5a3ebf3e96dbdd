"""Bytes to title, text and metadata. The only module that knows an HTML parser."""

import codecs
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
TEXT_LIMIT = 40_000
TITLE_META = (
    "citation_title",
    "dc.title",
    "dcterms.title",
    "og:title",
    "twitter:title",
    "title",
    "headline",
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page says of itself and shows."""

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    """Visible words, white space folded, at most `TEXT_LIMIT` characters."""
    prose: str = ""
    """The same without links, menus, banners, headers and footers: what the page itself has to say."""
    solid: int = 0
    """Characters in paragraphs long enough to be a text rather than a message or a teaser."""
    media: int = 0
    """Pictures, films and embedded objects in the body."""
    hollow: bool = False
    """Whether the element meant for the content is there and empty."""
    marks: str = ""
    """Class and id of the body, where systems write what kind of page it is."""
    language: str = ""
    canonical: str = ""
    """The address the page gives for itself."""
    kinds: frozenset[str] = frozenset()
    """Types given in JSON-LD."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """Titles given in JSON-LD."""
    anchors: frozenset[str] = frozenset()
    password: bool = False
    refresh: tuple[float, str] | None = None
    """Seconds and address of a meta refresh."""
    script_location: str | None = None
    """Where a script sends the reader, if that is all that the page does."""
    frames: tuple[str, ...] = ()
    scripts: int = 0
    source: str = ""
    """The first characters of the markup, for what only shows there."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything the page calls itself, most telling first."""
        meta = [value for name in TITLE_META for value in self.meta.get(name, ())]
        return tuple(
            dict.fromkeys(text for text in (*meta, *self.names, self.title, *self.headings) if text)
        )


def decode_html(body: bytes, content_type: str) -> str:
    """Text as a browser would decode it: byte order mark, header, meta element, then UTF-8 or Windows-1252."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    declared = re.search(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", content_type, re.IGNORECASE)
    names = [declared[1]] if declared else []
    if found := _META_CHARSET.search(body[:4096]):
        # UTF-16 in a meta element that was read as ASCII cannot be true (HTML, "prescan a byte stream").
        name = found[1].decode("ascii")
        names.append("utf-8" if name.lower().startswith("utf-16") else name)
    if not names and len(body) > 3 and body[1:2] == b"\0" and body[3:4] == b"\0":
        names = ["utf-16-le"]
    for name in names:
        try:
            codec = codecs.lookup(
                "cp1252"
                if name.lower() in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii")
                else name
            )
        except LookupError:
            continue
        text = body.decode(codec.name, "replace")
        if codec.name == "utf-8" or text.count("\ufffd") * 20 <= len(text):
            return text
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        tail = body[: max(0, len(body) - 4)]
        try:
            return tail.decode("utf-8")
        except UnicodeDecodeError:
            return body.decode("cp1252", "replace")


def read_html(source: str) -> HtmlPage:
    """A page's features; what the fast parser cannot make sense of goes through BeautifulSoup."""
    try:
        return _fast(source)
    except (
        Exception
    ):  # the parser is native code fed by strangers: any failure means the careful path
        return _careful(source)


def _fold(text: str | None) -> str:
    return " ".join((text or "").split())


_UNSEEN = ["script", "style", "template", "svg", "noscript"]
_FURNITURE = (
    "nav, footer, aside, button, select, label, textarea, figcaption, [role=navigation], [role=dialog], "
    "[role=contentinfo], [hidden], [id*=cookie], [class*=cookie], [id*=consent], [class*=consent], "
    "[id*=gdpr], [class*=gdpr], [class*=newsletter], [class*=breadcrumb], [id*=footer], [class*=footer], "
    "[class*=sidebar], [id*=sidebar], [class*=related], [class*=teaser]"
)
_CONTENT = "main, article, #content, #main, [role=main], .content, .main-content"
_MEDIA = "img, picture, video, audio, canvas, iframe, frame, object, embed"
LONG_PARAGRAPH = 140


def _fast(source: str) -> HtmlPage:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    root, body = tree.root, tree.body
    scripts = [
        node.text() or ""
        for node in tree.css("script:not([src])")[:20]
        if "json" not in (node.attributes.get("type") or "")
    ]
    data = [_json_ld(node.text()) for node in tree.css('script[type="application/ld+json"]')[:6]]
    count = len(tree.css("script"))
    shapes = tree.css_first("svg") is not None
    tree.strip_tags(_UNSEEN)
    meta, refresh = _meta(tree.css("meta"))
    title_node = tree.css_first("title")
    anchors = {node.attributes.get("id") or "" for node in tree.css("[id]")[:5000]}
    anchors |= {node.attributes.get("name") or "" for node in tree.css("a[name]")[:2000]}
    frames = tuple(node.attributes.get("src") or "" for node in tree.css("frame, iframe")[:8])
    canonical = tree.css_first("link[rel=canonical]")
    password = tree.css_first("input[type=password]") is not None
    media = len(tree.css(_MEDIA)) + shapes
    marks = (
        f"{body.attributes.get('class') or ''} {body.attributes.get('id') or ''}" if body else ""
    )
    content = tree.css(_CONTENT)[:5]
    hollow = bool(content) and not any(
        node.text(strip=True) or node.css_first(_MEDIA) for node in content
    )
    text = _fold(body.text(separator=" "))[:TEXT_LIMIT] if body else ""
    _take_out(tree, _FURNITURE)
    headings = tuple(_fold(node.text())[:300] for node in tree.css("h1, h2, h3")[:12])
    _take_out(tree, "a, header, [role=banner]")
    prose = _fold(body.text(separator=" "))[:TEXT_LIMIT] if body else ""
    paragraphs = [len(_fold(node.text())) for node in tree.css("p")[:200]]
    solid = sum(length for length in paragraphs if length >= LONG_PARAGRAPH)
    return HtmlPage(
        title=_fold(title_node.text())[:500] if title_node else "",
        headings=tuple(heading for heading in headings if heading),
        text=text,
        prose=prose,
        solid=solid if paragraphs else len(prose),
        media=media,
        hollow=hollow,
        marks=marks.strip()[:300],
        language=(root.attributes.get("lang") or "")[:20].lower() if root else "",
        canonical=(canonical.attributes.get("href") or "")[:2000] if canonical else "",
        kinds=frozenset(kind for kinds, _ in data for kind in kinds),
        meta=meta,
        names=tuple(name for _, names in data for name in names),
        anchors=frozenset(anchors - {""}),
        password=password,
        refresh=refresh,
        script_location=script_location(scripts, text),
        frames=frames,
        scripts=count,
        source=source[:6000],
    )


def _take_out(tree: Any, selector: str) -> None:
    """Elements removed; those that hold the whole page stay, whatever they are called."""
    for node in tree.css(selector):
        if node.tag not in ("body", "html", "main", "article"):
            node.decompose()


def _meta(nodes: Iterable[Any]) -> tuple[dict[str, tuple[str, ...]], tuple[float, str] | None]:
    """Values by name, and the first refresh."""
    meta: dict[str, tuple[str, ...]] = {}
    refresh = None
    for node in nodes:
        attributes = node.attributes
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = _fold(attributes.get("content"))
        if name and content:
            meta[name.lower()] = (*meta.get(name.lower(), ()), content[:500])
        if (attributes.get("http-equiv") or "").lower() == "refresh" and refresh is None:
            refresh = parse_refresh(content)
    return meta, refresh


def _careful(source: str) -> HtmlPage:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(source, "lxml")
    meta: dict[str, tuple[str, ...]] = {}
    for node in soup.find_all("meta"):
        name = str(node.get("name") or node.get("property") or "").lower()
        if name and node.get("content"):
            meta[name] = (*meta.get(name, ()), _fold(str(node.get("content")))[:500])
    headings = tuple(_fold(node.get_text())[:300] for node in soup.find_all(["h1", "h2"])[:12])
    anchors = frozenset(str(node.get("id")) for node in soup.find_all(id=True))
    password = soup.find("input", type="password") is not None
    for node in soup.find_all(["script", "style", "template"]):
        node.decompose()
    title = _fold(soup.title.get_text()) if soup.title else ""
    text = _fold(soup.get_text(" "))[:TEXT_LIMIT]
    return HtmlPage(
        title=title,
        headings=headings,
        text=text,
        prose=text,
        solid=len(text),
        media=len(soup.find_all(["img", "video", "iframe", "object", "canvas"])),
        meta=meta,
        anchors=anchors,
        password=password,
        source=source[:6000],
    )


def parse_refresh(content: str) -> tuple[float, str] | None:
    """Seconds and address of `5; url=…`, the address empty for a page that reloads itself."""
    match = re.match(
        r"\s*(\d{1,6}(?:\.\d*)?|\.\d+)\s*(?:[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)[\"']?)?\s*$",
        content,
        re.IGNORECASE,
    )
    return (float(match[1]), (match[2] or "").strip()) if match else None


_LOCATION = re.compile(
    r"(?:(?:window|document|top|self|parent)\s*\.\s*)*location(?:\s*\.\s*(?:href|replace|assign))?\s*(?:=\s*|\(\s*)[\"']([^\"'\s]{1,2000})[\"']"
)


def script_location(scripts: list[str], text: str) -> str | None:
    """The address in a script that does nothing but send the reader on, on a page that says next to nothing."""
    if len(text) > 200:
        return None
    for script in scripts:
        if len(script) < 2000 and (match := _LOCATION.search(script)):
            return match[1].replace("\\/", "/")
    return None


def _json_ld(text: str | None) -> tuple[list[str], list[str]]:
    """Types and titles of what JSON-LD describes, the site and its people left out."""
    try:
        data = json.loads(text or "")
    except (ValueError, RecursionError):
        return [], []
    kinds: list[str] = []
    names: list[str] = []
    stack: list[Any] = [data]
    while stack and len(names) < 8 and len(kinds) < 40:
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:50]
        elif isinstance(item, dict):
            kind = str(item.get("@type", ""))[:100]
            kinds.append(kind)
            if not re.search(r"Organi[sz]ation|WebSite|Person|Breadcrumb|ListItem", kind):
                names += [
                    _fold(str(item[key]))[:500]
                    for key in ("headline", "name")
                    if isinstance(item.get(key), str)
                ]
            stack += [
                value
                for key, value in item.items()
                if key in ("@graph", "mainEntity", "mainEntityOfPage")
            ]
    return kinds, names
