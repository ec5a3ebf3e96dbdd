"""A server that speaks the Internet Archive's wire formats, written from their documentation.

CDX server: JSON rows, header first; `-` as status of a revisit; `limit`, `sort=closest`, `filter`; a
resume key after an empty row, also where none was asked for. TimeMap in link format. Replay with
Memento-Datetime on archived answers and none on the archive's own. Availability: `{}` at times.
pywb differs in each of these; see tests/archives/conftest.py for the real one.
"""

import base64
import hashlib
import json
import re
import threading
from datetime import UTC, datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


def instant(timestamp):
    return datetime.strptime(timestamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


class WaybackWire:
    """Serves captures; `instead[kind]` takes the place of cdx, timemap, replay or availability."""

    def __init__(self, captures):
        self.captures = sorted(captures, key=lambda one: one.timestamp)
        self.instead = {}
        self.asked = []
        self.odd_rows = []

    def __enter__(self):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def _handler(wire):  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                kind = wire.kind(self.path)
                wire.asked.append((kind, self.path))
                behaviour = wire.instead.get(kind)
                if callable(behaviour):
                    behaviour(self)
                    return
                status, headers, body = behaviour or getattr(wire, kind)(self.path)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def kind(self, path):
        for prefix, kind in (
            ("/cdx/", "cdx"),
            ("/web/timemap/", "timemap"),
            ("/wayback/available", "availability"),
        ):
            if path.startswith(prefix):
                return kind
        return "replay"

    def _of(self, url):
        return [one for one in self.captures if one.url == url]

    def cdx(self, path):
        query = {key: values[0] for key, values in parse_qs(urlsplit(path).query).items()}
        seen, rows = set(), []
        for one in self._of(query["url"]):
            digest = base64.b32encode(hashlib.sha1(one.body).digest()).decode()
            row = [
                one.timestamp,
                one.url,
                one.kind.partition(";")[0],
                one.status[:3],
                digest,
                "512",
            ]
            if digest in seen:
                row[2:4] = ["warc/revisit", "-"]
            seen.add(digest)
            rows.append(row)
        rows += self.odd_rows
        if query.get("filter", "").startswith("statuscode:"):
            rows = [row for row in rows if row[3] == query["filter"].partition(":")[2]]
        if query.get("sort") == "closest":
            rows.sort(key=lambda row: abs(int(row[0]) - int(query["closest"])))
        rows = rows[: int(query.get("limit", 1000))]
        names = "timestamp original mimetype statuscode digest length".split()
        table = [names, *rows, [], ["example,a)/ 20100101000000"]] if rows else []
        return 200, {"Content-Type": "application/json"}, json.dumps(table).encode()

    def timemap(self, path):
        url = path.removeprefix("/web/timemap/link/")
        lines = [f'<{url}>; rel="original"', f'<{self.base}{path}>; rel="self"']
        for one in self._of(url):
            date = format_datetime(instant(one.timestamp), usegmt=True)
            lines.append(
                f'<{self.base}/web/{one.timestamp}/{one.url}>; rel="memento"; datetime="{date}"'
            )
        return 200, {"Content-Type": "application/link-format"}, ",\n".join(lines).encode()

    def availability(self, path):
        return 200, {"Content-Type": "application/json"}, b'{"archived_snapshots": {}}'

    def replay(self, path):
        match = re.fullmatch(r"/web/(\d{14})id_/(.+)", path)
        found = [one for one in self._of(match[2]) if one.timestamp == match[1]] if match else []
        if not found:
            return 404, {"Content-Type": "text/html"}, b"<title>Wayback Machine</title>"
        date = format_datetime(instant(found[0].timestamp), usegmt=True)
        headers = {
            "Content-Type": found[0].kind,
            "Memento-Datetime": date,
            **dict(found[0].headers),
        }
        return int(found[0].status[:3]), headers, found[0].body
