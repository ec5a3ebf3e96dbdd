"""Small plain sites with filler text, as most of the web is; a fourth set, written after the rules."""

import json

from tests.web.cases import Case
from tests.web.server import answer, fails_once

LOREM = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. "
    "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. "
    "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur. "
)


def html(title, *blocks, lang="en", head=""):
    inner = "\n".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    return f"<!doctype html>\n<html lang='{lang}'><head><title>{title}</title>{head}</head><body>\n{inner}\n</body></html>"


def menu(title, *blocks, **more):
    """The same with a menu above and a line below."""
    top = "<header><a href='/'>Acme Review</a> <nav><a href='/about'>About</a> <a href='/issues'>Issues</a> <a href='/contact'>Contact</a></nav></header>"
    return html(
        title, top, *blocks, "<footer>© 2023 Acme Review. All rights reserved.</footer>", **more
    )


def case(name, state, page, title="", **more):
    here = page if isinstance(page, bytes) or callable(page) else answer(page)
    return Case(
        f"everyday: {name}",
        state,
        here,
        title,
        path=more.pop("path", "/issues/12/essay-on-rivers.html"),
        **more,
    )


def to(location, status="302 Found"):
    return answer("", status, Location=location)


ESSAY = menu(
    "An Essay on Rivers - Acme Review",
    "<h1>An Essay on Rivers</h1>",
    "By Maria Tarkova",
    LOREM * 2,
    LOREM,
)
HOME = menu(
    "Acme Review",
    "<h1>Acme Review</h1>",
    "Read our latest issue.",
    "<ul><li><a href='/issues/13'>Issue 13</a></li><li><a href='/issues/12'>Issue 12</a></li></ul>",
)

CASES = [
    case("an essay", "live", ESSAY, "An Essay on Rivers"),
    case("an essay without title", "live", ESSAY),
    case("hello world", "live", html("Hello", "<h1>Hello</h1>", "Hello, world.")),
    case("ok", "live", html("Status", "OK")),
    case(
        "a title only",
        "live",
        html("Minutes 1998", "<h1>Minutes 1998</h1>", "<a href='m.pdf'>PDF</a>"),
    ),
    case("an abstract", "live", menu("On Weirs", "<h1>On Weirs</h1>", "Abstract: " + LOREM)),
    case(
        "an error in the title",
        "live",
        menu("Errors in Hydrology - Acme Review", "<h1>Errors in Hydrology</h1>", LOREM * 2),
    ),
    case("lost rivers", "live", menu("Lost Rivers", "<h1>Lost Rivers</h1>", LOREM)),
    case(
        "missing data",
        "live",
        menu("Handling Missing Data", "<h1>Handling Missing Data</h1>", LOREM),
    ),
    case(
        "404 day",
        "live",
        menu(
            "404 Day: celebrating Atlanta's area code",
            "<h1>404 Day</h1>",
            "Atlanta celebrates on April 4. " + LOREM * 2,
        ),
    ),
    case(
        "the 404 error explained",
        "live",
        menu(
            "What is a 404 error? | Acme Review",
            "<h1>What is a 404 error?</h1>",
            "A 404 error means the page could not be found on the server. " + LOREM,
            LOREM,
        ),
    ),
    case(
        "page not found, the design of",
        "live",
        menu(
            "Designing 'Page not found' pages",
            "<h1>Designing 'Page not found' pages</h1>",
            LOREM * 2,
        ),
    ),
    case(
        "fehler",
        "live",
        menu(
            "Fehler und Irrtum",
            "<h1>Fehler und Irrtum</h1>",
            "Ein Essay über den Fehler in der Wissenschaft und wie er zum Fortschritt beiträgt.",
            lang="de",
        ),
    ),
    case(
        "erreurs",
        "live",
        menu(
            "Erreurs et vérités",
            "<h1>Erreurs et vérités</h1>",
            "Un essai sur les erreurs des historiens et ce qu'elles nous apprennent.",
            lang="fr",
        ),
    ),
    case(
        "desaparecidos",
        "live",
        menu(
            "Los desaparecidos no existen",
            "<h1>Los desaparecidos</h1>",
            "Testimonios de familiares de personas que nunca fueron encontradas.",
            lang="es",
        ),
    ),
    case(
        "nicht verfügbar",
        "live",
        menu(
            "Wasser ist nicht überall verfügbar",
            "<h1>Wasser ist nicht überall verfügbar</h1>",
            "Ein Bericht aus vier Dörfern im Norden.",
            lang="de",
        ),
    ),
    case(
        "a search page that was cited",
        "live",
        menu(
            "Search results for rivers",
            "<h1>Search results</h1>",
            "3 results",
            "<ul><li><a href='/1'>A</a></li><li><a href='/2'>B</a></li><li><a href='/3'>C</a></li></ul>",
        ),
        path="/search?q=rivers",
    ),
    case(
        "an index of files",
        "live",
        "<html><head><title>Index of /data</title></head><body><h1>Index of /data</h1><pre><a href='a.csv'>a.csv</a> 2020-01-01</pre></body></html>",
        path="/data/",
    ),
    case(
        "json",
        "live",
        answer(json.dumps({"title": "An Essay on Rivers", "year": 1999}), kind="application/json"),
    ),
    case(
        "an answer with an error key",
        "live",
        answer(
            json.dumps({"error": False, "message": "ok", "data": {"id": 3}}),
            kind="application/json",
        ),
    ),
    case(
        "a paywalled essay",
        "live",
        menu(
            "An Essay on Rivers",
            "<h1>An Essay on Rivers</h1>",
            "Maria Tarkova",
            LOREM,
            "<div class='paywall'>This article is for subscribers only. Subscribe now to continue reading.</div>",
        ),
        "An Essay on Rivers",
    ),
    case(
        "a paywalled essay, no title cited",
        "live",
        menu(
            "An Essay on Rivers",
            "<h1>An Essay on Rivers</h1>",
            "Maria Tarkova",
            LOREM,
            "<div class='paywall'>This article is for subscribers only. Subscribe now to continue reading.</div>",
        ),
    ),
    case(
        "a cookie banner over an essay",
        "live",
        menu(
            "An Essay on Rivers",
            "<div class='cookie-banner'>This website uses cookies to improve your experience. Accept all cookies?</div>",
            "<h1>An Essay on Rivers</h1>",
            LOREM,
        ),
    ),
    case(
        "a cookie box without a telling name",
        "live",
        menu(
            "An Essay on Rivers",
            "<div class='x7'>We value your privacy. This site uses cookies. <button>Accept</button></div>",
            "<h1>An Essay on Rivers</h1>",
            LOREM,
        ),
    ),
    case(
        "a login link in the corner",
        "live",
        menu(
            "An Essay on Rivers",
            "<a href='/login'>Log in</a>",
            "<h1>An Essay on Rivers</h1>",
            "A short note on rivers.",
        ),
    ),
    case(
        "a list of domains for sale by their maker, cited as such",
        "live",
        menu(
            "How domain sales work",
            "<h1>How domain sales work</h1>",
            "When a domain is for sale, a broker may help. " + LOREM,
            LOREM,
        ),
    ),
    case(
        "an empty application",
        "live",
        "<!doctype html><html><head><title>App</title></head><body><div id='root'></div><script src='/bundle.js'></script></body></html>",
    ),
    # Not there.
    case("not found", "soft-404", html("Not Found", "<h1>Not Found</h1>", LOREM)),
    case("404", "soft-404", html("404", "<h1>404</h1>", "Page not found")),
    case(
        "not found with a menu",
        "soft-404",
        menu(
            "Page not found - Acme Review",
            "<h1>Page not found</h1>",
            "Sorry, we couldn't find what you were looking for.",
        ),
    ),
    case(
        "moved or deleted",
        "soft-404",
        menu("Acme Review", "<h2>This page has been moved or deleted</h2>", "Please use the menu."),
    ),
    case(
        "content unavailable",
        "soft-404",
        menu(
            "Content unavailable",
            "<h1>Content unavailable</h1>",
            "The content you requested is not available.",
        ),
    ),
    case(
        "the article does not exist", "soft-404", menu("Acme Review", "The article does not exist.")
    ),
    case("nothing to see", "soft-404", html("", "<h1>There is nothing here</h1>")),
    case(
        "error 404 in a banner",
        "soft-404",
        menu(
            "Error 404 - Acme Review",
            "<div class='error-page'><span>404</span><h2>Oops, something's missing</h2></div>",
            "The page may have been removed.",
        ),
    ),
    case(
        "seite existiert nicht",
        "soft-404",
        menu("Fehler", "<h1>Diese Seite existiert nicht</h1>", lang="de"),
    ),
    case(
        "introuvable",
        "soft-404",
        menu("Introuvable", "<h1>Cette page est introuvable</h1>", lang="fr"),
    ),
    case(
        "no encontramos",
        "soft-404",
        menu("Error", "<h1>No encontramos la página que buscas</h1>", lang="es"),
    ),
    case(
        "não encontrada",
        "soft-404",
        menu(
            "Erro 404", "<h1>Página não encontrada</h1>", "O endereço pode estar errado.", lang="pt"
        ),
    ),
    case("non trovata", "soft-404", menu("Errore 404", "<h1>Pagina non trovata</h1>", lang="it")),
    case(
        "niet gevonden",
        "soft-404",
        menu("404", "<h1>De pagina die u zoekt is niet gevonden</h1>", lang="nl"),
    ),
    case("не найдено", "soft-404", menu("Ошибка 404", "<h1>Страница не найдена</h1>", lang="ru")),
    case(
        "見つかりません",
        "soft-404",
        menu("エラー", "<h1>指定されたページが見つかりません</h1>", lang="ja"),
    ),
    case("找不到", "soft-404", menu("错误", "<h1>您访问的页面找不到了</h1>", lang="zh")),
    case("غير موجودة", "soft-404", menu("خطأ 404", "<h1>الصفحة غير موجودة</h1>", lang="ar")),
    case(
        "no results",
        "soft-404",
        menu("Search", "<h1>Search</h1>", "No results found for 'essay-on-rivers'."),
        path="/?s=essay-on-rivers",
    ),
    case(
        "a json error",
        "soft-404",
        answer(json.dumps({"error": "Not found"}), kind="application/json"),
        path="/api/essay/12",
    ),
    case(
        "a json error with a code",
        "soft-404",
        answer(json.dumps({"code": 404, "message": "No route matches"}), kind="application/json"),
        path="/api/essay/12",
    ),
    case(
        "a json error in a list",
        "soft-404",
        answer(
            json.dumps({"errors": [{"status": "404", "title": "Not Found"}]}),
            kind="application/vnd.api+json",
        ),
        path="/api/essay/12",
    ),
    case("a few words", "soft-404", html("", "Document removed.")),
    case(
        "a generic page for anything",
        "soft-404",
        menu("Welcome to Acme Review", "<h1>Welcome!</h1>", "Browse our issues."),
        site={
            "/*": answer(menu("Welcome to Acme Review", "<h1>Welcome!</h1>", "Browse our issues."))
        },
    ),
    case("the home page for anything", "soft-404", HOME, site={"/*": answer(HOME)}),
    case(
        "an empty template",
        "soft-404",
        menu("Acme Review", "<main></main>"),
        site={"/*": answer(menu("Acme Review", "<main></main>"))},
    ),
    case("an empty template here only", "soft-404", menu("Acme Review", "<main></main>")),
    case("to the root", "soft-404", to("/"), site={"/": answer(HOME)}),
    case(
        "to the issues",
        "soft-404",
        to("/issues/"),
        site={
            "/issues/": answer(
                menu("Issues", "<h1>All issues</h1>", "<ul><li><a href='/issues/1'>1</a></li></ul>")
            )
        },
    ),
    case(
        "to a search",
        "soft-404",
        to("/search?query=essay"),
        site={"/search*": answer(menu("Search", "<h1>Search</h1>", "Type a word."))},
    ),
    case(
        "to an error page",
        "soft-404",
        to("/error"),
        site={"/error": answer(menu("Error", "<h1>Error</h1>", "Something is not right."))},
    ),
    # Somebody else's.
    case(
        "domain for sale",
        "parked",
        html(
            "oldjournal.example is for sale",
            "<h1>oldjournal.example</h1>",
            "The domain oldjournal.example is for sale. Contact us for a price.",
        ),
    ),
    case(
        "buy this domain",
        "parked",
        html(
            "Buy this domain",
            "<h1>Buy oldjournal.example</h1>",
            "This premium domain name is available for purchase!",
        ),
    ),
    case(
        "parked by a registrar",
        "parked",
        html(
            "Parked Domain",
            "<h1>This domain is parked</h1>",
            "This domain name is parked free of charge.",
        ),
    ),
    case(
        "expired",
        "parked",
        html(
            "Domain Expired",
            "<h1>oldjournal.example has expired</h1>",
            "If this is your domain, please renew it.",
        ),
    ),
    case(
        "ads",
        "parked",
        html(
            "oldjournal.example",
            "<h2>Related searches</h2>",
            "<ul><li><a href='#'>Cheap flights</a></li><li><a href='#'>Credit cards</a></li><li><a href='#'>Insurance quotes</a></li></ul>",
            "Sponsored listings",
        ),
    ),
    case(
        "a lander in a frame",
        "parked",
        "<html><head><title>oldjournal.example</title></head><frameset><frame src='https://www.sedoparking.com/oldjournal.example'></frameset></html>",
    ),
    case(
        "slots",
        "parked",
        html(
            "Online Slots & Casino Bonus",
            "<h1>Play Casino Games Online</h1>",
            "Best online casino bonus! Play slots, poker, roulette and blackjack. Sign up now and claim 200 free spins. "
            * 3,
        ),
    ),
    case(
        "pills",
        "parked",
        html(
            "Buy Cheap Viagra Online",
            "<h1>Online Pharmacy</h1>",
            "Buy viagra, cialis and levitra online without prescription. Cheap prices, free shipping, order now. "
            * 3,
        ),
    ),
    case("it works", "parked", html("Apache", "<h1>It works!</h1>")),
    case(
        "nginx",
        "parked",
        html(
            "Welcome to nginx!",
            "<h1>Welcome to nginx!</h1>",
            "If you see this page, the nginx web server is successfully installed and working.",
        ),
    ),
    case("iis", "parked", html("IIS Windows Server", "<img src='iisstart.png' alt='IIS'>")),
    case(
        "under construction",
        "parked",
        html("Under Construction", "<h1>Site under construction</h1>", "Please come back later."),
    ),
    case("to a market", "parked", to("http://name-market.example/buy/oldjournal.example")),
    # Another work.
    case(
        "another essay",
        "drifted",
        menu(
            "Ten recipes for soup - Acme Review", "<h1>Ten recipes for soup</h1>", LOREM * 2, LOREM
        ),
        "The Political Economy of River Dams",
    ),
    case(
        "another essay in plain english",
        "drifted",
        menu(
            "Ten recipes for soup - Acme Review",
            "<h1>Ten recipes for soup</h1>",
            "Take onions and carrots, cut them small, and let them simmer for an hour with a bay leaf. Add salt at the end. Serve hot with bread and a little cream on top of it.",
            "The second soup wants leeks and potatoes. Do not let it boil.",
        ),
        "The Political Economy of River Dams",
    ),
    case(
        "another essay by another author",
        "drifted",
        menu(
            "Ten recipes for soup",
            "<h1>Ten recipes for soup</h1>",
            "By John Cook",
            "Take onions and carrots, cut them small, and let them simmer for an hour with a bay leaf. Add salt at the end. Serve hot with bread and a little cream on top of it.",
            "The second soup wants leeks and potatoes.",
        ),
        "The Political Economy of River Dams",
        fields={"author": "Tarkova, Maria"},
    ),
    case(
        "the same title elsewhere",
        "moved",
        to("/archive/essay-on-rivers", "301 Moved Permanently"),
        "An Essay on Rivers",
        site={"/archive/essay-on-rivers": answer(ESSAY)},
    ),
    case(
        "a second edition",
        "live",
        menu("An Essay on Rivers (2nd ed.)", "<h1>An Essay on Rivers (2nd ed.)</h1>", LOREM * 2),
        "An Essay on Rivers",
    ),
    # Walls and weather.
    case(
        "a challenge",
        "blocked",
        html(
            "Just a moment...",
            "Checking your browser before accessing the site. Please enable JavaScript.",
        ),
        site={},
    ),
    case(
        "a captcha",
        "blocked",
        html(
            "Verify",
            "<h1>Please verify you are not a robot</h1>",
            "<div class='g-recaptcha'></div>",
        ),
    ),
    case(
        "denied by a network",
        "blocked",
        answer(
            html(
                "Access Denied",
                "<h1>Access Denied</h1>",
                "Reference #18.abcd1234.1700000000.1a2b3c4d",
            ),
            "403 Forbidden",
        ),
    ),
    case(
        "denied by a network at 200",
        "blocked",
        html(
            "Access Denied",
            "<h1>Access Denied</h1>",
            "You don't have permission to access this resource. Reference #18.abcd1234.1700000000.1a2b3c4d",
        ),
    ),
    case(
        "a region",
        "blocked",
        html("Unavailable", "<h1>This content is not available in your region</h1>"),
    ),
    case(
        "a form to sign in",
        "login-or-paywall",
        menu(
            "Sign In",
            "<h1>Sign in to your account</h1>",
            "<form><input name='user'><input type='password'><button>Sign in</button></form>",
        ),
    ),
    case(
        "log in to view",
        "login-or-paywall",
        menu(
            "Login required", "<h1>Login required</h1>", "You must be logged in to view this page."
        ),
    ),
    case(
        "a gate of consent",
        "blocked",
        html(
            "Cookie consent",
            "<h1>Before you continue</h1>",
            "We use cookies. Please accept to continue to the site.",
            "<button>Accept all</button>",
        ),
    ),
    case(
        "maintenance",
        "transient",
        html(
            "Maintenance",
            "<h1>Down for maintenance</h1>",
            "We are performing scheduled maintenance. Please check back soon.",
        ),
    ),
    case(
        "maintenance with a menu",
        "transient",
        menu(
            "Maintenance",
            "<h1>We'll be right back</h1>",
            "Our site is undergoing scheduled maintenance.",
        ),
    ),
    case(
        "internal error at 200",
        "transient",
        html("Error", "<h1>Internal Server Error</h1>", "The server encountered an error."),
    ),
    case(
        "retry after a second",
        "live",
        fails_once(answer(ESSAY), answer("", "503 Service Unavailable", Retry_After="1")),
    ),
]
