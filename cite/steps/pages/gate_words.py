"""What gates are made of: the services that run them, the parameters that lead back, and their subjects in many tongues.

The words name a *subject* (robots, cookies, age …), never a whole sentence; they count only on pages of little
text, beside a second sign, so that an article on the same subject is not touched by them.
"""

from enum import StrEnum

from cite.steps.pages.word_tables import pattern_of


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
    Subject.ROBOTS: """challenges.cloudflare.com /cdn-cgi/challenge-platform captcha-delivery.com px-captcha px-cloud.net px-cdn.net
        perimeterx human-challenge _incapsula_resource awswaf.com awswaf/ gokuprops /abck/ sec-if-cpt sec-cpt bm-verify /_sec/
        hcaptcha.com google.com/recaptcha recaptcha/api g-recaptcha h-captcha cf-turnstile friendlycaptcha frc-captcha arkoselabs
        funcaptcha geetest.com g.alicdn.com/awsc /.within.website/ anubis_challenge kasada kpsdk ips.js ddos-guard
        sucuri_cloudproxy radware perfdrive.com crawlprevention altcha mtcaptcha smartcaptcha.yandexcloud smartcaptcha showcaptcha
        tollbit cap.js haproxy-challenge go-away/cmd _cf_chl_opt vercel/security vcrcs reblaze rbzns f5_cspm bobcmn
        checkpoint/challenge tspd_101 wsidchk qrator variti servicepipe turing-captcha""".split(),
    Subject.CONSENT: """privacy-mgmt.com sourcepoint sp-prod.net privacy-center.org didomi cookielaw.org onetrust optanon usercentrics
        consent.cookiebot cookiebot.com quantcast.mgr.consensu cmp.quantcast cmp.inmobi consensu.org consentmanager.net trustarc
        truste.com iubenda.com cookieyes axeptio contentpass.net fundingchoicesmessages guce. collectconsent consent.google
        consent.youtube consent.yahoo almacmp sirdata.com cmp.js appconsent tcfapi traffective.com klaro ketch.com osano
        cookieinformation cookiefirst cookiehub termly.io transcend-cdn opencmp commandersact tarteaucitron szn-cmp""".split(),
    Subject.LOGIN: """shibboleth seamlessaccess.org openathens login.microsoftonline aadcdn.msauth accounts.google.com/signin okta.com
        okta-signin auth0.com /cas/login simplesaml wayf discojuice edugain keycloak ezproxy piano.io/id cdn.tinypass
        urlmsasignup""".split(),
    Subject.QUEUE: """queue-it.net queue-it queueclient waitingroom waiting-room crowdhandler netfunnel""".split(),
    Subject.ADVERTS: """blockadblock fuckadblock admiral adblock-detect""".split(),
}
"""Marks of services in the addresses of scripts, frames and forms, and in class names, in lower case."""

RETURNS = frozenset(
    """return returnto return_to returnurl return_url returnuri redirect redirect_to redirecturl redirect_url redirecturi redirect_uri
    next target continue continueurl dest destination goto back backurl callback callbackurl callback_url origin originaldoneurl
    original_url originalurl requested requesturi request_uri referrer relaystate service session_redirect forward fwd came_from
    sourceurl url uri to t ctx content shire redir rurl ru done""".split()
)
"""Names of parameters under which a gate keeps the address that was asked for."""

WORDS = {
    Subject.ROBOTS: """
        en captcha robots?! bots?! human(s|ity)?! crawlers? scrap(ing|ers?)! automat unusual_(traffic|activity) verif(y|ied|ying|ication) challenge security_check suspicious firewall incident_id blocked! rate_(limit|threshold) too_many_requests reference_(number|id) puzzle machine! ray_id
        de mensch überprüf zugriffe gesperrt roboter sicherheitsabfrage sicherheitsprüfung
        fr vérifi automate! humain robot
        es comprob verifica humano robot
        pt verifica(r|ção|ndo) humano robô
        it verifica umano robot
        nl menselijk controleer mens_bent robot
        sv människa! robot kontrollerar
        da menneske! robot kontrollerer
        nb menneske! robot kontrollerer
        fi ihminen robotti tarkist
        is vélmenni manneskja
        pl człowiek weryfik sprawdzamy robotem
        cs člověk ověř robot
        sk človek overujeme robot
        hu ember! ellenőrz robot
        ro om!~verific verific robot
        hr čovjek provjer robot
        sl človek preverja robot
        bg човек проверка робот
        ru человек провер робот слишком_много символы_с
        uk людин перевір підтверд робот
        sr човек провера робот
        el άνθρωπ επιβεβαι ρομπότ
        tr insan! insan_ol doğrula denetli robot
        et inimene kontrolli robot
        lv cilvēks pārbaud robots
        lt žmogus tikrin robotas
        ca humà comproveu robot
        eu gizakia robota egiaztatu
        id manusia verifikasi robot
        vi xác_minh kiểm_tra_kết_nối người_máy
        sw nambari~picha roboti
        ar بشر إنسان التحقق يتحقق روبوت
        fa ربات بررسی_امنیت بررسی_مرورگر
        he מאמת אנושי רובוט
        hi मानव सत्यापित रोबोट
        bn রোবট যাচাই
        th ยืนยัน หุ่นยนต์
        zh 验证 驗證 访问过于频繁 环境异常 人机 确认您 机器人 機器人 网络安全
        ja 人間 ロボット 認証コード 確認コード
        ko 사람인지 보안을_?검토 보안_?문자 로봇""",
    Subject.CONSENT: """
        en cookies?! consent your_(data|privacy|choices) privacy personali[sz]ed_ad partners_(store|process) tracking! gdpr
        de einwillig zustimm einverstanden werbung_und mit_werbung -datenschutz widerruf cookies akzeptieren
        fr traceurs consentement vos_données vie_privée partenaires sans_accepter accepter_et cookies
        es consentimiento privacidad aceptar_y rastreo cookies
        pt parceiros concordo consentimento dados_de_geolocaliza privacidade cookies
        it profilazione consenso accetta_e riservatezza cookies?
        nl toestemming akkoord cookies
        sv godkänn integritet samtycke kakor cookies
        da samtykke cookies
        nb samtykke informasjonskapsler cookies
        fi evästei yksityisyy hyväksy_kaikki
        is vafrakök samþykki
        pl przetwarzani zgadzasz zgody! prywatnoś ciasteczk rodo! cookies
        cs souhlas uložením_údajů soukromí cookies
        sk súhlas súkromi cookies
        hu sütik süti! adatvéd elfogadom cookie
        ro cookie-uri acord~date consimțământ confidențialitat
        hr kolačić privol privatnost
        sl piškot soglas zasebnost
        bg бисквитк съглас поверителн
        ru согласи конфиденциальн персональных_данных cookie файлы_куки
        uk згод[аиу]! конфіденційн cookie
        sr колачић сагласност
        el συγκατάθ απόρρητ cookies?
        tr çerez gizlilik rıza!
        et küpsis nõusolek privaatsus
        lv sīkdat piekri(tu|šan) privātum
        lt slapuk sutik privatum
        ca galetes consentiment privadesa
        eu cookieak onartu pribatutasun
        id kuki! persetujuan privasi cookie
        vi quyền_riêng_tư cookie
        ar ملفات_تعريف الخصوصية
        fa کوکی حریم_خصوصی
        he עוגיות פרטיות
        hi कुकी सहमति
        zh 隐私 同意并 隱私
        ja クッキー 同意 プライバシー
        ko 쿠키 개인정보 동의""",
    Subject.LOGIN: """
        en log-?_?in! logged_in sign-?_?in! sign-?_?up! signing_in account! password user_?name passcode pin! card_number your_barcode institution organi[sz]ation_whose your_organi[sz]ation openathens shibboleth request_access you_need_access register! members?_only join_(now|to|&) agree_&?_?join barcode
        de anmeld einlogg -kennwort -passwort heimateinrichtung -konto registrier zugangsdaten
        fr inscri(re|vez) créez_un_compte identifi(ant|ez) mot_de_passe se_connecter connectez connexion authentification établissement réservée?_aux_membres
        es contraseña iniciar_sesi inicie_sesi reg[ií]str(at|es|ars)e cuenta! acceso_restringido usuarios_registrados
        pt cadastre regist[re]e-se palavra-passe senha! conta! iniciar_sessão fazer_login área_reservada
        it accedi! registrati password area_riservata credenziali
        nl registreer -wachtwoord inloggen aanmelden instelling
        sv logga_in lösenord
        da log_ind adgangskode
        nb logg_inn passord tilhørighet
        fi kirjaudu salasana
        is innskrá lykilorð
        pl załóż_konto zarejestruj zaloguj logowanie hasło
        cs registruj přihl heslo
        sk prihlás heslo
        hu bejelentkez jelszó
        ro autentific parol[ăa]!
        hr prijavi(te)? lozink prijava!
        sl prijavite gesl[oa]!
        bg парола влезте
        ru регистр войти войдите вход! пароль авториз
        uk увійти увійдіть пароль
        sr пријав лозинка
        el σύνδεση κωδικ
        tr oturum şifre giriş_yap parola
        et logi_sisse parool
        lv pieslēg parole
        lt prisijun slaptažod
        ca inicieu_sessió contrasenya
        eu hasi_saioa pasahitz
        id masuk! kata_sandi
        vi đăng_nhập mật_khẩu
        sw ingia! nenosiri
        ar تسجيل_الدخول كلمة_المرور
        fa ورود_به رمز_عبور
        he התחבר סיסמה
        hi सदस्य_?लॉग लॉग_इन पासवर्ड
        th เข้าสู่ระบบ รหัสผ่าน
        zh 登录 登錄 登入 密码 密碼
        ja ログイン パスワード 会員認証 利用者番号
        ko 로그인 비밀번호""",
    Subject.PAY: """
        en subscri(be|ption|ber) per_month digital_access free_account embargo restricted_until request_(a_)?copy to_(read|keep_reading|continue|unlock)! paywall unlimited_access
        de abonn abo! -digitalabo monatlich im_monat pur-abo
        fr abonn offres?!
        es suscr
        pt assin(e|ante|atura)!
        it abbonat abbonar abbonament
        nl abonn
        sv prenumer
        da abonn
        nb abonn
        fi tilaa(ja)?!
        is áskri
        pl abonament prenumerat subskry
        cs předpla
        sk predplat
        hu előfizet
        ro abonament abonaț
        hr pretplat
        sl naročnin naročnik
        bg абонамент абонат
        ru подпис
        uk передплат підпис
        sr претплат
        el συνδρομ
        tr abone!
        et tellija
        lv abone
        lt prenumer
        ca subscri subscriv
        eu harpide
        id berlangganan
        vi đăng_ký_gói
        ar اشترك مشترك
        fa اشتراک
        he מנוי
        hi सदस्यता केवल_सदस्य
        zh 订阅 訂閱 會員 会员 客户端 打开app
        ja 会員限定 有料
        ko 구독 회원_전용""",
    Subject.AGE: """
        en age! years_(of_age|old)! (over|are_you|at_least|under)_(18|21)! drinking_age of_legal 18\\+ adults?_only
        de alter(sprüfung|sverifikation|snachweis|sfreigabe|_bestätig) ihr_alter 18_jahre volljährig jugendschutz
        fr majeur 18_ans votre_âge
        es mayor_de_edad 18_años
        pt maior_de 18_anos
        it maggiorenne 18_anni età_legale
        nl 18_jaar leeftijd
        sv (18|20)_år åldersgräns
        da 18_år
        nb (18|20)_år aldersgrense
        fi 18_vuotta täysi-ikäi
        is 20_ára
        pl pełnoletni 18_lat!
        cs 18_let! plnolet
        sk 18_rokov
        hu elmúlt(ál|am)?_18 18_éves
        ro 18_ani!
        hr 18_godina punolet
        sl 18_let polnolet
        bg 18_години пълнолет
        ru 18_лет
        uk 18_років повнол
        el άνω_των_18 ενήλικ
        tr 18_yaş
        et 18-?_?aasta täisealine
        lv 18_gadi pilngadīg
        lt 18_metų
        vi 18_?tuổi
        ar 18_?سنة
        he בן_18 גיל_18
        zh 年龄 年齡 成人 未满
        ja -18歳 -20歳 成人
        ko 만_?19세 연령""",
    Subject.TERMS: """
        en terms_(of|and)! conditions_of_use i_(have_read|agree|accept)! read_and_agree before_you_(download|enter|view)! licen[cs]e! disclaimer undertake not_legal_advice
        de nutzungsbedingung ich_stimme lizenz haftungs
        fr conditions_générales conditions_d'utilisation j'ai_lu j'accepte règlement
        es condiciones acepto he_leído
        pt condições aceito! li_e
        it condizioni accetto! ho_letto dichiaro
        nl voorwaarden ik_ga
        sv villkor jag_godkänner
        da vilkår
        nb vilkår
        fi käyttöehdot
        is skilmál
        pl regulamin akceptuj
        cs podmínk
        sk podmienk
        hu felhasználási
        ro termeni
        hr uvjet(e|i)!
        sl pogoj
        bg общи_условия
        ru услови соглаша
        uk умови
        el όροι
        tr koşullar kabul!
        et tingimus
        lv noteikum
        lt sąlyg
        vi điều_khoản
        ar الشروط
        zh 使用条款 使用條款
        ja 利用規約 利用条件
        ko 이용약관""",
    Subject.REGION: """
        en (choose|select)_(your_|an?_)?(edition|region|country|location|market) your_(country|region|location|area|territory|market)! european_(union|economic|countries) gdpr outside_(of_)?(the|this)! (inside|within|from_within)_the_(uk|us|eu)! not_available_(in|to|from)!
        de wählen_sie_(ihr_land|ihre_region) ihrem_land ihrer_region außerhalb
        fr choisissez_votre votre_(pays|région|territoire) territoire
        es elija_su su_(país|región) territorio derechos_de_emisión
        pt seu_país
        it scegli_il_tuo tuo_paese
        nl kies_(uw|je)_(land|regio|editie) uw_(land|regio)! jouw_land
        sv ditt_land
        da dit_land
        nb ditt_land
        fi maassasi
        pl wybierz_kraj w_twoim_kraju
        cs vaší_zemi
        hu országában országodban
        ro țara_dvs
        ru выберите_(страну|регион) территори вашей_стране зарубеж отключите_vpn
        uk вашій_країні
        el χώρα
        tr ülkenizde
        vi quốc_gia
        ar بلدك منطقتك
        zh 选择国家 国外 您所在 地区 海外
        ja 国を選択 お住まいの 国外
        ko 국가""",
    Subject.BROWSER: """
        en browsers?! javascript scripts?_(on|off)! cookies?_(must|needed|required|on|disabled)! turn_(cookies|scripts)
        de browser
        fr navigateur
        es navegador
        pt navegador
        it browser
        nl browser
        sv webbläsare
        da browser
        nb nettleser
        fi selain! selaim
        is vafri! vafra
        pl przeglądark
        cs prohlížeč
        sk prehliadač
        hu böngésző
        ro browser
        hr preglednik
        sl brskalnik
        bg браузър
        ru браузер
        uk браузер
        el πρόγραμμα_περιήγησης
        tr tarayıcı
        et brauser
        lv pārlūk
        lt naršykl
        vi trình_duyệt
        ar متصفح
        fa مرورگر
        he דפדפן
        zh 浏览器 瀏覽器
        ja ブラウザ
        ko 브라우저""",
    Subject.QUEUE: """
        en in_line! queue waiting_room your_turn estimated_wait thanks_for_waiting high_demand
        de warteschlange wartezeit warteraum
        fr file_d'attente patiente
        es lista_de_espera en_cola
        pt fila_de_espera na_fila
        it in_coda
        nl in_de_rij wachtrij geduld
        sv kö! köar
        da kø!
        nb kø!
        fi jonossa
        pl kolejc
        cs ve_frontě
        sk v_poradí
        hu várakoz
        ro coadă
        ru очеред
        uk черз[іи]!
        el ουρά
        tr sıra(da|nız)
        vi hàng_đợi
        ar انتظار
        zh 排队 排隊
        ja 順番 お待ち
        ko 대기""",
    Subject.LANGUAGE: """
        en (choose|select)_(a_|your_)?language
        de sprache_wählen
        fr choisi\\w*_(la|votre)_langue
        es elija_(el|su)_idioma
        ru выберите_язык
        zh 选择语言
        ja 言語を選択""",
    Subject.ADVERTS: """
        en ad-?_?block content_blocker
        de werbeblocker adblocker
        fr bloqueur
        es bloqueador
        pt bloqueador
        it blocco_(degli_)?annunci
        nl reclameblokker adblocker
        sv annonsblockerare
        da annonceblokering
        nb annonseblokker
        fi mainosten_esto
        pl blokad[aęy]_reklam adblock
        cs blokov[aá]n[ií]_reklam
        hu reklám_?blokkol
        ru блокировщик
        tr reklam_engelle
        zh 广告拦截
        ja 広告ブロック
        ko 광고_?차단""",
}
"""By subject, a line for each language: how its words begin. See `word_tables` for the marks in them."""

NAMES_OF_LANGUAGES = frozenset(
    """english deutsch français español português italiano nederlands svenska dansk norsk suomi íslenska polski čeština
    slovenčina magyar română hrvatski slovenščina български русский українська ελληνικά türkçe eesti latviešu lietuvių català
    euskara galego cymraeg gaeilge gàidhlig malti shqip bahasa tiếng العربية فارسی עברית हिन्दी 中文 日本語 한국어 kiswahili
    afrikaans беларуская српски македонски""".split()
)
"""What languages call themselves, in lower case."""


SUBJECTS = {subject: pattern_of(lines) for subject, lines in WORDS.items()}
