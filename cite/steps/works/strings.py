"""A reference as it was printed, compared with a record: is what the record says found in the string?

Used beside the fields that were read from the string, so that a fault of reading costs no match.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from cite.model.works import Work
from cite.recognisers.text.folding import fold
from cite.steps.works.containers import vote_on_containers
from cite.steps.works.numbers import first_page, volume_of, vote_on_years
from cite.steps.works.people import family_of, first_of
from cite.steps.works.titles import announces_notice, announces_review, plain_title, title_in
from cite.steps.works.votes import Vote, Votes

_WHERE_AUTHORS_STAND = 48
"""Letters within which the first author is named where names come first."""
_WORDS_OF_A_TITLE = 4
_ADDRESS = re.compile(r"https?://\S+|\bdoi:?\s*10\.\S+|\b10\.\d{4,9}/\S+", re.I)
_YEAR = re.compile(r"(?<![\d\w–-])(1[5-9]\d\d|20\d\d)[a-z]?(?![\d])")
_NUMBER = re.compile(r"[a-z]{0,3}\d+|\b[ivxlc]{1,7}\b", re.I)
_VOLUME_AND_PAGE = re.compile(
    r"(?P<volume>[a-z]?\d{1,5}|\b[ivxlc]{1,7}\b)\s*(?:[(\[][^()\[\]]{1,20}[)\]])?\s*[:,;]?\s*(?:[(\[]\d{4}[a-z]?[)\]])?[:,;.\s]*"
    r"(?:pp?\.?|art\.?|no\.?)?\s*(?P<page>[a-z]{0,3}/?\s?\d{1,8})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A reference string prepared for comparison with many records."""

    text: str
    words: tuple[str, ...]
    years: tuple[int, ...]


@lru_cache(maxsize=64)
def printed(raw: str) -> Printed:
    """The string without its addresses, which hold numbers of their own."""
    text = _ADDRESS.sub(" ", raw).replace("?", "-")
    words = tuple(fold(text.replace("&amp;", "&").replace("&", " and ")).split())
    return Printed(text, words, tuple(int(year) for year in _YEAR.findall(text)))


def votes_of_string(raw: str, work: Work) -> tuple[Votes, float]:
    """The five fields looked for in a string, and how like the title is (0 … 1)."""
    line = printed(raw)
    title, likeness, behind = _title(line, work)
    votes = Votes(
        title=title,
        author=_author(line, work),
        year=_year(line, work),
        volume=_number(line, volume_of(work.volume), behind, work),
        page=_page(line, work, behind),
    )
    return votes, likeness


def _title(line: Printed, work: Work) -> tuple[Vote, float, int]:
    best: tuple[Vote, float, int] = (Vote.SILENT, 0.0, 0)
    words = list(line.words)
    for title in work.titles:
        if (announces_notice(title) and not announces_notice(_title_part(line.text))) or (
            announces_review(title) and not announces_review(line.text)
        ):
            found = (Vote.DIFFERS, 0.0, 0)
        else:
            found = _title_or_main(words, title)
        if found[0] is Vote.AGREES:
            return found
        if best[0] is Vote.SILENT or found[1] > best[1]:
            best = found
    if best[0] is Vote.DIFFERS and not _has_title(line, work):
        return Vote.SILENT, best[1], 0
    return best


def _title_part(text: str) -> str:
    """What follows the year or the names: where a title would begin."""
    found = re.search(r"\(\d{4}[a-z]?\)[.,:]?\s*|[“\"]|:\s+", text)
    return text[found.end() :] if found else text


def _title_or_main(words: list[str], title: str) -> tuple[Vote, float, int]:
    found = title_in(words, title)
    if found[0] is Vote.AGREES:
        return found
    main = re.split(r"[:?!]\s+", plain_title(title), maxsplit=1)[0]
    if main != plain_title(title) and len(fold(main).split()) >= 3:
        shorter = title_in(words, main)
        if shorter[0] is Vote.AGREES and shorter[1] >= 0.97:
            return shorter
    return found


def _has_title(line: Printed, work: Work) -> bool:
    """Whether the string names a title at all: words that are neither names nor the periodical's."""
    plain = re.findall(r"(?<![\w.])[^\W\d_]{4,}(?![\w.])", line.text)
    lower = [word for word in plain if word.islower() and word not in ("and", "with", "Chinese")]
    known = {word for name in work.containers for word in fold(name).split()}
    return len([word for word in lower if fold(word) not in known]) >= _WORDS_OF_A_TITLE - 1


def _author(line: Printed, work: Work) -> Vote:
    first = first_of(work.authors) or first_of(work.editors)
    if first is None:
        return Vote.SILENT
    family, text = family_of(first), " ".join(line.words)
    variants = [family, family.replace(" ", ""), *([family.split()[-1]] if " " in family else ())]
    places = [f" {text} ".find(f" {one} ") for one in variants if len(one) > 1]
    places = [place for place in places if place >= 0]
    if places:
        return Vote.AGREES if min(places) <= _WHERE_AUTHORS_STAND else Vote.NEAR
    return _nearly_named(family, line) if len(family) > 4 else Vote.DIFFERS


def _nearly_named(family: str, line: Printed) -> Vote:
    """A family name with a typing error, or glued to its neighbour, among the first words."""
    from rapidfuzz.distance import Indel

    for word in line.words[:6]:
        if family in word and len(word) <= len(family) + 4:
            return Vote.AGREES
        if len(word) > 4 and Indel.normalized_similarity(word, family) >= 0.82:
            return Vote.AGREES
    return Vote.DIFFERS


def _year(line: Printed, work: Work) -> Vote:
    if not line.years:
        return Vote.SILENT
    votes = {vote_on_years(year, work.years) for year in line.years}
    return next(
        vote for vote in (Vote.AGREES, Vote.NEAR, Vote.DIFFERS, Vote.SILENT) if vote in votes
    )


def _behind_title(line: Printed, behind: int) -> str:
    """The printed text that follows the title, as far as that can be told: numbers in titles are no volumes."""
    if not behind:
        return line.text
    return line.text[max(0, min(len(line.text), behind) - 12) :]


def names_a_place(raw: str) -> bool:
    """Whether a volume and a page of it are named; the numbers of an archive of preprints are none."""
    without = re.sub(
        r"\[?\s*(?:arXiv:?)?\s*(?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})\S*\s*\]?", " ", raw
    )
    return bool(_VOLUME_AND_PAGE.search(printed(without).text))


def _number(line: Printed, wanted: str, behind: int, work: Work) -> Vote:
    if not wanted:
        return Vote.SILENT
    rest = _behind_title(line, behind)
    there = {volume_of(number) for number in _NUMBER.findall(rest)}
    if wanted in there:
        return Vote.AGREES
    return Vote.DIFFERS if _VOLUME_AND_PAGE.search(rest) else Vote.SILENT


def _page(line: Printed, work: Work, behind: int) -> Vote:
    wanted = first_page(work.pages)
    if not wanted:
        return Vote.SILENT
    rest = _behind_title(line, behind)
    numbers = [number.lower() for number in re.findall(r"[a-z]{0,3}/?\s?\d+", rest, re.I)]
    there = {re.sub(r"[/\s]", "", number) for number in numbers}
    digits = wanted.lstrip("abcdefghijklmnopqrstuvwxyz")
    bare = {number.lstrip("abcdefghijklmnopqrstuvwxyz").lstrip("0") for number in there}
    years = {str(year) for year in line.years}
    if (
        wanted in there
        or (digits in bare - years and len(digits) > 1)
        or (digits in bare and len(there) > 2)
    ):
        return Vote.AGREES
    return Vote.DIFFERS if there - years else Vote.SILENT


def container_in(raw: str, work: Work) -> Vote:
    """Whether the record's periodical may be the one named before the volume."""
    text = printed(raw).text
    found = None
    for found in _VOLUME_AND_PAGE.finditer(text):
        if found["page"] and found.end() > len(text) * 0.4:
            break
    if found is None:
        return Vote.SILENT
    before = re.split(r"[.,:?”\"]\s+(?=[A-Z][a-z]{3,})|\(\d{4}[a-z]?\)", text[: found.start()])
    votes = {
        vote_on_containers(tail, work.containers)
        for tail in (*before[-2:], " ".join(before[-2:]))
        if len(fold(tail)) > 1
    }
    return next((vote for vote in (Vote.AGREES, Vote.DIFFERS) if vote in votes), Vote.SILENT)
