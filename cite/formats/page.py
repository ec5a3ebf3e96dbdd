"""An answer's body as a page: its kind by what it is, not by what it is called, and its features."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from cite.formats.html import read_html
from cite.formats.html_encoding import decode_html
from cite.formats.html_page import HtmlPage
from cite.formats.remembered import remembered
from cite.model.evidence import Fetched


@dataclass(frozen=True, slots=True)
class Page:
    """A body's kind and what can be read in it."""

    kind: str
    """`html`, `pdf`, `image`, `media`, `text`, `json`, `empty` or `binary`."""
    html: HtmlPage = field(default_factory=HtmlPage)
    title: str = ""
    text: str = ""

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything the document calls itself."""
        return self.html.titles if self.kind == "html" else tuple(t for t in (self.title,) if t)


_MAGIC = (
    (b"%PDF-", "pdf"), (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"RIFF", "media"),
    (b"PK\x03\x04", "binary"), (b"\x1f\x8b", "binary"), (b"ID3", "media"), (b"OggS", "media"), (b"\xd0\xcf\x11\xe0", "binary"),
    (b"II*\0", "image"), (b"MM\0*", "image"),
)  # fmt: skip
_FIRST_BYTES = tuple(magic for magic, _ in _MAGIC)


@remembered
def read_page(fetched: Fetched) -> Page:
    """The page of an answer; read once for each body."""
    return page_of(fetched.body, fetched.header("content-type"))


@lru_cache(maxsize=128)
def page_of(body: bytes, content_type: str) -> Page:
    """The page of a body."""
    kind = kind_of_body(body, content_type)
    if kind == "html":
        html = read_html(decode_html(body, content_type))
        return Page("html", html, html.title, html.text)
    if kind == "pdf":
        from cite.formats.pdf import read_pdf

        return Page("pdf", HtmlPage(), *read_pdf(body))
    if kind in ("text", "json"):
        return Page(kind, HtmlPage(), "", decode_html(body[:100_000], content_type))
    return Page(kind)


def kind_of_body(body: bytes, content_type: str) -> str:
    """What a body is, by its first bytes before what it is called."""
    if not body or body.isspace():
        return "empty"
    if body.startswith(_FIRST_BYTES):
        return next(kind for magic, kind in _MAGIC if body.startswith(magic))
    if b"%PDF-" in body[:1024]:
        return "pdf"
    declared = content_type.partition(";")[0].strip().lower()
    if re.match(rb"\s*[\[{]\s*[\"\[{]", body) and declared in ("text/html", "text/plain", ""):
        return "json"
    head = body[:2048].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").replace(b"\0", b"").lower()
    looks = head.startswith(
        (
            b"<!doctype html",
            b"<html",
            b"<head",
            b"<body",
            b"<title",
            b"<script",
            b"<meta",
            b"<h1",
            b"<p",
            b"<div",
            b"<!--",
            b"<frameset",
            b"<a ",
            b"<br",
            b"<table",
        )
    )
    if (
        declared in ("text/html", "application/xhtml+xml")
        or looks
        or (b"<html" in head and b"<svg" not in head[:200])
    ):
        return "html"
    if declared.startswith("image/"):
        return "image"
    if declared.startswith(("audio/", "video/")):
        return "media"
    if "json" in declared:
        return "json"
    if declared.startswith("text/") or "xml" in declared or not declared:
        return (
            "binary"
            if b"\0" in body[:1024] and not body.startswith((b"\xff\xfe", b"\xfe\xff"))
            else "text"
        )
    return "binary"
