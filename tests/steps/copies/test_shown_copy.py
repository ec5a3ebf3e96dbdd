"""Whether a page still is the one that a copy shows."""

import pytest

from cite.formats.page import page_of
from cite.steps.copies.shown_copy import still_that_page
from tests.archives.captures import WORDS

OTHER = (
    "Sow broad beans in the first week of March, as deep as your thumb, and keep the pigeons off. "
)
DAY = '<meta property="article:published_time" content="2010-07-02T08:00">'
AUTHOR = '<meta name="author" content="Rosa Amato">'


def shows(text, head=""):
    html = f"<html><head><title>x</title>{head}</head><body><p>{text}</p></body></html>"
    return page_of(html.encode(), "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("then", "now", "why"),
    [
        (shows(WORDS * 4), shows(WORDS * 4 + OTHER * 30), "100% of its text"),
        (shows(WORDS, DAY), shows(OTHER * 9, DAY), "the same day, 2010-07-02"),
        (shows(WORDS + OTHER * 2, AUTHOR), shows(OTHER * 9, AUTHOR), "author is still named"),
    ],
)
def test_a_page_is_still_that_page_by_text_day_or_author(then, now, why):
    assert why in still_that_page(then, now)


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (shows(WORDS * 4), shows(OTHER * 9)),
        (shows("Short."), shows("Short.")),
        (shows(WORDS * 4, AUTHOR), shows(OTHER * 9, AUTHOR)),
        (shows(WORDS * 4, DAY), shows(OTHER * 9, DAY.replace("07", "08"))),
    ],
)
def test_another_text_or_a_few_words_show_nothing(then, now):
    assert still_that_page(then, now) == ""
