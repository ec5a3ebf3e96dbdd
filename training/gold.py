"""The one form that every labelled source is brought into: notes, with who is who in them.

Segments are for training: stretches of a note's text, each with one label. Fields are for scoring: what
`cite refs` should say of a citation, normalised by rules of their own, so that a mistake in the package
is not also a mistake in its measure.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cite.model.document import Run, plain
from cite.model.entries import Name

LABELS = (
    "author", "editor", "translator", "title", "journal", "booktitle", "series", "edition", "volume", "number",
    "pages", "date", "publisher", "address", "institution", "genre", "url", "doi", "id", "accessed", "label",
    "signal", "locator", "xref", "comment", "note", "other", "end",
)  # fmt: skip
"""What a token can be. `other` is punctuation and small words between fields, `end` what parts two citations."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a note's text that is one thing."""

    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldCitation:
    """A work cited: fields as `cite refs` has them; names either split, or as the words printed."""

    start: int
    fields: Mapping[str, str | int | tuple[Name, ...]]
    entry_type: str | None = None
    """None where the source does not say and the fields leave it open."""
    locator: str | None = None
    """None where the source does not tell a pinpoint from pages."""


@dataclass(frozen=True, slots=True)
class GoldCrossReference:
    """A pointer back, and the label of the note it means; None where the source leaves it open."""

    start: int
    target: str | None
    locator: str | None = None
    """None where the source does not tell it."""


@dataclass(frozen=True, slots=True)
class GoldNote:
    """A note, or one entry of a bibliography."""

    label: str
    runs: tuple[Run, ...]
    segments: tuple[Segment, ...]
    items: tuple[GoldCitation | GoldCrossReference, ...]

    @property
    def text(self) -> str:
        """The words alone; segments are offsets into this."""
        return plain(self.runs)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """The notes of one document, in order."""

    source: str
    """The labelled set it comes from: scores are printed for each."""
    name: str
    notes: tuple[GoldNote, ...]
    held: bool = False
    """Held apart: never trained on, only scored."""


@dataclass(slots=True)
class Labelled:
    """A text that grows piece by piece, each piece with its label."""

    text: str = ""
    segments: list[Segment] = field(default_factory=list)

    def add(self, text: str, label: str = "") -> None:
        """Append a piece; without a label it is punctuation between fields."""
        start = len(self.text)
        self.text += text
        if label and text.strip():
            self.segments.append(Segment(label, start, len(self.text)))


_LEAD = {
    "editor": r"(?:in|dans|en)\b\s*:?|(?:edited|hrsg\.?|ed\.|eds\.)(?:\s*(?:by|von))?(?=\s)",
    "booktitle": r"(?:in|dans|en)\b\s*:?",
    "journal": r"(?:in|dans|en)\b\s*:",
    "translator": r"(?:trans(?:lated|\.|l\.)?|trad\.?(?:\s*fr\.)?)(?:\s*(?:by|par))?(?=\s)",
    "pages": r"(?:pp?|pages?|pgs?|S|s|Seiten)\b\.?",
    "accessed": r"",
}
_TAIL = {
    "author": r"[\s,(\[]*\b(?:eds?|hrsg|hg)\b[.)\]:]*",
    "editor": r"[\s,(\[]*\b(?:eds?|editors?|hrsg|hg|herausgeber)\b[.)\]:]*",
    "translator": r"[\s,(\[]*\b(?:trans|tr)\b[.)\]:]*",
    "edition": r"\s*\b(?:edition|edn?|aufl(?:age)?|éd)\b[.)\]]*",
}
_OUTER = " \t\n\u00a0.,;:()[]<>{}/|–—-"
_QUOTES = "“”„‟\"'‘’«»‚‹›`´"


def trimmed(text: str, segment: Segment) -> Segment:
    """The segment without what sources disagree about: introducing words and outer punctuation."""
    start, end = segment.start, segment.end
    start, end = _shrunk(text, start, end)
    for pattern, ahead in ((_LEAD.get(segment.label), True), (_TAIL.get(segment.label), False)):
        if not pattern:
            continue
        part = text[start:end]
        match = (
            re.match(pattern, part, re.I) if ahead else re.search(rf"(?:{pattern})$", part, re.I)
        )
        if match and match.end() - match.start() < end - start:
            start, end = (start + match.end(), end) if ahead else (start, start + match.start())
            start, end = _shrunk(text, start, end)
    if segment.label in ("author", "editor", "translator") and text[end : end + 1] == ".":
        end += bool(re.search(r"\b[A-ZÀ-Ž]$|\bal$|\b[JS]r$", text[start:end]))
    return Segment(segment.label, start, end)


def _shrunk(text: str, start: int, end: int) -> tuple[int, int]:
    outer = _OUTER + _QUOTES
    while start < end and text[start] in outer:
        start += 1
    while end > start and text[end - 1] in outer:
        if text[end - 1] in ")]" and text[end - 1] in _closing(text[start:end]):
            break
        end -= 1
    return start, end


def _closing(part: str) -> str:
    """Closing brackets that were opened within."""
    return "".join(c for o, c in ("()", "[]") if part.count(o) >= part.count(c) > 0)


_VOLUME = re.compile(
    r"(?:\b(?:vol(?:umes?|s)?|bd|band|tome|t|т|том|v)\b\.?\s*)?(?P<volume>[A-Z]?\d{1,5}[A-Za-z]?|[IVXLCM]+\b)?(?P<rest>.*)",
    re.I | re.S,
)
_NUMBER = re.compile(
    r"(?:\(|\b(?:nos?|nr|n|iss(?:ue)?|number|heft|num)\b\.?\s*°?|n°|№|,|/|:|\.)\s*(?P<number>(?:S?\d{1,4}(?:\s*[-–/]\s*\d{1,4})?|suppl[\w. ]*))",
    re.I,
)
_PAGES_AFTER = re.compile(r":\s*(?P<pages>\w?\d+(?:\s*[-–]+\s*\w?\d+)?)\s*\W*$")


def split_volume(text: str, start: int, end: int) -> list[Segment]:
    """Volume, issue and pages that a source labels as one: `86(11):2278–2324`."""
    part = text[start:end]
    segments = []
    if dated := re.match(r"\W*((?:19|20)\d\d)(?:\s\w{3,9}\.?)?(?:\s\d+)?\s*[;:]", part):
        segments.append(Segment("date", start + dated.start(1), start + dated.end(1)))
        start += dated.end()
        part = text[start:end]
    pages = _PAGES_AFTER.search(part)
    if pages:
        segments.append(Segment("pages", start + pages.start("pages"), start + pages.end("pages")))
        part = part[: pages.start()]
    only = re.match(r"\W*(?:no|nr|issue|n°|heft)\b", part, re.I)
    match = None if only else _VOLUME.search(part.lstrip(" (,"))
    offset = start + len(part) - len(part.lstrip(" (,"))
    at = 0
    if match and match["volume"]:
        segments.append(
            Segment("volume", offset + match.start("volume"), offset + match.end("volume"))
        )
        at = offset - start + match.end("volume")
    number = _NUMBER.search(part, at)
    if number:
        segments.append(
            Segment("number", start + number.start("number"), start + number.end("number"))
        )
    return sorted(segments, key=lambda segment: segment.start)


def monographs_settled(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Titles of books, which sources mark alike: beside the title of a part they are its container."""
    kept = tuple(segments)
    part = any(segment.label == "title" for segment in kept)
    name = "booktitle" if part else "title"
    return tuple(Segment(name if s.label == "monograph" else s.label, s.start, s.end) for s in kept)


_PLAIN_FIELDS = {
    "title": "title", "journal": "journal", "booktitle": "booktitle", "series": "series", "publisher": "publisher",
    "institution": "publisher", "address": "address", "author": "author", "editor": "editor",
    "translator": "translator", "edition": "edition",
}  # fmt: skip


def fields_of(text: str, segments: Iterable[Segment]) -> dict[str, str | int | tuple[Name, ...]]:
    """What the segments of one citation say; the first of a kind counts, names are joined."""
    fields: dict[str, str | int | tuple[Name, ...]] = {}
    segments = tuple(segments)
    report = type_of(text, segments) == "techreport"
    for segment in segments:
        value = re.sub(r"\s+", " ", text[segment.start : segment.end]).strip()
        match segment.label:
            case "author" | "editor" | "translator" as name if name in fields:
                fields[name] = f"{fields[name]}; {value}"
            case "date" if year := re.search(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)", value):
                fields.setdefault("year", int(year[0]))
            case "id" if report and len(value) < 25:
                fields.setdefault("number", value)
            case "volume" | "number":
                fields.setdefault(segment.label, value)
            case "pages" if re.search(r"\d|^[ivxlc]+\b", value):
                if not re.search(r"\d\s*(?:p|pp|pages|S|s|leaves)\.?$", value):
                    fields.setdefault("pages", value)
            case "url" if doi := re.search(r"doi\.org/(10\.\d{4,}/\S+)", value):
                fields.setdefault("doi", doi[1].rstrip(".,;"))
            case "url":
                fields.setdefault("url", value)
            case "doi" if doi := re.search(r"10\.\d{4,}/\S+", value):
                fields.setdefault("doi", doi[0].rstrip(".,;"))
            case label if label in _PLAIN_FIELDS:
                fields.setdefault(_PLAIN_FIELDS[label], value)
    return {name: value for name, value in fields.items() if value != ""}


def type_of(text: str, segments: Iterable[Segment]) -> str | None:
    """The entry type, where the segments leave no doubt."""
    found = {segment.label: text[segment.start : segment.end] for segment in segments}
    genre = found.get("genre", "")
    if re.search(r"thesis|diss|thèse|mémoire", genre, re.I):
        return (
            "mastersthesis" if re.search(r"master|M\.?\s?(?:A|Sc|S|Phil)\b", genre) else "phdthesis"
        )
    if re.search(r"report|tech|working paper", genre, re.I):
        return "techreport"
    if genre:
        return None
    container = found.get("booktitle", "")
    if container:
        meeting = re.search(
            r"Proc(?:\.|eedings)|Conf(?:\.|erence)|Symp(?:\.|osium)|Workshop|Congress", container
        )
        return "inproceedings" if meeting else "incollection"
    if "journal" in found:
        return "article"
    if "publisher" in found and "address" in found and "url" not in found and "title" in found:
        return "book"
    return None
