"""The same families in other languages; a sixth set, written after the rules."""

from tests.web.cases import Case
from tests.web.cases.everyday import LOREM, html, menu
from tests.web.pages import prose
from tests.web.server import answer

RIO = "<p>El río nace en la sierra y cruza nueve pueblos antes de llegar al mar. En cada uno de ellos hay un molino, y en cada molino un libro en el que se anotaba el agua que pasaba. Los libros se guardan hoy en el archivo de la provincia.</p>"
RIVIERE = "<p>La rivière naît dans les collines et traverse neuf villages avant d'atteindre la mer. Dans chacun d'eux se trouve un moulin, et dans chaque moulin un livre où l'on notait l'eau qui passait. Ces livres sont aujourd'hui aux archives.</p>"
REKA = "<p>Река начинается в горах и проходит через девять деревень, прежде чем достичь моря. В каждой из них есть мельница, а на мельнице книга, куда записывали воду. Эти книги хранятся теперь в архиве области.</p>"
HE = "<p>这条河发源于山区，流经九个村庄后入海。每个村庄都有一座磨坊，每座磨坊都有一本账簿，记录流过的水量。这些账簿如今保存在省档案馆。</p>"


def case(name, state, page, title="", **more):
    return Case(f"tongue: {name}", state, answer(page), title, **more)


CASES = [
    case(
        "norwegian",
        "soft-404",
        menu("Siden finnes ikke", "<h1>Beklager, siden du leter etter finnes ikke</h1>", lang="no"),
    ),
    case(
        "catalan",
        "soft-404",
        menu(
            "Pàgina no trobada",
            "<h1>Pàgina no trobada</h1>",
            "La pàgina que cerqueu no existeix.",
            lang="ca",
        ),
    ),
    case(
        "croatian",
        "soft-404",
        menu(
            "Stranica nije pronađena",
            "<h1>Stranica nije pronađena</h1>",
            "Stranica koju tražite ne postoji.",
            lang="hr",
        ),
    ),
    case(
        "bulgarian",
        "soft-404",
        menu(
            "Страницата не е намерена",
            "<h1>Страницата не е намерена</h1>",
            "Търсената страница не съществува.",
            lang="bg",
        ),
    ),
    case(
        "persian",
        "soft-404",
        menu("صفحه مورد نظر یافت نشد", "<h1>صفحه مورد نظر یافت نشد</h1>", lang="fa"),
    ),
    case("hindi", "soft-404", menu("पृष्ठ नहीं मिला", "<h1>पृष्ठ नहीं मिला</h1>", lang="hi")),
    case("thai", "soft-404", menu("ไม่พบหน้าที่คุณต้องการ", "<h1>ไม่พบหน้าที่คุณต้องการ</h1>", lang="th")),
    case("estonian", "soft-404", menu("Lehte ei leitud", "<h1>Lehte ei leitud</h1>", lang="et")),
    case(
        "lithuanian", "soft-404", menu("Puslapis nerastas", "<h1>Puslapis nerastas</h1>", lang="lt")
    ),
    case(
        "slovene",
        "soft-404",
        menu("Stran ni bila najdena", "<h1>Stran ni bila najdena</h1>", lang="sl"),
    ),
    case(
        "danish in a sentence",
        "soft-404",
        menu("Institut", "Siden du søger, findes desværre ikke længere.", lang="da"),
    ),
    case(
        "polish in a sentence",
        "soft-404",
        menu("Instytut", "Przepraszamy, strona której szukasz nie została znaleziona.", lang="pl"),
    ),
    case(
        "portuguese in a sentence",
        "soft-404",
        menu("Instituto", "Desculpe, mas a página que você procura não foi encontrada.", lang="pt"),
    ),
    case(
        "japanese in a sentence",
        "soft-404",
        menu("研究所", "申し訳ありませんが、お探しのページは見つかりませんでした。", lang="ja"),
    ),
    case(
        "korean in a sentence",
        "soft-404",
        menu("연구소", "죄송합니다. 요청하신 페이지를 찾을 수 없습니다.", lang="ko"),
    ),
    case(
        "no results in spanish",
        "soft-404",
        menu(
            "Búsqueda",
            "<h1>Búsqueda</h1>",
            "No se encontraron resultados para su búsqueda.",
            lang="es",
        ),
        path="/buscar?q=rio",
    ),
    case(
        "no results in japanese",
        "soft-404",
        menu("検索", "<h1>検索結果</h1>", "該当する検索結果はありません。", lang="ja"),
        path="/search?q=kawa",
    ),
    case(
        "for sale in danish",
        "parked",
        html(
            "oldjournal.example er til salg",
            "<h1>Domænet er til salg</h1>",
            "Køb dette domæne.",
            lang="da",
        ),
    ),
    case(
        "for sale in czech",
        "parked",
        html("Doména na prodej", "<h1>Doména oldjournal.example je na prodej</h1>", lang="cs"),
    ),
    case(
        "for sale in korean",
        "parked",
        html("oldjournal.example", "<h1>이 도메인은 판매 중입니다</h1>", lang="ko"),
    ),
    case(
        "for sale in portuguese",
        "parked",
        html(
            "oldjournal.example",
            "<h1>Este domínio está à venda</h1>",
            "Faça uma oferta.",
            lang="pt",
        ),
    ),
    case(
        "expired in italian",
        "parked",
        html("Dominio scaduto", "<h1>Il dominio oldjournal.example è scaduto</h1>", lang="it"),
    ),
    case(
        "expired in polish",
        "parked",
        html("Domena wygasła", "<h1>Domena oldjournal.example wygasła</h1>", lang="pl"),
    ),
    case(
        "under construction in spanish",
        "parked",
        html("En construcción", "<h1>Sitio en construcción</h1>", lang="es"),
    ),
    case(
        "under construction in russian",
        "parked",
        html("Сайт в разработке", "<h1>Сайт находится в разработке</h1>", lang="ru"),
    ),
    case(
        "casino in spanish",
        "parked",
        html(
            "Casino online: bonos y tragaperras",
            "<h1>Mejor casino online</h1>",
            "Juega a las tragaperras y la ruleta en el mejor casino online. Bonus de bienvenida, apuestas deportivas y póker. Regístrate y reclama tu bonus. "
            * 3,
            lang="es",
        ),
    ),
    case(
        "casino in portuguese",
        "parked",
        html(
            "Cassino online com bônus - Apostas",
            "<h1>Cassino online</h1>",
            "Jogar slots, roleta e blackjack no melhor cassino. Bônus de depósito, apostas esportivas. Cadastre-se agora. "
            * 4,
            lang="pt",
        ),
    ),
    case(
        "robots in italian",
        "blocked",
        html(
            "Verifica",
            "<h1>Conferma che non sei un robot</h1>",
            "<div class='g-recaptcha'></div>",
            lang="it",
        ),
    ),
    case(
        "robots in spanish",
        "blocked",
        html(
            "Verificación de seguridad",
            "<h1>Confirme que no es un robot</h1>",
            "<div class='h-captcha'></div>",
            lang="es",
        ),
    ),
    case(
        "robots in polish",
        "blocked",
        html(
            "Weryfikacja",
            "<h1>Potwierdź, że nie jesteś robotem</h1>",
            "<div class='g-recaptcha'></div>",
            lang="pl",
        ),
    ),
    case(
        "robots in japanese",
        "blocked",
        html(
            "確認",
            "<h1>あなたがロボットではないことを確認してください</h1>",
            "<div class='g-recaptcha'></div>",
            lang="ja",
        ),
    ),
    case(
        "robots in portuguese",
        "blocked",
        html(
            "Verificação",
            "<h1>Confirme que você não é um robô</h1>",
            "<div class='g-recaptcha'></div>",
            lang="pt",
        ),
    ),
    case(
        "region in french",
        "blocked",
        html("Indisponible", "<h1>Ce contenu n'est pas disponible dans votre pays</h1>", lang="fr"),
    ),
    case(
        "region in spanish",
        "blocked",
        html("No disponible", "<h1>Este contenido no está disponible en su país</h1>", lang="es"),
    ),
    case(
        "consent in dutch",
        "blocked",
        html(
            "Cookietoestemming",
            "<h1>Voordat u verdergaat</h1>",
            "Wij gebruiken cookies. Geef toestemming om verder te gaan.",
            "<button>Akkoord</button>",
            lang="nl",
        ),
    ),
    case(
        "consent in french",
        "blocked",
        html(
            "Votre vie privée",
            "<h1>Votre vie privée</h1>",
            "Nous et nos partenaires utilisons des cookies. Acceptez pour continuer.",
            "<button>Accepter</button>",
            lang="fr",
        ),
    ),
    case(
        "log in in spanish",
        "login-or-paywall",
        menu(
            "Iniciar sesión",
            "<h1>Iniciar sesión</h1>",
            "<form><input name=u><input type=password></form>",
            lang="es",
        ),
    ),
    case(
        "log in in russian",
        "login-or-paywall",
        menu(
            "Вход",
            "<h1>Вход в систему</h1>",
            "<form><input name=u><input type=password></form>",
            lang="ru",
        ),
    ),
    case(
        "log in in japanese",
        "login-or-paywall",
        menu(
            "ログイン",
            "<h1>ログイン</h1>",
            "<form><input name=u><input type=password></form>",
            lang="ja",
        ),
    ),
    case(
        "log in in polish",
        "login-or-paywall",
        menu(
            "Logowanie",
            "<h1>Zaloguj się</h1>",
            "<form><input name=u><input type=password></form>",
            lang="pl",
        ),
    ),
    case(
        "a wall in french",
        "login-or-paywall",
        menu(
            "Réservé aux abonnés",
            "<h1>Cet article est réservé aux abonnés</h1>",
            "Abonnez-vous pour lire la suite.",
            lang="fr",
        ),
    ),
    case(
        "a wall in german over an article",
        "live",
        menu(
            "Der Fluss und die Mühlen",
            "<h1>Der Fluss und die Mühlen</h1>",
            prose(6, "de"),
            "<div>Weiterlesen mit Abo. Jetzt abonnieren und alle Artikel lesen.</div>",
            lang="de",
        ),
        "Der Fluss und die Mühlen",
    ),
    case(
        "maintenance in polish",
        "transient",
        html(
            "Przerwa techniczna",
            "<h1>Przerwa techniczna</h1>",
            "Trwają prace serwisowe. Zapraszamy wkrótce.",
            lang="pl",
        ),
    ),
    case(
        "maintenance in korean",
        "transient",
        html("점검 중", "<h1>시스템 점검 중입니다</h1>", "잠시 후 다시 이용해 주세요.", lang="ko"),
    ),
    case(
        "maintenance in arabic",
        "transient",
        html("الموقع تحت الصيانة", "<h1>الموقع تحت الصيانة</h1>", "سنعود قريبا.", lang="ar"),
    ),
    case(
        "maintenance in italian",
        "transient",
        html(
            "Sito in manutenzione", "<h1>Sito in manutenzione</h1>", "Torneremo a breve.", lang="it"
        ),
    ),
    case(
        "a fault in french",
        "transient",
        html(
            "Erreur", "<h1>Une erreur est survenue</h1>", "Veuillez réessayer plus tard.", lang="fr"
        ),
    ),
    case(
        "drift in spanish",
        "drifted",
        menu("Los molinos del río", "<h1>Los molinos del río</h1>", RIO, RIO, lang="es"),
        "La corrupción policial en las ciudades de la frontera norte",
    ),
    case(
        "drift in french",
        "drifted",
        menu(
            "Les moulins de la rivière",
            "<h1>Les moulins de la rivière</h1>",
            RIVIERE,
            RIVIERE,
            lang="fr",
        ),
        "Police et corruption dans les quartiers populaires de Marseille",
    ),
    case(
        "drift in russian",
        "drifted",
        menu("Мельницы на реке", "<h1>Мельницы на реке</h1>", REKA, REKA, lang="ru"),
        "Коррупция в полиции приграничных городов",
    ),
    case(
        "drift in chinese",
        "drifted",
        menu("河上的磨坊", "<h1>河上的磨坊</h1>", HE, HE, lang="zh"),
        "边境城镇警察腐败问题研究报告",
    ),
    case(
        "a spanish title on its page",
        "live",
        menu("Los molinos del río", "<h1>Los molinos del río</h1>", RIO, RIO, lang="es"),
        "Los molinos del rio",
    ),
    case(
        "a chinese title on its page",
        "live",
        menu("河上的磨坊", "<h1>河上的磨坊</h1>", HE, lang="zh"),
        "河上的磨坊",
    ),
    case(
        "a russian title in its text",
        "live",
        menu(
            "Архив",
            "<h1>Архив</h1>",
            REKA,
            "Из книги «Коррупция в полиции приграничных городов», 1999.",
            lang="ru",
        ),
        "Коррупция в полиции приграничных городов",
    ),
    case(
        "an english title, a russian page",
        "live",
        menu("Мельницы на реке", "<h1>Мельницы на реке</h1>", REKA, REKA, lang="ru"),
        "Police Corruption in Border Towns",
    ),
    case(
        "lost in polish",
        "live",
        menu(
            "Zaginione księgi",
            "<h1>Zaginione księgi</h1>",
            "Księgi, których nikt nie odnalazł po wojnie.",
            lang="pl",
        ),
    ),
    case(
        "missing in swedish",
        "live",
        menu(
            "Det som saknas",
            "<h1>Det som saknas</h1>",
            "En bok om kvarnar som inte längre finns.",
            lang="sv",
        ),
    ),
    case(
        "does not exist in turkish",
        "live",
        menu(
            "Olmayan köyler",
            "<h1>Olmayan köyler</h1>",
            "Haritada bulunmayan dokuz köyün öyküsü.",
            lang="tr",
        ),
    ),
    case(
        "not found in russian",
        "live",
        menu(
            "Ненайденные письма",
            "<h1>Ненайденные письма</h1>",
            "Письма, которые так и не нашли адресата.",
            lang="ru",
        ),
    ),
    case(
        "error in arabic",
        "live",
        menu(
            "الخطأ في التاريخ",
            "<h1>الخطأ في التاريخ</h1>",
            "مقالة عن أخطاء المؤرخين وما نتعلمه منها.",
            lang="ar",
        ),
    ),
    case(
        "no such thing in japanese",
        "live",
        menu("存在しない村", "<h1>存在しない村</h1>", "地図にない九つの村の物語。", lang="ja"),
    ),
    case(
        "nonexistent in chinese",
        "live",
        menu(
            "不存在的村庄", "<h1>不存在的村庄</h1>", "关于九个地图上没有的村庄的故事。", lang="zh"
        ),
    ),
    case(
        "filler under a title of its own",
        "live",
        menu("Weirs", "<h1>Weirs</h1>", LOREM, LOREM),
        "Weirs and Mills",
    ),
]
