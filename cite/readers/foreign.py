"""Notations that cite itself does not read, told by their content, else by a file's name; pandoc reads them."""

import re

THROUGH_PANDOC = {
    "rst": "reStructuredText",
    "org": "Org",
    "docbook": "DocBook",
    "mediawiki": "MediaWiki",
    "typst": "Typst",
    "textile": "Textile",
    "dokuwiki": "DokuWiki",
    "muse": "Muse",
    "rtf": "RTF",
    "ipynb": "a Jupyter notebook",
    "fb2": "FictionBook",
    "opml": "OPML",
    "man": "a manual page",
}
"""By pandoc's name for them, what people call them."""
_BY_NAME = {
    ".rst": "rst", ".rest": "rst", ".org": "org", ".dbk": "docbook", ".docbook": "docbook", ".wiki": "mediawiki",
    ".mediawiki": "mediawiki", ".typ": "typst", ".textile": "textile", ".dokuwiki": "dokuwiki", ".muse": "muse",
    ".rtf": "rtf", ".ipynb": "ipynb", ".fb2": "fb2", ".opml": "opml",
}  # fmt: skip
_BY_CONTENT = (
    ("rtf", re.compile(rb"\{\\rtf\d")),
    ("docbook", re.compile(rb"<[^<>]{0,2000}(?:docbook\.org/ns/docbook|//OASIS//DTD (?:Simplified )?DocBook)", re.I)),
    ("fb2", re.compile(rb"(?:<\?xml[^<>]{0,200}>\s*)?<FictionBook[\s>]")),
    ("opml", re.compile(rb"(?:<\?xml[^<>]{0,200}>\s*)?<opml[\s>]")),
    ("ipynb", re.compile(rb"\{(?=[\s\S]{0,60000}\"nbformat\"\s*:)(?=[\s\S]{0,60000}\"cells\"\s*:)")),
)  # fmt: skip
_MARKS = b"\xef\xbb\xbf \t\r\n"


_NOTE_OF_RTF = re.compile(rb"\{\\\*(?=\\footnote\b)")
"""A note marked as one that old programs may pass over, as LibreOffice marks all: pandoc does so too."""


def for_pandoc(notation: str, content: bytes) -> bytes:
    """An input as pandoc reads all of it."""
    return _NOTE_OF_RTF.sub(rb"{", content) if notation == "rtf" else content


def foreign(path: str, content: bytes) -> str:
    """Pandoc's name of the notation, or nothing where cite reads it itself."""
    head = content[:65536].lstrip(_MARKS)
    for name, sign in _BY_CONTENT:
        if sign.match(head) or (
            name == "docbook" and head[:1] == b"<" and sign.search(head[:4096])
        ):
            return name
    suffix = re.search(r"\.\w{1,10}$", path.lower())
    return _BY_NAME.get(suffix[0], "") if suffix else ""
