"""Small PDFs with every line where a test wants it."""

from dataclasses import dataclass, field

WIDTH, HEIGHT = 420, 600


@dataclass
class Sheet:
    """A page: type at its places, and links over rectangles."""

    strings: list[tuple[float, float, float, str]] = field(default_factory=list)
    links: list[tuple[float, float, float, float, str]] = field(default_factory=list)

    def put(self, left: float, base: float, text: str, size: float = 10) -> float:
        """A string; `^12^` in it is raised. Where it ended."""
        for number, part in enumerate(text.split("^")):
            if part:
                raised = number % 2
                here = size * 0.7 if raised else size
                self.strings.append((left, base + raised * size * 0.36, here, part))
                left += width(part, here)
        return left

    def lines(self, left: float, top: float, *texts: str, size: float = 10) -> float:
        """Lines one below the other. The height of the next."""
        for text in texts:
            self.put(left, top, text, size)
            top -= 1.2 * size
        return top

    def link(self, left: float, base: float, text: str, href: str, size: float = 10) -> float:
        """A string with a link over it."""
        right = self.put(left, base, text, size)
        self.links.append((left, base - 0.2 * size, right, base + 0.8 * size, href))
        return right


def width(text: str, size: float) -> float:
    """As Courier is set: all letters are of one width."""
    return 0.6 * size * len(text)


def pdf(*sheets: Sheet) -> bytes:
    """The sheets as a file, in Courier."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    kids = []
    for sheet in sheets:
        stream = "\n".join(
            f"BT /F {size} Tf {left} {base} Td ({_escaped(text)}) Tj ET"
            for left, base, size, text in sheet.strings
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        links = []
        for left, bottom, right, top, href in sheet.links:
            objects.append(
                f"<< /Type /Annot /Subtype /Link /Rect [{left} {bottom} {right} {top}] /A << /S /URI /URI ({_escaped(href)}) >> >>"
            )
            links.append(f"{len(objects)} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R "
            f"/Resources << /Font << /F 3 0 R >> >> /Annots [{' '.join(links)}] >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, one in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return (
        out
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
