"""A third lot, written after the rules with their weak places in mind: framed gates, gates at one address, lean works."""

from tests.web.cases import OK, UNKNOWN, Case
from tests.web.cases.redirects import to
from tests.web.cases.today import BROKEN, alive, asks_back, gate, gone
from tests.web.server import answer
from tests.web.today import anywhere, doc, framed, text

T = "Peat Roads and Turf Boats: Carriage in the Drowned Fens"
MENU = ["Home", "About", "Collections", "News", "Support", "Contact"]
FRONT = framed(
    "Fen Archive",
    "<h1>Fen Archive</h1><h2>Now open</h2><p>See our new rooms.</p><h2>Latest</h2><ul><li><a href=/a>Boat week</a></li><li><a href=/b>Talks</a></li></ul>",
    "Fen Archive",
    MENU,
)


def once(name, page, title=T, states=UNKNOWN, path="/reports/1999/ledger.html", **more):
    """A gate at the address alone: the rest of the host is not there, but its front page is."""
    return Case(name, states, answer(page), title, path, site={"/": answer(FRONT), **more})


GATES = [
    once("a log-in within the site's frame", framed("Fen Archive – Members", "<h1>Members</h1><form><label>Library card</label><input name=card><label>PIN</label><input type=password name=pin><button>Enter</button></form>", "Fen Archive", MENU), states="login-or-paywall"),
    once("an agreement within the site's frame", framed("Fen Archive – Reading room", "<h1>Reading room rules</h1><p>Readers promise to use the scans for private study and to name the archive.</p><form action='/accept'><input type=checkbox name=ok> I accept the rules <button>Continue</button></form>", "Fen Archive", MENU)),
    once("an embargo", framed("Embargoed item", "<h1>This item is under embargo until 1 January 2030</h1><p>You may ask the author for a copy.</p><button>Request a copy</button>", "Repository", MENU)),
    once("a viewer that wants a newer browser, German", doc("Digitale Sammlung", "<p>Ihr Browser wird nicht unterstützt. Bitte verwenden Sie Firefox oder Chrome.</p>", "de")),
    once("a robot page with a long excuse", doc("Suspicious behaviour", "<h1>Your visit has been paused</h1><p>" + "We look after a small server, and since the spring more than nine of ten visits to it have been made by programs that fetch every page in every language, again and again. To keep the catalogue open for people we hold back visits that look like theirs. " * 4 + "</p><p>If you are a reader, write to desk@fens.example and tell us the number 7f-22.</p>")),
    gate("a GDPR wall with a long notice, English", doc("Ely Standard", "<div class=modal><h2>We and our 812 partners value your privacy</h2><p>" + "We and our partners store and/or access information on a device, such as cookies, and process personal data, such as unique identifiers and standard information sent by a device, for personalised advertising and content, advertising and content measurement, audience research and services development. With your permission we may use precise geolocation data. " * 4 + "</p><button>I agree</button><button>More options</button></div>"), T, "blocked"),
    gate("a GDPR wall with a long notice, Hungarian", doc("Hírlap", "<div><h2>Az Ön adatainak védelme fontos számunkra</h2><p>" + "Mi és partnereink információkat, például sütiket tárolunk egy eszközön vagy hozzáférünk az eszközön tárolt információkhoz, és személyes adatokat kezelünk személyre szabott hirdetések nyújtásához. " * 4 + "</p><button>Elfogadom</button><button>További lehetőségek</button></div>", "hu"), "A Tisza hajósai és a só útja"),
    asks_back("a sign-in by a provider, Norwegian", doc("Velg innlogging", "<h1>Velg tilhørighet</h1><form action='/simplesaml/module.php/discopower/disco.php?return=PATH'><input type=search><button>Gå</button></form>", "no"), T),
    gate("a captcha in Hebrew", doc("אימות", "<p>אנא אשרו שאינכם רובוט כדי להמשיך</p><div class='h-captcha'></div>", "he"), T),
    gate("a captcha in Thai", doc("ตรวจสอบ", "<p>โปรดยืนยันว่าคุณเป็นมนุษย์</p><div class='cf-turnstile'></div><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>", "th"), T),
    gate("a check of the connection in Persian", doc("بررسی امنیت", "<p>در حال بررسی مرورگر شما پیش از ورود به سایت…</p><script>setTimeout(()=>location.reload(),4000)</script>", "fa"), T),
    gate("age, Czech", doc("Vstup od 18 let", "<h1>Je vám více než 18 let?</h1><a href='?ok=1'>Ano</a> <a href='https://seznam.example'>Ne</a>", "cs"), T),
    gate("a country's choice, French", doc("Disponibilité", "<p>Cette vidéo n’est pas disponible depuis votre territoire pour des raisons de droits.</p>", "fr"), T, "blocked"),
    gate("a donation before the page", doc("Before you read", "<h1>If everyone reading this gave £2</h1><p>We would be done within the hour.</p><form><input type=radio name=g><button>Give</button></form><a href='#'>No thanks, take me to the page</a>"), T),
    gate("an application to be installed", doc("Open in the app", "<h1>This story reads best in our app</h1><button>Open</button><button>Get the app</button>"), T),
    gate("a news reader's sign-up, Polish", doc("Załóż konto", "<h1>Czytaj dalej za darmo</h1><p>Załóż konto, to zajmie minutę.</p><input type=email><button>Dalej</button>", "pl"), T),
    gate("a cookie refused, Spanish", doc("Cookies desactivadas", "<p>Para usar el catálogo debe activar las cookies en su navegador.</p>", "es"), "Barcas de turba en las lagunas"),
    gate("a mirror is chosen", doc("Mirrors", "<h1>Pick a mirror near you</h1><ul><li><a href='https://nl.m.example/'>NL</a></li><li><a href='https://us.m.example/'>US</a></li></ul>"), T),
    once("a shell of an archive's search, named", doc("Discovery – Fen Archive", "<noscript>Please enable JavaScript.</noscript><div id=app></div><script src=/js/d.js></script>"), states=(*OK, *UNKNOWN)),
    once("a PDF drawn in a frame", framed("Report", "<iframe src='/pdfjs/web/viewer.html?file=/f/12.pdf' width=100% height=900></iframe>", "Fen Archive", MENU), states=(*OK, *UNKNOWN), path="/f/12"),
    once("a table being loaded", framed("StatLine", "<h1>StatLine</h1><p>Tabel wordt geladen…</p><script src=/t.js></script>", "CBS", ["Home"], "nl"), "Landings by boat and lode", (*OK, *UNKNOWN), path="/statline/83625NED/table"),
]  # fmt: skip

SHELLS = [
    Case(f"a frame of menus that scripts fill, {name}", (*OK, *UNKNOWN), None, "Landings by boat and lode", "/table/83625.html", site={**anywhere(framed("StatBank", main, "StatBank", MENU)), "/": answer(FRONT)})
    for name, main in (
        ("by an element of its own", "<h1>StatBank</h1><px-table code=83625></px-table>"),
        ("by an application", "<h1>StatBank</h1><div id=app></div>"),
        ("while it loads", "<h1>StatBank</h1><p>Loading table…</p>"),
        ("with a word to those without", "<h1>StatBank</h1><noscript>This browser of tables needs JavaScript.</noscript>"),
    )
]  # fmt: skip

SAME = [
    alive("a report in German cited in English, by its number", framed("BT-Drs. 17/4620", "<h1>Drucksache 17/4620</h1><p>Unterrichtung durch die Bundesregierung</p>" + text("de", 6), "Bundestag", MENU, "de"), "Report on the Drainage of Fens, BT-Drs. 17/4620", path="/dip/btd/17/046/1704620.pdf.html"),
    alive("a convention in Russian", framed("Конвенция о водно-болотных угодьях", "<h1>Конвенция о водно-болотных угодьях</h1><p>Рамсар, 2 февраля 1971 г.</p>" + text("ru", 7), "ООН", MENU, "ru", '<link rel=alternate hreflang=en href=/en>'), "Convention on Wetlands of International Importance", path="/ru/ramsar", year="1971"),
    alive("a museum's record under its inventory number", framed("Lighter (model)", "<h1>Lighter (model)</h1><p>1911.0042.7</p><p>Oak, tarred</p>", "Museum", MENU), "Fen lighter, scale model, inv. 1911.0042.7", path="/objects/44812"),
    alive("a news story under a new headline, by its reporter in the line", framed("Turf row ends in court", "<article><h1>Turf row ends in court</h1><p>By Nell Overton</p>" + text("en", 5) + "</article>", "Ely Standard", MENU), "Commoners to Sue over Peat", path="/news/1288", author="Overton, Nell", date="2014-06-02"),
    alive("a page that gives the title in a picture's words", framed("Poster 12", "<h1>Poster 12</h1><img src=p.jpg alt='Peat Roads and Turf Boats'>", "Museum", MENU), T),
    alive("minutes by their date", framed("Minutes, 4 May 1999", "<h1>Minutes of the Board, 4 May 1999</h1><p>Present: seven commissioners.</p>", "Board", MENU), "Commissioners' Meeting on Turf Lighters", path="/minutes/1999-05-04", states=(*OK, *UNKNOWN), date="1999-05-04"),
    alive("a chapter by the title of its book", framed("The Drowned Fens", "<h1>The Drowned Fens</h1><p>Edited by R. Ashby. Contents</p><ol><li>Peat Roads and Turf Boats, p. 41</li><li>Eels, p. 77</li></ul>", "Press", MENU), "Peat Roads and Turf Boats", path="/books/drowned-fens"),
    alive("a lexicon's entry, Dutch", framed("Turfschip", "<h1>Turfschip</h1><p>Platbodem voor het vervoer van turf.</p>", "Scheepswoordenboek", MENU, "nl"), "Turfschip", path="/lemma/turfschip"),
    alive("a set of data with a button to download, named", framed("Lode depths 1850–1900", "<h1>Lode depths 1850–1900</h1><button>Download CSV</button><p>CC BY 4.0. Sign in to save.</p>", "Data", MENU), "Lode Depths, 1850–1900"),
    alive("an essay on the age of consent to cookies", framed("Cookies, consent and the age of reading", "<article><h1>Cookies, consent and the age of reading</h1>" + text("en", 5) + "</article>", "Review", MENU), "Cookies, Consent and the Age of Reading"),
    alive("a page for browsers of parish registers", framed("Parish browser", "<h1>Parish browser</h1><p>Registers of Ely, 1559–1900: christenings, burials.</p>", "Registers", MENU), "Parish Browser: Registers of Ely"),
    alive("a court's list by its docket", framed("No. 17-1299", "<h1>Docket for 17-1299</h1><p>Lower court: Nevada. Proceedings and orders.</p>", "Court", MENU), "Franchise Tax Bd. v. Hyatt, No. 17-1299", path="/docket/17-1299.html"),
    alive("a song's words", framed("The Turfman's Leave", "<h1>The Turfman’s Leave</h1><pre>Cut low, cut long,\nthe lode runs slow</pre>", "Songs", MENU), "The Turfman's Leave"),
    alive("a page in Chinese, cited in English, with its DOI", framed("泥炭之路", "<h1>泥炭之路</h1><p>DOI: 10.5072/ft.2011.07</p>" + text("zh", 6), "学报", ["首页"], "zh"), "Roads of Peat", path="/abs/10.5072/ft.2011.07", doi="10.5072/ft.2011.07"),
    alive("a page of a paper's new name for itself", framed("Turf and lighters | The Fen (formerly Ely Standard)", "<article><h1>Turf and lighters</h1><time datetime=2003-10-11>11 Oct</time>" + text("en", 4) + "</article>", "The Fen", MENU), "Lighters Laid Up as Lode Silts", path="/2003/oct/11/lighters-laid-up-as-lode-silts", date="2003-10-11"),
    Case("moved to a page under another title, by its number", OK, to("/id/FT-00412", "301 Moved Permanently"), "Peat tally of 1841", "/reports/FT-00412.html", site={"/id/FT-00412": answer(framed("FT-00412: tally", "<h1>FT-00412</h1><p>Tally, paper, 1841</p>", "Archive", MENU)), "/": answer(FRONT)}),
]  # fmt: skip

ABSENT = [
    gone("a joke for whatever is not there, Danish", framed("Øv", "<h1>Der er skåret tørv her før</h1><p>Siden er væk. Prøv forsiden.</p>", "Mosearkivet", MENU, "da"), T, site={"/": answer(FRONT)}),
    gone("a joke for whatever is not there, in no known words", framed("Hmm", "<h1>The lode has silted up</h1><p>Whatever you rowed here for lies elsewhere.</p>", "Fen Archive", MENU), T, site={"/": answer(FRONT)}),
    gone("an old catalogue's answer to any number", framed("OPAC", "<h1>Catalogue</h1><form action=/opac><input name=term><select><option>Title</option></select><input type=submit value=Find></form>", "Library", MENU), T, path="/opac?bib=44121", site={"/": answer(FRONT)}),
    gone("a front page by meta refresh", doc("", "", head="<meta http-equiv=refresh content='0;url=/'>"), T, site={"/": answer(FRONT)}),
    gone("a way home by a ternary", doc("", "<script>var u='/';window.location.href=u;</script>"), T, site={"/": answer(FRONT)}),
    gone("removed, in a state of Remix", doc("Fen", "<div id=root></div><script>window.__remixContext={\"state\":{\"errors\":{\"routes/$\":{\"status\":404,\"statusText\":\"Not Found\"}}}}</script>"), T),
    gone("unpublished, Drupal by class", doc("Access", "<div class='node-unpublished'></div><p>Page not found</p>", attributes="class='error404'"), T),
    gone("a scan withdrawn at the family's wish", framed("Withdrawn", "<h1>This item has been withdrawn</h1><p>At the request of the depositor.</p>", "Repository", MENU), T, everywhere=False),
    gone("a shop's page at a PDF's address, German", framed("Shop", "<h1>Kalender und Karten</h1><p>Versandkostenfrei ab 30 Euro.</p>", "Moormuseum", MENU, "de"), "Die Torfschiffer im Teufelsmoor", path="/pdf/torfschiffer.pdf"),
    gone("a new owner's agency", framed("Fen Digital – we grow brands", f"<h1>We grow brands</h1><h2>Services</h2>{'<p>From search advertising to web design we help companies of every size to be found by the customers who are looking for them, and to turn their clicks into lasting business.</p>' * 4}<h2>Clients</h2>", "Fen Digital", ["Services", "Work", "Team", "Blog", "Contact"]), T),
    gone("a new owner's essay, with its date", framed("Best air fryers", f"<article><h1>Best air fryers</h1>{'<p>We cooked forty baskets of chips in nine machines and timed them with a stop watch before we counted the cost of every one.</p>' * 5}</article>", "Fen Review", ["Deals"], head='<meta property="article:published_time" content="2025-11-20"><meta property="og:type" content="article"><meta name="author" content="Staff">'), T, everywhere=False, author="Ashby, Ruth", year="2004"),
    gone("an event page given to the next year", framed("Fen Fair 2026: tickets", f"<h1>Fen Fair 2026</h1>{'<p>Tickets for the fair go on sale in March and cost eleven pounds for grown-ups, six for children; dogs are welcome on the lead in every tent but that of the cakes.</p>' * 5}", "Fair", MENU), T, everywhere=False),
    gone("names for sale, Czech", doc("oldjournal.example", "<h1>oldjournal.example</h1><p>Tato doména je na prodej.</p>", "cs"), T),
    gone("a host's page, French", doc("Site en construction", "<h1>Félicitations ! Votre domaine a bien été créé chez OVHcloud !</h1>", "fr"), T),
    gone("pharmacy where a parish was", framed("Order generic pills online", "<h1>Order generic Viagra and Cialis online</h1><p>No prescription, discreet free shipping, best price for cheap sildenafil and tadalafil at our pharmacy; order now, bonus pills with every pack of viagra.</p>", "Pills", ["Order"]), T, states="parked"),
    Case("a section for everything below it", BROKEN, to("/collections"), T, "/collections/1999/peat.html", site={"/collections/*": to("/collections"), "/collections": answer(framed("Collections", "<h1>Collections</h1><ul><li><a href=1>Boats</a></li><li><a href=2>Tools</a></li></ul>", "Museum", MENU)), "/": answer(FRONT)}),
    gone("an empty listing", framed("Papers", "<h1>Papers</h1><p>0 items</p>", "Repository", MENU), T, site={"/": answer(FRONT)}),
    gone("a word in a frame of nothing", "<html><body>error</body></html>", T),
    gone("an XML error", '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>', T),
]  # fmt: skip

CASES = [*GATES, *SHELLS, *SAME, *ABSENT]
