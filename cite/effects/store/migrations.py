"""The store's schema, one dated step per change. Steps are never edited once released."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cite.model.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

SET = "cite"
"""Under which name sqlite-utils records the steps that a file has had."""


def answers(db: "Database") -> None:
    """Answers by ask. What many share is kept once: hosts, and the JSON of headers and TLS facts."""
    db.table("host").create({"no": int, "name": str}, pk="no", not_null={"name"})
    db.table("host").create_index(["name"], unique=True)
    # `id` is the first 16 bytes of the SHA-256 of the ask; `path` begins with the slash of its address;
    # `detail` is its manner and further headers, or the archive and the date that captures are wanted for.
    db.table("ask").create(
        {"no": int, "id": bytes, "kind": str, "host": int, "path": str, "detail": str},
        pk="no", not_null={"id", "kind", "host", "path", "detail"}, foreign_keys=[("host", "host", "no")],
    )  # fmt: skip
    db.table("ask").create_index(["id"], unique=True)
    db.table("common").create({"no": int, "value": str}, pk="no", not_null={"value"})
    db.table("common").create_index(["value"], unique=True)
    # `no` counts answers as they came; `at` is in seconds since 1970, UTC; `value` is the JSON that is the
    # answer's own; `body` is the SHA-256 of what was received.
    db.table("answer").create(
        {"no": int, "ask": int, "at": float, "status": int, "fault": str, "common": int, "value": str, "body": bytes},
        pk="no", not_null={"ask", "at", "value"}, foreign_keys=[("ask", "ask", "no"), ("common", "common", "no")],
    )  # fmt: skip
    db.table("answer").create_index(["ask"])


def bodies(db: "Database") -> None:
    """What was received, by its SHA-256, in zstd."""
    db.table("body").create({"digest": bytes, "content": bytes}, pk="digest", not_null={"content"})


def looks(db: "Database") -> None:
    """The answers as a person would list them."""
    db.create_view(
        "look",
        """
        SELECT datetime(answer.at, 'unixepoch') AS at, ask.kind, host.name || ask.path AS url, ask.detail,
               answer.status, answer.fault, answer.value
        FROM answer JOIN ask ON ask.no = answer.ask JOIN host ON host.no = ask.host
        """,
    )


def pace(db: "Database") -> None:
    """When each pool of an archive may be asked next (`even`), and until when it is left alone."""
    db.table("pace").create(
        {"pool": str, "until": float, "reason": str, "even": float},
        pk="pool", not_null={"until", "reason", "even"}, defaults={"even": 0},
    )  # fmt: skip


def sendings(db: "Database") -> None:
    """The queue of addresses on their way to archives; the pace counts from `asked`."""
    db.table("sending").create(
        {"keeper": str, "url": str, "fate": str, "since": float, "asked": float, "not_before": float,
         "job": str, "tries": int, "copy": str, "detail": str},
        pk=("keeper", "url"), not_null={"fate", "since", "job", "tries", "copy", "detail"},
    )  # fmt: skip


def conditions(db: "Database") -> None:
    """Under which conditions answers were had: those of one run, once; none for what is older than this step."""
    db.table("condition").create({"no": int, "value": str}, pk="no", not_null={"value"})
    db.table("condition").create_index(["value"], unique=True)
    # Without a foreign key, which SQLite cannot add but by writing the whole table again.
    db.table("answer").add_column("condition", int)
    db.create_view("look", _LOOK, replace=True)
    db.create_view("answered", _ANSWERED)
    # Asks that are no fetches are few, and looked for by their address: sqlite-utils makes no partial index.
    db.execute("CREATE INDEX ask_of_services ON ask (host, path) WHERE kind <> 'fetch'")


def retractions(db: "Database") -> None:
    """A list of retractions at hand, an event a row, and which list it is."""
    db.table("retraction").create(
        {"work": str, "kind": str, "notice": str, "source": str, "date": str, "label": str},
        not_null={"work", "kind", "notice", "source", "label"},
    )
    db.table("retraction").create_index(["work"])
    db.table("retraction_list").create({"digest": str, "rows": int}, pk="digest", not_null={"rows"})


def health(db: "Database") -> None:
    """The health of addresses, hosts and months as whoever browses the store would ask for it."""
    db.create_view("latest", _LATEST)
    db.create_view("failing", _FAILING)
    db.create_view("hosts", _HOSTS)
    db.create_view("months", _MONTHS)


def grounds(db: "Database") -> None:
    """Which answers something outside stands on: a verdict by hand, a package. They are never thinned."""
    db.table("ground").create(
        {"answer": int, "what": str}, pk=("answer", "what"), not_null={"answer", "what"},
        foreign_keys=[("answer", "answer", "no")],
    )  # fmt: skip


def order(db: "Database") -> None:
    """The newest answer is the one that was had last, not the one that came last: stores can be imported."""
    db.create_view("latest", _LATEST_BY_TIME, replace=True)


def said(db: "Database") -> None:
    """What people said of addresses after a look by hand; days as ISO 8601, empty where there is none."""
    db.table("said").create(
        {"url": str, "state": str, "why": str, "who": str, "made": str, "until": str},
        pk="url", not_null={"state", "why", "who", "made", "until"},
    )  # fmt: skip


def articles(db: "Database") -> None:
    """Which articles were checked, by file name and SHA-256."""
    db.table("article").create(
        {"name": str, "digest": str, "at": float}, pk=("name", "digest"), not_null={"at"}
    )


_LATEST = """
    SELECT host.name || ask.path AS url, host.name AS host, datetime(answer.at, 'unixepoch') AS at, answer.status,
           answer.fault, past.looks, datetime(past.last_well, 'unixepoch') AS last_well
    FROM (SELECT ask, max(no) AS no, count(*) AS looks, max(CASE WHEN status < 400 THEN at END) AS last_well
          FROM answer GROUP BY ask) AS past
    JOIN answer ON answer.no = past.no JOIN ask ON ask.no = past.ask JOIN host ON host.no = ask.host
    WHERE ask.kind = 'fetch' AND ask.detail = ''
"""
"""Of each address the newest answer to a plain look; a good status is no verdict, which only a report gives."""
_LATEST_BY_TIME = """
    SELECT host.name || ask.path AS url, host.name AS host, datetime(answer.at, 'unixepoch') AS at, answer.status,
           answer.fault, past.looks, datetime(past.last_well, 'unixepoch') AS last_well
    FROM (SELECT ask, count(*) AS looks, max(CASE WHEN status < 400 THEN at END) AS last_well
          FROM answer GROUP BY ask) AS past
    JOIN answer ON answer.no = (SELECT no FROM answer WHERE ask = past.ask ORDER BY at DESC, no DESC LIMIT 1)
    JOIN ask ON ask.no = past.ask JOIN host ON host.no = ask.host
    WHERE ask.kind = 'fetch' AND ask.detail = ''
"""
_FAILING = """
    SELECT url, host, at, status, fault, looks, last_well FROM latest
    WHERE status >= 400 OR fault IS NOT NULL ORDER BY last_well DESC
"""
_HOSTS = """
    SELECT host, count(*) AS addresses, sum(fault IS NULL AND status < 400) AS answering,
           sum(fault IS NOT NULL OR status >= 400) AS failing, max(at) AS at
    FROM latest GROUP BY host ORDER BY failing DESC, addresses DESC
"""
_MONTHS = """
    SELECT strftime('%Y-%m', answer.at, 'unixepoch') AS month, count(*) AS looks,
           sum(answer.fault IS NULL AND answer.status < 400) AS answering,
           sum(answer.fault IS NOT NULL OR answer.status >= 400) AS failing
    FROM answer JOIN ask ON ask.no = answer.ask WHERE ask.kind = 'fetch' AND ask.detail = ''
    GROUP BY month ORDER BY month
"""
_LOOK = """
    SELECT datetime(answer.at, 'unixepoch') AS at, ask.kind, host.name || ask.path AS url, ask.detail,
           answer.status, answer.fault, answer.value, condition.value AS condition
    FROM answer JOIN ask ON ask.no = answer.ask JOIN host ON host.no = ask.host
    LEFT JOIN condition ON condition.no = answer.condition
"""
_ANSWERED = """
    SELECT answer.no, ask.id, ask.kind, ask.detail, host.name AS host, ask.path, answer.at, answer.status,
           answer.fault, common.value AS common, answer.value, answer.body, condition.value AS condition
    FROM ask JOIN answer ON answer.ask = ask.no LEFT JOIN host ON host.no = ask.host
    LEFT JOIN common ON common.no = answer.common LEFT JOIN condition ON condition.no = answer.condition
"""
"""Answers with their asks; tables of which nothing is read cost nothing, as they are joined from the left."""


STEPS: tuple[tuple[str, Callable[["Database"], None]], ...] = (
    ("2026-11-24 answers", answers),
    ("2026-11-24 bodies", bodies),
    ("2026-11-24 looks", looks),
    ("2026-11-24 pace", pace),
    ("2026-11-24 sendings", sendings),
    ("2026-11-29 conditions", conditions),
    ("2026-11-29 retractions", retractions),
    ("2026-11-29 health", health),
    ("2026-11-29 grounds", grounds),
    ("2026-11-29 order", order),
    ("2026-11-29 said", said),
    ("2026-11-29 articles", articles),
)


def migrate(db: "Database", read_only: bool = False) -> None:
    """Bring a store to the newest schema. Raises StoreError for one that this program cannot use."""
    steps = _steps()
    applied = {step.name for step in steps.applied(db)}
    if applied - dict(STEPS).keys():
        raise StoreError("was written by a newer cite; use that, or another --cache")
    if not applied and db.table("ask").exists():
        raise StoreError(
            "was written by a cite before its first release; move it away, or use another --cache"
        )
    pending = steps.pending(db)
    if pending and read_only:
        raise StoreError("needs a change of its schema and cannot be written; use another --cache")
    if pending:
        steps.apply(db)


def _steps() -> "Migrations":
    from sqlite_utils import Migrations

    steps = Migrations(SET)
    for name, step in STEPS:
        steps(name=name)(step)
    return steps
