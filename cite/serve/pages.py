"""Pages as text: the one door to the templates. All that strangers wrote is escaped and made safe to look at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from cite.formats.bibtex.writing import field_text
from cite.formats.safe_text import safe
from cite.model.document import Style
from cite.model.entries import Entry
from cite.model.evidence import Look
from cite.model.mending import Mended
from cite.model.verdicts import LinkState
from cite.outputs.templating import templates_of
from cite.outputs.words import counted
from cite.serve.project import Article
from cite.serve.runs import Run
from cite.serve.shown import WORST_FIRST, Looks, Plan, Row, Shown

if TYPE_CHECKING:
    from jinja2 import Environment

SHOWS = ("all", "open", "broken", "unknown", "none", "ok", "plain", "decided")
"""What the list of notes can be narrowed to."""
FIELDS = (
    "author", "editor", "title", "journal", "booktitle", "publisher", "address", "institution", "date", "volume",
    "number", "pages", "doi", "urldate",
)  # fmt: skip
"""What a person is offered to correct, besides whatever a note was read to have."""
TYPES = tuple(
    "article book incollection inbook inproceedings report thesis online jurisdiction legislation legal "
    "unpublished letter dataset periodical misc".split()
)


@dataclass(frozen=True, slots=True)
class Base:
    """What every page has."""

    token: str
    demonstration: bool = False
    message: str = ""
    """What has to be said first: a refusal, or what was done."""


@cache
def _templates() -> "Environment":
    environment = templates_of("cite.serve", _shown)
    environment.filters |= {
        "counted": counted,
        "day": lambda at: f"{at.day} {at:%B %Y}",
        "moment": lambda at: f"{at.day} {at:%B %Y}, {at:%H:%M} UTC",
        "is_web": lambda url: url.lower().startswith(("http://", "https://")),
        "italic": lambda style: Style.ITALIC in style,
        "fields": fields_of,
        "short": lambda text, most=160: text if len(text) <= most else f"{text[:most].rstrip()}…",
        "duration": duration,
    }
    environment.globals |= {
        "names": NAMES,
        "types": TYPES,
        "states": [state for state in LinkState if state is not LinkState.NOT_JUDGED],
    }
    return environment


NAMES = {
    "ok": "ok",
    "broken": "broken",
    "unknown": "unknown",
    "none": "not judged",
    "plain": "no address",
    "open": "to decide",
    "decided": "decided",
    "all": "all",
}
"""What classes of rows are called."""


def _shown(value: Any) -> Any:
    return safe(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def fields_of(entry: Entry | None) -> list[tuple[str, str]]:
    """Names and texts of the fields of a work, those that may be missing among them."""
    known = dict(entry.fields) if entry else {}
    texts = {name: field_text(name, value) for name, value in known.items()}
    texts["date"] = str(entry.date) if entry and entry.date else ""
    for part in ("year", "month", "day", "url", "crossref"):
        texts.pop(part, None)
    order = [*FIELDS, *sorted(set(texts) - set(FIELDS))]
    return [(name, texts.get(name, "")) for name in order]


def duration(seconds: float) -> str:
    """`40 seconds`, `3 minutes`, `2 hours`."""
    for length, noun in ((3600, "hour"), (60, "minute")):
        if seconds >= 1.5 * length:
            return counted(round(seconds / length), noun)
    return counted(max(1, round(seconds)), "second")


def counts_of(rows: Iterable[Row]) -> dict[str, int]:
    """Rows by class, and how many wait for a decision or have one."""
    rows = list(rows)
    found = Counter(row.css for row in rows)
    return {
        "all": len(rows),
        "open": sum(row.open for row in rows),
        **{name: found[name] for name in WORST_FIRST},
        "decided": sum(row.decided for row in rows),
    }


def home(base: Base, articles: Sequence[tuple[Article, Looks, Run | None]]) -> str:
    """The way in: a new article, and those that are here."""
    return _render("home.html.j2", base=base, articles=articles)


def article(
    base: Base,
    article: Article,
    held: Shown,
    rows: Sequence[Row],
    at: int,
    run: Run | None,
    plan: Plan,
    can_undo: bool,
    query: str,
    show: str,
    seen: tuple[int, int],
) -> Iterator[str]:
    """The three panes, piece by piece, so that the first of it leaves before the last is made."""
    template = _templates().get_template("article.html.j2")
    stream = template.stream(
        base=base, article=article, held=held, rows=rows, at=at, row=rows[at - 1] if at else None, run=run, plan=plan,
        can_undo=can_undo, query=query, show=show, shows=SHOWS, counts=counts_of(rows),
        css_of={row.number: row.css for row in rows}, matches=_matches(rows, query, show), today=_half_year(),
        seen=seen,
    )  # fmt: skip
    stream.enable_buffering(200)
    return iter(stream)


def evidence(base: Base, article: Article, row: Row, can_undo: bool) -> str:
    """The pane of one row alone."""
    return _render(
        "evidence.html.j2", base=base, article=article, row=row, can_undo=can_undo, today=_half_year()
    )  # fmt: skip


def _half_year() -> date:
    """Until when a look by hand counts where nobody says otherwise."""
    return date.today() + timedelta(days=182)


def _matches(rows: Sequence[Row], query: str, show: str) -> frozenset[int]:
    words = query.casefold().split()
    return frozenset(
        row.number for row in rows if _is(row, show) and all(w in _text(row) for w in words)
    )


def _is(row: Row, show: str) -> bool:
    match show:
        case "open":
            return row.open
        case "decided":
            return row.decided
        case "all":
            return True
    return row.css == show


def _text(row: Row) -> str:
    parts = [row.label, *(run.text for run in row.runs), *(one.verdict.url for one in row.links)]
    return " ".join(parts).casefold()


def take(
    base: Base,
    article: Article,
    mended: Mended | None,
    why_not: str,
    package: bool,
    run: Run | None,
) -> str:
    """What can be taken away, and what mending would change."""
    return _render(
        "take.html.j2", base=base, article=article, mended=mended, why_not=why_not, package=package, run=run
    )  # fmt: skip


def history(base: Base, article: Article, url: str, looks: Sequence[Look]) -> str:
    """Every answer that an address gave, as a picture and as a table."""
    return _render(
        "history.html.j2", base=base, article=article, url=url, looks=looks, dots=_dots(looks)
    )


@dataclass(frozen=True, slots=True)
class Dot:
    """One answer in the picture."""

    x: float
    """From 0 to 100."""
    css: str
    says: str
    at: datetime


def _dots(looks: Sequence[Look]) -> list[Dot]:
    if not looks:
        return []
    first, last = looks[0].at, looks[-1].at
    span = (last - first).total_seconds()
    return [
        Dot(
            (look.at - first).total_seconds() / span * 100 if span else 50,
            _look_class(look),
            str(look.status) if look.status is not None else str(look.fault or ""),
            look.at,
        )
        for look in looks
    ]


def _look_class(look: Look) -> str:
    """How a single answer is coloured: it is no verdict, which takes more than an answer."""
    if look.status is None:
        return "unknown"
    if look.status < 400:
        return "ok"
    return "broken" if look.status in (404, 410) else "unknown"


def plain(base: Base, title: str, text: str, again: int = 0) -> str:
    """A page with one thing to say; it looks `again` after so many seconds, or not at all."""
    return _render("plain.html.j2", base=base, title=title, text=text, again=again)


def door(base: Base, wrong: bool) -> str:
    """Asks for the entry token."""
    return _render("door.html.j2", base=base, wrong=wrong)


def _render(name: str, **given: Any) -> str:
    page: str = _templates().get_template(name).render(**given)
    return page
