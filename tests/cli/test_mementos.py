"""`cite mementos`: dates as people write them, and what no date is."""

import pytest

from cite.cli.mementos import parse_date
from cite.model.errors import SettingsError
from cite.model.references import PartialDate


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2010", PartialDate(2010)),
        ("2010-07", PartialDate(2010, 7)),
        ("2010-7-9", PartialDate(2010, 7, 9)),
        (" 2010-07-19 ", PartialDate(2010, 7, 19)),
        ("2010-07-19T12:00:00Z", PartialDate(2010, 7, 19)),
        ("201007", PartialDate(2010, 7)),
        ("20100719", PartialDate(2010, 7, 19)),
        ("20100719120000", PartialDate(2010, 7, 19)),
        ("19 July 2010", PartialDate(2010, 7, 19)),
        ("July 2010", PartialDate(2010, 7)),
    ],
)
def test_a_date_is_read_at_its_precision(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text", ["2010-13", "2010-02-30", "0000", "9999-12-31", "tomorrow", "-5", "20101399"]
)
def test_what_is_no_date_is_said_in_one_line(text):
    with pytest.raises(SettingsError):
        parse_date(text)
