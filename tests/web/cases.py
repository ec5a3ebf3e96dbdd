"""One case a state of a link: what the loopback web does, what was cited, and what must be said."""

import gzip
from dataclasses import dataclass, field

from tests.web.server import answer, drip, reset, silence

WORDS = (
    "The survey was carried out in three towns over two winters, and its authors spoke with four hundred people. "
    "They describe how police officers took bribes, how complaints were lost, and what became of those who made them. "
    "A second part sets out the law and a third what might be done, with tables, a map and a list of sources. "
)
NAV = "<nav>Home About News Contact</nav>"


def page(title, body=WORDS * 3, head=""):
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{NAV}<h1>{title}</h1><p>{body}</p></body></html>"


@dataclass(frozen=True)
class Case:
    """One address."""

    name: str
    state: str
    behaviour: object
    title: str = ""
    more: dict = field(default_factory=dict)
    path: str = ""
    suffix: str = ""


def to(location, status="302 Found"):
    return answer("", status, Location=location)


CASES = [
    Case(
        "a page with its title",
        "live",
        answer(page("Rights in the Street")),
        "Rights in the Street",
    ),
    Case("a page without a cited title", "live", answer(page("A quiet page"))),
    Case(
        "a short but valid page",
        "live",
        answer("<title>Errata</title><p>Page 12, line 3: for 1987 read 1978.</p>"),
    ),
    Case("a pdf", "live", answer(b"%PDF-1.4 nothing more", kind="application/pdf")),
    Case("an image", "live", answer(b"\x89PNG\r\n\x1a\n....", kind="image/png")),
    Case("plain text", "live", answer("A plain file of notes.", kind="text/plain")),
    Case("no content type", "live", answer(page("Untyped"), kind="")),
    Case("no content", "live", b"HTTP/1.1 204 No Content\r\n\r\n"),
    Case(
        "an article about missing pages",
        "live",
        answer(page("How to write a good 404 page", "A page not found is a chance. " + WORDS * 4)),
    ),
    Case("a title with error in it", "live", answer(page("Trial and Error in Development Aid"))),
    Case("a title with lost in it", "live", answer(page("The Lost Archive of Lisbon"))),
    Case("a page in http 1.0", "live", b"HTTP/1.0 200 OK\r\n\r\n" + page("Old server").encode()),
    Case(
        "a body shorter than announced",
        "live",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n"
        + page("Cut").encode(),
    ),
    Case(
        "chunks that break off",
        "live",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n"
        + page("Chunks").encode()[:900],
    ),
    Case(
        "headers that break the rules",
        "live",
        b"HTTP/1.1 200 OK\r\nBad Header\0: x\r\nContent-Type: text/html\r\n\r\n"
        + page("Odd headers").encode(),
    ),
    Case("text sent as gzip that is not", "live", answer(page("Plain"), Content_Encoding="gzip")),
    Case(
        "gzip twice",
        "live",
        answer(gzip.compress(gzip.compress(page("Twice").encode())), Content_Encoding="gzip, gzip"),
    ),
    Case(
        "utf-16",
        "live",
        answer(page("Sixteen bits").encode("utf-16"), kind="text/html"),
        "Sixteen bits",
    ),
    Case(
        "a wrong charset",
        "live",
        answer(page("Caf\u00e9 culture").encode(), kind="text/html; charset=x-nonsense"),
        "Café culture",
    ),
    Case("a drip", "live", drip),
    Case(
        "an anchor that is there",
        "live",
        answer(page("Anchors", WORDS * 3 + "<a id='three'></a>")),
        suffix="#three",
    ),
    Case(
        "an anchor that is not",
        "fragment-missing",
        answer(page("Anchors", WORDS * 3 + "<a id='three'></a>")),
        suffix="#four",
    ),
    Case("words that are there", "live", answer(page("Text")), suffix="#:~:text=took%20bribes"),
    Case(
        "moved for good",
        "moved",
        to("/m/new-home.html", "301 Moved Permanently"),
        "",
        {"/m/new-home.html": answer(page("New home"))},
    ),
    Case(
        "found elsewhere for now",
        "live",
        to("/t/elsewhere.html"),
        "",
        {"/t/elsewhere.html": answer(page("Elsewhere"))},
    ),
    Case(
        "sent on by a meta element",
        "moved",
        answer("<meta http-equiv='refresh' content='0; url=/meta/target.html'>"),
        "",
        {"/meta/target.html": answer(page("Target"))},
    ),
    Case(
        "sent on by a script",
        "moved",
        answer("<script>window.location.href = '/script/target.html';</script>"),
        "",
        {"/script/target.html": answer(page("Target"))},
    ),
    Case("not found", "dead", answer("<h1>Not found</h1>", "404 Not Found")),
    Case("gone", "dead", answer("", "410 Gone")),
    Case("a circle", "dead", to("/a-circle")),
    Case("withheld by law", "blocked", answer("", "451 Unavailable")),
    Case("forbidden", "blocked", answer("<h1>Forbidden</h1>", "403 Forbidden")),
    Case("999", "blocked", answer("", "999 Denied")),
    Case(
        "a challenge at 403",
        "blocked",
        answer("<title>Just a moment...</title>", "403 Forbidden", cf_mitigated="challenge"),
    ),
    Case(
        "a challenge at 503",
        "blocked",
        answer(
            "<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x'></script>",
            "503 Unavailable",
        ),
    ),
    Case(
        "a challenge at 200",
        "blocked",
        answer("<title>Are you a robot?</title><div class='g-recaptcha'></div>"),
    ),
    Case("a server fault", "transient", answer("oops", "500 Internal Server Error")),
    Case("too many", "transient", answer("", "429 Too Many Requests", Retry_After="86400")),
    Case(
        "maintenance at 200",
        "transient",
        answer("<title>Maintenance</title><p>This site is down for scheduled maintenance.</p>"),
    ),
    Case("reset", "transient", reset),
    Case("silence", "transient", silence),
    Case("not http", "transient", b"SSH-2.0-OpenSSH_9.2\r\n"),
    Case(
        "not found at 200",
        "soft-404",
        answer(page("Page not found", "Sorry, we cannot find that page.")),
    ),
    Case(
        "seite nicht gefunden",
        "soft-404",
        answer(page("Seite nicht gefunden", "Leider gibt es diese Seite nicht.")),
    ),
    Case(
        "page introuvable",
        "soft-404",
        answer(page("Page introuvable", "La page demandée n'existe pas.")),
    ),
    Case("página no encontrada", "soft-404", answer(page("Página no encontrada", "Lo sentimos."))),
    Case("страница не найдена", "soft-404", answer(page("Страница не найдена", "К сожалению."))),
    Case("ページ", "soft-404", answer(page("ページが見つかりません", "申し訳ありません。"))),
    Case("页面不存在", "soft-404", answer(page("页面不存在", "抱歉。"))),
    Case("an empty page", "soft-404", answer("")),
    Case("a json error", "soft-404", answer('{"error": "not found"}', kind="application/json")),
    Case(
        "one page for everything",
        "soft-404",
        answer(page("Welcome to our new site")),
        "",
        {"/all/*": answer(page("Welcome to our new site"))},
        path="/all/report.html",
    ),
    Case(
        "to the front page",
        "soft-404",
        to("/"),
        "",
        {"/": answer(page("Our organisation"))},
        path="/deep/er/report.html",
    ),
    Case(
        "to a search page",
        "soft-404",
        to("/search?q=report"),
        "",
        {"/search*": answer(page("Search results"))},
    ),
    Case(
        "to the section",
        "soft-404",
        to("/section/reports/"),
        "",
        {"/section/reports/": answer(page("All reports"))},
        path="/section/reports/2009/x.html",
    ),
    Case(
        "for sale",
        "parked",
        answer("<title>oldjournal.example is for sale</title><p>Buy this domain.</p>"),
    ),
    Case(
        "a default server page",
        "parked",
        answer(
            "<title>Welcome to nginx!</title><h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p>"
        ),
    ),
    Case(
        "a casino",
        "parked",
        answer(
            page(
                "Best Online Casino Slots", "Casino slots poker betting jackpot casino bonus. " * 20
            )
        ),
    ),
    Case(
        "another work",
        "drifted",
        answer(
            page(
                "Garden furniture for small balconies",
                "Chairs, tables and umbrellas in all colours. " * 20,
            )
        ),
        "The Trafficking of Women across the Burmese Border",
    ),
    Case(
        "a log-in form",
        "login-or-paywall",
        answer("<title>Sign in</title><form><input type=password></form>"),
    ),
    Case(
        "to a log-in page",
        "login-or-paywall",
        to("/login?next=x"),
        "",
        {"/login*": answer("<title>Log in</title><form><input type=password></form>")},
    ),
    Case(
        "a paywall over the title",
        "live",
        answer(page("Rights in the Street", "Subscribe to continue reading. " + WORDS)),
        "Rights in the Street",
    ),
    Case("to a private address", "refused", to("http://10.1.2.3/secret")),
]


def slug(case):
    return (
        case.path
        or "/"
        + case.name.encode("ascii", "ignore").decode().strip().replace(" ", "-")
        + f"-{sum(map(ord, case.name))}"
        if case.name != "a circle"
        else "/a-circle"
    )
