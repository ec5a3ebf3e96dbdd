"""`cite mementos`: dates as people write them, what no date is, and addresses that no archive can have."""

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.cli.mementos import parse_date
from cite.model.entries import PartialDate
from cite.model.errors import SettingsError


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


def test_what_is_no_address_of_the_web_is_asked_of_no_archive(tmp_path):
    result = CliRunner().invoke(cli, ["mementos", "mailto:x@example.org", "--cache", str(tmp_path)])
    assert result.exit_code == 2
    assert "no address of the web" in result.output


def test_offline_it_is_said_that_nobody_was_asked(tmp_path):
    result = CliRunner().invoke(
        cli, ["mementos", "http://example.org/x", "--offline", "--cache", str(tmp_path)]
    )
    assert result.exit_code == 3
    assert "No archive was asked, so there may be a copy." in result.output
