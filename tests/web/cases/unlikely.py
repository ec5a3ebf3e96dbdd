"""Living pages whose words, names or redirects look like those of pages that are gone; each beside a true one."""

from tests.web.cases import Case
from tests.web.cases.redirects import WORK, to
from tests.web.pages import bare, work
from tests.web.server import answer

JSON = "application/json"
XML = "text/xml"


def page(title, text, heading=""):
    return answer(bare(title, f"<h1>{heading or title}</h1>{text}"))


CASES = [
    # Works that are called what error pages say, with a year as catalogues have it.
    Case("a record by this name", "live", page("Not Found", "<p>Album by The Missing Pages, 2009.</p><ol><li>Error</li></ol>")),
    Case("an exhibition by this name", "live", page("Seite nicht gefunden", "<p>Ausstellung, Kunsthalle Bern, 12. Mai bis 3. Juni 2012. Eintritt frei.</p>")),
    Case("a novel by this name", "live", page("La page introuvable", "<p>Roman de Paul Dupont, Gallimard, 1987. 212 p.</p>")),
    Case("a film by this name", "live", page("Coming Soon (1999 film)", "<p>American comedy, 1999. Directed by Colette Burson.</p>", "Coming Soon")),
    Case("a message and a line of copyright", "soft-404", page("Not Found", "<p>Back to the front page. © 2009 The Institute</p>")),
    Case("a message and a line of copyright, the year last", "soft-404", page("Not Found", "<p>Back to the front page. © The Institute for Rural Studies, 2009</p>")),
    Case("a message and the year of the site", "soft-404", page("Not Found", "<p>Our archive since 1998. Use the menu.</p>")),
    Case("a message and the day", "soft-404", page("Not Found", "<p>Tuesday, 3 May 2016. Front page. Map of the site.</p>")),
    Case("a message with a year in it", "soft-404", page("Page not found", "<p>Sorry, this page was removed in 2019.</p>")),
    Case("a promise with a year in it", "parked", page("Coming soon", "<p>Our new site launches in May 2019.</p>")),
    # About domains for sale, on somebody else's.
    Case(
        "news of a domain for sale", "live",
        page("Paddle.com domain is for sale again", "<p>The domain name paddle.com is for sale for the third time, its owner said on Tuesday, and once more the broker Sedo will handle it; ten years ago the name went for three million to a maker of boats who never put a page there.</p>"),
    ),
    Case(
        "a domain for sale, at length", "parked",
        page("This domain is for sale", "<p>We have helped thousands of people to find the name that their enterprise deserves, with fast transfers, simple payments and friendly support on every day of the week; talk to one of our experts about this domain today.</p>"),
    ),
    # What says it is empty is a part, or a finding.
    Case("nothing related", "live", page("Record 33", "<table><tr><td>Author</td><td>Kafka</td></tr><tr><td>Related items</td><td>No items found</td></tr></table>")),
    Case("results of a study", "live", page("A trial", "<p>No results were found to be significant.</p>")),
    Case("a search for a word without results", "soft-404", page("Search", "<p>No results were found for ledger.</p>")),
    # Data with an error's words in it.
    Case("a code in sound data", "live", answer('{"status": "ok", "code": 404, "items": ["not found"]}', kind=JSON), path="/codes/404.json"),
    Case("an error in data", "soft-404", answer('{"status": "error", "code": 404}', kind=JSON)),
    Case("a list of codes in XML", "live", answer('<?xml version="1.0"?><error-codes><code n="404">not found</code></error-codes>', kind=XML)),
    # Redirects that lead to the work.
    Case("a host by its name and more", "moved", to("http://dante-project.example/", "301 Moved Permanently"), path="/projects/dante"),
    Case("a short address of a front page", "moved", url="http://bit.ly/2xLedger"),
    Case("a home page without its file", "moved", to("/law", "301 Moved Permanently"), path="/law/home.html", site={"/law": WORK}),
    Case("results of a year", "moved", to("/results/2019", "301 Moved Permanently"), path="/2019/vote", site={"/results/2019": WORK}),
    Case("results of a search", "soft-404", to("/results", "301 Moved Permanently"), path="/2019/vote", site={"/results": answer(bare("Results", "<p>Type a word.</p>"))}),
    Case(
        "a book called Gone", "moved", to("/books/gone/", "301 Moved Permanently"), path="/book/gone",
        site={"/books/gone/": answer(bare("Gone", "<h1>Gone</h1><p>Novel, 2012.</p>"))},
    ),
    Case("sent to a page for what is gone", "soft-404", to("/gone.html", "302 Found"), site={"/gone.html": answer(bare("The archive", "<p>The old archive was closed.</p>"))}),
]  # fmt: skip

ELSEWHERE = {
    "dante-project.example": {"/": answer(work("The Dante Project"))},
    "bit.ly": {"/2xLedger": to("http://dante-project.example/", "301 Moved Permanently")},
}
"""Hosts that these cases lead to."""
