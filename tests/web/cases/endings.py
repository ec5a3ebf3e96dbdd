"""Services that are over, shells that scripts fill, sections and new owners: what stands where a work was, by its kind."""

from tests.web.cases import UNKNOWN, Case
from tests.web.cases.today import BROKEN, alive, gone
from tests.web.server import answer
from tests.web.today import anywhere, doc, framed, text

T = "Weirs and Eel Bucks of the Middle Thames, 1700–1900"
MENU = ["Home", "Collections", "Visit", "Shop", "Contact"]
LOGO = "<header><a href=/><img src=/emblem.svg alt=Home></a></header>"
LINKS = "<ul>" + "".join(f"<li><a href=/{n}>Part {n}</a></li>" for n in range(6)) + "</ul>"
HOME = doc("River Board", f"{LOGO}<h2>Our work</h2><p>Rivers for all.</p><h2>News</h2>{LINKS}")
NOWHERE = doc("Dim byd yma", f"{LOGO}<h1>Dim byd yma</h1>{LINKS}", "cy")
JOIN = framed(
    "Un momento",
    "<h1>Ya casi está</h1><p>Deja tu correo y sigue.</p><form action=/alta><input type=email><button>Sigue</button></form>",
    "La Hoja",
    MENU,
    "es",
)
BEANS_FI = "Härkäpavut kylvetään maaliskuun alussa kämmenen päähän toisistaan. Rivi kastellaan illalla, ja verkko suojaa taimet kyyhkysiltä toiseen lehtipariin saakka. Sato korjataan juhannuksen jälkeen aamulla."
BEANS_ZH = "蚕豆宜在三月上旬播种，行距一掌，深及拇指。傍晚浇水，忌在正午，出苗后用网防鸽子，直到第二对真叶长成。六月底清晨采收，荚壳可作堆肥。"
SHELL = doc("Reading Room", "<div id=app></div><script type=module src=/assets/index.js></script>")
OVER = {
    "English": "<h1>Goodbye</h1><p>After nineteen years Riverpages has closed and our servers were switched off.</p>",
    "French": "<p>Le service des pages personnelles a été fermé le 5 septembre 2023.</p>",
    "German": "<h1>Abschied</h1><p>Unser Dienst wurde zum Jahresende eingestellt.</p>",
    "Dutch": "<p>De dienst Riviernet is per 1 maart 2020 gestopt.</p>",
    "Japanese": "<p>ホームページサービスは終了しました。長らくのご利用ありがとうございました。</p>",
    "Polish": "<h1>Informacja</h1><p>Serwis został zamknięty.</p>",
}

CASES = [
    *(gone(f"a service that is over, {tongue}", doc("Riverpages", said), T) for tongue, said in OVER.items()),
    Case("a service that is shut today, not for ever", UNKNOWN, None, T, site=anywhere(doc("Riverpages", "<p>Our service is closed today. Please come back tomorrow.</p>"))),
    alive("a short work on a service that is over", framed("Teletext has closed", "<h1>Teletext has closed</h1><p>The service was switched off in 2009.</p>", "Review", MENU), "Teletext Has Closed"),
    Case("one shell for every address, and a cited title nowhere", UNKNOWN, None, T, site=anywhere(SHELL)),
    Case("a shell that only its own address gives", "live", answer(SHELL), T),
    gone("an error in the state of an application, as words", doc("Riverpages", '<div id=root></div><script>window.state={"error":{"kind":"route","message":"Document does not exist"}}</script>'), T),
    gone("a film that its host no longer has", doc(" - Films", '<div id=player></div><script>var r={"playability":{"status":"ERROR","reason":"Video unavailable"}};</script>'), T, everywhere=False),
    gone("a catalogue without such a record", framed("Catalogue", "<p>No matching records were found.</p>", "Library", MENU), T, everywhere=False),
    gone("a registrar's word, German", doc("Platzhalter", "<p>Diese Domain wurde von einem Kunden bei uns registriert.</p>", "de"), T),
    gone("a new owner under the old name of the site", framed("Nine quiet hair dryers – River Commission", f"<h1>Nine quiet hair dryers</h1>{text('en', 1)}", "River Commission", MENU), "Report of the River Commission on Ferries", everywhere=False),
    Case("a section whose address was made of the title", (*UNKNOWN, *BROKEN), answer(framed("Rivers", "<h1>Rivers</h1>" + "".join(f"<article><a href=/r/{n}><h3>{head}</h3></a></article>" for n, head in enumerate(("Low water", "A lock rebuilt", "Swans counted", "The regatta"))), "Herald", MENU)), "Eel Bucks to Go from the Thames", "/rivers/1998/eel-bucks-to-go-from-the-thames"),
    gone("a front page with an emblem at an address that alone gives it", HOME, T, everywhere=False, site={"/": answer(HOME)}),
    gone("nothing here, in Welsh under an emblem", NOWHERE, T, site={"/": answer(HOME)}),
    gone("a front page that is another site's by its own word", doc("River Board", "<h2>Our work</h2><p>Rivers for all.</p>", head="<link rel=canonical href='https://www.riverboard.example/'>"), T, everywhere=False),
    gone("a name with a price and a button", doc("oldjournal.example", "<p>1 900 €</p><button>Xyzzy</button>"), T),
    gone("an author who went", doc("Pages", "<p>410</p><h2>User deleted their account.</h2>"), T, everywhere=False),
    gone("another text in Finnish, no small word in the title", doc("Näin kylvät härkäpavun", f"<h1>Näin kylvät härkäpavun</h1><p>{BEANS_FI}</p>", "fi"), "Vesimyllyjen historia Hämeessä", everywhere=False),
    gone("another text in Chinese, of which any shares some signs", doc("蚕豆种法", f"<h1>蚕豆种法</h1><p>{BEANS_ZH * 3}</p>", "zh"), "清代江南市镇的会馆与公所", everywhere=False),
    Case("a wall for readers to join, in the paper's frame, at every address", UNKNOWN, None, T, site=anywhere(JOIN)),
    alive("a release in Spanish by its number behind a slash", framed("Naciones Unidas", "<h1>El Consejo envía observadores</h1><p>SC/9942</p>" + text("es", 6), "ONU", MENU, "es"), "Council Sends Observers, UN Press Release SC/9942"),
    alive("a short page on consent", doc("Consent", "<h1>Consent in archives</h1><p>Archivists ask donors before they open letters.</p>"), ""),
    alive("an article that asks in its heading whether one is human", framed("Are you human? A short history of a box to tick", f"<h1>Are you human? A short history of a box to tick</h1>{text('en', 1)}", "Review", MENU), "Are You Human? A Short History of a Box to Tick"),
    Case("editions to choose from, before every address", UNKNOWN, None, T, site=anywhere(doc("Choose your edition", "<h1>Choose your edition</h1><a href='/uk?r=1'>UK</a> <a href='/us?r=1'>US</a> <a href='/au?r=1'>Australia</a>"))),
    Case("kept to the reading rooms, German", UNKNOWN, answer(framed("Digitalisat", "<p>Aus rechtlichen Gründen ist dieses Digitalisat nur in den Lesesälen zugänglich.</p>", "Bibliothek", MENU, "de")), "Der Otter im Spreewald"),
    Case("not online for its rights, in the words of an absence", UNKNOWN, answer(framed("Limited", "<h2>This item is not available online because of copyright restrictions.</h2>", "Library", MENU)), T),
    alive("a record with a word on its rights", framed(T, f"<h1>{T}</h1><p>Document, 1911. Copyright restrictions apply.</p>", "Archive", MENU), T),
    gone("an account that its host has shut, Spanish", doc("Cuenta suspendida", "<h1>Cuenta suspendida</h1><p>Esta cuenta ha sido suspendida.</p>", "es"), T),
    gone("a folder without a file", "<html><head><title>Index of /reports</title></head><body><h1>Index of /reports</h1><hr></body></html>", T),
    gone("absent in Kazakh, under a title of one word", doc("Қате", f"{LOGO}<h1>Бет табылмады</h1>{LINKS}", "kk"), "Құндыздар", site={"/": answer(HOME)}),
    Case("a site that has too many readers, in its frame", UNKNOWN, None, T, site=anywhere(framed("Busy", "<h1>We’re very busy right now</h1><p>Try again in a minute.</p>", "Review", MENU))),
    gone("a handle that no resolver knows", framed("Handle not found", "<h1>Not found</h1><p>The handle you requested cannot be found.</p>", "Handles", MENU), T, everywhere=False),
    gone("a list of letters that is none", framed("Lists", "<h1>No such list</h1><p>There is no list of that name on this server.</p>", "Lists", MENU), T, everywhere=False),
    Case("two languages to choose from", UNKNOWN, None, T, site=anywhere(doc("Iaith", "<a href='?l=cy'>Cymraeg</a> <a href='?l=en'>English</a>"))),
]  # fmt: skip
