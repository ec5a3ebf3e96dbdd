"""The page as a person has it: a real browser, the demonstration web and a real Wayback server."""

import os
import re
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.web.server import answer

pytest.importorskip("starlette", reason="needs cite[serve]")
pytest.importorskip("pywb", reason="needs pywb")
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-core")

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 844}

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs chromium")


@contextmanager
def serving(*arguments, cwd=ROOT):
    """The process of a page and its address, until the block ends."""
    command = [sys.executable, "-m", "cite", "serve", "--no-browser", *map(str, arguments)]
    process = subprocess.Popen(
        command, cwd=cwd, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )  # fmt: skip
    try:
        lines = []
        for line in process.stderr:
            lines.append(line)
            if found := re.search(r"http://\S+/", line):
                break
        else:
            raise AssertionError("".join(lines))
        yield process, found[0]
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        process.stderr.close()


@pytest.fixture(scope="module")
def chromium():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address():
    with serving("--demo", "--port", "0") as (_, found):
        yield found


@contextmanager
def opened(chromium, address, **how):
    """A page whose every complaint, and every request to another host, fails the test."""
    context = chromium.new_context(**{"viewport": WIDE, **how})
    page = context.new_page()
    page.set_default_timeout(90_000)  # milliseconds: a busy machine is no fault of the page
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: None if asked.url.startswith(address) else complaints.append(asked.url),
    )
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def accessible(page):
    """What axe-core finds on the page as it is."""
    found = axe.Axe().run(page)
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found.response["violations"]]


@pytest.fixture(scope="module")
def judged(chromium, address):
    """The address of the sample, once it was looked at in a browser."""
    with opened(chromium, address) as page:
        page.get_by_role("link", name="article.md", exact=True).click()
        page.get_by_role("button", name=re.compile("Start|Look again")).click()
        page.get_by_role("button", name="Look again").wait_for(timeout=120_000)
        return page.url.partition("?")[0]


def markers(page):
    found = page.eval_on_selector_all(
        ".marker", "all => all.map(one => [one.firstChild.data, one.className])"
    )
    return {
        label: names.replace("marker", "").replace("current", "").strip() for label, names in found
    }


def test_markers_take_the_colour_of_what_the_demonstration_made(chromium, address, judged):
    with opened(chromium, address) as page:
        page.goto(judged)
        found = markers(page)
        assert found["iv"] == found["viii"] == found["xi"] == found["xiii"] == "broken"
        assert found["v"] == found["ix"] == "unknown"
        assert found["i"] == found["vi"] == found["vii"] == "ok"
        assert found["iii"] == "plain"


def test_an_article_dropped_is_judged_while_one_watches_decided_with_keys_and_taken_away_mended(
    chromium, address, tmp_path
):
    article = tmp_path / "My article.md"
    article.write_bytes((ROOT / "examples" / "article.md").read_bytes() + b"\n")
    with opened(chromium, address) as page:
        page.set_input_files("#file", article)
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name=re.compile("Start|Go on|Look again")).click()
        page.get_by_role("button", name="Look again").wait_for(timeout=120_000)
        page.locator(".row", has_text="Chuang").click()
        page.get_by_text("The domain is parked").first.wait_for()
        page.keyboard.press("1")
        page.get_by_text("Decided on").wait_for()
        page.keyboard.press("n")
        page.get_by_text("check for robots").first.wait_for()
        page.keyboard.press("3")
        page.get_by_text("keep it as it is").wait_for()
        page.keyboard.press("u")
        page.get_by_text("keep it as it is").wait_for(state="detached")
        page.keyboard.press("4")
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.get_by_label("What was seen").fill("Opened it in a browser.")
        page.get_by_role("button", name="Say so").click()
        page.get_by_text("checked by hand, it is live").wait_for()
        assert markers(page)["v"] == "ok"
        page.reload()
        assert markers(page)["v"] == "ok"
        page.get_by_role("link", name="Take away").click()
        with page.expect_download() as coming:
            page.get_by_role("link", name=re.compile("The article")).click()
        mended = coming.value.path().read_text("utf-8")
        assert coming.value.suggested_filename == "My article-mended.md"
        assert "/demo/20100914083000/http://www.pennumbra.com/" in mended
        assert "/demo/20091007021400/" not in mended
        with page.expect_download() as coming:
            page.get_by_role("link", name="refs.bib").click()
        assert "@" in coming.value.path().read_text("utf-8")


NOTES = """\
The journal was cited by all.[^1] The survey has moved away.[^2]

[^1]: J Chuang, 'Rescuing Trafficking from Ideological Capture', *University of Pennsylvania Law Review*, vol. 158, <http://www.pennumbra.com/issues/pdfs/158-6/Chuang.pdf>.

[^2]: Asia Watch, *A Modern Form of Slavery: The trafficking of Burmese women and girls into brothels in Thailand*, 1 February 1994, <https://www.hrw.org/legacy/reports/1993/thailand/>.
"""


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc, which makes the DOCX")
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice, which opens it")
def test_a_word_file_comes_back_with_its_changes_tracked_and_opens(chromium, address, tmp_path):
    source = tmp_path / "journal.docx"
    subprocess.run(
        ["pandoc", "-f", "markdown", "-o", source], input=NOTES, text=True, check=True, timeout=60
    )
    with opened(chromium, address) as page:
        page.set_input_files("#file", source)
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name=re.compile("Start|Look again")).click()
        page.locator(".marker.broken").wait_for(timeout=120_000)
        page.locator(".row.broken").click()
        page.get_by_text("The domain is parked").first.wait_for()
        page.keyboard.press("1")
        page.get_by_text("Decided on").wait_for()
        page.get_by_role("button", name="Look again").wait_for(timeout=120_000)
        page.get_by_role("link", name="Take away").click()
        with page.expect_download() as coming:
            page.get_by_role("link", name=re.compile("The article")).click()
        mended = tmp_path / "mended.docx"
        coming.value.save_as(mended)
    with zipfile.ZipFile(mended) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert "<w:ins " in notes and "<w:del " in notes
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, mended],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    text = (tmp_path / "mended.fodt").read_text("utf-8")
    assert "/demo/20100914083000/http://www.pennumbra.com/issues/pdfs/158-6/Chuang.pdf" in text
    assert "https://www.hrw.org/report/1994/02/01/modern-form-slavery/" in text


def test_a_run_can_be_stopped_and_taken_up_again(chromium, tmp_path, loopback):
    async def silent(reader, writer):
        await reader.read()

    loopback.behaviours["/silent*"] = silent
    settings = f'allow-net = ["127.0.0.0/8"]\ntimeout = 600\nretries = 0\ncanaries = ["{loopback.url("/well")}"]\n'
    loopback.behaviours["/well*"] = answer("<title>Well</title><p>All of it.</p>")
    (tmp_path / "cite.toml").write_text(settings)
    with (
        serving("--port", "0", "--no-archives", cwd=tmp_path) as (_, address),
        opened(chromium, address) as page,
    ):
        page.get_by_text("Paste text").click()
        page.fill("#text", f"{loopback.url('/well')}\n{loopback.url('/silent')}\n")
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name="Start").click()
        page.get_by_text("1 of 2 judged").wait_for(timeout=60_000)
        page.get_by_role("button", name="Stop").click()
        page.get_by_text("Stopped; what was judged is kept").wait_for()
        assert page.locator(".row.ok").count() == 1
        loopback.behaviours["/silent*"] = answer("<title>Speaks</title><p>At last.</p>")
        page.reload()
        assert "Go on" in page.get_by_role("button").all_inner_texts()
        page.get_by_role("button", name="Go on").click()
        page.get_by_role("button", name="Look again").wait_for(timeout=60_000)
        assert page.locator(".row.ok").count() == 2


def test_a_second_tab_is_told_what_the_first_decided(chromium, address, judged):
    with opened(chromium, address) as one, opened(chromium, address) as other:
        for page in (one, other):
            page.goto(f"{judged}?at=8")
            page.get_by_role("group").first.wait_for()
        one.keyboard.press("3")
        one.get_by_text("keep it as it is").wait_for()
        other.get_by_text("keep it as it is").wait_for()
        other.keyboard.press("u")
        one.get_by_text("keep it as it is").wait_for(state="detached")


def test_keys_walk_the_notes_and_narrow_them(chromium, address, judged):
    with opened(chromium, address) as page:
        page.goto(judged)
        page.keyboard.press("j")
        page.locator(".of[data-n='2']").wait_for()
        page.keyboard.press("k")
        page.locator(".of[data-n='1']").wait_for()
        page.keyboard.press("/")
        page.keyboard.type("crusade")
        rows = page.locator(".rows li:not([hidden])")
        assert rows.count() == 2
        page.keyboard.press("Escape")
        page.select_option("#show", "all")


def test_a_note_corrected_in_the_page_is_read_so(chromium, address, judged):
    with opened(chromium, address) as page:
        page.goto(f"{judged}?at=9")
        page.get_by_text(re.compile("^Read as")).click()
        page.locator(".correct[open] [name=field-title]").fill("Project Lantern, evaluated")
        with page.expect_navigation():
            page.get_by_role("button", name="Read it so").click()
        page.get_by_text("(corrected)").wait_for(timeout=60_000)
        assert (
            page.locator("[name=field-title]").first.input_value() == "Project Lantern, evaluated"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["1280", "390"])
def test_nothing_keeps_people_out(chromium, address, judged, scheme, size):
    with opened(chromium, address, viewport=size, color_scheme=scheme) as page:
        for path in ("", f"{judged}?at=4", f"{judged}?at=6", f"{judged}/take"):
            page.goto(path or address)
            for details in page.locator("details").all():
                details.evaluate("one => one.open = true")
            assert accessible(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        page.goto(f"{judged}?at=4")
        page.get_by_text("How we know").first.click()
        page.get_by_role("link", name="Every answer it ever gave").click()
        assert accessible(page) == []


def test_all_of_it_works_without_scripts(chromium, address, judged):
    with opened(chromium, address, java_script_enabled=False) as page:
        page.goto(judged)
        page.locator(".row", has_text="Our Lives Matter").click()
        page.get_by_role("button", name="Keep").click()
        page.get_by_text("keep it as it is").wait_for()
        page.get_by_role("button", name="Undo").click()
        assert page.get_by_text("keep it as it is").count() == 0


def test_a_server_that_was_killed_loses_nothing(chromium, tmp_path):
    (tmp_path / "cite.toml").write_text('allow-net = ["127.0.0.0/8"]\n')
    with serving("--port", "0", "--no-archives", cwd=tmp_path) as (process, address):
        port = address.rstrip("/").rpartition(":")[2]
        context = chromium.new_context()
        page = context.new_page()
        page.goto(address)
        page.get_by_text("Paste text").click()
        page.fill("#text", "http://127.0.0.1:9/one\nhttp://127.0.0.1:9/two\n")
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name="Keep").click()
        page.get_by_text("keep it as it is").wait_for()
        process.kill()
        process.wait()
    with serving("--port", port, "--no-archives", cwd=tmp_path):
        page.keyboard.press("j")
        page.locator(".of[data-n='2']").wait_for()
        page.keyboard.press("3")
        page.get_by_text("keep it as it is").wait_for()
        page.reload()
        assert page.locator(".badge.decided").count() == 2
        context.close()
