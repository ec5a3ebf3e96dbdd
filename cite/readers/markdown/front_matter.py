"""What an article says of itself before it begins: a block of `name: value` between two rules."""

import re

from cite.model.entries import PartialDate, possible_date
from cite.model.notes import About

_LONGEST = 500
"""Lines; what goes on longer is no front matter."""
_LINE = re.compile(r"(?P<name>[A-Za-z][\w-]{0,40})\s*:\s*(?P<value>\S.*)")
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")


_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
"""What begins front matter, in YAML or TOML, and what ends it."""


def front_matter(lines: list[str]) -> int:
    """How many lines it takes; 0 where there is none."""
    ends = _ENDS.get(lines[0].strip(), ()) if lines else ()
    if not ends:
        return 0
    return next((at for at, line in enumerate(lines[1:_LONGEST], 2) if line.strip() in ends), 0)


def about(source: str) -> About:
    """Title, date and language, as far as they are given."""
    lines = source.split("\n", _LONGEST)
    found = (match for line in lines[: front_matter(lines)] if (match := _LINE.match(line)))
    told = {match["name"].lower(): match["value"].strip().strip("'\"") for match in found}
    return About(
        told.get("title", ""),
        _date(told.get("date", "")),
        told.get("lang", told.get("language", "")),
    )


def _date(text: str) -> PartialDate | None:
    found = _DATE.match(text)
    return possible_date(*(int(part) for part in found.groups() if part)) if found else None
