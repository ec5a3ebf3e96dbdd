"""`--log-json`: what a run does, an object a line, for programs that watch it.

The fields stand in docs/how-to/watch-a-run.md. Headers and bodies are not told, nor what an address says of a user
or of a key.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit, urlunsplit

from cite.cli.product import note_on_stderr
from cite.model.errors import CiteError, OutputError
from cite.model.evidence import Clock, Fetched, Hop, Unreachable
from cite.model.report import Report
from cite.model.verdicts import Verdict
from cite.model.version import __version__
from cite.steps.tally import host_of

SCHEMA = "cite/log/1"
LONGEST = 2000
"""Characters of an address that are told."""
_PARAMETER = re.compile(r"(?P<name>[^&;=]+)=[^&;]*")
_SECRET = re.compile(
    r"(?:^|[_-])(?:api|auth|key|pass|passwd|password|pwd|secret|session|sid|sig|signature|token)(?:$|[_-])"
    r"|apikey|accesskey",
    re.IGNORECASE,
)
"""Names of parameters whose values are nobody else's."""


class JsonLog:
    """Tells events to a stream; a stream that fails is left alone, and the run goes on."""

    def __init__(self, stream: TextIO, clock: Clock = lambda: datetime.now(UTC)) -> None:
        self._stream: TextIO | None = stream
        self._clock = clock

    def began(self, command: str, inputs: Sequence[str]) -> None:
        """The run begins."""
        told = {"schema": SCHEMA, "tool": f"cite {__version__}", "command": command}
        named = [without_secrets(one) if "://" in one else one for one in inputs]
        self._tell("run-began", told | {"inputs": named})

    def heard(self, answer: Fetched | Unreachable) -> None:
        """One page was asked for, with all that its redirects took."""
        ask = answer.ask
        came: dict[str, Any] = (
            {"fault": answer.fault.value}
            if isinstance(answer, Unreachable)
            else {"status": answer.status, "bytes": len(answer.body)}
        )
        told = {
            "address": without_secrets(ask.url),
            "host": host_of(ask.url),
            "manner": ask.manner.value,
        }
        took = {
            "seconds": _seconds(answer.hops),
            "hops": len(answer.hops),
            "attempts": answer.attempts,
        }
        self._tell("answer", told | came | took)

    def judged(self, done: int, total: int, verdict: Verdict | None = None, /) -> None:
        """One reference has no question left."""
        for link in verdict.links if verdict else ():
            told = {
                "address": without_secrets(link.url), "host": host_of(link.url), "state": link.state.value,
                "class": link.link_class.value, "suspected": link.suspected,
                "seconds": _seconds(link.hops), "done": done, "total": total,
            }  # fmt: skip
            self._tell("link", told)

    def ended(self, report: Report | None) -> None:
        """The run is over; None where there was nothing to do."""
        if report is None:
            self._tell("run-ended", {"complete": True, "links": 0})
            return
        summary = report.summary
        told = {
            "seconds": round(report.seconds, 3), "complete": report.complete, "references": summary.references,
            "links": summary.links, "states": dict(summary.states), "requests": summary.requests,
            "hosts": len(report.hosts),
        }  # fmt: skip
        self._tell("run-ended", told)

    def failed(self, error: CiteError) -> None:
        """The run could not go on."""
        self._tell("run-failed", {"error": type(error).__name__, "exit_code": error.exit_code})

    def _tell(self, event: str, told: Mapping[str, Any]) -> None:
        if self._stream is None:
            return
        time = self._clock().isoformat(timespec="milliseconds")
        try:
            self._stream.write(json.dumps({"time": time, "event": event, **told}) + "\n")
            self._stream.flush()
        except OSError as error:
            self._stream = None
            with suppress(OSError):  # standard error may be the log
                note_on_stderr(f"the log cannot be written, and ends here: {error.strerror}")


@contextmanager
def json_log(path: Path | None) -> Iterator[JsonLog | None]:
    """A log added to a file, or to standard error for `-`; None where none is wanted. Raises OutputError."""
    if path is None:
        yield None
    elif str(path) == "-":
        yield JsonLog(sys.stderr)
    else:
        try:
            stream = path.open("a", encoding="utf-8")
        except OSError as error:
            raise OutputError(f"cannot write {path}: {error.strerror}") from error
        try:
            yield JsonLog(stream)
        finally:
            with suppress(OSError):  # what could not be written was said, and the run is worth more
                stream.close()


def without_secrets(url: str) -> str:
    """An address without a user's name and password, and without the values of parameters that name a key."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return re.split(r"[?#]", url.rpartition("@")[2])[0][:LONGEST]
    host = parts.netloc.rpartition("@")[2]
    query, fragment = (
        _PARAMETER.sub(_without_secret, one) for one in (parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, host, parts.path, query, fragment))[:LONGEST]


def _without_secret(parameter: re.Match[str]) -> str:
    return f"{parameter['name']}=…" if _SECRET.search(parameter["name"]) else parameter[0]


def _seconds(hops: Sequence[Hop]) -> float:
    """From each request to its headers, together."""
    return round(sum(hop.elapsed for hop in hops), 4)
