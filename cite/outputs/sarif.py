"""The report as SARIF 2.1.0, which code hosts show beside the lines it is about.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from cite.formats.safe_text import safe
from cite.model.findings import Finding, Level, Place, where
from cite.model.report import Report, Rule
from cite.outputs.articles import Article, articles
from cite.steps.acceptance import CHECKED_BY_HAND

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


class Sarif:
    """For reviews in a forge."""

    name = "sarif"
    suffixes = (".sarif",)

    def write(self, report: Report) -> str:
        """One run: each article as an artifact with its digest, a result for each finding, article by article."""
        every = articles(report)
        findings = [one for article in every for one in article.all_findings]
        codes = list(dict.fromkeys(finding.code for finding in findings))
        name, _, version = report.tool.partition(" ")
        rules = [_rule(code, report.rules.get(code)) for code in codes]
        run: dict[str, Any] = {
            "tool": {"driver": {"name": name, "version": version, "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": report.complete,
                    "endTimeUtc": f"{report.made_at:%Y-%m-%dT%H:%M:%SZ}",
                    "toolExecutionNotifications": [
                        {"message": {"text": safe(one)}} for one in report.caveats
                    ],
                }
            ],
            "artifacts": _artifacts(every),
            "results": [_result(finding, codes) for finding in findings],
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _artifacts(every: Iterable[Article]) -> list[dict[str, Any]]:
    """The inputs, each with the digest that says which edition of it was read."""
    return [
        {"location": {"uri": uri_of(one.path)}}
        | ({"hashes": {"sha-256": one.digest}} if one.digest else {})
        for one in every
        if one.path
    ]


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    """The rule behind a code, with the words of `cite explain`."""
    described: dict[str, Any] = {"id": code, "name": "".join(map(str.title, code.split("-")))}
    if rule is None:
        return described
    first = rule.text.partition("\n")[0]
    return described | {
        "shortDescription": {"text": first},
        "fullDescription": {"text": rule.text},
        "help": {"text": rule.text},
        "helpUri": rule.uri,
    }


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    instead = f" Put instead: {finding.repair}" if finding.repair else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.level],
        "message": {"text": safe(finding.message + instead) or finding.code},
        "partialFingerprints": {"cite/v1": fingerprint(finding)},
    }
    if finding.evidence:
        result["properties"] = {"evidence": [safe(str(ask)) for ask in finding.evidence]}
    if finding.code == CHECKED_BY_HAND:
        accepted = {
            "kind": "external",
            "status": "accepted",
            "justification": safe(finding.message),
        }
        result["suppressions"] = [accepted]
    if finding.place and finding.place.path:
        result["locations"] = [_location(finding.place, finding.note)]
    return result


def fingerprint(finding: Finding, beside: str = "") -> str:
    """What stays the same when lines move, so that a forge knows an old finding again."""
    known_by = "\n".join([finding.code, finding.note or "", finding.url or finding.message])
    known_by += f"\n{beside}" if beside else ""
    return sha256(known_by.encode("utf-8", "replace")).hexdigest()[:32]


def _location(place: Place, note: str | None) -> dict[str, Any]:
    """Where it stands: line and column of a text, else in words."""
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri_of(place.path)}}
    }
    if place.line:
        column = {"startColumn": place.column} if place.column else {}
        location["physicalLocation"]["region"] = {"startLine": place.line} | column
    elif place.page or place.paragraph:
        location["message"] = {"text": safe(where(place))}
    if note:
        location["logicalLocations"] = [{"name": safe(note), "kind": "note"}]
    return location


def uri_of(path: str) -> str:
    """An input's name as a URI reference: an address as it is, a path with its marks escaped."""
    return path if "://" in path else quote(path)
