"""Records of works kept and recalled as they were."""

from datetime import UTC, datetime, timedelta

from cite.effects.asks.finding_works import FindingWorks
from cite.model.entries import Name, PartialDate
from cite.model.indexes import FindWork, LookupOutcome, Records
from cite.model.options import Options
from cite.model.works import Update, UpdateKind, Work, WorkKind

NOW = datetime(2026, 11, 24, tzinfo=UTC)
ASK = FindWork("", "crossref", doi="10.5555/x")
WORK = Work(
    "10.5555/x", WorkKind.ARTICLE, ("T", "T: S"), (Name("Doe", "Jane", "van", "Jr"),), (Name(literal="A Board"),), (2004, 2005), ("J", "Jn"),
    "12", "3", "1-9", "P", "2", ("978",), ("1234",), ("10.5555/p",),
    (Update(UpdateKind.CONCERN, "10.5555/n", "10.5555/x", "publisher", PartialDate(2010, 2), "Concern"), Update(UpdateKind.OTHER, "", "10.5555/x", "w")),
)  # fmt: skip


def test_records_come_back_as_they_were():
    kind = FindingWorks()
    answer = Records(ASK, NOW, LookupOutcome.FOUND, (WORK,), "d", "Crossref", via=("a → 200",))
    assert kind.recall(ASK, NOW, kind.keep(answer)) == answer


def test_failures_never_serve_again_and_absence_for_a_day():
    kind, options = FindingWorks(), Options()
    for outcome, hours, serves in (
        ("failed", 0, False),
        ("refused", 0, False),
        ("none", 23, True),
        ("none", 25, False),
        ("found", 25, True),
    ):
        answer = Records(ASK, NOW, LookupOutcome(outcome), (WORK,) if outcome == "found" else ())
        assert kind.fresh(answer, NOW + timedelta(hours=hours), options) is serves
