"""Pages of 2026 for which no list has words: gates by their shape, the work under other words, and its absence."""

from tests.web.cases import OK, UNKNOWN, Case
from tests.web.cases.redirects import to
from tests.web.server import answer
from tests.web.today import anywhere, doc, framed, returning, text

BROKEN = ("soft-404", "drifted", "dead", "parked")
WORKS = {
    "en": "Bridges over the Lower Morava: A Survey of Timber Spans, 1840–1910",
    "de": "Die Wasserwerke der Stadt Osnabrück im langen neunzehnten Jahrhundert",
    "fr": "Les marchés couverts de Lyon et leurs marchandes ambulantes",
    "it": "Le filande della Brianza tra lavoro femminile e paternalismo",
    "es": "Los telares de Béjar y la huelga de las bordadoras",
    "nl": "De veerdiensten op de Waal en hun pachters",
    "pl": "Młyny wodne nad Wkrą i ich dzierżawcy",
    "pt": "As fábricas de conservas de Setúbal e as operárias da sardinha",
}


def gate(name, page, title, states=UNKNOWN, path="/reports/1999/ledger.html", **headers):
    """What answers every address of a host with one page that stands before the works."""
    return Case(name, states, None, title, path, site=anywhere(page, **headers))


def asks_back(name, page, title, states=UNKNOWN, path="/reports/1999/ledger.html", **headers):
    """The same where the page carries the address it was asked for."""
    return Case(name, states, None, title, path, site={"/*": returning(page, **headers)})


def alive(name, page, title, path="/reports/1999/ledger.html", states=OK, site=(), **fields):
    return Case(name, states, answer(page), title, path, site=dict(site), fields=fields)


def gone(
    name, page, title, path="/reports/1999/ledger.html", states=BROKEN, everywhere=True, **more
):
    site = anywhere(page) if everywhere else {}
    return Case(
        name, states, answer(page), title, path, site={**site, **more.pop("site", {})}, fields=more
    )


SP = '<script src="https://cdn.privacy-mgmt.com/unified/wrapperMessagingWithoutDetection.js"></script><script>window._sp_queue=[];window._sp_={config:{accountId:1942,baseEndpoint:"https://cdn.privacy-mgmt.com"}}</script>'
DIDOMI = '<script type="text/javascript">window.gdprAppliesGlobally=true;(function(){var n=document.createElement("script");n.src="https://sdk.privacy-center.org/3e2f/loader.js?target=x";document.head.appendChild(n)})();</script>'
ONETRUST = '<script src="https://cdn.cookielaw.org/scripttemplates/otSDKStub.js" data-domain-script="0190-aa"></script>'
USERCENTRICS = '<script id="usercentrics-cmp" src="https://web.cmp.usercentrics.eu/ui/loader.js" data-settings-id="Xy12"></script>'

GATES = [
    gate("pay or read with advertising, German", doc("Nachrichten, Analysen, Debatten", "<main><h1>Willkommen beim Tagesboten</h1><h2>Lesen mit Werbung</h2><p>Besuchen Sie tagesbote.example wie gewohnt mit Werbung und Tracking. Details und Widerruf in der Datenschutzerklärung.</p><button>Akzeptieren und weiter</button><h2>Pur-Abo</h2><p>Nutzen Sie uns ganz ohne Werbetracking und praktisch werbefrei für 4,99 Euro im Monat.</p><a href='/pur'>Jetzt abschließen</a></main>", "de", SP), WORKS["de"]),
    gate("cookies or a subscription, French", doc("Le Courrier du Rhône", "<div class='wall'><h1>Soutenez un journalisme indépendant</h1><p>Pour accéder gratuitement à ce site, vous pouvez accepter que nos 743 partenaires déposent des traceurs sur votre terminal, ou bien souscrire à une offre sans publicité ciblée.</p><button>Accepter et fermer</button><button>Paramétrer</button><a href='/offres'>S’abonner à partir de 1 €</a></div>", "fr", DIDOMI), WORKS["fr"]),
    asks_back("accept or subscribe, Italian", doc("Corriere dei Laghi", "<section><h2>Scegli come continuare</h2><p>Puoi leggere i nostri contenuti accettando la profilazione oppure abbonandoti a meno di un caffè al mese.</p><form action='/privacy/scelta' method='post'><input type=hidden name=next value='PATH'><button name=c value=1>Accetta e continua</button><button name=c value=2>Rifiuta e abbonati</button></form></section>", "it"), WORKS["it"]),
    gate("a wall of consent, Polish", doc("Kurier Mazowiecki", "<div id='rodo'><h1>Drogi Użytkowniku</h1><p>Szanujemy Twoje dane. Klikając „Przechodzę do serwisu”, zgadzasz się na ich przetwarzanie przez nas i 612 zaufanych partnerów.</p><button>Przechodzę do serwisu</button><button>Ustawienia zaawansowane</button></div><script src='https://cmp.quantcast.mgr.consensu.org/cmp.js'></script>", "pl"), WORKS["pl"]),
    Case("sent to a privacy gate on another path, Dutch", UNKNOWN, to("/privacygate?siteKey=V9f6VUvlHxq9wKIN&callbackUrl=%2Freports%2F1999%2Fledger.html"), WORKS["nl"], site={"/privacygate*": answer(doc("Gazet van de Waal", "<h1>De Gazet gebruikt cookies en vergelijkbare technieken</h1><p>Zo laten wij u advertenties zien die bij u passen. Gaat u akkoord?</p><button>Akkoord</button><button>Instellen</button>", "nl"))}),
    gate("a cookie wall of one line, Swedish", doc("Dalabladet", "<dialog open><p>Vi bryr oss om din integritet.</p><button>Godkänn alla</button><button>Endast nödvändiga</button></dialog>", "sv", USERCENTRICS), "Flottningen i Västerdalälven och dess arbetare"),
    gate("a wall of consent, Portuguese", doc("Diário do Sado", "<main><p>Nós e os nossos parceiros armazenamos e/ou acedemos a informações num dispositivo. Com a sua permissão, podemos utilizar dados de geolocalização exatos.</p><button>NÃO CONCORDO</button><button>CONCORDO</button></main><script src='https://cmp.inmobi.com/choice/abc/choice.js'></script>", "pt"), WORKS["pt"]),
    gate("a check of the browser, German, as Cloudflare words it", doc("Nur einen Moment…", "<div class='main-wrapper'><h1>oldjournal.example</h1><p>Wir überprüfen, ob Sie ein Mensch sind. Das kann ein paar Sekunden dauern.</p><div id='cf-turnstile'></div><p>Ray-ID: 8f1c2</p></div><script src='https://challenges.cloudflare.com/turnstile/v0/api.js'></script>", "de"), WORKS["de"]),
    gate("a check of the browser, Korean", doc("잠시만 기다리십시오…", "<h1>oldjournal.example</h1><p>사람인지 확인하는 중입니다. 몇 초 정도 걸릴 수 있습니다.</p><p>계속하려면 oldjournal.example에서 연결의 보안을 검토해야 합니다.</p><script>window._cf_chl_opt={cType:'managed'}</script>", "ko"), "조선 후기 장시와 보부상의 세계"),
    gate("a firewall that computes, no words", doc("", "<div id='challenge-container'></div><script>window.awsWafCookieDomainList=[];window.gokuProps={key:'AQID',iv:'CgAE'};</script><script src='https://de5282c3ca0c.edge.sdk.awswaf.com/challenge.js'></script><noscript><h1>JavaScript is disabled</h1>In order to continue, we need to verify that you're not a robot.</noscript>"), "Directive 2002/14/EC establishing a general framework for informing and consulting employees", "blocked", path="/legal-content/EN/TXT/?uri=CELEX:32002L0014"),
    gate("proof of work, French", doc("Vérification que vous n'êtes pas un automate", "<main><h1>Un instant</h1><img src='/.within.website/x/cmd/anubis/static/img/pensive.webp'><p id='status'>Chargement…</p><script id='anubis_challenge' type='application/json'>{\"rules\":{\"difficulty\":4}}</script></main>", "fr"), WORKS["fr"], "blocked"),
    gate("proof of work of somebody's own", doc("One moment", "<p>Your machine is doing a small sum for us, so that crawlers think twice. This takes about two seconds.</p><progress id=p></progress><script>const c={seed:'9f2a',bits:18};(async()=>{let n=0;while(true){const h=await crypto.subtle.digest('SHA-256',new TextEncoder().encode(c.seed+n));n++;}})()</script>"), WORKS["en"]),
    gate("a publisher's robot page", doc("Validate User", "<div class='explanation'><h2>Help us confirm a reader</h2><p>We have noticed activity that looks automated. To go on reading the journal, tick the box below.</p><form method=post action='/crawlprevention/governor?content=%2farticle%2f12'><div id='recaptcha' data-sitekey='6Lc'></div><button>Go on</button></form></div>"), WORKS["en"]),
    gate("an archive of journals turns a machine away", doc("Access Check", "<h1>Access Check</h1><p>Our systems have detected unusual traffic activity from your network. If you have difficulty, contact support with this block reference: #aa01-bb. Your IP: 203.0.113.9</p>"), WORKS["en"], "blocked"),
    gate("an agency on undeclared tools", doc("Request Rate Threshold Exceeded", "<h1>Your Request Originates from an Undeclared Automated Tool</h1><p>To allow for equitable access to all users, the agency reserves the right to limit requests originating from undeclared automated tools. Please declare your traffic by updating your user agent.</p>"), "Annual Report of the Timber Corporation for the Fiscal Year 1999"),
    gate("a slider to be drawn, Chinese", doc("滑动验证页面", "<div class='box'><p>访问过于频繁，请拖动滑块完成拼图后继续浏览</p><div id='nc_1_wrapper'></div></div><script src='https://g.alicdn.com/AWSC/AWSC/awsc.js'></script>", "zh"), "清代江南市镇的会馆与公所"),
    gate("an abnormal surrounding, Chinese", doc("微信公众平台", "<div><h2>环境异常</h2><p>当前环境异常，完成验证后即可继续访问。</p><a href='javascript:;'>去验证</a></div>", "zh"), "清代江南市镇的会馆与公所"),
    gate("an address barred, Russian", doc("Ограничение доступа", "<p>С вашего адреса поступило слишком много обращений к библиотеке. Введите символы с картинки.</p><img src='/captcha.png'><input name=code><button>Отправить</button>", "ru"), "Земские школы Вятской губернии и их учителя"),
    asks_back("a waiting room", doc("Queue", "<div id='MainPart'><h1>You are now in line</h1><p>When it is your turn, you will have 10 minutes to enter the site.</p><p>Number of users in line ahead of you: 1184</p></div><script src='https://static.queue-it.net/script/queueclient.min.js'></script><a href='/exit?t=PATH'>Leave the line</a>"), "Register of Ships Wrecked on the Goodwin Sands"),
    asks_back("choose your institution", doc("Sign in through an institution", "<h1>Find where you belong</h1><form action='/ds/select'><input name='entityID'><input type=hidden name=return value='PATH'><input type=search placeholder='Name of university or library'><button>Go</button></form><script src='https://service.seamlessaccess.org/thiss.js'></script>"), WORKS["en"]),
    Case("sent to a discovery service, French", UNKNOWN, to("/Shibboleth.sso/DS?entityID=https%3A%2F%2Fsp.example&return=https%3A%2F%2Fsp.example%2Freports"), WORKS["fr"], site={"/Shibboleth.sso/*": answer(doc("Fédération Éducation-Recherche", "<h2>Sélection de votre établissement</h2><p>Choisissez l’établissement auquel vous appartenez.</p><select><option>Université de Lyon 2</option><option>Université de Nantes</option></select><button>Sélection</button>", "fr"))}),
    gate("of age?", doc("Cellars of the Wachau", "<div class='agegate'><h1>Are you of legal drinking age?</h1><button>Yes, come in</button><button>No</button><p>Enjoy responsibly.</p></div>"), "Terraced Vineyards of the Wachau and Their Dry-Stone Walls"),
    asks_back("terms of a data archive", doc("Conditions of use", "<h1>Before you download</h1><p>These data may be used for research only. By going on you undertake not to identify any person in them and to cite the depositor.</p><form method=post action='/agree?target=PATH'><label><input type=checkbox name=a> I have read and agree</label><button>Continue</button></form>"), "Household Survey of Rural Credit, Waves I–IV"),
    gate("a licence before the manuscript, German", doc("Digitale Sammlungen", "<h2>Nutzungsbedingungen</h2><p>Die Digitalisate dürfen nur für private und wissenschaftliche Zwecke genutzt werden.</p><button>Ich stimme zu</button><button>Ablehnen</button>", "de"), "Rechnungsbuch des Klosters Iburg, 1588–1612"),
    gate("not shown in Europe", doc("Valley Herald", "<h1>451: a note to our visitors</h1><p>It appears you are trying to reach this newspaper from the European Union, where the General Data Protection Regulation applies, and therefore access cannot be granted at this time. For any issue, write to web@valleyherald.example or call us.</p>"), "County Commission Splits over Levee Bonds", "blocked"),
    gate("not shown here, Spanish", doc("Archivo sonoro", "<p>Por derechos de emisión, esta grabación solo puede escucharse dentro del territorio nacional.</p><a href='/'>Volver</a>", "es"), "Romances de la Sierra de Béjar, grabaciones de campo"),
    gate("blockers of advertising unwelcome, German", doc("Abendpost", "<h1>Bitte schalten Sie Ihren Werbeblocker aus</h1><p>Unser Angebot wird durch Werbung bezahlt. So geht es: Klicken Sie auf das Symbol der Erweiterung und laden Sie die Seite neu.</p><button>Werbeblocker ist aus</button><a href='/abo'>Werbefrei lesen</a>", "de"), WORKS["de"]),
    gate("too old a browser", doc("Upgrade", "<div class='unsupported'><h1>This browser is out of date</h1><p>The reading room works with the latest versions of Chrome, Edge, Firefox and Safari.</p><a href='https://browsehappy.com'>Get a newer one</a></div>"), WORKS["en"]),
    gate("too old a browser, Japanese", doc("ご利用環境について", "<p>お使いのブラウザではこのサイトを正しく表示できません。最新版のChrome、Edge、Safariをご利用ください。</p>", "ja"), "近世大坂の青物市場と仲買人"),
    asks_back("first the mail address", doc("Sign in to your account", "<div id='lightbox'><h1>Sign in</h1><form action='/common/login?ctx=PATH'><input type=email name=loginfmt placeholder='Email, phone, or Skype'><button>Next</button></form><p>No account? Create one!</p></div>"), "Minutes of the Harbour Board, 1999"),
    asks_back("an account needed, a network of people", doc("Log in or sign up to view", "<div><h2>You must log in to continue.</h2><form action='/login?next=PATH'><input name=email><input type=password name=pass><button>Log in</button></form></div>"), "Statement of the Dockers' Union on the Closure of Pier 9", "login-or-paywall"),
    gate("a central log-in, French", doc("CAS", "<h1>Service central d’authentification</h1><form method=post><label>Identifiant<input name=username></label><label>Mot de passe<input type=password name=password></label><button>Se connecter</button></form>", "fr"), WORKS["fr"], "login-or-paywall"),
    gate("a paper that wants to know its readers", doc("Northern Star", "<div class='regwall'><h1>Create your free account</h1><p>You have one step left before the story. It takes twenty seconds and costs nothing.</p><form><input type=email><button>Continue</button></form><p>Already with us? <a href='/signin'>Sign in</a></p></div>"), "Miners' Widows Win Back Pension Rights after Twelve Years"),
    gate("for subscribers, Arabic", doc("صحيفة الميناء", "<h1>هذا المحتوى للمشتركين</h1><p>اشترك الآن لمتابعة القراءة بدينار واحد في الشهر.</p><button>اشترك</button>", "ar"), "أسواق السمك في الإسكندرية وتجارها"),
    gate("a shell that scripts fill", doc("Archive Portal", "<div id='root'></div><script type=module src='/assets/index-4c1f.js'></script>"), WORKS["en"], (*OK, *UNKNOWN)),
    gate("a shell with a word of waiting", doc("Kulturarv", "<app-root><div class='spinner'>Laddar…</div></app-root><script src='runtime.1a.js'></script><script src='main.77.js'></script>", "sv"), "Flottningen i Västerdalälven och dess arbetare", (*OK, *UNKNOWN)),
    gate("a viewer of pictures drawn by script", doc("Viewer", "<div id='mirador' style='position:absolute;inset:0'></div><script src='https://unpkg.com/mirador@latest/dist/mirador.min.js'></script><script>Mirador.viewer({id:'mirador',windows:[{manifestId:'/iiif/12/manifest'}]})</script>"), "Rechnungsbuch des Klosters Iburg", (*OK, *UNKNOWN)),
    gate("a browser of statistics drawn by script", doc("Data Browser", "<noscript>This application needs JavaScript.</noscript><div id='app'><header>Data Browser</header></div><script src='/databrowser/app.js'></script>"), "Timber felled by species and region", (*OK, *UNKNOWN), path="/databrowser/view/for_fell/default/table"),
    gate("a dashboard in a frame", doc("Fisheries dashboard", "<iframe src='https://app.powerbi.com/view?r=eyJr' width=1140 height=541 allowfullscreen></iframe>"), "Landings of herring by port", (*OK, *UNKNOWN)),
    gate("cookies must be on", doc("Cookies needed", "<h1>Your browser did not take our cookie</h1><p>The library keeps one small cookie to remember where you were. Turn cookies on and load the page again.</p><a href='/action/cookieAbsent'>Help</a>", head="<meta name=robots content=noindex>"), WORKS["en"], Set_Cookie="t=1; Path=/"),
    gate("a check in Turkish", doc("Güvenlik doğrulaması", "<p>Devam etmeden önce tarayıcınızı denetliyoruz, lütfen bekleyin.</p><div class='g-recaptcha' data-sitekey='6Ld'></div>", "tr"), "Bursa ipek fabrikaları ve kadın işçileri"),
    gate("a check in Greek", doc("Έλεγχος", "<p>Επιβεβαιώστε ότι είστε άνθρωπος για να συνεχίσετε στον ιστότοπο.</p><div class='h-captcha' data-sitekey='10'></div><script src='https://js.hcaptcha.com/1/api.js'></script>", "el"), "Τα καπνομάγαζα της Καβάλας και οι καπνεργάτες"),
    gate("a page of a host's own with nothing in common", doc("Notice", "<p>Dear reader, for the next weeks the reading room asks everybody to ring the bell. Thank you for your patience.</p><p><a href='/'>Ring the bell</a></p>"), WORKS["en"], UNKNOWN),
]  # fmt: skip

LD = '<script type="application/ld+json">'
SAME = [
    alive("a resolution in French, cited in English", framed("A/RES/61/295 - F - A/RES/61/295", "<h1>A/RES/61/295</h1><p>Déclaration des Nations Unies sur les droits des peuples autochtones. Adoptée par l’Assemblée générale le 13 septembre 2007.</p>" + text("fr", 6), "Système de diffusion électronique des documents", ["Accueil", "Recherche", "Aide"], "fr", '<link rel="alternate" hreflang="en" href="/A/RES/61/295/en"><link rel="alternate" hreflang="fr" href="/A/RES/61/295">'), "United Nations Declaration on the Rights of Indigenous Peoples", path="/A/RES/61/295", year="2007", number="A/RES/61/295"),
    alive("a directive in Polish", framed("EUR-Lex - 31995L0046 - PL", "<h1>Dyrektywa 95/46/WE Parlamentu Europejskiego i Rady z dnia 24 października 1995 r.</h1><p>w sprawie ochrony osób fizycznych w zakresie przetwarzania danych osobowych</p>" + text("pl", 6), "EUR-Lex", ["Strona główna", "Szukaj"], "pl", '<link rel="alternate" hreflang="en" href="/EN">'), "Directive 95/46/EC on the protection of individuals with regard to the processing of personal data", path="/legal-content/PL/TXT/?uri=CELEX:31995L0046", year="1995"),
    alive("an essay cited in translation, its author and year there", framed("Die Brücken an der unteren March – Osteuropa-Forum", "<article><h1>Die Brücken an der unteren March</h1><p class=by>Von Jana Vlčková, 2011</p>" + text("de", 7) + "</article>", "Osteuropa-Forum", ["Start", "Themen"], "de"), "The Bridges of the Lower Morava", path="/2011/bruecken", author="Vlčková, Jana", year="2011"),
    alive("a translated page whose other versions are listed", framed("Las aguas residuales y la salud pública", "<h1>Las aguas residuales y la salud pública</h1><p>14 de marzo de 2016</p>" + text("es", 6), "Organización de la Salud", ["Inicio", "Temas"], "es", '<link rel="alternate" hreflang="en" href="/en/wastewater-and-public-health"><link rel="alternate" hreflang="es" href="/es/aguas-residuales">'), "Wastewater and Public Health", path="/es/wastewater-and-public-health", states=(*OK, *UNKNOWN), year="2016"),
    alive("news under a new headline, date and author as cited", framed("Levee money stays frozen after marathon session", f'<article><h1>Levee money stays frozen after marathon session</h1><p>By Dana Whitcomb. <time datetime="2019-04-11">11 April 2019</time></p>{text("en", 7)}</article>', "Valley Herald", ["News", "Sport", "Obituaries"], head=f'{LD}{{"@type":"NewsArticle","headline":"Levee money stays frozen after marathon session","datePublished":"2019-04-11T07:00:00Z","author":{{"@type":"Person","name":"Dana Whitcomb"}}}}</script>'), "Commission Splits over Bonds", path="/2019/04/11/commission-splits-over-bonds/", author="Whitcomb, Dana", date="2019-04-11"),
    alive("news under a new headline, the address as it was", framed("Twelve dead as ferry capsizes, captain held", f'<article><h1>Twelve dead as ferry capsizes, captain held</h1><time datetime="2021-08-02">2 August 2021</time>{text("en", 7)}</article>', "Harbour News", ["Home", "World"], head='<meta property="article:published_time" content="2021-08-02T18:10:00Z"><meta property="og:type" content="article">'), "Dozens Missing in Night Sinking off Cape Lune", path="/world/dozens-missing-in-night-sinking-off-cape-lune-20210802.html", date="2021-08-02"),
    alive("a table of contents of the issue cited", framed("Vol. 14 No. 3 (2008) | Journal of Timber History", "<h1>Vol. 14 No. 3 (2008)</h1><ul class=toc><li>Editors’ note, 211–214</li><li>Log drives of the Drava, 215–240</li><li>Oak, ash and pitch, 241–266</li><li>Reviews, 267–290</li></ul>", "Journal of Timber History", ["Current", "Archives", "About"]), "Sawmill Licences in the Banat", path="/index.php/jth/issue/view/31", journal="Journal of Timber History", volume="14", number="3", year="2008"),
    alive("an indicator by its code", framed("SP.POP.SAWM | Data", "<h1>Sawmill workers (% of employed persons)</h1><p>SP.POP.SAWM</p><div class=chart></div><p>Details</p>", "Open Data", ["Browse", "Bank"]), "Employment in wood processing, share of total", path="/indicator/SP.POP.SAWM"),
    alive("a case by its number", framed("HUDOC - 48009/08", "<h1>AFFAIRE MENTESHI c. ÉTAT</h1><p>(Requête no 48009/08)</p><h2>ARRÊT</h2><p>STRASBOURG</p>" + text("fr", 6), "Cour", ["Recherche"], "fr"), "Case of Menteshi v. State", path="/fre?i=001-48009", number="48009/08"),
    alive("a repository's page whose name is its own", framed("Research Repository: Item 1842/7733", '<h1>Item record</h1><table><tr><td>Authors</td><td>Okafor, Ngozi</td></tr><tr><td>Issue date</td><td>2012</td></tr></table><a href="/bitstream/1842/7733/1/Okafor2012.pdf">Okafor2012.pdf</a>', "Research Repository", ["Communities", "Log in"], head='<meta name="citation_title" content="Palm Oil, Credit and Kinship in the Niger Delta"><meta name="citation_author" content="Okafor, Ngozi">'), "Palm Oil, Credit and Kinship in the Niger Delta", path="/handle/1842/7733"),
    alive("a law by its section", framed("§ 823 BGB – Einzelnorm", "<h1>§ 823 Schadensersatzpflicht</h1><p>(1) Wer vorsätzlich oder fahrlässig das Leben, den Körper, die Gesundheit, die Freiheit, das Eigentum oder ein sonstiges Recht eines anderen widerrechtlich verletzt, ist dem anderen zum Ersatz des daraus entstehenden Schadens verpflichtet.</p>", "Gesetze im Netz", ["Übersicht", "Hilfe"], "de"), "Bürgerliches Gesetzbuch, § 823", path="/bgb/__823.html"),
    alive("a short poem", framed("Ferry, November", "<article><h1>Ferry, November</h1><p>The rope lets go.<br>The far bank keeps its light<br>a little longer than we do.</p></article>", "Small Hours Review", ["Poems", "Submit"]), "Ferry, November", path="/poems/ferry"),
    alive("an article on walls of consent", framed("Pay or okay: how consent walls spread – Press Law Review", "<article><h1>Pay or okay: how consent walls spread</h1><p>“Accept all or subscribe”: since 2021 readers of most German dailies meet a wall before the news.</p>" + text("en", 6) + "</article>", "Press Law Review", ["Issues", "Subscribe"]), "Pay or Okay: How Consent Walls Spread across the European Press"),
    alive("a form that was cited", framed("Form TR-205: Request for Trial by Written Declaration", "<h1>Request for Trial by Written Declaration (TR-205)</h1><p>Tells the court that you want to contest your ticket in writing.</p><a href='/tr205.pdf'>Get form TR-205</a>", "Courts", ["Forms", "Self-help"]), "Request for Trial by Written Declaration", path="/forms/tr-205"),
    alive("a record of a museum", framed("Yoke, carved ash – Collections", "<h1>Yoke</h1><dl><dt>Material</dt><dd>Ash</dd><dt>Place</dt><dd>Wkra valley</dd><dt>Date</dt><dd>c. 1870</dd><dt>Number</dt><dd>1934.11.208</dd></dl><img src='/i/208.jpg' alt='Yoke'>", "Museum of Rural Life", ["Visit", "Collections", "Shop"]), "Carved ox yoke, 1934.11.208", path="/collections/1934.11.208"),
    alive("a video by its name", doc("Log drive on the Drava (1958) - FilmShare", "<div id='player'></div><script>var ytInitialData={}</script><script src='/s/desktop/base.js'></script>", head='<meta property="og:title" content="Log drive on the Drava (1958)"><meta property="og:type" content="video.other">'), "Log Drive on the Drava", path="/watch?v=dQ7xk"),
    alive("a paywall under the title", framed("Miners’ widows win back pension rights after twelve years - Northern Star", "<article><h1>Miners’ widows win back pension rights after twelve years</h1><p>The court’s ruling ends one of the longest disputes of the coalfield.</p><div class=paywall><h2>Subscribe to continue</h2><button>See offers</button></div></article>", "Northern Star", ["News", "Opinion"]), "Miners' Widows Win Back Pension Rights after Twelve Years"),
    alive("code with a readme", framed("GitHost - morava/spans: Timber bridge models", "<h1>morava/spans</h1><div id=readme><h2>spans</h2><p>Finite-element models of timber bridges for the survey of 2018.</p><pre>pip install spans</pre></div>", "GitHost", ["Explore", "Sign in"]), "spans: finite-element models of timber bridges", path="/morava/spans"),
    alive("a page in Japanese of a work cited in English, by its author and number", framed("青物市場の研究 | 大坂史料館", "<h1>青物市場の研究</h1><p>Tanaka Hiroshi 2003年 史料番号 OS-1147</p>" + text("ja", 8), "大坂史料館", ["資料", "案内"], "ja"), "A Study of the Vegetable Market of Osaka", path="/en/item/OS-1147", author="Tanaka, Hiroshi", year="2003"),
    alive("a dataset with its DOI", framed("Landing statistics | Data Vault", "<h1>Landing statistics</h1><p>Version 2. doi:10.5072/dv.88123. Depositor: Fisheries Institute</p><button>Download</button>", "Data Vault", ["Search", "Deposit"]), "Landings of Herring by Port, 1950–2015", path="/doi/10.5072/dv.88123", doi="10.5072/dv.88123"),
    alive("an address with the title's words, a short page", framed("Timber spans", "<h1>Timber spans</h1><p>Photographs of the Lower Morava bridges, taken in 1998 and 1999.</p><img src='1.jpg'><img src='2.jpg'>", "Bridge Archive", ["Home"]), WORKS["en"], path="/morava/timber-spans"),
    alive("a translated law whose number stands in its title", framed("Loi n° 2016-1087 du 8 août 2016", "<h1>LOI n° 2016-1087 du 8 août 2016 pour la reconquête de la biodiversité</h1>" + text("fr", 6), "Journal des lois", ["Codes", "Lois"], "fr"), "Law No. 2016-1087 of 8 August 2016 for the Recovery of Biodiversity", path="/loda/id/JORFTEXT000033016237"),
    alive("an interview under the interviewer's other title", framed("“We counted every plank”", f"<article><h1>“We counted every plank”</h1><p>Jana Vlčková talks to Piotr Zieliński about ten years on the river. 3 June 2012</p>{text('en', 6)}</article>", "Delta Quarterly", ["Issues"]), "In Conversation with a Bridge Historian", author="Zieliński, Piotr", date="2012-06-03"),
]  # fmt: skip

FRONT = framed(
    "Institute of Delta Studies",
    "<section><h2>Latest</h2><ul><li><a href='/n/1'>Open day on Saturday</a></li><li><a href='/n/2'>Two posts for cartographers</a></li><li><a href='/n/3'>Library closed for stocktaking</a></li></ul></section><section><h2>Projects</h2><p>We study rivers and those who live by them.</p></section>",
    "Institute of Delta Studies",
    ["People", "Projects", "News", "Contact"],
)
SEARCH = framed(
    "Catalogue",
    "<h1>Search the catalogue</h1><form action='/find'><input name=q type=search><select><option>All fields</option></select><button>Search</button></form><p>Enter one or more words.</p>",
    "City Library",
    ["Search", "Help", "Account"],
)
SECTION = framed(
    "Publications – River Commission",
    "<h1>Publications</h1><ul>"
    + "".join(
        f"<li><a href='/p/{n}'>{t}</a></li>"
        for n, t in enumerate(
            [
                "Strategy 2030",
                "Annual accounts 2025",
                "Flood risk atlas",
                "Fish passes: a guide",
                "Sediment balance",
                "Monitoring plan",
            ]
        )
    )
    + "</ul>",
    "River Commission",
    ["About", "Publications", "Press"],
)

ABSENT = [
    gone("any address gives the front page", FRONT, WORKS["en"], site={"/": answer(FRONT)}),
    gone("any address gives an empty search", SEARCH, "Ships' Registers of the Port of Galatz, 1871–1889", path="/record/b1234567"),
    gone("any address gives a section", SECTION, "Hydrological Yearbook of the Lower Danube 1974", path="/publications/yearbook-1974"),
    gone("the way home computed by script", doc("Redirecting", "<script>var b=window.location.protocol+'//'+window.location.host;setTimeout(function(){window.location.href=b+'/';},0);</script>"), WORKS["en"], site={"/": answer(FRONT)}),
    gone("the way home by location.origin", doc("", "<script>window.location.replace(window.location.origin)</script>"), WORKS["en"], site={"/": answer(FRONT)}),
    gone("the way home by its path alone", doc("…", "<script>location.pathname='/'</script><noscript>Please go to our home page.</noscript>"), WORKS["en"], site={"/": answer(FRONT)}),
    gone("absent in the data of the page alone, Next", doc("Delta Atlas", "<div id='__next'></div><script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"pageProps\":{\"statusCode\":404}},\"page\":\"/_error\",\"query\":{}}</script>"), WORKS["en"]),
    gone("absent in the data of the page alone, Next, its own page for it", doc("Delta Atlas", "<div id='__next'><main></main></div><script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"pageProps\":{}},\"page\":\"/404\",\"query\":{},\"buildId\":\"x1\"}</script>"), WORKS["en"]),
    gone("absent in the data of the page alone, Nuxt", doc("Kaart", "<div id='__nuxt'></div><script>window.__NUXT__={error:{statusCode:404,message:\"This page could not be found\",url:\"/x\"}}</script>"), WORKS["nl"]),
    gone("absent by a word to renderers", framed("Atlas", "<h1>Atlas</h1><div class='tiles'></div>", "Atlas", ["Maps"], head='<meta name="prerender-status-code" content="404">'), WORKS["en"]),
    gone("absent by its canonical address", framed("River Commission", "<h1>River Commission</h1><p>Water for all who live by it.</p>", "River Commission", ["About"], head='<link rel="canonical" href="http://HOST/404"><meta name="robots" content="noindex">'), WORKS["en"]),
    gone("its canonical address is the front page", framed("River Commission", "<h2>News</h2><ul><li><a href=/1>Levels</a></li><li><a href=/2>Tenders</a></li></ul>", "River Commission", ["About"], head='<link rel="canonical" href="/">'), WORKS["en"]),
    Case("nothing to show", BROKEN, answer("", "204 No Content", kind=""), WORKS["en"]),
    Case("reset content", BROKEN, answer("", "205 Reset Content", kind=""), WORKS["en"]),
    Case("not modified since never", UNKNOWN, answer("", "304 Not Modified", kind=""), WORKS["en"]),
    gone("a body of one word", "nil", WORKS["en"]),
    gone("a script without its input", "No input file specified.", WORKS["en"]),
    gone("a body of a dash", "<html><head></head><body>-</body></html>", WORKS["en"]),
    gone("a shop's page where a PDF was cited", framed("River Commission – Shop", "<h1>Maps and posters</h1><p>Order printed maps of the delta. Postage is free within the country.</p>", "River Commission", ["Shop"]), "Hydrological Yearbook of the Lower Danube 1974", path="/fileadmin/yearbook_1974.pdf"),
    gone("an expired post", framed("Cartographer (f/m/x) – Jobs", "<h1>This vacancy has been filled</h1><p>The position you are after is closed to applications.</p><a href=/jobs>All vacancies</a>", "Delta Jobs", ["Jobs"]), "Cartographer for the Delta Atlas", everywhere=False),
    gone("an expired post, German", framed("Stellenmarkt", "<h1>Diese Stellenanzeige ist leider nicht mehr aktiv</h1><p>Ähnliche Angebote finden Sie in der Übersicht.</p>", "Stellenmarkt", ["Suche"], "de"), "Kartograf (m/w/d) für den Deltaatlas", everywhere=False),
    gone("a journal's name with a blog of advice", framed("10 Best Standing Desks of 2026 (Tested)", f"<article><h1>10 Best Standing Desks of 2026 (Tested)</h1><p>By Kyle. As an affiliate we earn from qualifying purchases.</p>{'<p>The frame is steady, the motor is quiet, and the top comes in four colours; we like it for small rooms and would buy it again at this price without thinking twice.</p>' * 6}<a href='https://amzn.to/3x'>Check price</a></article>", "Delta Review", ["Reviews", "Deals"], head='<meta property="og:type" content="article"><meta name="author" content="Kyle">'), "Editorial: The Delta as a Commons", everywhere=False, author="Ionescu, Mihai"),
    gone("a number given to other news", framed("City marathon draws record field", f"<article><h1>City marathon draws record field</h1><p>By Rui Prates, 9 May 2025</p>{'<p>Some fourteen thousand runners crossed the new bridge on Sunday, and the fastest of them needed two hours and nine minutes; roads in the centre stayed closed until five.</p>' * 6}</article>", "Harbour News", ["Home"], head=f'{LD}{{"@type":"NewsArticle","headline":"City marathon draws record field","datePublished":"2025-05-09","author":{{"@type":"Person","name":"Rui Prates"}}}}</script>'), "Customs Officers Charged over Missing Containers", path="/news/article.php?id=5512", states="drifted", everywhere=False, author="Teixeira, Ana", date="2009-02-14"),
    gone("another paper under the number", framed("Soil salinity in irrigated maize: View", "<h1>Soil salinity in irrigated maize</h1><p>R. Patel, K. Lund</p><h2>Abstract</h2><p>Plots were irrigated for three seasons with water of rising salinity, and yields fell by a fifth; gypsum made up for half of the loss on clay, for none on sand.</p>", "Open Agronomy", ["Issues"], head='<meta name="citation_title" content="Soil salinity in irrigated maize"><meta name="citation_author" content="Patel, R."><meta name="citation_publication_date" content="2021">'), "Customary Courts and the Price of Bridewealth", path="/article/view/443", states="drifted", everywhere=False, author="Mbeki, Thandi", year="2006"),
    gone("not there, Hungarian, in a template of words", framed("Hoppá", "<h1>Ezt az oldalt elvitte a víz</h1><p>A keresett cím nálunk nincs meg. Próbálja a nyitólapról!</p>", "Folyami Intézet", ["Kezdőlap"], "hu"), "A Tisza hajósai és a só útja"),
    gone("not there, Romanian, with a joke", framed("Pagină rătăcită", "<h1>Ups!</h1><p>Barca s-a dus în altă parte. Adresa cerută nu duce nicăieri.</p>", "Institutul Deltei", ["Acasă"], "ro"), "Pescarii lipoveni din Delta Dunării"),
    gone("not there, in figures drawn large", framed("Eh…", "<div class='e'><span>4</span><span>0</span><span>4</span></div><p>We looked under every boat.</p><a href='/'>Home</a>", "Delta Lab", ["Home"]), WORKS["en"]),
    gone("slots where a library was, Indonesian", doc("RIVER77: Situs Resmi Gampang Menang Hari Ini", "<h1>RIVER77 Link Daftar Resmi</h1><p>RIVER77 adalah situs permainan terpercaya dengan RTP tertinggi, deposit pulsa tanpa potongan dan bonus new member 100%. Daftar sekarang, slot gacor, maxwin setiap hari, jackpot cair cepat.</p><p>Slot gacor pragmatic, bandar togel, sbobet dan poker dalam satu akun. Bonus harian, slot, jackpot.</p>", "id"), WORKS["en"], states="parked"),
    gone("a host's placeholder", doc("Coming Soon", "<div><img src='/hostinger.svg'><h1>You Are All Set to Go!</h1><p>All you have to do now is upload your website files and start your journey. Check out how to do that below:</p><a href='https://www.hostinger.com/tutorials'>How to upload</a></div>"), WORKS["en"]),
    gone("a builder without its site", doc("Error ConnectYourDomain Occurred", "<h1>Looks Like This Domain Isn't Connected To A Website Yet</h1><p>If this is your domain, you can connect it to your site in the dashboard.</p>"), WORKS["en"]),
    gone("a blog given up", doc("Blog has been removed", "<h1>Sorry, the blog at oldjournal.example has been removed. This address is not available for new blogs.</h1>"), WORKS["en"]),
    gone("a name on offer by script", doc("oldjournal.example", "<script src='https://parking.bodiscdn.com/js/glp.js'></script><div id='ads'></div>"), WORKS["en"]),
]  # fmt: skip

CASES = [*GATES, *SAME, *ABSENT]
