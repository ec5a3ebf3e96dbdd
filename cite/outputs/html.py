"""The report as one HTML file: nothing from elsewhere, one script known by its digest, everything from strangers escaped."""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from cite.formats.safe_text import safe
from cite.model.conditions import Conditions
from cite.model.document import Style
from cite.model.report import Report
from cite.model.verdicts import LinkState
from cite.outputs.articles import counts_of, not_checked
from cite.outputs.cards import chapters, describe, entry_of, phrase_of
from cite.outputs.pictures import class_of, health, in_words
from cite.outputs.templating import templates_of
from cite.outputs.words import answered, by_hand, counted, how_fast

if TYPE_CHECKING:
    from jinja2 import Environment

SHORT = 60
"""Characters of an address that are always shown; of a longer one the middle shows when it is pointed at."""
_START, _END = 38, 20
LONG = 2000
"""References above which the page leaves out what only few will open, so that a browser stays quick."""
MOST_HOSTS = 200
"""Hosts in the table at the end, those asked most often; the rest is counted."""


class Html:
    """For people."""

    name = "html"
    suffixes = (".html", ".htm")

    def write(self, report: Report) -> str:
        """The whole page."""
        return self.page(report, {})

    def page(self, report: Report, histories: Mapping[str, str]) -> str:
        """The same, with links to the histories of addresses, as far as there are pages of them beside it."""
        return render(
            "page.html.j2",
            report=report,
            histories=histories,
            long=len(report.verdicts) > LONG,
            title=", ".join(PurePath(name).name for name in report.inputs[:3]),
            chapters=chapters(report),
            whole=health(report.summary),
            not_checked=not_checked(report),
            conditions=_conditions(report),
            hosts=report.hosts[:MOST_HOSTS],
            states=[state for state in LinkState if state.value in report.summary.states],
        )


def render(template: str, **values: Any) -> str:
    """A page from one of the templates, with the policy under which it may be shown."""
    environment = _environment()
    style, script = _asset(environment, "page.css"), _asset(environment, "page.js")
    page: str = environment.get_template(template).render(
        style=style,
        script=script,
        style_digest=_digest(style),
        script_digest=_digest(script),
        **values,
    )
    return page


@cache
def _environment() -> "Environment":
    environment = templates_of("cite.outputs")
    environment.filters |= {
        "safe_text": safe_any,
        "described": describe,
        "counted": counted,
        "parts": parts,
        "is_italic": lambda style: Style.ITALIC in style,
    }
    environment.globals |= {
        "answered": answered,
        "by_hand": by_hand,
        "how_fast": how_fast,
        "phrase_of": phrase_of,
        "entry_of": entry_of,
        "class_of": class_of,
        "counts_of": counts_of,
        "health": health,
        "in_words": in_words,
    }
    return environment


def _asset(environment: "Environment", name: str) -> Any:
    """A style sheet or script as it stands in the page, where nothing of it is escaped."""
    from markupsafe import Markup

    assert environment.loader is not None
    return Markup(environment.loader.get_source(environment, name)[0])


def _digest(text: str) -> str:
    """By which a browser knows the one style or script that may act (CSP level 2)."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def safe_any(value: Any) -> str:
    """Anything as text without control characters; Jinja escapes it afterwards."""
    return safe(str(value))


def parts(url: str) -> tuple[str, str, str]:
    """An address as its start, the middle that can wait, and its end."""
    text = safe(url)
    if len(text) <= SHORT:
        return text, "", ""
    return text[:_START], text[_START:-_END], text[-_END:]


def _conditions(report: Report) -> tuple[Conditions, ...]:
    """Those under which answers kept in the store were had, each once."""
    every = (
        link.conditions
        for verdict in report.verdicts
        for link in verdict.links
        if link.from_store and link.conditions
    )
    return tuple(dict.fromkeys(every))
