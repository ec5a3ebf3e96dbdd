"""What a page is when it is not the work: an error page, a parked domain, a wall. Live or archived alike.

Phrases alone prove nothing: an article may be about missing pages. A phrase counts where a page has
little else to say, or where its title is nothing but the phrase.
"""

import re

from cite.formats.page import Page, read_page
from cite.model.evidence import Fetched

_NOT_FOUND = re.compile(
    r"""\b(?:error\s*)?404\b(?!\s*(?:pages?|errors?\b\s+\w+\s+\w+\s+\w+))|\b(?:page|file|document|article|content|resource|url|site|item|entry|record|story|product|listing)s?\b[^.!?]{0,40}?\b(?:(?:was|were|is|are|could|can|has|have|does|do|cannot|can't|couldn't|wasn't|isn't|no)\b[^.!?]{0,30}?)?\b(?:not\s+(?:be\s+)?(?:found|available|exist|located)|n[o']t\s+exist|missing|removed|unavailable|deleted|no\s+longer|gone|expired)\b
      |\bnot\s+found\b|\bnothing\s+(?:was\s+)?found\b|\bno\s+(?:results?|matches|such\s+page)\b|\bdoes\s*n[o']t\s+exist\b|\bpage\s+missing\b|\bwe\s+(?:can(?:no|')t|could\s*n[o']t)\s+find\b|\bsorry,?[^.!?]{0,40}\b(?:find|found|exist|moved|gone)\b|\bno\s+longer\s+(?:available|exists?|here)\b|\boops\b
      |\b(?:seite|datei|dokument|artikel|inhalt)\b[^.!?]{0,50}\b(?:nicht\s+(?:gefunden|vorhanden|verfügbar|mehr)|existiert\s+nicht)\b|\bnicht\s+gefunden\b|\bfehler\s+404\b
      |\bpage\s+(?:introuvable|non\s+trouv[ée]e|inexistante)|\bn['’]existe\s+(?:pas|plus)\b|\bintrouvable\b|\bpage\s+demandée\b[^.!?]{0,40}\b(?:introuvable|existe)
      |\b(?:página|pagina|contenido|conteúdo|artículo|artigo)\b[^.!?]{0,50}\bn(?:o|ão)\s+(?:(?:fue|foi|se\s+ha|ha\s+sido|pudo\s+ser|pôde\s+ser)\s+)?(?:se\s+)?(?:encontrad[ao]|encuentra|existe|disponible|disponível|encontrou)|\bno\s+encontrada\b|\bnão\s+encontrad[ao]\b
      |\bpagina\b[^.!?]{0,40}\b(?:non\s+(?:è\s+(?:stata\s+)?)?(?:trovata|esiste|disponibile)|niet\s+gevonden|bestaat\s+niet)|\bnon\s+trovata\b|\bniet\s+gevonden\b
      |страниц[аы][^.!?]{0,40}не\s+(?:найден[аы]?|существует)|не\s+найден[ао]?\b|strona\s+nie\s+(?:została\s+znaleziona|istnieje)|nie\s+znaleziono|sidan\s+(?:kunde\s+inte\s+hittas|hittades\s+inte|finns\s+inte)|siden\s+(?:blev\s+ikke\s+fundet|findes\s+ikke|ble\s+ikke\s+funnet)|sivua\s+ei\s+löydy|sayfa\s+bulunamadı|stránka\s+(?:nebyla\s+nalezena|neexistuje)|az?\s+oldal\s+nem\s+található
      |(?:ページ|お探し)[^。]{0,30}(?:見つかりません|ありません|存在しません)|(?:页面|頁面|网页|文章|内容|网站)[^。]{0,12}(?:不存在|找不到|未找到|已删除|已被删除|不見)|(?:找不到|未找到)[^。]{0,12}(?:页面|頁面|网页)|페이지를?\s*찾을\s*수\s*없|الصفحة[^.]{0,30}(?:غير\s+موجودة|لم\s+يتم\s+العثور)|לא\s+נמצא|δεν\s+βρέθηκε|पृष्ठ\s+नहीं\s+मिला|không\s+tìm\s+thấy|ไม่พบหน้า""",
    re.IGNORECASE | re.VERBOSE,
)
_PARKED = re.compile(
    r"""\bdomain\b[^.!?]{0,40}\b(?:is|may\s+be|are)\b[^.!?]{0,20}\b(?:for\s+sale|parked|available\s+for\s+purchase)\b|\bbuy\s+this\s+domain\b|\bdomain\s+(?:has\s+)?expired\b|\bthis\s+domain\s+(?:name\s+)?(?:has\s+expired|is\s+parked|was\s+recently\s+registered|is\s+pending\s+renewal)|\bparked\s+(?:free|domain|by|at)\b|\bmake\s+an?\s+offer\b[^.]{0,60}\bdomain\b|\binquire\s+about\s+this\s+domain\b|\brelated\s+searches\b[^.]{0,200}\b(?:domain|privacy\s+policy)\b|\bget\s+this\s+domain\b
      |\bdiese\s+domain\b[^.!?]{0,40}\b(?:zu\s+verkaufen|geparkt|kaufen|registriert)|\bdomain\s+(?:steht\s+zum\s+verkauf|kaufen)\b|\bce\s+(?:nom\s+de\s+)?domaine\s+est\s+(?:à\s+vendre|en\s+vente)|\b(?:este\s+)?dominio\s+(?:está\s+)?(?:en\s+venta|à\s+venda|a\s+la\s+venta)|\bdominio\s+in\s+vendita|\bdit\s+domein\s+is\s+te\s+koop|домен\s+продаётся|домен\s+продается|域名(?:出售|转让)|このドメイン[^。]{0,20}(?:販売|売)""",
    re.IGNORECASE | re.VERBOSE,
)
_PARKING_HOSTS = re.compile(
    r"\b(?:sedoparking|parkingcrew|bodis|dan\.com|afternic|hugedomains|sedo\.com|parklogic|above\.com|voodoo\.com|uniregistry|domainsponsor|namebright|cashparking|undeveloped|domainmarket|buydomains|parking(?:page|\.\w+)|ztomy|skenzo|domain-?for-?sale|/lander\b|window\.park\b)",
    re.IGNORECASE,
)
_DEFAULT_SERVER = re.compile(
    r"welcome to nginx|apache2? (?:ubuntu |debian )?default page|^it works!?$|iis windows server|internet information services|test page for the (?:apache|nginx)|default web site page|web server's default page|cpanel®?, inc|plesk obsidian|domain default page|future home of something quite cool|this is the default (?:welcome|index) page|site (?:is )?(?:under construction|coming soon)|default server page|account (?:has been )?suspended|placeholder for (?:domain|subdomain)|litespeed web server",
    re.IGNORECASE,
)
_SPAM = re.compile(
    r"\b(?:casino|slot(?:s| gacor| online)?|poker|betting|sportsbook|judi|togel|viagra|cialis|levitra|pharmacy|payday loans?|escorts?|jackpot|roulette|baccarat|bandar)\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment\.{0,3}|attention required! \| cloudflare|checking (?:if the site connection is secure|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|prove you(?:'| a)re (?:not a robot|human)|enable javascript and cookies to continue|please enable cookies|access (?:to this page has been )?denied|pardon our interruption|request unsuccessful\. incapsula|reference\s*#\s*\d+\.[0-9a-f]|unusual (?:traffic|activity)|captcha|bot detection|ddos protection|security check|human verification|you have been blocked|vérification de sécurité|sicherheitsüberprüfung|ray id",
    re.IGNORECASE,
)
_CHALLENGE_MARKUP = re.compile(
    r"/cdn-cgi/challenge-platform|cf[-_]chl|_Incapsula_Resource|captcha-delivery\.com|datadome|px-captcha|perimeterx|g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|akam/\d|bm-verify|distil_|awswaf|challenge\.js",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:log[\s-]?in|sign[\s-]?in|anmelden|anmeldung|se connecter|connexion|iniciar sesión|inloggen|accedi|entrar|shibboleth|openathens|single sign-on|authentication required|please log)\b|ログイン|登录|登入|войти|вход",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"\b(?:subscribe (?:now )?to (?:continue|read|keep)|subscribers? only|subscription required|to continue reading|already a subscriber|purchase (?:access|this article|pdf)|buy (?:this )?article|get (?:full )?access|rent this article|register to (?:read|continue)|this (?:article|content) is (?:for|available to) (?:subscribers|members)|reserved for subscribers|you have reached your (?:article )?limit|abonnieren sie|réservé aux abonnés|solo para suscriptores)\b",
    re.IGNORECASE,
)
_MAINTENANCE = re.compile(
    r"\b(?:(?:site|server|system|service|website|page)\b[^.!?]{0,40}\b(?:down for|under|undergoing|in)\b[^.!?]{0,20}\bmaintenance|scheduled maintenance|maintenance mode|be (?:right )?back (?:soon|shortly)|temporarily (?:unavailable|offline|out of service)|service unavailable|wartungsarbeiten|en maintenance|en mantenimiento|em manutenção|database connection|internal server error|bad gateway|gateway time-?out|too many requests)\b|техническ\w+ работ",
    re.IGNORECASE,
)
SHORT = 900
"""Characters of visible text below which a page is little more than its message."""


def error_page(page: Page) -> str:
    """The words with which a page says that the work is not there, or nothing."""
    if page.kind == "json" and len(page.text) < 600:
        match = re.search(
            r"\"(?:error|message|detail|status)\"\s*:\s*\"?[^\"}]*?(?:404|not[ _]?found|does not exist|no such)",
            page.text,
            re.IGNORECASE,
        )
        return match[0][:120] if match else ""
    if page.kind == "text" and len(page.text) < 200:
        match = _NOT_FOUND.search(page.text)
        return match[0][:120] if match else ""
    if page.kind != "html":
        return ""
    html = page.html
    for heading in (html.title, *html.headings[:2]):
        if says_not_found(heading) and (len(html.text) < 4 * SHORT):
            return heading[:120]
    if len(html.text) < SHORT:
        match = _NOT_FOUND.search(html.text[:400])
        if match and len(html.text) < 450:
            return match[0][:120]
    return ""


def says_not_found(heading: str) -> bool:
    """Whether a title is nothing but the message that nothing is there, a site's name aside."""
    parts = [
        part.strip() for part in re.split(r"\s+[|–—·:»-]\s+|\s*[|»]\s*", heading) if part.strip()
    ]
    return any(
        (match := _NOT_FOUND.search(part)) is not None
        and len(match[0]) >= 0.45 * len(part)
        and len(part) < 90
        for part in parts
    ) and not re.search(
        r"\b(?:history|how|why|what|guide|understanding|handling|fix|art of|about)\b",
        heading,
        re.IGNORECASE,
    )


def parked_page(page: Page, host: str = "") -> str:
    """The words or markup that show a parked, expired or default page, or nothing."""
    if page.kind != "html":
        return ""
    html = page.html
    short = len(html.text) < 1800
    for text in (html.title, *html.headings[:3]):
        if match := _PARKED.search(text):
            return match[0][:120]
        if (match := _DEFAULT_SERVER.search(text)) and short:
            return match[0][:120]
    if short and (match := _PARKED.search(html.text) or _DEFAULT_SERVER.search(html.text[:600])):
        return match[0][:120]
    if len(html.text) < 400 and (
        match := _PARKING_HOSTS.search(html.source) or _PARKING_HOSTS.search(" ".join(html.frames))
    ):
        return match[0][:120]
    return ""


def spam_page(page: Page) -> str:
    """Words of gambling and pharmacy spam in a title, with more of them in the text, or nothing."""
    if page.kind != "html":
        return ""
    in_title = _SPAM.findall(f"{page.html.title} {' '.join(page.html.headings[:2])}")
    in_text = _SPAM.findall(page.text[:6000])
    return (
        ", ".join(dict.fromkeys(in_title))[:120] if len(in_title) >= 2 and len(in_text) >= 4 else ""
    )


def challenge_page(fetched: Fetched, page: Page) -> str:
    """What shows that a machine, not the work, answered: a bot challenge, or nothing."""
    if fetched.header("cf-mitigated").lower() == "challenge":
        return "cf-mitigated: challenge"
    if fetched.header("x-datadome") and fetched.status >= 400:
        return "x-datadome"
    if page.kind != "html":
        return ""
    html = page.html
    if len(html.text) > 1500:
        return ""
    for text in (html.title, *html.headings[:2]):
        if match := _CHALLENGE.search(text):
            return match[0][:120]
    if len(html.text) < 700 and (
        match := _CHALLENGE_MARKUP.search(html.source) or _CHALLENGE.search(html.text)
    ):
        return match[0][:120]
    return ""


def login_page(page: Page) -> str:
    """The words of a log-in form that stands in place of the work, or nothing."""
    if page.kind != "html":
        return ""
    html = page.html
    for text in (html.title, *html.headings[:2]):
        if (match := _LOGIN.search(text)) and (html.password or len(html.text) < SHORT):
            return match[0][:120]
    if html.password and len(html.text) < SHORT and (match := _LOGIN.search(html.text)):
        return match[0][:120]
    return ""


def paywall(page: Page) -> str:
    """The words of a paywall, or nothing."""
    if page.kind != "html":
        return ""
    match = _PAYWALL.search(page.text[:12000])
    return match[0][:120] if match else ""


def maintenance_page(page: Page) -> str:
    """The words of a page that stands in while a site is down, or nothing."""
    if page.kind not in ("html", "text") or len(page.text) > SHORT:
        return ""
    for text in (page.html.title, *page.html.headings[:2], page.text[:300]):
        if match := _MAINTENANCE.search(text):
            return match[0][:120]
    return ""


def unusable(fetched: Fetched) -> str:
    """Why an archived copy does not show the work, in words; nothing where it may."""
    page = read_page(fetched)
    if page.kind == "empty":
        return "it is empty"
    for kind, words in (
        ("an error page", error_page(page)),
        ("a parked page", parked_page(page)),
        ("a bot challenge", challenge_page(fetched, page)),
        ("a log-in page", login_page(page)),
        ("a maintenance page", maintenance_page(page)),
    ):
        if words:
            return f"it shows {kind} (“{words}”)"
    return ""


def onward(fetched: Fetched) -> tuple[str, str] | None:
    """Where a page itself sends its reader at once, and how."""
    from cite.formats.html import parse_refresh

    header = fetched.header("refresh")
    if header and (found := parse_refresh(header)) and found[1] and found[0] <= 10:
        return found[1], "refresh"
    if b"refresh" not in fetched.body[:20000].lower() and b"location" not in fetched.body[:20000]:
        return None
    page = read_page(fetched)
    if (
        page.html.refresh
        and page.html.refresh[1]
        and page.html.refresh[0] <= 10
        and len(page.text) < 2000
    ):
        return page.html.refresh[1], "meta"
    if page.html.script_location:
        return page.html.script_location, "script"
    return None
