"""Who is told of a run as it goes: people by a bar, programs by a log."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from cite.cli.log_json import JsonLog, json_log
from cite.cli.progress import progress_bar
from cite.model.errors import CiteError
from cite.model.options import Options
from cite.model.report import Report
from cite.model.verdicts import Heard, Progress, Verdict


@dataclass(frozen=True, slots=True)
class Observers:
    """Those of one run; either may be missing."""

    bar: Progress | None
    log: JsonLog | None

    def progress(self, done: int, total: int, verdict: Verdict | None = None, /) -> None:
        """So many of all are done."""
        for told in (self.bar, self.log and self.log.judged):
            if told:
                told(done, total, verdict)

    @property
    def heard(self) -> Heard | None:
        """Whoever wants to hear of each answer."""
        return self.log.heard if self.log else None

    def ended(self, report: Report | None) -> None:
        """The run is over; None where there was nothing to do."""
        if self.log:
            self.log.ended(report)


@contextmanager
def observers(command: str, inputs: Sequence[str], options: Options) -> Iterator[Observers]:
    """A bar where there is a terminal, and a log where one is wanted. Raises OutputError."""
    with json_log(options.log_json) as log, progress_bar() as bar:
        if log:
            log.began(command, inputs)
        try:
            yield Observers(bar, log)
        except CiteError as error:
            if log:
                log.failed(error)
            raise
