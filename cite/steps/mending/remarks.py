"""What is found of each note's links, in the few words that a margin holds."""

from collections.abc import Iterable, Iterator, Mapping

from cite.model.document import Link
from cite.model.mending import Remark
from cite.model.references import ReadDocument
from cite.model.verdicts import LinkState, LinkVerdict

_REASONS = 2
"""Lines of evidence for each link."""


def remarks(document: ReadDocument, judged: Mapping[str, LinkVerdict]) -> tuple[Remark, ...]:
    """One for each note with an address that was judged, at the marker that calls it first."""
    return tuple(_remarks(document, judged))


def _remarks(document: ReadDocument, judged: Mapping[str, LinkVerdict]) -> Iterator[Remark]:
    for read in document.notes:
        note = read.note
        anchor = next((marker.anchor for marker in note.markers if marker.anchor), note.anchor)
        text = "\n".join(_of(note.links, judged))
        if anchor and text:
            yield Remark(anchor, text)


def _of(links: Iterable[Link], judged: Mapping[str, LinkVerdict]) -> Iterator[str]:
    for url in dict.fromkeys(link.url for link in links):
        verdict = judged.get(url)
        if verdict is None or verdict.state is LinkState.NOT_JUDGED:
            continue
        yield f"{verdict.state.value}: {url}"
        yield from verdict.reasons[:_REASONS]
        memento = verdict.memento.memento if verdict.memento else None
        if memento:
            yield f"Copy of {memento.datetime:%-d %B %Y}: {memento.uri_m}"
