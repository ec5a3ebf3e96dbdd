"""What the documents say is what the program does."""

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import COMMANDS, cli
from cite.cli.settings import from_file
from cite.formats.decisions_toml import read_decisions
from tests.menders.test_docx import document as word_document
from tests.menders.test_docx import run as word_run
from tests.menders.test_odt import document as open_document
from tests.web.server import answer

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
HOW_TO = {
    name: (ROOT / "docs" / "how-to" / f"{name}.md").read_text("utf-8")
    for name in (
        "mend",
        "quotations-and-works",
        "check-in-ci",
        "find-copies",
        "inputs",
        "look-after-many-articles",
    )
}
CHAPTER = "\\documentclass{article}\\begin{document}Said.\\footnote{J. Doe, \\emph{A Book} (Oxford, 2001).}\\end{document}"
RETRACTIONS = "OriginalPaperDOI,RetractionDOI,RetractionDate,RetractionNature\n10.1000/1,10.1000/2,1/31/2020 0:00,Retraction\n"


def test_every_make_target_named_is_there():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.fixture
def desk(loopback, tmp_path, monkeypatch):
    """A folder with the sample in it, from which every host of the web leads to the loopback one."""
    capture = {
        "urlkey": "example",
        "timestamp": "20100714120000",
        "url": "http://example.org/",
        "mime": "text/html",
        "status": "200",
        "digest": "A",
    }
    loopback.behaviours["/lab/cdx*"] = answer(json.dumps(capture) + "\n", kind="text/x-ndjson")
    loopback.behaviours["/lab/20100714120000id_/*"] = answer(
        "<title>A copy</title>" + "<p>As it was. " * 40
    )
    (tmp_path / "article.md").write_bytes((ROOT / "examples" / "article.md").read_bytes())
    (tmp_path / "source.txt").write_text("What was said, as it was said. " * 40, "utf-8")
    (tmp_path / "retractions.csv").write_text(RETRACTIONS, "utf-8")
    (tmp_path / "article.docx").write_bytes(word_document(word_run("http://example.org/")).content)
    (tmp_path / "article.odt").write_bytes(open_document("http://example.org/").content)
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "one.tex").write_text(CHAPTER, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.md").write_text(
        "Said.[^1]\n\n[^1]: http://example.org/\n", "utf-8"
    )
    (tmp_path / "cite.toml").write_text(
        f'connect-to = ["::127.0.0.1:{loopback.port}"]\nallow-net = ["127.0.0.0/8"]\nretries = 0\ninterval = 0\ntimeout = 1\n'
        f'[archives]\nonly = ["lab"]\n[archives.lab]\nkind = "pywb"\nbase = "{loopback.url("/lab")}"\n',
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def commands_shown(document):
    return re.findall(r"^ {4}cite (.+?)(?:\s+#.*)?$", document, re.MULTILINE)


def run_all(lines):
    assert lines
    assert {line.split()[0] for line in lines} <= set(COMMANDS)
    for line in lines:
        result = CliRunner().invoke(
            cli, shlex.split(line), input="Said.[^1]\n\n[^1]: http://example.org/\n"
        )
        assert result.exit_code in (0, 1), (line, result.output)
        assert result.exception is None or isinstance(result.exception, SystemExit), line


@pytest.mark.parametrize("document", [README, TUTORIAL], ids=["readme", "tutorial"])
def test_every_command_shown_runs_one_after_another(desk, document):
    run_all(commands_shown(document))
    assert (desk / "report.html").read_text("utf-8").startswith("<!doctype html>")
    assert "@" in (desk / "refs.bib").read_text("utf-8")


@pytest.mark.parametrize("document", HOW_TO.values(), ids=HOW_TO.keys())
def test_every_command_of_a_how_to_runs_one_after_another(desk, document):
    for words in (
        ["init", "-q", "-b", "main"],
        ["add", "articles"],
        ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", "articles"],
    ):
        subprocess.run(["git", *words], check=True)
    run_all(commands_shown(document))


def test_the_decisions_shown_are_decisions():
    (block,) = re.findall(r"```toml\n(.*?)```", HOW_TO["mend"], re.DOTALL)
    assert [one.action for one in read_decisions(block.encode()).every] == ["replace", "keep"]


def test_the_settings_shown_are_settings(tmp_path):
    (block,) = re.findall(r"```toml\n(.*?)```", TUTORIAL, re.DOTALL)
    (tmp_path / "cite.toml").write_text(block, "utf-8")
    assert from_file(tmp_path / "cite.toml").contact == "mailto:editor@example.org"


def test_the_library_is_used_as_the_readme_says(desk):
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert blocks
    for block in blocks:
        names = {}
        exec(block.replace("timeout=10", "timeout=10, offline=True"), names)
        assert names["report"].summary.links


def test_every_link_to_a_file_leads_somewhere():
    for document in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), (document, target)
