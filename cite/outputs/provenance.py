"""Who asked what, when, how, and what came of it, as PROV-JSON. The only module that knows `prov`.

One activity for each check, each question put to an archive, each choice of a copy and each capture; one
entity for each citation as it is printed, each answer on the way, each candidate passed over with its reason, and each rule as the plan
that was followed (https://www.w3.org/TR/prov-dm/).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cite.formats.safe_text import safe
from cite.model.conditions import Conditions
from cite.model.evidence import Fetched
from cite.model.keeping import Captured
from cite.model.references import Reference
from cite.model.report import Report
from cite.model.verdicts import LinkVerdict, MementoChoice, Verdict, WorkVerdict

NAMESPACE = "urn:cite:"
ANSWERS = "evidence/answers.json"


def provenance(
    report: Report,
    article: str,
    digest: str,
    captures: Sequence[Captured],
    answers: Sequence[Fetched],
    contact: str,
) -> str:
    """The whole story of one article's sources."""
    story = _Story(report, contact, {answer.ask.url: answer for answer in answers})
    story.article(article, digest)
    checks = [(verdict, link) for verdict in report.verdicts for link in verdict.links]
    for number, verdict in enumerate(report.verdicts, 1):
        if verdict.work:
            story.work(number, verdict.reference, verdict.work)
    for number, (verdict, link) in enumerate(checks, 1):
        story.check(number, verdict, link)
        if link.memento:
            story.choice(number, link.memento)
    for number, entry in enumerate(captures, 1):
        story.capture(number, entry)
    return story.text()


class _Story:
    def __init__(self, report: Report, contact: str, answers: dict[str, Fetched]) -> None:
        from prov.model import ProvDocument

        self._report = report
        self._answers = answers
        self._document: Any = ProvDocument()
        self._document.add_namespace("cite", NAMESPACE)
        self._addresses: dict[str, Any] = {}
        self._citations: dict[str, Any] = {}
        self._tool = self._document.agent(
            "cite:tool", _facts({"prov:type": "prov:SoftwareAgent", "prov:label": report.tool})
        )
        person = self._document.agent("cite:operator", _facts({"prov:label": contact}))
        self._document.actedOnBehalfOf(self._tool, person)

    def text(self) -> str:
        """As PROV-JSON."""
        return f"{self._document.serialize(format='json', indent=1)}\n"

    def article(self, name: str, digest: str) -> None:
        """What the sources were read from."""
        entity = self._document.entity(
            "cite:article", _facts({"prov:label": name, "cite:sha256": digest})
        )
        run = self._activity(
            "cite:run", self._report.made_at, {"prov:label": "reading and checking"}
        )
        self._document.used(run, entity, self._report.made_at)
        for key, value in self._report.settings.items():
            run.add_attributes(_facts({f"cite:setting-{key}": value}))

    def check(self, number: int, verdict: Verdict, link: LinkVerdict) -> None:
        """One address asked for one citation, hop by hop, and the verdict."""
        facts = {"prov:label": f"GET {link.url}", **_conditions(link.conditions)}
        check = self._activity(f"cite:check-{number}", link.asked_at, facts)
        self._document.used(check, self._citation(verdict.reference))
        self._document.used(check, self._address(link.url))
        before = None
        for step, hop in enumerate(link.hops, 1):
            answer = self._document.entity(
                f"cite:answer-{number}-{step}",
                _facts({
                    "cite:url": hop.url, "cite:status": hop.status, "cite:location": hop.location, "cite:via": hop.via,
                    "cite:elapsed": hop.elapsed, "cite:address": hop.address,
                }),
            )  # fmt: skip
            self._document.wasGeneratedBy(answer, check, link.asked_at)
            if before is not None:
                self._document.wasDerivedFrom(answer, before)
            before = answer
        kept = self._answers.get(link.url)
        if before is not None and kept and kept.status == link.hops[-1].status:
            before.add_attributes(_facts({"cite:sha256": kept.digest, "cite:headers": ANSWERS}))
        remarks = " ".join(one.message for one in verdict.remarks if one.url in (link.url, None))
        judged = self._document.entity(
            f"cite:verdict-{number}",
            _facts({
                "cite:state": link.state.value, "cite:class": link.link_class.value, "cite:why": " ".join(link.reasons),
                "cite:signs": ", ".join(sign.code for sign in link.signs), "cite:remarks": remarks,
            }),
        )  # fmt: skip
        self._document.wasGeneratedBy(judged, check)
        if before is not None:
            self._document.wasDerivedFrom(judged, before)

    def work(self, number: int, reference: Reference, work: WorkVerdict) -> None:
        """The indexes asked for one work, and what they say together."""
        looking = self._activity(
            f"cite:work-{number}", None, {"prov:label": f"looking for {reference.key}"}
        )
        self._document.used(looking, self._citation(reference))
        said = self._document.entity(
            f"cite:work-verdict-{number}",
            _facts({
                "cite:outcome": work.outcome.value, "cite:service": work.service, "cite:record": work.record,
                "cite:status": work.status.value, "cite:asked": "; ".join(map(str, work.evidence)),
                "cite:differences": "; ".join(f"{one.field}: {one.cited} / {one.found}" for one in work.differences),
            }),
        )  # fmt: skip
        self._document.wasGeneratedBy(said, looking)

    def choice(self, number: int, choice: MementoChoice) -> None:
        """The archives asked, the candidates, the rule, the copy chosen."""
        rule = self._document.entity(
            f"cite:rule-{number}", _facts({"prov:type": "prov:Plan", "prov:label": choice.rule})
        )
        facts = {"prov:label": f"choice of a copy of {choice.url}", "cite:as-of": choice.as_of,
                 "cite:outcome": choice.outcome.value, "cite:detail": choice.detail}  # fmt: skip
        choosing = self._activity(f"cite:choice-{number}", None, facts, plan=rule)
        for step, (asked, line) in enumerate(zip(choice.asked, choice.via, strict=True), 1):
            query = self._query(f"{number}-{step}", choice.url, asked, line)
            self._document.used(choosing, query)
        for step, (memento, reason) in enumerate(choice.rejected, 1):
            candidate = self._document.entity(
                f"cite:candidate-{number}-{step}",
                _facts(
                    {
                        "cite:uri-m": memento.uri_m,
                        "cite:datetime": memento.datetime,
                        "cite:rejected": reason,
                    }
                ),
            )
            self._document.used(choosing, candidate)
        if choice.memento:
            copy = self._document.entity(
                f"cite:copy-{number}",
                _facts({
                    "cite:uri-m": choice.memento.uri_m, "cite:uri-r": choice.memento.uri_r, "cite:datetime": choice.memento.datetime,
                    "cite:archive": choice.memento.archive, "cite:distance-days": choice.distance_days,
                }),
            )  # fmt: skip
            self._document.wasGeneratedBy(copy, choosing)
            self._document.wasDerivedFrom(copy, self._address(choice.url))

    def capture(self, number: int, entry: Captured) -> None:
        """One address captured here."""
        capture = self._activity(
            f"cite:capture-{number}",
            entry.at,
            {
                "prov:label": f"capture of {entry.url}",
                "cite:fault": entry.fault,
                "cite:copy-of": entry.copy_of,
            },
        )
        self._document.used(capture, self._address(entry.url))
        for step, record in enumerate(entry.records, 1):
            kept = self._document.entity(
                f"cite:record-{number}-{step}",
                _facts({
                    "cite:url": record.url, "cite:status": record.status, "cite:warc-date": record.at,
                    "cite:payload-digest": record.digest, "cite:revisit": record.revisit,
                }),
            )  # fmt: skip
            self._document.wasGeneratedBy(kept, capture, entry.at)

    def _query(self, name: str, url: str, asked: str, line: str) -> Any:
        """A question put to an archive, with its raw answer where that was kept."""
        query = self._activity(f"cite:query-{name}", None, {"prov:label": line})
        self._document.used(query, self._address(url))
        raw = self._answers.get(asked)
        facts = {"cite:url": asked, "cite:said": line}
        if raw:
            facts |= {
                "cite:sha256": raw.digest or "",
                "cite:at": raw.at.isoformat(),
                "cite:raw": ANSWERS,
            }
        answer = self._document.entity(f"cite:archive-answer-{name}", _facts(facts))
        self._document.wasGeneratedBy(answer, query)
        return answer

    def _citation(self, reference: Reference) -> Any:
        """A source as it is printed, which may give several addresses."""
        if reference.key not in self._citations:
            facts = {
                "prov:label": reference.key,
                "cite:printed": reference.raw,
                "cite:notes": ", ".join(note.label for note in reference.notes),
            }
            name = f"cite:citation-{len(self._citations) + 1}"
            self._citations[reference.key] = self._document.entity(name, _facts(facts))
        return self._citations[reference.key]

    def _address(self, url: str) -> Any:
        if url not in self._addresses:
            name = f"cite:address-{len(self._addresses) + 1}"
            self._addresses[url] = self._document.entity(name, _facts({"prov:label": url}))
        return self._addresses[url]

    def _activity(
        self, name: str, at: datetime | None, facts: dict[str, Any], plan: Any = None
    ) -> Any:
        activity = self._document.activity(name, at, at, _facts(facts))
        self._document.wasAssociatedWith(activity, self._tool, plan)
        return activity


def _conditions(had_under: Conditions | None) -> dict[str, Any]:
    """Under which an answer was had, as far as it was noted."""
    if had_under is None:
        return {}
    return {
        "cite:user-agent": had_under.user_agent,
        "cite:timeout": had_under.timeout,
        "cite:retries": had_under.retries,
        "cite:connect-to": " ".join(had_under.connect_to),
        "cite:ca": had_under.ca,
        "cite:demonstration": had_under.demonstration or None,
    }


def _facts(facts: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known; text from strangers made harmless."""
    return {
        key: safe(value) if isinstance(value, str) else value
        for key, value in facts.items()
        if value not in (None, "")
    }
