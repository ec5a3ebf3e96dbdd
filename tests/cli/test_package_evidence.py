"""What an evidence package says its verdicts stand on: every answer, failures too, in PROV and in answers.json."""

import hashlib
import json
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from cite.cli.main import cli
from tests.web.server import answer

NOWHERE = "http://127.0.0.1:9/paper"
"""The discard port, on which nobody listens."""
ESSAY = "<!doctype html><title>{title}</title><article><h1>{title}</h1><p>{text}</p></article>"
THEN = "The mill stood by the weir until the flood of 1862 and was then let to a tanner. " * 12
NOW = "A tanner had it first, says the parish; nothing is told of any flood or of a lease. " * 12
NOTE = "@misc{{{key}, title = {{{title}}}, url = {{{url}}}, urldate = {{2015-03-01}}}}\n"
TITLES = {
    "sound": "Tolls of the Upper Ford", "gone": "Bells of a Drowned Parish", "soft": "Ferries before the Bridge",
    "changed": "Mills along the Weir",
}  # fmt: skip


@pytest.fixture(scope="module")
def package(tmp_path_factory, loopback):
    """An article with a sound source, a dead one, one out of reach, a page for any address, and one rewritten."""
    place, base = tmp_path_factory.mktemp("grounds"), loopback.url("/grounds")
    pages = loopback.behaviours
    pages["/grounds/sound"] = answer(ESSAY.format(title=TITLES["sound"], text=THEN))
    pages["/grounds/gone"] = answer("<title>Gone</title>", "404 Not Found")
    pages["/grounds/any/*"] = answer("<title>Harbour office</title><p>Open daily from nine.</p>")
    pages["/grounds/changed"] = answer(ESSAY.format(title=TITLES["changed"], text=NOW))
    captured = {"urlkey": "x", "timestamp": "20150302000000", "url": f"{base}/changed", "mime": "text/html", "status": "200", "digest": "d"}  # fmt: skip
    pages["/grounds-lab/cdx*"] = answer(f"{json.dumps(captured)}\n", kind="text/x-ndjson")
    pages["/grounds-lab/2015*"] = answer(ESSAY.format(title=TITLES["changed"], text=THEN))
    urls = {"sound": f"{base}/sound", "gone": f"{base}/gone", "soft": f"{base}/any/ferries", "changed": f"{base}/changed"}  # fmt: skip
    notes = [NOTE.format(key=key, title=TITLES[key], url=url) for key, url in urls.items()]
    notes.append(NOTE.format(key="nowhere", title="Weirs and Rights", url=NOWHERE))
    (place / "paper.bib").write_text("".join(notes))
    (place / "cite.toml").write_text(
        f'[archives]\nonly = ["lab"]\n[archives.lab]\nkind = "pywb"\nbase = "{loopback.url("/grounds-lab")}"\n'
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        result = CliRunner().invoke(
            cli, ["archive", "paper.bib", "--keep", "copies", "--interval", "0", "--allow-net", "127.0.0.0/8"]
        )  # fmt: skip
    assert result.exit_code in (0, 1), result.output
    return place / "copies" / "paper"


@pytest.fixture(scope="module")
def story(package):
    return json.loads((package / "provenance.json").read_text())


@pytest.fixture(scope="module")
def answers(package):
    return json.loads((package / "evidence/answers.json").read_text())


def related(story, relation, from_, to):
    """Pairs of a PROV relation, by the names at its two ends."""
    return {(one[f"prov:{from_}"], one[f"prov:{to}"]) for one in story.get(relation, {}).values()}


def verdict_on(story, ending):
    """The name of the verdict on the address that ends so."""
    return next(
        name for name, facts in story["entity"].items()
        if name.startswith("cite:verdict-") and facts["cite:url"].endswith(ending)
    )  # fmt: skip


def grounds_of(story, name):
    """What was asked for the answers that something is derived from."""
    derived = related(story, "wasDerivedFrom", "generatedEntity", "usedEntity")
    return [story["entity"][used].get("cite:asked", "") for made, used in derived if made == name]


def test_every_verdict_is_made_by_a_judging_that_used_answers(story):
    made_by = dict(related(story, "wasGeneratedBy", "entity", "activity"))
    used = related(story, "used", "activity", "entity")
    verdicts = [name for name in story["entity"] if name.startswith("cite:verdict-")]
    assert len(verdicts) == 5
    for name in verdicts:
        assert made_by[name].startswith("cite:judging-")
        assert any(what.startswith("cite:answer-") for how, what in used if how == made_by[name])
        assert grounds_of(story, name)


def test_a_failure_to_connect_is_an_answer_with_its_fault_and_its_time(story, answers):
    (failed,) = [one for one in answers["answers"] if one["asked"] == f"GET {NOWHERE}"]
    assert failed["fault"] == "connection-refused"
    assert story["entity"][f"cite:{failed['name']}"]["cite:fault"] == "connection-refused"
    assert story["activity"][f"cite:ask-{failed['name']}"]["prov:endTime"]


@pytest.mark.parametrize(
    ("ending", "asked"),
    [
        ("/gone", "/grounds/gone as a browser"),
        ("/any/ferries", "/grounds/any/cite-"),
        ("/sound", "/grounds/sound"),
        (NOWHERE, NOWHERE),
    ],
)
def test_a_verdict_is_derived_from_what_decided_it(story, ending, asked):
    assert any(asked in one for one in grounds_of(story, verdict_on(story, ending)))


def test_a_remark_that_a_page_has_changed_is_derived_from_the_copy_that_shows_it(story):
    (remark,) = [
        name for name, facts in story["entity"].items() if facts.get("cite:code") == "changed-since-cited"
    ]  # fmt: skip
    assert any("/grounds-lab/20150302000000" in one for one in grounds_of(story, remark))


def test_what_an_archive_says_is_derived_from_what_it_sent(story, answers):
    sent = {one["url"]: one for one in answers["exchanges"]}
    asked = [one for one in answers["answers"] if one.get("outcome") == "found"]
    assert asked
    for one in asked:
        assert one["exchanges"]
        assert all("timestamp" in sent[url]["body"] for url in one["exchanges"])
        derived = related(story, "wasDerivedFrom", "generatedEntity", "usedEntity")
        sources = [used for made, used in derived if made == f"cite:{one['name']}"]
        assert {story["entity"][used]["cite:url"] for used in sources} == set(one["exchanges"])


def test_answers_have_one_name_and_one_digest_in_all_files(story, answers):
    for one in answers["answers"]:
        told = story["entity"][f"cite:{one['name']}"]
        assert told["cite:asked"] == one["asked"]
        assert told.get("cite:sha256") == one.get("sha256")


def test_the_file_of_captures_and_each_record_in_it_are_entities(package, story):
    packed = package / "paper.wacz"
    wacz = story["entity"]["cite:wacz"]
    assert wacz["cite:sha256"] == hashlib.sha256(packed.read_bytes()).hexdigest()
    with zipfile.ZipFile(packed) as archive, archive.open("archive/captures.warc.gz") as warc:
        there = {
            record.rec_headers.get_header("WARC-Record-ID") for record in ArchiveIterator(warc)
        }
    members = {member for _, member in related(story, "hadMember", "collection", "entity")}
    told = {story["entity"][name]["cite:warc-record-id"] for name in members}
    assert len(told) == len(members) >= 3
    assert told <= there


def test_a_package_is_a_crate_as_ro_crate_requires(package):
    apart = Path(sys.prefix) / "crate/bin/python"
    if not apart.exists():
        pytest.skip("needs roc-validator in .venv/crate: make .venv/.dev")
    context = Path(find_spec("rocrate").origin).parent / "data/ro-crate.jsonld"
    script = Path(__file__).with_name("validate_crate.py")
    result = subprocess.run([apart, script, package, context], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout == ""
