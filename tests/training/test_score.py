"""The scorer: what it counts, and the floors beneath it."""

from cite.model.document import Run, Style
from training.gold import GoldCitation, GoldCrossReference, GoldDocument, GoldNote
from training.score import Score, area, below, kinds, measured, moved, reliability, score, trust

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
    figures = measured({"made": score([GoldDocument("made", "one", (FULL,))])})
    assert below(figures, {"made": {"type": 0.9}}) == []
    assert len(below(figures, {"made": {"notes": 0.5}, "absent": {"micro": 1.0}})) == 1


def test_floors_rise_and_fall_only_when_they_may():
    figures = {"made": {"split": 0.5}}
    assert moved(figures, {"made": {"split": 0.9}}, lower=False)["made"]["split"] == 0.9
    assert moved(figures, {"made": {"split": 0.1}}, lower=False)["made"]["split"] == 0.498
    assert moved(figures, {"made": {"split": 0.9}}, lower=True)["made"]["split"] == 0.498


def test_kinds_are_told_apart_by_what_was_seen_while_rules_were_made():
    seen, held = Score(), Score()
    seen.counts.update({"kind book": 1, "kind book of": 2})
    held.counts.update({"kind book": 3, "kind book of": 3})
    found = kinds({"fresh-german": seen, "fresh-german-held": held, "anystyle-core": held})
    assert found == {"kind: book": {"seen": 0.5, "n seen": 2.0, "held": 1.0, "n held": 3.0}}


def test_confidence_is_trusted_as_far_as_it_came_true():
    counted = Score(chances=[(0.97, True), (0.96, False), (0.9, True), (0.1, False)])
    found = trust({"fresh-german": counted})["confidence: German"]
    assert (found["sure"], found["share sure"], found["AUC"], found["right"]) == (
        0.5,
        0.5,
        0.75,
        0.5,
    )
    assert (found["caught"], found["marked"]) == (0.5, 0.0)
    assert "0.95 – 1.00" in reliability({"fresh-german": counted})


def test_of_a_right_and_a_wrong_one_equal_chances_count_half():
    assert area([0.5], [0.5]) == 0.5
    assert area([0.9, 0.8], [0.1]) == 1.0
