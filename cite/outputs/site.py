"""Reports on many articles as a folder: an index with the health of all, and a page for each."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from cite.formats.safe_text import json_text
from cite.model.report import AddressHistory, Report
from cite.model.verdicts import LinkClass, LinkState
from cite.outputs.articles import Article, articles, cited_in, not_checked
from cite.outputs.csv import Csv
from cite.outputs.history import history_page
from cite.outputs.html import Html, render
from cite.outputs.json import JsonLines
from cite.outputs.pictures import Row, bar, by_age, class_of, health
from cite.recognisers.addresses.url_parts import split_url

STATE = "state.json"
"""What the next run compares itself with."""
SCHEMA = "cite/site/1"
MOST_HOSTS = 60
"""Hosts that the index shows, those with most broken links first."""
MOST_HISTORIES = 500
"""Addresses that have a page of their own: each look at them is judged anew."""
MOST_RUNS = 60
"""Runs remembered: a weekly look for more than a year."""


@dataclass(frozen=True, slots=True)
class Last:
    """What an earlier run left."""

    made_at: datetime | None = None
    states: Mapping[str, str] = field(default_factory=dict)
    """By address."""
    runs: tuple[Mapping[str, Any], ...] = ()
    """Of each run its time and its counts by class, oldest first."""


@dataclass(frozen=True, slots=True)
class News:
    """An address that is not what it was."""

    url: str
    was: str
    now: LinkState
    cited: str
    page: str


@dataclass(frozen=True, slots=True)
class Page:
    """An article with the name of its page."""

    article: Article
    file: str


class Site:
    """For whoever looks after many articles."""

    def files(
        self, report: Report, old_state: str = "", histories: Sequence[AddressHistory] = ()
    ) -> Iterator[tuple[str, Iterable[str]]]:
        """Each file of the folder with its text in pieces.

        `old_state` is what the last run left in STATE; `histories` are of addresses that `with_history` names.
        """
        last = read_state(old_state)
        pages = tuple(_pages(articles(report)))
        history_files = {one.url: _history_file(one.url) for one in histories}
        for page in pages:
            yield page.file, [Html().page(part_of(report, page.article), history_files)]
        for one in histories:
            day = report.made_at.date()
            yield history_files[one.url], [history_page([one], day, "index.html")]
        yield "report.csv", [Csv().write(report)]
        yield "report.jsonl", JsonLines().pieces(report)
        runs = (*last.runs, _run(report))[-MOST_RUNS:]
        yield "index.html", [_index(report, pages, last, runs)]
        yield STATE, [write_state(report, runs)]


def with_history(report: Report) -> list[str]:
    """Addresses whose history is worth a page: those that are not plainly well, broken ones first."""
    links = {link.url: link for verdict in report.verdicts for link in verdict.links}
    wanted = [
        one for one in links.values() if one.by_hand or class_of(one) in ("broken", "unknown")
    ]
    wanted.sort(key=lambda one: one.link_class is not LinkClass.BROKEN)
    return [one.url for one in wanted[:MOST_HISTORIES]]


def _history_file(url: str) -> str:
    return f"history-{sha256(url.encode('utf-8', 'replace')).hexdigest()[:16]}.html"


def part_of(report: Report, article: Article) -> Report:
    """What the report says of one article."""
    return replace(
        report,
        inputs=(article.path,),
        verdicts=article.verdicts,
        documents=(article.document,) if article.document else (),
        findings=article.findings,
        summary=article.summary,
    )


def _pages(every: Iterable[Article]) -> Iterator[Page]:
    """A name for each, plain and the same in each run."""
    taken: set[str] = {"index"}
    for article in every:
        path = PurePath(article.path)
        plain = re.sub(r"[^A-Za-z0-9.]+", "-", str(path.with_suffix(""))).strip("-.").lower()[-60:]
        name = plain or "run"
        if name in taken:
            name += f"-{sha256(article.path.encode('utf-8', 'replace')).hexdigest()[:8]}"
        taken.add(name)
        yield Page(article, f"{name}.html")


def _index(
    report: Report, pages: tuple[Page, ...], last: Last, runs: tuple[Mapping[str, Any], ...]
) -> str:
    news = _news(pages, last)
    return render(
        "index.html.j2",
        report=report,
        pages=sorted(
            pages, key=lambda one: (-one.article.summary.classes["broken"], one.article.path)
        ),
        whole=health(report.summary),
        not_checked=not_checked(report),
        since=last.made_at,
        worse=[one for one in news if one.now.link_class is LinkClass.BROKEN],
        better=[one for one in news if one.now.link_class is LinkClass.OK],
        hosts=_hosts(pages),
        ages=by_age(verdict for page in pages for verdict in page.article.verdicts),
        runs=[
            Row(run["made_at"][:10], sum(_counts(run).values()), bar(_counts(run))) for run in runs
        ],
    )


def _news(pages: Iterable[Page], last: Last) -> list[News]:
    """Addresses that broke, or that are well again, since the last run."""
    found: dict[str, News] = {}
    for page in pages:
        for verdict, link in page.article.links:
            was = last.states.get(link.url, "")
            then = LinkState(was).link_class if was in set(LinkState) else None
            broke = then is LinkClass.OK and link.link_class is LinkClass.BROKEN
            healed = then is LinkClass.BROKEN and link.link_class is LinkClass.OK
            if broke or healed:
                cited = f"{page.article.path}, {cited_in(verdict.reference)}"
                found.setdefault(link.url, News(link.url, was, link.state, cited, page.file))
    return list(found.values())


def _hosts(pages: Iterable[Page]) -> list[Row]:
    """Health by host, those with most broken links first."""
    links = {link.url: link for page in pages for _, link in page.article.links}
    counts: dict[str, Counter[str]] = {}
    for url, link in links.items():
        host = split_url(url).host.removeprefix("www.") or "(no host)"
        counts.setdefault(host, Counter())[class_of(link)] += 1
    order = sorted(counts, key=lambda host: (-counts[host]["broken"], -counts[host].total(), host))
    return [Row(host, counts[host].total(), bar(counts[host])) for host in order[:MOST_HOSTS]]


def _run(report: Report) -> dict[str, Any]:
    """A run as the next ones remember it."""
    made_at = report.made_at.isoformat(timespec="seconds")
    return {"made_at": made_at, **report.summary.classes, "none": report.summary.not_judged}


def _counts(run: Mapping[str, Any]) -> dict[str, int]:
    return {key: int(run.get(key, 0)) for key in (*(one.value for one in LinkClass), "none")}


def read_state(text: str) -> Last:
    """What an earlier run left; nothing where none did, or where the file is another's."""
    try:
        given = json.loads(text) if text.strip() else {}
        runs = tuple(run for run in given.get("runs", ()) if datetime.fromisoformat(run["made_at"]))
        states = {str(url): str(state) for url, state in given.get("links", {}).items()}
        made_at = datetime.fromisoformat(given["made_at"]) if given else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Last()
    return Last(made_at, states, runs)


def write_state(report: Report, runs: Iterable[Mapping[str, Any]]) -> str:
    """What the next run is to know: every address with its state, and the counts of each run."""
    links = {link.url: link.state.value for one in report.verdicts for link in one.links}
    made_at = report.made_at.isoformat(timespec="seconds")
    return json_text(
        {
            "schema": SCHEMA,
            "made_at": made_at,
            "runs": list(runs),
            "links": dict(sorted(links.items())),
        }
    )
