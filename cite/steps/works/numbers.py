"""Years, volumes and first pages compared, each in the ways in which they are printed."""

import re
from collections.abc import Iterable

from cite.model.notes import roman_to_int
from cite.steps.works.votes import Vote

_PAGE = re.compile(r"(?P<letters>[a-z]{0,3})[\s./:]?(?P<digits>\d{1,9})", re.I)


def vote_on_years(cited: int | None, found: Iterable[int]) -> Vote:
    """The same year, or the one next to it: online first, or in print the year after."""
    years = set(found)
    if cited is None or not years:
        return Vote.SILENT
    if cited in years:
        return Vote.AGREES
    return Vote.NEAR if any(abs(cited - year) == 1 for year in years) else Vote.DIFFERS


def volume_of(text: str) -> str:
    """A volume as a plain number where it is one: `vol. XII` and `12` are the same."""
    bare = re.sub(r"^(?:volume|vol|v|bd|band|tome|t)\b[.\s]*", "", text.strip(), flags=re.I).strip(
        "().,: "
    )
    if value := roman_to_int(bare):
        return str(value)
    return bare.lstrip("0").lower()


def vote_on_volumes(cited: str, found: str, issue: str = "", years: Iterable[int] = ()) -> Vote:
    """The same volume. A periodical counted by years or by issues alone says nothing about it."""
    mine, theirs = volume_of(cited), volume_of(found)
    if not mine or not theirs:
        return Vote.SILENT
    if (
        mine == theirs
        or theirs in re.split(r"[-–/(,\s]+", mine)
        or mine in re.split(r"[-–/(,\s]+", theirs)
    ):
        return Vote.AGREES
    by_year = {str(year) for year in years}
    if mine in by_year or theirs in by_year or mine == volume_of(issue):
        return Vote.SILENT
    return Vote.DIFFERS


def first_page(text: str) -> str:
    """The first page, letters before it included: `e64723`, `s12`; empty where there is none."""
    found = _PAGE.search(text)
    if found:
        return found["letters"].lower() + found["digits"].lstrip("0")
    bare = text.strip().split("-")[0].split("–")[0].strip(" .")
    return str(roman_to_int(bare) or "")


def vote_on_pages(cited: str, found: str) -> Vote:
    """The same first page; a page inside the record's range is near, since authors cite where they quote."""
    mine, theirs = first_page(cited), first_page(found)
    if not mine or not theirs:
        return Vote.SILENT
    digits = (_digits(mine), _digits(theirs))
    if mine == theirs or (digits[0] == digits[1] and (mine.isdigit() or theirs.isdigit())):
        return Vote.AGREES
    return Vote.NEAR if mine.isdigit() and int(mine) in page_range(found) else Vote.DIFFERS


def _digits(page: str) -> str:
    return page.lstrip("abcdefghijklmnopqrstuvwxyz")


def page_range(pages: str) -> range:
    """All pages of `317-35`, an abbreviated last page made whole; empty without a last page."""
    found = re.match(r"\D{0,6}(\d{1,6})\s*[-–—]+\s*\D{0,3}(\d{1,6})", pages)
    if not found:
        return range(0)
    first, last = found[1], found[2]
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return range(int(first), int(last) + 1) if int(last) - int(first) < 2000 else range(0)
