"""What an entry type has no field for, said in words where its style prints them."""

import re
from collections.abc import Mapping

from cite.model.entries import FieldValue, Name, PartialDate

_PLAIN_WORDS = (
    "subtitle", "titleaddon", "type", "series", "eventtitle", "venue", "howpublished", "school",
    "institution", "organization", "pubstate", "addendum",
)  # fmt: skip
"""Fields that say in themselves what they are."""
WORDS = frozenset("in edited translated volume number chapter version page pages".split())
"""Words of ours, which take a capital at the beginning."""
_LAW = frozenset(("jurisdiction", "legislation", "legal"))
_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def container_phrase(
    entry_type: str, left: Mapping[str, FieldValue], kept: Mapping[str, FieldValue]
) -> str:
    """`in Women of the World, edited by A. Gil, pages 3–9`; `347 U.S. 483`; `[1932] AC 562 (HL)`."""
    if entry_type in _LAW:
        return " ".join(filter(None, (_reported(entry_type, left, kept), _court(left))))
    parts = _contained(left)
    parts += [str(left[name]) for name in _PLAIN_WORDS if name in left]
    parts.append(_imprint(left))
    parts += [f"{name.upper()} {left[name]}" for name in ("isbn", "issn") if name in left]
    return ", ".join(part for part in parts if part)


def _reported(
    entry_type: str, left: Mapping[str, FieldValue], kept: Mapping[str, FieldValue]
) -> str:
    """Law reports and treaty series: volume, series, page, in this order and without words."""
    report = [str(left[name]) for name in ("volume", "journal", "series", "pages") if name in left]
    if (
        entry_type == "jurisdiction"
        and "journal" in left
        and "volume" not in left
        and "year" in kept
    ):
        report.insert(0, f"[{kept['year']}]")
    number = str(left.get("number", ""))
    numbered = f"No. {number}" if number[:1].isdigit() else number
    return ", ".join(filter(None, (" ".join(report), numbered)))


def _court(left: Mapping[str, FieldValue]) -> str:
    bodies = [
        str(left[name]) for name in ("institution", "organization", "publisher") if name in left
    ]
    return f"({', '.join(bodies)})" if bodies else ""


def _contained(left: Mapping[str, FieldValue]) -> list[str]:
    said = []
    if "booktitle" in left:
        said.append(f"in {left['booktitle']}")
    if "journal" in left:
        said.append(str(left["journal"]))
    for name, verb in (("editor", "edited by"), ("translator", "translated by")):
        if isinstance(names := left.get(name), tuple):
            said.append(f"{verb} {people(names)}")
    if "edition" in left:
        edition = str(left["edition"])
        said.append(edition if re.search(r"(?i)\bed", edition) else f"{edition} edition")
    said += [
        f"{name} {left[name]}"
        for name in ("volume", "number", "chapter", "version")
        if name in left
    ]
    if "pages" in left:
        pages = str(left["pages"])
        said.append(f"{'page' if pages.isdigit() else 'pages'} {pages}")
    return said


def _imprint(left: Mapping[str, FieldValue]) -> str:
    return ": ".join(str(left[name]) for name in ("address", "publisher") if name in left)


def people(names: tuple[Name, ...]) -> str:
    """`Ana Gil, Jan van der Berg and others`."""
    shown = [person(name) for name in names if name.literal != "others"]
    if len(shown) < len(names):
        shown.append("others")
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def person(name: Name) -> str:
    """A name in reading order."""
    if name.literal:
        return name.literal
    return " ".join(filter(None, (name.given, name.particle, name.family, name.suffix)))


def archive_phrase(archived: str, url: str) -> str:
    """Words that say where a copy is kept and of when: a reader must not need to know our fields.

    `url` is the command that prints the address.
    """
    when = day_in_words(archived)
    return f"Archived copy{f' of {when}' if when else ''}: {url}"


def url_command(url: str, in_argument: bool) -> str:
    """An address that LaTeX prints as it is.

    biblatex prints fields as arguments, where hyperref wants two signs escaped; BibTeX's styles do not.
    """
    return f"\\url{{{re.sub('(?=[%#])', chr(92) * 2, url) if in_argument else url}}}"


def day_in_words(text: str) -> str:
    """`5 July 2010` of `2010-07-05`; a date that none is, as it stands."""
    date = partial_date(text)
    if date is None:
        return text
    month = _MONTH_NAMES[date.month - 1] if date.month else ""
    return " ".join(filter(None, (str(date.day or ""), month, str(date.year))))


def partial_date(text: str) -> PartialDate | None:
    """An ISO date at its precision; None for what no calendar has."""
    match = re.match(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?(?![\d-])", text.strip())
    if not match:
        return None
    date = PartialDate(*(int(part) for part in match.groups() if part))
    try:
        date.bounds  # noqa: B018 - raises where the calendar has no such day
    except (ValueError, OverflowError):
        return None
    return date
