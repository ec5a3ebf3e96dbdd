"""Title and first words of a PDF. The only module that knows pypdfium2."""

import re
from typing import Any

PAGES = 2


def read_pdf(body: bytes) -> tuple[str, str]:
    """The title in its metadata and the text of its first pages; nothing where it cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
    except Exception:  # the library's own error, or anything a hostile file provokes
        return "", ""
    try:
        title = str(document.get_metadata_dict().get("Title", ""))
        texts = []
        for index in range(min(PAGES, len(document))):
            texts.append(document[index].get_textpage().get_text_bounded()[:8000])
    except Exception:
        return "", ""
    finally:
        document.close()
    return title, re.sub(r"\s+", " ", " ".join(texts).replace("\u0002", "")).strip()


MOST_PAGES = 3_000
MOST_LETTERS = 20_000_000
"""Characters that are taken from one document."""


def read_pages(body: bytes) -> tuple[str, ...] | None:
    """The text of every page, line by line; None where the document cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
    except Exception:  # the library's own error, or anything a hostile file provokes
        return None
    pages: list[str] = []
    letters = 0
    try:
        for index in range(min(MOST_PAGES, len(document))):
            pages.append(_page_text(document, index))
            letters += len(pages[-1])
            if letters > MOST_LETTERS:
                break
    finally:
        document.close()
    return tuple(pages)


def _page_text(document: Any, index: int) -> str:
    """One page; nothing where it is broken. Hyphens at the ends of lines are U+0002, lines end as in Unix."""
    try:
        text = str(document[index].get_textpage().get_text_bounded())
    except Exception:
        return ""
    return (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\ufffe", "\u0002")
        .replace("\f", "\n")
    )
