"""Definite answers, addresses nobody can ask, places nobody may be led to, and certificates."""

from tests.web.cases import Case
from tests.web.pages import says, site, work
from tests.web.server import answer

WORK = answer(work())


def odd(name, state, url, **more):
    return Case(name, state, url=url, **more)


GONE = [
    Case("not found", "dead", answer(says("Not found", "Sorry."), "404 Not Found")),
    Case("not found without a word", "dead", answer("", "404 Not Found")),
    Case("not found under the title's own name", "dead", answer(work(), "404 Not Found")),
    Case("gone", "dead", answer("", "410 Gone")),
    odd("no such host", "dead", "http://nobody.invalid/x"),
    odd("no such host under test", "dead", "http://journal-that-ended.test/x"),
    odd("a refused connection", "dead", "http://127.0.0.1:1/x"),
    Case(
        "a tombstone",
        "dead",
        answer(says("Record deleted", "This record was withdrawn."), "410 Gone"),
    ),
]

ADDRESSES = [
    Case("an iri", "live", WORK, path="/café/été", site={"/caf%C3%A9/%C3%A9t%C3%A9": WORK}),
    Case("escapes in upper case", "live", WORK, path="/caf%C3%A9"),
    Case("escapes in lower case", "live", WORK, path="/caf%c3%a9"),
    Case("an escaped slash", "live", WORK, path="/a%2Fb"),
    Case(
        "a blank", "live", None, path="/an old report.html", site={"/an%20old%20report.html": WORK}
    ),
    Case("a bar", "live", None, path="/a|b", site={"/a|b": WORK, "/a%7Cb": WORK}),
    Case("square brackets", "live", WORK, path="/a[1].html", site={"/a%5B1%5D.html": WORK}),
    Case("parentheses", "live", WORK, path="/Ledger_(law)"),
    Case("a comma and a semicolon inside", "live", WORK, path="/0,1518,81723;v=2,00.html"),
    Case("a tilde", "live", WORK, path="/~amato/ledger"),
    Case("a query", "live", WORK, path="/view.php?id=7&lang=en"),
    Case(
        "an entity in the query",
        "live",
        None,
        path="/view.php?id=7&amp;lang=en",
        site={"/view.php?id=7&lang=en": WORK},
    ),
    Case(
        "a full stop at its end",
        ("live", "moved"),
        None,
        path="/ledger.html.",
        site={"/ledger.html": WORK},
    ),
    Case(
        "a bracket at its end",
        ("live", "moved"),
        None,
        path="/ledger.html)",
        site={"/ledger.html": WORK},
    ),
    Case(
        "a comma at its end",
        ("live", "moved"),
        None,
        path="/ledger.html,",
        site={"/ledger.html": WORK},
    ),
    Case(
        "a quotation mark at its end",
        ("live", "moved"),
        None,
        path="/ledger.html”",
        site={"/ledger.html": WORK},
    ),
    Case("a default port", "live", WORK, url="http://HOST:80/reports/1999/ledger.html"),
    Case(
        "a user and a password",
        "live",
        WORK,
        url="http://reader:secret@HOST/reports/1999/ledger.html",
    ),
    Case(
        "no path",
        "live",
        None,
        url="http://HOST",
        site={"/": answer(site("Institute", "<h1>Welcome</h1>"))},
    ),
    Case("a query and no path", "live", None, url="http://HOST?id=7", site={"/?id=7": WORK}),
    Case(
        "dots on the way", "live", None, path="/a/./b/../ledger.html", site={"/a/ledger.html": WORK}
    ),
    Case(
        "backslashes",
        "live",
        None,
        path="\\reports\\ledger.html",
        site={"/reports/ledger.html": WORK},
    ),
    Case("a scheme in capitals", "live", WORK, url="HTTP://HOST/reports/1999/ledger.html"),
    Case("one slash after the scheme", "live", WORK, url="http:/HOST/reports/1999/ledger.html"),
    Case("very long", "live", WORK, path="/" + "a" * 6000),
    Case(
        "a host in capitals", "live", WORK, url="http://HOST-IN-CAPITALS/reports/1999/ledger.html"
    ),
    Case("an international host", "live", None, url="http://bücher.example/buch", site={}),
    Case("the same host in ascii", "live", None, url="http://xn--bcher-kva.example/buch"),
    Case(
        "a host with a full stop at its end",
        "live",
        WORK,
        url="http://HOST./reports/1999/ledger.html",
    ),
    Case(
        "a fragment that is there",
        "live",
        answer(work().replace("<h1>", "<h1 id='s2'>")),
        suffix="#s2",
    ),
    Case(
        "a fragment by name",
        "live",
        answer(work().replace("<h1>", "<a name='s2'></a><h1>")),
        suffix="#s2",
    ),
    Case("a fragment that is not there", "fragment-missing", WORK, suffix="#s9"),
    Case("the top", "live", WORK, suffix="#top"),
    Case("an empty fragment", "live", WORK, suffix="#"),
    Case(
        "a fragment with escapes",
        "live",
        answer(work().replace("<h1>", "<h1 id='été'>")),
        suffix="#%C3%A9t%C3%A9",
    ),
    Case(
        "a fragment made by script",
        "live",
        answer(
            "<html><head><title>Viewer</title></head><body><div id='viewer'></div><script src='/viewer.js'></script></body></html>"
        ),
        suffix="#page/12",
    ),
    Case(
        "a fragment in a pdf",
        "live",
        answer(b"%PDF-1.4 x", kind="application/pdf"),
        path="/a.pdf",
        suffix="#page=12",
    ),
    Case("a route of a script", "live", WORK, suffix="#!/reports/7"),
    Case("a text fragment that is there", "live", WORK, suffix="#:~:text=fewer%20than%20thirty"),
    Case(
        "a text fragment from to", "live", WORK, suffix="#:~:text=Of%20412%20entries,printed%20form"
    ),
    Case(
        "a text fragment with its surroundings",
        "live",
        WORK,
        suffix="#:~:text=Of%20412-,entries,-fewer",
    ),
    Case(
        "a text fragment that is not there",
        "fragment-missing",
        WORK,
        suffix="#:~:text=seven%20green%20elephants",
    ),
    *(
        odd(f"a {what}", "unsupported", url)
        for what, url in {
            "mail address": "mailto:editor@journal.example",
            "telephone number": "tel:+4930123456",
            "script to be run": "javascript:void(0)",
            "data address": "data:text/plain,hello",
            "local file": "file:///home/amato/ledger.pdf",
            "file server": "ftp://ftp.journal.example/ledger.pdf",
            "book number": "urn:isbn:9783161484100",
            "name of nobody's": "urn:example:7",
            "news group": "news:comp.text",
            "magnet": "magnet:?xt=urn:btih:1",
        }.items()
    ),
    *(
        odd(f"{what}", "unsupported", url)
        for what, url in {
            "no host": "http:///path",
            "a port too high": "http://HOST:99999/x",
            "a port in letters": "http://HOST:port/x",
            "a blank in the host": "http://ho st.example/x",
            "an empty label": "http://a..example/x",
            "an overlong label": "http://" + "a" * 70 + ".example/x",
            "a percent in the host": "http://ho%zzst.example/x",
            "a bracket without end": "http://[::1/x",
            "only a scheme": "https://",
        }.items()
    ),
]

SAFETY = [
    *(
        odd(f"to {where}", "refused", url)
        for where, url in {
            "ten": "http://10.1.2.3/x",
            "home network": "http://192.168.0.1/x",
            "metadata": "http://169.254.169.254/latest/meta-data/",
            "six": "http://[::1]/x",
            "metadata by a mapped address": "http://[::ffff:169.254.169.254]/x",
            "metadata as one number": "http://2852039166/x",
            "metadata in hexadecimal": "http://0xa9fea9fe/x",
            "metadata in octal": "http://0251.0376.0251.0376/x",
            "ten, short": "http://10.1/x",
            "zero": "http://0.0.0.0/x",
            "link local with a zone": "http://[fe80::1%25eth0]/x",
            "unique local": "http://[fd00::1]/x",
            "nat64": "http://[64:ff9b::a9fe:a9fe]/x",
            "carrier": "http://100.64.0.1/x",
            "metadata of six": "http://[fd00:ec2::254]/x",
        }.items()
    ),
    *(
        Case(f"sent to {where}", "refused", answer("", "302 Found", Location=url))
        for where, url in {
            "ten": "http://10.1.2.3/x",
            "metadata": "http://169.254.169.254/latest/meta-data/",
            "six": "http://[::1]/x",
            "metadata by a mapped address": "http://[::ffff:a9fe:a9fe]/x",
            "metadata as one number": "http://2852039166/",
            "metadata in hexadecimal": "http://0xa9.0xfe.0xa9.0xfe/",
        }.items()
    ),
    Case(
        "sent to ten by a meta element",
        "refused",
        answer("<meta http-equiv=refresh content='0;url=http://10.1.2.3/'>"),
    ),
    Case(
        "sent to ten by a script", "refused", answer("<script>location='http://10.1.2.3/'</script>")
    ),
    Case(
        "sent to a file",
        ("unsupported", "refused"),
        answer("", "302 Found", Location="file:///etc/passwd"),
    ),
    Case(
        "sent to an app",
        ("unsupported", "refused"),
        answer("", "302 Found", Location="intent://open#Intent;end"),
    ),
]

TLS = [
    Case("a good certificate", "live", WORK, scheme="https"),
    *(
        Case(f"a certificate {fault}", "tls-invalid", WORK, scheme="https", fields={"tls": fault})
        for fault in (
            "expired",
            "not yet valid",
            "for another host",
            "signed by itself",
            "of an unknown authority",
        )
    ),
    Case("an old protocol", "tls-invalid", WORK, scheme="https", fields={"tls": "old protocol"}),
    Case("a handshake refused", "tls-invalid", WORK, scheme="https", fields={"tls": "alert"}),
    Case(
        "a handshake broken off",
        ("transient", "tls-invalid"),
        WORK,
        scheme="https",
        fields={"tls": "closed"},
    ),
    Case(
        "plain text where tls was awaited",
        ("transient", "tls-invalid"),
        WORK,
        scheme="https",
        fields={"tls": "plain"},
    ),
]

CASES = GONE + ADDRESSES + SAFETY + TLS
