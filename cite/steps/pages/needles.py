"""The needles of each expression in `Wording`: strings of which every text that it matches holds one.

Made from the expressions by `CITE_ACCEPT=1 python -m pytest tests/steps/pages/test_wording.py`; not to be edited.
"""

NEEDLES = {
    "2624a0d21e7d10b2": (  # domain_words.SALE
        "域名|판매|도메인|miền|sale|ドメイン|domän|lease|دامنه|dijual|domain|domein|domena|"
        "domene|domeny|domæne|doména|predaj|prodej|купити|купить|النطاق|domeniu|"
        "dominio|domínio|inquire|premium|satilik|vânzare|продажу|available|myytävänä|"
        "продается|продаётся|продається|verkkotunnus"
    ),
    "af85c3b5adb750c5": (  # domain_words.HELD
        "域名|yet|도메인|alan|ドメイン|renew|домен|domain|domein|domena|domene|domæne|doména|"
        "parked|utgått|address|domeniu|dominio|domínio|expired|parking|parkerad|"
        "uploaded|published|configured|registered|registrerad|registration|verkkotunnus|"
        "припарковано|зареєстровано"
    ),
    "561e3ca050f40549": (  # domain_words.TRADE
        "vpn|debt|work|forex|loans|credit|dating|dental|hotels|lawyer|online|payday|"
        "rental|weight|flights|hosting|attorney|mortgage|antivirus|insurance|refinance"
    ),
    "8d328c626c8fc800": (  # domain_words.MARKET_ADDRESS
        "dan|sav|atom|efty|sedo|lander|forsale|godaddy|parking|afternic|for-sale|"
        "buydomain|buymarket|domainfor|squadhelp|buy-domain|buy-market|domain-for|"
        "domainname|domainpark|domainsale|namedomain|namemarket|selldomain|sellmarket|"
        "brandbucket|domain-name|domain-park|domain-sale|hugedomains|name-domain|"
        "name-market|sell-domain|sell-market|undeveloped|domainmarket|buythisdomain|"
        "buythismarket|domain-market|buy-thisdomain|buy-thismarket|buythis-domain|"
        "buythis-market|namethisdomain|namethismarket|sellthisdomain|sellthismarket|"
        "buy-this-domain|buy-this-market|name-thisdomain|name-thismarket|namethis-domain|"
        "namethis-market|sell-thisdomain|sell-thismarket|sellthis-domain|sellthis-market|"
        "name-this-domain|name-this-market|sell-this-domain|sell-this-market"
    ),
    "5cead01dc7559f60": (  # domain_words.DEFAULT_SERVER
        "恭喜|iis|test|caddy|plesk|works|apache|cpanel|domain|future|server|address|"
        "another|default|powered|running|welcome|herzlich|internet|lighttpd|如果您看到此页面|"
        "generated|installed|litespeed|published|configured|index.html|successful|"
        "placeholder|standardseite|congratulations"
    ),
    "385bd81badf74713": (  # domain_words.DEFAULT_BODY
        "server|should|default|generated|operation"
    ),
    "4b7f2d81032cb351": (  # domain_words.UNBUILT
        "停用|凍結|暂停|空间|账户|サイト|工事中|建设中|準備中|アカウント|停止されて|askiya|aufbau|coming|aanbouw|"
        "budowie|opening|sospeso|entsteht|gesperrt|suspendu|suspensa|suspenso|désactivé|"
        "launching|opbygning|suspended|aşamasinda|construcao|construcão|construçao|"
        "construção|desativada|desativado|opgeschort|pozastaven|suspendida|suspendido|"
        "zablokován|zawieszone|zawieszony|разработке|costruzione|deaktiviert|desactivada|"
        "desactivado|disattivato|geblokkeerd|suspendiert|unavailable|zablokowane|"
        "construccion|construcción|construction|заблокирован|приостановлен"
    ),
    "0f0bd3da65cbb66c": (  # domain_words.VICE
        "博彩|彩票|投注|棋牌|赌场|슬롯|토토|cbd|nhà|sex|xxx|カジノ|娱乐城|百家乐|老虎机|바카라|카지노|cược|"
        "judi|nude|porn|slot|vape|слот|スロット|パチンコ|真人荷官|bahis|gacor|girls|iddaa|poker|"
        "póker|rulet|spins|togel|ставк|สล็อต|bandar|casino|casinò|cialis|escort|"
        "kasino|kasyno|maxwin|payday|poquer|póquer|roleta|sbobet|viagra|казино|كازينو|"
        "คาสิโน|แทงบอล|apostas|betting|cassino|jackpot|kamagra|levitra|lotería|zakłady|"
        "автомат|фриспин|บาคาร่า|apuestas|baccarat|pharmacy|roulette|sportifs|букмекер|"
        "blackjack|bookmaker|gokkasten|pragmatic|scommesse|spelbolag|tadalafil|sildenafil|"
        "sportsbook|sportwetten|tragaperras|potenzmittel|wettanbieter|spelautomater|"
        "spielautomaten"
    ),
    "f33b49e225321181": (  # domain_words.TOUTING
        "入口|官网|平台|彩金|注册|登録|首存|가입|검증|먹튀|추천|buy|now|rtp|top|üye|보너스|bono|hari|"
        "join|play|sign|đăng|ボーナス|bonus|bônus|cheap|claim|ganhe|gioca|jogar|jogue|"
        "juega|jugar|price|speel|spins|uttag|vklad|бонус|สมัคร|โบนัส|billig|daftar|"
        "deneme|güncel|licens|lisens|online|payout|receta|rezept|zagraj|zonder|деньги|"
        "играть|deposit|diskret|gampang|generic|günstig|kotiutu|recepty|reclama|ricetta|"
        "spielen|terbaru|without|зеркало|เว็บตรง|cadastre|depozytu|discreet|shipping|"
        "talletus|benvenuto|çevrimsiz|เครดิตฟรี|alternatif|bienvenida|ordonnance|"
        "regístrate|terpercaya|udbetaling|willkommen|регистраци|boas-vindas|prescription|"
        "registrieren|omsättningskrav|rekisteröitymistä"
    ),
    "450f0585564f9f68": (  # ended_words.ENDED
        "博客|平台|提供|服务|服務|本站|網站|网站|閉鎖|종료|end|サイト|ブログ|came|down|dịch|pris|shut|"
        "sona|האתר|נסגר|サービス|fermé|stati|stato|trang|הופסק|arhiva|arrêté|assuré|"
        "attivo|bezárt|ceased|cesado|closed|deixou|dejado|leállt|longer|lukket|ophørt|"
        "portal|portes|presta|sunset|ugašen|ukinut|usluga|vypnut|zrušen|больше|закрит|"
        "закрыт|השירות|الخدمة|الموقع|ホームページ|終了しました|arkivet|cerrado|cessato|clôturé|"
        "ditutup|gestopt|nedlagt|palvelu|proposé|retired|servern|site-ul|sivusto|"
        "ukončen|припини|終了のお知らせ|終了致しました|akończył|avviklet|desligad|encerrad|encerrou|"
        "gepflegt|gesloten|maintenu|mantiene|megszűnt|stranica|supprimé|switched|"
        "tjänsten|wyłączon|zamknięt|zatvoren|υπηρεσία|завершил|終了いたしました|angeboten|"
        "betrieben|beëindigd|desativad|kapatildi|opgeheven|serviciul|stopgezet|tjenesten|"
        "zakończon|ιστότοποσ|прекратил|aangeboden|beroperasi|dihentikan|finalizado|"
        "nettstedet|terminated|eingestellt|geschlossen|hjemmesiden|onderhouden|permanently|"
        "plattformen|sonlandiril|webbplatsen|abgeschaltet|descontinuad|discontinued|"
        "kapatilmiştir|decommissioned|funcionamiento"
    ),
    "b6c2d4f595ceb0d4": (  # gate_words.SUBJECTS[robots]
        "人机|人間|驗證|验证|로봇|보안|bot|ray|بشر|机器人|機器人|确认您|humà|kiểm|mens|minh|ověř|"
        "robô|מאמת|ربات|मानव|রোবট|ロボット|环境异常|网络安全|사람인지|ember|human|insan|limit|người|"
        "umano|людин|робот|човек|אנושי|רובוט|إنسان|بررسی|روبوت|يتحقق|रोबोट|যাচাই|"
        "確認コード|認証コード|humain|puzzle|tikrin|verify|vérifi|človek|člověk|čovjek|žmogus|"
        "άνθρωπ|ρομπότ|провер|التحقق|مرورگر|ยืนยัน|访问过于频繁|automat|blocked|captcha|"
        "cilvēks|comprob|crawler|denetli|doğrula|gizakia|ihminen|inimene|machine|"
        "manusia|nambari|provjer|pārbaud|scraper|tarkist|unusual|verific|weryfik|"
        "перевір|символы|слишком|человек|człowiek|ellenőrz|firewall|gesperrt|incident|"
        "menneske|människa|preverja|requests|scraping|security|verified|vélmenni|"
        "zugriffe|überprüf|επιβεβαι|підтверд|सत्यापित|หุ่นยนต์|challenge|comproveu|"
        "egiaztatu|kontrolli|manneskja|overujeme|reference|threshold|controleer|"
        "sprawdzamy|suspicious|verifikasi|kontrollerar|kontrollerer|sicherheitsabfrage|"
        "sicherheitsprüfung"
    ),
    "5ef01c995f7f585a": (  # gate_words.SUBJECTS[consent]
        "同意|隐私|隱私|동의|쿠키|data|gdpr|kuki|riza|rodo|süti|کوکی|कुकी|クッキー|개인정보|acord|"
        "kakor|quyền|sutik|zgody|çerez|згода|згоди|згоду|файлы|خصوصی|ملفات|सहमति|"
        "cookie|küpsis|onartu|piškot|privol|privée|slapuk|soglas|súhlas|sīkdat|съглас|"
        "עוגיות|פרטיות|プライバシー|accetta|aceptar|adatvéd|akkoord|choices|consent|données|"
        "evästei|galetes|godkänn|hyväksy|kolačić|privacy|privasi|rastreo|souhlas|"
        "súkromi|werbung|zustimm|απόρρητ|колачић|согласи|accepter|concordo|consenso|"
        "gizlilik|nõusolek|partners|piekritu|privatum|privātum|samtycke|samtykke|"
        "samþykki|soukromí|traceurs|tracking|uložením|vafrakök|widerruf|zgadzasz|"
        "συγκατάθ|бисквитк|الخصوصية|ciasteczk|einwillig|elfogadom|parceiros|piekrišan|"
        "privadesa|prywatnoś|zasebnost|integritet|privaatsus|privacidad|privatnost|"
        "yksityisyy|поверителн|сагласност|akzeptieren|datenschutz|geolocaliza|partenaires|"
        "persetujuan|toestemming|consimțământ|personalised|personalized|pribatutasun|"
        "profilazione|przetwarzani|riservatezza|конфіденційн|персональных|einverstanden|"
        "конфиденциальн|confidențialitat|informasjonskapsler"
    ),
    "8b879c1a9b90d55b": (  # gate_words.SUBJECTS[log-in]
        "密码|密碼|登入|登录|登錄|log|pin|लॉग|로그인|join|khẩu|need|only|sign|user|đăng|вход|"
        "عبور|ورود|ログイン|会員認証|비밀번호|agree|conta|fazer|gesla|geslo|giriş|hasło|heslo|"
        "ingia|konto|masuk|passe|přihl|saioa|sandi|senha|sisse|załóż|şifre|κωδικ|"
        "войти|התחבר|סיסמה|सदस्य|パスワード|利用者番号|accedi|acceso|anmeld|compte|cuenta|"
        "inicie|jelszó|lozink|number|oturum|parola|parole|parolă|parool|влезте|парола|"
        "пароль|пријав|увійти|الدخول|المرور|account|barcode|iniciar|innskrá|passord|"
        "pieslēg|prihlás|prijava|prijavi|request|réservé|σύνδεση|авториз|войдите|"
        "лозинка|регистр|पासवर्ड|cadastre|inscrire|kennwort|kirjaudu|lykilorð|lösenord|"
        "nenosiri|pasahitz|passcode|password|passwort|prisijun|register|salasana|"
        "usuarios|увійдіть|รหัสผ่าน|connecter|connectez|connexion|inscrivez|registruj|"
        "reservada|riservata|slaptažod|autentific|contraseña|identifiez|instelling|"
        "openathens|registrate|registrati|registreer|registrese|registrier|regístrate|"
        "regístrese|shibboleth|wachtwoord|adgangskode|bejelentkez|contrasenya|credenziali|"
        "identifiant|institution|registee-se|registrarse|registre-se|regístrarse|"
        "tilhørighet|zarejestruj|เข้าสู่ระบบ|organisation|organization|zugangsdaten|"
        "établissement|authentification|heimateinrichtung"
    ),
    "19558056675b7ebb": (  # gate_words.SUBJECTS[subscription]
        "会员|會員|有料|訂閱|订阅|구독|회원|abo|客户端|free|read|đăng|מנוי|会員限定|monat|month|offre|"
        "suscr|tilaa|áskri|اشترك|مشترك|सदस्य|打开app|assine|unlock|абонат|подпис|підпис|"
        "اشتراک|abbonar|abbonat|digital|embargo|harpide|paywall|předpla|request|subscri|"
        "subskry|tellija|συνδρομ|continue|előfizet|naročnik|naročnin|predplat|prenumer|"
        "pretplat|претплат|assinante|unlimited|абонамент|передплат|abbonament|assinatura|"
        "restricted|berlangganan"
    ),
    "aae0fae9077c75f5": (  # gate_words.SUBJECTS[age]
        "18|20|21|年齡|年龄|成人|未满|연령|19세|age|aasta|adult|alter|jahre|legal|maior|"
        "mayor|rokov|votre|years|років|elmúlt|godina|majeur|vuotta|ενήλικ|години|"
        "повнол|plnolet|punolet|bestätig|drinking|leeftijd|polnolet|sprüfung|пълнолет|"
        "pilngadīg|sfreigabe|snachweis|pełnoletni|täisealine|täysi-ikäi|volljährig|"
        "maggiorenne|åldersgräns|aldersgrense|jugendschutz|sverifikation"
    ),
    "3435230e0a5d0dcb": (  # gate_words.SUBJECTS[terms]
        "ik|li|have|j'ai|j’ai|όροι|使用条款|使用條款|利用条件|利用規約|이용약관|agree|kabul|khoản|"
        "letto|leído|pogoj|sąlyg|terms|умови|accept|aceito|acepto|advice|before|"
        "stimme|uvjete|uvjeti|vilkår|услови|الشروط|accetto|podmínk|skilmál|termeni|"
        "villkor|соглаша|akceptuj|dichiaro|haftungs|koşullar|podmienk|tingimus|condições|"
        "godkänner|regulamin|règlement|undertake|conditions|condizioni|disclaimer|"
        "condiciones|käyttöehdot|voorwaarden|felhasználási|nutzungsbedingung"
    ),
    "0bf351aad0559b69": (  # gate_words.SUBJECTS[region]
        "国外|地区|海外|국가|您所在|area|ditt|gdpr|jouw|kies|land|país|quốc|vaší|țara|χώρα|"
        "بلدك|国を選択|选择国家|elija|ihrem|paese|regio|twoim|votre|お住まいの|choose|inside|"
        "market|región|scegli|select|within|wählen|країні|стране|منطقتك|country|"
        "outside|wybierz|зарубеж|derechos|european|location|maassasi|выберите|außerhalb|"
        "available|territory|ülkenizde|отключите|территори|choisissez|országában|"
        "territoire|territorio|országodban"
    ),
    "2888000647a2d800": (  # gate_words.SUBJECTS[browser]
        "浏览器|瀏覽器|ブラウザ|브라우저|trình|vafra|vafri|דפדפן|متصفح|cookie|pārlūk|script|selaim|"
        "selain|مرورگر|brauser|browser|naršykl|браузер|браузър|böngésző|tarayici|"
        "brskalnik|navegador|nettleser|prohlížeč|πρόγραμμα|navigateur|preglednik|"
        "prehliadač|webbläsare|przeglądark"
    ),
    "c1e5c13d86a22ae1": (  # gate_words.SUBJECTS[queue]
        "kö|kø|排队|排隊|順番|대기|rij|お待ち|coda|cola|fila|hàng|line|turn|ουρά|coadă|"
        "queue|черзи|черзі|demand|espera|frontě|geduld|kolejc|poradí|sirada|thanks|"
        "очеред|انتظار|jonossa|siraniz|várakoz|waiting|patiente|d'attente|d’attente|"
        "estimated|warteraum|wartezeit|warteschlange"
    ),
    "a58ed0f73d110293": (  # gate_words.SUBJECTS[language]
        "选择语言|言語を選択|choisi|idioma|sprache|language|выберите"
    ),
    "63be67083efd1ea1": (  # gate_words.SUBJECTS[advertising]
        "광고|广告拦截|block|blocco|reklam|reklám|広告ブロック|bloqueur|mainosten|bloqueador|"
        "блокировщик|annonseblokker|reclameblokker|annonceblokering"
    ),
    "ee26ff941c8eda87": (  # not_found.RELOCATED
        "new|sent|found|moved|nieuw|taken|новый|change|update|新しいurl|移転しました|adresse|"
        "current|located|déménagé|endereço|nouvelle|available|dirección|forwarded|"
        "indirizzo|umgezogen|redirected|trasladado"
    ),
    "4351a7f253a1c974": (  # not_found.EXPIRED
        "商品|房源|終了|职位|職位|마감|종료|let|締め切|该岗位|asta|ilan|open|over|sold|vaga|снят|"
        "ended|n'est|n’est|taken|vendu|aanbod|active|closed|evento|expiré|filled|"
        "imóvel|leilão|listed|longer|objekt|oferta|online|pourvu|puesto|retiré|woning|"
        "архиве|закрыт|удален|angebot|anuncio|anzeige|anúncio|auktion|clôturé|expired|"
        "inserat|inzerát|nabídka|offerta|terminé|veiling|annoncen|annonsen|annuncio|"
        "archived|immobile|inmueble|n'existe|n’existe|tjänsten|vacature|accepting|"
        "available|cancelled|evenement|immobilie|posizione|withdrawn|ogłoszenie|"
        "stillingen|неактуальн|advertentie|deactivated|convocatoria|discontinued|"
        "ausschreibung|veranstaltung"
    ),
    "4f0f47d3be7ebac8": (  # not_found.NO_RESULTS
        "검색|for|hits|show|查無資料|没有结果|found|items|match|نتائج|没有的结果|nenhum|nessun|"
        "ningún|ничего|العثور|検索結果0件|没有匹配结果|没有找到结果|没有相关结果|display|nothing|records|"
        "results|treffer|träffar|wyników|検索結果が0件|検索結果は0件|没有匹配的结果|没有找到的结果|没有相关的结果|"
        "gefunden|resultat|returned|résultat|没有找到匹配结果|没有找到相关结果|検索結果ありません|没有找到匹配的结果|"
        "没有找到相关的结果|bulunamadi|ergebnisse|resultados|znaleziono|検索結果がありません|検索結果はありません|"
        "результатов|検索結果見つかりません|検索結果が見つかりません|検索結果は見つかりません"
    ),
    "870aa0977cd5b3b8": (  # not_found._SPACED_MESSAGE
        "404|n't|not|n’t|url|dead|does|está|file|find|gone|liệu|lost|part|sito|"
        "sivu|such|text|viết|adres|belge|dosya|exist|finns|found|hitta|không|kunde|"
        "leidu|löydy|moved|n'est|never|nicht|n’est|sayfa|seite|siden|taken|there|"
        "timed|trang|існує|(mehr)|atrast|aucune|berkas|broken|closed|eroare|errore|"
        "esiste|finnes|fundet|funnet|hallad|içerik|klaida|konnte|konten|leitud|locate|"
        "longer|mogoče|movida|movido|najden|nebola|olemas|online|pagina|pagine|pagină|"
        "perdue|pàgina|pàgine|rastas|retiré|saknas|soubor|tagits|trouve|trouvé|vinden|"
        "został|článek|σφάλμα|больше|грешка|найден|ошибка|удален|удалён|файлът|abbiamo|"
        "address|apagada|apagado|archivé|artikel|bestaat|borrada|borrado|deleted|"
        "disparu|dokumen|déplacé|expired|flyttet|halaman|invalid|looking|létezik|"
        "missing|n'avons|negăsit|nenašla|nerasta|n’avons|obstaja|renamed|retired|"
        "risorsa|session|sisältö|sitzung|slettet|stranka|stranku|stranky|stránka|"
        "stránku|stránky|trobada|trovata|trovato|unknown|βρέθηκε|υπάρχει|намерен|"
        "помилка|archived|articolo|datoteka|document|dostępna|eeksistē|elérhető|encontró|"
        "entfernt|excluída|excluído|fișierul|flyttats|followed|gefunden|gelöscht|"
        "gevonden|istnieje|löydetty|mogliśmy|pronađen|retirada|retirado|stranica|"
        "stranicu|supprimé|tiedosto|törölték|usunięta|usunięto|usunięty|видалено|"
        "документ|доступна|доступно|доступны|страница|страницу|страницы|articolul|"
        "contenuti|contenuto|ditemukan|eliminada|eliminado|encontrar|encontrou|encuentra|"
        "indirizzo|nenájdená|nenájdené|specified|található|umbenannt|verfügbar|vorhanden|"
        "withdrawn|обнаружен|перемещен|пронађена|bulunamadi|correspond|disponible|"
        "disponível|egzistuoja|eksisteeri|eksisterer|encontrada|encontrado|erreichbar|"
        "localizada|nenalezena|nenalezeno|verplaatst|verschoben|verwijderd|znaleziono|"
        "переміщено|существует|beschikbaar|conseguimos|deactivated|encontramos|introuvable|"
        "unavailable|unpublished|áthelyezték|discontinued|przeniesiona|przeniesiono|"
        "przeniesiony"
    ),
    "6d770828121976e7": (  # not_found._UNSPACED_MESSAGE
        "下架|不到|不見|丢失|过期|문서|찾을|파일|404|不存在|已删除|已失效|未找到|移動し|被刪除|게시물|페이지|אינו|נמצא|"
        "קיים|صفحه|مطلب|پیدا|یافت|नहीं|削除され|已被删除|无法找到|沒有找到|没有找到|無法找到|移動また|존재하지|"
        "اصفحة|الملف|موجود|मौजूद|ไม่พบ|ไม่มี|ありません|公開を終了|存在しない|الرابط|الصفحة|العثور|"
        "المقال|存在しません|終了しました|المحتوى|みつかりません|見つかりません"
    ),
    "16355dd553f7ecc2": (  # page_shape._LOADING
        "載入|로딩|加载中|lädt|đang|טוען|読み込み|불러오는|lader|lades|laddar|lading|načítá|please|"
        "geladen|loading|încarcă|φόρτωση|загружа|التحميل|betöltés|cargando|ladataan|"
        "завантаж|загрузка|ładowanie|carregando|chargement|yükleniyor|caricamento|"
        "wczytywanie"
    ),
    "be2c8a2056efc0c3": (  # wall_words.CHALLENGE
        "안전|验证码|make|robô|step|人机验证|安全验证|check|human|press|prove|robot|робот|روبوت|"
        "before|denied|enable|jesteś|making|moment|n'êtes|n’êtes|pardon|person|please|"
        "puzzle|verify|blocked|captcha|confirm|flagged|request|unusual|complete|"
        "security|verified|проверка|ロボットではない|attention|automated|detection|incapsula|"
        "reference|characters|ddos guard|ddos-guard|suspicious|olmadiğinizi|verificación|"
        "verification|vérification|ungewöhnlichen|ddos protection|ddos-protection|"
        "sicherheitsabfrage|sicherheitsprüfung|sicherheitsüberprüfung"
    ),
    "b4bc722012307190": (  # wall_words.DENIED
        "401|403|you|拒绝访问|禁止访问|acceso|acesso|denied|dostęp|erişim|refusé|доступ|"
        "الوصول|アクセス拒否|accesso|allowed|request|toegang|zugriff|åtkomst|アクセスが拒否|interdit|"
        "forbidden|authorised|authorized|permission"
    ),
    "b5959b2a46bae44c": (  # wall_words.ABROAD
        "region|viewed|お住まいの国|您所在的国家|您所在的地区|country|お住まいの地域|european|location|недоступ|"
        "available|verfügbar|accessible|disponible|disponível|geoblocked|beschikbaar|"
        "disponibile|geo blocked|geo-blocked|georestricted|geo restricted|geo-restricted"
    ),
    "38965291e0369922": (  # wall_words.RESTRICTED
        "文献|本文|資料|资源|관내|원문|자료|저작권|only|werk|datei|důvodu|inhalt|motivi|obiekt|"
        "objekt|raison|rights|verket|værket|embargo|lectura|lecture|leitura|lesesal|"
        "lettura|läsesal|læsesal|reading|studovn|szerzői|względu|авторск|читальн|"
        "czytelni|derechos|direitos|dokument|leeszaal|lukusali|volltext|copyright|"
        "embargiem|licencing|licensing|olvasóterm|publikacja|consultable|digitalisat|"
        "auteursrecht|ophavsretlige|opphavsrettslige|upphovsrättsliga|tekijänoikeussyistä"
    ),
    "285a84e74a6471b1": (  # wall_words.CONSENT
        "bevor|accept|before|cookie|privée|consent|privacy|continuar|continuer|"
        "privacidad|datenschutz|toestemming"
    ),
    "1745f99417f91604": (  # wall_words.COOKIES
        "cookie|privée|consent|partners|privacidad|datenschutz"
    ),
    "4f2b9a152100bb13": (  # wall_words.LOGIN
        "登入|登录|登錄|log|로그인|area|need|only|sign|вход|ログイン|fazer|giriş|where|войти|"
        "התחבר|accedi|entrar|inicio|oturum|single|الدخول|acceder|iniciar|through|"
        "σύνδεση|anmelden|kirjaudu|anmeldung|connecter|connexion|přihlásit|авторизац|"
        "openathens|přihlášení|shibboleth|institution|bejelentkezés|authentication|"
        "identifiez-vous"
    ),
    "c6814d1a7246857e": (  # wall_words.MUST_LOG_IN
        "ask|log|need|only|sign|choose|melden|iniciar|precisa|request|accedere|"
        "register|required|veuillez|effettuare"
    ),
    "1681c142cc6ae7bf": (  # wall_words.REFUSED
        "权限|権限|your|доступ|allowed|autoris|blocked|permiso|permiss|rechten|support|"
        "firewall|security|berechtig|reference|authorised|authorized|administrator"
    ),
    "b898d78b7c0ea5c4": (  # wall_words.FOR_NOW
        "稍后|잠시|back|bald|plus|scus|soon|لاحق|しばらく|again|bitte|breve|check|later|"
        "sorry|tarde|извин|позже|moment|please|pronto|später|apologi|bientôt|desculp|"
        "disculp|później|shortly|wkrótce|temporar|veuillez|приносим|currently|binnenkort|"
        "inconvenience|vorübergehend"
    ),
    "837fac55ea255c54": (  # wall_words.PAYWALL
        "buy|get|you|订阅后|rent|this|会員限定|有料会員|订阅阅读|reste|alleen|assine|become|unlock|"
        "already|metered|options|premium|réservé|abbonati|continue|purchase|register|"
        "reserved|exclusivo|riservato|subscribe|abonnenten|abonnieren|suscríbete|"
        "weiterlesen|подписчиков|abonnez-vous|subscription|suscriptores|prenumeratorów"
    ),
    "465fbb0f20423783": (  # wall_words.MAINTENANCE
        "점검|維護中|维护中|back|系统维护|bakim|repair|tareas|przerwa|upgrade|wartung|الصيانة|"
        "メンテナンス中|serwisow|onderhoud|scheduled|tijdelijk|underhåll|техническ|メンテナンスのため|"
        "manutenção|ただいまメンテナンス|huoltokatko|maintenance|temporarily|unavailable|vedligehold|"
        "konserwacyjn|manutenzione|mantenimiento|momentanément|temporalmente|vorübergehend|"
        "temporairement"
    ),
    "08eaf18bd39090d8": (  # wall_words.FAILED
        "500|502|503|504|حدث|busy|fout|发生错误|系统错误|error|stack|服务器错误|erreur|fehler|"
        "oluştu|server|エラーが発生|connect|gateway|ocorreu|reached|runtime|website|サーバーエラー|"
        "服务器内部错误|critical|database|exceeded|internal|interner|occurred|ocurrido|requests|"
        "uncaught|uppstått|wystąpił|inträffat|misgegaan|producido|something|technical|"
        "traceback|unhandled|произошла|overloaded|technische|unexpected|verificato|"
        "внутренняя|application|establishing"
    ),
}
