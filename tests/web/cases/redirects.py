"""Sent on: to the same work, to another place, in circles."""

from tests.web.cases import Case
from tests.web.pages import bare, site, work
from tests.web.server import answer, cookie_gate

WORK = answer(work())
TITLE = "The Ledger of Complaints"


def to(location, status="302 Found", **more):
    return answer("", status, Location=location, **more)


def chain(length):
    """/hop/1 … /hop/n and the work at the end."""
    steps = {f"/hop/{i}": to(f"/hop/{i + 1}") for i in range(1, length)}
    return steps | {f"/hop/{length}": WORK}


MOVED = {"/library/ledger": WORK}

CASES = [
    Case("moved for good", "moved", to("/library/ledger", "301 Moved Permanently"), site=MOVED),
    Case(
        "moved for good, 308", "moved", to("/library/ledger", "308 Permanent Redirect"), site=MOVED
    ),
    Case(
        "moved for good, the title found",
        "moved",
        to("/library/ledger", "301 Moved Permanently"),
        TITLE,
        site=MOVED,
    ),
    Case(
        "a site that sends every address to its one text",
        "moved",
        to("/library/ledger", "301 Moved Permanently"),
        site={**MOVED, "/reports/*": to("/library/ledger", "301 Moved Permanently")},
    ),
    Case("found elsewhere", ("live", "moved"), to("/library/ledger"), site=MOVED),
    Case("found elsewhere, the title found", "moved", to("/library/ledger"), TITLE, site=MOVED),
    Case("see other", ("live", "moved"), to("/library/ledger", "303 See Other"), site=MOVED),
    Case(
        "temporary", ("live", "moved"), to("/library/ledger", "307 Temporary Redirect"), site=MOVED
    ),
    Case(
        "a relative location",
        "moved",
        to("../../library/ledger", "301 Moved Permanently"),
        site=MOVED,
    ),
    Case(
        "a location without a scheme",
        "moved",
        to("//HOST/library/ledger", "301 Moved Permanently"),
        site=MOVED,
    ),
    Case(
        "a location of a query only",
        ("live", "moved"),
        to("?view=full", "302 Found"),
        site={"/reports/1999/ledger.html?view=full": WORK},
    ),
    Case(
        "a location with blanks and accents",
        "moved",
        to("/library/le dossier \u00e9t\u00e9", "301 Moved Permanently"),
        site={"/library/le%20dossier%20%C3%A9t%C3%A9": WORK},
    ),
    Case(
        "a location in two headers",
        ("live", "moved"),
        b"HTTP/1.1 302 Found\r\nLocation: /library/ledger\r\nLocation: /library/ledger\r\nContent-Length: 0\r\n\r\n",
        site=MOVED,
    ),
    Case("no location", ("unsupported", "transient"), answer("", "302 Found")),
    Case("no location and a page", "live", answer(work(), "302 Found")),
    Case("to what is no address", "unsupported", to("http://[bad/")),
    Case(
        "to what is no address, by a meta element",
        "unsupported",
        answer("<meta http-equiv='refresh' content='0;url=http://[bad'>"),
    ),
    Case(
        "a canonical address that is none",
        "live",
        answer(work(head="<link rel='canonical' href='http://[bad'>")),
        "The Ledger of Complaints in full",
    ),
    Case("to a scheme and no host, which is a relative address", "dead", to("http:mailed")),
    Case("to a mail address", ("unsupported", "refused"), to("mailto:editor@journal.example")),
    Case("a choice", "live", answer(work(), "300 Multiple Choices")),
    Case(
        "a slash added",
        "live",
        to("/reports/1999/ledger.html/", "301 Moved Permanently"),
        site={"/reports/1999/ledger.html/": WORK},
    ),
    Case(
        "upper case mended",
        ("live", "moved"),
        to("/reports/1999/Ledger.html", "301 Moved Permanently"),
        site={"/reports/1999/Ledger.html": WORK},
    ),
    Case("a circle", "dead", to("/reports/1999/ledger.html")),
    Case("a circle of two", "dead", to("/b"), site={"/b": to("/reports/1999/ledger.html")}),
    Case("nineteen hops", ("live", "moved"), to("/hop/1"), site=chain(19)),
    Case("a hundred hops", "dead", to("/hop/1"), site=chain(100)),
    Case("a cookie needed on the way", ("live", "moved"), cookie_gate(WORK), path="/gate"),
    Case(
        "to https",
        "live",
        to("https://HOST/reports/1999/ledger.html", "301 Moved Permanently"),
        site={"https": WORK},
    ),
    Case(
        "to another host",
        "moved",
        to("http://new-institute.example/ledger", "301 Moved Permanently"),
    ),
    Case(
        "to another host, whole site moved",
        "moved",
        to("http://new-institute.example/reports/1999/ledger.html", "301 Moved Permanently"),
    ),
    Case(
        "to another host, dead there",
        "dead",
        to("http://new-institute.example/nothing-here.html", "301 Moved Permanently"),
    ),
    Case(
        "a fragment carried over",
        "moved",
        to("/library/ledger", "301 Moved Permanently"),
        site={"/library/ledger": answer(work().replace("<h1>", "<h1 id='top-of-it'>"))},
        suffix="#top-of-it",
    ),
    Case(
        "a fragment of its own, into an application",
        ("live", "moved"),
        to("/#/reports/ledger"),
        site={
            "/": answer(
                "<html><head><title>Reports</title></head><body><div id=app></div><script src=/app.js></script></body></html>"
            )
        },
    ),
    Case(
        "meta, at once",
        "moved",
        answer(
            "<html><head><meta http-equiv='refresh' content='0; url=/library/ledger'></head></html>"
        ),
        site=MOVED,
    ),
    Case(
        "meta, after some seconds",
        "moved",
        answer(
            bare(
                "Moved",
                "<p>This page has moved. You will be taken there in 5 seconds.</p>",
                "<meta http-equiv='Refresh' content='5;URL=\"/library/ledger\"'>",
            )
        ),
        site=MOVED,
    ),
    Case(
        "meta in noscript beside a work",
        "live",
        answer(
            work(
                head="<noscript><meta http-equiv='refresh' content='0;url=/no-script.html'></noscript>"
            )
        ),
        site={"/no-script.html": answer(bare("No script", "<p>Please enable JavaScript.</p>"))},
    ),
    Case(
        "meta that reloads a live page",
        "live",
        answer(work(head="<meta http-equiv='refresh' content='300'>")),
    ),
    Case(
        "meta after a long while",
        "live",
        answer(work(head="<meta http-equiv='refresh' content='600;url=/'>")),
        site={"/": answer(site("Institute", "<h1>Welcome</h1>"))},
    ),
    Case("a refresh header", "moved", answer("", Refresh="0; url=/library/ledger"), site=MOVED),
    Case(
        "a script",
        "moved",
        answer(
            "<html><head><script type='text/javascript'>window.location = \"/library/ledger\";</script></head><body></body></html>"
        ),
        site=MOVED,
    ),
    Case(
        "a script that replaces",
        "moved",
        answer("<script>location.replace('/library/ledger')</script>"),
        site=MOVED,
    ),
    Case(
        "a script with a timer",
        "moved",
        answer(
            "<p>Moving…</p><script>setTimeout(function(){ document.location.href='/library/ledger'; }, 0);</script>"
        ),
        site=MOVED,
    ),
    Case(
        "a script in a long page is left alone",
        "live",
        answer(work(head="<script>function go(){ window.location.href='/shop'; }</script>")),
    ),
    Case(
        "to a login page",
        "login-or-paywall",
        to("/login?next=/reports/1999/ledger.html"),
        site={
            "/login*": answer(
                bare("Log in", "<form><input name=u><input type=password name=p></form>")
            )
        },
    ),
    Case(
        "to another host's login",
        "login-or-paywall",
        to("http://new-institute.example/idp/profile/SAML2/Redirect/SSO?x=1"),
    ),
    Case(
        "to a consent page",
        "blocked",
        to("/consent?return=/reports/1999/ledger.html"),
        site={
            "/consent*": answer(
                bare(
                    "Before you continue",
                    "<h1>Before you continue</h1><p>We use cookies and data to deliver our services. Accept all or reject all.</p><button>Accept all</button><button>Reject all</button>",
                )
            )
        },
    ),
    Case("a doi resolver", "live", url="https://doi.org/10.5555/ledger"),
    Case("a doi written short", "live", url="doi:10.5555/ledger"),
    Case("a doi nobody registered", "dead", url="https://doi.org/10.5555/none"),
    Case("a handle", "live", url="hdl:20.500/ledger"),
    Case("an arxiv number", "live", url="arXiv:1999.00001"),
    Case(
        "a number and a new slug",
        "moved",
        to("/news/81723/the-ledger-of-complaints", "301 Moved Permanently"),
        path="/news/81723/old-title",
        site={"/news/81723/the-ledger-of-complaints": WORK},
    ),
    Case(
        "the full text leads to its abstract",
        ("live", "moved"),
        to("/article/81723", "302 Found"),
        path="/article/81723/fulltext",
        site={
            "/article/81723": answer(
                work(head="<meta name='citation_title' content='The Ledger of Complaints'>")
            )
        },
    ),
    Case(
        "old and new edition under one title",
        ("live", "moved"),
        to("/books/ledger-2nd", "302 Found"),
        TITLE,
        site={"/books/ledger-2nd": answer(work("The Ledger of Complaints, Second Edition"))},
    ),
]
