"""The page in a real browser: what it shows, what can be done with it, who can use it."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from cite.formats.decisions_toml import read_decisions
from cite.formats.pdf import read_pages
from cite.model.decisions import Action, Decision
from cite.model.evidence import Look
from cite.model.findings import Finding, Level
from cite.model.report import AddressHistory, HostFigures
from cite.model.verdicts import LinkState, LinkVerdict
from cite.outputs.history import history_page
from cite.outputs.site import Site
from cite.pipeline import output_named
from tests.outputs.long_report import joined, report_of

CHROMIUM = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
HOSTILE = "\"><img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    if CHROMIUM is None:
        pytest.skip("needs chromium")
    with sync_api.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    report = report_of(40)
    first, *others = report.verdicts
    marked = replace(
        first,
        reference=replace(first.reference, sentence=HOSTILE, raw=HOSTILE),
        findings=(Finding("near-duplicate", Level.WARNING, HOSTILE, first.reference.place, "1"),),
    )
    path = tmp_path_factory.mktemp("page") / "report.html"
    host = HostFigures("www." + "a-long-name." * 9 + "example", 9, {"2xx": 8, "4xx": 1}, 1, 0, 1, 0.1, 0.9)  # fmt: skip
    written = output_named("html").write(
        replace(report, verdicts=(marked, *others), caveats=(HOSTILE,), hosts=(host,) * 3)
    )
    path.write_text(written, "utf-8")
    return path


@pytest.fixture
def page(browser, file):
    """The page at a desk, failing on whatever it complains of and on whatever it asks for elsewhere."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    shown = context.new_page()
    trouble = []
    shown.on("console", lambda message: trouble.append(message.text))
    shown.on("pageerror", lambda error: trouble.append(str(error)))
    shown.on(
        "request",
        lambda request: (
            trouble.append(request.url) if not request.url.startswith(("file:", "blob:")) else None
        ),
    )
    shown.goto(file.as_uri())
    yield shown
    assert trouble == []
    context.close()


def visible(page):
    return page.locator(".card:visible").count()


def settle(page):
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )


def test_what_needs_attention_is_shown_first_and_all_the_rest_is_a_choice_away(page):
    needing = page.locator(".card.needs").count()
    assert 0 < needing < page.locator(".card").count() == 42
    assert visible(page) == needing
    page.select_option("#show", "all")
    settle(page)
    assert visible(page) == 42
    assert page.locator("#shown").text_content() == "42 of 42 notes shown"


@pytest.mark.parametrize(
    ("field", "value", "selector"),
    [
        ("state", "dead", "[data-states~=dead]"),
        ("level", "error", "[data-levels~=error]"),
        ("code", "link-parked", "[data-codes~=link-parked]"),
    ],
)
def test_a_filter_leaves_the_cards_that_have_it(page, field, value, selector):
    page.select_option(f"#{field}", value)
    settle(page)
    wanted = page.locator(f".card{selector}").count()
    assert visible(page) == wanted > 0
    page.get_by_role("button", name="Clear").click()
    settle(page)
    page.wait_for_function("document.querySelector('#state').value === ''")
    assert page.locator(".card.needs:visible").count() == page.locator(".card.needs").count()


def test_search_finds_words_and_notes_wherever_they_are(page):
    page.fill("#find", '"part 7" ledgers')
    settle(page)
    assert page.locator(".card:visible h4 .label").all_text_contents() == ["note 8"]
    page.fill("#find", "note:12")
    settle(page)
    assert page.locator(".card:visible h4 .label").all_text_contents() == ["note 12"]


def test_everything_can_be_done_by_keys(page):
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("ledgers")
    page.keyboard.press("Escape")
    page.wait_for_function("document.querySelector('#find').value === ''")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("e")
    assert page.locator(f"#{first} details:not([open])").count() == 0
    page.keyboard.press("a")
    settle(page)
    assert visible(page) == 42


def test_an_entry_of_the_list_leads_to_its_card_and_back(page):
    page.locator(".matter .where").first.click()
    card = page.locator(".card:target")
    assert card.is_visible()
    card.locator(".back").click()
    assert page.locator(".matter:target").is_visible()


def test_a_link_reaches_a_card_that_the_filter_hides(page):
    hidden = page.locator(".card:not(.needs)").first.get_attribute("id")
    page.evaluate(f"location.hash = '{hidden}'")
    settle(page)
    assert page.locator(f"#{hidden}").is_visible()


def test_a_citation_and_an_entry_can_be_copied(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".matter").first.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("document.querySelector('#said').textContent === 'Copied.'")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("https://press") and ", archived at https://archive.example/" in text
    assert text.endswith(" 2009")
    card = page.locator(".card.needs").nth(1)
    card.locator(".entry summary").click()
    card.get_by_role("button", name="Copy entry").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('@')")


def test_decisions_leave_the_page_as_the_file_that_cite_mend_reads(page, tmp_path):
    matters = page.locator(".matter.of-link")
    urls = [matters.nth(n).locator(".url").first.get_attribute("href") for n in range(3)]
    matters.nth(0).get_by_label("Decision about").select_option("replace")
    matters.nth(1).get_by_label("Decision about").select_option("checked")
    matters.nth(1).get_by_label("What it is").select_option("blocked")
    matters.nth(1).get_by_label("Why").fill('Seen "by hand"\\ \x7f ü')
    matters.nth(1).get_by_label("Who decides").fill("Ann")
    matters.nth(1).get_by_label("Who decides").press("Tab")
    matters.nth(1).get_by_label("Until").fill("2099-12-31")
    matters.nth(2).get_by_label("Decision about").select_option("keep")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save decisions.toml").click()
    assert download.value.suggested_filename == "decisions.toml"
    download.value.save_as(tmp_path / "decisions.toml")
    decisions = read_decisions((tmp_path / "decisions.toml").read_bytes())
    assert (decisions.article, decisions.digest) == ("article.md", "ab" * 32)
    replaced, checked, kept = decisions.every
    assert [one.url for one in decisions.every] == urls
    assert replaced.action is Action.REPLACE and replaced.by.startswith("https://archive.example/")
    assert (checked.action, checked.state, checked.by) == (Action.CHECKED, "blocked", "")
    assert checked.why == 'Seen "by hand"\\ \x7f ü'
    assert (checked.who, checked.until) == ("Ann", date(2099, 12, 31))
    assert kept.action is Action.KEEP and isinstance(kept.made, date)
    assert (kept.who, kept.until) == ("Ann", None)


def test_decisions_outlast_a_reload(page):
    page.locator(".matter.of-link").first.get_by_label("Decision about").select_option("keep")
    page.reload()
    choice = page.locator(".matter.of-link").first.get_by_label("Decision about")
    assert choice.input_value() == "keep"


def test_nothing_that_a_stranger_wrote_is_run(page):
    assert page.title().startswith("Sources of")
    assert page.locator("img, iframe, object, link, script[src]").count() == 0
    assert page.locator("script").count() == 1


def test_the_policy_lets_no_other_script_act(browser, file):
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.taken = 1'; document.body.append(s) }"
    )
    assert page.evaluate("window.taken === undefined")
    context.close()


def test_without_scripts_all_of_it_is_there_to_read(browser, file):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert visible(page) == 42
    assert not page.locator("#tools").is_visible()
    page.locator(".card details summary").first.click()
    assert page.locator(".card details[open]").count() == 1
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_the_screen_and_anybody_can_use_it(browser, file, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-core")
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(file.as_uri())
    page.select_option("#show", "all")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    settle(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    context.close()


def test_print_opens_the_evidence(browser, file, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    page.goto(file.as_uri())
    page.pdf(path=tmp_path / "report.pdf")
    text = "\n".join(read_pages((tmp_path / "report.pdf").read_bytes()) or ())
    assert "speaks for" in text and "Save decisions" not in text
    context.close()


def test_long_addresses_show_whole_when_they_are_pointed_at(page):
    address = page.locator(".matter a.url").first
    before = address.bounding_box()
    address.focus()
    middle = address.locator("i").first
    assert middle.evaluate("one => getComputedStyle(one).fontSize") != "0px"
    assert address.bounding_box()["width"] != before["width"]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_index_of_many_articles_fits_the_screen_and_anybody_can_use_it(
    browser, tmp_path, width
):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-core")
    for name, pieces in Site().files(report_of(30)):
        (tmp_path / name).write_text("".join(pieces), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto((tmp_path / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    page.get_by_role("link", name="article.md").first.click()
    assert page.title() == "Sources of article.md"
    page.close()


def test_several_articles_on_one_page_are_told_apart_by_whoever_hears_it(browser, tmp_path):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-core")
    report = joined(report_of(30, "a/one.md"), report_of(20, "b/two.md"))
    (tmp_path / "two.html").write_text(output_named("html").write(report), "utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((tmp_path / "two.html").as_uri())
    page.select_option("#show", "all")
    settle(page)
    found = axe.Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    page.get_by_role("region", name="Replace, b/two.md").wait_for()
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_history_of_an_address_fits_every_screen_and_anybody_can_use_it(
    browser, tmp_path, width
):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-core")
    url = "http://a.example/" + "a-long-way-down/" * 12
    began = datetime(2024, 3, 1, tzinfo=UTC)
    states = [LinkState.LIVE] * 9 + [LinkState.TRANSIENT] * 3 + [LinkState.DEAD]
    looks = tuple(Look(began + timedelta(weeks=at), 200, url=url) for at in range(len(states)))
    verdicts = tuple(LinkVerdict(url, state, (HOSTILE,), ()) for state in states)
    said = Decision(url, Action.CHECKED, state="live", why="seen", until=began.date())
    history = AddressHistory(url, looks, verdicts, (said,))
    (tmp_path / "history.html").write_text(history_page([history], date(2026, 3, 1)), "utf-8")
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto((tmp_path / "history.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = axe.Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    page.close()
