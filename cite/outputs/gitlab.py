"""Findings as GitLab's merge requests show them: a code quality report.

https://docs.gitlab.com/ci/testing/code_quality/
"""

from typing import Any

from cite.formats.safe_text import json_text, safe
from cite.model.findings import Finding, Level
from cite.model.report import Report
from cite.outputs.articles import articles
from cite.outputs.sarif import fingerprint

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


class Gitlab:
    """For a merge request."""

    name = "gitlab"
    suffixes = ("code-quality-report.json", ".codequality.json")

    def write(self, report: Report) -> str:
        """A list of findings, each known again by what it is about."""
        seen: dict[str, int] = {}
        found = []
        for article in articles(report):
            for finding in article.all_findings:
                known_by = f"{article.path}\n{fingerprint(finding)}"
                seen[known_by] = seen.get(known_by, 0) + 1
                found.append(_finding(finding, article.path, seen[known_by]))
        return json_text(found) + "\n"


def _finding(finding: Finding, path: str, times: int) -> dict[str, Any]:
    """One of them; of several that are alike each has a fingerprint of its own."""
    instead = f" Put instead: {finding.repair}" if finding.repair else ""
    line = finding.place.line if finding.place else None
    return {
        "description": safe(finding.message + instead),
        "check_name": finding.code,
        "fingerprint": fingerprint(finding, f"{path}\n{times}"),
        "severity": _SEVERITIES[finding.level],
        "location": {"path": path.removeprefix("./") or "cite", "lines": {"begin": line or 1}},
    }
