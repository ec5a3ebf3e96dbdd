"""Does the work exist, and is it described as it is?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from cite.model.asks import Ask
from cite.model.evidence import Evidence, Service
from cite.model.references import Reference
from cite.model.verdicts import Means, Opinion, WorkOutcome, WorkVerdict
from cite.model.works import Update
from cite.steps.consider import page_at
from cite.steps.pages.compare_titles import title_found
from cite.steps.works.conclude import concluded
from cite.steps.works.findings import mistyped_numbers, of_outcome, of_standing
from cite.steps.works.identifiers import cited_doi
from cite.steps.works.look import looked
from cite.steps.works.retractions import standing


class WorksVerifier:
    """Asks indexes of works whether a cited work exists, and whether it is described as they describe it.

    Why it matters: a living link is no proof that a work says what it is called. Made-up references carry
    real DOIs of other works; real ones carry wrong years and volumes; some were retracted. A record counts
    as the work where at least three of title, first author, year, volume and first page agree: never on a
    title alone. What indexes do not hold (press, reports, law, archives, pages) is said not to be looked for,
    and what did not answer is never called missing. Nothing is called invented.

    What to do: compare the record that is named. A DOI of another work is wrong in the note, whatever it
    leads to. Where a work was retracted, say so in the article or cite another one.

    Example: doi 10.5555/12345678 is “A Study of Tides” by A. Moreau (2004), not what the note calls it.
    """

    name = "works"
    codes: tuple[str, ...] = (
        "doi-of-another-work", "doi-unknown", "work-not-found", "work-described-otherwise", "work-other-version",
        "work-retracted", "work-withdrawn", "work-concern", "work-corrected", "number-mistyped",
    )  # fmt: skip

    def __init__(
        self,
        indexes: Mapping[str, Service[Any, Any]],
        retractions: Callable[[str], tuple[Update, ...]],
        ask: bool,
    ) -> None:
        self._indexes = indexes
        self._retractions = retractions
        self._ask = ask

    @classmethod
    def made_for(cls, means: Means) -> "WorksVerifier":
        """Indexes are asked only where that is wanted; numbers are checked and lists looked up without."""
        wanted = means.options.works or cls.name in means.options.verify
        return cls(means.services, means.retractions, wanted)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """The record of its DOI, else a search where such a work would be held; then how the work found stands."""
        if self._ask and _is_work(reference):
            yield from looked(reference, evidence, self._indexes).pending

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """The verdict on the work, and what an editor should know of it."""
        yield from mistyped_numbers(reference)
        if not self._ask:
            yield from self._listed(reference)
        elif not _is_work(reference):
            words = "No work is described, only an address."
            yield WorkVerdict(WorkOutcome.NOT_ASKED, detail=words)
            yield from self._listed(reference)
        else:
            yield from self._weighed(reference, evidence)

    def _listed(self, reference: Reference) -> Iterable[Opinion]:
        """What a list at hand says, nobody asked."""
        doi = cited_doi(reference)
        if doi and (stands := standing(None, doi, self._retractions(doi))).events:
            yield from of_standing(reference, stands, doi)

    def _weighed(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """What was found, or why nothing was."""
        search = looked(reference, evidence, self._indexes)
        verdict, record, stands = concluded(reference, search, self._retractions)
        if verdict.outcome is WorkOutcome.NOT_INDEXED and (shown := _own_page(reference, evidence)):
            verdict = replace(verdict, detail=f"{verdict.detail} {shown}".strip())
        yield verdict
        yield from of_outcome(reference, cited_doi(reference), verdict, search)
        if record is not None and not stands.is_notice:
            yield from of_standing(reference, stands, record.identifier)


def _own_page(reference: Reference, evidence: Evidence) -> str:
    """What the work's own page says of it, where no index would hold it."""
    for link in reference.links:
        found = page_at(link.url, evidence)
        if found and (title := title_found(reference, found[1])):
            return f"Its own page shows the title: “{title[:200]}”."
    return ""


def _is_work(reference: Reference) -> bool:
    """Whether enough is said of a reference to be a work: a title, or an identifier."""
    fields = reference.entry.fields
    return bool(
        fields.get("title") or fields.get("doi") or (fields.get("author") and fields.get("pages"))
    )
