"""What gates are made of: the services that run them, the parameters that lead back, and their subjects in many tongues.

The words name a *subject* (robots, cookies, age …), never a whole sentence; they count only on pages of little
text, beside a second sign, so that an article on the same subject is not touched by them.
"""

import re
from enum import StrEnum


class Subject(StrEnum):
    """What a gate is about."""

    ROBOTS = "robots"
    CONSENT = "consent"
    LOGIN = "log-in"
    PAY = "subscription"
    AGE = "age"
    TERMS = "terms"
    REGION = "region"
    BROWSER = "browser"
    QUEUE = "queue"
    ADVERTS = "advertising"
    LANGUAGE = "language"


SERVICES = {
    Subject.ROBOTS: """challenges.cloudflare.com /cdn-cgi/challenge-platform captcha-delivery.com px-captcha px-cloud.net perimeterx
        human-challenge _incapsula_resource awswaf.com awswaf/ gokuprops /abck/ sec-if-cpt sec-cpt bm-verify /_sec/ hcaptcha.com
        google.com/recaptcha recaptcha/api g-recaptcha h-captcha cf-turnstile friendlycaptcha arkoselabs funcaptcha geetest.com
        g.alicdn.com/awsc /.within.website/ anubis_challenge kasada ips.js ddos-guard sucuri_cloudproxy radware
        perfdrive.com crawlprevention altcha mtcaptcha smartcaptcha.yandexcloud smartcaptcha showcaptcha tollbit
        cap.js haproxy-challenge go-away/cmd _cf_chl_opt""".split(),
    Subject.CONSENT: """privacy-mgmt.com sourcepoint sp-prod.net privacy-center.org didomi cookielaw.org onetrust optanon usercentrics
        consent.cookiebot cookiebot.com quantcast.mgr.consensu cmp.quantcast cmp.inmobi consensu.org consentmanager.net trustarc
        truste.com iubenda.com cookieyes axeptio contentpass.net fundingchoicesmessages guce. collectconsent consent.google
        consent.yahoo almacmp sirdata.com cmp.js appconsent tcfapi traffective.com klaro""".split(),
    Subject.LOGIN: """shibboleth seamlessaccess.org openathens login.microsoftonline aadcdn.msauth accounts.google.com/signin okta.com
        okta-signin auth0.com /cas/login simplesaml wayf discojuice edugain keycloak ezproxy piano.io/id cdn.tinypass""".split(),
    Subject.QUEUE: """queue-it.net queue-it queueclient waitingroom crowdhandler""".split(),
}
"""Marks of services in the addresses of scripts, frames and forms, and in class names, in lower case."""

RETURNS = frozenset(
    """return returnto return_to returnurl return_url returnuri redirect redirect_to redirecturl redirect_url redirecturi redirect_uri
    next target continue continueurl dest destination goto back backurl callback callbackurl callback_url origin originaldoneurl
    original_url originalurl requested requesturi request_uri referrer relaystate service session_redirect forward fwd came_from
    sourceurl url uri t ctx content shire redir rurl ru done""".split()
)
"""Names of parameters under which a gate keeps the address that was asked for."""

WORDS = {
    Subject.ROBOTS: """captcha|\\brobots?\\b|\\bbots?\\b|\\bhuman(?:o|s|a)?\\b|crawler|scrap(?:ing|er)|automat|machine\\b|unusual\\s+(?:traffic|activity)|verif(?:y|ied|ying|ication|i[eé]|ica)|challenge|security\\s+check|suspicious|firewall|incident|block(?:ed)?\\b|javascript\\s+(?:is\\s+)?disabled|rate\\s+(?:limit|threshold)|too\\s+many\\s+requests|reference\\s+(?:number|id)|puzzle
        |mensch|überprüf|zugriffe|gesperrt|roboter|vérifi|automate\\b|humain|umano|verifica|comprob|menselijk|controleer|människa|menneske|ihminen|tarkist|człowiek|weryfik|sprawdzamy|člověk|ověř|ember|ellenőr|\\bom\\b.{0,12}verific|verificăm|insan|doğrula|denetli|άνθρωπ|επιβεβαι|челове|провер|слишком\\s+много|символы\\s+с|людин|перевір|підтверд
        |验证|驗證|访问过于频繁|环境异常|人机|确认您|人間|ロボット|認証コード|確認コード|사람인지|보안을\\s*검토|보안\\s*문자|로봇|بشر|إنسان|التحقق|يتحقق|روبوت|xác\\s*minh|kiểm\\s*tra\\s*kết\\s*nối|manusia|verifikasi|מאמת|אנושי|मानव|सत्यापित|ยืนยัน""",
    Subject.CONSENT: """cookies?\\b|\\bconsent|your\\s+(?:data|privacy)|privacy|personali[sz]ed\\s+ad|partners\\s+(?:store|process)|tracking|gdpr|einwillig|zustimm|einverstanden|werbung\\s+und|mit\\s+werbung|datenschutz|widerruf|traceurs|consentement|vos\\s+données|vie\\s+privée|partenaires|sans\\s+accepter|accepter\\s+et|profilazione|consenso|accetta\\s+e|riservatezza|consentimiento|privacidad|aceptar\\s+y|rastreo|parceiros|concordo|consentimento|dados\\s+de\\s+geolocaliza|privacidade|toestemming|akkoord|godkänn|integritet|samtykke|evästei|yksityisyy|hyväksy\\s+kaikki|przetwarzani|zgadzasz|prywatnoś|ciasteczk|rodo\\b|souhlas|uložením\\s+údajů|soukromí|sütik|süti|adatvéd|elfogadom|cookie-uri|acord(?:ul)?\\b.{0,20}date|çerez|gizlilik|rıza|συγκατάθ|απόρρητ|cookie-?k|согласи|конфиденциальн|персональных\\s+данных|згод[аиу]|クッキー|同意|プライバシー|쿠키|개인정보|동의|隐私|同意并|ملفات\\s+تعريف|الخصوصية|עוגיות|quyền\\s+riêng\\s+tư""",
    Subject.LOGIN: """log\\s?-?in\\b|sign\\s?-?in\\b|sign\\s?-?up\\b|signing\\s+in|\\baccount\\b|password|user\\s?name|\\bpasscode|card\\s+number|institution|organi[sz]ation\\s+whose|openathens|shibboleth|request\\s+access|you\\s+need\\s+access|register|members?\\s+only|join\\s+(?:now|to|&)|agree\\s+&?\\s*join|anmeld|einlogg|kennwort|passwort|heimateinrichtung|konto|registrier|identifi(?:ant|ez)|mot\\s+de\\s+passe|se\\s+connecter|connexion|authentification|établissement|contraseña|iniciar\\s+sesi|cuenta|palavra-passe|senha\\b|conta\\b|iniciar\\s+sessão|accedi|registrati|password|profilo|wachtwoord|inloggen|aanmelden|instelling|logga\\s+in|lösenord|log\\s+ind|adgangskode|logg\\s+inn|kirjaudu|salasana|zaloguj|hasło|přihl|heslo|bejelentkez|jelszó|autentific|parol[ăa]|oturum|şifre|giriş\\s+yap|σύνδεση|κωδικ|войти|вход\\b|пароль|увійти|ログイン|パスワード|会員認証|利用者番号|로그인|비밀번호|登录|登錄|密码|تسجيل\\s+الدخول|كلمة\\s+المرور|đăng\\s+nhập|התחבר|सदस्य\\s*लॉग""",
    Subject.PAY: """subscri|\\bper\\s+month|digital\\s+access|free\\s+account|to\\s+(?:read|keep\\s+reading|continue)|paywall|abonn|\\babo\\b|digitalabo|monatlich|im\\s+monat|offres?\\b|suscri|suscript|assin(?:e|ante|atura)|abbonat|abbonar|abonnee|prenumer|tilaa(?:ja)?|abonament|předpla|előfizet|abone|συνδρομ|подпис|передплат|会員限定|有料|구독|订阅|會員|اشترك|مشترك|đăng\\s+ký\\s+gói|सदस्यता|केवल\\s+सदस्य|מנוי""",
    Subject.AGE: """\\bage\\b|years\\s+(?:of\\s+age|old)|\\b(?:over|are\\s+you|at\\s+least|under)\\s+(?:18|21)|drinking\\s+age|of\\s+legal|18\\+|adults?\\s+only|\\balter(?:s(?:prüfung|verifikation|nachweis|freigabe)|\\s+bestätig)|ihr\\s+alter|18\\s+jahre|volljährig|jugendschutz|majeur|18\\s+ans|votre\\s+âge|mayor\\s+de\\s+edad|18\\s+años|maior\\s+de|18\\s+anos|maggiorenne|18\\s+anni|18\\s+jaar|leeftijd|18\\s+år|18\\s+vuotta|täysi-ikäi|pełnoletni|18\\s+lat|18\\s+let|elmúlt(?:ál|am)?\\s+18|18\\s+ani|18\\s+yaş|άνω\\s+των\\s+18|18\\s+лет|18\\s+років|18歳|20歳|成人|年龄|만\\s*19세|연령|18\\s*سنة|18\\s*tuổi""",
    Subject.TERMS: """terms\\s+(?:of|and)|conditions\\s+of\\s+use|\\bi\\s+(?:have\\s+read|agree|accept)|(?:have\\s+)?read\\s+and\\s+agree|before\\s+you\\s+(?:download|enter|view)|licen[cs]e|disclaimer|undertake|not\\s+legal\\s+advice|nutzungsbedingung|ich\\s+stimme|lizenz|haftungs|conditions\\s+générales|j[’']ai\\s+lu|j[’']accepte|règlement|condiciones|acepto|he\\s+leído|condições|aceito|li\\s+e|condizioni|accetto|ho\\s+letto|voorwaarden|ik\\s+ga|villkor|jag\\s+godkänner|vilkår|käyttöehdot|regulamin|akceptuj|podmínk|felhasználási|termeni|koşullar|kabul|όροι|услови|соглаша|умови|利用規約|使用条款|이용약관|الشروط|điều\\s+khoản""",
    Subject.REGION: """your\\s+(?:country|region|location|area|territory|market)|european\\s+(?:union|economic|countries)|gdpr|outside\\s+(?:of\\s+)?(?:the|this)|not\\s+available\\s+(?:in|to|from)|ihrem\\s+land|ihrer\\s+region|außerhalb|votre\\s+(?:pays|région|territoire)|territoire|su\\s+(?:país|región)|territorio|derechos\\s+de\\s+emisión|seu\\s+país|tuo\\s+paese|uw\\s+(?:land|regio)|ditt\\s+land|dit\\s+land|maassasi|w\\s+twoim\\s+kraju|vaší\\s+zemi|ország|țara\\s+dvs|ülkenizde|χώρα|территори|вашей\\s+стране|зарубеж|вашій\\s+країні|お住まいの|国外|您所在|地区|국가|بلدك|منطقتك|quốc\\s+gia""",
    Subject.BROWSER: """browsers?\\b|javascript|scripts?\\s+(?:on|off)|cookies?\\s+(?:must|needed|required|on)|turn\\s+(?:cookies|scripts)|navigateur|navegador|nettleser|webbläsare|selain|przeglądark|prohlížeč|böngésző|tarayıcı|πρόγραμμα\\s+περιήγησης|браузер|ブラウザ|浏览器|瀏覽器|브라우저|متصفح|trình\\s+duyệt|דפדפן""",
    Subject.QUEUE: """in\\s+line|\\bqueue|waiting\\s+room|your\\s+turn|estimated\\s+wait|thanks\\s+for\\s+waiting|warteschlange|wartezeit|warteraum|file\\s+d[’']attente|patiente|lista\\s+de\\s+espera|cola\\b|fila\\b|in\\s+coda|in\\s+de\\s+rij|wachtrij|geduld|\\bkö\\b|\\bkø\\b|jonossa|kolejc|ve\\s+frontě|várakoz|coadă|sıra(?:da|nız)|ουρά|очеред|черз[іи]|順番|お待ち|排队|대기|انتظار|hàng\\s+đợi""",
    Subject.LANGUAGE: """choose\\s+(?:your\\s+)?language|select\\s+(?:a\\s+|your\\s+)?language|english\\b.{1,40}(?:français|deutsch|español|русский|中文|日本語|العربية)|(?:français|deutsch|español|nederlands|italiano)\\b.{1,40}english|français.{1,20}(?:deutsch|nederlands|italiano)|sprache\\s+wählen|choisi\\w*\\s+(?:la|votre)\\s+langue|elija\\s+(?:el|su)\\s+idioma|выберите\\s+язык|言語を選択|选择语言""",
    Subject.ADVERTS: """ad[- ]?block|content\\s+blocker|werbeblocker|adblocker|bloqueur|bloqueador|blocco\\s+(?:degli\\s+)?annunci|reclameblokker|annonsblockerare|mainosten\\s+esto|blokad[aęy]\\s+reklam|blokov[aá]n[ií]\\s+reklam|reklám\\s?blokkol|reklam\\s+engelle|блокировщик|広告ブロック|广告拦截|광고\\s*차단""",
}
SUBJECTS = {
    subject: re.compile("|".join(part.strip() for part in words.split("\n")).replace("||", "|"), re.IGNORECASE)
    for subject, words in WORDS.items()
}  # fmt: skip
