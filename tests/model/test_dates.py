"""Dates at the precision at which they were printed, and what cannot be."""

import pytest

from cite.model.entries import Entry, PartialDate, possible_date
from cite.model.references import Reference


@pytest.mark.parametrize(
    ("urldate", "fields", "date"),
    [
        ("2010-07-19", {"year": 2009}, PartialDate(2010, 7, 19)),
        ("2010-07", {}, PartialDate(2010, 7)),
        ("2010", {}, PartialDate(2010)),
        ("2010-07-19/2010-07-21", {}, PartialDate(2010, 7, 19)),
        ("2010-02-31", {}, PartialDate(2010, 2)),
        ("2010-13-45", {}, PartialDate(2010)),
        ("9999-12-31", {"year": 2009}, PartialDate(2009)),
        ("0000", {"year": 2009, "month": 4}, PartialDate(2009, 4)),
        ("yesterday", {"year": 2009, "month": 13}, PartialDate(2009)),
        ("", {"year": 2009, "month": 2, "day": 30}, PartialDate(2009, 2)),
        ("", {"year": 12_000}, None),
        ("", {}, None),
    ],
)
def test_the_date_of_access_comes_first_and_no_date_is_one_that_never_was(urldate, fields, date):
    entry = Entry("online", {"urldate": urldate, **fields} if urldate else fields)
    assert Reference("k", entry).cited_as_of == date


def test_every_possible_date_has_a_middle():
    assert possible_date(2010, 2, 29) == PartialDate(2010, 2)
    assert possible_date(9999) is None
    assert possible_date(2012, 2, 29).middle.day == 29
