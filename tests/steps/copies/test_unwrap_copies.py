"""What cited copies stand for: the pages behind them, to the end, and orders for copies that nobody gives."""

import pytest

from cite.recognisers.addresses.archive_address import archive_address, to_be_saved
from cite.steps.consider import first_look, second_look
from cite.steps.copies.unwrap_copies import MOST_WRAPPINGS, unwrap_copies
from tests.verifiers.stage import reference

PAGE = "http://a.example/gone"
INNER = f"http://web.archive.org/web/20150301234243/{PAGE}"
OUTER = f"http://web.archive.org/web/20220903091448/{INNER}"


def addresses(url):
    return [link.url for link in unwrap_copies(reference(url), ()).links]


def test_a_copy_of_a_copy_is_unwrapped_to_the_page():
    assert addresses(OUTER) == [OUTER, INNER, PAGE]
    assert addresses(INNER) == [INNER, PAGE]
    assert addresses(PAGE) == [PAGE]


def test_wrappings_without_end_come_to_one():
    url = PAGE
    for _ in range(50):
        url = f"http://web.archive.org/web/20150301234243/{url}"
    assert len(addresses(url)) == MOST_WRAPPINGS + 1


@pytest.mark.parametrize(
    "order",
    [
        f"https://web.archive.org/save/{PAGE}",
        f"http://archive.org/save/{PAGE}",
        f"https://web.archive.org/save/_embed/{PAGE}",
        "https://web.archive.org/save/http%3A%2F%2Fa.example%2Fgone",
        "https://web.archive.org/save/a.example/gone",
        "https://archive.ph/?run=1&url=http%3A%2F%2Fa.example%2Fgone",
        f"https://archive.today/submit/?url={PAGE}",
    ],
)
def test_an_order_for_a_copy_is_never_given_the_page_is_asked(order):
    assert to_be_saved(order) == PAGE
    assert first_look(order).url == second_look(order).url == PAGE
    assert addresses(order) == [order, PAGE]


@pytest.mark.parametrize(
    "url", [INNER, "https://web.archive.org/save/", PAGE, "https://web.archive.org/save/status/x"]
)
def test_other_addresses_order_nothing(url):
    assert to_be_saved(url) == ""
    assert archive_address(INNER).original == PAGE
