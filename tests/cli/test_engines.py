"""`cite check --engine dask` on a real cluster: as any check, safe by default, and gone on with where it broke off."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner

from cite.cli.main import cli
from cite.effects.store import file as store_file
from tests.effects.engines.cluster import DaskCluster
from tests.web.server import answer

ROOT = Path(__file__).parents[2]
HERE = ["--allow-net", "127.0.0.0/8", "--no-archives", "--interval", "0"]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with DaskCluster(tmp_path_factory.mktemp("dask")) as cluster:
        yield cluster


def run(folder, *arguments):
    return CliRunner().invoke(cli, list(map(str, arguments)), env={"COLUMNS": "200"})


def listed(folder, urls):
    (folder / "urls.txt").write_text("".join(f"{url}\n" for url in urls), "utf-8")
    return folder / "urls.txt"


def asked(loopback, below):
    """How often each page was asked for; not what a site was asked to see what it says of pages that it has not."""
    pages = (path for path in loopback.asked if path.startswith(below) and "/cite-" not in path)
    return Counter(pages)


def states(result):
    references = json.loads(result.stdout)["references"]
    return [link["state"] for reference in references for link in reference["links"]]


def check(folder, urls, *more):
    cache = ["--cache", folder / "cache"]
    return run(folder, "check", listed(folder, urls), *cache, *HERE, "--format", "json", *more)


UNUSABLE = {
    "no scheduler": (["--engine", "dask"], 2, "--engine dask needs --scheduler tls://HOST:PORT"),
    "no address": (["--engine", "dask", "--scheduler", "somewhere"], 2, "--scheduler is tls://HOST:PORT or"),
    "another machine in clear": (["--engine", "dask", "--scheduler", "tcp://192.0.2.1:8786"], 2, "without TLS"),
    "another machine by name": (["--engine", "dask", "--scheduler", "tcp://dask.example:8786"], 2, "without TLS"),
    "no certificate": (["--engine", "dask", "--scheduler", "tls://127.0.0.1:8786"], 2, "needs certificates"),
    "nobody there": (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"], 3, "the scheduler tcp://127.0.0.1:9 cannot be reached"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNUSABLE)
def test_a_scheduler_that_will_not_do_is_one_line_and_an_exit_code(tmp_path, case):
    flags, code, words = UNUSABLE[case]
    result = check(tmp_path, ["http://127.0.0.1:9/never-asked"], *flags)
    assert result.exit_code == code, result.stderr
    (line,) = result.stderr.splitlines()
    assert words in line


def test_without_the_extra_the_run_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    flags = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    result = check(tmp_path, ["http://127.0.0.1:9/never-asked"], *flags)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "pip install 'cite-sources[dask]'" in result.stderr


def test_a_disk_that_is_full_ends_the_run_and_the_same_command_goes_on(
    cluster, loopback, tmp_path, monkeypatch
):
    pages = random.Random(17)
    for n in range(40):
        page = f"<title>Page {n}</title><p>A work of many words.</p>{pages.randbytes(9000).hex()}"
        loopback.behaviours[f"/full/{n}"] = answer(page)
    urls = [loopback.url(f"/full/{n}") for n in range(40)]
    flags = ["--engine", "dask", "--scheduler", cluster.address, "--workers", "2", "--interval", "0.02"]  # fmt: skip

    connection = store_file._connection

    def small(path):
        opened, read_only = connection(path)
        opened.execute("PRAGMA max_page_count = 60")
        return opened, read_only

    with monkeypatch.context() as full:
        full.setattr(store_file, "_connection", small)
        result = check(tmp_path, urls, *flags)
    assert (result.exit_code, result.stdout) == (3, "")
    (line,) = result.stderr.splitlines()
    assert "disk is full" in line

    result = check(tmp_path, urls, *flags)
    assert (result.exit_code, set(states(result))) == (0, {"live"}), result.stderr
    times = asked(loopback, "/full/")
    assert len(times) == 40
    assert set(times.values()) == {1, 2}, "what was kept was not asked again"


def test_a_run_that_is_killed_goes_on_where_it_was(cluster, loopback, tmp_path):
    release = []

    async def slow(reader, writer):
        if not release:
            await reader.read()
        writer.write(answer("<title>Slow</title><p>Here at last, with a few words.</p>"))

    loopback.behaviours["/client-killed/slow"] = slow
    loopback.behaviours["/client-killed/quick*"] = answer(
        "<title>Quick</title><p>Some words here.</p>"
    )
    urls = [loopback.url(f"/client-killed/{name}") for name in ("quick1", "quick2", "slow")]
    flags = ["--engine", "dask", "--scheduler", cluster.address, "--workers", "2"]
    command = [
        sys.executable,
        "-m",
        "cite",
        "check",
        listed(tmp_path, urls),
        "--cache",
        tmp_path / "cache",
    ]
    process = subprocess.Popen(
        list(map(str, [*command, *HERE, "--per-host", "1", *flags])), env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while "/client-killed/slow" not in loopback.asked:
        time.sleep(0.05)
    time.sleep(0.5)  # what was answered is on its way to the store
    process.send_signal(signal.SIGKILL)
    process.wait()
    release.append(True)
    result = check(tmp_path, urls, *flags)
    assert (result.exit_code, set(states(result))) == (0, {"live"})
    once_or_twice = {"quick1": 1, "quick2": 1, "slow": 2}
    assert asked(loopback, "/client-killed/") == {
        f"/client-killed/{name}": times for name, times in once_or_twice.items()
    }


TLS = "DASK_DISTRIBUTED__COMM__TLS__"


def certificates(folder, name, authority):
    """A certificate of an authority, and Dask's settings that name it for every role."""
    ca, mine = folder / f"{name}-ca.pem", folder / f"{name}.pem"
    authority.cert_pem.write_to_path(ca)
    issued = authority.issue_cert("127.0.0.1", "localhost")
    mine.write_bytes(issued.private_key_and_cert_chain_pem.bytes())
    roles = {f"{TLS}{role}__{part}": str(mine) for role in ("SCHEDULER", "WORKER", "CLIENT") for part in ("CERT", "KEY")}  # fmt: skip
    return {f"{TLS}CA_FILE": str(ca), **roles}


def test_over_tls_a_client_is_taken_with_a_certificate_of_the_same_authority_and_no_other(
    loopback, tmp_path
):
    loopback.behaviours["/over-tls"] = answer("<title>Kept</title><p>Some words of the work.</p>")
    url = loopback.url("/over-tls")
    ours = certificates(tmp_path, "ours", trustme.CA())
    strangers = certificates(tmp_path, "strangers", trustme.CA())
    with DaskCluster(tmp_path, ours) as cluster:
        assert cluster.address.startswith("tls://")

        def checked(settings):
            command = [sys.executable, "-m", "cite", "check", listed(tmp_path, [url]), "--engine", "dask",
                       "--scheduler", cluster.address, "--cache", tmp_path / "cache", *HERE]  # fmt: skip
            return subprocess.run(
                list(map(str, command)), env={**os.environ, "PYTHONPATH": str(ROOT), **settings},
                capture_output=True, text=True, check=False,
            )  # fmt: skip

        result = checked(strangers)
        assert result.returncode == 3
        assert result.stderr.splitlines() == [
            f"cite: the scheduler {cluster.address} cannot be reached"
        ]
        assert "/over-tls" not in loopback.asked
        assert checked(ours).returncode == 0
        assert loopback.asked.count("/over-tls") == 1
