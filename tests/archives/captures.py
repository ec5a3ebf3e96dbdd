"""What the archives of the tests hold: one page a case, named by what is the matter with it."""

from examples.demo.wayback import Capture

WORDS = (
    "The survey was carried out in three towns over two winters, and its authors spoke with four hundred people. "
    "They describe how police officers took bribes, how complaints were lost, and what became of those who made them. "
)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def page(title, body=WORDS * 4):
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>".encode()


def moved(url, timestamp, to):
    return Capture(url, timestamp, b"", "301 Moved Permanently", headers=(("Location", to),))


NOT_FOUND = page("Page not found", "Sorry, the page you are looking for cannot be found.")
LOGIN = b"<html><title>Log in</title><body><form><input type=password></form>Please log in.</body></html>"
SALE = page("a.example is for sale", "The domain a.example is for sale. Buy this domain.")

SITE = "http://a.example"
CAPTURES = [
    Capture(f"{SITE}/plain", "20100601120000", page("Plain")),
    Capture(f"{SITE}/plain", "20100714120000", NOT_FOUND, "404 Not Found"),
    Capture(f"{SITE}/plain", "20100720120000", page("Plain")),
    Capture(f"{SITE}/plain", "20160101000000", page("Plain, later")),
    Capture(f"{SITE}/revisit", "20050101000000", page("Revisited")),
    Capture(f"{SITE}/revisit", "20100716000000", page("Revisited")),
    Capture(f"{SITE}/soft", "20100716000000", NOT_FOUND),
    Capture(f"{SITE}/soft", "20120101000000", page("Soft")),
    Capture(f"{SITE}/wall", "20100716000000", LOGIN),
    Capture(f"{SITE}/wall", "20120101000000", page("Wall")),
    Capture(f"{SITE}/parked", "20100716000000", SALE),
    Capture(f"{SITE}/parked", "20090101000000", page("Not yet parked")),
    Capture(f"{SITE}/empty", "20100716000000", b""),
    Capture(f"{SITE}/empty", "20120101000000", page("Not empty")),
    Capture(f"{SITE}/report.pdf", "20100716000000", page("A viewer")),
    Capture(f"{SITE}/report.pdf", "20120101000000", PDF, kind="application/pdf"),
    Capture(f"{SITE}/tie", "20100711000000", page("Before")),
    Capture(f"{SITE}/tie", "20100722000000", page("After")),
    moved(f"{SITE}/moved", "20100716000000", "/new-place"),
    Capture(f"{SITE}/new-place", "20100716001000", page("New place")),
    Capture(f"{SITE}/moved", "20140101000000", page("Back again")),
    moved(f"{SITE}/late", "20100716000000", "/new-place-late"),
    Capture(f"{SITE}/new-place-late", "20190101000000", page("New place, late")),
    Capture(f"{SITE}/late", "20130101000000", page("Here again")),
    moved(f"{SITE}/round", "20100716000000", "/and-round"),
    moved(f"{SITE}/and-round", "20100716000000", "/round"),
    moved(f"{SITE}/nowhere", "20100716000000", "/never-captured"),
    moved(f"{SITE}/deep/page", "20100716000000", "/"),
    Capture(f"{SITE}/", "20100716000000", page("Front page")),
    Capture(f"{SITE}/deep/page", "20120101000000", page("Deep")),
    moved(f"{SITE}/members/report", "20100716000000", "/members/login"),
    Capture(f"{SITE}/members/login", "20100716000000", page("Members", "Enter.")),
    Capture(f"{SITE}/members/report", "20120101000000", page("Report")),
    moved(f"{SITE}/mailed", "20100716000000", "mailto:a@a.example"),
    Capture(f"{SITE}/caf%C3%A9?x=%2Fa b", "20100716000000", page("Coffee")),
    Capture(f"{SITE}/query?a=1&b=2", "20100716000000", page("Query")),
    Capture(f"{SITE}/%7Eperson/", "20100716000000", page("Person")),
    Capture("http://xn--bcher-kva.example/", "20100716000000", page("Books")),
    Capture(f"{SITE}/only-errors", "20100716000000", NOT_FOUND, "404 Not Found"),
    Capture(f"{SITE}/only-errors", "20110716000000", NOT_FOUND, "503 Service Unavailable"),
    Capture(
        f"{SITE}/changed-by-proxy",
        "20100716000000",
        page("By proxy"),
        "203 Non-Authoritative Information",
    ),
    Capture(f"{SITE}/in-part", "20100716000000", page("In part"), "206 Partial Content"),
    *(
        moved(f"{SITE}/hop/{n}", "20100716000000", f"{n + 1}" if n % 2 else f"/hop/{n + 1}")
        for n in range(10)
    ),
    Capture(f"{SITE}/hop/10", "20100717000000", page("At the end")),
    moved(f"{SITE}/far/0", "20100716000000", "../hop/0"),
    Capture(f"{SITE}/far/0", "20190101000000", page("Far later")),
    Capture(
        f"{SITE}/refreshed",
        "20100716000000",
        b'<html><head><meta http-equiv="refresh" content="0; url=/new-place"></head><body></body></html>',
    ),
    moved(f"{SITE}/both", "20100716000000", "/new-place"),
    Capture(f"{SITE}/both", "20100901000000", page("A page of its own")),
    Capture(
        f"{SITE}/survey",
        "20100716000000",
        page("Sergeants and shopkeepers of the northern provinces"),
    ),
]
