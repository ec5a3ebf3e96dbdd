"""Does the source say what is quoted from it?"""

from collections.abc import Iterable, Iterator, Mapping

from cite.formats.page import read_page
from cite.formats.source_text import SourceText, read_source
from cite.model.asks import Ask
from cite.model.evidence import Archive, Evidence, Fetch, Fetched
from cite.model.findings import Finding, Level
from cite.model.quotations import JudgedQuotation, QuoteVerdict
from cite.model.references import Reference
from cite.model.verdicts import Means, Opinion
from cite.recognisers.addresses.archive_address import archive_address
from cite.recognisers.addresses.url_parts import split_url
from cite.steps.consider import (
    askable,
    deciding,
    first_look,
    guise_at,
    second_look,
    settled,
    wants_second_look,
)
from cite.steps.copies.choose_memento import Wanted
from cite.steps.copies.search_copies import Search, search_copies
from cite.steps.quotations.compare_sources import Text, compare_with, was_no_quotation

WHOLE = 64 * 1024 * 1024
"""Bytes of a source that are read to find words in it."""
KEPT_AS_A_RULE = 512 * 1024
"""Bytes that the store keeps of an answer of which nobody wanted the whole."""
LEVELS = {
    QuoteVerdict.ALTERED: Level.ERROR,
    QuoteVerdict.TRUNCATED: Level.ERROR,
    QuoteVerdict.JOINED: Level.ERROR,
    QuoteVerdict.NOT_FOUND: Level.WARNING,
    QuoteVerdict.ELSEWHERE: Level.WARNING,
    QuoteVerdict.UNREADABLE: Level.INFO,
    QuoteVerdict.OTHER_LANGUAGE: Level.INFO,
}


class QuotesVerifier:
    """Compares each quotation with the source that its note names, word by word.

    Why it matters: a living link says nothing of what is quoted from it. A dropped "not", a changed number,
    a "may" that became "must", an exception cut away turn the sense, and no reader sees it. What print does
    (line-end hyphens, running heads, note markers) is seen through, and what is marked as changed (ellipses,
    brackets) is honest unless it hides a negation, a condition, an exception or a number. The source is the
    page as it is now, or the PDF that it names; where neither can be read, the archived copy nearest to the
    date of the note. An abstract or a preview never yields "not found".

    What to do: compare the passage that is shown, and correct the quotation or mark what was changed.

    Example: quoted “the pilot must close the basin”; the source has “may”.
    """

    name = "quotes"
    codes: tuple[str, ...] = tuple(f"quotation-{verdict.value}" for verdict in LEVELS)

    def __init__(self, archives: Mapping[str, Archive]) -> None:
        self._archives = archives

    @classmethod
    def made_for(cls, means: Means) -> "QuotesVerifier | None":
        """Where quotations are to be checked: nothing is fetched for them otherwise."""
        wanted = means.options.quotes or cls.name in means.options.verify
        return cls(means.archives) if wanted else None

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Each page, whole where it was cut; the PDF that it names; the copy nearest to the date of the note."""
        if not reference.quotations:
            return
        for link in reference.links:
            yield from self._asks_of(link.url, reference, evidence)

    def _asks_of(self, url: str, reference: Reference, evidence: Evidence) -> Iterator[Ask]:
        yield first_look(url)
        if wants_second_look(evidence.get(first_look(url))):
            yield second_look(url)
        if not settled(url, evidence):
            return
        answer = deciding(url, evidence)
        if isinstance(answer, Fetched) and _is_cut(answer):
            yield Fetch(answer.ask.url, answer.ask.manner, answer.ask.follow, body_limit=WHOLE)
        if pdf := _named_pdf(url, evidence):
            yield Fetch(pdf, body_limit=WHOLE)
        if evidence.get(first_look(url)) and not _live(url, evidence):
            search = self._search(url, reference, evidence)
            yield from search.pending if search else ()
            if search and (copy := self._copy(search)):
                yield copy

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """The verdict on each quotation, and a finding for each that is not sound."""
        if not reference.quotations:
            return
        texts = list(self._texts(reference, evidence))
        for quotation in reference.quotations:
            judged = compare_with(quotation, texts)
            if was_no_quotation(judged):
                continue
            yield judged
            if not judged.judgement.verdict.sound and not _may_be_anothers(judged):
                asks = tuple(one.ask for one in texts if one.ask and one.name == judged.source)
                yield _finding(reference, judged, asks)

    def _texts(self, reference: Reference, evidence: Evidence) -> Iterator[Text]:
        """Every text of the work there is: live ones, else copies."""
        for link in reference.links:
            live = list(_live(link.url, evidence))
            yield from live
            if not live and (search := self._search(link.url, reference, evidence)):
                yield from self._text_of_copy(search, evidence)

    def _search(self, url: str, reference: Reference, evidence: Evidence) -> Search | None:
        page = askable(url).partition("#")[0]
        if not self._archives or archive_address(url) or not page.startswith("http"):
            return None
        return search_copies(page, Wanted(reference.cited_as_of), self._archives, evidence)

    def _copy(self, search: Search) -> Fetch | None:
        """The look at the whole of a chosen copy."""
        if search.choice is None:
            return None
        memento = (search.choice.memento, *search.choice.chain)[-1]
        archive = self._archives[memento.archive]
        address = archive.raw(memento) or archive.listed(memento)
        return Fetch(address, follow=False, body_limit=WHOLE) if address else None

    def _text_of_copy(self, search: Search, evidence: Evidence) -> Iterator[Text]:
        look = self._copy(search)
        seen = evidence.get(look) if look else None
        if search.choice and isinstance(seen, Fetched) and seen.status == 200:
            words = f"the copy of {search.choice.when:%-d %B %Y}"
            yield Text(search.choice.memento.uri_m, _read(seen), words, seen.ask)


def _is_cut(answer: Fetched) -> bool:
    return answer.status < 400 and (
        answer.truncated or not answer.body or len(answer.body) >= KEPT_AS_A_RULE
    )


def _live(url: str, evidence: Evidence) -> Iterator[Text]:
    """What the address serves now, if that is a text: the page and the PDF that it names."""
    answer = deciding(url, evidence)
    if not isinstance(answer, Fetched) or answer.status >= 400 or guise_at(url, evidence):
        return
    whole = evidence.get(
        Fetch(answer.ask.url, answer.ask.manner, answer.ask.follow, body_limit=WHOLE)
    )
    best = whole if isinstance(whole, Fetched) and whole.status < 400 else answer
    read = _read(best)
    if read.text:
        yield Text(best.url, read, ask=best.ask)
    pdf = _named_pdf(url, evidence)
    there = evidence.get(Fetch(pdf, body_limit=WHOLE)) if pdf else None
    if isinstance(there, Fetched) and there.status == 200:
        yield Text(there.url, _read(there), ask=there.ask)


def _named_pdf(url: str, evidence: Evidence) -> str:
    """The PDF that a page gives as its own text, in the words of scholarly indexes (`citation_pdf_url`)."""
    answer = deciding(url, evidence)
    if not isinstance(answer, Fetched) or answer.status >= 400:
        return ""
    page = read_page(answer)
    (named, *_) = (*page.html.meta.get("citation_pdf_url", ()), "")
    same_host = split_url(named).host == split_url(answer.url).host
    return named if named.startswith(("http://", "https://")) and same_host else ""


def _read(answer: Fetched) -> SourceText:
    return read_source(answer.body, answer.header("content-type"))


def _may_be_anothers(judged: JudgedQuotation) -> bool:
    """Whether a quotation that is not in this work may be from another one that its note cites."""
    missing = judged.judgement.verdict in (
        QuoteVerdict.NOT_FOUND,
        QuoteVerdict.UNREADABLE,
        QuoteVerdict.OTHER_LANGUAGE,
    )
    return judged.quotation.shared and missing


_SAID = {
    QuoteVerdict.ALTERED: "A quotation is not what the source says",
    QuoteVerdict.TRUNCATED: "A quotation is cut so that what bounds it is lost",
    QuoteVerdict.JOINED: "A quotation is put together from places that are apart",
    QuoteVerdict.ELSEWHERE: "A quotation is not on the page that the note names",
    QuoteVerdict.NOT_FOUND: "A quotation was not found in its source",
    QuoteVerdict.UNREADABLE: "A quotation could not be compared",
    QuoteVerdict.OTHER_LANGUAGE: "A quotation is a translation and could not be compared",
}


def _finding(reference: Reference, judged: JudgedQuotation, asks: tuple[Ask, ...]) -> Finding:
    judgement, quotation = judged.judgement, judged.quotation
    words = " ".join(quotation.text.split())
    quoted = words if len(words) <= 120 else f"{words[:118]} …"
    parts = [f"{_SAID[judgement.verdict]}: “{quoted}”."]
    parts += [
        f"{one.kind.value.capitalize()}: quoted “{one.quoted}”, the source has “{one.source}”."
        if one.quoted and one.source
        else f"{one.kind.value.capitalize()}: {'put in' if one.quoted else 'left out'} “{one.quoted or one.source}”."
        for one in judgement.differences[:4]
    ]
    parts += [f"{reason[0].upper()}{reason[1:]}." for reason in judgement.reasons[:2]]
    if judged.edition:
        parts.append(f"Compared with {judged.edition}.")
    if judgement.passage and judgement.verdict.alarming:
        parts.append(f"The source: “{judgement.passage[:400]}”")
    code = f"quotation-{judgement.verdict.value}"
    level = LEVELS[judgement.verdict]
    label = quotation.note.label if quotation.note else reference.label
    return Finding(
        code, level, " ".join(parts), quotation.place, label, judged.source or None, evidence=asks
    )
