"""Pairs that look alike: what is broken or walled, and the living page beside it. Mending one must not lose the other."""

from tests.web.cases import Case
from tests.web.cases.platforms import around
from tests.web.pages import bare, links, prose
from tests.web.server import answer

FORM = "<form><input name=u><input type=password name=p><button>Go</button></form>"
LONG = "".join(
    f"<p>Chapter {n} asks what it means that something is absent: from a shelf, from a ledger, from the memory of a town. The clerk who found an empty line in his book did not strike it out; he left it, and wrote the date beside it, so that whoever came after would know that he had looked.</p>"
    for n in range(1, 7)
)
TEASERS = "".join(
    f"<div class='item'><h3><a href='/n{n}'>{head}</a></h3><p>{text} The vote was put off until the autumn, when the new members will have taken their seats, and a report on costs is expected by then from the treasurer.</p></div>"
    for n, (head, text) in enumerate(
        [
            ("Bus timetable approved", "Buses will run every twenty minutes from May."),
            ("Bridge closed for a week", "Painters are at work on the old bridge."),
            ("School meals", "Lunches will be cooked in the kitchens of the schools again."),
            ("Market moves", "The market goes to the quay while the square is paved."),
        ]
    )
)


def pair(name, state, broken, alive, path="/archive/2003/07/a-long-article.html", title="", **site):
    """Two cases of one name."""
    yield Case(
        f"{name}: broken",
        state,
        broken if isinstance(broken, bytes) else answer(broken),
        title,
        path,
        site,
    )
    yield Case(f"{name}: alive", "live", answer(alive), title, path)


CASES = [
    *pair(
        "a redirect to log in",
        "login-or-paywall",
        answer(
            "", "302 Found", Location="/accounts/login?next=/archive/2003/07/a-long-article.html"
        ),
        around("Accounts of a login clerk", "<h1>Accounts of a login clerk</h1>" + prose(9)),
        **{
            "/accounts/login*": answer(
                around("Sign in to continue", "<h1>Sign in to continue</h1>" + FORM)
            )
        },
    ),
    *pair(
        "log in to view",
        "login-or-paywall",
        around("Log in", "<h1>Log in to view this content</h1>" + FORM),
        around(
            "Log in: a history of passwords",
            "<h1>Log in: a history of passwords</h1>" + prose(9) + FORM,
        ),
    ),
    *pair(
        "a forum topic",
        "login-or-paywall",
        around("Login", "<h2>You are required to login to view this forum topic</h2>" + FORM),
        around(
            "Can't login? - Forum",
            "<h1>Can't login?</h1><p>rosa: Since Tuesday I cannot login with my old card. The reader blinks and that is all.</p><p>per: They changed the readers. Ask for a new card at the desk, it takes five minutes.</p>"
            + FORM,
        ),
    ),
    *pair(
        "a login without words of permission",
        "login-or-paywall",
        bare("Members", "<p>Username</p>" + FORM),
        bare(
            "Members in 1999",
            "<h1>Members in 1999</h1><ul><li>Amato</li><li>Lindqvist</li><li>Holmqvist</li></ul>"
            + FORM,
        ),
    ),
    *pair(
        "the phrase and more",
        "soft-404",
        around(
            "The page you are looking for does not exist",
            "<h1>The page you are looking for does not exist</h1>"
            + LONG.replace("Chapter", "Notice"),
        ),
        around(
            "The page you are looking for does not exist: essays on absence",
            "<h1>The page you are looking for does not exist: essays on absence</h1>" + LONG,
        ),
    ),
    *pair(
        "the phrase and more, joined by a dash",
        "soft-404",
        around(
            "Page not found - River Press",
            "<h1>Page not found</h1><p>Please use the search.</p>"
            + links([f"Title {n}" for n in range(60)]),
        ),
        around(
            "Page not found - essays on absence - River Press",
            "<h1>Page not found – essays on absence</h1>" + LONG,
        ),
    ),
    *pair(
        "the phrase and more, in french",
        "soft-404",
        around(
            "Page introuvable", "<h1>Page introuvable</h1><p>Cette page n'existe plus.</p>", "fr"
        ),
        around(
            "La page introuvable : essais sur l'absence",
            "<h1>La page introuvable : essais sur l'absence</h1>" + prose(12, "fr"),
            "fr",
        ),
    ),
    *pair(
        "the phrase and more, in german",
        "soft-404",
        around("Seite nicht gefunden", "<h1>Seite nicht gefunden</h1>", "de"),
        around(
            "Seite nicht gefunden: Essays über das Fehlende",
            "<h1>Seite nicht gefunden: Essays über das Fehlende</h1>" + prose(12, "de"),
            "de",
        ),
    ),
    *pair(
        "a list of news",
        "drifted",
        around("Latest news", "<h1>Latest news</h1>" + TEASERS, related=False),
        around(
            "Latest news",
            "<h1>Latest news</h1><p>Interview with Colonel Anders Holmqvist about the 1987 embassy siege, in full.</p>"
            + TEASERS,
        ),
        title="Interview with Colonel Anders Holmqvist about the 1987 Embassy Siege",
    ),
    *pair(
        "a list of news in teasers",
        "drifted",
        around(
            "News",
            "<h1>News</h1>" + TEASERS.replace("class='item'", "class='teaser'"),
            related=False,
        ),
        around(
            "Holmqvist on the embassy siege",
            "<h1>Holmqvist on the embassy siege</h1>"
            + TEASERS.replace("class='item'", "class='teaser'"),
        ),
        title="Interview with Anders Holmqvist",
    ),
    *pair(
        "a sale",
        "parked",
        bare(
            "oldjournal.example is for sale",
            "<h1>oldjournal.example is for sale</h1><p>Make an offer.</p>",
        ),
        around(
            "oldjournal.example is for sale: a history of a name",
            "<h1>oldjournal.example is for sale: a history of a name</h1>" + LONG,
        ),
    ),
    *pair(
        "maintenance",
        "transient",
        around("Under maintenance", "<h1>Under maintenance</h1><p>We will be back soon.</p>"),
        around(
            "Under maintenance: the bridges of the delta",
            "<h1>Under maintenance: the bridges of the delta</h1>" + LONG,
        ),
    ),
    *pair(
        "a question to robots",
        "blocked",
        bare(
            "Are you a robot?",
            "<h1>Are you a robot?</h1><p>Tick the box.</p><div class=g-recaptcha></div>",
        ),
        around(
            "Are you a robot? A play in two acts",
            "<h1>Are you a robot?</h1><p>A play in two acts for three actors. First shown in Leiden in 2004.</p>",
        ),
    ),
]
