"""Volume, number, pages and pinpoint, in the notations of journals and books."""

import re
from dataclasses import dataclass, field

from cite.model.document import Span
from cite.recognisers.text.vocabulary import either

_R = r"(?:[A-Za-z]{0,3}\d{1,6}[a-f]?(?:n\d{1,3}(?:[-–]\d{1,3})?)?|[ivxlc]{1,8}|[IVXLC]{1,8})"
_DASH = r"\s?[-–—‑‐−⁠]{1,4}\s?"
_RANGE = rf"{_R}(?:{_DASH}{_R}\b)?(?:\s?ff?\.?(?![\w]))?(?:\s?et\s?seq\.?)?"
_RANGES = rf"{_RANGE}(?:,\s?(?:and\s)?{_RANGE}|\s(?:and|&)\s{_RANGE}){{0,5}}"
_NUMBER = r"\d{1,5}(?:\s?[-–/]\s?\d{1,5})?"
_VOLUME_WORD = r"\b(?:vol(?:umes?|s?\.|s)?|Bd\.?|Band|Jg\.?|Jahrgang|tome|t\.|v\.|т\.)"
_NUMBER_WORD = (
    r"\b(?:nos?\.?|nr\.?|num(?:ber|ero|éro|\.)?|núm\.?|issues?|iss\.?|episodes?|ep\.|heft|h\."
    r"|n°|nº|№|fasc\.?|part|pt\.)"
)
_PAGE_WORD = r"(?:\bpp?\.|\bpp?(?=\s?\d)|\bpgs?\.|\bpages?\b|\bSS?\.|\bSeiten?\b|\bpágs?\.|\bс\.)"
_VOLUME = re.compile(
    rf"{_VOLUME_WORD}\s*(?P<volume>{_NUMBER}|[IVXLC]+\b|[ivxlc]+\b)(?:\s?\((?P<number>\d{{1,4}}(?:[-–/]\d+)?)\))?",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"{_NUMBER_WORD}\s*(?P<number>{_NUMBER}[A-Za-z]?\b|[IVXLC]+\b|suppl[\w.]*(?:\s?\d+)?)",
    re.IGNORECASE,
)
_NEAR = r"[\s,.:;]{0,10}"
_VOLUME_FIGURE = r"(?P<volume>\d{1,4}[A-Z]?|[IVXLC]+|[A-Z]-?\d{1,3})"
_SHORT_VOLUME_FIGURE = r"(?P<volume>\d{1,4}[A-Z]?|[IVXLC]{1,8}|[A-Z]-?\d{1,3})"
_SUPPLEMENT = r"suppl[\w.]*(?:\s?\d+)?"
_NAMED_ISSUE = r"[Ss]uppl[\w. ]*\d*|[Ss]pecial [Ii]ssue"
_ISSUE_FOLLOWED = r"[\s,:]*(?:\(|,\s*(?:pp?\.)?\s*\d|:\s?\d|\s*$|,\s*[A-Z])|\s{2,}"
_VOLUME_FOLLOWED = (
    r"\s*[,.]?\s*(?:\(|\[|:|;|,\s*(?:pp?\.\s?)?[A-Za-z]?\d|$|\s{2,}|[-–—]\s|\.\s|,\s*[A-Z])"
)
_BEHIND_CONTAINER = (
    re.compile(
        rf"{_NEAR}{_VOLUME_FIGURE}\s?[,.]?\s?\(\s?(?P<number>{_NUMBER}[a-z]?|{_NAMED_ISSUE})\s?\)"
    ),
    re.compile(
        rf"{_NEAR}{_VOLUME_FIGURE}\s*[,.:]?\s*(?:{_NUMBER_WORD})\s*(?P<number>{_NUMBER}[A-Za-z]?|{_SUPPLEMENT})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NEAR}(?P<volume>\d{{1,3}})\s?[./:]\s?(?P<number>\d{{1,3}}(?:[-–/]\d{{1,3}})?)(?={_ISSUE_FOLLOWED})"
    ),
    re.compile(
        rf"{_NEAR}{_VOLUME_FIGURE},?\s(?P<number>[Ss]upp(?:l\.|lement)(?:\s\d{{1,3}})?|[Ss]pecial [Ii]ssue)"
    ),
    re.compile(rf"{_NEAR}{_SHORT_VOLUME_FIGURE}(?={_VOLUME_FOLLOWED})"),
)
"""`12(3)`, `12, no. 3`, `12.3` and `12`, right behind the name of a periodical."""
_HERE = either(
    ("esp.", "esp", "espec.", "especially", "in particular", "citation", "quotation", "quote", "quotes", "quoted",
     "cited", "reference", "here", "hier", "insb.", "insbes.", "insbesondere", "bes.", "besonders", "aldaar", "ici",
     "spéc.", "aquí", "aqui", "in part.", "spec.")
)  # fmt: skip
"""Words that say of a page that it is the place meant."""
_PIN = re.compile(
    rf"(?:(?<!\w){_HERE}\s*(?:(?:at|on|from)\s+)?{_PAGE_WORD}?\s*|\b(?:at|on|auf)\s+(?:{_PAGE_WORD}\s*)?)"
    rf"(?P<pin>{_RANGES})(?!\w)",
    re.IGNORECASE,
)
_ENGLISH_PARAGRAPH = r"\bpara?s?\.|\bparas?\b|\bparagraphs?\b|\bchaps?\.|\bchapters?\b|\bchs?(?:\.|(?=\s\d))|\bart(?:icle\b|\.)"
_ENGLISH_SECTION = (
    r"\bsections?\b|\bsec\.|\bApp(?:endix\b|\.)|\btable\b|\bplates?\b|\bpls?\.|\bfigs?\."
)
_LEAF_OR_LINE = r"\bfols?\.|\bnn?\.|\blines?\b|\bcols?\."
_GERMAN_PARAGRAPH = r"\bRdnr?\.|\bRn\.|\bAnm\.|\bKap\."
_PARAGRAPH_WORD = rf"¶{{1,2}}|§{{1,2}}|{_ENGLISH_PARAGRAPH}|{_ENGLISH_SECTION}|{_LEAF_OR_LINE}|{_GERMAN_PARAGRAPH}"
_PARAGRAPH_NUMBER = r"\d{1,5}(?:\.\d{1,3})*[a-z]?|[IVXLC]+\b|[A-Z]\b"
_MORE_PARAGRAPHS = r"(?:\s?[-–,]\s?\d{1,5}(?:\.\d{1,3})*)*"
_PARAGRAPH = re.compile(
    rf"(?P<pin>(?:{_PARAGRAPH_WORD})\s?(?:{_PARAGRAPH_NUMBER}){_MORE_PARAGRAPHS})", re.IGNORECASE
)
_PARAGRAPH_BESIDE = re.compile(
    r"(?<=\d)\s(?P<pin>\[\d{1,3}(?:\.\d{1,3})?\](?:\s?[-–]\s?\[\d{1,3}(?:\.\d{1,3})?\])?)(?=\.?\s*$)"
)
"""`25 [3]`: the paragraph beside the page, as Australian law notes have it."""
_PAGES = re.compile(rf"{_PAGE_WORD}\s?(?P<pages>{_RANGES})(?!\w)")
_ONE_PAGE = re.compile(r"[\s,:]*p\.\s?\d+[\s.]*$")
"""`7 (2003): p. 14`: one page of an article in a volume is the one meant, not where it begins."""
_COLON_PAGES = re.compile(rf"(?<!\w[A-Za-z]):\s?(?P<pages>{_RANGES})(?![\w:])")
_TAIL_PAGES = re.compile(rf"(?:^\s*|[,;.)\]:]\s*|\s{{2,}})(?P<pages>{_RANGES})[\s.,;)\]]*$")
_COMMA_PAGES = re.compile(rf",\s?(?P<pages>[A-Za-z]?\d{{1,5}}{_DASH}[A-Za-z]?\d{{1,5}})(?![\w])")
_CLAUSE = either(
    "who | which | where | whose | and | but | although | though | for | in | on | with | as | calls | says | argues | notes"
)
_BEFORE_A_CLAUSE = re.compile(rf"^[\s,:]*(?P<pages>{_RANGES})(?=[,;]?\s+{_CLAUSE}\s)")
"""A page behind the imprint, in a sentence that goes on."""
_FIGURES = r"\d{1,4}(?:\s?[-–]\s?\d{1,4})?"
_BEFORE_YEAR = re.compile(rf"^\s*(?P<pin>{_FIGURES}(?:,\s?{_FIGURES})*)\s*(?=\()")


@dataclass(slots=True)
class Numbers:
    """What was found, and where."""

    fields: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    locator: str = ""
    used: list[Span] = field(default_factory=list)
    """Words and figures that belong to what was found."""

    def put(self, name: str, value: str, span: tuple[int, int], whole: tuple[int, int]) -> None:
        """Keep the first value of a field."""
        if value and name not in self.fields:
            self.fields[name] = value.strip()
            self.spans[name] = Span(*span)
            self.used.append(Span(*whole))


def pages(text: str) -> str:
    """A range with an en dash, its end written out: `573–4` is `573–574`, `S1716–20` is `S1716–S1720`."""
    text = re.sub(_DASH, "–", text.strip())
    match = re.fullmatch(r"([A-Za-z]*)(\d+)–(\d+)", text)
    if match and len(match[3]) < len(match[2]):
        prefix, first, last = match.groups()
        if int(first[: len(first) - len(last)] + last) <= int(first):
            return text
        return f"{prefix}{first}–{first[: len(first) - len(last)]}{last}"
    return text


def _listed(text: str) -> str:
    return ", ".join(pages(one) for one in re.split(r",\s*(?:and\s)?|\s(?:and|&)\s", text))


def read_numbers(text: str, article: bool, chapter: bool, starts_volume: bool) -> Numbers:
    """Volume, number, pages and locator in what follows a title, dates blanked out.

    Of an article or a chapter the first pages are its own and later ones pinpoints; of a book every page is
    a pinpoint. `starts_volume` says that the text begins right behind a periodical's name.
    """
    found = Numbers()
    rest = _volume_and_number(found, text, article, starts_volume)
    rest = _pinpoint(found, rest, article or chapter)
    if not article:
        rest = _volume_and_pages(found, rest, chapter)
    _pages(found, rest, article, chapter)
    return found


def _volume_and_number(found: Numbers, text: str, article: bool, starts_volume: bool) -> str:
    rest = text
    for pattern, names in ((_VOLUME, ("volume", "number")), (_ISSUE, ("number",))):
        if not article and pattern is _ISSUE:
            continue
        if match := pattern.search(rest):
            for name in names:
                if match[name]:
                    found.put(name, match[name], match.span(name), match.span())
            rest = _blank(rest, match.span())
    if article and starts_volume and "volume" not in found.fields:
        for pattern in _BEHIND_CONTAINER:
            match = pattern.match(text)
            if match and not _is_page_list(text, match):
                groups = match.groupdict()
                if found.fields.get("number") and groups.get("number"):
                    del found.fields["number"]
                whole = (match.start("volume"), match.end())
                for name, value in groups.items():
                    if value:
                        found.put(name, value, match.span(name), whole)
                rest = _blank(rest, match.span())
                break
    return rest


_IN_VOLUME = re.compile(
    rf"(?:^|[,)\s])\s*(?P<volume>\d{{1,2}}|[IVX]{{1,5}}):\s?(?P<pages>{_RANGES})(?![\w:])"
)


def _volume_and_pages(found: Numbers, rest: str, chapter: bool) -> str:
    """`2:27–31` behind the imprint of a work in several volumes."""
    match = _IN_VOLUME.search(rest)
    if not match:
        return rest
    if chapter:
        found.put("volume", match["volume"], match.span("volume"), match.span())
        found.put("pages", pages(match["pages"]), match.span("pages"), match.span())
    else:
        found.locator = f"{match['volume']}:{_listed(match['pages'])}"
        found.used.append(Span(*match.span()))
    return _blank(rest, match.span())


def _is_page_list(text: str, match: re.Match[str]) -> bool:
    """`Le Monde, 12.` ends with a page, not with a volume."""
    alone = not re.search(r"[\d\[]", text[match.end() :])
    return (
        alone
        and "number" not in {k for k, v in match.groupdict().items() if v}
        and not text[: match.start("volume")].strip(" ,")
        and text.lstrip().startswith(",")
    )


def _blank(text: str, span: tuple[int, int]) -> str:
    return text[: span[0]] + " " * (span[1] - span[0]) + text[span[1] :]


def _pinpoint(found: Numbers, rest: str, paged: bool) -> str:
    """What says of itself that it is a pinpoint."""
    before = _BEFORE_YEAR.match(rest)
    if before and not paged:
        found.locator = _listed(before["pin"])
        found.used.append(Span(*before.span()))
        return _blank(rest, before.span())
    for match in _PIN.finditer(rest):
        alone = not re.search(r"\d", rest[: match.start()]) and "volume" not in found.fields
        if (
            paged
            and alone
            and not re.match(_HERE, match[0], re.IGNORECASE)
            and not found.locator
            and _PAGES.search(rest)
        ):
            continue
        found.locator = _listed(match["pin"])
        found.used.append(Span(*match.span()))
        return _blank(rest, match.span())
    return rest


def _pages(found: Numbers, rest: str, article: bool, chapter: bool) -> None:
    paragraph = _PARAGRAPH.search(rest)
    beside = _PARAGRAPH_BESIDE.search(rest)
    for pin in filter(None, (paragraph, beside)):
        rest = _blank(rest, pin.span())
    candidates = [
        _PAGES.search(rest),
        _COLON_PAGES.search(rest) if article else None,
        _TAIL_PAGES.search(rest),
        _COMMA_PAGES.search(rest),
        _BEFORE_A_CLAUSE.search(rest),
    ]
    match = next(
        (m for m in candidates if m),
        None,
    )
    if match:
        first, *others = re.split(r",\s*(?:and\s)?|\s(?:and|&)\s", match["pages"], maxsplit=1)
        single = not re.search(r"[-–—‑‐−]", first)
        said = article and single and "volume" in found.fields and _ONE_PAGE.match(match[0])
        own = (article and not said) or (
            chapter and (not single or bool(others) or bool(found.locator))
        )
        if own:
            start = match.start("pages")
            found.put("pages", pages(first), (start, start + len(first)), match.span())
            if others and not found.locator:
                found.locator = _listed(others[0])
            later = _TAIL_PAGES.search(_blank(rest, match.span()))
            if later and not found.locator:
                found.locator = _listed(later["pages"])
                found.used.append(Span(*later.span("pages")))
        elif not found.locator:
            found.locator = _listed(match["pages"])
        found.used.append(Span(*match.span()))
    if paragraph:
        found.used.append(Span(*paragraph.span()))
        if not found.locator:
            found.locator = re.sub(r"\s*[-–]\s*", "–", paragraph["pin"])
    if beside:
        found.used.append(Span(*beside.span()))
        found.locator = f"{found.locator} {beside['pin']}".strip()
