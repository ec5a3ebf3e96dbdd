"""Reads an article's notes, checks its sources, and shows the evidence for every word it says.

import cite

report = cite.check(["article.md"], cite.Options(timeout=10))
for verdict in report.verdicts:
    for link in verdict.links:
        print(link.state, link.url, *link.reasons)
"""

from typing import TYPE_CHECKING, Any

from cite.model.version import __version__

if TYPE_CHECKING:
    from cite.model.errors import CiteError
    from cite.model.options import Options
    from cite.model.report import Report
    from cite.pipeline import check, history, mementos, notes, refs, report

__all__ = [
    "CiteError",
    "Options",
    "Report",
    "__version__",
    "check",
    "history",
    "mementos",
    "notes",
    "refs",
    "report",
]

_HOMES = {
    "CiteError": "cite.model.errors",
    "Options": "cite.model.options",
    "Report": "cite.model.report",
}


def __getattr__(name: str) -> Any:
    # Imported when first used, so that `cite --version` costs nothing.
    if name not in __all__:
        raise AttributeError(f"module 'cite' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES.get(name, "cite.pipeline")), name)
