"""The references of a report as a bibliography, each with the archived copy that was found."""

from collections.abc import Iterator
from dataclasses import replace

from cite.formats.bibtex.blocks import split
from cite.formats.bibtex.merging import merge
from cite.formats.bibtex.reading import entries
from cite.formats.bibtex.types import Dialect
from cite.model.entries import FieldValue
from cite.model.findings import Finding
from cite.model.references import Reference
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkVerdict, Verdict
from cite.steps.reading.key_entries import Works


class Bibtex:
    """For whoever writes the next article."""

    name = "bibtex"
    suffixes = (".bib",)

    def write(self, report: Report) -> str:
        """An entry for each work."""
        return self.write_into(report, "")[0]

    def write_into(self, report: Report, old: str) -> tuple[str, tuple[Finding, ...]]:
        """The bibliography that is there with these entries in it, and what its owner wrote otherwise."""
        bibliography = split(old)
        published = Works(entries(bibliography))
        works = [verdict for verdict in report.verdicts if not verdict.reference.in_text]
        references = [_keyed(with_copy(verdict), published) for verdict in works]
        dialect = Dialect(report.settings.get("dialect", Dialect.BIBLATEX))
        return merge(bibliography, references, dialect)


def _keyed(reference: Reference, published: Works) -> Reference:
    """Under the key that the work has in the bibliography already."""
    key = published.same(reference.entry, reference.raw)
    if key is None and reference.key in published:
        key = published.new_key(reference.entry)
    if key is None or key == reference.key:
        return reference
    return replace(reference, key=key, entry=replace(reference.entry, key=key))


def with_copy(verdict: Verdict) -> Reference:
    """The reference, its entry telling where a copy is kept, and when the address was seen to work."""
    reference = verdict.reference
    fields = dict(reference.entry.fields)
    if not fields:
        return reference
    cited = fields.get("url", verdict.links[0].url if verdict.links else None)
    links = sorted(verdict.links, key=lambda link: link.url != cited)
    found = dict(next((told for link in links if (told := dict(_copy(link)))), {}))
    seen = next((link for link in links if link.url == cited), None)
    dated = "urldate" in fields or ("doi" in fields and "url" not in fields)
    if not dated and seen and seen.link_class is LinkClass.OK and seen.asked_at:
        found["urldate"] = f"{seen.asked_at:%Y-%m-%d}"
    return replace(reference, entry=replace(reference.entry, fields={**fields, **found}))


def _copy(link: LinkVerdict) -> Iterator[tuple[str, FieldValue]]:
    if link.memento and (memento := link.memento.memento):
        yield "archiveurl", memento.uri_m
        yield "archivedate", f"{memento.datetime:%Y-%m-%d}"
