"""Bytes to title, text and metadata. The only module that knows an HTML parser."""

import codecs
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
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
    return _SPACE.sub(" ", text or "").strip()


def _fast(source: str) -> HtmlPage:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    meta: dict[str, tuple[str, ...]] = {}
    refresh = None
    for node in tree.css("meta"):
        attributes = node.attributes
        name = (
            attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        ).lower()
        content = _fold(attributes.get("content"))
        if name and content:
            meta[name] = (*meta.get(name, ()), content[:500])
        if (attributes.get("http-equiv") or "").lower() == "refresh" and refresh is None:
            refresh = parse_refresh(content)
    title_node = tree.css_first("title")
    headings = tuple(_fold(node.text())[:300] for node in tree.css("h1, h2")[:12])
    names = tuple(
        name
        for node in tree.css('script[type="application/ld+json"]')[:6]
        for name in _json_ld_names(node.text())
    )
    scripts = [node.text() or "" for node in tree.css("script:not([src]):not([type])")[:20]]
    anchors = {node.attributes.get("id") or "" for node in tree.css("[id]")[:5000]}
    anchors |= {node.attributes.get("name") or "" for node in tree.css("a[name]")[:2000]}
    frames = tuple(node.attributes.get("src") or "" for node in tree.css("frame, iframe")[:8])
    password = tree.css_first('input[type="password"]') is not None
    count = len(tree.css("script"))
    tree.strip_tags(["script", "style", "template", "svg"])
    text = _fold(tree.body.text(separator=" "))[:TEXT_LIMIT] if tree.body else ""
    return HtmlPage(
        _fold(title_node.text())[:500] if title_node else "", tuple(h for h in headings if h), text, meta, names,
        frozenset(anchors - {""}), password, refresh, script_location(scripts, text), frames, count, source[:6000],
    )  # fmt: skip


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
    return HtmlPage(
        title,
        headings,
        _fold(soup.get_text(" "))[:TEXT_LIMIT],
        meta,
        (),
        anchors,
        password,
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


def _json_ld_names(text: str | None) -> list[str]:
    try:
        data = json.loads(text or "")
    except (ValueError, RecursionError):
        return []
    found: list[str] = []
    stack: list[Any] = [data]
    while stack and len(found) < 8:
        item = stack.pop()
        if isinstance(item, list):
            stack += item[:50]
        elif isinstance(item, dict):
            kind = str(item.get("@type", ""))
            if not re.search(r"Organi[sz]ation|WebSite|Person|Breadcrumb|ListItem", kind):
                found += [
                    _fold(str(item[key]))
                    for key in ("headline", "name")
                    if isinstance(item.get(key), str)
                ]
            stack += [
                value
                for key, value in item.items()
                if key in ("@graph", "mainEntity", "mainEntityOfPage")
            ]
    return found
