"""An evidence package described as an RO-Crate. The only module that knows rocrate."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from cite.formats.safe_text import safe
from cite.model.keeping import Captured, Sealed
from cite.model.report import Report
from cite.model.version import HOME, __version__

FORMATS = {
    ".wacz": "application/wacz", ".bib": "application/x-bibtex", ".html": "text/html", ".json": "application/json",
    ".jsonl": "application/jsonl", ".txt": "text/plain",
}  # fmt: skip
RIGHTS = (
    "The captured pages belong to those who published them; everything else may be used freely."
)


def describe(
    folder: Path,
    article: Sealed,
    report: Report,
    captures: Sequence[Captured],
    files: Mapping[str, tuple[str, int, str]],
) -> None:
    """Writes ro-crate-metadata.json: the files (what, size, digest), and each check and capture as an action."""
    from rocrate.rocrate import ROCrate

    crate = ROCrate()
    crate.name = f"The sources of {safe(article.name)}"
    crate.description = (
        "What an article cites, what became of it, copies of it, and the evidence for both."
    )
    crate.datePublished = report.made_at.isoformat(timespec="seconds")
    crate.license = _add(crate, "#rights", "CreativeWork", name="Rights", description=RIGHTS)
    cited_in = _add(
        crate, "#article", "CreativeWork", name=safe(article.name), sha256=article.digest
    )
    tool = _add(
        crate, "#cite", "SoftwareApplication", name=report.tool, version=__version__, url=HOME
    )
    added = {
        path: crate.add_file(folder / path, path, properties=_properties(path, *facts))
        for path, facts in files.items()
    }
    crate.root_dataset["about"] = cited_in
    made = {"endTime": report.made_at.isoformat(timespec="seconds"), "name": "Reading and checking"}
    results = [entity for path, entity in added.items() if not path.endswith(".wacz")]
    crate.add_action(tool, "#run", cited_in, results, {"@type": "CreateAction", **made})
    links = {link.url: link for verdict in report.verdicts for link in verdict.links}
    for number, link in enumerate(links.values(), 1):
        facts = {"name": f"Check of {safe(link.url)}", "description": safe(" ".join(link.reasons))}
        _action(crate, tool, f"#check-{number}", link.url, None, link.asked_at, facts)
    wacz = next(entity for path, entity in added.items() if path.endswith(".wacz"))
    for number, entry in enumerate(captures, 1):
        facts = {"name": f"Capture of {safe(entry.url)}"}
        if entry.fault:
            facts |= {"error": safe(entry.fault)}
        if not entry.kept:
            facts |= {"actionStatus": "http://schema.org/FailedActionStatus"}
        _action(crate, tool, f"#capture-{number}", entry.url, wacz, entry.at, facts)
    crate.metadata.write(folder)


def _add(crate: Any, identity: str, kind: str, **facts: str) -> Any:
    """A thing that the crate tells of and does not hold."""
    from rocrate.model.contextentity import ContextEntity

    return crate.add(ContextEntity(crate, identity, {"@type": kind, **facts}))


def _properties(path: str, what: str, size: int, digest: str) -> dict[str, str]:
    return {
        "name": Path(path).name,
        "description": what,
        "contentSize": str(size),
        "sha256": digest,
        "encodingFormat": FORMATS.get(Path(path).suffix, "application/octet-stream"),
    }


def _action(
    crate: Any,
    tool: Any,
    identity: str,
    url: str,
    result: Any,
    at: datetime | None,
    facts: dict[str, str],
) -> None:
    page_id = (
        quote(url, safe=":/?#[]@!$&'()*+,;=%~")
        if url.startswith(("http://", "https://"))
        else f"#{quote(url)}"
    )
    page = crate.dereference(page_id) or _add(crate, page_id, "WebPage", name=safe(url))
    when = {"endTime": at.isoformat(timespec="seconds")} if at else {}
    crate.add_action(tool, identity, page, result, {"@type": "CreateAction", **when, **facts})
