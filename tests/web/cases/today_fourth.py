"""A fourth lot, written to measure how far the rules reach: 29 of 31 classes were right at first sight."""

from tests.web.cases.today import alive, asks_back, gate, gone
from tests.web.server import answer
from tests.web.today import doc, framed, text

T = "Windmills of the Zaan: Ownership and Risk, 1650–1800"
MENU = ["Home", "Search", "Collections", "About", "Contact"]
FRONT = framed(
    "Zaan Museum", "<h1>Zaan Museum</h1><p>Mills, ships and paint.</p>", "Zaan Museum", MENU
)
CASES = [
 gate("swedish age", doc("Åldersgräns","<h1>Har du fyllt 20 år?</h1><button>Ja</button><button>Nej</button>","sv"),T),
 gate("romanian wall", doc("Ziarul","<p>Respectăm confidențialitatea datelor dumneavoastră. Noi și partenerii noștri stocăm module cookie.</p><button>Accept</button><button>Refuz</button>","ro"),T),
 gate("bulgarian wall", doc("Вестник","<p>Използваме бисквитки. Изберете как да продължите.</p><button>Приемам</button><button>Отказвам</button>","bg"),T),
 gate("greek pay", doc("Εφημερίδα","<h1>Μόνο για συνδρομητές</h1><button>Γίνε συνδρομητής</button>","el"),T),
 gate("croatian login", doc("Prijava","<h1>Prijavite se</h1><form><input name=u><input type=password><button>Prijava</button></form>","hr"),T),
 gate("estonian bot", doc("Kontroll","<p>Kontrollime, et te pole robot.</p><div class='g-recaptcha'></div>","et"),T),
 gate("akamai at length", doc("Access Denied","<h1>Access Denied</h1><p>You don't have permission to access this on this server. Reference #18.5d</p>"),T),
 gate("simple math", doc("Welcome","<p>What is 3 + 4?</p><form method=post><input name=a><button>ok</button></form>"),T),
 gate("library proxy expired", doc("Session ended","<h1>Your library session has ended</h1><p>Please start again from the library's site.</p><a href=/start>Start</a>"),T),
 gate("choose campus", doc("Where are you?","<h1>Are you on campus?</h1><a href='/on?u=x'>Yes</a> <a href='/off?u=x'>No</a>"),T),
 gate("vendor maintenance", doc("Back soon","<h1>We are giving the shelves a dusting</h1><p>Back on Monday.</p>"),T),
 gate("finnish adblock", doc("Mainosten esto","<p>Poista mainosten esto käytöstä lukeaksesi.</p><button>Valmis</button>","fi"),T),
 gate("ukrainian region", doc("Обмеження","<p>Матеріал недоступний у вашій країні.</p>","uk"),T),
 asks_back("portuguese login", doc("Acesso","<h2>Área reservada</h2><form action='/entrar?redirect=PATH'><input name=email><input type=password><button>Entrar</button></form>","pt"),T),
 gate("indonesian robot", doc("Sebentar","<p>Mohon verifikasi bahwa Anda manusia.</p><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>","id"),T),
 alive("renamed essay with its editor", framed("Millers and money","<h1>Millers and money</h1><p>Pieter de Wit, 2001</p>"+text("en",5),"Zaan Review",MENU),T,author="de Wit, Pieter",year="2001"),
 alive("dutch original", framed("Zaanse windmolens: eigendom en risico","<h1>Zaanse windmolens: eigendom en risico</h1><p>1650–1800</p>"+text("nl",6),"Museum",MENU,"nl"),T),
 alive("ocr text", framed("Scan 12","<h1>Scan 12</h1>"+"<p>Windmills of the Zaan, ownersbip and risk. "+"The partners held their shares in sixteenths and sold them on the mill's own steps in the spring. "*4+"</p>","Scans",MENU),T),
 alive("new edition", framed("Windmills of the Zaan (3rd ed., 2019)","<h1>Windmills of the Zaan</h1>"+text("en",5),"Press",MENU),T),
 alive("item page, handle", framed("Object NL-ZM-0312","<h1>Object NL-ZM-0312</h1><p>Shares ledger</p>","Museum",MENU),"Ledger of mill shares",path="/object/NL-ZM-0312"),
 alive("short object", framed("Mill model","<h1>Mill model</h1><p>Oak, 1741.</p>","Museum",MENU),"Mill Model, Oak"),
 alive("catalan", framed("Els molins del Zaan","<h1>Els molins del Zaan</h1><p>Traducció de l’obra de P. de Wit (2001).</p>"+text("es",4),"Biblioteca",MENU,"ca"),T,author="de Wit, P.",year="2001"),
 gone("front for any", FRONT,T,site={"/":answer(FRONT)}),
 gone("croatian soft", framed("Ups","<h1>Ovdje nema ničega</h1><p>Vratite se na početnu stranicu.</p>","Muzej",MENU,"hr"),T,site={"/":answer(FRONT)}),
 gone("estonian soft", framed("Oih","<h1>Siin pole midagi</h1><p>Minge avalehele.</p>","Muuseum",MENU,"et"),T,site={"/":answer(FRONT)}),
 gone("another work with doi", framed("Paint pigments","<h1>Paint pigments in ships</h1>"+text("en",5),"Journal",MENU,head='<meta name="citation_title" content="Paint pigments in ships"><meta name="citation_doi" content="10.1/x">'),T,everywhere=False,states="drifted",author="de Wit, Pieter"),
 gone("sold listing it", framed("Casa","<h1>Questo annuncio non è più disponibile</h1>","Immobili",MENU,"it"),"Mulino in vendita a Zaandam",everywhere=False),
 gone("html at pdf", framed("Zaan Museum – Visit","<h1>Plan your visit</h1><p>Open Tuesday to Sunday.</p>","Zaan Museum",MENU),T,path="/pub/windmills.pdf"),
 gone("nuxt3 error", doc("Zaan","<div id=__nuxt></div><script type='application/json' id='__NUXT_DATA__'>[{\"error\":1},{\"statusCode\":2,\"message\":3},404,\"Page not found\"]</script><script>window.__NUXT__={};</script>"),T),
 gone("angular universal 404 meta", framed("Zaan","<app-not-found></app-not-found>","Zaan",MENU,head='<meta name="prerender-status-code" content="404">'),T),
 gone("turkish slots", doc("BetZaan Güncel Giriş","<h1>BetZaan güncel giriş adresi</h1><p>BetZaan bahis ve casino sitesi, deneme bonusu, canlı bahis, slot, rulet, jackpot, çevrimsiz bonus, hemen üye ol. Casino bonusu, slot bonusu, bahis bonusu.</p>","tr"),T,states="parked"),
]  # fmt: skip
