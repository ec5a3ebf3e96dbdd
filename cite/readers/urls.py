"""Plain lists of addresses, one a line; `#` begins a comment."""

import re
from collections.abc import Iterator

from cite.formats.text import decode
from cite.model.document import Link, Span
from cite.model.errors import InputError
from cite.model.findings import Finding, Level, Place
from cite.model.references import Entry, Reference, ReferenceList
from cite.recognisers.url import clean

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}:\S|www\.\S|10\.\d{4,9}/\S|//\S")


class Urls:
    """Lists of addresses."""

    name = "urls"

    def recognises(self, path: str, content: bytes) -> bool:
        """Text in which nearly every line begins with an address, or holds nothing else."""
        try:
            text, _ = decode(content)
        except InputError:
            return False
        lines = [line for _, line in _lines(text)]
        hits = sum(bool(_SCHEME.match(line)) for line in lines)
        return bool(lines) and hits == len(lines) if len(lines) < 3 else hits > 0.8 * len(lines)

    def read(self, path: str, content: bytes) -> ReferenceList:
        """A reference for each line; lines that hold no address are findings."""
        references, findings = [], []
        for number, line in _lines(decode(content)[0]):
            place = Place(path, number, 1)
            cleaned = clean(line)
            if cleaned.fault:
                findings.append(
                    Finding(
                        "malformed-address",
                        Level.ERROR,
                        f"“{line}” is no address: {cleaned.fault}.",
                        place,
                        url=cleaned.url,
                    )
                )
            entry = Entry("online", {"url": cleaned.url}, f"line-{number}")
            link = Link(cleaned.url, line, line, Span(0, len(line)))
            references.append(Reference(entry.key, entry, (link,), (), "", line, place))
        return ReferenceList(path, tuple(references), tuple(findings))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if line and not line.startswith("#"):
            yield number, line
