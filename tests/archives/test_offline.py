"""A date corrected after the run: the list of captures that an archive gave is chosen from again, and nobody asked."""

import pytest

from tests.archives.captures import SITE


@pytest.fixture
def asked(lab, wire):
    lab.archives(lab=("wayback", wire.base))
    first = lab.mementos(f"{SITE}/plain", "--as-of", "2010-07")
    assert first["memento"]["datetime"].startswith("2010-07-20")
    return lab


def offline(lab, date, page="/plain"):
    return lab.mementos(f"{SITE}{page}", "--as-of", date, "--offline")


def test_another_date_chooses_another_capture_of_the_stored_list(asked):
    found = offline(asked, "2016")
    assert found["outcome"] == "found"
    assert found["memento"]["datetime"].startswith("2016-01-01")
    assert "listed for another date" in found["detail"]
    assert "nobody could look at it" in found["detail"]


def test_a_capture_that_was_looked_at_needs_no_such_words(asked):
    found = offline(asked, "2010-07-21")
    assert found["memento"]["datetime"].startswith("2010-07-20")
    assert "nobody could look at it" not in found["detail"]


def test_the_date_that_was_asked_for_gives_what_it_gave(asked):
    assert offline(asked, "2010-07")["detail"] == ""


def test_a_page_that_no_archive_was_asked_about_is_still_not_asked(asked):
    found = offline(asked, "2016", "/late")
    assert (found["memento"], found["outcome"]) == (None, "not-asked")


def test_that_there_is_no_capture_holds_for_any_date(asked):
    asked.mementos(f"{SITE}/nothing-here", "--as-of", "2010-07")
    assert offline(asked, "2016", "/nothing-here")["outcome"] == "absent"
