"""When a nonsense address is asked, and what its answer proves. The words of pages are in tests/web."""

from cite.model.evidence import Fetch
from cite.model.verdicts import LinkState
from cite.steps.pages.neighbours import sibling
from tests.verifiers.stage import URL, asked, page, verdict
from tests.web.pages import bare, links, prose, site, work

ENTRANCE = site("Welcome", "<h1>Welcome</h1>" + links(["News", "People"])).encode()
SHORT = bare("Plate 9", "<h1>Plate 9</h1><p>The clerk, 1998.</p>").encode()
BESIDE = sibling(URL)


def test_the_nonsense_address_is_in_the_same_folder_and_always_the_same():
    assert sibling("http://journal.org/reports/other.html") == BESIDE
    assert BESIDE.startswith("http://journal.org/reports/cite-") and BESIDE.endswith(".html")


def test_it_is_asked_where_a_page_says_little_and_not_where_it_is_a_text():
    assert Fetch(BESIDE) in asked(page(body=SHORT))
    assert Fetch(BESIDE) not in asked(page(body=work(sentences=20).encode()))


def test_it_is_not_asked_where_the_cited_title_is_seen():
    assert Fetch(BESIDE) not in asked(page(body=SHORT), title="Plate 9: the clerk")


def test_it_is_not_asked_of_a_front_page():
    assert not asked(page(url="http://journal.org/", body=SHORT), url="http://journal.org/")


def test_an_entrance_for_any_address_is_no_work():
    link = verdict(page(body=ENTRANCE), others=[page(url=BESIDE, body=ENTRANCE)])
    assert link.state is LinkState.SOFT_404
    assert "cannot exist" in link.reasons[0]


def test_a_page_that_is_given_for_one_address_only_is_a_work():
    assert verdict(page(body=SHORT), others=[page(404, url=BESIDE)]).state is LinkState.LIVE


def test_the_same_page_for_any_address_is_no_proof_without_a_second_sign():
    link = verdict(page(body=SHORT), others=[page(url=BESIDE, body=SHORT)])
    assert link.state is LinkState.LIVE


def test_a_page_drawn_by_script_is_never_compared():
    shell = bare("Atlas", "<div id=app>Loading</div><script src=/a.js></script>").encode()
    others = [page(url=BESIDE, body=shell), page(url="http://journal.org/", body=shell)]
    assert verdict(page(body=shell), others=others).state is LinkState.LIVE


def test_the_front_page_for_any_address_is_no_work():
    front = site(
        "The River Courier", "<h1>Top stories</h1>" + links([f"Story {n}" for n in range(30)])
    ).encode()
    others = [page(url=BESIDE, body=front), page(url="http://journal.org/", body=front)]
    link = verdict(page(body=front), others=others)
    assert link.state is LinkState.SOFT_404
    assert "front page" in link.reasons[0]


def test_a_redirect_that_takes_any_address_to_one_place_has_lost_the_work():
    archive = "http://journal.org/archive"
    body = site("Archive", "<h1>Archive</h1>" + links(["1998", "1999"])).encode()
    link = verdict(
        page(body=body, final=archive), others=[page(url=BESIDE, body=body, final=archive)]
    )
    assert link.state is LinkState.SOFT_404
    assert "leads-anywhere" in {sign.code for sign in link.signs}


def test_a_redirect_of_any_address_to_one_sign_on_is_a_wall_and_not_a_death():
    there = "http://login.journal.org/start"
    body = bare("River", "<h1>River University</h1><button>Continue</button>").encode()
    link = verdict(page(body=body, final=there), others=[page(url=BESIDE, body=body, final=there)])
    assert link.state is LinkState.LOGIN_OR_PAYWALL


def test_an_application_that_puts_the_page_behind_its_fragment_is_alive():
    body = bare("Viewer", "<h1>Viewer</h1><p>Choose a page.</p>").encode()
    link = verdict(
        page(body=body, final="http://journal.org/viewer#ledger"),
        others=[page(url=BESIDE, body=body, final="http://journal.org/viewer#nothing")],
    )
    assert link.link_class == "ok"


def test_a_text_beside_a_cited_title_it_does_not_have_is_asked_about():
    text = bare("Soup", "<h1>Soup</h1>" + prose(15)).encode()
    assert Fetch(BESIDE) in asked(
        page(body=text), title="Volcanic Sediments beneath Reykjavik Harbour"
    )
