"""Alive, however oddly it is sent; and what looks like an error and is none."""

import gzip
import json
import zlib

from tests.web.cases import Case
from tests.web.pages import bare, links, prose, site, work
from tests.web.server import answer, drip

PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\6\0\0\0\x1f\x15\xc4\x89"


def live(name, here, title="", **more):
    return Case(name, "live", here, title, **more)


PLAIN = [
    live("a work under its title", answer(work()), "The Ledger of Complaints"),
    live("a work without a cited title", answer(work())),
    live("a pdf", answer(PDF, kind="application/pdf"), path="/reports/ledger.pdf"),
    live("a pdf called a page", answer(PDF, kind="text/html"), path="/reports/ledger.pdf"),
    live(
        "a pdf to be downloaded",
        answer(
            PDF, kind="application/octet-stream", Content_Disposition="attachment; filename=x.pdf"
        ),
    ),
    live("an image", answer(PNG, kind="image/png"), path="/map.png"),
    live("a picture called a page", answer(PNG * 40, kind="text/html")),
    live(
        "plain text",
        answer("Minutes of the meeting of 4 May.\nPresent: five members.\n", kind="text/plain"),
        path="/minutes.txt",
    ),
    live(
        "a table of figures",
        answer("year,entries\n1996,40\n1997,61\n", kind="text/csv"),
        path="/entries.csv",
    ),
    live(
        "a record in json",
        answer(json.dumps({"id": 7, "title": "Ledger", "errors": []}), kind="application/json"),
        path="/api/records/7",
    ),
    live(
        "a record in xml",
        answer(
            "<?xml version='1.0'?><record><title>Ledger</title></record>", kind="application/xml"
        ),
        path="/oai/7.xml",
    ),
    live("a film", answer(b"\0\0\0\x18ftypmp42" + b"\0" * 400, kind="video/mp4"), path="/film.mp4"),
    live(
        "an archive of files",
        answer(b"PK\x03\x04" + b"\0" * 200, kind="application/zip"),
        path="/data.zip",
    ),
    live(
        "a drawing",
        answer(
            "<svg xmlns='http://www.w3.org/2000/svg'><title>Map</title><rect/></svg>",
            kind="image/svg+xml",
        ),
        path="/map.svg",
    ),
    Case("no content", "soft-404", b"HTTP/1.1 204 No Content\r\n\r\n"),
    live(
        "part of the content",
        answer(work(), "206 Partial Content", Content_Range="bytes 0-9999/10000"),
    ),
    Case(
        "not modified, though nobody asked",
        "transient",
        b'HTTP/1.1 304 Not Modified\r\nETag: "a"\r\n\r\n',
    ),
    live("non-authoritative", answer(work(), "203 Non-Authoritative Information")),
    live("an old version of http", b"HTTP/1.0 200 OK\r\n\r\n" + work().encode()),
    live("no content type", answer(work(), kind="")),
    live("a wrong content type", answer(work(), kind="application/x-unknown")),
    live("a page sent as plain text", answer(work(), kind="text/plain")),
    live(
        "upper-case tags and no structure",
        answer("<HTML><TITLE>Ledger</TITLE><BODY><H1>Ledger</H1>" + prose(5) + "</BODY></HTML>"),
    ),
    live(
        "xhtml",
        answer("<?xml version='1.0' encoding='utf-8'?>" + work(), kind="application/xhtml+xml"),
    ),
    live(
        "the front page itself",
        answer(site("Institute for Rural Studies", "<h1>Welcome</h1><p>We study rural life.</p>")),
        path="/",
    ),
    live(
        "the front page of a site that answers anything",
        answer(site("Institute", "<h1>Welcome</h1>")),
        path="/",
        site={"/*": answer(site("Institute", "<h1>Welcome</h1>"))},
    ),
    live(
        "a frame set",
        answer(
            "<html><head><title>Ledger</title></head><frameset cols='20%,80%'><frame src='menu.html'><frame src='main.html'></frameset></html>"
        ),
    ),
    live(
        "an application made by script",
        answer(
            "<!doctype html><html><head><title>Data portal</title><script type=module src='/assets/index-4f2a.js'></script></head><body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
        ),
    ),
]

TRAPS = [
    live("an article about missing pages", answer(work("How to Write a Good 404 Page", 14))),
    live(
        "an article titled 404 not found",
        answer(work("404 Not Found: The Short Life of Web Sources", 14)),
    ),
    live(
        "an encyclopedia on http 404",
        answer(
            site(
                "HTTP 404 - Open Encyclopedia",
                "<h1>HTTP 404</h1><p>In computer network communications, the 404 Not Found error message is a standard response code. The page you requested could not be found is a common wording.</p>"
                + prose(15),
            )
        ),
    ),
    live(
        "a novel called page not found",
        answer(
            site(
                "Page Not Found – a novel by R. Amato",
                "<h1>Page Not Found</h1><p>A novel. 312 pages. Winner of the city prize.</p>"
                + prose(9),
            )
        ),
    ),
    live("trial and error", answer(work("Trial and Error in Village Credit"))),
    live("an error in the law", answer(work("Error"), path="/law/error")),
    live(
        "errors of measurement",
        answer(
            bare(
                "Standard Error",
                "<h1>Standard Error</h1><p>The standard error of the mean is the standard deviation divided by the root of the sample size.</p>",
            )
        ),
    ),
    live("missing persons", answer(work("Missing: The Disappeared of the Delta"))),
    live("lost", answer(work("Lost and Found: Papers of a Vanished Office"))),
    live("no longer available", answer(work("No Longer Available: Water in the Upper Valley"))),
    live("a work called gone", answer(work("Gone"))),
    live("nothing found", answer(work("Nothing Found Here Is Ours: Objects in Colonial Museums"))),
    live("errata", answer(bare("Errata", "<p>Page 12, line 3: for 1987 read 1978.</p>"))),
    live(
        "a very short page",
        answer(bare("Ledger, p. 4", "<p>Entry 17: two hens and a bicycle.</p>")),
    ),
    live("a very short page without a title", answer("<p>Entry 17: two hens and a bicycle.</p>")),
    live(
        "one picture and a caption",
        answer(bare("Plate 9", "<img src='9.jpg'><p>The clerk at his desk, 1998.</p>")),
    ),
    live(
        "a listing of a folder",
        answer(
            "<html><head><title>Index of /reports/1999</title></head><body><h1>Index of /reports/1999</h1><pre><a href='../'>Parent Directory</a>\n<a href='a.pdf'>a.pdf</a> 12-May-1999 10:02 81K\n</pre></body></html>"
        ),
        path="/reports/1999/",
    ),
    live(
        "a list of links and no prose",
        answer(
            site(
                "Publications",
                "<h1>Publications</h1>" + links([f"Report no. {i}" for i in range(60)]),
            )
        ),
        path="/publications/all",
    ),
    live(
        "fehler in german",
        answer(
            site(
                "Fehlerkultur in der Verwaltung",
                "<h1>Fehlerkultur in der Verwaltung</h1>" + prose(8, "de"),
                lang="de",
            )
        ),
    ),
    live(
        "not found in german, a novel",
        answer(
            site(
                "Nicht gefunden. Roman | Verlag",
                "<h1>Nicht gefunden</h1><p>Roman, 240 Seiten, gebunden.</p>" + prose(9, "de"),
                lang="de",
            )
        ),
    ),
    live(
        "introuvables in french",
        answer(
            site(
                "Les introuvables : livres rares du XVIIIe siècle",
                "<h1>Les introuvables</h1>" + prose(8, "fr"),
                lang="fr",
            )
        ),
    ),
    live(
        "erreur in french",
        answer(
            site(
                "L'erreur judiciaire en province",
                "<h1>L'erreur judiciaire en province</h1>" + prose(8, "fr"),
                lang="fr",
            )
        ),
    ),
    live(
        "perdida in spanish",
        answer(
            site(
                "La página perdida",
                "<h1>La página perdida</h1><p>Cuento.</p>" + prose(6, "es"),
                lang="es",
            )
        ),
    ),
    live(
        "fouten in dutch",
        answer(
            site(
                "Fouten van de griffier",
                "<h1>Fouten van de griffier</h1>" + prose(6, "nl"),
                lang="nl",
            )
        ),
    ),
    live(
        "errore in italian",
        answer(
            site(
                "L'errore del cancelliere",
                "<h1>L'errore del cancelliere</h1>" + prose(6, "it"),
                lang="it",
            )
        ),
    ),
    live(
        "a japanese page",
        answer(site("苦情の帳簿", "<h1>苦情の帳簿</h1>" + prose(9, "ja"), lang="ja")),
    ),
    live(
        "a chinese page", answer(site("投诉账簿", "<h1>投诉账簿</h1>" + prose(9, "zh"), lang="zh"))
    ),
    live(
        "an arabic page",
        answer(site("سجل الشكاوى", "<h1>سجل الشكاوى</h1>" + prose(8, "ar"), lang="ar")),
    ),
    live(
        "a russian page",
        answer(site("Книга жалоб", "<h1>Книга жалоб</h1>" + prose(9, "ru"), lang="ru")),
    ),
    live(
        "a page that says elsewhere that something was not found",
        answer(
            site(
                "Survey of Wells",
                "<h1>Survey of Wells</h1>"
                + prose(9)
                + "<p>In two villages no well was found, and the page of the register is missing.</p>",
            )
        ),
    ),
    live(
        "an article on domains for sale",
        answer(work("This Domain Is for Sale: The Trade in Expired Names", 14)),
    ),
    live(
        "an article on parked domains",
        answer(
            site(
                "Parked domains and what they earn",
                "<h1>Parked domains and what they earn</h1><p>A parked domain is a registered name without a site. Lander pages say buy this domain and list related searches.</p>"
                + prose(14),
            )
        ),
    ),
    live(
        "an article on casinos",
        answer(
            site(
                "Casino Gambling and Town Budgets",
                "<h1>Casino Gambling and Town Budgets</h1><p>Casinos, slot machines and betting shops pay a levy. We ask what poker rooms and roulette tables brought to four towns, and what gambling took from them.</p>"
                + prose(14),
            )
        ),
    ),
    live(
        "a pharmacy journal",
        answer(
            site(
                "Pharmacy Practice 12(3): Access to generic sildenafil (Viagra)",
                "<h1>Access to generic sildenafil (Viagra)</h1><p>Pharmacy students were asked about Viagra and Cialis prescriptions.</p>"
                + prose(9),
            )
        ),
    ),
    live("an article on captchas", answer(work("Are You a Robot? How Captchas Sort People", 14))),
    live("just a moment, an essay", answer(work("Just a Moment", 14))),
    live(
        "a contact form with a captcha",
        answer(
            bare(
                "Order a print",
                "<h1>Order a print of plate 9</h1><p>Prints cost 12 euros with postage. Write to the archive with the number of the plate and your address, and we send an invoice.</p><form><input name=n><textarea></textarea><div class='g-recaptcha' data-sitekey='x'></div></form><script src='https://www.google.com/recaptcha/api.js'></script>",
            )
        ),
    ),
    live(
        "a page behind cloudflare that is well",
        answer(
            work(head="<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
            Server="cloudflare",
            CF_RAY="1-FRA",
        ),
    ),
    live("maintenance of bridges", answer(work("Scheduled Maintenance of River Bridges"))),
    live("an essay on the login", answer(work("Sign In: A Social History of the Password", 14))),
    live(
        "a work with a small login box",
        answer(
            site(
                "The Ledger of Complaints",
                "<form class='login'><label>Log in</label><input name=u><input type=password name=p></form><article><h1>The Ledger of Complaints</h1>"
                + prose(12)
                + "</article>",
            )
        ),
    ),
    live(
        "how to set up nginx",
        answer(
            site(
                "Welcome to nginx: setting up a web server",
                "<h1>Welcome to nginx</h1><p>If you see the page Welcome to nginx!, the server is installed and working.</p>"
                + prose(14),
            )
        ),
    ),
    live(
        "a cookie banner over a short work",
        answer(
            site(
                "Plate 9",
                "<h1>Plate 9</h1><p>The clerk at his desk, 1998. Gelatin silver print.</p>",
            )
        ),
    ),
    live(
        "a work whose site answers anything with a page for errors",
        answer(work()),
        "",
        site={"/*": answer(site("Page not found", "<h1>Page not found</h1><p>Sorry.</p>"))},
    ),
    live(
        "a work on a site that answers 200 to all with its front page",
        answer(work()),
        "",
        site={
            "/*": answer(
                site("Institute for Rural Studies", "<h1>Welcome</h1><p>We study rural life.</p>")
            )
        },
    ),
    live(
        "a search that found something",
        answer(
            site(
                "Search results for ledger",
                "<h1>Search results</h1><p>12 results for “ledger”</p>"
                + links(RELATED[:12] if (RELATED := [f"Ledger {i}" for i in range(12)]) else []),
            )
        ),
        path="/search?q=ledger",
    ),
    live(
        "an article of a paper with a teaser wall",
        answer(
            site(
                "The ledger nobody read",
                "<article><h1>The ledger nobody read</h1>"
                + prose(3)
                + "<div class='paywall'>Subscribe to continue reading. Already a subscriber? Log in.</div></article>",
            )
        ),
        "The ledger nobody read",
    ),
    live(
        "an abstract with access options",
        answer(
            site(
                "The Ledger of Complaints | Journal of Rural Studies",
                "<h1>The Ledger of Complaints</h1><h2>Abstract</h2>"
                + prose(4)
                + "<h2>Get access</h2><p>Purchase PDF. Rent this article. Log in via your institution.</p>",
                head="<meta name='citation_title' content='The Ledger of Complaints'><meta name='citation_author' content='Amato, R.'>",
            )
        ),
    ),
    live(
        "a record of a library",
        answer(
            site(
                "Ledger of complaints - Catalogue",
                "<h1>Ledger of complaints</h1><dl><dt>Author</dt><dd>Amato, R.</dd><dt>Year</dt><dd>2004</dd><dt>Availability</dt><dd>Not available for loan</dd></dl>",
            )
        ),
    ),
    live(
        "a withdrawn product page that still describes it",
        answer(
            site(
                "Ledger pad A4",
                "<h1>Ledger pad A4</h1><p>This item is no longer available in our shop. 120 pages, sewn, grey boards, printed in Leiden in 2004 for the provincial administration. The pad was used by clerks in all nine districts.</p>"
                + prose(6),
            )
        ),
    ),
]

WIRE = [
    live(
        "longer announced than sent",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999999\r\n\r\n"
        + work().encode(),
    ),
    live(
        "shorter announced than sent",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n"
        + work().encode(),
    ),
    live(
        "chunks that break off",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n4000\r\n"
        + work().encode()[:9000],
    ),
    live(
        "chunk sizes that are none",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
        + work().encode(),
    ),
    live(
        "both lengths",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"5\r\n<h1>L\r\n8\r\nedger...\r\n0\r\n\r\n",
    ),
    live("gzip that is none", answer(work(), Content_Encoding="gzip")),
    live("gzip cut short", answer(gzip.compress(work().encode())[:-400], Content_Encoding="gzip")),
    live(
        "gzip twice",
        answer(gzip.compress(gzip.compress(work().encode())), Content_Encoding="gzip, gzip"),
    ),
    live("gzip unannounced", answer(gzip.compress(work().encode()), kind="application/gzip")),
    live(
        "deflate without a wrapper",
        answer(zlib.compress(work().encode())[2:-4], Content_Encoding="deflate"),
    ),
    live(
        "a bomb",
        answer(gzip.compress(b"<title>Big</title>" + b"a " * 20_000_000), Content_Encoding="gzip"),
    ),
    live("an unknown coding", answer(work(), Content_Encoding="x-own")),
    live(
        "a header with a bad byte",
        b"HTTP/1.1 200 OK\r\nX-Na\xefve: caf\xe9\r\nBad Header\0: x\r\nContent-Type: text/html\r\n\r\n"
        + work().encode(),
    ),
    live(
        "a very large header",
        b"HTTP/1.1 200 OK\r\nX-Big: "
        + b"a" * 60_000
        + b"\r\nContent-Type: text/html\r\n\r\n"
        + work().encode(),
    ),
    live("bare line feeds", b"HTTP/1.1 200 OK\nContent-Type: text/html\n\n" + work().encode()),
    live(
        "a status line without a reason",
        b"HTTP/1.1 200\r\nContent-Type: text/html\r\n\r\n" + work().encode(),
    ),
    live("nul bytes within", answer(work().replace("ledger", "led\0ger"))),
    live(
        "a byte order mark", answer(b"\xef\xbb\xbf" + work().encode()), "The Ledger of Complaints"
    ),
    live("utf-16", answer(work().encode("utf-16"), kind="text/html"), "The Ledger of Complaints"),
    live(
        "utf-16 without a mark",
        answer(work().encode("utf-16-le"), kind="text/html"),
        "The Ledger of Complaints",
    ),
    live(
        "latin-1 called utf-8",
        answer(work("Café Ledger").encode("latin-1", "replace"), kind="text/html; charset=utf-8"),
    ),
    live(
        "utf-8 called latin-1",
        answer(work("Café Ledger"), kind="text/html; charset=iso-8859-1"),
        "Café Ledger",
    ),
    live(
        "a charset that is none",
        answer(work("Café Ledger"), kind="text/html; charset=x-nonsense"),
        "Café Ledger",
    ),
    live(
        "shift-jis",
        answer(
            site("苦情の帳簿", "<h1>苦情の帳簿</h1>" + prose(9, "ja"))
            .replace("utf-8", "shift_jis")
            .encode("shift_jis", "replace"),
            kind="text/html",
        ),
        "苦情の帳簿",
    ),
    live(
        "windows-1251",
        answer(
            site("Книга жалоб", "<h1>Книга жалоб</h1>" + prose(9, "ru"))
            .replace("utf-8", "windows-1251")
            .encode("cp1251", "replace"),
            kind="text/html; charset=windows-1251",
        ),
        "Книга жалоб",
    ),
    live("a drip", drip),
]

BODY = work().encode()
ODD = [
    live(
        "hints sent early",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n" + answer(work()),
    ),
    live("a continue that nobody waited for", b"HTTP/1.1 100 Continue\r\n\r\n" + answer(work())),
    live("a version in small letters", answer(work()).replace(b"HTTP/1.1", b"http/1.1", 1)),
    live("a version of tomorrow", answer(work()).replace(b"HTTP/1.1", b"HTTP/2", 1)),
    live(
        "a folded header",
        b"HTTP/1.1 200 OK\r\nX-Long: one\r\n  two\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b"
        % (len(BODY), BODY),
    ),
    live(
        "a header without a colon",
        b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Type: text/html\r\n\r\n" + BODY,
    ),
    live("a blank before the colon", b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\n\r\n" + BODY),
    live(
        "two lengths that agree",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\nContent-Length: %d\r\n\r\n%b"
        % (len(BODY), len(BODY), BODY),
    ),
    live(
        "two lengths that do not",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\nContent-Length: %d\r\n\r\n%b"
        % (len(BODY), BODY),
    ),
    live(
        "a length that is no number",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: many\r\n\r\n" + BODY,
    ),
    live(
        "chunks with extensions and a trailer",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x;name=value\r\n%b\r\n0\r\nX-Sum: 1\r\n\r\n"
        % (len(BODY), BODY),
    ),
    live(
        "identity as a coding",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: identity\r\n\r\n" + BODY,
    ),
    live("blank lines before the status", b"\r\n\r\n" + answer(work())),
    live(
        "a session cookie of odd make",
        answer(work(), Set_Cookie='a="\\303\\251"; expires=never; SameSite=What'),
    ),
    live(
        "gzip of an empty page with a picture",
        answer(gzip.compress(b"<title>Plate</title><img src=a.png>"), Content_Encoding="gzip"),
    ),
    live(
        "a reason of many words",
        answer(work()).replace(b"200 OK", b"200 " + b"very well indeed " * 40, 1),
    ),
]

CASES = PLAIN + TRAPS + WIRE + ODD
