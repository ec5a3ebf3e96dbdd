"""The report as JUnit XML, which every build server shows.

It keeps to the schema of Jenkins (junit-10.xsd), the strictest in use; https://github.com/testmoapp/junitxml
describes what the others agree on.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cite.formats.safe_text import safe
from cite.model.findings import Finding, Level, Place
from cite.model.report import Report
from cite.model.verdicts import LinkClass, LinkVerdict, Verdict
from cite.outputs.articles import Article, articles, cited_in
from cite.outputs.words import by_hand
from cite.steps.judge import place_of

_COUNTED = {"failures": "failure", "skipped": "skipped", "errors": "error"}


class Junit:
    """For build servers: a broken link fails, an unknown one is skipped."""

    name = "junit"
    suffixes = (".xml",)

    def write(self, report: Report) -> str:
        """A suite for each article, in it a case for each address and each finding in the notes."""
        root = Element("testsuites", name="cite")
        for article in articles(report):
            root.append(_suite(article, f"{report.made_at:%Y-%m-%dT%H:%M:%S}"))
        _count(root)
        indent(root)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
        )


def _suite(article: Article, made_at: str) -> Element:
    suite = Element("testsuite", name=safe(article.path or "cite"), timestamp=made_at)
    if article.path:
        suite.set("file", safe(article.path))
    for verdict, link in article.links:
        _link(suite, verdict, link)
    remarks = (one for verdict in article.verdicts for one in verdict.remarks)
    for finding in (*article.findings, *remarks):
        _finding(suite, finding)
    _count(suite)
    return suite


def _count(element: Element) -> None:
    """The counts that build servers read instead of counting."""
    element.set("tests", str(len(element.findall(".//testcase"))))
    for name, outcome in _COUNTED.items():
        if name != "skipped" or element.tag == "testsuite":
            element.set(name, str(len(element.findall(f".//testcase/{outcome}"))))
    element.set("time", "0")


def _link(suite: Element, verdict: Verdict, link: LinkVerdict) -> None:
    place = place_of(verdict.reference, link.url)
    case = _case(suite, cited_in(verdict.reference), link.url, place)
    said = safe(" ".join(link.reasons))
    if link.link_class is LinkClass.BROKEN and not _settled(verdict, link):
        failure = SubElement(case, "failure", type=link.state.value, message=said)
        instead = f" Put instead: {link.replacement}" if link.replacement else ""
        failure.text = safe(f"{_at(place)}{said}{instead}")
    elif link.by_hand:
        SubElement(case, "system-out").text = safe(by_hand(link.by_hand))
    elif link.link_class is not LinkClass.OK:
        SubElement(case, "skipped", message=f"{link.state.value}: {said}")


def _settled(verdict: Verdict, link: LinkVerdict) -> bool:
    """Whether nothing is to be done about a broken link: its note cites a sound copy beside it."""
    return any(
        one.url == link.url and one.code == f"link-{link.state.value}" and one.level is Level.INFO
        for one in verdict.findings
    )


def _finding(suite: Element, finding: Finding) -> None:
    place = finding.place
    where = f"note {safe(finding.note)}" if finding.note else "notes"
    line = f" at line {place.line}" if place and place.line else ""
    case = _case(suite, where, f"{finding.code}{line}", place)
    if finding.level is Level.ERROR:
        failure = SubElement(case, "failure", type=finding.code, message=safe(finding.message))
        failure.text = safe(f"{_at(place)}{finding.message}")
    else:
        SubElement(case, "system-out").text = safe(
            f"{_at(place)}{finding.level}: {finding.message}"
        )


def _at(place: Place | None) -> str:
    """`article.md:9:1: `, as compilers say it: the schema has no attribute for a case's line."""
    if place is None or not place.line:
        return ""
    return f"{place.path}:{place.line}:{place.column or 1}: "


def _case(suite: Element, group: str, name: str, place: Place | None) -> Element:
    path = place.path if place else suite.get("name", "")
    return SubElement(
        suite, "testcase", classname=safe(f"{path} {group}".strip()), name=safe(name), time="0"
    )
