"""`cite refs`: notations by name, conversion, and a file that survives whatever happens."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from cite.cli.product import write_file

SAMPLE = Path(__file__).parents[2] / "examples" / "article.md"


def run(*arguments):
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def bib(tmp_path):
    path = tmp_path / "refs.bib"
    assert run("refs", SAMPLE, "-o", path).exit_code == 0
    return path


@pytest.mark.parametrize(
    ("name", "beginning"), [("x.bib", "@techreport{"), ("x.json", "[\n  {\n    \"id\""), ("x.ris", "TY  - RPRT")]
)  # fmt: skip
def test_the_notation_follows_from_the_files_name(tmp_path, name, beginning):
    assert run("refs", SAMPLE, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(beginning)


def test_a_name_that_says_nothing_is_a_usage_error(tmp_path):
    assert run("refs", SAMPLE, "-o", tmp_path / "x.txt").exit_code == 2


@pytest.mark.parametrize("form", ["csl-json", "ris", "bibtex"])
def test_a_bibliography_goes_through_every_notation_and_keeps_its_works(bib, tmp_path, form):
    suffix = {"csl-json": "json", "ris": "ris", "bibtex": "bib"}[form]
    between = tmp_path / f"between.{suffix}"
    assert run("refs", bib, "-o", between).exit_code == 0
    back = json.loads(run("refs", between, "-f", "csl-json").stdout)
    there = json.loads(run("refs", bib, "-f", "csl-json").stdout)
    for kept in ("id", "title", "issued", "URL", "DOI", "author"):
        assert [item.get(kept) for item in back] == [item.get(kept) for item in there]


def test_what_refs_writes_can_be_checked(bib, tmp_path):
    for name in ("refs.bib", "refs.json", "refs.ris"):
        run("refs", SAMPLE, "-o", tmp_path / name)
        result = run(
            "check", tmp_path / name, "--offline", "--cache", tmp_path / "c", "--format", "json"
        )
        links = [
            link["url"] for one in json.loads(result.stdout)["references"] for link in one["links"]
        ]
        assert "https://www.hrw.org/legacy/reports/1993/thailand/" in links


def test_a_bibliography_converted_onto_itself_is_not_touched(bib):
    before = bib.read_bytes()
    assert "nothing to change" in run("refs", bib, "-o", bib).stderr
    assert bib.read_bytes() == before


def test_line_ends_and_byte_order_mark_are_kept(tmp_path):
    path = tmp_path / "mine.bib"
    mine = b"\xef\xbb\xbf@book{x,\r\n title = {X}\r\n}\r\n"
    path.write_bytes(mine)
    assert run("refs", SAMPLE, "-o", path).exit_code == 0
    assert path.read_bytes().startswith(mine)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_an_edit_by_hand_survives_and_is_said(bib):
    edited = bib.read_text("utf-8").replace(
        "Our Lives Matter}", "Our Lives Matter: Sex Workers Unite}", 1
    )
    bib.write_text(edited, "utf-8")
    result = run("refs", SAMPLE, "-o", bib)
    assert bib.read_text("utf-8") == edited
    assert "edited-by-hand" in result.stderr and "Sex Workers Unite" in " ".join(
        result.stderr.split()
    )


def test_a_broken_bibliography_is_told_with_its_line_and_kept(tmp_path):
    path = tmp_path / "mine.bib"
    path.write_text(
        "@book{a, title={One}}\n\n@book{b, title={Two\n\n@book{c, title={Three}}\n", "utf-8"
    )
    result = run("refs", path, "-f", "csl-json")
    assert result.exit_code == 1
    assert "mine.bib:3" in result.stderr and "broken-entry" in result.stderr
    assert [item["id"] for item in json.loads(result.stdout)] == ["a", "c"]


def test_two_articles_share_works_and_never_a_key(tmp_path):
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(
        "A.<sup>1</sup>\n\n<sup>1</sup> Jane Doe, *Rights of Women* (Oxford: OUP, 2001).\n", "utf-8"
    )
    two.write_text(
        "B.<sup>1</sup> C.<sup>2</sup>\n\n<sup>1</sup> Jane Doe, *Rights of Men* (Oxford: OUP, 2001).\n\n"
        "<sup>2</sup> Jane Doe, *Rights of Women* (Oxford: OUP, 2001).\n",
        "utf-8",
    )
    items = json.loads(run("refs", one, two, "-f", "csl-json").stdout)
    assert [(item["id"], item["title"]) for item in items] == [
        ("doe2001rights", "Rights of Women"),
        ("doe2001rightsb", "Rights of Men"),
    ]


def test_findings_are_chosen_by_their_codes(tmp_path):
    assert "escaped-address" in run("refs", SAMPLE).stderr
    assert "escaped-address" not in run("refs", SAMPLE, "--ignore", "escaped-address").stderr
    (tmp_path / "x.bib").write_text("@book{a, title={One\n@book{b, title={Two}}\n", "utf-8")
    assert run("refs", tmp_path / "x.bib").exit_code == 1
    assert run("refs", tmp_path / "x.bib", "--ignore", "broken-entry").exit_code == 0


def test_bibliographies_of_two_hands_become_one_and_no_work_is_lost(tmp_path):
    one, two, both = tmp_path / "one.bib", tmp_path / "two.bib", tmp_path / "both.bib"
    one.write_text("@book{doe, author={Doe, Jane}, title={Rights of Women}, year=2001}\n", "utf-8")
    two.write_text(
        "@book{doe, author={Doe, Jane}, title={Rights of Men}, year=2002}\n"
        "@book{again, author={Doe, Jane}, title={Rights of Women}, year=2001}\n",
        "utf-8",
    )
    result = run("refs", one, two, "-o", both)
    titles = {
        item["id"]: item["title"] for item in json.loads(run("refs", both, "-f", "csl-json").stdout)
    }
    assert titles == {
        "doe": "Rights of Women",
        "doe2002rights": "Rights of Men",
        "again": "Rights of Women",
    }
    assert "doe and again are the same work" in " ".join(result.stderr.split())


HOSTILE = "\x1b]0;owned\x07 \u202etitle"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.bib", "A comment of some length.\n" * 300 + f"@misc{{k, title={{A {HOSTILE}}}, url={{http://a.example/{HOSTILE}}}}}\n@misc{{k{HOSTILE}, title={{T}}}}\n"),
        ("x.ris", f"TY  - BOOK\nTI  - A {HOSTILE}\nUR  - http://a.example/{HOSTILE}\nER  - \n"),
        ("x.json", json.dumps([{"id": HOSTILE, "type": "book", "title": f"A {HOSTILE}", "URL": HOSTILE}], ensure_ascii=False)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["bibtex", "csl-json", "ris"])
def test_a_hostile_bibliography_sends_no_escapes_to_the_terminal(tmp_path, name, text, form):
    (tmp_path / name).write_text(text, "utf-8")
    said = run("refs", tmp_path / name, "-f", form).output
    assert "title" in said
    assert "\x1b" not in said and "\u202e" not in said and "\x07" not in said


WRITER = """
import sys
from pathlib import Path
from cite.cli.product import write_file
path, text = Path(sys.argv[1]), "new" * 2_000_000
print("ready", flush=True)
while True:
    write_file(path, text)
"""


@pytest.mark.parametrize("pause", [0.001, 0.003, 0.01, 0.02])
def test_a_kill_in_the_middle_of_writing_leaves_a_whole_file(tmp_path, pause):
    path = tmp_path / "refs.bib"
    path.write_text("old", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
    ) as writer:
        writer.stdout.readline()
        time.sleep(pause)
        writer.send_signal(signal.SIGKILL)
    text = path.read_text("utf-8")
    assert text in ("old", "new" * 2_000_000)


def test_a_link_to_the_file_stays_a_link(tmp_path):
    real, link = tmp_path / "real.bib", tmp_path / "link.bib"
    real.write_text("old", "utf-8")
    link.symlink_to(real)
    write_file(link, "new")
    assert link.is_symlink() and real.read_text("utf-8") == "new"


def test_addresses_of_the_text_itself_are_no_works(tmp_path):
    (tmp_path / "a.md").write_text(
        "See http://a.example/.<sup>i</sup>\n\n<sup>i</sup> Doe, A, *A Title*, 1999.\n"
    )
    result = run("refs", tmp_path / "a.md")
    assert result.stdout.count("@") == 1
    assert "a.example" not in result.stdout
