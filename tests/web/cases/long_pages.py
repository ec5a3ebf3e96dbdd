"""Pages of some length, in which a message hides or which only resemble one; written after the rules."""

from tests.web.cases import Case
from tests.web.cases.platforms import around, heavy, old
from tests.web.pages import bare, links, prose
from tests.web.server import answer

SITE_TEXT = "".join(
    f"<p>The institute was founded in 19{n}7 by teachers of the river schools, and has since kept the papers of the councils, the boatmen and the nine villages. It is paid for by its members and by the province, and its reading room is open to everybody on five days of the week.</p>"
    for n in range(1, 6)
)
TALL = links([f"Further reading {n}: on wells, weirs and water rights" for n in range(80)])


def soft(name, page, **more):
    return Case(name, "soft-404", answer(page), **more)


def live(name, page, title="", **more):
    return Case(name, "live", answer(page), title, **more)


LOST = [
    soft(
        "five paragraphs of the institute beneath the message",
        around(
            "404 | Institute",
            "<h1>We can't seem to find the page you're looking for.</h1><h6>Error code: 404</h6>"
            + TALL
            + SITE_TEXT,
        ),
    ),
    soft(
        "the same in german",
        around(
            "Seite nicht gefunden | Institut",
            "<h1>Die gesuchte Seite wurde nicht gefunden</h1>" + SITE_TEXT + TALL,
            "de",
        ),
    ),
    soft(
        "the same in french",
        around(
            "Page introuvable - Institut",
            "<h1>Oups, page introuvable</h1>" + SITE_TEXT + TALL,
            "fr",
        ),
    ),
    soft(
        "the message in a box after a slogan",
        around(
            "Institute for Rivers",
            "<div class='hero'><h2>Rivers connect us</h2></div><div class='alert'><h1>404 - Page not found</h1><p>The page you requested was not found.</p></div>"
            + TALL,
        ),
    ),
    soft(
        "a heading with the address in it",
        around(
            "Not found",
            "<h1>Not Found</h1><p>The requested URL /reports/1999/ledger.html was not found on this server.</p>",
        ),
    ),
    soft(
        "a friendly heading",
        around(
            "Uh oh! | Institute",
            "<h1>Uh oh! That page doesn’t exist.</h1><p>But we have many others: try the menu above.</p>",
        ),
    ),
    soft("an inactive link", bare("Short link", "<h1>This short link is no longer active</h1>")),
    soft(
        "a story withdrawn",
        around(
            "Story unavailable",
            "<h1>This story is no longer available</h1><p>The publisher has withdrawn it.</p>",
        ),
    ),
    soft(
        "portuguese of brazil",
        around(
            "Página não encontrada – Instituto",
            "<h1>Ops! Página não encontrada</h1><p>A página que você está procurando não existe ou foi movida.</p>",
            "pt",
        ),
    ),
    soft(
        "swedish university",
        around(
            "Sidan hittades inte | Universitetet",
            "<h1>Sidan hittades inte</h1><p>Sidan du söker har flyttats eller tagits bort.</p>",
            "sv",
        ),
    ),
    soft(
        "polish library",
        around(
            "Błąd 404",
            "<h1>Nie znaleziono strony</h1><p>Przepraszamy, strona, której szukasz, nie istnieje.</p>",
            "pl",
        ),
    ),
    soft(
        "taiwanese portal",
        around(
            "找不到頁面", "<h1>很抱歉，找不到您要的頁面</h1><p>您要瀏覽的網頁可能已移除。</p>", "zh"
        ),
    ),
    soft(
        "dutch archive",
        around("Pagina niet gevonden", "<h1>Helaas, deze pagina bestaat niet (meer)</h1>", "nl"),
    ),
    soft(
        "a json error sent as a page",
        '{"error":{"code":404,"message":"Requested entity was not found."}}',
        path="/v1/works/7",
    ),
    soft(
        "an unknown action",
        bare(
            "Error",
            "<p>The page you are trying to view cannot be found. It may have been removed or its name changed.</p>",
        ),
    ),
    soft(
        "a catalogue that knows no such number",
        old("OPAC", "<B>No records found</B><BR>Your search for record 81723 returned no results."),
    ),
    soft(
        "a museum's missing object",
        heavy(
            "Object not found | Museum",
            "<h1>Object not found</h1><p>We could not find an object with this number.</p>" + TALL,
        ),
    ),
]

WORKS = [
    live(
        "a band called 404 not found",
        around(
            "404 Not Found (band) - Open Encyclopedia",
            "<h1>404 Not Found (band)</h1><p>404 Not Found was a punk trio from the delta, active from 1998 to 2003.</p>",
        ),
    ),
    live(
        "a band without the brackets",
        around(
            "Page Not Found, a duo",
            "<h1>Page Not Found</h1><p>Songwriting duo from Leiden. Two records, both out of print.</p>",
        ),
    ),
    live(
        "a museum of dead links",
        around(
            "Museum of Dead Links",
            "<h1>Museum of Dead Links</h1><p>Forty error pages, framed and hung in a row. Open on Sundays.</p>",
        ),
    ),
    live(
        "a list of teasers and no prose",
        around(
            "Latest from the delta",
            "<h1>Latest from the delta</h1>"
            + "".join(
                f"<div class=teaser><h3><a href=/{n}>Weir {n} repaired</a></h3><p>Two lines on weir {n}.</p></div>"
                for n in range(12)
            ),
        ),
    ),
    live(
        "divs in place of paragraphs",
        around(
            "Notes on Weirs",
            "<h1>Notes on Weirs</h1><div>"
            + prose(12).replace("<p>", "<div>").replace("</p>", "</div>")
            + "</div>",
        ),
    ),
    live(
        "a table of rainfall",
        around(
            "Rainfall 1990–2000",
            "<h1>Rainfall 1990–2000</h1><table>"
            + "".join(f"<tr><td>{y}</td><td>{y % 7 * 31}</td></tr>" for y in range(1990, 2001))
            + "</table>",
        ),
    ),
    live(
        "a page that quotes an error",
        around(
            "When archives vanish",
            "<h1>When archives vanish</h1><p>“Sorry, the page you requested could not be found.” That is what readers of the council's site have seen since May.</p>"
            + prose(8),
        ),
    ),
    live(
        "a login page that was cited",
        bare("Log in", "<h1>Log in</h1><form><input name=u><input type=password></form>"),
        path="/login",
    ),
    live(
        "a help page about an error",
        around(
            "What does “Page not found” mean?",
            "<h1>What does “Page not found” mean?</h1><p>The server has nothing at the address you typed. Check the spelling, or start from the front page.</p>",
        ),
    ),
    live("an old list of links", old("Links", links(["Wells", "Weirs", "Water"]))),
    live(
        "an exhibition that is closed",
        around(
            "Ledgers: an exhibition",
            "<h1>Ledgers: an exhibition</h1><p>This exhibition has closed. It was shown from May to June 1999 in the Great Hall.</p>",
        ),
    ),
    live(
        "a vacancy that has been filled",
        around(
            "Clerk (part-time)",
            "<h1>Clerk (part-time)</h1><p>This position has been filled. The clerk keeps the ledger and answers letters. Twelve hours a week, grade 6.</p>",
        ),
    ),
    live(
        "a law that is no longer in force",
        around(
            "Water Act 1911",
            "<h1>Water Act 1911</h1><p>No longer in force; repealed by the Water Act 1963, section 4.</p><p>1. The council shall keep a ledger of wells.</p>",
        ),
    ),
    live(
        "a species thought missing",
        around(
            "Delta snail: missing since 1950",
            "<h1>Delta snail: missing since 1950</h1><p>The snail has not been found in any survey since 1950 and may be extinct.</p>",
        ),
    ),
    live(
        "a german law",
        around(
            "§ 404 Haftung",
            "<h1>§ 404 Haftung</h1><p>Der Schuldner kann dem neuen Gläubiger die Einwendungen entgegensetzen, die zur Zeit der Abtretung begründet waren.</p>",
            "de",
        ),
    ),
    live(
        "room 404",
        around(
            "Room 404",
            "<h1>Room 404</h1><p>Seats 30. Projector, blackboard, windows to the quay.</p>",
        ),
    ),
]

OTHERS = [
    Case(
        "an access check of nobody's make",
        "blocked",
        answer(
            bare(
                "Access check",
                "<h1>Access check</h1><p>Our systems have detected unusual traffic from your network. To protect our readers we have to make sure that the request comes from a person. Please complete this reCAPTCHA to go on to the page you asked for. If you see this page often, your provider may share one address among many customers, or a program on your computer may be sending requests on its own. Contact us with the number 81723 if you think this is wrong.</p>",
            )
        ),
    ),
    Case(
        "an interview replaced by the news",
        "drifted",
        answer(
            around(
                "Latest news",
                "<h1>Latest news</h1>"
                + "".join(
                    f"<div><h3><a href=/{n}>Council buys {n} boats</a></h3><p>The council has bought boats for the schools of the delta, and puts them on the water in May. Each holds twelve children and a teacher.</p></div>"
                    for n in range(6)
                ),
                related=False,
            )
        ),
        "Interview with Colonel Anders Holmqvist about the 1987 Embassy Siege",
    ),
    Case(
        "an interview replaced by a list of links",
        "drifted",
        answer(
            around(
                "News archive",
                "<h1>News archive</h1>"
                + "".join(
                    f"<h3><a href=/{n}>Council buys {n} boats for the schools of the delta</a></h3>"
                    for n in range(20)
                ),
                related=False,
            )
        ),
        "Interview with Colonel Anders Holmqvist about the 1987 Embassy Siege",
    ),
    Case(
        "403 with a page for members",
        ("blocked", "login-or-paywall"),
        answer(around("Members only", "<h1>Members only</h1>"), "403 Forbidden"),
    ),
]

CASES = LOST + WORKS + OTHERS
