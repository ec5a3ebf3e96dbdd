"""Where the addresses of an article stand, and among which others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cite.model.document import Link
from cite.model.findings import Place
from cite.model.notes import Embedded
from cite.model.references import ReadDocument, ReferenceList
from cite.recognisers.addresses.archive_address import archive_address
from cite.recognisers.addresses.url import bare_address

_NEAR = 2
"""In the text itself, how many pages that are linked before and behind one may stand between it and its copy."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An address where it stands."""

    link: Link
    place: Place
    note: str | None
    """Label of the note; None in the text itself."""
    context: str
    copied: frozenset[str]
    """Addresses of pages whose copies the same note names, or the text close by; as `bare_address` has them."""
    printed_by: str = ""
    """The reference manager that writes the words it stands in, and will write them again."""

    @property
    def leads_to_a_copy(self) -> bool:
        """Whether it is printed in a link that leads to a copy: whoever follows it gets the work."""
        return self.link.within is not None and archive_address(self.link.within.url) is not None

    @property
    def has_its_copy(self) -> bool:
        """Whether it is a copy itself, or has one beside it."""
        return bool(archive_address(self.link.url)) or bare_address(self.link.url) in self.copied


def standings(given: ReadDocument | ReferenceList) -> Iterator[Standing]:
    """Every place where an address stands: of an article in the text first, then note by note."""
    return _of_entries(given) if isinstance(given, ReferenceList) else _of_article(given)


def _of_entries(listed: ReferenceList) -> Iterator[Standing]:
    for one in listed.references:
        copied = _copied(one.links)
        for link in one.links:
            yield Standing(link, one.place or Place(listed.path), None, one.raw, copied)


def _of_article(document: ReadDocument) -> Iterator[Standing]:
    links = [one.link for one in document.links]
    for index, one in enumerate(document.links):
        near = [*_nearest(links[index::-1]), *_nearest(links[index:])]
        yield Standing(one.link, one.place, None, one.sentence, _copied(near))
    for read in document.notes:
        note = read.note
        copied = _copied(note.links)
        for link in note.links:
            by = _printed_by(link, note.embedded)
            yield Standing(link, note.place, note.label, note.text, copied, by)


def _printed_by(link: Link, embedded: Iterable[Embedded]) -> str:
    return next(
        (one.origin for one in embedded if one.span.start <= link.span.start < one.span.end), ""
    )


def _nearest(links: Iterable[Link]) -> Iterator[Link]:
    """The first links of some; copies are not counted, so that those put in by a run change nothing for the next."""
    passed = 0
    for link in links:
        yield link
        passed += archive_address(link.url) is None
        if passed > _NEAR:
            return


def _copied(links: Iterable[Link]) -> frozenset[str]:
    copies = (archive_address(link.url) for link in links)
    return frozenset(bare_address(copy.original) for copy in copies if copy)
