"""Names of OpenDocument (ISO/IEC 26300), as lxml spells them."""

_ROOT = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = {
    "text": f"{_ROOT}:text:1.0",
    "office": f"{_ROOT}:office:1.0",
    "style": f"{_ROOT}:style:1.0",
    "table": f"{_ROOT}:table:1.0",
    "draw": f"{_ROOT}:drawing:1.0",
    "meta": f"{_ROOT}:meta:1.0",
    "manifest": f"{_ROOT}:manifest:1.0",
    "fo": f"{_ROOT}:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def q(name: str) -> str:
    """`text:p` in full."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"
