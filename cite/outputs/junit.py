"""The report as JUnit XML, which every build server shows.

https://github.com/testmoapp/junitxml describes what they agree on.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cite.formats.safe_text import safe
from cite.model.findings import Finding, Level
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkVerdict, Verdict


class Junit:
    """For build servers: a broken link fails, an unknown one is skipped."""

    name = "junit"
    suffixes = (".xml",)

    def write(self, report: Report) -> str:
        """A case for each address and for each finding in the notes."""
        suite = Element(
            "testsuite", name="cite", timestamp=report.made_at.isoformat(timespec="seconds")
        )
        for verdict in report.verdicts:
            for link in verdict.links:
                _link(suite, verdict, link)
        for finding in report.findings:
            _finding(suite, finding)
        for outcome in ("failure", "skipped"):
            name = "failures" if outcome == "failure" else outcome
            suite.set(name, str(len(suite.findall(f"testcase/{outcome}"))))
        suite.set("tests", str(len(suite)))
        root = Element("testsuites", name="cite")
        root.append(suite)
        indent(root)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
        )


def _link(suite: Element, verdict: Verdict, link: LinkVerdict) -> None:
    place = verdict.reference.place
    where = verdict.reference.label or verdict.reference.key
    path, line = (place.path, place.line) if place else ("", None)
    case = _case(
        suite,
        f"{path} note {where}" if verdict.reference.notes else f"{path} {where}",
        link.url,
        path,
        line,
    )
    said = safe(" ".join(link.reasons))
    if link.link_class is LinkClass.BROKEN:
        failure = SubElement(case, "failure", type=link.state.value, message=said)
        failure.text = safe(f"Put instead: {link.replacement}") if link.replacement else None
    elif link.link_class is LinkClass.UNKNOWN:
        SubElement(case, "skipped", message=f"{link.state.value}: {said}")


def _finding(suite: Element, finding: Finding) -> None:
    place = finding.place
    path, line = (place.path, place.line) if place else ("", None)
    case = _case(suite, f"{path} notes", f"{finding.code} at line {line or 1}", path, line)
    if finding.level is Level.ERROR:
        SubElement(case, "failure", type=finding.code, message=safe(finding.message))
    else:
        SubElement(case, "system-out").text = safe(f"{finding.level}: {finding.message}")


def _case(suite: Element, group: str, name: str, path: str, line: int | None) -> Element:
    case = SubElement(suite, "testcase", classname=safe(group.strip()), name=safe(name))
    if path:
        case.set("file", safe(path))
    if line:
        case.set("line", str(line))
    return case
