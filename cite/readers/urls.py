"""Plain lists of addresses, one a line; `#` begins a comment."""

import re
from collections.abc import Iterator, Sequence

from cite.formats.text import decode
from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.references import Reference, ReferenceList
from cite.recognisers.addresses.url import Address, Cleaned, clean, find_addresses

_SCHEME = re.compile(
    r"[<\"'(\[“«]?(?:URL:)?(?:[A-Za-z][A-Za-z0-9+.-]{0,20}:\S|h?t+ps?//|www\.\S|10\.\d{4,9}/\S|//\S)"
)


class Urls:
    """Lists of addresses."""

    name = "urls"

    def recognises(self, path: str, content: bytes) -> bool:
        """Text in which nearly every line is an address or one word, and some are addresses."""
        try:
            text, _ = decode(content)
        except InputError:
            return False
        lines = [line for _, line in _lines(text)]
        addresses = sum(bool(_SCHEME.match(line)) for line in lines)
        single = sum(bool(_SCHEME.match(line)) or len(line.split()) == 1 for line in lines)
        if len(lines) < 3:
            return bool(lines) and addresses == len(lines)
        return single > 0.8 * len(lines) and 3 * addresses >= len(lines)

    def read(self, path: str, content: bytes) -> ReferenceList:
        """A reference for each line; lines that hold no address, or one that was mended, are findings."""
        references: list[Reference] = []
        findings: list[Finding] = []
        for number, line in _lines(decode(content)[0]):
            place = Place(path, number, 1)
            among_words = list(find_addresses(line)) if len(line.split()) > 1 else []
            if among_words and not _has_blanks(line, among_words):
                references += _among_words(among_words, line, number, place)
                continue
            cleaned = clean(line)
            findings += _about(line, cleaned, place)
            entry = Entry("online", {"url": cleaned.url}, f"line-{number}")
            link = Link(cleaned.url, line, line, Span(0, len(line)))
            references.append(Reference(entry.key, entry, (link,), (), "", line, place))
        return ReferenceList(path, tuple(references), tuple(findings))


_PATH_GOES_ON = re.compile(
    r"\S*/\S*|[\w%~-]+\.(?:html?|php|aspx?|pdf|docx?|xlsx?|txt|xml|jpe?g|png)(?:[?#]\S*)?",
    re.IGNORECASE,
)


def _has_blanks(line: str, found: Sequence[Address]) -> bool:
    """Whether a line is one address that was left with blanks in it: what follows the first goes on as a path does."""
    first = found[0]
    last = line[first.end :].split()[-1:]
    return len(found) == 1 and first.start == 0 and bool(last and _PATH_GOES_ON.fullmatch(last[0]))


def _among_words(
    found: Sequence[Address], line: str, number: int, place: Place
) -> Iterator[Reference]:
    """The addresses of a line that says something about them as well."""
    for index, one in enumerate(found):
        key = f"line-{number}" if index == 0 else f"line-{number}-{index + 1}"
        entry = Entry("online", {"url": one.url}, key)
        link = Link(one.url, one.shown, one.shown, Span(one.start, one.end))
        yield Reference(key, entry, (link,), (), "", line, place)


def _about(line: str, cleaned: Cleaned, place: Place) -> Iterator[Finding]:
    """What is wrong with a line, or was."""
    if cleaned.fault:
        message = f"“{line}” is no address: {cleaned.fault}."
        yield Finding("malformed-address", Level.ERROR, message, place, url=cleaned.url)
    for repair in cleaned.repairs:
        message = f"“{line}” was mended: {repair}."
        yield Finding(
            "address-repaired", Level.WARNING, message, place, url=cleaned.url, repair=cleaned.url
        )


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            yield number, line
