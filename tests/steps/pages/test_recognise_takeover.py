"""Whether a page offers its own domain, says whose it is, or speaks of domains as any text may."""

import pytest

from cite.formats.html import read_html
from cite.steps.pages.recognise_takeover import parked
from tests.web.pages import bare, prose

URL = "http://oldreview.example/1999/x.html"
OFFERS = [
    ("oldreview.example", "<p>Diese Domain steht zum Verkauf.</p>"),
    ("oldreview.example", "<p>Ce nom de domaine est à vendre.</p>"),
    ("oldreview.example", "<p>Dit domein is te koop.</p>"),
    ("oldreview.example", "<p>Ez a domain eladó.</p>"),
    ("oldreview.example", "<p>域名 oldreview.example 正在出售</p>"),
    ("oldreview.example", "<p>このドメインは販売中です</p>"),
    ("Placeholder", "<p>Diese Domain wurde von einem Kunden bei uns registriert.</p>"),
    ("Info", "<p>Doména je zaregistrována a čeká na svůj web.</p>"),
    ("Info", "<p>La registrazione è riuscita: il dominio è registrato.</p>"),
    ("oldreview.example", "<p>1.900 EUR</p><button>Xyzzy</button>"),
    ("x", "<div id=ads></div><script>window.park='eyJ1'</script><p>oldreview.example</p>"),
]
OTHERS = [
    (
        "Names for sale",
        f"<h1>Names for sale</h1><p>In 1999 this domain was for sale.</p>{prose(12)}",
    ),
    ("Registers of deeds", "<p>The deed was registered in 1911.</p>"),
    ("Protein domains", "<h1>Protein domains</h1><p>Each domain binds one ion.</p>"),
    ("oldreview.example", "<h1>oldreview.example</h1><p>Yearbook, 12 €</p>"),
    ("Domaine de Chantilly", "<h1>Domaine de Chantilly</h1><p>Le parc est ouvert.</p>"),
]


@pytest.mark.parametrize(("title", "body"), OFFERS)
def test_a_page_that_offers_its_own_domain_is_parked(title, body):
    assert parked(read_html(bare(title, body)), URL, "")


@pytest.mark.parametrize(("title", "body"), OTHERS)
def test_a_page_that_only_speaks_of_such_things_is_not(title, body):
    assert not parked(read_html(bare(title, body)), URL, "")


def test_a_redirect_to_a_market_for_names_is_a_sign():
    page = read_html(bare("Buy", "<p>Buy this domain.</p>"))
    assert parked(page, URL, "market.example/forsale/oldreview.example")
