"""Words of pages that stand between the asker and the work, or stand in for a site that is down."""

import re

from cite.steps.pages.word_tables import sentence_of
from cite.steps.pages.wording import Wording

CHALLENGE = Wording(
    r"^just\s+a\s+moment\W*$|attention\s+required!?\s*\|\s*cloudflare|checking\s+(?:if\s+the\s+site\s+connection\s+is\s+secure|your\s+browser)|(?:verify|confirm|verifying|make\s+sure|making\s+sure)\s+(?:that\s+)?you(?:\s+are|’re|'re)\s+(?:not\s+)?(?:a\s+)?(?:human|robot|bot|real)|are\s+you\s+(?:a\s+)?(?:human|robot)|prove\s+(?:that\s+)?you(?:\s+are|’re|'re)\s+(?:not\s+a\s+robot|(?:a\s+)?human)|i(?:\s+am|’m|'m)\s+not\s+a\s+robot|enable\s+javascript\s+and\s+cookies\s+to\s+continue|please\s+enable\s+(?:js|javascript)\s+and\s+(?:disable|cookies)|please\s+enable\s+cookies|access\s+to\s+this\s+page\s+has\s+been\s+denied|pardon\s+our\s+interruption|(?:request\s+unsuccessful|incapsula\s+incident)|reference\s*#?\s*#\s*\d+\.[0-9a-f]|unusual\s+(?:traffic|activity)\s+(?:from|coming|on)|complete\s+(?:this|the)\s+(?:re|h)?captcha|bot\s+(?:detection|verification|check)|ddos[- ](?:protection|guard)|security\s+(?:check|verification|challenge)|human\s+verification|you\s+have\s+been\s+blocked|you(?:’ve|'ve|\s+have)\s+been\s+blocked|press\s+(?:&|and)\s+hold|complete\s+the\s+(?:captcha|security\s+check)|enter\s+the\s+characters\s+you\s+see|solve\s+(?:the|this)\s+(?:captcha|puzzle)|are\s+you\s+a\s+real\s+person|before\s+we\s+continue|one\s+more\s+step|automated\s+(?:access|requests|queries)|suspicious\s+activity|your\s+(?:browser|request|ip(?:\s+address)?)\s+(?:is\s+being|has\s+been|was)\s+(?:checked|verified|blocked|flagged)"
    r"|kein\s+roboter|sicherheits(?:überprüfung|prüfung|abfrage|check)|ungewöhnlichen\s+datenverkehr|n[’']êtes\s+pas\s+un\s+robot|vérification\s+de\s+sécurité|no\s+eres\s+un\s+robot|no\s+es\s+un\s+robot|verificación\s+de\s+seguridad|não\s+é\s+um\s+robô|non\s+sei\s+un\s+robot|geen\s+robot|не\s+робот|проверка\s+(?:браузера|безопасности)|nie\s+jesteś\s+robotem|inte\s+är\s+en\s+robot|robot\s+olmadığınızı|ロボットではない|人机验证|安全验证|验证码|안전\s*확인|لست\s+روبوت",
)
CHALLENGE_MARKUP = tuple(
    """/cdn-cgi/challenge-platform/h/ _cf_chl_ cf-chl cf_chl _incapsula_resource captcha-delivery.com px-captcha perimeterx g-recaptcha
    h-captcha hcaptcha.com cf-turnstile challenges.cloudflare.com akam/ bm-verify distil_ awswaf aws-waf challenge.js sec-cpt sec-if-cpt
    kasada ips.js friendlycaptcha arkoselabs funcaptcha geetest anubis_challenge /.within.website/ sucuri_cloudproxy toppart-captcha
    ddos-guard stackpath awsc/captcha /_sec/cp_challenge""".split()
)
"""What the markup of bot challenges holds, in lower case."""
DENIED = Wording(
    r"^\W*(?:access\s+(?:is\s+|was\s+)?denied|access\s+forbidden|forbidden|request\s+rejected|zugriff\s+verweigert|accès\s+(?:refusé|interdit)|acceso\s+denegado|acesso\s+negado|accesso\s+negato|toegang\s+geweigerd|доступ\s+запрещ[её]н|brak\s+dostępu|dostęp\s+zabroniony|åtkomst\s+nekad|erişim\s+engellendi|アクセス(?:が)?拒否|拒绝访问|禁止访问|تم\s+رفض\s+الوصول|40[13]\b.{0,20}(?:forbidden|unauthori[sz]ed)?|unauthori[sz]ed|permission\s+denied|not\s+authori[sz]ed|request\s+(?:blocked|rejected))\W*$|you\s+(?:do\s+not|don[’']t)\s+have\s+(?:the\s+)?(?:permission|access|rights)|you\s+are\s+not\s+(?:authori[sz]ed|allowed)\s+to",
)
ABROAD = Wording(
    r"\b(?:content|page|video|site|website|service|article|programme|program)\b[^.!?]{0,60}?\b(?:not|n[’']t|un)\s*(?:be\s+)?(?:available|accessible|viewed)\b[^.!?]{0,20}?\bin\s+your\s+(?:country|region|location|area|territory)|\b(?:un|not\s+(?:currently\s+)?)available\b[^.!?]{0,40}?\b(?:countr(?:y|ies)|regions?|territor(?:y|ies)|jurisdictions?|europe(?:an)?|eea)\b|\bnot\s+available\s+in\s+your\s+(?:country|region|location)|\bunavailable\s+(?:in\s+your\s+(?:country|region|location)|due\s+to\s+legal\s+reasons|for\s+legal\s+reasons)|\baccess\s+(?:this\s+website\s+)?from\s+(?:a\s+country|your\s+(?:country|region|location))|\beuropean\s+economic\s+area\b[^!?]{0,120}\b(?:cannot|can[’']t|unable|unavailable)|\bgeo[- ]?(?:blocked|restricted)|\bin\s+(?:ihrem|deinem)\s+land\s+nicht\s+verfügbar|\bpas\s+disponible\s+dans\s+votre\s+(?:pays|région)|\bno\s+(?:está\s+)?disponible\s+en\s+(?:su|tu)\s+(?:país|región)|\bnão\s+(?:está\s+)?disponível\s+(?:no\s+seu\s+país|na\s+sua\s+região)|\bnon\s+(?:è\s+)?disponibile\s+nel\s+(?:tuo|suo)\s+paese|\bniet\s+beschikbaar\s+in\s+(?:uw|jouw)\s+(?:land|regio)|недоступ\w+\s+в\s+ваше[мй]\s+(?:стране|регионе)|お住まいの(?:国|地域)|您所在的(?:国家|地区)",
)
RESTRICTED = sentence_of("""
    en item content work scan volume document file text thesis image | (due_to|because_of)_(copyright|rights|licen[cs]ing) for_copyright_reasons copyright_restrictions (only|solely)~reading_rooms? only_(on_site|on_campus|on_the_premises) reading_rooms?_only under~embargo embargoed
    de digitalisat objekt werk dokument inhalt datei volltext | aus_urheberrechtlichen_gründen nur_(in_den_lesesälen|im_lesesaal|vor_ort) gesperrt_bis sperrfrist
    fr document œuvre contenu numérisation | raisons?_de_droits? consultable~sur_place salles?_de_lecture sous_embargo
    es documento obra contenido | (motivos|razones)_de_derechos salas?_de_lectura bajo_embargo
    it documento opera contenuto | motivi_di_(copyright|diritt) sala_di_lettura sotto_embargo
    pt documento obra conteúdo | (motivos|razões)_de_direitos sala_de_leitura sob_embargo
    nl document werk scan | (wegens|vanwege)_auteursrecht leeszaal onder_embargo
    sv verket dokumentet | upphovsrättsliga_skäl läsesal
    da værket dokumentet | ophavsretlige_(grunde|årsager) læsesal
    nb verket dokumentet | opphavsrettslige_(grunner|årsaker) lesesal
    fi aineisto teos | tekijänoikeussyistä lukusali
    pl dokument obiekt publikacja | ze_względu_na_praw czytelni embargiem
    cs dokument dílo | důvodu_autorsk studovn
    hu dokumentum mű | szerzői_jogi_ok olvasóterm
    ru документ издание книга | (из-за|в_связи_с)_авторск читальн
    ja 資料 本文 | 著作権の関係 著作権上の理由 館内限定 館内での
    zh 资源 文献 | 因版权 版权原因 馆内
    ko 자료 원문 | 저작권_문제 관내
""")
"""That the work is there and kept from readers elsewhere, by right or until a day."""
CONSENT = Wording(
    r"^\W*(?:before\s+you\s+continue|we\s+(?:value|respect|care\s+about)\s+your\s+privacy|your\s+privacy(?:\s+(?:choices|matters|settings))?|cookie\s+(?:consent|settings|policy|wall|preferences)|privacy\s+(?:settings|gate|wall)|consent|accept\s+cookies|bevor\s+sie\s+(?:fortfahren|zu)|datenschutz(?:einstellungen)?|cookie-?(?:einstellungen|zustimmung)|votre\s+vie\s+privée|avant\s+(?:d[’']|de\s+)continuer|su\s+privacidad|antes\s+de\s+continuar|la\s+tua\s+privacy|prima\s+di\s+continuare|cookietoestemming|toestemming|uw\s+privacy)\b",
)
COOKIES = Wording(r"\b(?:cookies?|consent|partners|datenschutz|vie\s+privée|privacidad)\b")
LOGIN = Wording(
    r"\b(?:log[\s-]?(?:into|in|on)|login|sign[\s-]?(?:in|on)|anmelden|anmeldung|einloggen|se\s+connecter|connexion|identifiez-vous|iniciar\s+sesi[oó]n|inicio\s+de\s+sesión|acceder|inloggen|aanmelden|accedi|entrar|iniciar\s+sessão|fazer\s+login|shibboleth|openathens|single\s+sign-on|authentication\s+required|you\s+need\s+(?:access|permission)|zaloguj|logowanie|logga\s+in|oturum\s+aç|giriş\s+yap|přihlásit|přihlášení|log\s+ind|logg\s+inn|kirjaudu|σύνδεση|bejelentkezés|members?\s+only|members?[’']?\s+area|access\s+through\s+your\s+institution|find\s+your\s+institution|institutional\s+(?:login|access)|where\s+are\s+you\s+from)\b|ログイン|登录|登入|登錄|войти|вход|авторизац|로그인|تسجيل\s+الدخول|התחבר",
)
MUST_LOG_IN = Wording(
    r"\b(?:required|have|need)\s+to\s+(?:log[\s-]?in|sign[\s-]?in|login)|\blog(?:in)?\s+(?:in\s+)?required|\b(?:please|you\s+(?:must|need\s+to|have\s+to)|must)\s+(?:be\s+)?(?:log(?:ged)?[\s-]?in|sign(?:ed)?[\s-]?in|register)|\b(?:request|ask\s+for|you\s+need)\s+(?:access|permission)\b|\bfor\s+(?:registered\s+)?members\s+only|\bbitte\s+(?:melden|loggen)\s+sie\s+sich|\bveuillez\s+vous\s+(?:connecter|identifier)|\bdebe\s+iniciar\s+sesión|\bprecisa\s+(?:de\s+)?(?:fazer\s+login|iniciar)|\bdevi\s+(?:effettuare|accedere)|\bchoose\s+your\s+institution|\b(?:sign|log)\s+in\s+(?:with|through|via)\s+(?:your\b|an?\b|openathens|shibboleth|google|orcid|facebook|apple)",
)
REFUSED = Wording(
    r"permission|authori[sz]ed|reference|support\s+id|administrator|blocked|security|firewall|not\s+allowed|your\s+(?:ip|request|browser)|berechtig|autoris|permiso|permiss|rechten|доступ|権限|权限",
)
"""What a refusal says beside the refusal."""
FOR_NOW = Wording(
    r"sorry|apologi|inconvenience|currently|temporar|at\s+the\s+moment|back\s+(?:soon|shortly|later|again|on)|check\s+back|try\s+again|please|shortly|soon\b|bitte|bald|später|vorübergehend|bientôt|plus\s+tard|veuillez|momentan|pronto|más\s+tarde|disculp|em\s+breve|desculp|a\s+breve|scus|later\s+terug|binnenkort|позже|извин|приносим|wkrótce|później|しばらく|稍后|잠시|لاحق",
)
"""How a page asks for patience."""
PAYWALL = Wording(
    r"\b(?:subscribe\s+(?:now\s+)?to\s+(?:continue|read|keep|unlock)|subscribers?\s+only|(?:for|to)\s+subscribers|subscription\s+(?:is\s+)?required|to\s+continue\s+reading|continue\s+reading\s+(?:with|for)|already\s+a\s+subscriber|already\s+subscribed|purchase\s+(?:access|this\s+article|pdf|article)|buy\s+(?:this\s+)?(?:article|chapter|access)|get\s+(?:full\s+)?access|access\s+options|rent\s+this\s+article|register\s+to\s+(?:read|continue)|this\s+(?:article|content|story)\s+is\s+(?:for|available\s+to|reserved\s+for)\s+(?:subscribers|members)|reserved\s+for\s+subscribers|you(?:\s+have|’ve|'ve)\s+(?:reached|read)\s+(?:your|all)[^.]{0,30}(?:limit|free)|unlock\s+this\s+article|become\s+a\s+(?:subscriber|member)\s+to|premium\s+(?:content|article)|metered|abonnieren\s+sie|jetzt\s+abonnieren\s+und|weiterlesen\s+mit|nur\s+für\s+abonnenten|réservé\s+aux\s+abonnés|abonnez-vous\s+pour|il\s+vous\s+reste\s+\d+\s*%|solo\s+para\s+suscriptores|suscríbete\s+para|exclusivo\s+para\s+assinantes|assine\s+para|riservato\s+agli\s+abbonati|abbonati\s+per|alleen\s+voor\s+abonnees|для\s+подписчиков|tylko\s+dla\s+prenumeratorów)\b|会員限定|有料会員|订阅后|订阅阅读",
)
MAINTENANCE = Wording(
    r"\b(?:site|server|system|service|website|page|application|database|catalogue|repository|we)\b[^.!?]{0,40}?\b(?:down\s+for|under|undergoing|in|performing|offline\s+for|carrying\s+out)\b[^.!?]{0,25}?\b(?:maintenance|upgrade|repairs?)\b|\bscheduled\s+(?:maintenance|downtime)\b|\bmaintenance\s+(?:mode|in\s+progress|break)\b|^\W*(?:(?:site\s+)?(?:under\s+)?maintenance|down\s+for\s+maintenance)\W*$|\b(?:be\s+)?(?:right\s+)?back\s+(?:soon|shortly|online\s+(?:soon|shortly)|in\s+a\s+(?:few|moment))|\btemporarily\s+(?:unavailable|offline|out\s+of\s+(?:service|order)|down|closed)|\bservice\s+(?:temporarily\s+)?unavailable\b"
    r"|\bwartung(?:sarbeiten|smodus)?\b|\bvorübergehend\s+nicht\s+(?:erreichbar|verfügbar)|\ben\s+(?:cours\s+de\s+)?maintenance\b|\bmaintenance\s+en\s+cours\b|\bmomentanément\s+indisponible|\btemporairement\s+indisponible|\ben\s+mantenimiento\b|\btareas\s+de\s+mantenimiento|\btemporalmente\s+fuera\s+de\s+servicio|\bem\s+manutenção\b|\bin\s+manutenzione\b|\btijdelijk\s+(?:niet\s+(?:bereikbaar|beschikbaar)|offline)|\bin\s+onderhoud\b|\bonderhoud\s+(?:aan|werkzaamheden)|\bbakım(?:da|\s+çalışması|\s+modu)|\bprac[eay]\s+(?:serwisow\w+|konserwacyjn\w+)|\bprzerwa\s+techniczna|\bunderhåll\b|\bhuoltokatko|\bvedligehold\b|техническ\w+\s+(?:работ|обслуживан)|メンテナンス(?:中|のため)|ただいまメンテナンス|系统维护|维护中|維護中|점검\s*중|قيد\s+الصيانة|تحت\s+الصيانة",
    re.MULTILINE,
)
FAILED = Wording(
    r"\b(?:critical\s+error\s+on\s+(?:this|your)\s+(?:web)?site|error\s+establishing\s+a\s+database\s+connection|database\s+(?:connection\s+)?error|could\s+not\s+connect\s+to\s+(?:the\s+)?database|internal\s+server\s+error|server\s+error\s+in\s+|runtime\s+error|application\s+error|unhandled\s+exception|fatal\s+error:|uncaught\s+(?:exception|error)|bad\s+gateway|gateway\s+time-?out|too\s+many\s+(?:requests|connections)|(?:rate|bandwidth|resource)\s+limit\s+(?:is\s+)?(?:exceeded|reached)|http\s+error\s+50\d|50[0234]\s+(?:service|internal|bad|gateway)|something\s+went\s+wrong|an\s+(?:unexpected\s+|internal\s+|unknown\s+)?error\s+(?:has\s+)?occurred|unexpected\s+error|technical\s+(?:difficulties|problems?|error)|website\s+encountered\s+an\s+unexpected\s+error|stack\s*trace|traceback\s+\(most\s+recent|(?:we(?:\s+are|[’']re)|the\s+(?:server|site)\s+is)\s+(?:very\s+|too\s+|currently\s+)?(?:busy|overloaded)|interner\s+(?:server)?fehler|technischer?\s+(?:fehler|störung)|ein\s+fehler\s+ist\s+aufgetreten|une\s+erreur\s+(?:est\s+survenue|s[’']est\s+produite|interne)|erreur\s+interne|ha\s+ocurrido\s+un\s+error|se\s+ha\s+producido\s+un\s+error|ocorreu\s+um\s+erro|si\s+è\s+verificato\s+un\s+errore|er\s+is\s+(?:iets\s+misgegaan|een\s+fout)|произошла\s+ошибка|внутренняя\s+ошибка|wystąpił\s+błąd|ett\s+fel\s+(?:har\s+)?(?:uppstått|inträffat)|bir\s+hata\s+oluştu)\b|エラーが発生|サーバーエラー|服务器(?:内部)?错误|系统错误|发生错误|حدث\s+خطأ",
)
