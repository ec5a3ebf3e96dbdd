"""A real Wayback server (pywb) on loopback, over captures written for the occasion with warcio."""

import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from socket import socket

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

COLLECTION = "demo"


@dataclass(frozen=True)
class Capture:
    """One answer that was once archived."""

    url: str
    timestamp: str
    """As in CDX: `20100723120000`."""
    body: bytes
    status: str = "200 OK"
    kind: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def write_warc(path: Path, captures: list[Capture]) -> None:
    """The captures as response records; a body seen before at its address becomes a revisit."""
    seen: dict[tuple[str, bytes], str] = {}
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for capture in sorted(captures, key=lambda one: one.timestamp):
            t = capture.timestamp
            date = f"{t[:4]}-{t[4:6]}-{t[6:8]}T{t[8:10]}:{t[10:12]}:{t[12:14]}Z"
            http = StatusAndHeaders(
                capture.status,
                [
                    ("Content-Type", capture.kind),
                    ("Content-Length", str(len(capture.body))),
                    *capture.headers,
                ],
                protocol="HTTP/1.1",
            )
            first = seen.setdefault((capture.url, capture.body), date)
            record = writer.create_warc_record(
                capture.url, "response", payload=BytesIO(capture.body), http_headers=http,
                warc_headers_dict={"WARC-Date": date},
            )  # fmt: skip
            if first != date:
                writer.ensure_digest(record)
                digest = record.rec_headers.get_header("WARC-Payload-Digest")
                record = writer.create_revisit_record(
                    capture.url, digest, capture.url, first, http_headers=http,
                    warc_headers_dict={"WARC-Date": date},
                )  # fmt: skip
            writer.write_record(record)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(folder: Path, captures: list[Capture]):
    """The base address of a collection with these captures, until the block ends."""
    manager = [sys.executable, "-c", "from pywb.manager.manager import main; main()"]
    quiet = {
        "cwd": folder,
        "check": True,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    warc = folder / "captures.warc.gz"
    write_warc(warc, captures)
    subprocess.run([*manager, "init", COLLECTION], **quiet)
    subprocess.run([*manager, "add", COLLECTION, str(warc)], **quiet)
    with served(folder) as base:
        yield base


@contextmanager
def served(folder: Path):
    """The base address of a collection that is there already, until the block ends."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-c", "from pywb.apps.cli import wayback; wayback()", "-p", str(port), "-b", "127.0.0.1"],
        cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    base = f"http://127.0.0.1:{port}/{COLLECTION}"
    try:
        _wait_for(f"{base}/cdx?url=http://nothing.invalid/", server)
        yield base
    finally:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait_for(url: str, server: subprocess.Popen) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(300):
        if server.poll() is not None:
            raise RuntimeError(f"pywb ended at once with exit code {server.returncode}")
        try:
            direct.open(url, timeout=2).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("pywb did not come up within half a minute")
