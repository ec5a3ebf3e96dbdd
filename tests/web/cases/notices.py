"""Notices of every kind: moved by hand, expired sessions, missing pictures, quotas; a fifth set."""

from tests.web.cases import Case
from tests.web.cases.everyday import LOREM, html, menu
from tests.web.cases.platforms import around
from tests.web.pages import bare, links, prose, site
from tests.web.server import answer

HOME = answer(
    site(
        "Institute for Rural Studies",
        "<h1>Welcome to the Institute</h1>" + links(["People", "Projects"]),
    )
)


def case(name, state, page, title="", **more):
    here = page if isinstance(page, bytes) else answer(page)
    return Case(f"notice: {name}", state, here, title, **more)


def to(location, status="302 Found"):
    return answer("", status, Location=location)


CASES = [
    case(
        "moved, with a link",
        "live",
        menu(
            "Page moved",
            "<h1>This page has moved</h1>",
            "This page has moved to <a href='/new/ledger.html'>a new address</a>. Please update your bookmarks.",
        ),
    ),
    case(
        "moved, in german",
        "live",
        menu(
            "Umgezogen",
            "<h1>Diese Seite ist umgezogen</h1>",
            "Unsere neue Adresse ist <a href='http://new-institute.example/'>new-institute.example</a>.",
            lang="de",
        ),
    ),
    case(
        "moved or gone, nobody knows",
        "soft-404",
        menu(
            "Page not found",
            "<h1>Page not found</h1>",
            "The page may have moved to a new address, or it may have been deleted.",
        ),
    ),
    case(
        "a session that expired",
        "soft-404",
        html("Session expired", "<h1>Your session has expired</h1>", "Please start a new search."),
    ),
    case(
        "a picture that is missing",
        "live",
        around(
            "Ledger | Museum",
            "<h1>Ledger</h1><h2>Image not available</h2><p>Leather and paper, 1780. Gift of the clerk's family.</p>",
        ),
    ),
    case(
        "a full text that is missing",
        "live",
        around(
            "Ledgers and Law - Repository",
            "<h1>Ledgers and Law</h1><h2>Abstract</h2><p>We count entries in nine ledgers.</p><h3>File not available</h3><p>Ask the author for a copy.</p>",
        ),
    ),
    case(
        "comments that are gone",
        "live",
        around(
            "Weirs",
            "<h1>Weirs</h1><p>Three weirs were built in May.</p><h3>Comments</h3><p>No comments found.</p>",
        ),
    ),
    case(
        "a blog that was removed",
        "soft-404",
        bare(
            "Blog not found",
            "<h1>Sorry, this blog has been removed</h1><p>This address is not available for new blogs.</p>",
        ),
    ),
    case(
        "a blog that never was",
        "soft-404",
        bare(
            "oldjournal.example",
            "<h1>oldjournal.example doesn’t exist</h1><p>Do you want to register it?</p>",
        ),
    ),
    case(
        "a copy that an archive does not have",
        "soft-404",
        bare("Wayback", "<h1>Hrm.</h1><p>The archive has not archived that URL.</p>"),
    ),
    case(
        "an encyclopedia without the article",
        "soft-404",
        around(
            "Ledger of complaints - Encyclopedia",
            "<h1>Ledger of complaints</h1><p>The encyclopedia does not have an article with this exact name. Please search for it.</p>",
        ),
    ),
    case(
        "a drive that asks for access",
        "login-or-paywall",
        bare(
            "Request access",
            "<h1>You need access</h1><p>Ask for access, or switch to an account with access.</p>",
        ),
    ),
    case(
        "a network that wants one to log in",
        "login-or-paywall",
        bare(
            "Log into River",
            "<h1>You must log in to continue.</h1><form><input name=e><input type=password></form>",
        ),
    ),
    case(
        "too many at 200",
        "transient",
        bare("Rate limit exceeded", "<h1>Rate limit exceeded</h1><p>Please try again later.</p>"),
    ),
    case(
        "bandwidth used up",
        "transient",
        bare(
            "509 Bandwidth Limit Exceeded",
            "<h1>Bandwidth Limit Exceeded</h1><p>The server is temporarily unable to service your request due to the site owner reaching his/her bandwidth limit. Please try again later.</p>",
        ),
    ),
    case(
        "to the front page with a trace",
        "soft-404",
        to("/?utm_source=redirect"),
        site={"/?utm_source=redirect": HOME},
    ),
    case(
        "to the front page with a complaint",
        "soft-404",
        to("/?error=notfound"),
        site={"/?error=notfound": HOME},
    ),
    case(
        "to the front page with a number that is the page",
        ("live", "moved"),
        to("/?p=81723"),
        site={"/?p=81723": answer(around("Ledgers", "<h1>Ledgers</h1>" + prose(6)))},
    ),
    case(
        "to the site map",
        "soft-404",
        to("/sitemap.html"),
        site={
            "/sitemap.html": answer(menu("Site map", "<h1>Site map</h1>", links(["A", "B", "C"])))
        },
    ),
    case(
        "to a place named after the page",
        "moved",
        to("http://new-institute.example/ledger", "301 Moved Permanently"),
        path="/ledger",
    ),
    case(
        "sent on after fifteen seconds",
        "moved",
        html(
            "Moved",
            "This page has moved. You will be sent on in 15 seconds.",
            head="<meta http-equiv='refresh' content='15; url=/library/ledger'>",
        ),
        site={"/library/ledger": answer(around("Ledgers", "<h1>Ledgers</h1>" + prose(6)))},
    ),
    case(
        "an office that is closed",
        "live",
        menu(
            "Reading room closed",
            "<h1>Reading room closed</h1>",
            "The reading room is closed until further notice. Letters are answered.",
        ),
    ),
    case(
        "a form that is closed",
        "live",
        menu(
            "Call for papers",
            "<h1>Call for papers</h1>",
            "Submissions are closed. The programme follows in May.",
        ),
    ),
    case(
        "a work out of print",
        "live",
        menu("The Ledger", "<h1>The Ledger</h1>", "Out of print. 312 pages, cloth. Leiden 1999."),
        "The Ledger of the Clerks",
    ),
    case(
        "unavailable, a poem",
        "live",
        menu(
            "Unavailable",
            "<h1>Unavailable</h1>",
            "I called the number on the door,",
            "and no one came, and no one swore,",
            "and in the ledger not a line",
            "to say the missing boat was mine.",
        ),
    ),
    case(
        "a note on a dead link",
        "live",
        menu(
            "Errata to chapter 3",
            "<h1>Errata to chapter 3</h1>",
            "Note 12: the page cited there has been removed by the council; see the copy in the archive. "
            + LOREM,
        ),
    ),
    case(
        "a search form that was cited",
        "live",
        menu(
            "Catalogue search",
            "<h1>Catalogue search</h1>",
            "<form><input name=q><button>Search</button></form>",
            "Enter a title or a name.",
        ),
        path="/catalogue/search.html",
    ),
    case(
        "a gallery",
        "live",
        menu("Gallery", "<h1>Gallery</h1>", "".join(f"<img src='{n}.jpg'>" for n in range(20))),
    ),
    case(
        "a map drawn by script",
        "live",
        "<html><head><title>Map of weirs</title></head><body><canvas id='map'></canvas><script src='/map.js'></script></body></html>",
    ),
    case(
        "a redirect to the same place with a session",
        "live",
        to("/reports/1999/ledger.html;jsessionid=AB12"),
        site={
            "/reports/1999/ledger.html;jsessionid=AB12": answer(
                around("Ledgers", "<h1>Ledgers</h1>" + prose(6))
            )
        },
    ),
    case(
        "a film archive's error page",
        "soft-404",
        menu(
            "Page not found | Film & Book History Guide", "<h1>Page not found</h1>", "Try the menu."
        ),
    ),
    case(
        "a host's own name beside the message",
        "soft-404",
        html(
            "journal.example - Page not found", "<h1>Page not found - journal.example</h1>", LOREM
        ),
    ),
    case(
        "a film called page not found",
        "live",
        menu(
            "Page not found, a film by P. Lindqvist",
            "<h1>Page not found</h1>",
            "A film by P. Lindqvist. 12 minutes, 1998.",
        ),
    ),
]
