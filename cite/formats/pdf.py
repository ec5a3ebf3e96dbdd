"""PDF: title and first words of a source, and all that stands on the pages of an article. Only this module knows pypdfium2."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cite.model.errors import InputError

PAGES = 2
MOST_PAGES = 3_000
MOST_CHARACTERS = 200_000
"""Of one page; what people read comes to some thousand."""
HYPHEN = "\u0002"
"""What stands for a hyphen at the end of a line, in a word that may be whole without it."""


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


@dataclass(frozen=True, slots=True)
class Piece:
    """Words set in one go: one font, one size, one line, one address."""

    text: str
    left: float
    right: float
    base: float
    """Height of the line they stand on, in points from the lower edge of the page."""
    size: float
    """Of the font, in points."""
    italic: bool
    bold: bool
    href: str | None
    """Of the link that lies over them."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, in the order in which it was set."""

    number: int
    """From 1."""
    width: float
    height: float
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    left: float
    bottom: float
    right: float
    top: float
    href: str


class Pdf:
    """An article as its pages."""

    def __init__(self, content: bytes) -> None:
        """Raises InputError for what is encrypted, damaged or out of all measure."""
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(content)
            self.count = len(self._document)
        except Exception as error:  # the library's own error, or anything a hostile file provokes
            reason = str(error)
            if "assword" in reason or "ecurity" in reason:
                raise InputError("is encrypted; save it without a password") from None
            raise InputError("is a PDF cut short or damaged") from None
        if self.count > MOST_PAGES:
            raise InputError(f"is a PDF of more than {MOST_PAGES:,} pages")

    @property
    def metadata(self) -> dict[str, str]:
        """Title, Author, CreationDate …, as far as they are there."""
        try:
            return {name: str(value) for name, value in self._document.get_metadata_dict().items()}
        except Exception:
            return {}

    def pages(self) -> Iterator[Page]:
        """Page after page; one that cannot be read is left empty. Raises InputError."""
        for index in range(self.count):
            try:
                page = self._document[index]
                width, height = page.get_size()
                text = page.get_textpage()
            except Exception:
                yield Page(index + 1, 0, 0, ())
                continue
            links = _links(self._document.raw, page.raw)
            yield Page(index + 1, width, height, tuple(_pieces(text.raw, links)))
            text.close()
            page.close()

    def close(self) -> None:
        """Frees what the library holds."""
        self._document.close()


def _pieces(page: Any, links: list[_Link]) -> Iterator[Piece]:
    """Characters gathered into pieces."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(page)
    if count > MOST_CHARACTERS:
        raise InputError(f"has a page of more than {MOST_CHARACTERS:,} characters")
    unicode, text_object, pointer = (
        raw.FPDFText_GetUnicode,
        raw.FPDFText_GetTextObject,
        ctypes.c_void_p,
    )
    setting: _Setting | None = None
    current: int | None = None
    letters: list[str] = []
    href: str | None = None
    first = 0
    known: dict[int, _Setting | None] = {}

    def piece(end: int) -> Iterator[Piece]:
        text = "".join(letters)
        letters.clear()
        if setting is not None and text.strip(" "):
            left, right = _box(page, first).left, _box(page, end - 1).right
            yield Piece(
                text, left, max(left, right), setting.base, setting.size, setting.italic, setting.bold, href
            )  # fmt: skip

    last = 0
    for index in range(count):
        code = unicode(page, index)
        if code in (13, 10, 0):
            yield from piece(last + 1)
            current = None
            continue
        if code == 32 and letters:
            letters.append(" ")
            continue
        handle = ctypes.cast(text_object(page, index), pointer).value
        if handle is None:
            continue
        target = _target(page, index, links, setting) if links and handle == current else None
        if handle != current or target != href:
            yield from piece(last + 1)
            if handle != current:
                if handle not in known:
                    known[handle] = _Setting.of(page, index)
                setting = known[handle]
                current = handle
            href = _target(page, index, links, setting) if links else None
            first = index
        if not letters:
            first = index
        letters.append(_letter(code))
        last = index
    yield from piece(last + 1)


def _letter(code: int) -> str:
    """A character; half of a pair that is no letter by itself is left out."""
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the characters of one text object share."""

    base: float
    size: float
    italic: bool
    bold: bool

    @staticmethod
    def of(page: Any, index: int) -> "_Setting | None":
        """None for what is turned: stamps in the margin."""
        from pypdfium2 import raw

        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        raw.FPDFText_GetMatrix(page, index, matrix)
        if abs(matrix.b) > abs(matrix.d):
            return None
        size = raw.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(page, index, buffer, 128, flags)
        name = buffer.value.decode("ascii", "replace").lower()
        slanted = bool(flags.value & 64) or bool(_ITALIC.search(name))
        bold = bool(_BOLD.search(name)) or raw.FPDFText_GetFontWeight(page, index) >= 600
        return _Setting(y.value, size, slanted, bold)


_ITALIC = re.compile(r"ital|obliq|slant|(?:cm|lm|ec|sf)(?:b?x?ti|sl|ri)|-it\b")
_BOLD = re.compile(r"bold|black|heavy|(?:cm|lm|ec|sf)bx")


def _box(page: Any, index: int) -> Any:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    return box


def _target(page: Any, index: int, links: list[_Link], setting: _Setting | None) -> str | None:
    """The address of the link over a character."""
    if setting is None:
        return None
    middle = setting.base + setting.size * 0.3
    near = [one for one in links if one.bottom <= middle <= one.top]
    if not near:
        return None
    box = _box(page, index)
    at = (box.left + box.right) / 2
    return next((one.href for one in near if one.left <= at <= one.right), None)


def _links(document: Any, page: Any) -> list[_Link]:
    """The links that lead to addresses."""
    from pypdfium2 import raw

    found: list[_Link] = []
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while len(found) < 5_000 and raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size < 10_000:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        href = buffer.value.decode("utf-8", "replace")
        found += [_Link(*rectangle, href) for rectangle in _rectangles(link)]
    return found


def _rectangles(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """Where a link lies: left, bottom, right, top."""
    from pypdfium2 import raw

    quads = raw.FPDFLink_CountQuadPoints(link)
    for index in range(min(quads, 100)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFLink_GetQuadPoints(link, index, quad):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(up), max(across), max(up)
    box = raw.FS_RECTF()
    if not quads and raw.FPDFLink_GetAnnotRect(link, box):
        yield (
            min(box.left, box.right),
            min(box.bottom, box.top),
            max(box.left, box.right),
            max(box.bottom, box.top),
        )
