"""What a page is when it is not the work; the wide table of cases is in tests/web."""

import time
from datetime import UTC, datetime

import pytest

from cite.model.evidence import Fetch, Fetched, Hop
from cite.steps.pages.recognise_page import Guise, seen, unusable
from tests.web.pages import bare, prose, says, work

URL = "http://journal.org/x"


def fetched(body, status=200, **headers):
    told = {"content-type": "text/html; charset=utf-8", **headers}
    return Fetched(Fetch(URL), datetime(2026, 5, 3, tzinfo=UTC), status, tuple(told.items()), (Hop(URL, status),), body.encode())  # fmt: skip


def test_a_work_is_nothing_else():
    assert seen(fetched(work())) is None
    assert unusable(fetched(work())) == ""


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (says("Page not found", "Sorry, there is no such page."), "an error page"),
        (bare("journal.org is for sale", "<h1>journal.org</h1><p>This domain is for sale.</p>"), "a parked page"),
        (bare("Just a moment...", "<script>_cf_chl_opt={}</script>"), "a check for robots"),
        (bare("Sign in", "<h1>Sign in</h1><form><input type=password></form>"), "a log-in page"),
        (bare("Maintenance", "<p>The site is down for maintenance. Please check back soon.</p>"), "a site that is down"),
        ("", "it is empty"),
    ],
)  # fmt: skip
def test_an_archived_copy_that_shows_no_work_is_said_to_be_unusable(body, words):
    assert words in unusable(fetched(body))


def test_the_same_words_in_a_text_of_some_length_are_only_words():
    body = bare(
        "Reading error pages",
        "<h1>Reading error pages</h1>"
        + prose(15)
        + "<p>The page you requested could not be found.</p>",
    )
    assert seen(fetched(body)) is None


def test_what_takes_a_second_sign_is_not_certain():
    there = seen(fetched(bare("Page Not Found, a duo", "<h1>Page Not Found</h1>" + prose(3))))
    assert there is not None
    assert (there.guise, there.certain) == (Guise.NOT_FOUND, False)
    assert (
        unusable(fetched(bare("Page Not Found, a duo", "<h1>Page Not Found</h1>" + prose(3)))) == ""
    )


HOSTILE = [
    "page ", "not ", "page not ", "404 ", "domain ", "domain is for ", "© ", "copyright 2020, ", "log in ", "maintenance ", "a" * 5000 + " ",
    "<h1>page</h1>", "<p>page not", "<a href=x>x</a>", "<div class=cookie>", "casino bonus ", "страница не ", "ページ", "“", "\u00ad", "<meta name=x content=", "<!--",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_page_takes_time_in_proportion(piece):
    def seconds(length):
        body = f"<title>{piece * 40}</title><h1>{piece * 40}</h1>{piece * (length // len(piece))}"
        begun = time.process_time()
        seen(fetched(body))
        return time.process_time() - begun

    seconds(100)
    assert seconds(160_000) < 80 * max(seconds(20_000), 0.004)


OVER = [
    "Our service has closed.",
    "Unser Dienst wurde eingestellt.",
    "Le site a été fermé.",
    "El servicio ha sido cerrado.",
    "Serwis został zamknięty.",
    "Сервис закрыт.",
    "サービスは終了しました。",
    "本站已停止服务",
]


@pytest.mark.parametrize("said", OVER)
def test_a_service_that_is_over_takes_a_second_sign(said):
    there = seen(fetched(bare("Pages", f"<p>{said}</p>")))
    assert there is not None
    assert (there.guise, there.certain) == (Guise.NOT_FOUND, False)


@pytest.mark.parametrize(
    "said",
    [
        "Our service is closed today.",
        "The library's rooms are shut while the roof is mended.",
        "The service has closed for now; please come back on Monday.",
    ],
)
def test_what_opens_again_is_not_over(said):
    there = seen(fetched(bare("Pages", f"<p>{said}</p>")))
    assert there is None or there.guise is not Guise.NOT_FOUND
