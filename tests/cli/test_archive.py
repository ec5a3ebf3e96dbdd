"""`cite archive` as a user meets it: what is planned, sent, kept, verified; and what a kill leaves behind."""

import fcntl
import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from cite.cli.main import cli
from tests.web.keepers import ACCESS, PERMA, SECRET, keepers
from tests.web.server import answer

ROOT = Path(__file__).parents[2]
KEYS = {"IA_ACCESS_KEY_ID": ACCESS, "IA_SECRET_ACCESS_KEY": SECRET, "PERMA_API_KEY": PERMA}
LOOPBACK = ["--allow-net", "127.0.0.0/8"]


def run(*arguments, **environment):
    return CliRunner(env={name: environment.get(name) for name in KEYS}).invoke(
        cli, list(arguments)
    )


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archives(place):
    with keepers() as server:
        (place / "cite.toml").write_text(
            f"""
            [archives]
            only = ["ia", "perma"]
            [archives.ia]
            kind = "wayback"
            base = "{server.base}"
            title = "A Wayback Machine"
            [archives.perma]
            kind = "perma"
            base = "{server.base}"
            """
        )
        yield server


def urls(*some):
    Path("urls.txt").write_text("".join(f"{url}\n" for url in some))
    return "urls.txt"


ONE, TWO = "http://paper.example/one", "http://paper.example/two"


def test_nothing_is_sent_unless_told(archives):
    result = run("archive", urls(ONE, TWO), **KEYS)
    assert result.exit_code == 0, result.output
    assert ONE in result.stdout
    assert "Nothing has been sent" in result.stdout
    assert archives.asked == []


def test_the_plan_names_what_is_left_out_and_why(place):
    sources = urls(
        ONE, "http://user:pw@paper.example/", "http://10.0.0.1/", "http://intranet/x", "ftp://paper.example/x",
        "https://web.archive.org/web/20100101000000/http://paper.example/", "https://archive.ph/abc",
    )  # fmt: skip
    result = run("archive", sources, "--format", "json")
    plan = {
        one["url"]: one["why"]
        for one in json.loads(result.stdout)["plan"]
        if one["archive"] == "internet-archive" and not one["send"]
    }
    assert list(plan.values()) == [
        "it holds a name or a password", "it is not on the public web", "it is not on the public web",
        "it is no address of the web", "it is an archive's copy already", "it is an archive's copy already",
    ]  # fmt: skip


def test_sending_without_keys_names_the_variables(archives):
    result = run("archive", urls(ONE), "--send")
    assert result.exit_code == 2
    assert "IA_ACCESS_KEY_ID" in result.output
    assert archives.asked == []


@pytest.fixture
def hasty(monkeypatch):
    """Waits that pass at once; the clock of the pace is tested beside it."""
    monkeypatch.setattr("cite.archives.save_page_now.PER_MINUTE", 6000.0)
    monkeypatch.setattr("cite.archives.perma_links.PER_MINUTE", 6000.0)
    monkeypatch.setattr("cite.effects.keep.sending.SPACING", timedelta(0))
    for module in ("save_page_now", "perma_links"):
        monkeypatch.setattr(f"cite.archives.{module}.POLL", timedelta(0))


def everything(folder):
    """Every byte under a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_pages_are_sent_and_kept_and_no_key_is_left_anywhere(archives, place, hasty, capfd):
    archives.said[TWO] = (200, {"status": "error", "status_ext": "error:blocked-url", "message": f"You sent LOW {ACCESS}:{SECRET}"})  # fmt: skip
    result = run("archive", urls(ONE, TWO), "--send", *LOOPBACK, **KEYS)
    assert result.exit_code == 1, result.output
    assert f"{archives.base}/web/20261124220000/{ONE}" in result.stdout
    assert f"{archives.base}/AB12-0000" in result.stdout
    assert "3 kept, 1 refused, 0 in the queue" in result.stdout
    assert archives.captures == {("ia", ONE): 1, ("perma", ONE): 1, ("perma", TWO): 1}
    again = run("archive", urls(ONE, TWO), "--send", *LOOPBACK, **KEYS)
    assert "Nothing to send" in again.output
    assert len(archives.asked) == 4
    said = result.output + again.output + run("archive", "urls.txt", **KEYS).output
    out, err = capfd.readouterr()
    left = everything(place) + (said + out + err).encode()
    for key in KEYS.values():
        assert key.encode() not in left


@pytest.mark.parametrize("key", ["with space", "line\nbreak", "schlüssel"])
def test_a_key_that_no_header_can_carry_is_refused_without_being_shown(archives, key):
    result = run("archive", urls(ONE), "--send", *LOOPBACK, **{**KEYS, "IA_ACCESS_KEY_ID": key})
    assert result.exit_code == 2
    assert "IA_ACCESS_KEY_ID holds" in result.output
    assert key not in result.output


def test_a_wrong_key_stops_the_run_and_is_not_shown(archives, place, hasty):
    wrong = "wrong-secret-of-mine"
    result = run("archive", urls(ONE, TWO), "--send", "--to", "ia", *LOOPBACK, **{**KEYS, "IA_SECRET_ACCESS_KEY": wrong})  # fmt: skip
    assert result.exit_code == 3
    assert "refused the keys" in result.output
    assert archives.asked == [ONE]
    assert wrong.encode() not in everything(place) + result.output.encode()


def test_an_archive_whose_key_is_missing_is_named_as_people_call_it(archives, hasty):
    keys = {"PERMA_API_KEY": KEYS["PERMA_API_KEY"]}
    result = run("archive", urls(ONE), "--send", *LOOPBACK, **keys)
    assert result.exit_code == 0, result.output
    assert "A Wayback Machine: nothing sent, for want of its key." in result.stdout


def test_keys_do_not_travel_in_the_clear(place):
    Path("cite.toml").write_text(
        '[archives.ia]\nkind = "wayback"\nbase = "http://archive.example"\n'
    )
    result = run("archive", urls(ONE), "--send", "--to", "ia", **KEYS)
    assert result.exit_code == 2
    assert "https only" in result.output


def command(*arguments, cwd):
    environment = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **KEYS}
    return subprocess.Popen(
        [sys.executable, "-m", "cite", "archive", *arguments, *LOOPBACK, "--interval", "0"],
        cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment,
    )  # fmt: skip


def test_a_queue_killed_at_work_is_taken_up_and_captures_nothing_twice(archives, place):
    """A real process, killed once the archive has heard of the first page and knows more than the queue."""
    archives.pending = 0
    sources = urls(ONE)
    process = command(sources, "--send", "--to", "perma", cwd=place)
    assert archives.reached.wait(60)
    process.send_signal(signal.SIGKILL)
    process.wait()
    second = command(sources, "--send", "--to", "perma", cwd=place)
    out, _ = second.communicate(timeout=120)
    assert second.returncode == 0, out
    assert archives.captures == {("perma", ONE): 1}


PAGE = "<!doctype html><title>Page {n}</title><h1>Page {n}</h1><p>" + "Words about page {n}. " * 30


@pytest.fixture
def web(loopback):
    for number in range(8):
        loopback.behaviours[f"/keep/{number}"] = answer(PAGE.format(n=number))

    async def chunked(reader, writer):
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        writer.write(b"21\r\n<title>In chunks</title><p>In par\r\n3\r\nts.\r\n0\r\n\r\n")

    loopback.behaviours["/keep/chunked"] = chunked
    return loopback


@pytest.fixture(scope="module")
def kept(tmp_path_factory, loopback):
    """One package, made once, for all that only read it."""
    place = tmp_path_factory.mktemp("kept")
    for number in range(3):
        loopback.behaviours[f"/kept/{number}"] = answer(PAGE.format(n=number))
    loopback.behaviours["/kept/2"] = answer(
        gzip.compress(PAGE.format(n=2).encode()), Content_Encoding="gzip"
    )
    loopback.behaviours["/kept/moved"] = answer("", "301 Moved", Location="/kept/0")
    loopback.behaviours["/kept/gone"] = answer("<title>Not found</title>", "404 Not Found")
    paths = ["0", "1", "2", "moved", "gone"]
    bib = "".join(
        f"@misc{{k{n}, title = {{Page {n}}}, url = {{{loopback.url('/kept/' + path)}}}}}\n" for n, path in enumerate(paths)
    )  # fmt: skip
    gone = loopback.url("/kept/gone")
    captures = [("20100714120000", "200"), ("20110101000000", "404")]
    loopback.behaviours["/kept-lab/cdx*"] = answer(
        "".join(
            json.dumps({"urlkey": "x", "timestamp": t, "url": gone, "mime": "text/html", "status": s, "digest": t}) + "\n" for t, s in captures
        ),
        kind="text/x-ndjson",
    )  # fmt: skip
    loopback.behaviours["/kept-lab/2*"] = answer(PAGE.format(n="gone"))
    (place / "cite.toml").write_text(
        f'[archives]\nonly = ["lab"]\n[archives.lab]\nkind = "pywb"\nbase = "{loopback.url("/kept-lab")}"\n'
    )
    (place / "paper.bib").write_text(bib)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        result = run("archive", "paper.bib", "--keep", "copies", "--interval", "0", *LOOPBACK)
    assert result.exit_code == 0, result.output
    assert "5 of 5 sources kept in copies/paper, 1 as an archive has it" in result.stdout
    assert "it answers 404" in result.stdout
    return place / "copies" / "paper"


def test_a_package_holds_the_article_s_evidence(kept):
    names = {str(path.relative_to(kept)) for path in kept.rglob("*") if path.is_file()}
    assert names == {
        "captures.jsonl", "evidence/answers.json", "manifest-sha256.txt", "paper.wacz", "provenance.json", "refs.bib",
        "report.html", "report.json", "ro-crate-metadata.json",
    }  # fmt: skip
    assert not list(kept.parent.glob(".*"))


def test_its_wacz_is_valid_and_lists_the_pages(kept):
    tool = "import sys; from wacz.main import main; sys.exit(main())"
    wacz = kept / "paper.wacz"
    result = subprocess.run([sys.executable, "-c", tool, "validate", "-f", str(wacz)], capture_output=True, text=True)  # fmt: skip
    assert "Validation succeeded" in result.stdout, result.stdout
    with zipfile.ZipFile(wacz) as archive:
        header, *pages = [
            json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()
        ]
    assert header["format"] == "json-pages-1.0"
    assert [page["title"] for page in pages] == [
        "Page 0",
        "Page 1",
        "Page 2",
        "Page 0",
        "Page gone",
    ]


def test_the_manifest_is_one_that_sha256sum_reads(kept):
    subprocess.run(["sha256sum", "--check", "--quiet", "manifest-sha256.txt"], cwd=kept, check=True)


def test_the_crate_is_read_by_its_own_library(kept):
    from rocrate.rocrate import ROCrate

    crate = ROCrate(kept)
    wacz = crate.get("paper.wacz")
    assert wacz["encodingFormat"] == "application/wacz"
    assert len(wacz["sha256"]) == 64
    assert len(crate.get("#article")["sha256"]) == 64
    checks = [one for one in crate.get_by_type("CreateAction") if one.id.startswith("#check-")]
    assert len(checks) == 5
    assert all(check["instrument"].id == "#cite" for check in checks)


def test_the_provenance_is_read_by_its_own_library(kept):
    from prov.model import ProvActivity, ProvAgent, ProvDocument, ProvEntity

    document = ProvDocument.deserialize(str(kept / "provenance.json"))
    activities = {str(one.identifier) for one in document.get_records(ProvActivity)}
    assert {f"cite:judging-{n}" for n in range(1, 6)} <= activities
    assert {f"cite:capture-{n}" for n in range(1, 7)} <= activities
    assert any(str(one.identifier).endswith("-hop-1") for one in document.get_records(ProvEntity))
    assert document.get_records(ProvAgent)


def test_what_archives_answered_is_kept_as_they_sent_it_and_who_was_passed_over(kept):
    evidence = json.loads((kept / "evidence" / "answers.json").read_text())
    answer = evidence["exchanges"][0]
    assert '"timestamp": "20110101000000"' in answer["body"]
    assert answer["sha256"]
    pages = [answer for answer in evidence["answers"] if "status" in answer]
    assert {page["status"] for page in pages} == {200, 404}
    assert all(page["headers"] and page["sha256"] for page in pages)
    assert all(page["conditions"]["user_agent"].startswith("cite/") for page in pages)
    provenance = json.loads((kept / "provenance.json").read_text())
    entities = provenance["entity"]
    assert any("404" in str(e.get("cite:rejected")) for e in entities.values())
    assert any(e.get("prov:type") == "prov:Plan" for e in entities.values())
    assert any(
        "20100714120000" in str(e.get("cite:uri-m")) for n, e in entities.items() if "copy" in n
    )


def test_the_provenance_tells_each_citation_as_printed(kept):
    entities = json.loads((kept / "provenance.json").read_text())["entity"]
    printed = {n: e["cite:printed"] for n, e in entities.items() if "cite:printed" in e}
    assert len(printed) == 5
    assert "title = {Page 0}" in printed["cite:citation-1"]


def test_a_page_cited_at_two_dates_is_kept_as_it_was_at_both(loopback, place):
    gone, base = loopback.url("/twice/gone"), loopback.url("/twice-lab")
    rows = [
        {"urlkey": "x", "timestamp": t, "url": gone, "mime": "text/html", "status": "200", "digest": t}
        for t in ("20100714120000", "20160301120000")
    ]  # fmt: skip
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    loopback.behaviours["/twice-lab/cdx*"] = answer(lines, kind="text/x-ndjson")
    loopback.behaviours["/twice-lab/2*"] = answer(PAGE.format(n="gone"))
    loopback.behaviours["/twice/gone"] = answer("<title>Not found</title>", "404 Not Found")
    (place / "cite.toml").write_text(
        f'[archives]\nonly = ["lab"]\n[archives.lab]\nkind = "pywb"\nbase = "{base}"\n'
    )
    (place / "twice.bib").write_text(
        "".join(
            f"@misc{{k{day[:4]}, title = {{Page gone}}, url = {{{gone}}}, urldate = {{{day}}}}}\n"
            for day in ("2010-07-01", "2016-02-01")
        )
    )
    result = run("archive", "twice.bib", "--keep", "copies", "--interval", "0", *LOOPBACK)
    assert result.exit_code == 0, result.output
    folder = place / "copies" / "twice"
    lines = [json.loads(line) for line in (folder / "captures.jsonl").read_text().splitlines()]
    copies = {line["url"] for line in lines if line["copy_of"]}
    assert copies == {f"{base}/{row['timestamp']}id_/{gone}" for row in rows}
    entities = json.loads((folder / "provenance.json").read_text())["entity"]
    chosen = {e["cite:uri-m"] for name, e in entities.items() if name.startswith("cite:copy-")}
    assert chosen == {f"{base}/{row['timestamp']}/{gone}" for row in rows}


def test_verify_names_the_file_that_changed(kept, tmp_path):
    import shutil

    assert run("archive", str(kept), "--verify").exit_code == 0
    copy = tmp_path / "copy"
    shutil.copytree(kept, copy)
    content = bytearray((copy / "paper.wacz").read_bytes())
    with zipfile.ZipFile(copy / "paper.wacz") as archive:
        content[archive.getinfo("archive/captures.warc.gz").header_offset + 200] ^= 1
    (copy / "paper.wacz").write_bytes(content)
    result = run("archive", str(copy), "--verify")
    assert result.exit_code == 1
    assert "paper.wacz/archive/captures.warc.gz" in result.stdout
    assert run("archive", str(tmp_path / "nowhere"), "--verify").exit_code == 2


def test_a_package_rewritten_with_its_manifest_passes_only_without_the_digest_noted_of_it(
    kept, tmp_path
):
    import hashlib
    import shutil

    noted = hashlib.sha256((kept / "manifest-sha256.txt").read_bytes()).hexdigest()
    plain = run("archive", str(kept), "--verify")
    assert noted in plain.stdout
    assert "it cannot tell" in plain.stdout
    assert run("archive", str(kept), "--verify", "--digest", noted).stdout.startswith(
        f"{kept}: all as it was"
    )
    copy = tmp_path / "rewritten"
    shutil.copytree(kept, copy)
    report = next(copy.glob("report.*"))
    before = hashlib.sha256(report.read_bytes()).hexdigest()
    report.write_bytes(report.read_bytes() + b"\n")
    after = hashlib.sha256(report.read_bytes()).hexdigest()
    manifest = copy / "manifest-sha256.txt"
    manifest.write_text(manifest.read_text().replace(before, after))
    assert run("archive", str(copy), "--verify").exit_code == 0
    held = run("archive", str(copy), "--verify", "--digest", noted)
    assert held.exit_code == 1
    assert "noted of it" in held.stdout
    assert run("archive", str(copy), "--verify", "--digest", "abc").exit_code == 2


def test_it_opens_in_a_real_wayback_server(kept, tmp_path):
    from examples.demo import wayback

    with zipfile.ZipFile(kept / "paper.wacz") as archive:
        pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()][1:]
    manager = [sys.executable, "-c", "from pywb.manager.manager import main; main()"]
    quiet = {"cwd": tmp_path, "check": True, "capture_output": True}
    subprocess.run([*manager, "init", wayback.COLLECTION], **quiet)
    subprocess.run([*manager, "add", "--unpack-wacz", wayback.COLLECTION, str(kept / "paper.wacz")], **quiet)  # fmt: skip
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with wayback.served(tmp_path) as base:
        for page in pages:
            stamp = "".join(c for c in page["ts"][:19] if c.isdigit())
            with direct.open(f"{base}/{stamp}mp_/{page['url']}") as replayed:
                assert page["title"].encode() in replayed.read()


def test_another_run_asks_only_for_what_is_missing_and_again_asks_for_all(web, place):
    sources = urls(web.url("/keep/1"), web.url("/keep/chunked"))
    keep = ["archive", sources, "--keep", "copies", "--no-archives", "--interval", "0", *LOOPBACK]
    assert run(*keep).exit_code == 0
    before = len(web.asked)
    second = run(*keep)
    assert second.exit_code == 0, second.output
    assert "0 asked now" in second.stdout
    assert len(web.asked) == before
    urls(web.url("/keep/1"), web.url("/keep/chunked"), web.url("/keep/2"))
    third = run(*keep)
    assert "1 asked now" in third.stdout
    assert run(*keep, "--again").exit_code == 0
    journal = [
        json.loads(line) for line in Path("copies/urls/captures.jsonl").read_text().splitlines()
    ]
    assert [entry["records"][0][4] for entry in journal] == [False, False, False, True, True, True]
    assert run("archive", "copies/urls", "--verify").exit_code == 0


def test_what_a_page_shows_is_captured_with_it_each_part_once(web, place):
    head = '<link rel=stylesheet href="style.css"><img src=/keep/p.png><img src="data:,x"><img src="http://10.0.0.1/x.png">'
    for name in ("one", "two"):
        web.behaviours[f"/keep/shows/{name}"] = answer(
            f"<title>{name}</title>{head}" + PAGE.format(n=name)
        )
    web.behaviours["/keep/shows/style.css"] = answer(
        "p { background: url(../q.png) }", kind="text/css"
    )
    web.behaviours["/keep/p.png"] = web.behaviours["/keep/q.png"] = answer(
        b"\x89PNG", kind="image/png"
    )
    sources = urls(web.url("/keep/shows/one"), web.url("/keep/shows/two"))
    asked = len(web.asked)
    result = run(
        "archive",
        sources,
        "--keep",
        "copies",
        "--no-archives",
        "--interval",
        "0",
        "--per-host",
        "1",
        *LOOPBACK,
    )
    assert result.exit_code == 0, result.output
    records = [
        r
        for e in map(json.loads, Path("copies/urls/captures.jsonl").read_text().splitlines())
        for r in e["records"]
    ]
    paths = sorted(url.split("/keep/")[1] for url, *_ in records)
    assert paths == ["p.png", "q.png", "shows/one", "shows/style.css", "shows/two"]
    assert not any("10.0.0.1" in path for path in web.asked[asked:])
    with zipfile.ZipFile("copies/urls/urls.wacz") as archive:
        assert len(archive.read("pages/pages.jsonl").splitlines()) == 3


@pytest.mark.parametrize("failure", ["403 Forbidden", "503 Later"])
def test_the_attempt_that_succeeds_is_the_page_of_the_copy(web, place, failure):
    """A site that turns tools away, and one that answers at the second attempt."""
    turns = iter(range(100))

    async def serve(reader, writer):
        page = PAGE.format(n=1)
        writer.write(answer("<title>No</title>", failure) if next(turns) % 2 == 0 else answer(page))

    web.behaviours["/keep/moody"] = serve
    result = run("archive", urls(web.url("/keep/moody")), "--keep", "copies", "--no-archives", "--retries", "1", *LOOPBACK)  # fmt: skip
    assert result.exit_code == 0, result.output
    (entry,) = map(json.loads, Path("copies/urls/captures.jsonl").read_text().splitlines())
    with zipfile.ZipFile("copies/urls/urls.wacz") as archive:
        page = json.loads(archive.read("pages/pages.jsonl").splitlines()[1])
    good = [record for record in entry["records"] if record[2] == 200]
    assert (page["ts"], page["title"]) == (good[0][1], "Page 1")


def test_no_private_address_is_captured_unless_it_is_opened(web, place):
    result = run("archive", urls(web.url("/keep/1")), "--keep", "copies", "--no-archives")
    assert result.exit_code == 1
    assert "0 of 1" in result.stdout
    assert "loopback address" in result.stdout


def test_two_runs_do_not_work_on_one_thing(web, archives, place):
    sources = urls(web.url("/keep/1"), ONE)
    for path, arguments, word in (
        ("copies/.urls.work/lock", ["--keep", "copies"], "another run is keeping copies"),
        ("cache/sending.lock", ["--send"], "another run is sending"),
    ):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with Path(path).open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            result = run("archive", sources, *arguments, *LOOPBACK, **KEYS)
        assert result.exit_code == 3
        assert word in result.output


def test_an_article_without_addresses_is_no_clean_pass(place):
    Path("empty.md").write_text("Nothing is cited here.\n")
    assert run("archive", "empty.md").exit_code == 1
    result = run("archive", "empty.md", "--keep", "copies")
    assert result.exit_code == 2
    assert "nothing to keep" in result.output


def test_copies_are_not_built_upon_a_package_that_was_changed(web, place):
    keep = ["archive", urls(web.url("/keep/1")), "--keep", "copies", "--no-archives", *LOOPBACK]
    assert run(*keep).exit_code == 0
    with Path("copies/urls/captures.jsonl").open("a") as file:
        file.write("\n")
    result = run(*keep)
    assert result.exit_code == 3
    assert "not as it was" in result.output


def test_an_archive_out_of_reach_is_no_word_on_the_page(place):
    Path("cite.toml").write_text(
        '[archives]\nonly = ["ia"]\n[archives.ia]\nkind = "wayback"\nbase = "http://127.0.0.1:1"\n'
    )
    result = run("archive", urls(ONE, TWO), "--send", *LOOPBACK, **KEYS)
    assert result.exit_code == 3
    assert "it cannot be reached" in result.stdout
    assert "2 in the queue" in result.stdout


@pytest.fixture
def hostile(web):
    """Answers that would break a record, or never end."""
    web.behaviours["/hostile/smuggle"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-A: b\rWARC-Type: warcinfo\r\n\r\n<title>Page</title>"
    )
    web.behaviours["/hostile/names"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX A: b\r\nContent-Length: 5\r\n\r\nhello"
    )
    web.behaviours["/hostile/short"] = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<title>Short</title>"
        + b"word " * 20
    )

    async def endless(reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Endless</title>")
        for _ in range(2000):
            writer.write(b"word " * 2000)
            await writer.drain()

    web.behaviours["/hostile/endless"] = endless
    web.behaviours["/hostile/loop"] = answer("", "302 Found", Location="/hostile/loop")
    return web


def test_hostile_answers_are_cut_or_refused_and_what_is_kept_is_sound(hostile, place, monkeypatch):
    monkeypatch.setattr("cite.effects.keep.capture.MOST_BODY", 100_000)
    names = ["smuggle", "names", "short", "endless", "loop"]
    sources = urls(*(hostile.url(f"/hostile/{name}") for name in names))
    result = run(
        "archive",
        sources,
        "--keep",
        "copies",
        "--no-archives",
        "--interval",
        "0",
        "--retries",
        "0",
        *LOOPBACK,
    )
    assert result.exit_code == 1, result.output
    entries = [
        json.loads(line) for line in Path("copies/urls/captures.jsonl").read_text().splitlines()
    ]
    told = {entry["url"].rpartition("/")[2]: entry for entry in entries}
    assert "breaks the rules" in told["smuggle"]["fault"] + told["names"]["fault"]
    assert told["smuggle"]["records"] == told["names"]["records"] == []
    assert told["short"]["truncated"] and told["endless"]["truncated"]
    assert told["endless"]["size"] <= 100_000
    assert "lead" in told["loop"]["fault"]
    assert run("archive", "copies/urls", "--verify").exit_code == 0


def test_copies_are_kept_only_where_there_is_room_for_them(web, place):
    (place / "copies" / "urls").mkdir(parents=True)
    (place / "copies" / "urls" / "novel.txt").write_text("mine")
    result = run(
        "archive", urls(web.url("/keep/1")), "--keep", "copies", "--no-archives", *LOOPBACK
    )
    assert result.exit_code == 3
    assert "holds something else" in result.output
    assert (place / "copies" / "urls" / "novel.txt").read_text() == "mine"


class Killed(BaseException):
    """As sudden as a kill."""


@pytest.mark.parametrize(
    "where",
    ["cite.effects.keep.wacz.pack", "cite.effects.keep.crate.describe", "cite.effects.keep.package.write_manifest", "cite.effects.keep.package.move_in", "cite.effects.keep.journal.Journal.finish"],
)  # fmt: skip
def test_a_run_that_dies_while_packing_is_taken_up_and_asks_nothing_again(web, place, monkeypatch, where):  # fmt: skip
    def die(*_):
        raise Killed

    keep = ["archive", urls(web.url("/keep/1"), web.url("/keep/2")), "--keep", "copies", "--no-archives", "--interval", "0", *LOOPBACK]  # fmt: skip
    with monkeypatch.context() as patch:
        patch.setattr(where, die)
        with pytest.raises(Killed):
            run(*keep)
    before = len(web.asked)
    assert run(*keep).exit_code == 0
    assert len(web.asked) == before
    assert run("archive", "copies/urls", "--verify").exit_code == 0
    assert len(Path("copies/urls/captures.jsonl").read_text().splitlines()) == 2


def test_what_is_missing_to_pack_is_said_before_anything_is_captured(web, place, monkeypatch):
    monkeypatch.setattr("cite.effects.keep.wacz.find_spec", lambda name: None)
    result = run("archive", urls(web.url("/keep/1")), "--keep", "copies", *LOOPBACK)
    assert result.exit_code == 2
    assert "pip install '.[archive]'" in result.output
    assert result.output.count("\n") == 1


@pytest.mark.parametrize("seed", range(2))
def test_a_capture_killed_at_random_moments_loses_nothing_and_doubles_nothing(web, place, seed):
    import asyncio

    chance = random.Random(seed)
    served = []

    def slowly(number):
        async def serve(reader, writer):
            await asyncio.sleep(0.05)
            served.append(number)
            writer.write(answer(PAGE.format(n=number)))

        return serve

    for number in range(8):
        web.behaviours[f"/keep/{number}"] = slowly(number)
    sources = urls(*(web.url(f"/keep/{number}") for number in range(8)))
    arguments = [sources, "--keep", "copies", "--no-archives", "--per-host", "1"]
    for _ in range(2):
        process = command(*arguments, cwd=place)
        wanted = len(served) + chance.randrange(2, 9)
        while len(served) < wanted and process.poll() is None:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
    last = command(*arguments, cwd=place)
    out, _ = last.communicate(timeout=120)
    assert last.returncode == 0, out
    journal = [
        json.loads(line) for line in Path("copies/urls/captures.jsonl").read_text().splitlines()
    ]
    assert sorted(entry["url"] for entry in journal) == [web.url(f"/keep/{n}") for n in range(8)]
    with zipfile.ZipFile("copies/urls/urls.wacz") as archive:
        archive.extract("archive/captures.warc.gz", place)
    from warcio.archiveiterator import ArchiveIterator

    with (place / "archive" / "captures.warc.gz").open("rb") as file:
        targets = [
            r.rec_headers["WARC-Target-URI"]
            for r in ArchiveIterator(file)
            if r.rec_type == "response"
        ]
    assert sorted(targets) == [web.url(f"/keep/{n}") for n in range(8)]
    assert run("archive", "copies/urls", "--verify").exit_code == 0
