"""Memory and CPU of `cite mementos` over a TimeMap of a million captures, against one of two.

Run: .venv/bin/python benchmarks/timemap_memory.py [CAPTURES]
The server is on loopback in a process of its own; the figures are those of the child that asks.
"""

import json
import multiprocessing
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PAGE = "http://a.example/page"
START = datetime(1996, 1, 1, tzinfo=UTC)
NEAR = "2010-07-16"


def lines(count: int, base: str):
    """The TimeMap, in pieces; captures half an hour or so apart, oldest first."""
    step = timedelta(days=365.25 * 30) / count
    yield f'<{PAGE}>; rel="original",\n'
    for number in range(count):
        when = START + step * number
        date = format_datetime(when.replace(microsecond=0), usegmt=True)
        yield f'<{base}/{when:%Y%m%d%H%M%S}/{PAGE}>; rel="memento"; datetime="{date}",\n'


def serve(count: int, port: multiprocessing.Queue) -> None:
    """One archive with that many captures of one page, each of which is shown."""

    class Archive(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            if "/timemap/" in self.path:
                self.send_header("Content-Type", "application/link-format")
                self.end_headers()
                self.wfile.write(body)
            else:
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<title>A page</title><p>With words on it.")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Archive)
    body = "".join(lines(count, f"http://127.0.0.1:{server.server_port}/lab")).encode()
    port.put((server.server_port, len(body)))
    server.serve_forever()


def measure(count: int) -> tuple[float, float, float, str]:
    """Size of the TimeMap in MB, peak memory in MB, CPU seconds, and the capture chosen."""
    port: multiprocessing.Queue = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(count, port), daemon=True)
    server.start()
    number, size = port.get()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "cite.toml").write_text(
            f'timeout = 120\n[archives]\nonly = ["lab"]\n[archives.lab]\nbase = "http://127.0.0.1:{number}/lab"\n'
        )
        script = (
            "import resource, runpy, sys; sys.argv[0] = 'cite'\n"
            "try: runpy.run_module('cite', run_name='__main__')\n"
            "except SystemExit: pass\n"
            "used = resource.getrusage(resource.RUSAGE_SELF)\n"
            "print(used.ru_maxrss / 1024, used.ru_utime + used.ru_stime, file=sys.stderr)"
        )
        command = [sys.executable, "-c", script, "mementos", PAGE, "--as-of", NEAR, "--format", "json",
                   "--allow-net", "127.0.0.0/8"]  # fmt: skip
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    server.terminate()
    peak, cpu = map(float, done.stderr.split()[-2:])
    return size / 1e6, peak, cpu, json.loads(done.stdout)["memento"]["datetime"]


def main() -> None:
    """Two lines and their difference."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    _, base, base_cpu, _ = measure(2)
    size, peak, cpu, chosen = measure(count)
    print(f"2 captures:         {base:6.1f} MB, {base_cpu:5.2f} s CPU")
    print(
        f"{count} captures: {peak:6.1f} MB, {cpu:5.2f} s CPU, {size:.0f} MB sent, chosen {chosen}"
    )
    print(f"above the base:     {peak - base:6.1f} MB")


if __name__ == "__main__":
    main()
