"""Alive: but is it the work that was cited?"""

from tests.web.cases import Case
from tests.web.pages import bare, prose, site, work
from tests.web.server import answer

TITLE = "The Ledger of Complaints: Bribery and Petition in a River Town"
OTHER = site(
    "Garden furniture for small balconies | Institute for Rural Studies",
    "<article><h1>Garden furniture for small balconies</h1>"
    + "<p>Folding chairs, tables and umbrellas in oiled ash. We deliver within a week, and spare parts can be had for ten years. Cushions are sold apart.</p>"
    * 8
    + "</article>",
    related=False,
)
NEWS = site(
    "Council approves new bus timetable",
    "<article><h1>Council approves new bus timetable</h1>"
    + "<p>Buses will run every twenty minutes from May, the transport committee decided on Thursday. Fares stay as they are until autumn.</p>"
    * 8
    + "</article>",
    related=False,
)


def alive(name, page, title=TITLE, **fields):
    return Case(name, "live", answer(page), title, fields=fields)


def drifted(name, page, title=TITLE, **fields):
    return Case(name, "drifted", answer(page), title, fields=fields)


CASES = [
    drifted("another work", OTHER),
    alive(
        "a judgment that calls itself by its number",
        bare("[2017] UKSC 5", "<h1>JUDGMENT</h1>" + prose(12)),
        "R (on the application of Miller) v Secretary of State",
    ),
    alive(
        "an author named in the title alone",
        bare("Donald J. Amato on Chirper", "<h1>Thread</h1>" + prose(12)),
        author="Amato, Donald J.",
    ),
    drifted("another work, an author cited", OTHER, author="Amato, Rosa and Lindqvist, Per"),
    drifted("news where a report was", NEWS, "Trafficking in Persons Report 2004"),
    drifted(
        "only the site's name in common",
        site(
            "Human Rights Monitor",
            "<h1>Donate to Human Rights Monitor</h1>"
            + "<p>Your gift keeps investigators in the field. Give monthly, leave a legacy, or start a fundraiser with friends. Every payment is secure and receipts are sent by post.</p>"
            * 6,
            name="Human Rights Monitor",
            related=False,
        ),
        "Human Rights Monitor: Forced Evictions along the Northern Railway",
    ),
    drifted(
        "an issue where an article was",
        site(
            "Journal of Rural Studies, vol. 31",
            "<h1>Table of contents</h1>"
            + "<p>Tilapia ponds after the flood. Milk prices in a dry year. Counting sheep from the air. Review essays and books received.</p>"
            * 6,
            related=False,
        ),
    ),
    drifted(
        "german, another work",
        site(
            "Gartenmöbel für kleine Balkone",
            "<h1>Gartenmöbel für kleine Balkone</h1>"
            + "<p>Klappstühle, Tische und Schirme aus geölter Esche. Wir liefern in einer Woche, und Ersatzteile gibt es zehn Jahre lang für alle Modelle.</p>"
            * 6,
            lang="de",
            related=False,
        ),
        "Das Beschwerdebuch einer Flussstadt und die Bestechung der Beamten",
    ),
    alive("the title itself", work(TITLE)),
    alive("the title without its subtitle", work("The Ledger of Complaints")),
    alive("the title in capitals", work(TITLE.upper())),
    alive(
        "the title with other marks",
        work("The ledger of complaints — bribery and petition in a river town"),
    ),
    alive(
        "the title in metadata only",
        site(
            "Article",
            "<h1>Article</h1>" + prose(12),
            head=f'<meta name="citation_title" content="{TITLE}">',
        ),
    ),
    alive(
        "the title in open graph only",
        site("Article", prose(12), head=f'<meta property="og:title" content="{TITLE}">'),
    ),
    alive(
        "the title in json-ld only",
        site(
            "Article",
            prose(12),
            head='<script type="application/ld+json">{"@type":"ScholarlyArticle","headline":"The Ledger of Complaints: Bribery and Petition in a River Town"}</script>',
        ),
    ),
    alive(
        "the title in the text only",
        site("Document 71", prose(6) + f"<p>From: {TITLE}, Leiden 2004.</p>" + prose(6)),
    ),
    alive(
        "accents and none",
        work("Le Registre des plaintes: corruption et petition a la riviere"),
        "Le Registre des plaintes : corruption et pétition à la rivière",
    ),
    alive(
        "the second edition",
        work("The Ledger of Complaints: Bribery and Petition in a River Town, 2nd edition"),
    ),
    alive(
        "the author and another title",
        site("Essays by Rosa Amato", "<h1>Essays by Rosa Amato</h1>" + prose(12)),
        author="Amato, Rosa",
    ),
    alive(
        "most words of the title", work("Complaints, bribery and petition: a river town's ledger")
    ),
    alive(
        "a page in another language",
        site("苦情の帳簿", "<h1>苦情の帳簿</h1>" + prose(14, "ja") * 3, lang="ja"),
    ),
    alive(
        "a page in french of an english title",
        site(
            "Le registre des plaintes",
            "<h1>Le registre des plaintes</h1>" + prose(14, "fr"),
            lang="fr",
        ),
    ),
    alive("a title of one word", work("Report"), "Ledger"),
    alive("a picture cannot drift", site("Plate", "<h1>Plate</h1><img src=x>", related=False)),
    alive(
        "a chinese title",
        site("一条河边的投诉账簿", "<h1>一条河边的投诉账簿</h1>" + prose(12, "zh"), lang="zh"),
        "一条河边的投诉账簿",
    ),
]
