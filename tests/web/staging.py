"""The cases put on stage: a host for each, certificates where they need one, and the rules that lead there."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import trustme

from tests.web.cases import unlikely
from tests.web.pages import bare, prose, site, work
from tests.web.server import answer

WELL = answer(work())
ELSEWHERE = {
    "new-institute.example": {
        "/": answer(site("New Institute", "<h1>Welcome to the New Institute</h1>")),
        "/ledger": WELL,
        "/reports/1999/ledger.html": WELL,
        "/idp*": answer(bare("Sign on", "<form><input type=password></form>")),
    },
    "name-market.example": {
        "/*": answer(
            bare(
                "oldjournal.example is for sale",
                "<h1>oldjournal.example</h1><p>This domain is for sale. Make an offer.</p>",
            )
        )
    },
    **unlikely.ELSEWHERE,
    "doi.org": {
        "/10.5555/ledger": answer("", "302 Found", Location="http://publisher.example/ledger")
    },
    "publisher.example": {"/ledger": WELL},
    "hdl.handle.net": {
        "/20.500/ledger": answer("", "302 Found", Location="http://publisher.example/ledger")
    },
    "arxiv.org": {"/abs/1999.00001": WELL},
    "xn--bcher-kva.example": {"/buch": answer(site("Buch", "<h1>Buch</h1>" + prose(6, "de")))},
}
"""Hosts that cases lead to."""


def host_of(number):
    """As long as `oldjournal.example`, the name that pages are written with."""
    return f"case-{number:05}.example"


class Stage:
    """Cases on a loopback web."""

    def __init__(self, web, cases, folder):
        self.web, self.cases = web, cases
        self.rules = []
        self.authority = trustme.CA()
        self.ca = folder / "ca.pem"
        self.authority.cert_pem.write_to_path(str(self.ca))
        self._good = self.port_for("good")
        for host, paths in ELSEWHERE.items():
            web.hosts[host] = paths
            self._route(host)
        for number, case in enumerate(cases):
            self._put(host_of(number), case)

    def _put(self, host, case):
        here = {} if case.here is None else {wire_path(case.path): case.here}
        self.web.hosts[host] = here | {wire_path(path): what for path, what in case.site.items()}
        self._route(host, case.fields.get("tls", "good"))

    def _route(self, host, tls="good"):
        secure = self._good if tls == "good" else self.port_for(tls, host)
        self.rules += [f"{host}:80:127.0.0.1:{self.web.port}", f"{host}:443:127.0.0.1:{secure}"]

    def port_for(self, fault, host=""):
        """A port whose TLS has one fault."""
        if fault in BROKEN:
            return self.web.listen(serve=BROKEN[fault])
        now = datetime.now(UTC)
        names = [*ELSEWHERE, *map(host_of, range(len(self.cases)))] if fault == "good" else [host]
        authority = trustme.CA() if fault == "of an unknown authority" else self.authority
        dates = {}
        if fault == "expired":
            dates = {"not_before": now - timedelta(days=99), "not_after": now - timedelta(days=9)}
        if fault == "not yet valid":
            dates = {"not_before": now + timedelta(days=9), "not_after": now + timedelta(days=99)}
        if fault == "for another host":
            names = ["somebody-else.example"]
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if fault == "signed by itself":
            _sign_by_itself(context)
        else:
            authority.issue_cert(*names, **dates).configure_cert(context)
        if fault == "old protocol":
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
        return self.web.listen(context)

    def url(self, number):
        """The address as cited."""
        case, host = self.cases[number], host_of(number)
        if case.url:
            return case.url.replace("HOST-IN-CAPITALS", host.upper()).replace("HOST", host)
        return f"{case.scheme}://{host}{case.path}{case.suffix}"


def _sign_by_itself(context):
    """An authority's own certificate, served as if it were a host's."""
    own = trustme.CA()
    with own.private_key_pem.tempfile() as key, own.cert_pem.tempfile() as certificate:
        context.load_cert_chain(certificate, key)


def wire_path(path):
    """A path as a well-behaved client sends it."""
    return "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode()) for c in path)


async def _alert(reader, writer):
    await reader.read(500)
    writer.write(b"\x15\x03\x03\x00\x02\x02\x28")
    await writer.drain()
    writer.close()


async def _closed(reader, writer):
    await reader.read(500)
    writer.close()


async def _plain(reader, writer):
    await reader.read(500)
    writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.close()


BROKEN = {"alert": _alert, "closed": _closed, "plain": _plain}
