"""The report as JSON and as JSON Lines, schemas `cite/check/1` and `cite/mementos/1`."""

from collections.abc import Iterator
from dataclasses import asdict
from textwrap import indent
from typing import Any

from cite.formats.notes_json import finding_json, place_json, text_link_json
from cite.formats.quotes_json import quotation_json
from cite.formats.safe_text import json_text
from cite.model.decisions import Decision
from cite.model.evidence import Hop, Memento
from cite.model.references import ReadDocument
from cite.model.report import Report, Summary
from cite.model.verdicts import LinkVerdict, MementoChoice, PageChange, Sign, Verdict, WorkVerdict
from cite.outputs.articles import Article, articles, not_checked, path_of


class Json:
    """For programs."""

    name = "json"
    suffixes = (".json",)

    def write(self, report: Report) -> str:
        """One document, in UTF-8, indented."""
        return "".join(self.pieces(report))

    def pieces(self, report: Report) -> Iterator[str]:
        """The same, a reference at a time: a report of any length is never held whole."""
        before, after = json_text(_around(report)).split(_NO_REFERENCES, 1)
        yield before + '"references": ['
        for number, verdict in enumerate(report.verdicts):
            one = indent(json_text(reference_json(verdict)), "    ")
            yield f"{',' if number else ''}\n{one}"
        yield ("\n  ]" if report.verdicts else "]") + after + "\n"


_NO_REFERENCES = '"references": []'


class JsonLines:
    """For programs that read a line at a time."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def write(self, report: Report) -> str:
        """The run on the first line, then a line for each article, each reference, each finding of the notes."""
        return "".join(self.pieces(report))

    def pieces(self, report: Report) -> Iterator[str]:
        """The same, line by line."""
        around = _around(report)
        yield _line("run", {key: value for key, value in around.items() if key not in _LINES})
        for document in around["documents"]:
            yield _line("document", document)
        for verdict in report.verdicts:
            yield _line("reference", reference_json(verdict))
        for finding in around["findings"]:
            yield _line("finding", finding)


_LINES = ("documents", "references", "findings")
"""What has lines of its own."""


def _line(kind: str, value: dict[str, Any]) -> str:
    return json_text({"type": kind} | value, indent=None) + "\n"


def _around(report: Report) -> dict[str, Any]:
    """All of the report but its references."""
    return {
        "schema": "cite/check/1",
        "tool": report.tool,
        "made_at": report.made_at.isoformat(timespec="seconds"),
        "inputs": list(report.inputs),
        "complete": report.complete,
        "caveats": list(report.caveats),
        "documents": _documents(report),
        "references": [],
        "findings": [finding_json(finding) for finding in report.findings],
        "not_checked": list(not_checked(report)),
        "summary": _summary(report.summary)
        | {"requests": report.summary.requests, "from_store": report.summary.from_store},
        "settings": dict(report.settings),
        **({"hosts": [asdict(host) for host in report.hosts]} if report.hosts else {}),
    }


def _documents(report: Report) -> list[dict[str, Any]]:
    """Each article with its digest, its counts and the addresses of its text, as they were judged."""
    return [_document(one, one.document) for one in articles(report) if one.document]


def _document(article: Article, document: ReadDocument) -> dict[str, Any]:
    judged = {link.url: link for _, link in article.links}
    return {
        "path": document.path,
        "sha256": document.digest or None,
        "notes": len(document.notes),
        "links": [text_link_json(one) | _state(judged.get(one.link.url)) for one in document.links],
        "summary": _summary(article.summary),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "references": summary.references,
        "links": summary.links,
        "states": dict(summary.states),
        "classes": dict(summary.classes),
        "findings": dict(summary.findings),
        "not_judged": summary.not_judged,
    }


def _state(link: LinkVerdict | None) -> dict[str, Any]:
    return {"state": link.state.value, "class": link.link_class.value} if link else {}


def reference_json(verdict: Verdict) -> dict[str, Any]:
    """One reference with its links, and what is said of them."""
    reference = verdict.reference
    return {
        "key": reference.key,
        "note": reference.label,
        "notes": [note.label for note in reference.notes],
        "path": path_of(reference) or None,
        "in_text": reference.in_text,
        "title": reference.entry.fields.get("title"),
        "sentence": reference.sentence or None,
        "line": reference.place.line if reference.place else None,
        "place": place_json(reference.place),
        "links": [link_json(link) for link in verdict.links],
        "findings": [finding_json(finding) for finding in verdict.findings],
        **({"changes": [_change(one) for one in verdict.changes]} if verdict.changes else {}),
        **({"verification": work_json(verdict.work)} if verdict.work else {}),
        **(
            {"quotations": [quotation_json(one) for one in verdict.quotations]}
            if verdict.quotations
            else {}
        ),
    }


def _change(change: PageChange) -> dict[str, Any]:
    return {
        "url": change.url,
        "uri_m": change.copy,
        "datetime": change.when.isoformat().replace("+00:00", "Z"),
        "kept": round(change.kept, 3),
        "removed": list(change.removed),
        "added": list(change.added),
    }


def work_json(work: WorkVerdict) -> dict[str, Any]:
    """What indexes say of the work itself."""
    return {
        "outcome": work.outcome.value,
        "service": work.service or None,
        "record": work.record or None,
        "differences": [
            {"field": one.field, "cited": one.cited, "found": one.found} for one in work.differences
        ],
        "status": work.status.value,
        **({"detail": work.detail} if work.detail else {}),
        **({"offered": dict(work.offered)} if work.offered else {}),
        "evidence": list(map(str, work.evidence)),
    }


def link_json(link: LinkVerdict) -> dict[str, Any]:
    """One address and how we know."""
    choice = link.memento
    return {
        "url": link.url,
        "state": link.state.value,
        "class": link.link_class.value,
        "reasons": list(link.reasons),
        "hops": [_hop(hop) for hop in link.hops],
        "memento": memento_json(choice.memento) if choice else None,
        "mementos_outcome": choice.outcome.value if choice else "not-asked",
        "memento_choice": choice_json(choice) if choice else None,
        "replacement": link.replacement,
        "asked_at": link.asked_at.isoformat(timespec="seconds") if link.asked_at else None,
        "from_store": link.from_store,
        "suspected": link.suspected,
        "last_well": link.last_well.isoformat(timespec="seconds") if link.last_well else None,
        "signs": [_sign(sign) for sign in link.signs],
        "sha256": link.digest or None,
        "conditions": asdict(link.conditions) if link.conditions else None,
        **({"by_hand": by_hand_json(link.by_hand)} if link.by_hand else {}),
    }


def by_hand_json(decision: Decision) -> dict[str, Any]:
    """What a person said of a link."""
    return {
        "state": decision.state,
        "why": decision.why,
        "who": decision.who or None,
        "made": decision.made.isoformat() if decision.made else None,
        "until": decision.until.isoformat() if decision.until else None,
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "url": hop.url, "status": hop.status, "location": hop.location, "via": hop.via, "elapsed": hop.elapsed,
        "address": hop.address,
    }  # fmt: skip


def _sign(sign: Sign) -> dict[str, Any]:
    return {
        "code": sign.code,
        "state": sign.state.value,
        "reason": sign.reason,
        "evidence": list(map(str, sign.evidence)),
    }


def memento_json(memento: Memento | None) -> dict[str, Any] | None:
    """A capture, or null."""
    if memento is None:
        return None
    return {
        "uri_m": memento.uri_m,
        "uri_r": memento.uri_r,
        "datetime": memento.datetime.isoformat().replace("+00:00", "Z"),
        "archive": memento.archive,
        "status": memento.status,
        "mime": memento.mime,
    }


def choice_json(choice: MementoChoice) -> dict[str, Any]:
    """How the copy was chosen."""
    return {
        "as_of": choice.date or None,
        "as_of_words": choice.as_of,
        "rule": choice.rule,
        "distance_days": choice.distance_days,
        "distance": choice.distance,
        "chain": list(choice.chain),
        "rejected": [
            {"uri_m": memento.uri_m, "reason": reason} for memento, reason in choice.rejected
        ],
        "via": list(choice.via),
        "detail": choice.detail,
    }


def mementos_json(choice: MementoChoice) -> dict[str, Any]:
    """`cite mementos` as JSON."""
    return {
        "schema": "cite/mementos/1",
        "uri_r": choice.url,
        "outcome": choice.outcome.value,
        "memento": memento_json(choice.memento),
        **choice_json(choice),
    }
