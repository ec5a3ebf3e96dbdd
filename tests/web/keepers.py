"""Archives that take pages, on loopback: written from the documented formats of Save Page Now 2 and Perma.cc.

The real ones cannot be asked in a test. What these answer, and how, is what their documentation says they
answer; what is counted is the captures that would have been made.
"""

import json
import threading
from collections import Counter
from contextlib import contextmanager
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

ACCESS, SECRET, PERMA = "AKIDtestaccess01", "s3cr3t-of-the-test-02", "perma-key-of-the-test-03"


class Keepers(ThreadingHTTPServer):
    """Both archives, with what they were asked and what they captured."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.captures = Counter()
        self.polls = Counter()
        self.pending = 1
        """How often a job says `pending` before it succeeds."""
        self.said = {}
        """By address, what the archive answers when it is handed over: status and JSON."""
        self.links = []
        self.jobs = {}
        self.lock = threading.Lock()
        self.reached = threading.Event()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def _answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        server = self.server
        with server.lock:
            if self.path == "/save":
                self._save(parse_qs(body)["url"][0])
            else:
                self._link(json.loads(body)["url"])
        server.reached.set()

    def _save(self, url):
        server = self.server
        server.asked.append(url)
        if self.headers["Authorization"] != f"LOW {ACCESS}:{SECRET}":
            self._answer(
                401, {"message": f"You need to be logged in, not {self.headers['Authorization']}"}
            )
        elif url in server.said:
            self._answer(*server.said[url])
        else:
            # The job is named after the address: handed over again, it is the same job and the same capture.
            server.captures["ia", url] = 1
            job = f"spn2-{sha1(url.encode()).hexdigest()}"
            server.jobs[job] = url
            self._answer(200, {"url": url, "job_id": job})

    def _link(self, url):
        server = self.server
        server.asked.append(url)
        if self.headers["Authorization"] != f"ApiKey {PERMA}":
            self._answer(401, {"detail": "Authentication credentials were not provided."})
            return
        server.captures["perma", url] += 1
        link = {
            "guid": f"AB12-{len(server.links):04d}", "url": url, "creation_timestamp": "2099-01-01T00:00:00Z",
            "captures": [{"role": "primary", "status": "pending" if server.pending else "success"}],
        }  # fmt: skip
        server.links.append(link)
        self._answer(201, link)

    def do_GET(self):
        server = self.server
        with server.lock:
            if self.path.startswith("/save/status/"):
                self._status(self.path.removeprefix("/save/status/"))
            elif self.path.startswith("/v1/archives/?"):
                self._answer(200, {"objects": server.links[::-1]})
            else:
                guid = self.path.strip("/").rpartition("/")[2]
                link = next(link for link in server.links if link["guid"] == guid)
                link["captures"][0]["status"] = "success"
                self._answer(200, link)

    def _status(self, job):
        server = self.server
        server.polls[job] += 1
        if server.polls[job] <= server.pending:
            self._answer(200, {"status": "pending", "job_id": job, "resources": []})
        else:
            told = {
                "status": "success",
                "job_id": job,
                "original_url": server.jobs[job],
                "timestamp": "20261124220000",
            }
            self._answer(200, told)


@contextmanager
def keepers():
    with Keepers() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join(5)
