"""Pages as sites really send them: navigation, banners, long lists of links, and the message or the work within."""

from tests.web.server import answer

PROSE = {
    "en": (
        "Between 1996 and 2003 the district council kept a ledger of every complaint brought before it.",
        "The clerk wrote down who came, what was taken from them, and which officer had been named.",
        "Of 412 entries, fewer than thirty were ever answered, and most of those with a printed form.",
        "We read the ledger page by page and compared it with the minutes of the provincial court.",
        "What emerges is a picture of an office that listened with care and then did nothing at all.",
        "The last section asks what a reform would need, and who would have to be persuaded of it.",
    ),
    "de": (
        "Zwischen 1996 und 2003 führte der Kreisrat ein Buch über jede Beschwerde, die ihm vorgetragen wurde.",
        "Der Schreiber hielt fest, wer kam, was ihm genommen worden war und welcher Beamte genannt wurde.",
        "Von 412 Einträgen wurden weniger als dreißig je beantwortet, die meisten mit einem Vordruck.",
        "Wir haben das Buch Seite für Seite gelesen und mit den Protokollen des Gerichts verglichen.",
        "Es entsteht das Bild eines Amtes, das sorgfältig zuhörte und dann nichts unternahm.",
    ),
    "fr": (
        "De 1996 à 2003, le conseil du district a tenu un registre de toutes les plaintes déposées.",
        "Le greffier y notait qui venait, ce qui lui avait été pris et quel agent était mis en cause.",
        "Sur 412 entrées, moins de trente ont reçu une réponse, le plus souvent un simple formulaire.",
        "Nous avons lu ce registre page à page et l'avons comparé aux procès-verbaux du tribunal.",
    ),
    "es": (
        "Entre 1996 y 2003 el consejo del distrito llevó un libro con todas las quejas presentadas.",
        "El secretario anotaba quién acudía, qué le habían quitado y qué agente era señalado.",
        "De 412 asientos, menos de treinta recibieron respuesta, casi siempre un formulario impreso.",
    ),
    "nl": (
        "Tussen 1996 en 2003 hield de districtsraad een register bij van elke klacht die werd ingediend.",
        "De griffier schreef op wie er kwam, wat er was afgenomen en welke agent werd genoemd.",
        "Van de 412 aantekeningen werden er minder dan dertig ooit beantwoord.",
    ),
    "it": (
        "Tra il 1996 e il 2003 il consiglio distrettuale tenne un registro di ogni reclamo presentato.",
        "Il cancelliere annotava chi veniva, che cosa gli era stato tolto e quale agente era indicato.",
        "Di 412 voci, meno di trenta ebbero mai una risposta, per lo più un modulo a stampa.",
    ),
    "ru": (
        "С 1996 по 2003 год районный совет вёл книгу всех поданных жалоб.",
        "Писарь отмечал, кто приходил, что у него отняли и какого служащего он назвал.",
        "Из 412 записей ответ получили менее тридцати.",
    ),
    "ja": (
        "一九九六年から二〇〇三年まで、郡議会は寄せられた苦情をすべて帳簿に記録した。",
        "書記は、誰が来て、何を奪われ、どの役人の名が挙がったかを書き留めた。",
        "四百十二件のうち、回答があったのは三十件に満たない。",
    ),
    "zh": (
        "一九九六年至二〇〇三年间，区议会把收到的每一件投诉都记入账簿。",
        "书记员写下来者是谁、被拿走了什么、点名的是哪位官员。",
        "四百一十二条记录中，得到答复的不到三十条。",
    ),
    "ar": (
        "بين عامي 1996 و2003 احتفظ مجلس المنطقة بسجل لكل شكوى رفعت إليه.",
        "كان الكاتب يدون من جاء وما أخذ منه واسم الموظف المتهم.",
    ),
}


def prose(sentences=12, language="en"):
    """Paragraphs of three sentences each."""
    stock = PROSE[language]
    lines = [stock[i % len(stock)] for i in range(sentences)]
    return "".join(f"<p>{' '.join(lines[i : i + 3])}</p>" for i in range(0, sentences, 3))


def links(words, base="/topic/"):
    """A list of links."""
    return (
        "<ul>"
        + "".join(f'<li><a href="{base}{i}">{w}</a></li>' for i, w in enumerate(words))
        + "</ul>"
    )


MENU = [
    "Home",
    "About us",
    "Research",
    "Publications",
    "Events",
    "Press",
    "Support our work",
    "Contact",
]
FOOT = [
    "Imprint",
    "Privacy policy",
    "Terms of use",
    "Accessibility",
    "Newsletter",
    "Site map",
    "Jobs",
]
COOKIES = (
    '<div id="cookie-consent" class="cookie-banner" role="dialog"><h2>We value your privacy</h2>'
    "<p>We and our partners store and access information on your device, such as cookies, and process "
    "personal data for personalised advertising, measurement and audience research. With your permission "
    "we may use precise location data. You can change your choice at any time in the settings.</p>"
    "<button>Accept all</button><button>Reject all</button><button>Settings</button></div>"
)
RELATED = [
    f"{kind} {what} in {where}"
    for kind in ("Annual report on", "Briefing:", "Interview about", "Ten years of")
    for what in ("water rights", "land titles", "school meals", "river transport", "public housing")
    for where in ("the northern districts", "Lisbon", "the delta", "three border towns")
]
SUGGESTIONS = f'<section class="related"><h3>You may also like</h3>{links(RELATED)}</section>'


SCRIPTS = (
    '<script src="/assets/vendor.js"></script><script src="/assets/site.js" async></script>'
    "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}</script>"
)


def site(
    title,
    main,
    head="",
    scripts=True,
    lang="en",
    name="Institute for Rural Studies",
    body_class="",
    banner=True,
    related=True,
    menu=MENU,
):
    """A whole page of an organisation's site around some content; about 12 kB."""
    code = SCRIPTS if scripts else ""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><link rel="stylesheet" href="/assets/site.css?v=3">{head}
{code}
<style>.nav{{display:flex}}</style></head>
<body class="{body_class}">{COOKIES if banner else ""}
<header class="site-header"><a class="logo" href="/">{name}</a>
<form role="search" action="/search"><input type="search" name="q" placeholder="Search"><button>Search</button></form>
<nav class="main-nav">{links(menu, "/m/")}</nav></header>
<main id="content">{main}</main>
{SUGGESTIONS if related else ""}
<footer class="site-footer"><div>{links(FOOT, "/f/")}</div><p>© 2024 {name}. All rights reserved. Registered charity no. 81723.</p></footer>
</body></html>"""


def bare(title, body, head=""):
    """A page with nothing around its content."""
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def work(title="The Ledger of Complaints", sentences=12, **more):
    """A page that shows a work."""
    return site(
        f"{title} | Institute for Rural Studies",
        f"<article><h1>{title}</h1>{prose(sentences)}</article>",
        **more,
    )


def says(heading, message, **more):
    """A whole page that holds a message in place of a work."""
    title = more.pop("title", heading)
    return site(
        f"{title} | Institute for Rural Studies", f"<h1>{heading}</h1><p>{message}</p>", **more
    )


NOT_FOUND = answer(says("Page not found", "There is nothing at this address."), "404 Not Found")
