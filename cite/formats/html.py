"""Bytes to title, text and metadata. The only module that knows an HTML parser."""

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from cite.formats.nesting import tamed
from cite.formats.page_data import json_ld, says_gone
from cite.formats.script_location import script_location

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
    """Pictures, films and embedded objects in the body, those of the site's frame left out."""
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
    loads: tuple[str, ...] = ()
    """Where scripts come from."""
    asks_again: bool = False
    """Whether a script on a page of few words sets a cookie or loads the page once more."""
    links: int = 0
    """Links that lead somewhere."""
    application: bool = False
    """Whether the page is the root of an application that scripts build."""
    buttons: tuple[str, ...] = ()
    """What can be pressed, outside headers, menus and footers."""
    fields: tuple[str, ...] = ()
    """Kinds of the fields that can be filled in, outside the same."""
    carried: tuple[tuple[str, str], ...] = ()
    """Hidden fields by name, and the addresses of forms under the name `action`."""
    gone: str = ""
    """Where the page's data, not its words, say that nothing is there."""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """When what is shown was published, as the page writes it in data."""
    languages: frozenset[str] = frozenset()
    """Languages in which the page says that it is to be had."""
    unscripted: str = ""
    """What readers without scripts are told."""
    source: str = ""
    """The first characters of the markup, for what only shows there."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything the page calls itself, most telling first."""
        meta = [value for name in TITLE_META for value in self.meta.get(name, ())]
        return tuple(
            dict.fromkeys(text for text in (*meta, *self.names, self.title, *self.headings) if text)
        )


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode_html(body: bytes, content_type: str) -> str:
    """Text as a browser would decode it: byte order mark, header, meta element, then UTF-8 or Windows-1252."""
    mark = next((mark for mark, _ in _MARKS if body.startswith(mark)), b"")
    return body[len(mark) :].decode(html_encoding(body, content_type), "replace")


def html_encoding(body: bytes, content_type: str) -> str:
    """The name of the encoding in which a browser would decode a page, its mark left out."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return name
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
            return codec.name
    # A body cut off within a letter is UTF-8 all the same.
    for end in (len(body), max(0, len(body) - 4)):
        try:
            body[:end].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return "utf-8"
    return "cp1252"


def read_html(source: str) -> HtmlPage:
    """A page's features; what the fast parser cannot make sense of goes through BeautifulSoup."""
    source = tamed(source)
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
_APPLICATION = frozenset(
    "root app __next __nuxt ___gatsby react-root react-app app-root q-app svelte ember-application main-app "
    "single-spa-application storybook-root docsify app-container application js-repo-pjax-container".split()
)
"""Where frameworks put what they build."""
_ASKS_AGAIN = re.compile(r"document\.cookie\s*=|\blocation\.reload\s*\(")
_CONTENT = "main, article, #content, #main, [role=main], .content, .main-content"
_MEDIA = "img, picture, video, audio, canvas, iframe, frame, object, embed"
LONG_PARAGRAPH = 140
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


_TOLD = (
    "script, svg, title, meta, link, [id], a, frame, iframe, img, picture, video, audio, canvas, object, "
    "embed, input, select, textarea, button, form, noscript, time"
)
"""Every element that is looked at singly: one walk through the page."""
_MEDIA_TAGS = frozenset("img picture video audio canvas iframe frame object embed svg".split())
_MOST = {"script": 60, "svg": 1, "title": 1, "meta": 300, "link": 200, "noscript": 4, "time": 4}
_MOST_CONTROLS = 40


@dataclass(slots=True)
class _Told:
    """What single elements tell, in the order of the page."""

    scripts: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    metas: list[Mapping[str, str | None]] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    frames: list[str] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    buttons: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    carried: list[tuple[str, str]] = field(default_factory=list)
    unscripted: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    title: str = ""
    canonical: str = ""
    links: int = 0
    media: int = 0
    password: bool = False

    def listen(self, node: Any) -> None:
        """One element more."""
        tag, attributes = node.tag, node.attributes
        if "id" in attributes and len(self.anchors) < 7000:
            self.anchors.add(attributes["id"] or "")
        if tag == "a":
            self._anchor(attributes)
            return
        count = self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag in _MEDIA_TAGS:
            self.media += count <= _MOST.get(tag, 40) and not _of_the_frame(node, attributes)
            if tag in ("frame", "iframe") and len(self.frames) < 8:
                self.frames.append(attributes.get("src") or "")
        elif count <= _MOST.get(tag, 10_000) and (hear := _HEARD.get(tag)):
            hear(self, node, attributes)

    def _anchor(self, attributes: Mapping[str, str | None]) -> None:
        target = attributes.get("href") or ""
        self.links += bool(target) and not target.startswith(("#", "javascript:"))
        if "name" in attributes and len(self.anchors) < 7000:
            self.anchors.add(attributes["name"] or "")

    def script(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """Where it comes from, or what it says."""
        if source := attributes.get("src"):
            self.loads.append(source[:300])
            return
        kind = attributes.get("type") or ""
        text = node.text() or ""
        if kind == "application/ld+json":
            self.linked.append(text)
        elif "json" in kind:
            self.data.append(text)
        else:
            self.scripts.append(text)

    def meta(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """One of the page's own words about itself."""
        self.metas.append(attributes)

    def titled(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """The first title."""
        self.title = self.title or _fold(node.text())[:500]

    def link(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """The canonical address, and the page in other languages."""
        relation = (attributes.get("rel") or "").lower()
        if relation == "canonical" and not self.canonical:
            self.canonical = (attributes.get("href") or "")[:2000]
        if attributes.get("hreflang") and "alternate" in relation:
            self.languages.add((attributes["hreflang"] or "")[:2].lower())

    def form(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """Where it sends what is filled in."""
        if action := attributes.get("action"):
            self.carried.append(("action", action[:1000]))

    def control(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """Something to press or to fill in; what it is for where it is hidden."""
        kind = (attributes.get("type") or ("text" if node.tag == "input" else node.tag)).lower()
        self.password |= kind == "password"
        if kind == "hidden":
            self.carried.append(
                ((attributes.get("name") or "")[:60], (attributes.get("value") or "")[:1000])
            )
        elif len(self.buttons) + len(self.asked) + len(self.fields) < _MOST_CONTROLS:
            where = _stands_in(node)
            if where is _FRAME:
                return
            if node.tag == "button" or kind in ("submit", "button", "image", "reset"):
                label = _fold(node.text() or attributes.get("value"))[:80]
                (self.asked if where is _BANNER else self.buttons).append(label)
            elif where is not _BANNER:
                self.fields.append(kind[:20])

    def silent(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """What is said to readers without scripts."""
        self.unscripted.append(_fold(node.text())[:300])

    def time(self, node: Any, attributes: Mapping[str, str | None]) -> None:
        """A time that the page marks as one."""
        self.times.append((attributes.get("datetime") or "")[:40])


_HEARD = {
    "script": _Told.script,
    "meta": _Told.meta,
    "title": _Told.titled,
    "link": _Told.link,
    "form": _Told.form,
    "input": _Told.control,
    "button": _Told.control,
    "select": _Told.control,
    "textarea": _Told.control,
    "noscript": _Told.silent,
    "time": _Told.time,
}
_FRAME_TAGS = frozenset(("header", "nav", "footer"))
_FRAME, _BANNER = "frame", "banner"
_OF_BANNERS = re.compile(r"cookie|consent|gdpr|newsletter", re.IGNORECASE)


def _stands_in(node: Any) -> str:
    """Whether an element stands in a header, menu or footer, as a site's search does, or in a banner on cookies."""
    above = node.parent
    for _ in range(12):
        if above is None or above.tag in ("body", "main", "article"):
            return ""
        attributes = above.attributes
        if above.tag in _FRAME_TAGS or attributes.get("role") == "search":
            return _FRAME
        if _OF_BANNERS.search(f"{attributes.get('id')} {attributes.get('class')}"):
            return _BANNER
        above = above.parent
    return ""


_LOGO = re.compile(r"logo|icon|spacer|pixel|sprite|avatar", re.IGNORECASE)


def _of_the_frame(node: Any, attributes: Mapping[str, str | None]) -> bool:
    """Whether a picture is a logo, an icon, or in a header, menu or footer: it shows nothing of a work."""
    named = " ".join(attributes.get(name) or "" for name in ("src", "class", "id"))[:400]
    return bool(_LOGO.search(named)) or _stands_in(node) is _FRAME


_AUTHOR_META = ("citation_author", "dc.creator", "author", "article:author", "parsely-author")
_DATE_META = (
    "citation_publication_date", "citation_date", "article:published_time", "dc.date", "dcterms.issued",
    "datepublished", "date", "parsely-pub-date",
)  # fmt: skip


def _fast(source: str) -> HtmlPage:
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(source)
    root, body = tree.root, tree.body
    told = _Told()
    for node in tree.css(_TOLD):
        told.listen(node)
    described = [json_ld(text) for text in told.linked[:6]]
    tree.strip_tags(_UNSEEN)
    meta, refresh = _meta(told.metas)
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
    paragraphs = [_length(_fold(node.text())) for node in tree.css("p")[:200]]
    solid = sum(length for length in paragraphs if length >= LONG_PARAGRAPH)
    inline = told.scripts[:20]
    return HtmlPage(
        title=told.title,
        headings=tuple(heading for heading in headings if heading),
        text=text,
        prose=prose,
        solid=solid if paragraphs else _length(prose),
        media=told.media,
        hollow=hollow,
        marks=marks.strip()[:300],
        language=(root.attributes.get("lang") or "")[:20].lower() if root else "",
        canonical=told.canonical,
        kinds=frozenset(kind for one in described for kind in one.kinds),
        meta=meta,
        names=tuple(name for one in described for name in one.names),
        anchors=frozenset(told.anchors - {""}),
        password=told.password,
        refresh=refresh,
        script_location=script_location(inline, text),
        frames=tuple(told.frames),
        scripts=told.counts.get("script", 0),
        loads=tuple(told.loads),
        asks_again=len(text) <= 400 and any(_ASKS_AGAIN.search(script) for script in inline),
        links=told.links,
        application=bool(_APPLICATION & told.anchors) or any("__NUXT__" in s for s in inline),
        buttons=tuple(told.buttons if told.buttons or len(prose) >= LONG_PARAGRAPH else told.asked),
        fields=tuple(told.fields),
        carried=tuple(told.carried[:40]),
        gone=says_gone(meta, [*told.data, *told.scripts]),
        authors=_of_meta(meta, _AUTHOR_META, [name for one in described for name in one.authors]),
        dates=_of_meta(
            meta, _DATE_META, [*(d for one in described for d in one.dates), *told.times]
        ),
        languages=frozenset(told.languages - {"x-"}),
        unscripted=" ".join(told.unscripted)[:600],
        source=source[:6000],
    )


def _of_meta(
    meta: Mapping[str, tuple[str, ...]], names: Iterable[str], more: Iterable[str]
) -> tuple[str, ...]:
    """Values under some names, and those of JSON-LD, each once."""
    values = [value for name in names for value in meta.get(name, ())]
    return tuple(dict.fromkeys(value for value in (*values, *more) if value))[:12]


def _length(text: str) -> int:
    """Characters, those of Chinese, Japanese and Korean counted threefold: they say as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(_DENSE.findall(text))


def _take_out(tree: Any, selector: str) -> None:
    """Elements removed; those that hold the whole page stay, whatever they are called."""
    for node in tree.css(selector):
        if node.tag not in ("body", "html", "main", "article"):
            node.decompose()


def _meta(
    metas: Iterable[Mapping[str, str | None]],
) -> tuple[dict[str, tuple[str, ...]], tuple[float, str] | None]:
    """Values by name, and the first refresh."""
    meta: dict[str, tuple[str, ...]] = {}
    refresh = None
    for attributes in metas:
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
        solid=_length(text),
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
