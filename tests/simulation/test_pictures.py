"""Pictures are SVG that anybody's program reads, and say the same of the same year."""

from collections import Counter
from xml.etree import ElementTree

import pytest

from simulation.pictures import pictures
from simulation.results import summary
from simulation.svg import Axis, Chart, round_up
from simulation.tally import Cause, Day, Tally

YEAR = Tally(
    days=[Day(100 + n, 120 + n, 0.5, 10 * n, 40, 12) for n in range(60)],
    hosts_a_day=Counter({1: 500, 4: 90, 700: 2}),
    found_after={Cause.PAGE: [0.5, 12.0, 99.0], Cause.HOST: [6.0]},
    never_found=1,
    alarms=Counter({Cause.PAGE: 3, Cause.HOST: 1, Cause.SILENCE: 2}),
    stood=[1.0, 3.0],
    alarms_at_once=Counter({Cause.PAGE: 3, Cause.SILENCE: 9, Cause.CHANCE: 4}),
)


def test_every_picture_is_well_formed_has_a_title_and_keeps_within_its_frame():
    drawn = pictures(YEAR)
    assert drawn == pictures(YEAR)
    for name, svg in drawn.items():
        root = ElementTree.fromstring(svg)
        assert root.findtext("{*}title"), name
        for box in root.iterfind(".//{*}rect"):
            assert 0 <= float(box.get("x", "0")) <= 760, name
            assert float(box.get("y", "0")) + float(box.get("height")) <= 300, name


@pytest.mark.parametrize(("value", "rounded"), [(0, 1.0), (7, 8.0), (1432, 1500.0), (0.3, 0.3)])
def test_axes_end_at_round_numbers(value, rounded):
    assert round_up(value) == pytest.approx(rounded)


def test_words_are_escaped():
    chart = Chart("a < b & c", Axis("", 1), Axis("", 1))
    assert ElementTree.fromstring(chart.svg()).findtext("{*}title") == "a < b & c"


def test_the_summary_tells_true_alarms_from_false_ones():
    told = "\n".join(summary(YEAR))
    assert "alarms as it is: 6, of them false 2" in told
    assert "alarms at once: 16, of them false 13" in told
    assert "deaths found: 4, not found by the end: 1" in told
