"""Status 200, and nothing there."""

import json

from tests.web.cases import Case
from tests.web.pages import bare, links, says, site
from tests.web.server import answer, echo

MESSAGES = {
    "en": [
        ("Page not found", "The page you are looking for has moved or no longer exists."),
        ("404", "Nothing lives here."),
        (
            "Oops! That page can’t be found.",
            "It looks like nothing was found at this location. Maybe try a search?",
        ),
        (
            "We can't find the page you're looking for",
            "Check the address or go back to the home page.",
        ),
        ("Sorry, this content is no longer available", "It may have been removed by its owner."),
        ("Document not found", "The requested document is not on this server."),
    ],
    "de": [
        ("Seite nicht gefunden", "Die von Ihnen aufgerufene Seite existiert leider nicht (mehr)."),
        ("Fehler 404", "Diese Seite konnte nicht gefunden werden."),
    ],
    "fr": [
        ("Page introuvable", "La page que vous cherchez a été déplacée ou supprimée."),
        ("Erreur 404", "Désolé, cette page n’existe plus."),
    ],
    "es": [
        ("Página no encontrada", "La página solicitada no existe o ha sido eliminada."),
        ("Error 404", "Lo sentimos, no hemos encontrado esa página."),
    ],
    "pt": [
        ("Página não encontrada", "A página que procura não existe ou foi removida."),
        ("Erro 404", "Desculpe, não conseguimos encontrar a página."),
    ],
    "it": [("Pagina non trovata", "La pagina che stai cercando non esiste o è stata spostata.")],
    "nl": [("Pagina niet gevonden", "De opgevraagde pagina bestaat niet of is verplaatst.")],
    "ru": [("Страница не найдена", "Запрашиваемая страница не существует или была удалена.")],
    "ja": [("ページが見つかりません", "お探しのページは移動または削除された可能性があります。")],
    "zh": [
        ("页面未找到", "您访问的页面不存在或已被删除。"),
        ("找不到網頁", "很抱歉，您要找的頁面不存在。"),
    ],
    "ar": [("الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير متوفرة.")],
    "pl": [
        ("Nie znaleziono strony", "Strona, której szukasz, nie istnieje lub została przeniesiona.")
    ],
    "sv": [("Sidan kunde inte hittas", "Sidan du söker finns inte längre.")],
    "tr": [("Sayfa bulunamadı", "Aradığınız sayfa kaldırılmış veya taşınmış olabilir.")],
    "cs": [("Stránka nenalezena", "Požadovaná stránka neexistuje nebo byla přesunuta.")],
    "ko": [("페이지를 찾을 수 없습니다", "요청하신 페이지가 존재하지 않거나 삭제되었습니다.")],
    "fi": [("Sivua ei löytynyt", "Etsimääsi sivua ei ole olemassa.")],
    "da": [("Siden blev ikke fundet", "Den side, du leder efter, findes ikke længere.")],
    "hu": [("Az oldal nem található", "A keresett oldal nem létezik.")],
    "uk": [("Сторінку не знайдено", "Сторінка, яку ви шукаєте, не існує.")],
    "el": [("Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει.")],
    "he": [("הדף לא נמצא", "הדף שחיפשת אינו קיים.")],
    "vi": [("Không tìm thấy trang", "Trang bạn yêu cầu không tồn tại.")],
    "id": [("Halaman tidak ditemukan", "Halaman yang Anda cari tidak tersedia.")],
    "ro": [("Pagina nu a fost găsită", "Pagina pe care o căutați nu există.")],
}


def gone(name, here, title="", **more):
    return Case(name, "soft-404", here, title, **more)


def everywhere(page):
    """The same answer for any address of the host."""
    return {"/*": answer(page)}


SPOKEN = [
    gone(
        f"{heading} ({language}, {'with' if related else 'without'} a long list of links)",
        answer(says(heading, message, lang=language, related=related, title=title)),
    )
    for language, pairs in MESSAGES.items()
    for number, (heading, message) in enumerate(pairs)
    for related, title in [((number + len(language) + ord(language[0])) % 2 == 0, heading)]
]

WELCOME = site(
    "Institute for Rural Studies",
    "<h1>Welcome to the Institute</h1><p>We study rural life in nine districts, train clerks and publish what we find.</p>"
    + links(["Our people", "Our projects", "Latest news", "Library"]),
)
RESOURCES = site(
    "Resources", "<h1>Resources</h1><p>You asked for NAME</p>" + links(["Guides", "Tools", "Links"])
)
EMPTY_TEMPLATE = site(
    "Institute for Rural Studies", "<div class='content'></div>", related=False, scripts=False
)

OTHERS = [
    gone(
        "only the heading says it",
        answer(says("We couldn't find that page", "Try the menu above.", title="Institute")),
    ),
    gone(
        "only the title says it",
        answer(
            site(
                "404 - Page not found - Institute",
                f"<h1>Institute for Rural Studies</h1><p>Perhaps one of these is what you want.</p>{links(['News', 'Library'])}",
            )
        ),
    ),
    gone(
        "only a line in a paragraph says it",
        answer(
            site(
                "Institute for Rural Studies",
                "<p>Sorry, the page you requested could not be found.</p>",
            )
        ),
    ),
    gone("a few words", answer("<html><body>File not found.</body></html>")),
    gone("a few words of plain text", answer("404 page not found\n", kind="text/plain")),
    gone("a few words of an old server", answer("<h2>No such document</h2>")),
    gone(
        "a blog's error page",
        answer(
            site(
                "Page not found – Field Notes",
                "<h1 class='page-title'>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location. Maybe try one of the links below or a search?</p>"
                + links(
                    [f"{m} {y}" for y in range(2001, 2015) for m in ("March", "June", "October")]
                ),
                body_class="error404 wp-theme",
                head="<meta name='robots' content='noindex, follow'>",
            )
        ),
    ),
    gone(
        "a repository's error page",
        answer(
            site(
                "Not Found - Open Repository",
                "<h1>Page Not Found</h1><p>We can't find the page you're looking for. The page may have been moved or deleted. You can use the button below to get back to the home page.</p><a class='btn' href='/'>Take me to the home page</a>",
            )
        ),
    ),
    gone(
        "an item withdrawn",
        answer(
            site(
                "Item withdrawn - Open Repository",
                "<h1>This item is not available</h1><p>The item you requested has been withdrawn from the repository.</p>",
                related=False,
            )
        ),
    ),
    gone(
        "a search without results",
        answer(
            site(
                "Search results for: ledger 1999",
                "<h1>Search Results</h1><p>Sorry, but nothing matched your search terms. Please try again with some different keywords.</p>",
            )
        ),
        path="/?s=ledger-1999-html",
    ),
    gone(
        "no results in french",
        answer(
            site(
                "Recherche",
                "<h1>Recherche</h1><p>Aucun résultat ne correspond à votre recherche.</p>",
                lang="fr",
            )
        ),
        path="/recherche?q=ledger",
    ),
    gone(
        "no results in german",
        answer(
            site("Suche", "<h1>Suche</h1><p>Ihre Suche ergab leider keine Treffer.</p>", lang="de")
        ),
        path="/suche?q=ledger",
    ),
    gone(
        "an error in json",
        answer(
            json.dumps({"status": 404, "message": "Resource not found"}), kind="application/json"
        ),
        path="/api/v1/ledger",
    ),
    gone(
        "an error in json, another way",
        answer(
            json.dumps(
                {"success": False, "error": {"code": "NOT_FOUND", "detail": "No such record"}}
            ),
            kind="application/json",
        ),
        path="/api/v1/ledger",
    ),
    gone(
        "an error in xml",
        answer(
            "<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>",
            kind="application/xml",
        ),
        path="/bucket/ledger.pdf",
    ),
    gone("nothing at all", answer("")),
    gone("white space", answer("\n\n  \n")),
    gone("a body without a word", answer("<html><head></head><body></body></html>")),
    gone(
        "a template without content for any address",
        answer(EMPTY_TEMPLATE),
        site=everywhere(EMPTY_TEMPLATE),
    ),
    gone("the front page for any address", answer(WELCOME), site=everywhere(WELCOME)),
    gone(
        "the front page for any address, a title cited",
        answer(WELCOME),
        "The Ledger of Complaints",
        site=everywhere(WELCOME),
    ),
    gone("a page that repeats any address", echo(RESOURCES), site={"/*": echo(RESOURCES)}),
    gone(
        "an apology with a story",
        answer(
            says(
                "Whoops, our bad...",
                "The page you requested was not found, and we have a fine guess why. If you typed the address directly, please make sure that the spelling is correct. If you clicked on a link to get here, the link is outdated. What can you do? Have no fear, help is near! There are many ways you can get back on track: go back to the previous page, use the search bar at the top of the page, or follow these links.",
                related=True,
            )
        ),
    ),
    gone(
        "an error page with a tall list of news",
        answer(
            site(
                "Page not found",
                "<h1>Page not found</h1><p>Sorry, the page is gone. Here is our latest news.</p>"
                + "".join(
                    f"<div class='teaser'><h3><a href='/n/{i}'>Council debates budget {i}</a></h3><p>Councillors met on Tuesday to talk about item {i} of the plan and put off the vote.</p></div>"
                    for i in range(12)
                ),
            )
        ),
    ),
    gone(
        "a product shop's error",
        answer(
            site(
                "Product not found!",
                "<h1>Product not found!</h1><p>Product not found!</p><a href='/'>Continue</a>",
            )
        ),
    ),
    gone(
        "a wiki without the article",
        answer(
            site(
                "Ledger of complaints - Village Wiki",
                "<h1>Ledger of complaints</h1><p>There is currently no text in this page. You can search for this page title in other pages, or search the related logs, but you do not have permission to create this page.</p>",
            )
        ),
        path="/wiki/Ledger_of_complaints",
    ),
    gone(
        "a forum without the thread",
        answer(
            site("Information", "<h1>Information</h1><p>The requested topic does not exist.</p>")
        ),
        path="/viewtopic.php?t=1999",
    ),
    gone(
        "a portal's object missing",
        answer(
            site(
                "Error",
                "<h1>Error</h1><p>The object you requested does not exist in the database.</p>",
            )
        ),
    ),
    gone("an error word and a number", answer(site("Error 404", "<div>404</div>"))),
    gone(
        "a server's words at 200",
        answer(
            "<!DOCTYPE HTML PUBLIC '-//IETF//DTD HTML 2.0//EN'><html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The requested URL /x was not found on this server.</p><hr><address>Apache/2.4.57 Server</address></body></html>"
        ),
    ),
    gone(
        "iis words at 200",
        answer(
            bare(
                "404 - File or directory not found.",
                "<h1>Server Error</h1><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3>",
            )
        ),
    ),
    gone(
        "an expired job or offer",
        answer(
            says(
                "This page has expired",
                "The document you are looking for has been archived and is no longer online.",
            )
        ),
    ),
    gone(
        "a video removed",
        answer(
            site(
                "Video unavailable",
                "<h1>Video unavailable</h1><p>This video has been removed by the uploader.</p>",
            )
        ),
    ),
    gone(
        "a share link expired",
        answer(
            bare(
                "Link expired", "<h1>This link has expired</h1><p>The file is no longer shared.</p>"
            )
        ),
    ),
    gone(
        "a deleted account",
        answer(
            bare(
                "Profile",
                "<h1>Sorry, this page isn't available.</h1><p>The link you followed may be broken, or the page may have been removed.</p>",
            )
        ),
    ),
]

REDIRECTED = [
    gone("to the front page", answer("", "302 Found", Location="/"), site={"/": answer(WELCOME)}),
    gone(
        "to the front page for good",
        answer("", "301 Moved Permanently", Location="/"),
        site={"/": answer(WELCOME)},
    ),
    gone(
        "to the front page of another host",
        answer("", "301 Moved Permanently", Location="http://new-institute.example/"),
    ),
    gone(
        "to index.php",
        answer("", "302 Found", Location="/index.php"),
        site={"/index.php": answer(WELCOME)},
    ),
    gone(
        "to the front page in a language",
        answer("", "302 Found", Location="/en/"),
        site={"/en/": answer(WELCOME)},
    ),
    gone(
        "to the front page by a meta element",
        answer("<meta http-equiv='refresh' content='0;url=/'>"),
        site={"/": answer(WELCOME)},
    ),
    gone(
        "to the front page by a script",
        answer("<script>window.location.replace('/')</script>"),
        site={"/": answer(WELCOME)},
    ),
    gone(
        "to the section above",
        answer("", "302 Found", Location="/reports/"),
        site={
            "/reports/": answer(
                site("Reports", "<h1>Reports</h1>" + links([f"Report {i}" for i in range(30)]))
            )
        },
    ),
    gone(
        "to a section beside, as any address there is",
        answer("", "302 Found", Location="/archive/"),
        site={
            "/archive/": answer(
                site(
                    "Archive", "<h1>Archive</h1>" + links([f"Year {i}" for i in range(1990, 2020)])
                )
            ),
            "/reports/*": answer("", "302 Found", Location="/archive/"),
        },
    ),
    gone(
        "to a search page",
        answer("", "302 Found", Location="/search?q=ledger"),
        site={
            "/search*": answer(
                site("Search", "<h1>Search</h1><p>14 results</p>" + links(["A", "B"]))
            )
        },
    ),
    gone(
        "to a page for errors",
        answer("", "302 Found", Location="/404.html"),
        site={"/404.html": answer(says("Page not found", "Sorry."))},
    ),
    gone(
        "to a page for errors that does not say so",
        answer("", "302 Found", Location="/error.aspx?aspxerrorpath=/x"),
        site={"/error.aspx*": answer(says("Something is missing", "Please use the menu."))},
    ),
    gone(
        "to the front page, a title cited",
        answer("", "301 Moved Permanently", Location="/"),
        "The Ledger of Complaints",
        site={"/": answer(WELCOME)},
    ),
]

CASES = SPOKEN + OTHERS + REDIRECTED
