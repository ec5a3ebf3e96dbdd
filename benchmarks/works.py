"""Five hundred references against an index on loopback: cold by its limits, warm from the store; and a table of retractions.

Run: .venv/bin/python -m benchmarks.works
Wall seconds. The index says ten requests a second; the most that it got in any second, and under way at once,
are counted there.
"""

import json
import random
import tempfile
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from cite.effects.store.store import Store
from cite.formats.retraction_watch import read_retractions
from cite.model.options import Options, ServiceSettings
from cite.pipeline import check

COUNT, LIMIT, ROWS = 500, 100, 70_000
WORDS = "river stone market village lantern winter harbour painter silver garden bridge letter island copper".split()


def title(number: int) -> str:
    chance = random.Random(number)
    return " ".join(chance.choice(WORDS) for _ in range(6)).title() + f" {number}"


class Index(BaseHTTPRequestHandler):
    """Answers like Crossref, says its limit, and counts."""

    protocol_version = "HTTP/1.1"
    times: ClassVar[deque[float]] = deque()
    most = 0
    at_once = 0
    most_at_once = 0
    lock = threading.Lock()

    def do_GET(self) -> None:
        cls = type(self)
        with cls.lock:
            now = time.monotonic()
            cls.times.append(now)
            while cls.times[0] < now - 1.0:
                cls.times.popleft()
            cls.most = max(cls.most, len(cls.times))
            cls.at_once += 1
            cls.most_at_once = max(cls.most_at_once, cls.at_once)
        number = int(self.path.split("%2F")[1].split("?")[0])
        message = {
            "DOI": f"10.5555/{number}", "type": "journal-article", "title": [title(number)], "volume": "3", "page": f"{number}-{number + 9}",
            "author": [{"family": "Doe", "given": "Jane"}], "issued": {"date-parts": [[2004]]},
            "reference": [{"key": str(k), "unstructured": "x" * 200} for k in range(40)],
        }  # fmt: skip
        body = json.dumps({"status": "ok", "message": message}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Rate-Limit-Limit", str(LIMIT))
        self.send_header("X-Rate-Limit-Interval", "1s")
        self.end_headers()
        self.wfile.write(body)
        with cls.lock:
            cls.at_once -= 1

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def bibliography() -> str:
    return "\n".join(
        f"@article{{k{n}, author = {{Doe, Jane}}, title = {{{title(n)}}}, journal = {{J}}, year = 2004, volume = 3, pages = {{{n}}}, doi = {{10.5555/{n}}}}}"
        for n in range(COUNT)
    )


def table() -> bytes:
    head = "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes,\n"
    row = '{n},"A title, of some length",(BLS),"An Institute, Town",Journal,Publisher,Land,A;B;C,,Research Article;,3/6/2004 0:00,10.1016/n{n},0,2/28/1998 0:00,10.1016/w{n},9,Retraction,+Reason one;+Reason two;,No,Some notes,\n'
    return (head + "".join(row.format(n=n) for n in range(ROWS))).encode()


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Index)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        bib = Path(folder) / "refs.bib"
        bib.write_text(bibliography(), "utf-8")
        base = f"http://127.0.0.1:{server.server_port}"
        services = (ServiceSettings("crossref", base),)
        options = Options(
            cache=Path(folder) / "c",
            allow_net=("127.0.0.0/8",),
            works=True,
            verify=("works",),
            links=False,
            interval=0.0,
            services=services,
            archives_enabled=False,
            connect_to=(),
        )
        for name in ("cold", "warm"):
            start, cpu = time.perf_counter(), time.process_time()
            report = check(str(bib), options)
            found = sum(
                v.work is not None and v.work.outcome.value == "found" for v in report.verdicts
            )
            print(
                f"{name}: {found} of {COUNT} found, {time.perf_counter() - start:.2f} s, {time.process_time() - cpu:.2f} s of CPU; most in a second {Index.most} (limit {LIMIT}), at once {Index.most_at_once}"
            )
        content = table()
        start = time.process_time()
        with Store.open(Path(folder) / "c") as store:
            store.retractions.take_over(content, read_retractions)
            taken = time.process_time() - start
            start = time.perf_counter()
            assert all(store.retractions.of(f"10.1016/w{n}") for n in range(0, ROWS, 140))
            print(
                f"table: {ROWS:,} rows taken over in {taken:.2f} s of CPU (goal 3 s); a look-up {(time.perf_counter() - start) / (ROWS / 140) * 1e3:.2f} ms"
            )


if __name__ == "__main__":
    main()
