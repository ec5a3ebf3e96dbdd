"""What may go of a long history, and what a rule or a person still needs."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cite.model.evidence import Fault, Look
from cite.steps.link_history import trend
from cite.steps.thinning import NEWEST, Sitting, may_go
from cite.steps.watching import due

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)
OK, GONE, SILENT = {"status": 200}, {"status": 404}, {"fault": Fault.CONNECT_TIMEOUT}


def daily(*runs):
    """Sittings a day apart, the last one today: each run is what was seen and how often."""
    seen = [kind for kind, times in runs for _ in range(times)]
    first = NOW - timedelta(days=len(seen) - 1)
    looks = (Look(first + timedelta(days=day), **kind) for day, kind in enumerate(seen))
    return [Sitting((look,), (number,)) for number, look in enumerate(looks)]


def gone(sittings, shown=lambda _: None, **said):
    return {one.numbers[0] for one in may_go(sittings, NOW, shown, **said)}


def kept(sittings, **said):
    went = gone(sittings, **said)
    return [one for one in sittings if one.numbers[0] not in went]


def test_all_of_the_last_month_is_kept_then_one_a_week_then_one_a_month():
    ages = [(NOW - one.at).days for one in kept(daily((OK, 400)))]
    assert [age for age in ages if age <= 30] == list(range(30, -1, -1))
    weekly = [age for age in ages if 30 < age <= 90]
    assert 8 <= len(weekly) <= 10
    monthly = [age for age in ages if age > 90]
    assert 10 <= len(monthly) <= 12


def test_every_change_keeps_the_days_on_which_it_was_seen():
    sittings = daily((OK, 50), (GONE, 3), (OK, 50), (GONE, 100))
    assert {0, 49, 50, 52, 53, 102, 103, 202} <= {one.numbers[0] for one in kept(sittings)}


def test_a_look_without_an_answer_is_never_thinned_as_verdicts_count_them():
    sittings = daily((OK, 10), (SILENT, 200), (OK, 20))
    assert not gone(sittings) & set(range(10, 210))


def test_what_something_stands_on_is_kept():
    sittings = daily((OK, 300))
    sittings[101] = Sitting(sittings[101].looks, (101,), stood_on=True)
    assert {100, 102} <= gone(sittings) and 101 not in gone(sittings)


def test_a_page_that_changed_under_the_same_status_has_changed():
    def shown(sitting):
        return "error" if 100 <= sitting.numbers[0] < 110 else None

    staying = {99, 100, 109, 110}
    assert not staying & gone(daily((OK, 300)), shown)
    assert staying & gone(daily((OK, 300)))


def test_the_newest_are_kept_however_old_they_are():
    long_ago = [
        Sitting((Look(NOW - timedelta(days=3000 - day), 200),), (day,)) for day in range(60)
    ]
    assert not gone(long_ago) & set(range(60 - NEWEST, 60))


def test_where_there_are_no_more_than_the_newest_none_goes():
    for number in range(NEWEST + 1):
        few = [Sitting((Look(NOW - timedelta(days=3000 - d), 200),), (d,)) for d in range(number)]
        assert not gone(few)


def test_how_long_everything_is_kept_can_be_said():
    assert not gone(daily((OK, 200)), everything=timedelta(days=365))


HISTORIES = st.lists(
    st.tuples(st.sampled_from([OK, GONE, {"status": 503}, SILENT]), st.integers(1, 60)), max_size=8
)


@given(HISTORIES)
def test_what_is_left_says_the_same_of_the_link_and_of_its_next_look(runs):
    sittings = daily(*runs)
    before, after = ([one.looks[0] for one in some] for some in (sittings, kept(sittings)))
    assert trend(after) == trend(before)
    assert due(after) == due(before)


@given(HISTORIES)
def test_thinning_again_finds_nothing(runs):
    left = kept(daily(*runs))
    assert not gone(left)
