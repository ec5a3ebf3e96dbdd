"""A source's whole text, to look for words in: of a web page, a PDF, a plain file. What hides it is said in words."""

import re
from dataclasses import dataclass

from cite.formats.html_encoding import decode_html
from cite.formats.html_text import RAISED, html_text
from cite.formats.page import kind_of_body

LEAST_TEXT = 40
"""Letters below which a source says nothing: a scan, a page that scripts fill."""
_RAISED_MARKUP = re.compile(r"<sup\b[^>]{0,200}>(.{0,40}?)</sup>", re.I | re.S)
_CALL = re.compile(r"\[\^[\w-]{1,40}\]|\^\[\d{1,3}\]")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!~-])")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*])", re.S)
_PARTIAL = re.compile(
    r"\b(?:subscribe (?:now )?to (?:read|continue|access)|to continue reading|log ?in to (?:read|continue|access)|sign in to (?:read|continue|access)"
    r"|preview of (?:the )?(?:subscription )?(?:content|article|book)|purchase (?:the )?(?:pdf|article|access|this article)|buy (?:this )?article|get (?:full )?access|rent this article"
    r"|(?:read|view|access) the full (?:article|text|story|report)|full text (?:is )?(?:not )?available|this is an? (?:excerpt|extract|preview)|extract only|no preview"
    r"|weiterlesen mit|abonnés|réservé aux abonnés|suscríbete|abbonati|first page preview|snippet view)\b",
    re.I,
)
_ABSTRACT = re.compile(
    r"^\W*(?:abstract|summary|zusammenfassung|résumé|resumen|riassunto|samenvatting|resumo)\b",
    re.I | re.M,
)
MOST_SIGNS = 20_000
"""Signs of emphasis beyond which a text is no Markdown that anybody wrote."""
SHORT_OF_A_WORK = 3000
"""Letters of a text that says it is an excerpt or an abstract, below which that is all it is."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source, or why there is none."""

    text: str
    """Paragraphs by lines, pages parted by form feeds; empty where nothing can be read."""
    kind: str
    """`html`, `pdf`, `text`, or what else the bytes are."""
    unreadable: str = ""
    """Why nothing can be read."""
    partial: str = ""
    """Why this is not the whole: an abstract, a preview. What is not in it may still be in the work."""


def read_source(content: bytes, content_type: str = "") -> SourceText:
    """The text of bytes of whatever kind; never raises."""
    kind = kind_of_body(content, content_type)
    if kind == "empty":
        return SourceText("", kind, "the file is empty")
    if kind == "pdf":
        from cite.formats.pdf import read_pages

        pages = read_pages(content)
        if pages is None:
            return SourceText(
                "", kind, "the PDF cannot be opened: it is damaged or needs a password"
            )
        return _told("\f".join(pages), kind, "the PDF holds pictures of pages and no text")
    if kind == "html":
        return _told(html_text(decode_html(content, content_type)), kind, "the page holds no text")
    if kind in ("text", "json"):
        return _told(plain_text(decode_html(content, content_type)), kind, "there is no text in it")
    return SourceText("", kind, f"it is no text: {kind}")


def _told(text: str, kind: str, why_not: str) -> SourceText:
    letters = sum(1 for _ in re.finditer(r"[^\W\d_]", text[:20_000]))
    if letters < LEAST_TEXT and kind != "text":
        return SourceText("", kind, why_not)
    if not letters:
        return SourceText("", kind, why_not)
    return SourceText(text, kind, partial=part_only(text))


def part_only(text: str) -> str:
    """Why a text is no more than a part of a work, or nothing."""
    if len(text) < 4 * SHORT_OF_A_WORK and (found := _PARTIAL.search(text)):
        return f"only a preview of it can be read (“{found[0]}”)"
    if len(text) < SHORT_OF_A_WORK and _ABSTRACT.search(text[:400]):
        return "only an abstract of it can be read"
    return ""


def plain_text(text: str) -> str:
    """Plain text or Markdown: note calls as raised, emphasis and escapes undone, line ends as one sign."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<sup" in text.lower():
        text = _RAISED_MARKUP.sub(rf"{RAISED[0]}\1{RAISED[1]}", text)
    text = _CALL.sub(lambda call: f"{RAISED[0]}{call[0]}{RAISED[1]}", text)
    text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    return _EMPHASIS.sub(r"\2", text) if text.count("*") + text.count("_") < MOST_SIGNS else text
