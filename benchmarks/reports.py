"""Reports of 500 and 10,000 references: seconds of CPU and megabytes, and how soon a browser lets one work with the page.

The peer is JSON, which only writes down what there is.
"""

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.running import verdict
from cite.pipeline import output_named
from tests.outputs.long_report import report_of

INTERACTIVE = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
SEARCH = """async () => {
  const start = performance.now();
  document.querySelector("#find").value = "ledgers-12";
  document.querySelector("#tools").dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        for count in (500, 10_000):
            report = report_of(count)
            for name in ("json", "html"):
                path = Path(folder) / f"{count}.{name}"
                start = time.process_time()
                path.write_text(output_named(name).write(report), "utf-8")
                took, size = time.process_time() - start, path.stat().st_size / 1e6
                print(f"{count:6} references  {name}: {took:5.2f} s CPU, {size:6.2f} MB")
            in_browser(path)
    verdict("HTML of 10,000 references, seconds of CPU", took, "<= 5")
    verdict("HTML of 10,000 references, megabytes", size, "<= 15")


def in_browser(path):
    """How long chromium takes until the page can be worked with, and until a search has been answered."""
    program = shutil.which("chromium")
    if program is None:
        print("  no chromium here, so nothing is said of browsers")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(path.as_uri(), timeout=120_000)
        ready, search = page.evaluate(INTERACTIVE), page.evaluate(SEARCH)
        print(
            f"  in chromium: {ready:.0f} ms until it can be worked with, {search:.0f} ms for a search"
        )
        browser.close()


if __name__ == "__main__":
    main()
