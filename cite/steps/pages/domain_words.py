"""Words of pages that stand where a site was: for sale, expired, held by a registrar, never set up, taken over."""

import re

from cite.steps.pages.word_tables import sentence_of
from cite.steps.pages.wording import Wording

SALE = Wording(
    "|".join(
        (
            r"\bdomain(?:\s+name)?\b[^.!?]{0,50}?\b(?:is|may\s+be|are|could\s+be|might\s+be)\b[^.!?]{0,25}?\b(?:for\s+sale|available\s+for\s+purchase|on\s+sale|listed)\b",
            r"\b[\w-]+\.[a-z]{2,12}\b[^.!?]{0,20}?\b(?:is|may\s+be)\s+(?:for\s+sale|available\s+for\s+purchase)\b",
            r"\b(?:buy|get|own|purchase|acquire|want|interested\s+in)\s+(?:to\s+buy\s+)?this\s+(?:premium\s+)?domain\b",
            r"\bthis\s+(?:premium\s+)?domain\s+(?:name\s+)?(?:is\s+)?(?:for\s+sale|available)",
            r"\bpremium\s+domain\b[^.!?]{0,30}\bsale\b",
            r"\binquire\s+about\s+this\s+domain\b",
            r"\bmake\s+an?\s+offer\b[^.]{0,60}\bdomain\b",
            r"\bdomain\s+for\s+sale\b",
            r"\blease\s+to\s+own\b",
            r"\bdomain\s+broker\b",
            sentence_of("""
                de -domain! | steht_zum_verkauf zu_verkaufen kaufen zum_kauf erwerben
                fr domaine! | à_vendre en_vente acheter
                es dominio! | en_venta a_la_venta disponible_para_la_compra comprar
                it dominio! | in_vendita acquista
                pt domínio! | à_venda comprar
                nl domein | te_koop kopen
                sv domän | till_salu
                da domæne | til_salg
                nb domene | til_salgs
                fi verkkotunnus | myytävänä
                pl domen[ay]! | na_sprzedaż kup!
                cs doména | na_prodej prodeji
                sk doména | na_predaj
                hu domain | eladó
                ro domeniu | de_vânzare
                ru домен! доменное_имя | прода[её]тся на_продажу купить
                uk домен! | продається купити
                tr alan_adı domain | satılık
                el domain! | πωλείται προς_πώληση
                id domain! | dijual
                vi tên_miền | bán!
                zh 域名 | 出售 转让 轉讓 待售
                ja ドメイン | 販売 売り 譲渡 購入
                ko 도메인 | 판매
                ar النطاق | للبيع
                fa دامنه | فروش
            """).pattern,
        )
    ),
)
"""How a domain is offered for sale."""
HELD = Wording(
    "|".join(
        (
            r"\bdomain(?:\s+name)?\s+(?:has\s+|is\s+|was\s+)?(?:expired|parked|suspended|pending\s+(?:renewal|deletion)|inactive|not\s+(?:active|configured|connected))",
            r"\b(?:this|the)\s+domain\s+(?:name\s+)?(?:has\s+(?:just\s+|recently\s+)?(?:been\s+)?(?:expired|registered|suspended)|is\s+(?:parked|registered|reserved|suspended|not\s+configured|not\s+connected)|was\s+(?:recently\s+)?registered)",
            r"\bparked\s+(?:free|domain|by|at|on)\b",
            r"\b(?:domain\s+parking|parking\s+page)\b",
            r"\bdomain\s+(?:is|was)n[’']t\s+connected",
            r"\b(?:domain\s+)?was\s+(?:just|recently)\s+registered\b",
            r"\bdomain\s+(?:name\s+)?(?:reserved|registered)\b",
            r"\bregistration\s+(?:of|for)\b[^!?]{0,60}?\bexpired\b",
            r"\b[\w-]+\.[a-z]{2,12}\b\s+(?:has\s+expired|expired\s+on|is\s+parked)",
            r"\brenew\s+(?:it|now|this\s+domain|your\s+domain)\b",
            r"\bowner\s+of\s+this\s+domain\b",
            r"\bdomain\s+owner\b",
            r"\bhas\s+not\s+(?:yet\s+)?(?:been\s+)?(?:published|uploaded)\b[^.]{0,30}\b(?:page|site|website)\b",
            r"\bno\s+web\s?site\s+(?:is\s+)?(?:configured|yet|at\s+this\s+address)\b",
            sentence_of("""
                de -domain! | abgelaufen geparkt registriert reserviert gekündigt
                fr domaine! | expiré réservé enregistré parking été_créé déposé
                es dominio! | caducado expirado registrado aparcado estacionado
                it dominio! | scaduto registrato parcheggiato riservato
                pt domínio! | expirou expirado estacionado registrado registado
                nl domein | verlopen geparkeerd geregistreerd gereserveerd
                sv domän | parkerad registrerad utgått
                da domæne | parkeret registreret udløbet
                nb domene | parkert registrert utløpt
                fi verkkotunnus | varattu rekisteröity vanhentunut
                pl domena! | wygasła zaparkowana zarejestrowana utrzymywana
                cs doména! | expirovala zaparkovaná zaregistrována registrována
                sk doména! | expirovala zaparkovaná zaregistrovaná registrovaná
                hu domain | lejárt regisztrált parkol
                ro domeniu | expirat înregistrat parcat
                ru домен | припаркован зарегистрирован не_прил[ин] ист[её]к
                uk домен | припарковано зареєстровано
                tr alan_adı | park süresi_dol kayıtlı
                el domain! | έληξε κατοχυρω
                zh 域名 | 过期 到期 停放 停靠
                ja ドメイン | 期限 失効 有効期限 取得 パーキング 登録
                ko 도메인 | 만료 등록
            """).pattern,
        )
    ),
)
"""How a registrar speaks of a domain that it holds."""
_CURRENCY = r"(?:[$€£¥₹₽₺]|\b(?:USD|EUR|GBP|CHF|PLN|CZK|SEK|DKK|NOK|HUF)\b|Kč|zł)"
PRICE = re.compile(rf"{_CURRENCY}\s?\d[\d.,]*|\d[\d.,]*\s?{_CURRENCY}")
"""A sum of money."""
ADS = (
    "related searches", "related links", "related topics", "sponsored listing", "sponsored link", "sponsored result",
    "top searches", "popular searches", "top categories", "popular categories", "popular links", "top links", "search ads",
    "resources and information", "best source for", "weitere links", "sponsoren", "liens connexes", "recherches associées",
    "búsquedas relacionadas", "verwandte suchbegriffe",
)  # fmt: skip
"""Headings of lists of advertisements, in lower case."""
TRADE = Wording(
    r"\b(?:credit\s+cards?|car\s+insurance|insurance|mortgage|payday\s+loans?|loans|online\s+degrees?|cheap\s+flights|web\s+hosting|dental\s+implants?|debt|attorneys?|lawyers?|refinance|weight\s+loss|dating|hotels|antivirus|car\s+rental|work\s+from\s+home|forex|vpn)\b",
)
"""What the links of a page of advertisements lead to."""
PARKING_MARKUP = tuple(
    """sedoparking parkingcrew bodis. bodiscdn afternic hugedomains sedo.com parklogic domainsponsor namebright cashparking undeveloped.com
    domainmarket buydomains ztomy skenzo voodoo.com uniregistry above.com //dan.com //www.dan.com parking-lander domain-for-sale domainforsale
    window.park lander_system data-adblockkey /park? /park/? /parking? /parking/? park.js park.php parking.js parking.php domainpark parkingpage
    parkingservice d38psrni17bvxu /lander forsale domain_name= ?domain= &domain= parked-content caf/domains afs_landing google.ads.domains
    adsense/domains""".split()
)
"""What the markup of parking services holds, in lower case."""
MARKET_ADDRESS = Wording(
    r"(?:^|[./-])(?:lander|forsale|for-sale|domain-?(?:name|for|market|sale|park)\w*|(?:buy|name|sell)-?(?:this-?)?(?:domain|market)\w*|parking(?:page)?|hugedomains|sedo|dan|afternic|godaddy|sav|atom|squadhelp|brandbucket|undeveloped|efty)(?:[./?-]|$)",
)
DEFAULT_SERVER = Wording(
    r"welcome\s+to\s+(?:nginx|openresty|caddy|xampp|centos|wildfly|jboss|jetty|your\s+new\s+(?:web)?site|plesk|apache|tengine)|apache2?\s+(?:\w+\s+){0,2}(?:default|test)\s+page|^it\s+works!?$|iis(?:\s+windows)?\s+server|^iis\d*$|internet\s+information\s+services|test\s+page\s+for\s+the\s+(?:apache|nginx|http)|http\s+server\s+test\s+page|default\s+web\s?site\s+page|web\s+server(?:'|’)?s\s+default\s+page|cpanel®?,?\s+inc|(?:generated|powered)\s+by\s+plesk|plesk\s+(?:obsidian|onyx)|domain\s+default\s+page|future\s+home\s+of\s+something\s+quite\s+cool|this\s+is\s+the\s+default\s+(?:welcome|index|server|web)\s+page|default\s+server\s+page|placeholder\s+(?:page\s+)?for\s+(?:the\s+)?(?:domain|subdomain)|litespeed\s+web\s+server|successfully\s+installed\s+tomcat|apache\s+tomcat/\d|your\s+caddy|web\s+app\s+is\s+running\s+and\s+waiting|lighttpd\s+(?:placeholder|is\s+running)|(?:install|site)\s+(?:was\s+)?successful[^.]{0,20}congratulations|congratulations!?[^.]{0,40}(?:install|django|laravel|rails|server\s+is\s+working)|hello\s+world!?\s+welcome\s+to\s+wordpress|just\s+another\s+wordpress\s+site|there\s+is\s+no\s+web\s?site\s+(?:configured\s+)?at\s+this\s+address|site\s+not\s+(?:configured|published|installed)|index\.html\s+(?:is\s+)?missing|standardseite\s+des\s+webservers|herzlich\s+willkommen\s+bei\s+plesk|如果您看到此页面|恭喜.{0,10}站点创建成功",
    re.MULTILINE,
)
DEFAULT_BODY = Wording(
    r"default\s+(?:welcome\s+)?page\s+used\s+to\s+test|used\s+to\s+test\s+the\s+(?:correct|proper)\s+operation|you\s+should\s+replace\s+this\s+file|server\s+is\s+(?:successfully\s+)?installed\s+and\s+working\.\s+further|this\s+page\s+is\s+(?:automatically\s+)?generated\s+by",
)
"""What default pages of some length say, and texts about them do not."""
UNBUILT = Wording(
    "|".join(
        (
            r"\b(?:site|website|page)?\s*(?:is\s+)?(?:under\s+construction|coming\s+soon|launching\s+soon)\b|\b(?:coming|opening|launching)\s+soon\b|\b(?:store|shop)\s+is\s+(?:currently\s+)?unavailable\b|\baccount\s+(?:has\s+been\s+)?suspended\b|\b(?:website|site|hosting)\s+(?:has\s+been\s+|is\s+)?suspended\b|\bhier\s+entsteht\s+(?:eine\s+neue|in\s+k[üu]rze)|\bim\s+aufbau\b|\ben\s+construction\b|\bsite\s+en\s+construcci[oó]n\b|\ben\s+construcci[oó]n\b|\bem\s+constru[çc][ãa]o\b|\bin\s+costruzione\b|\bsito\s+in\s+costruzione|\bin\s+aanbouw\b|\bсайт\s+(?:находится\s+)?в\s+разработке\b|\bw\s+budowie\b|\byapım\s+aşamasında\b|\bunder\s+opbygning\b|準備中|工事中|网站建设中|建设中",
            sentence_of("""
                de -konto webspace website -paket | gesperrt suspendiert deaktiviert
                fr compte hébergement site | suspendu désactivé
                es cuenta alojamiento sitio | suspendid[ao] desactivad[ao]
                it account hosting sito | sospeso disattivato
                pt conta hospedagem site | suspens[ao] desativad[ao]
                nl account hosting website | opgeschort geblokkeerd
                pl konto hosting serwis | zawieszone zawieszony zablokowane
                cs účet hosting web | pozastaven zablokován
                ru аккаунт хостинг сайт | приостановлен заблокирован_хостинг
                tr hesap hosting site | askıya_alın
                ja アカウント サイト | 凍結 停止されて
                zh 账户 空间 | 暂停 停用
            """).pattern,
        )
    )
)
"""A site that is not built yet, or whose host has switched it off."""
VICE = Wording(
    r"\b(?:casinos?|kasino|slots?|slot88|poker|betting|sportsbook|bookmakers?|judi|togel|gacor|maxwin|bandar|pragmatic|sbobet|viagra|cialis|levitra|sildenafil|tadalafil|kamagra|potenzmittel|pharmacy|payday\s+loans?|escorts?|jackpot|roulette|baccarat|blackjack|spins|bahis\w*|rulet(?:a|ka)?|roleta|p[oó]quer|p[oó]ker|loterías?|iddaa|apuestas|cassino|apostas|spelautomater|wettanbieter|sportwetten|spielautomaten|tragaperras|paris\s+sportifs|scommesse|gokkasten|kasyno|zakłady|casinò|nhà\s+cái|cá\s+cược|казино|ставк\w*|автомат\w*|слот\w*|букмекер\w*|фриспин\w*|bettingsidor|spelbolag|nettikasino\w*|kasinot?|nettcasino\w*|cbd|vape|porn|xxx|sex|cam\s*girls|nude)\b|娱乐城|百家乐|博彩|老虎机|投注|彩票|赌场|棋牌|真人荷官|カジノ|パチンコ|スロット|카지노|토토|바카라|슬롯|สล็อต|บาคาร่า|คาสิโน|แทงบอล|كازينو",
)
"""What pages that move into dead domains sell."""
TOUTING = Wording(
    r"\b(?:bonus\w*|bônus|bonos?|bienvenida|juega|reclama|ganhe|jogue|boas-vindas|benvenuto|willkommen|free\s+spins|sign\s+up|join\s+now|play\s+now|claim|deposit|payouts?|no\s+prescription|without\s+prescription|rezeptfrei|ohne\s+rezept|diskret\w*|günstig|billig|sans\s+ordonnance|sin\s+receta|senza\s+ricetta|bez\s+recepty|discreet|buy\s+(?:now|online|cheap)|order\s+(?:now|generic|online)|cheap\w*|free\s+shipping|best\s+(?:online|price)|top\s+\d+|daftar|terpercaya|terbaru|gampang\s+menang|link\s+alternatif|rtp|deposit\s+pulsa|hari\s+ini|üye\s+ol|deneme\s+bonusu|güncel\s+giriş|çevrimsiz|играть|на\s+деньги|бонус\w*|зеркало|регистраци\w*|registrieren|willkommensbonus|jetzt\s+spielen|utan\s+(?:svensk\s+)?licens|uttag|omsättningskrav|uten\s+lisens|ilman\s+rekisteröitymistä|kotiutu\w*|talletus\w*|udbetaling\w*|zonder\s+registratie|bez\s+depozytu|vklad\w*|jugar|regístrate|jogar|cadastre|gioca|speel|zagraj|đăng\s+ký)\b|注册|彩金|官网|入口|平台|首存|登録|ボーナス|가입|먹튀|보너스|추천|검증|สมัคร|เครดิตฟรี|โบนัส|เว็บตรง",
)
"""How they say it."""
