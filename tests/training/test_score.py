"""The scorer: what it counts, and the floors beneath it."""

from cite.model.document import Run, Style
from training.gold import GoldCitation, GoldCrossReference, GoldDocument, GoldNote
from training.score import Score, below, moved, score

FULL = GoldNote(
    "1",
    (
        Run("Jane Doe, "),
        Run("A Long Book", Style.ITALIC),
        Run(" (Oxford: Clarendon Press, 1999), p. 4."),
    ),
    (),
    (GoldCitation(0, {"title": "A Long Book", "year": 1999}, "book"),),
)
IBID = GoldNote("2", (Run("Ibid., p. 9."),), (), (GoldCrossReference(0, "1"),))


def test_fields_types_and_targets_are_counted():
    counted = score([GoldDocument("made", "one", (FULL, IBID))])
    figures = counted.figures()
    assert (figures["title"], figures["year"], figures["type"]) == (1, 1, 1)
    assert (figures["split"], figures["cross references"]) == (1, 1)
    assert counted.extra["author"] == 1
    assert figures["notes"] == 0.5


def test_a_figure_below_its_floor_is_told():
    scores = {"made": score([GoldDocument("made", "one", (FULL,))])}
    assert below(scores, {"made": {"title": 0.9}}) == []
    assert len(below(scores, {"made": {"notes": 0.5}, "absent": {"micro": 1.0}})) == 1


def test_floors_rise_and_fall_only_when_they_may():
    scores = {"made": Score()}
    scores["made"].counts.update({"split": 1, "split of": 2})
    assert moved(scores, {"made": {"split": 0.9}}, lower=False)["made"]["split"] == 0.9
    assert moved(scores, {"made": {"split": 0.1}}, lower=False)["made"]["split"] == 0.498
    assert moved(scores, {"made": {"split": 0.9}}, lower=True)["made"]["split"] == 0.498
