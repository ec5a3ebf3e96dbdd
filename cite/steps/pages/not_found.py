"""Words with which pages say that nothing is there, language by language.

Kept as tables: `things` that can be missing, what is said of them (`gone`), and phrases that need no
thing (`whole`). A heading counts where it is nothing but such a message; a sentence counts where it
speaks to the reader of the page asked for.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from cite.steps.pages.wording import Wording


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words, as regular expressions without groups that capture."""

    things: str
    gone: str
    whole: str
    asked: str = ""
    """How the page speaks of what the reader asked for."""


LANGUAGES = {
    "en": Words(
        r"(?:web ?)?pages?|files?|documents?|articles?|content|resources?|urls?|sites?|items?|entry|records?|story|products?|listing|objects?|topic|thread|videos?|posts?|links?|address|location|publication|director(?:y|ies)|profile|collections?|issue|chapter|report|image|book|jobs?|event|user|account|offer|node|view|keys?|repository|project|bucket|application|blog|web\s?site|forum|group|channel|wiki|gallery|photo|album|playlist|track|episode|course|question|discussion|identifier|handle|doi|database",
        r"(?:was|were|is|are|can|could|has|have|does|do|did|may|might|must|seems?|appears?)?(?:\s*not|n[’']t|\s+cannot|\s+no\s+longer|\s+never)\s+(?:seem\s+to\s+|appear\s+to\s+)?(?:to\s+)?(?:be\s+|been\s+|have\s+been\s+)?(?:\w+ly\s+)?(?:found|exists?|available|located|here|online|there|on\s+this|display(?:ed)?|accessible|work|valid|retrieved|loaded|reached|shared|active|published)|cannot\s+be\s+(?:found|located|displayed)|can(?:no|’|')t\s+be\s+found|not\s+found|doesn[’']t\s+exist|do\s+not\s+exist|(?:has|have|was|were|may\s+have|might\s+have|must\s+have|been|is|are)\s+(?:been\s+)?(?:moved|removed|deleted|withdrawn|retired|archived|discontinued|expired|unpublished|renamed|taken\s+down)|is\s+(?:missing|gone|unavailable|broken|invalid)|expired|unavailable|missing|withdrawn|removed|deleted",
        r"(?:http\s*|error\s*|status\s*|code\s*)*40[4]\b(?:\s*error)?|not\s+found|nothing\s+(?:was\s+|here\s+|to\s+see\s+)?(?:found|here|there)|no\s+such\s+(?:page|file|document|address|item|record|key|app|application|site|user|list|handle|volume|title)|unknown\s+(?:domain|host|page|url|address)|(?:deleted|removed|closed|deactivated|withdrawn|unpublished)\s+(?:this|their|his|her|its)\s+(?:\w+\s+)?(?:site|page|account|blog|post|photo|video|file|document|channel|profile|story)|[\w-]+(?:\.[\w-]+)+\s+is\s+no\s+longer\s+available|(?:we|i)\s+(?:can\s?not|can[’']t|could\s*n[’']t|could\s+not|couldn[’']t|are\s+unable\s+to|were\s+unable\s+to|weren[’']t\s+able\s+to|did\s+not|didn[’']t)\s+(?:seem\s+to\s+)?(?:find|locate)|you\s*(?:’re|'re|\s+are|\s+seem\s+to\s+be)\s+lost|you\s+have\s+followed\s+a\s+broken\s+link|there\s+is\s+no\s+(?:\w+\s+)?(?:page|list|record|document|file|item|article|site|entry)\b|does\s+not\s+correspond\s+to\s+a\s+valid|(?:is|are)\s+not\s+at\s+this\s+address|no\s+\w+\s+specified|does\s*n[o’']t\s+exist|page\s+missing|dead\s+(?:end|link)|broken\s+link|lost\s+page|(?:your\s+)?(?:session|search|query|result\s+set)\s+(?:has\s+)?(?:expired|timed\s+out)|(?:is|are)\s*(?:not|n[’']t)\s+part\s+of\s+(?:our|the|this)\s+(?:\w+\s+)?(?:web\s?)?site|has\s+not\s+(?:been\s+)?archived|does\s+not\s+have\s+an?\s+(?:article|page|entry)|(?:there\s+is\s+)?(?:currently\s+)?no\s+text\s+in\s+this\s+page|this\s+is\s+(?:not|n[’']t)\s+the\s+(?:web\s+)?page\s+you(?:\s+are|[’']re|\s+were)\s+looking\s+for",
        r"\byou\b|\byour\b|requested|looking\s+for|this\s+(?:page|link|url|file|content|video|article|story|item|document|resource|web)\b|sorry|oops|whoops|\bserver\b|apolog|unfortunately|with\s+(?:this|that)\s+(?:exact\s+)?(?:name|title|number)|\burl\b|\bidentifier\b|\bspecified\b|in\s+(?:the|our)\s+database|by\s+(?:its|the|their)\s+(?:owner|author|uploader|publisher|user)s?\b|their\s+(?:account|site|blog)",
    ),
    "de": Words(
        r"(?:web|internet)?(?:seiten?)|datei(?:en)?|dokument\w*|artikel|inhalte?|url|adresse|eintrag|beitrag|datensatz|ressource|objekt|produkt|link",
        r"(?:\w+\s+){0,5}?(?:nicht\s+(?:mehr\s+)?(?:gefunden|vorhanden|verfügbar|auffindbar|existier\w*|erreichbar|finden|online)|nicht\s+mehr|existier\w+\s+(?:leider\s+)?nicht|(?:gelöscht|verschoben|entfernt|umbenannt)|nicht\s+\(mehr\))|gibt\s+es\s+(?:leider\s+)?nicht|nicht\s+gefunden",
        r"(?:fehler|http|status)\s*40[4]|nicht\s+gefunden|keine\s+seite\s+gefunden|seite\s+fehlt|sitzung\s+(?:ist\s+)?abgelaufen|gibt\s+es\s+(?:diese\s+seite|hier)\s+(?:leider\s+)?nicht|existiert\s+(?:leider\s+)?nicht|konnte\s+(?:leider\s+)?nicht\s+gefunden\s+werden",
        r"ihnen|\bsie\b|\bdu\b|diese[rs]?\s|gesuchte|angeforderte|aufgerufene|gewünschte|leider|entschuldigung|hoppla",
    ),
    "fr": Words(
        r"pages?|fichiers?|documents?|articles?|contenus?|ressources?|adresse|url|notice|lien|site",
        r"(?:\w+\s+){0,6}?(?:introuvables?|non\s+trouv[ée]e?s?|inexistante?s?|n[’'](?:existe|existent|est)\s+(?:pas|plus)\b|n[’']a\s+pas\s+(?:été\s+|pu\s+être\s+)?trouv[ée]e?|(?:déplacé|supprimé|retiré|archivé)e?s?\b|plus\s+disponible|a\s+disparu|ne\s+peut\s+être\s+trouvée)",
        r"(?:erreur|http|code)\s*40[4]|introuvable\b|session\s+expirée|page\s+perdue|(?:nous\s+)?n[’']avons\s+pas\s+(?:pu\s+)?trouv[ée]r?|n[’']existe\s+(?:pas|plus)|aucune\s+page",
        r"\bvous\b|\bvotre\b|demandée?|recherchée?|cette\s+(?:page|adresse)|désolés?|oups|malheureusement",
    ),
    "es": Words(
        r"páginas?|archivos?|documentos?|artículos?|contenidos?|recursos?|direcci[óo]n|enlace|url|registro|sitio|noticia|entrada",
        r"(?:\w+\s+){0,6}?(?:no\s+(?:se\s+)?(?:ha\s+(?:sido\s+|podido\s+)?|fue\s+|pudo\s+ser\s+|puede\s+ser\s+)?(?:encontrad[ao]s?|encuentra|existe|encontró|está\s+disponible|disponible|hallada?)|(?:eliminad|movid|borrad|retirad)[ao]s?\b|ya\s+no\s+(?:existe|está))",
        r"error\s*40[4]|no\s+encontrad[ao]|no\s+hemos\s+(?:podido\s+)?encontra(?:do|r)|no\s+(?:se\s+)?encontr(?:ó|amos)|no\s+existe",
        r"usted|solicitad[ao]|\bbuscas?\b|est[ae]\s+(?:página|noticia|contenido|enlace)|lo\s+sentimos|vaya|\bups\b|lamentablemente",
    ),
    "pt": Words(
        r"páginas?|arquivos?|ficheiros?|documentos?|artigos?|conteúdos?|recursos?|endereço|url|registo|registro",
        r"(?:\w+\s+){0,6}?(?:não\s+(?:foi\s+|pôde\s+ser\s+|pode\s+ser\s+)?(?:encontrad[ao]s?|existe|encontrou|está\s+disponível|disponível|localizada)|(?:removid|movid|apagad|excluíd|eliminad)[ao]s?\b|já\s+não\s+existe)",
        r"erro\s*40[4]|não\s+encontrad[ao]|não\s+conseguimos\s+encontrar|não\s+existe",
        r"você|procura|solicitad[ao]|est[ae]\s+(?:página|conteúdo)|desculpe|lamentamos|\bops\b",
    ),
    "it": Words(
        r"pagin[ae]|file|documento|articolo|contenut[oi]|risorsa|indirizzo|url|sito",
        r"(?:\w+\s+){0,6}?(?:non\s+(?:è\s+(?:stat[ao]\s+|più\s+)?|può\s+essere\s+)?(?:trovat[ao]|esiste|disponibile|presente)|non\s+c[’']è\s+più|(?:rimoss|spostat|cancellat|eliminat)[ao]\b)",
        r"errore\s*40[4]|non\s+trovat[ao]|non\s+esiste|non\s+abbiamo\s+trovato",
        r"\bhai\b|\bcerchi\b|cercando|richiest[ao]|cercat[ao]|questa\s+pagina|spiacenti|\bops\b|purtroppo",
    ),
    "nl": Words(
        r"(?:web)?pagina|bestand|document|artikel|inhoud|adres|item",
        r"(?:\w+\s+){0,5}?(?:niet\s+(?:meer\s+)?(?:gevonden|beschikbaar|vinden|bestaat)|bestaat\s+(?:helaas\s+)?niet|(?:verwijderd|verplaatst)\b)",
        r"fout\s*40[4]|niet\s+gevonden|niet\s+vinden|bestaat\s+niet",
        r"\bu\b|\bje\b|opgevraagde|gevraagde|gezochte|zoekt|deze\s+pagina|helaas|sorry|oeps",
    ),
    "pl": Words(
        r"stron[aęy]|pliku?|dokument\w*|artykuł\w*|zas[oó]b\w*|adres",
        r"(?:\w+[,]?\s+){0,5}?(?:nie\s+(?:istnieje|została?\s+znalezion[aoy]|znaleziono|jest\s+dostępna)|usunięt[aoy]|przeniesion[aoy])",
        r"błąd\s*40[4]|nie\s+znaleziono|nie\s+istnieje|nie\s+mogliśmy\s+znaleźć",
        r"szukasz|żądan[aey]|szukan[aey]|ta\s+strona|przepraszamy|niestety",
    ),
    "cs": Words(
        r"str[aá]nk[ayu]|soubor|dokument|článek",
        r"(?:\w+\s+){0,5}?(?:ne(?:byla|byl|bylo)\s+nalezen[ao]?|nenalezen[ao]?|neexistuje|nelze\s+najít|smazán[ao]?|přesunut[ao]?)",
        r"chyba\s*40[4]|nenalezeno|nenalezena|neexistuje", r"požadovan\w+|hledan\w+|tato\s+stránka|omlouváme|bohužel",
    ),
    "sk": Words(r"stránk[ay]|súbor|dokument", r"(?:\w+\s+){0,4}?(?:nebola\s+nájdená|sa\s+nenašla|neexistuje)", r"chyba\s*40[4]|nenájden[áé]", r"požadovan\w+|hľadan\w+|ľutujeme"),
    "ru": Words(
        r"страниц[аыу]|файл|документ|материал|статья|запись|ресурс|адрес",
        r"(?:[\w,]+\s+){0,5}?(?:не\s+(?:найден[аоы]?|существует|доступн[аоы]|обнаружен[аоы]?)|удален[аоы]?|удалён|перемещен[аоы]?|больше\s+не)",
        r"ошибка\s*40[4]|не\s+найден[аоы]?|такой\s+страницы\s+(?:нет|не\s+существует)|нет\s+такой\s+страницы",
        r"\bвы\b|запраш\w+|запрош\w+|эта\s+страница|такой\s+страницы|к\s+сожалению|извините",
    ),
    "uk": Words(r"сторінк[аиу]|файл|документ", r"(?:[\w,]+\s+){0,5}?(?:не\s+(?:знайдено|існує|знайдена)|видалено|переміщено)", r"помилка\s*40[4]|не\s+знайдено", r"\bви\b|шукаєте|запитан\w+|на\s+жаль"),
    "sv": Words(
        r"sidan|sida|filen|dokumentet|artikeln|innehållet",
        r"(?:\w+\s+){0,5}?(?:(?:kunde|kan|gick)\s+inte\s+(?:att\s+)?hitta[s]?|hittades\s+(?:tyvärr\s+)?inte|finns\s+(?:tyvärr\s+)?inte|existerar\s+inte|saknas|tagits\s+bort|flyttats)",
        r"fel\s*40[4]|hittades\s+inte|kunde\s+inte\s+hitta|finns\s+inte", r"\bdu\b|söker|sökte|begärda|tyvärr|ursäkta",
    ),
    "da": Words(r"siden|side|filen|dokumentet|artiklen", r"(?:[\w,]+\s+){0,6}?(?:ikke\s+(?:fundet|findes)|findes\s+(?:desværre\s+)?ikke|kunne\s+ikke\s+findes|eksisterer\s+ikke|(?:er\s+)?(?:slettet|flyttet))", r"fejl\s*40[4]|ikke\s+fundet", r"\bdu\b|leder\s+efter|søger|desværre|beklager"),
    "no": Words(r"siden|side|filen|dokumentet|artikkelen", r"(?:[\w,]+\s+){0,6}?(?:ikke\s+funnet|finnes\s+(?:dessverre\s+)?ikke|(?:ble|kunne)\s+ikke\s+(?:bli\s+)?(?:funnet|finnes)|eksisterer\s+ikke|slettet|flyttet)", r"feil\s*40[4]|ikke\s+funnet|fant\s+ikke\s+siden", r"\bdu\b|leter|dessverre|beklager"),
    "fi": Words(r"sivua?|tiedostoa?|sisältöä?", r"(?:\w+\s+){0,4}?(?:ei\s+(?:löytynyt|löydy|ole\s+(?:olemassa|enää))|on\s+(?:poistettu|siirretty))", r"virhe\s*40[4]|ei\s+löyd(?:y|etty)", r"etsimääsi|hakemaasi|pyytämääsi|valitettavasti"),
    "hu": Words(r"(?:az?\s+)?oldal|dokumentum|fájl", r"(?:\w+\s+){0,4}?(?:nem\s+(?:található|létezik|elérhető)|törölték|áthelyezték)", r"404-es\s+hiba|nem\s+található", r"keresett|kért|sajnáljuk"),
    "ro": Words(r"pagin[aă]|documentul|fișierul|articolul", r"(?:\w+\s+){0,5}?(?:nu\s+(?:a\s+(?:fost\s+|putut\s+fi\s+)?găsit[ăa]?|există|este\s+disponibil[ăa]?)|inexistentă)", r"eroare\s*40[4]|negăsit[ăa]?", r"căutați|solicitat[ăa]|scuze"),
    "tr": Words(
        r"sayfa(?:ya|yı|nın)?|dosya|belge|içerik|adres",
        r"(?:\w+\s+){0,5}?(?:bulun(?:amadı|amıyor|mamaktadır|muyor)|mevcut\s+değil|yok\b|kaldırılmış|silinmiş|taşınmış)",
        r"hata\s*40[4]|bulunamadı", r"aradığınız|istediğiniz|üzgünüz|bu\s+sayfa",
    ),
    "el": Words(r"σελίδα|αρχείο|έγγραφο", r"(?:\S+\s+){0,5}?(?:δεν\s+(?:βρέθηκε|υπάρχει))", r"σφάλμα\s*40[4]|δεν\s+βρέθηκε", r"ζητήσατε|αναζητάτε|λυπούμαστε"),
    "hr": Words(r"stranic[au]|datoteka|dokument", r"(?:\w+\s+){0,4}?(?:nije\s+(?:pronađen[ao]?|nađen[ao]?|dostupn[ao]?)|ne\s+postoji|uklonjena)", r"gre[sš]ka\s*40[4]|nije\s+pronađen[ao]?", r"tražite|tražen[ae]|nažalost|žao\s+nam"),
    "sr": Words(r"страниц[ау]|документ", r"(?:\w+\s+){0,4}?(?:није\s+(?:пронађена|нађена|доступна)|не\s+постоји)", r"грешка\s*40[4]|није\s+пронађена", r"тражите|нажалост"),
    "sl": Words(r"stran|datoteka|dokument", r"(?:\w+\s+){0,4}?(?:ni\s+(?:bil[ao]?\s+)?(?:najden[ao]?|mogoče\s+najti)|ne\s+obstaja)", r"napaka\s*40[4]|ni\s+(?:bila\s+)?najdena?", r"iščete|zahtevan[ae]|žal"),
    "bg": Words(r"страницата|документът|файлът", r"(?:\w+\s+){0,4}?(?:не\s+(?:е|беше)\s+(?:намерен[ао]?|открит[ао]?)|не\s+съществува)", r"грешка\s*40[4]|не\s+е\s+намерен[ао]?", r"търсите|търсената|съжаляваме|за\s+съжаление"),
    "et": Words(r"leh(?:te|ekülge)|faili|dokumenti|kirjet?", r"(?:\w+\s+){0,3}?(?:ei\s+(?:leitud|leidu|eksisteeri|ole\s+olemas))", r"viga\s*40[4]|ei\s+leitud", r"otsite|otsitud|kahjuks|vabandame"),
    "lt": Words(r"puslapis|failas|dokumentas", r"(?:\w+\s+){0,4}?(?:nerastas|neegzistuoja|nebuvo\s+rastas)", r"klaida\s*40[4]|nerasta(?:s)?", r"ieškote|ieškomas|deja|atsiprašome"),
    "lv": Words(r"lapa|fails|dokuments", r"(?:\w+\s+){0,4}?(?:nav\s+atrasta?|neeksistē|netika\s+atrasta)", r"kļūda\s*40[4]|nav\s+atrasta?", r"meklējat|meklētā|diemžēl|atvainojiet"),
    "id": Words(r"halaman|berkas|dokumen|artikel|konten", r"(?:\w+\s+){0,5}?(?:tidak\s+(?:ditemukan|tersedia|ada)|telah\s+dihapus)", r"tidak\s+ditemukan", r"\banda\b|maaf"),
    "vi": Words(r"trang|tài\s+liệu|bài\s+viết", r"(?:\S+\s+){0,5}?(?:không\s+(?:tồn\s+tại|tìm\s+thấy)|đã\s+bị\s+xóa)", r"không\s+tìm\s+thấy|lỗi\s*40[4]", r"bạn|xin\s+lỗi"),
    "ca": Words(r"pàgin[ae]s?|document", r"(?:\w+\s+){0,5}?(?:no\s+(?:s[’']ha\s+(?:trobat|pogut\s+trobar)|existeix|trobada))", r"no\s+trobada", r"cerqueu|sol·licitada"),
    "ja": Words(
        r"ページ|お探し|ファイル|記事|コンテンツ|URL",
        r"[^。]{0,24}?(?:見つかりません|見つかりませんでした|ありません|存在しません|存在しない|削除され|移動し|移動また|公開を終了|終了しました|みつかりません)",
        r"見つかりません|みつかりません|存在しません", r"お探し|ご指定|アクセス|このページ|申し訳|URL",
    ),
    "zh": Words(
        r"页面|頁面|网页|網頁|文章|内容|內容|文件|网站|链接|连结|資源|资源|地址",
        r"[^。，！]{0,12}?(?:不存在|找不到|未找到|已删除|已被删除|被刪除|不見|没有找到|已失效|无法找到|不到|丢失|过期|下架)",
        r"(?:找不到|未找到|没有找到|無法找到|无法找到|沒有找到)[^。，！]{0,12}?(?:页面|頁面|网页|網頁|内容|文件|资源)?|不存在", r"您|你|抱歉|对不起|對不起|访问|訪問|请求",
    ),
    "ko": Words(r"페이지|문서|게시물|파일", r"[^.]{0,20}?(?:찾을\s*수\s*없|존재하지\s*않|삭제되|없습니다)", r"찾을\s*수\s*없|존재하지\s*않", r"요청하신|찾으시는|죄송"),
    "ar": Words(r"ال?صفحة|المحتوى|الملف|المقال|الرابط", r"[^.]{0,40}?(?:غير\s+(?:موجودة?|متوفرة?|متاحة?)|لم\s+(?:يتم\s+العثور|نعثر)|لا\s+توجد|تم\s+(?:حذف|نقل))", r"غير\s+موجودة?|لم\s+يتم\s+العثور|خطأ\s*40[4]", r"عذرا|عذراً|عذرًا|تبحث|المطلوبة?|هذه\s+الصفحة"),
    "fa": Words(r"صفحه|مطلب", r"[^.]{0,30}?(?:پیدا\s+نشد|یافت\s+نشد|وجود\s+ندارد)", r"یافت\s+نشد|پیدا\s+نشد", r"شما|متاسفانه"),
    "he": Words(r"ה?דף|העמוד|הקובץ", r"[^.]{0,30}?(?:לא\s+(?:נמצא|קיים)|אינו\s+קיים)", r"לא\s+נמצא", r"שחיפשת|המבוקש|מצטערים"),
    "hi": Words(r"पृष्ठ|पेज", r"[^।]{0,30}?(?:नहीं\s+मिला|मौजूद\s+नहीं)", r"नहीं\s+मिला", r"आप|क्षमा"),
    "th": Words(r"หน้า|เพจ", r".{0,20}?(?:ไม่พบ|ไม่มี)", r"ไม่พบหน้า|ไม่พบ", r"คุณ|ขออภัย"),
}  # fmt: skip

RELOCATED = Wording(
    r"(?<!may\s)(?<!might\s)(?<!must\s)(?<!could\s)\b(?:has|have|is|was)\s+(?:been\s+)?(?:permanently\s+)?(?:moved|relocated)\s+(?:permanently\s+)?(?:to|into|here|onto)\b|\b(?:now|can\s+be)\s+(?:located|found|available)\s+(?:at|here|on)\b|\b(?:new|current)\s+(?:location|address|home|url|page)\s+(?:is|:)|\b(?:update|change)\s+your\s+(?:bookmarks?|links?)|\b(?:will|being)\s+(?:be\s+)?(?:redirected|sent\s+on|forwarded|taken\s+there)|\b(?:seite|website)\s+ist\s+umgezogen|\bneue\s+adresse\b|\bnouvelle\s+adresse\b|\ba\s+déménagé\b|\bnueva\s+dirección\b|\bse\s+ha\s+trasladado\s+a\b|\bnovo\s+endereço\b|\bnuovo\s+indirizzo\b|\bnieuw\s+adres\b|\bновый\s+адрес\b|移転しました|新しいURL",
)
"""A page that tells where the work is now."""
EXPIRED = Wording(
    r"\b(?:job|vacancy|position|posting|role|advert\w*|ad|listing|offer|property|home|lot|auction|event|competition|tender|call|campaign|petition|survey|product|item|course|apartment|room)\b[^.!?]{0,40}?\b(?:(?:has|have|is|was)\s+(?:now\s+|already\s+|been\s+)*(?:filled|closed|expired|ended|sold|withdrawn|taken|deactivated|cancelled|let|unlisted|over|discontinued|archived)|(?:is|are)\s+(?:no\s+longer|not)\s+(?:available|active|open|listed|online|accepting)|no\s+longer\s+(?:available|active|open|exists?|listed|online))"
    r"|\b(?:stellen(?:anzeige|angebot|ausschreibung)|anzeige|inserat|angebot|immobilie|objekt|veranstaltung|auktion|ausschreibung)\b[^.!?]{0,40}?(?:nicht\s+mehr\s+(?:aktiv|verfügbar|online|aktuell|aktiv|vorhanden)|abgelaufen|beendet|besetzt|deaktiviert|vergeben|verkauft)"
    r"|\b(?:annonce|offre|bien|lot|événement|poste|vente)\b[^.!?]{0,40}?(?:n[’'](?:est|existe)\s+plus|expirée?|pourvu|terminée?|vendue?|retirée?|clôturée?)"
    r"|\b(?:oferta|anuncio|inmueble|puesto|evento|subasta|convocatoria)\b[^.!?]{0,40}?(?:ya\s+no\s+(?:está|se\s+encuentra)|ha\s+(?:caducado|expirado|finalizado|sido\s+cubiert)|no\s+está\s+disponible)"
    r"|\b(?:annuncio|offerta|immobile|evento|asta|posizione)\b[^.!?]{0,40}?(?:non\s+è\s+più|scadut[oa]|terminat[oa]|chius[oa])|\b(?:anúncio|vaga|oferta|imóvel|evento|leilão)\b[^.!?]{0,40}?(?:já\s+não\s+est|não\s+está\s+mais|encerrad[oa]|expir|preenchid[oa])"
    r"|\b(?:vacature|advertentie|woning|aanbod|evenement|veiling)\b[^.!?]{0,40}?(?:niet\s+(?:meer\s+)?(?:actief|beschikbaar|online)|verlopen|vervuld|gesloten|verkocht)"
    r"|\b(?:ogłoszenie|oferta)\b[^.!?]{0,40}?(?:nieaktualn|wygasł|zakończon|nie\s+jest\s+już)|\b(?:inzerát|nabídka)\b[^.!?]{0,40}?(?:již\s+není|vypršel|neaktivní|neplatn)|\b(?:annonsen|annoncen|tjänsten|stillingen)\b[^.!?]{0,40}?(?:inte\s+längre|ikke\s+længere|ikke\s+lenger|utgång|udløb|utløp)|\b(?:ilan|ilanı)\b[^.!?]{0,40}?(?:yayından|sona\s+er|kaldırıl|pasif)|(?:объявление|вакансия|лот)[^.!?]{0,40}?(?:снят|закрыт|неактуальн|в\s+архиве|удален)"
    r"|(?:募集|掲載|求人)[^。]{0,16}(?:終了|締め切)|(?:职位|職位|商品|房源|该岗位)[^。]{0,12}(?:已下架|已关闭|已結束|已结束|已过期)|(?:채용|공고|게시)[^.]{0,12}(?:마감|종료)",
)
"""What stood on offer for a time and is over: posts, homes, lots, events."""
NO_RESULTS = Wording(
    r"nothing\s+(?:matched|found\s+for)|no\s+(?:(?:matching|such|relevant|corresponding)\s+)?(?:results?|matches|hits|records?|items?|entries|documents?|titles?|objects?|publications?|articles?)\s+(?:were\s+|was\s+|could\s+be\s+|have\s+been\s+)?(?:found|match\w*|for\b|returned|to\s+(?:display|show))|(?:^|[.!?:]\s|found\s|returned\s|showing\s|displaying\s)0\s+(?:results|hits|items|records)\b|did\s+not\s+match\s+any|no\s+(?:search\s+)?results\b|returned\s+no\s+results"
    r"|aucun\s+résultat|keine\s+(?:treffer|ergebnisse|suchergebnisse)|(?:leider\s+)?keine\s+\w+\s+gefunden|sin\s+resultados|no\s+se\s+(?:han\s+)?encontra(?:ron|do)\s+resultados|ningún\s+resultado|nenhum\s+resultado|nessun\s+risultato|geen\s+resultaten|ничего\s+не\s+найдено|результатов\s+не\s+найдено|brak\s+wyników|nie\s+znaleziono\s+wyników|inga\s+(?:träffar|resultat)|sonuç\s+bulunamadı|検索結果(?:は|が)?(?:ありません|見つかりません|0件)|没有(?:找到)?(?:相关|匹配)?(?:的)?结果|查無資料|검색\s*결과가\s*없|لا\s+توجد\s+نتائج|لم\s+يتم\s+العثور\s+على\s+نتائج",
)
"""A search that found nothing."""

_FILLER = re.compile(
    r"\b(?:oops|whoops|uh[- ]?oh|ooops|sorry|error|http|status|code|the|this|that|a|an|we|i|you|it|looks|like|for|there|is|are|seems|be|here|page|pages|requested|of|our|on|server|site|"
    r"leider|fehler|diese|die|wurde|erreur|désolés?|oups|cette|la|le|error|lo|sentimos|esta|ups|erro|desculpe|ops|a|o|errore|spiacenti|questa|fout|sorry|helaas|de|deze|ошибка|извините|błąd|fel|hata|hiba|eroare|chyba|virhe|fejl|feil|lỗi|maaf|抱歉|对不起|對不起|申し訳ございません|عذرا)\b|\b[\w.-]+\.[a-z]{2,12}\b|[\W\d_]+",
    re.IGNORECASE,
)
_UNSPACED = ("ja", "zh", "ko", "ar", "fa", "he", "hi", "th")
"""Languages whose words are not set apart by blanks, or carry their articles with them."""
_SPACED = tuple(name for name in LANGUAGES if name not in _UNSPACED)
# One test for the beginning of a word, before all that may begin there, makes the search five times faster.
_BEGINNING = r"(?<!\w)(?:"


def _message(words: Words) -> str:
    return rf"(?:{words.things})\b[^.!?。|]{{0,50}}?(?:{words.gone})|(?:{words.whole})"


_SPACED_MESSAGE = Wording(
    _BEGINNING + "|".join(_message(LANGUAGES[name]) for name in _SPACED) + ")",
)
_UNSPACED_MESSAGE = Wording(
    "|".join(
        rf"(?:{words.things})(?:{words.gone})|(?:{words.whole})"
        for words in map(LANGUAGES.__getitem__, _UNSPACED)
    ),
)
_UNSPACED_SCRIPT = re.compile(r"[\u0590-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # fmt: skip
_ABOUT = re.compile(
    r"\b(?:history|how|why|what|guide|understanding|handling|fix(?:ing)?|art\s+of|about|best|examples?|designing|tutorial|tips|novel|roman|poems?|essay|album|song|film|book)\b",
    re.IGNORECASE,
)
_A_WORK = re.compile(
    r"\b(?:an?|the)\s+(?:short\s+)?(?:novel|film|book|guide|history|poem|essay|album|song|story|play|tutorial)\b|\bnovel\s+by\b|\bhow\s+to\b|\broman\s+von\b|\bun\s+roman\b|\buna\s+novela\b",
    re.IGNORECASE,
)
"""Beside the message these make a title that of a work; a site may have a book or a film in its name."""
_HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—·:»«•\-/]+\s+|\s*[|»•]\s*|:\s+|_")
LONGEST_HEADING = 100


def _messages(text: str) -> Wording:
    """The messages that may be in a text, by its script."""
    unspaced = not text.isascii() and _UNSPACED_SCRIPT.search(text)
    return _UNSPACED_MESSAGE if unspaced else _SPACED_MESSAGE


def _found(text: str) -> list[str]:
    found = [match[0].strip() for match in _messages(text).finditer(text)]
    if _messages(text) is _UNSPACED_MESSAGE and re.search(r"[A-Za-z0-9]{3}", text):
        found += [match[0].strip() for match in _SPACED_MESSAGE.finditer(text)]
    return found


def said(text: str) -> str:
    """The first words of a text that say that something is not there, or nothing."""
    return next(iter(_found(text)), "")


def told(text: str) -> str:
    """A sentence that tells the reader that what they asked for is not there, or nothing."""
    for sentence in re.split(r"(?<=[.!?。！])\s*", text)[:8]:
        if len(sentence) > 260:
            continue
        words = max(_found(sentence), key=len, default="")
        if words and (_asked(sentence) or len(words) > 0.6 * len(text)):
            return words
    return ""


def _asked(sentence: str) -> bool:
    """Whether a message speaks of what its reader asked for, in the message's own language."""
    return any(m.search(sentence) and asked.search(sentence) for m, asked in _by_language())


@lru_cache(maxsize=1)
def _by_language() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Message and manner of speaking of each language; made when the first message is met."""
    pairs = []
    for name, words in LANGUAGES.items():
        begin = "(?:" if name in _UNSPACED else _BEGINNING
        message = f"(?:{words.things})(?:{words.gone})|(?:{words.whole})"
        if name not in _UNSPACED:
            message = _message(words)
        pairs.append(
            (
                re.compile(f"{begin}{message})", re.IGNORECASE),
                re.compile(words.asked, re.IGNORECASE),
            )
        )
    return pairs


def nothing_but(heading: str) -> str:
    """The message that a heading is from end to end; nothing where it is about something else."""
    parts = _parts(heading)
    messages = [part for part in parts if _is_message(part)]
    return (
        messages[0] if messages and all(p in messages or not _said_beside(p) for p in parts) else ""
    )


def nothing_but_a_name_beside(title: str) -> str:
    """The message that one part of a title is, where the rest may be the name of the site."""
    return next((part for part in _parts(title) if _is_message(part)), "")


def _parts(heading: str) -> list[str]:
    if len(heading) > 3 * LONGEST_HEADING or _A_WORK.search(heading):
        return []
    return [part.strip() for part in _SEPARATOR.split(heading) if part.strip()]


def _is_message(part: str) -> bool:
    if len(part) > LONGEST_HEADING or _ABOUT.search(_HOST.sub("", part)):
        return False
    rest, messages = _messages(part).subn(" ", part)
    if not messages:
        rest, messages = _SPACED_MESSAGE.subn(" ", part)
    left = len(_said_beside(rest))
    return bool(messages) and (left <= 2 or (left <= 0.3 * len(part) and _asked(part)))


def _said_beside(text: str) -> str:
    """What is left without words of apology, numbers and marks."""
    return _FILLER.sub("", text)
