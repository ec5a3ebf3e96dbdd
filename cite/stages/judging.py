"""References judged one by one, as they run out of questions; what people decided stands before what was found."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from cite.model.asks import Ask
from cite.model.decisions import Decisions
from cite.model.evidence import Evidence
from cite.model.references import Reference, ReferenceId
from cite.model.verdicts import Progress, Verdict, Verifier
from cite.steps.judge import judge


class Judging:
    """The verdicts of one run, in whichever order references are concluded."""

    def __init__(
        self,
        asking: Sequence[Verifier],
        decisions: Mapping[str, Decisions],
        number: int,
        progress: Progress | None,
    ) -> None:
        """`decisions` are by input; `progress` is told how many of a `number` are judged."""
        self._asking = asking
        self._decisions = decisions
        self._number = number
        self._progress = progress
        self._today = date.today()
        self._verdicts: dict[ReferenceId, Verdict] = {}

    def conclude(self, reference: Reference, evidence: Evidence, _wanted: Collection[Ask]) -> None:
        """Judge a reference that has no question left."""
        verdict = self._verdicts[reference.id] = self._judged(reference, evidence)
        if self._progress:
            self._progress(len(self._verdicts), self._number, verdict)

    def verdicts(self, references: Sequence[Reference], evidence: Evidence) -> list[Verdict]:
        """All verdicts in the order of the references; what a run that was stopped left is judged by what is known."""
        return [self._verdicts.get(one.id) or self._judged(one, evidence) for one in references]

    def _judged(self, reference: Reference, evidence: Evidence) -> Verdict:
        opinions = [opinion for one in self._asking for opinion in one.weigh(reference, evidence)]
        decisions = self._decisions.get(reference.id.input)
        return judge(reference, evidence, opinions, decisions, self._today)
