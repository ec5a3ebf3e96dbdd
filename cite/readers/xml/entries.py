"""Works that XML describes field by field: what comes of the fields, whichever notation named them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cite.model.document import Run, Span, Style
from cite.model.entries import Entry, FieldValue, Name
from cite.model.notes import Embedded
from cite.recognisers.addresses.url import find_addresses
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.fields.names import inverted, read_name
from cite.recognisers.text.vocabulary import MONTHS


def year_of(text: str) -> int | None:
    """`2019`, `2019a`, `[1912]`."""
    match = re.search(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)", text)
    return int(match[1]) if match else None


def month_of(text: str) -> int | None:
    """`06`, `June`, `juin`, `Jan.-Mar.`: the first one named."""
    if match := re.match(r"\s*(\d{1,2})(?!\d)", text):
        return int(match[1]) if 1 <= int(match[1]) <= 12 else None
    match = re.match(r"\s*([^\W\d_]+)", text)
    return MONTHS.get(match[1].lower()) if match else None


def day_of(text: str) -> int | None:
    """`3`, `03`."""
    match = re.match(r"\s*(\d{1,2})(?!\d)", text)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def iso_day(text: str) -> str:
    """A date of access, in whatever words, as `2020-03-14`, `2020-03` or `2020`; nothing where there is none."""
    found = find_dates(text)
    return str(found[0].date) if found else ""


def personal(family: str, given: str, particle: str = "", suffix: str = "") -> Name | None:
    """A person, as `read_name` would have it; a name in one part is kept whole."""
    family, given = _bare(family), _bare(given)
    if family and given:
        name = inverted(family, given)
        return replace(name, particle=particle or name.particle, suffix=suffix or name.suffix)
    return Name(family=family, suffix=suffix) if family else named(given)


def _bare(part: str) -> str:
    """Without the punctuation that was tagged with it; the stop of an initial is its own."""
    part = part.strip(" ,;:")
    return part if re.search(r"(?:^|[\s.-])\w{1,2}\.$", part) else part.rstrip(".")


def named(text: str) -> Name | None:
    """A name in one string; nothing where there is none."""
    name = read_name(text)
    return name if name != Name() else None


def address_of(text: str) -> str:
    """The address in a tag's text or attribute, as its author meant it; nothing where there is none."""
    found = next(find_addresses(text.strip()), None)
    return found.url if found and found.start == 0 else ""


def entry_of(kind: str, fields: Mapping[str, FieldValue | None]) -> Entry:
    """An entry of the fields that are there."""
    return Entry(kind, {name: value for name, value in fields.items() if value})


def says_enough(entry: Entry) -> bool:
    """Whether the fields tell the work, so that its text need not be parsed."""
    fields = entry.fields
    return "title" in fields and bool({"author", "editor", "year", "doi"} & set(fields))


def embedded(entries: Sequence[Entry], origin: str) -> tuple[Embedded, ...]:
    """What describes the whole of a note; its length is put in once it is known."""
    told = tuple(one for one in entries if says_enough(one))
    return (Embedded(Span(0, 1 << 30), told, origin),) if told else ()


def as_words(entry: Entry) -> tuple[Run, ...]:
    """An entry that came without any words, as a person would read it."""
    fields = entry.fields
    parts: list[Run] = []

    def put(text: object, lead: str, style: Style = Style.PLAIN) -> None:
        if text:
            if parts:
                parts.append(Run(lead))
            parts.append(Run(str(text), style))

    put("; ".join(map(_shown, _names(fields.get("author") or fields.get("editor")))), "")
    put(fields.get("year") and f"({fields['year']})", " ")
    container = fields.get("journal") or fields.get("booktitle")
    put(fields.get("title"), ". ", Style.PLAIN if container else Style.ITALIC)
    put(container, ". ", Style.ITALIC)
    put(fields.get("volume"), " ")
    put(fields.get("number") and f"({fields['number']})", "")
    put(fields.get("pages"), ", ")
    place = ": ".join(str(fields[one]) for one in ("address", "publisher") if fields.get(one))
    put(place, ". ")
    put(fields.get("doi") and f"https://doi.org/{fields['doi']}", ". ")
    put(fields.get("url"), ". ")
    return tuple(parts)


def _names(value: FieldValue | None) -> Iterable[Name]:
    return value if isinstance(value, tuple) else ()


def _shown(name: Name) -> str:
    if name.literal:
        return name.literal
    family = " ".join(filter(None, (name.particle, name.family)))
    return ", ".join(filter(None, (family, name.given, name.suffix)))
