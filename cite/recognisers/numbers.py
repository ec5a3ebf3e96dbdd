"""Volume, number, pages and pinpoints, in the notations of journals and courts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cite.model.document import Span

_R = r"(?:\d{1,5}|[ivxlc]{1,8}|[A-Z]\d{1,4})"
_RANGE = rf"{_R}(?:\s?[-–—‑]{{1,3}}\s?{_R})?"
_RANGES = rf"{_RANGE}(?:,\s?{_RANGE}){{0,4}}"
_PAGE_WORD = r"(?:pp?|pgs?|pages?|S|Seiten?|págs?|at)\.?"
_PATTERNS = (
    re.compile(
        rf"\bvol(?:ume|\.)?\s*(?P<volume>\d{{1,4}}|[IVXLC]+)\s*:\s*(?P<pages>{_RANGE})\b", re.I
    ),
    re.compile(r"\bvol(?:ume|s?\.|s)?\s*(?P<volume>\d{1,4}|[IVXLC]+)\b", re.I),
    re.compile(
        r"\b(?:no|nos|nr|number|issue|iss|heft|n°|nº|núm)\.?\s*(?P<number>\d{1,4}(?:[-–/]\d{1,4})?)\b",
        re.I,
    ),
)
_PINPOINT = re.compile(
    rf"\b(?:(?:esp(?:ecially|\.)?|citation|quotation|here|quote)\s+)?(?:at|on)\s+(?P<kind>pp?\.|paras?\.?|page|note|n\.)?\s*(?P<pin>{_RANGES})(?!\d)",
    re.I,
)
_PARAGRAPH = re.compile(
    r"(?P<pin>(?:\bparas?\.?|\bparagraphs?|¶¶?|§§?|\bchap(?:ter|\.)|\bch\.|\bart(?:icle|\.)|\bfig\.)\s*\d{1,5}(?:\s?[-–]\s?\d{1,5})?)",
    re.I,
)
_PAGES = re.compile(rf"\b{_PAGE_WORD}\s*(?P<pages>{_RANGES})\b", re.I)


@dataclass(slots=True)
class Numbers:
    """What was found, where, and what of the text is left."""

    fields: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    locator: str = ""
    pinpoint: Span | None = None
    """Where the locator stands."""

    def put(self, name: str, value: str, span: tuple[int, int]) -> None:
        """Keep the first value of a field."""
        if name not in self.fields:
            self.fields[name] = value
            self.spans[name] = Span(*span)


def pages(text: str) -> str:
    """A range with an en dash, its end written out: `573–4` is `573–574`."""
    text = re.sub(r"\s*[-–—‑]+\s*", "–", text.strip())
    match = re.fullmatch(r"(\d+)–(\d+)", text)
    if match and len(match[2]) < len(match[1]):
        first, last = match.groups()
        return f"{first}–{first[: len(first) - len(last)]}{last}"
    return text


_COMPACT = (
    # 40, no. 5 (2006): 325–40, 330   |   40 (2006): 325   |   20 (3) (2012), 12–15
    re.compile(
        rf"(?P<volume>\d{{1,4}})(?:\s*,?\s*(?:no|nos|issue|iss)\.?\s*(?P<number>\d{{1,4}}(?:[-–/]\d{{1,4}})?)|\s*[.(]\s?(?P<number2>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\)?)?"
        rf"\s*,?\s*\((?P<date>[^()]{{4,40}})\)\s*[:,]?\s*(?:pp?\.\s*)?(?P<pages>{_RANGES})?(?!\d)"
    ),
    # 158:1655   |   12(3): 45–67   |   23.4 (…)
    re.compile(
        rf"(?<![\d.])(?P<volume>\d{{1,4}})\s?(?:[.(]\s?(?P<number>\d{{1,3}}(?:[-–/]\d{{1,3}})?)\)?)?\s?:\s?(?P<pages>{_RANGE})(?!\d)"
    ),
)


def read_numbers(text: str, article: bool) -> tuple[Numbers, Mapping[str, str]]:
    """Volume, number, pages and locator in what follows a title; and a date that stood among them.

    For an article a lone page after its pages is the pinpoint, and a range is its pages; of a book every
    page is a pinpoint.
    """
    found = Numbers()
    extra: dict[str, str] = {}
    rest = text
    pin = _PINPOINT.search(rest)
    if pin and not (article and pin["kind"] is None and not re.search(r"\d", rest[: pin.start()])):
        found.locator, found.pinpoint = pages(pin["pin"]), Span(*pin.span())
        rest = rest[: pin.start()] + " " * (pin.end() - pin.start()) + rest[pin.end() :]
    for pattern in _PATTERNS:
        if match := pattern.search(rest):
            for name, value in match.groupdict().items():
                if value:
                    found.put(name, pages(value) if name == "pages" else value, match.span(name))
    if "volume" not in found.fields:
        for pattern in _COMPACT:
            match = pattern.search(rest)
            if match:
                for name, value in match.groupdict().items():
                    if value and name == "date":
                        extra["date"] = value
                    elif value:
                        found.put(
                            name.rstrip("2"),
                            pages(value) if name == "pages" else value,
                            match.span(name),
                        )
                break
    _pages_and_locator(found, rest, article)
    return found, extra


def _pages_and_locator(found: Numbers, rest: str, article: bool) -> None:
    listed = _PAGES.search(rest)
    tail = re.search(rf"(?:^|[,:)\]]\s*)(?P<pages>{_RANGES})\s*[.)]?\s*$", rest)
    paragraph = _PARAGRAPH.search(rest)
    match = listed or tail
    if match and "pages" not in found.fields and not _is_year(match["pages"]):
        value = match["pages"]
        single = not re.search(r"[-–—‑]", value)
        if not article or (single and "volume" not in found.fields and not listed):
            found.locator = found.locator or pages(value)
        else:
            first, _, others = value.partition(",")
            found.put("pages", pages(first), match.span("pages"))
            found.locator = found.locator or (pages(others.strip()) if others else "")
    elif "pages" in found.fields and "," in found.fields["pages"]:
        first, _, others = found.fields["pages"].partition(",")
        found.fields["pages"] = pages(first)
        found.locator = found.locator or pages(others)
    elif (
        match
        and match["pages"] != found.fields.get("pages")
        and not _is_year(match["pages"])
        and not found.locator
    ):
        value = pages(match["pages"])
        if value not in (
            found.fields.get("pages"),
            found.fields.get("volume"),
            found.fields.get("number"),
        ):
            found.locator = value
    if paragraph and not found.locator:
        found.locator = re.sub(r"\s*[-–]\s*", "–", paragraph["pin"])


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:1[6-9]|20)\d\d", text))
