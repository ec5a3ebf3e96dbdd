"""The report as SARIF 2.1.0, which code hosts show beside the lines it is about.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from hashlib import sha256
from typing import Any
from urllib.parse import quote

from cite.formats.safe_text import json_text, safe
from cite.model.findings import Finding, Level, Place
from cite.model.report import Report

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}


class Sarif:
    """For reviews in a forge."""

    name = "sarif"
    suffixes = (".sarif",)

    def write(self, report: Report) -> str:
        """One run, a result for each finding."""
        findings = [
            *report.findings,
            *(one for verdict in report.verdicts for one in verdict.findings),
        ]
        rules = [{"id": code} for code in dict.fromkeys(finding.code for finding in findings)]
        name, _, version = report.tool.partition(" ")
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
            "results": [_result(finding) for finding in findings],
        }
        log = {
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [run],
        }
        return json_text(log) + "\n"


def _result(finding: Finding) -> dict[str, Any]:
    instead = f" Put instead: {finding.repair}" if finding.repair else ""
    # What stays the same when lines move, so that a forge knows an old finding again.
    known_by = "\n".join([finding.code, finding.note or "", finding.url or finding.message])
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.level],
        "message": {"text": safe(finding.message + instead)},
        "partialFingerprints": {
            "cite/v1": sha256(known_by.encode("utf-8", "replace")).hexdigest()[:32]
        },
    }
    if finding.evidence:
        result["properties"] = {"evidence": [safe(str(ask)) for ask in finding.evidence]}
    if finding.place:
        result["locations"] = [{"physicalLocation": _location(finding.place)}]
    return result


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.path)}}
    if place.line:
        location["region"] = {"startLine": place.line} | (
            {"startColumn": place.column} if place.column else {}
        )
    return location
