"""Pages as well-known systems, hosts and registrars word them, and living pages that resemble them."""

from tests.web.cases import Case
from tests.web.pages import bare, prose, site
from tests.web.server import answer

MENUS = {
    "en": ["Home", "News", "Sport", "Business", "Opinion", "Culture", "Video", "More"],
    "de": ["Startseite", "Politik", "Wirtschaft", "Kultur", "Wissen", "Sport", "Archiv", "Abo"],
    "fr": [
        "Accueil",
        "Actualités",
        "Économie",
        "Culture",
        "Sciences",
        "Débats",
        "Vidéos",
        "S'abonner",
    ],
    "es": [
        "Inicio",
        "Noticias",
        "Economía",
        "Cultura",
        "Ciencia",
        "Opinión",
        "Vídeos",
        "Suscríbete",
    ],
    "ja": ["ホーム", "ニュース", "経済", "文化", "科学", "意見", "動画", "お問い合わせ"],
    "zh": ["首页", "新闻", "经济", "文化", "科技", "评论", "视频", "联系我们"],
    "ko": ["홈", "뉴스", "경제", "문화", "과학", "의견", "영상", "문의"],
    "ru": ["Главная", "Новости", "Экономика", "Культура", "Наука", "Мнения", "Видео", "Контакты"],
    "ar": ["الرئيسية", "أخبار", "اقتصاد", "ثقافة", "علوم", "رأي", "فيديو", "اتصل بنا"],
    "tr": ["Anasayfa", "Haberler", "Ekonomi", "Kültür", "Bilim", "Görüş", "Video", "İletişim"],
    "it": ["Home", "Notizie", "Economia", "Cultura", "Scienze", "Opinioni", "Video", "Contatti"],
}
STYLE = (
    "<style>"
    + ".block-4711{display:grid;gap:1rem;color:#123456;background:url(/i/x.svg)}\n" * 700
    + "</style>"
)


def around(title, main, language="en", **more):
    """A newspaper's or organisation's whole page, in its language."""
    return site(
        title,
        main,
        lang=language,
        menu=MENUS.get(language, MENUS["en"]),
        name="The River Courier",
        **more,
    )


def heavy(title, main, **more):
    """The same with fifty kilobytes of style before it."""
    return around(title, main, head=STYLE, **more)


def wordpress(title, main, cls=""):
    return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{title}</title><meta name="generator" content="WordPress 6.4.2" />{STYLE}</head>
<body class="{cls} wp-embed-responsive"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="site-header"><div class="site-title"><a href="/">Field Notes</a></div><ul class="primary-menu">{"".join(f"<li><a href=/p{i}>{m}</a></li>" for i, m in enumerate(MENUS["en"]))}</ul></header>
<main id="site-content" role="main"><div class="section-inner">{main}</div></main>
<aside class="widget-area"><h2>Recent Posts</h2><ul>{"".join(f"<li><a href=/post{i}>A walk along mile {i}</a></li>" for i in range(30))}</ul><h2>Archives</h2><ul>{"".join(f"<li><a href=/a{i}>March {2000 + i}</a></li>" for i in range(20))}</ul></aside>
<footer id="site-footer"><p>&copy; 2024 Field Notes. Powered by WordPress</p></footer></body></html>"""


def old(title, main):
    """A page of 1999: tables, fonts, no paragraphs."""
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><TABLE WIDTH=780><TR><TD WIDTH=160 VALIGN=TOP><FONT SIZE=2>{"".join(f'<A HREF="{i}.htm">{m}</A><BR>' for i, m in enumerate(MENUS["en"]))}</FONT></TD><TD>{main}</TD></TR></TABLE><HR><FONT SIZE=1>Last updated 3 May 1999</FONT></BODY></HTML>"""


def soft(name, page, **more):
    return Case(name, "soft-404", answer(page), **more)


def lot(name, page, **more):
    here = answer(page)
    return Case(name, "parked", here, site={"/*": here}, **more)


def live(name, page, title="", **more):
    return Case(name, "live", answer(page), title, **more)


def wall(name, state, page, **more):
    return Case(name, state, answer(page), **more)


SYSTEMS = [
    soft(
        "wordpress, a recent theme",
        wordpress(
            "Page not found – Field Notes",
            "<h1 class='entry-title'>Page Not Found</h1><div class='intro-text'><p>The page you were looking for could not be found. It might have been removed, renamed, or did not exist in the first place.</p></div><form role=search><input type=search></form>",
            "error404",
        ),
    ),
    soft(
        "wordpress, a page builder",
        wordpress(
            "Field Notes",
            "<h1 class='entry-title'>The page can&rsquo;t be found.</h1><p>It looks like nothing was found at this location.</p>",
            "error404 elementor-default",
        ),
    ),
    soft(
        "wordpress, nothing found",
        wordpress(
            "Nothing found for  Reports 1999 Ledger Html",
            "<h1>Nothing Found</h1><p>Sorry, but nothing matched your search terms. Please try again with some different keywords.</p>",
            "search search-no-results",
        ),
    ),
    soft(
        "drupal",
        heavy(
            "Page not found | The River Courier",
            "<h1>Page not found</h1><div class='content'>The requested page could not be found.</div>",
        ),
    ),
    soft(
        "drupal in german",
        around(
            "Seite nicht gefunden | Kurier",
            "<h1>Seite nicht gefunden</h1><div>Die angeforderte Seite konnte nicht gefunden werden.</div>",
            "de",
        ),
    ),
    soft(
        "joomla",
        heavy(
            "Error: 404",
            "<div class='error'><h1>The requested page can't be found.</h1><p><strong>An error has occurred while processing your request.</strong></p><p>You may not be able to visit this page because of:</p><ul><li>an <strong>out-of-date bookmark/favourite</strong></li><li>a <strong>mistyped address</strong></li><li>a search engine that has an <strong>out-of-date listing for this site</strong></li><li>you have <strong>no access</strong> to this page</li></ul><p>Go to the Home Page</p><blockquote><span>404</span> Article not found</blockquote></div>",
        ),
    ),
    soft(
        "typo3",
        bare(
            "Page Not Found",
            "<div class='container'><h1>Page Not Found</h1><p>Reason: The requested page does not exist</p></div>",
        ),
    ),
    soft(
        "dspace, invalid identifier",
        heavy(
            "Invalid Identifier",
            "<h2>Invalid Identifier</h2><p>The identifier 10419/81723 does not correspond to a valid Bitstream in the system.</p>",
        ),
    ),
    soft(
        "dspace, angular",
        "<html><head><title>404 - DSpace</title></head><body><ds-app><h1>404</h1><h2><small>page not found</small></h2><p>We can't find the page you're looking for. The page may have been moved or deleted. You can use the button below to get back to the home page. </p><p><a href='/home'>Take me to the home page</a></p></ds-app><script src='main.js'></script></body></html>",
    ),
    soft(
        "a journal system",
        heavy(
            "404 Not Found",
            "<h1>404 Not Found</h1><p>The requested article is not available. It may have been unpublished.</p>",
        ),
    ),
    soft(
        "sharepoint",
        bare(
            "Error",
            "<h1>Sorry, something went wrong</h1><h2>File Not Found.</h2><p>TECHNICAL DETAILS</p><p>Troubleshoot issues with Microsoft SharePoint Foundation. Correlation ID: 7d3c</p>",
        ),
    ),
    soft(
        "a site kit",
        bare(
            "Page Not Found",
            "<h2>We couldn't find the page you were looking for. This is either because:</h2><ul><li>There is an error in the URL entered into your web browser. Please check the URL and try again.</li><li>The page you are looking for has been moved or deleted.</li></ul><p>You can return to our homepage by clicking here, or you can try searching for the content you are seeking by clicking here.</p>",
        ),
    ),
    soft(
        "pages of a code host",
        bare(
            "Page not found · Pages",
            "<h1>404</h1><p><strong>File not found</strong></p><p>The site configured at this address does not contain the requested file.</p><p>If this is your site, make sure that the filename case matches the URL as well as any file permissions. For root URLs you must provide an <code>index.html</code> file.</p>",
        ),
    ),
    soft(
        "a bucket",
        "<?xml version='1.0' encoding='UTF-8'?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>reports</BucketName><RequestId>7A</RequestId></Error>",
    ),
    soft(
        "a blog host",
        around(
            "The River Blog",
            "<div class='status-msg-body'>Sorry, the page you were looking for in this blog does not exist.</div>",
        ),
    ),
    soft(
        "a microblog",
        bare(
            "Not found.",
            "<h1>There's nothing here.</h1><p>Whatever you were looking for doesn't currently exist at this address. Unless you were looking for this error page, in which case: Congrats! You totally found it.</p>",
        ),
    ),
    soft(
        "a shop",
        around(
            "404 Not Found – Papers & Pads",
            "<h1>Page not found</h1><p>The page you requested does not exist.</p><a class='button'>Continue shopping</a>",
        ),
    ),
    soft(
        "a shared drive",
        bare(
            "Drive - Page Not Found",
            "<p>Sorry, the file you have requested does not exist.</p><p>Make sure that you have the correct URL and the file exists.</p>",
        ),
    ),
    soft("a film site", heavy("River films", "<div>This video isn't available anymore</div>")),
    soft(
        "a network of people",
        bare(
            "River",
            "<div><span>Hmm...this page doesn’t exist. Try searching for something else.</span></div>",
        ),
    ),
    soft(
        "another network of people",
        bare(
            "River",
            "<h2>This content isn't available right now</h2><p>When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted.</p>",
        ),
    ),
    soft(
        "slides",
        around(
            "Slides",
            "<h1>The presentation you're looking for doesn't exist or has been removed by its owner.</h1>",
        ),
    ),
    soft(
        "tomcat at 200",
        bare(
            "HTTP Status 404 – Not Found",
            "<h1>HTTP Status 404 – Not Found</h1><p><b>Type</b> Status Report</p><p><b>Message</b> /reports/1999</p><p><b>Description</b> The origin server did not find a current representation for the target resource or is not willing to disclose that one exists.</p><h3>Apache Tomcat/8.5.57</h3>",
        ),
    ),
    soft(
        "asp.net at 200",
        bare(
            "The resource cannot be found.",
            "<h1>Server Error in '/' Application.</h1><h2><i>The resource cannot be found.</i></h2><b>Description:</b> HTTP 404. The resource you are looking for (or one of its dependencies) could have been removed, had its name changed, or is temporarily unavailable. <b>Requested URL:</b> /x.aspx",
        ),
    ),
    soft(
        "an old server's object",
        bare(
            "Object not found!",
            "<h1>Object not found!</h1><p>The requested URL was not found on this server. If you entered the URL manually please check your spelling and try again.</p><p>If you think this is a server error, please contact the webmaster.</p><h2>Error 404</h2>",
        ),
    ),
    soft(
        "plone",
        around(
            "Plone site",
            "<h1>This page does not seem to exist…</h1><p>We apologize for the inconvenience, but the page you were trying to access is not at this address. You can use the links below to help you find what you are looking for.</p><p>If you are certain you have the correct web address but are encountering an error, please contact the Site Administration.</p>",
        ),
    ),
    soft(
        "a forum",
        around(
            "The River Forum",
            "<h1>Sorry, we couldn't find that!</h1><p>Error code: 2F173/H</p><p>The topic you are looking for could not be found.</p>",
        ),
    ),
    soft(
        "an old forum",
        bare(
            "River Board - vBulletin Message",
            "<table><tr><td>vBulletin Message</td></tr><tr><td>No Thread specified. If you followed a valid link, please notify the administrator</td></tr></table>",
        ),
    ),
    soft(
        "a newspaper in german",
        around(
            "Artikel nicht verfügbar - Kurier",
            "<h1>Dieser Artikel ist leider nicht mehr verfügbar.</h1><p>Aus rechtlichen Gründen können wir manche Inhalte nur befristet anbieten.</p>",
            "de",
        ),
    ),
    soft(
        "a newspaper in french",
        around(
            "Le Courrier",
            "<h1>Oups ! Cette page a disparu</h1><p>La page que vous avez demandée n'existe plus ou a changé d'adresse.</p>",
            "fr",
        ),
    ),
    soft(
        "a newspaper in spanish",
        around(
            "El Correo",
            "<h1>Esta noticia ya no está disponible</h1><p>La página que buscas ha sido eliminada o ha cambiado de dirección.</p>",
            "es",
        ),
    ),
    soft(
        "a newspaper in italian",
        around(
            "Il Corriere",
            "<h1>Ops! La pagina che cerchi non c'è più</h1><p>La pagina richiesta non è stata trovata.</p>",
            "it",
        ),
    ),
    soft(
        "a broadcaster in japanese",
        around(
            "お探しのページは見つかりませんでした | 川新聞",
            "<h1>404 Not Found</h1><p>お探しのページは、移動または削除された可能性があります。URLをご確認ください。</p>",
            "ja",
        ),
    ),
    soft(
        "an article taken down in japanese",
        around("川新聞", "<p>このページの公開は終了しました。</p>", "ja"),
    ),
    soft(
        "a portal in chinese",
        around(
            "404-页面不存在",
            "<h2>抱歉，您要访问的页面不存在或已被删除！</h2><p>5秒后自动返回首页</p>",
            "zh",
        ),
    ),
    soft(
        "a portal in korean",
        around(
            "강 신문",
            "<h1>요청하신 페이지를 찾을 수 없습니다.</h1><p>방문하시려는 페이지의 주소가 잘못 입력되었거나, 페이지의 주소가 변경 혹은 삭제되어 요청하신 페이지를 찾을 수 없습니다.</p>",
            "ko",
        ),
    ),
    soft(
        "a newspaper in russian",
        around(
            "404",
            "<h1>Извините, такой страницы нет</h1><p>Возможно, она была удалена или перенесена.</p>",
            "ru",
        ),
    ),
    soft(
        "a broadcaster in arabic",
        around("لم يتم العثور على الصفحة", "<h1>عذرًا، هذه الصفحة غير موجودة</h1>", "ar"),
    ),
    soft(
        "a newspaper in turkish",
        around("Sayfa Bulunamadı", "<h1>404</h1><p>Aradığınız sayfa bulunamadı.</p>", "tr"),
    ),
    soft(
        "a ministry",
        around(
            "Ministry of Water",
            "<h2>Page Not Found (Error 404)</h2><p>The web page you are looking for may have been moved, had its name changed, or is temporarily unavailable. Please try the following:</p><ul><li>If you typed the page address in the address bar, make sure it is spelled correctly.</li><li>Open the home page and look for links to the information you want.</li><li>Use the search box at the top.</li></ul>",
        ),
    ),
    soft(
        "a ministry that moved its site",
        around(
            "Ministry of Water",
            "<h1>We have a new website</h1><p>The page you requested is no longer on this site. Please use the search on our new website.</p>",
        ),
    ),
    soft(
        "a database record",
        old(
            "Query result",
            "<FONT SIZE=4><B>Record not found</B></FONT><BR><BR>There is no record with this number in the database.",
        ),
    ),
    soft(
        "an old server's few words",
        old(
            "Document moved or removed",
            "<H2>Sorry!</H2>The document you requested is no longer available on our server.",
        ),
    ),
    soft(
        "a library resolver",
        bare(
            "Persistent link",
            "<p>Identifier not found: the identifier you asked for is not registered.</p>",
        ),
    ),
    soft(
        "an app host",
        bare(
            "Site Not Found",
            "<h1>Site Not Found</h1><p>Looks like you've followed a broken link or entered a URL that doesn't exist on this host.</p>",
        ),
    ),
    soft(
        "a page of jokes",
        heavy(
            "404 | River",
            "<h1>404</h1><h2>Looks like this fish got away.</h2><p>The page you were trying to reach doesn't exist. Here is a picture of our office dog instead.</p>",
        ),
    ),
    soft(
        "a front page for any address",
        heavy(
            "The River Courier - News from the Delta",
            "<section><h1>Top stories</h1>"
            + "".join(
                f"<article><h2><a href='/s{i}'>Story number {i} from the delta</a></h2><p>Short summary of the story, two lines at most.</p></article>"
                for i in range(25)
            )
            + "</section>",
        ),
        site={
            "/*": answer(
                heavy(
                    "The River Courier - News from the Delta",
                    "<section><h1>Top stories</h1>"
                    + "".join(
                        f"<article><h2><a href='/s{i}'>Story number {i} from the delta</a></h2><p>Short summary of the story, two lines at most.</p></article>"
                        for i in range(25)
                    )
                    + "</section>",
                )
            )
        },
    ),
]

REGISTRARS = [
    lot(
        "a market's lander",
        f"<!DOCTYPE html><html><head><title>oldjournal.example - domain for sale</title>{STYLE}</head><body><div><h1>oldjournal.example</h1><p>is for sale!</p><button>Buy now</button><p>USD 3,995</p><h2>Frequently asked questions</h2><p>How does the transfer work? After payment the domain is transferred to you within two days. Our transfer team guides you through every step and the money is kept in escrow until you have the domain in your account.</p><p>Can I pay in instalments? Yes, you can spread the payment over up to sixty months and use the domain from the first day on.</p></div></body></html>",
    ),
    lot(
        "a broker's lander",
        bare(
            "oldjournal.example",
            "<h2>oldjournal.example</h2><h3>may be for sale</h3><p>Get a price in less than 24 hours</p><p>Fill out the form below. One of our domain experts will have a price to you within 24 business hours.</p><form><input placeholder='First name'><input placeholder='Email'></form>",
        ),
    ),
    lot(
        "parked with a disclaimer",
        bare(
            "oldjournal.example - This website is for sale! - oldjournal Resources and Information.",
            "<div>This website is for sale!</div><p>oldjournal.example is your first and best source for all of the information you’re looking for. From general topics to more of what you would expect to find here, oldjournal.example has it all. We hope you find what you are searching for!</p>",
        ),
    ),
    lot(
        "parked with advertising",
        "<html><head><title>oldjournal.example</title><script src='//www.google.com/adsense/domains/caf.js'></script></head><body><div id='relatedLinks'></div><footer>This webpage was generated by the domain owner using a domain parking service. Disclaimer: the service maintains no relationship with third party advertisers.</footer></body></html>",
    ),
    lot(
        "a registrar's parking page",
        bare(
            "Parking page",
            "<h1>oldjournal.example</h1><p>This is a parking page of the registrar. The domain was just registered by one of our customers.</p><p>Domains from $0.98. Hosting from $1.58.</p>",
        ),
    ),
    lot(
        "registered and coming soon",
        bare(
            "oldjournal.example is coming soon",
            "<h1>This Site Is Under Construction and Coming Soon.</h1><p>This Domain Is Registered with a registrar of names</p>",
        ),
    ),
    lot(
        "just registered, in german",
        bare(
            "oldjournal.example",
            "<h1>Diese Internetpräsenz wurde soeben freigeschaltet.</h1><p>Hier entsteht in Kürze eine neue Webseite.</p>",
        ),
    ),
    lot(
        "just registered, in french",
        bare(
            "Félicitations !",
            "<h1>Félicitations ! Votre domaine a bien été créé.</h1><p>Ce nom de domaine est réservé par un client.</p>",
        ),
    ),
    lot(
        "parked by a customer",
        bare(
            "Parked",
            "<h1>This domain is parked</h1><p>This domain has been purchased and parked by a customer of the web host. Are you the owner? Log in to the customer zone to get started.</p>",
        ),
    ),
    lot(
        "taken at a japanese registrar",
        bare("oldjournal.example", "<p>このドメインは、レジストラで取得されています。</p>"),
    ),
    lot(
        "expired in chinese",
        bare("域名已过期", "<h1>域名已过期</h1><p>该域名已到期，请联系注册商续费。</p>"),
    ),
    lot(
        "expired in russian",
        bare(
            "Срок регистрации домена истёк",
            "<h1>Срок регистрации домена oldjournal.example истёк</h1><p>Если вы владелец домена, продлите регистрацию.</p>",
        ),
    ),
    lot(
        "not connected",
        bare(
            "oldjournal.example",
            "<h1>Looks Like This Domain Isn't Connected To A Website Yet!</h1><p>Is this your domain? Connect it to your website in just a few easy steps.</p>",
        ),
    ),
    lot(
        "suspended for want of verification",
        bare(
            "Domain suspended",
            "<p>This domain has been suspended because the e-mail address of its owner has not been verified.</p>",
        ),
    ),
    lot(
        "to a market's profile",
        "<meta http-equiv='refresh' content='0;url=http://name-market.example/domain_profile.cfm?d=oldjournal.example'>",
    ),
    lot(
        "a default page of a panel",
        bare(
            "Welcome",
            "<h1>Welcome to your website!</h1><p>This is the default index page of your website.</p><p>This file may be deleted or overwritten without any difficulty. This is produced by the file index.html in the web directory.</p>",
        ),
    ),
    lot(
        "a test page of a distribution",
        bare(
            "HTTP Server Test Page powered by: Stone Linux",
            "<h1>HTTP Server Test Page</h1><div><p>This page is used to test the proper operation of an HTTP server after it has been installed on a Stone Linux system. If you can read this page, it means that the software is working correctly.</p></div><h2>Just visiting?</h2><p>This website you are visiting is either experiencing problems or could be going through maintenance.</p><p>If you would like the let the administrators of this website know that you've seen this page instead of the page you've expected, you should send them an email. In general, mail sent to the name webmaster and directed to the website's domain should reach the appropriate person.</p><h2>I am the admin, what do I do?</h2><p>You may now add content to the webroot directory of your server. Note that until you do so, people visiting your website will see this page, and not your content.</p>",
        ),
    ),
    lot(
        "an app service",
        bare(
            "Web App - Running",
            "<h1>Your web app is running and waiting for your content</h1><p>Your web app is live, but we don’t have your content yet.</p>",
        ),
    ),
    lot(
        "a site created in chinese",
        bare(
            "恭喜，站点创建成功！",
            "<h1>恭喜, 站点创建成功！</h1><p>这是默认index.html，本页面由系统自动生成</p>",
        ),
    ),
    lot(
        "suspended page",
        bare(
            "Contact Support",
            "<h1>This Account has been suspended.</h1><p>Contact your hosting provider for more information.</p>",
        ),
    ),
    lot(
        "nhà cái",
        around(
            "789BET - Nhà Cái Uy Tín Số 1 | Đăng ký nhận 88K",
            "<h1>Nhà cái 789BET</h1>"
            + "<p>Nhà cái uy tín hàng đầu, casino trực tuyến, cá cược thể thao, nổ hũ, slot game. Đăng ký ngay nhận bonus 88K. Nạp tiền deposit nhanh.</p>"
            * 5,
            "vi",
            related=False,
        ),
    ),
    lot(
        "สล็อต",
        around(
            "สล็อตเว็บตรง สมัครรับเครดิตฟรี",
            "<h1>สล็อต บาคาร่า คาสิโนออนไลน์</h1>"
            + "<p>สมัครสล็อตเว็บตรง เครดิตฟรี บาคาร่า คาสิโน แทงบอล สล็อต โบนัส 100% สมัคร วันนี้</p>" * 5,
            "th",
            related=False,
        ),
    ),
    lot(
        "카지노",
        around(
            "카지노사이트 추천 - 바카라 토토",
            "<h1>온라인 카지노 토토사이트</h1>"
            + "<p>카지노 가입 보너스, 바카라, 슬롯, 토토 먹튀 검증. 가입 즉시 지급.</p>" * 6,
            "ko",
            related=False,
        ),
    ),
    lot(
        "a casino in a journal's clothes",
        around(
            "Journal of Rural Studies",
            "<h1>Top 10 Online Casinos in 2024</h1>"
            + "<p>Looking for the best online casino? We tested slots, blackjack and roulette sites and ranked them by bonus, payouts and free spins. Claim your bonus and play now.</p>"
            * 4,
            related=False,
        ),
    ),
    lot(
        "pills",
        around(
            "Order Kamagra & Viagra online – cheap pharmacy",
            "<h1>Viagra 100mg</h1>"
            + "<p>Buy cheap viagra online. Kamagra, cialis and tadalafil without prescription. Free shipping on every order. Discreet packaging. Order now.</p>"
            * 5,
            related=False,
        ),
    ),
]

WALLS = [
    wall(
        "cloudflare's newest",
        "blocked",
        "<!DOCTYPE html><html lang='en-US' dir='ltr'><head><title>Just a moment...</title></head><body><div class='main-wrapper' role='main'><div class='main-content'><h1 class='zone-name-title h1'>oldjournal.example</h1><p class='h2 spacer-bottom'>Verifying you are human. This may take a few seconds.</p><div class='core-msg spacer spacer-top'>oldjournal.example needs to review the security of your connection before proceeding.</div></div></div><script>window._cf_chl_opt={}</script></body></html>",
    ),
    wall(
        "a question of a search engine",
        "blocked",
        bare(
            "https://oldjournal.example/",
            "<h1>Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot.</h1><div class='g-recaptcha'></div>",
        ),
    ),
    wall(
        "a publisher's robot check",
        "blocked",
        bare(
            "Validate User",
            "<h1>Are you a robot?</h1><p>We want to be sure it is really you. Please confirm you are a human by completing the captcha challenge below.</p><p>Reference number: 7d9a</p>",
        ),
    ),
    wall(
        "a firewall's refusal at 200",
        "blocked",
        bare(
            "Request Rejected",
            "<p>The requested URL was rejected. Please consult with your administrator.</p><p>Your support ID is: 1234567890</p>",
        ),
    ),
    wall(
        "access denied with a reference",
        "blocked",
        bare(
            "Access Denied",
            "<h1>Access Denied</h1><p>You don't have permission to access this page on this server.</p><p>Reference #18.9cdd417.1699</p>",
        ),
    ),
    wall(
        "a slider",
        "blocked",
        bare(
            "滑动验证页面",
            "<p>请完成安全验证，拖动滑块。</p><script src='/awsc/captcha.js'></script>",
        ),
    ),
    wall(
        "a check in russian",
        "blocked",
        bare(
            "Вы не робот?",
            "<h1>Подтвердите, что запросы отправляли вы, а не робот</h1><p>Нам очень жаль, но запросы с вашего устройства похожи на автоматические.</p>",
        ),
    ),
    wall(
        "cookies must be accepted",
        "blocked",
        bare(
            "Consent",
            "<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Um fortzufahren, akzeptieren Sie bitte die Verwendung von Cookies. Ihre Zustimmung können Sie jederzeit widerrufen.</p><button>Akzeptieren und weiter</button>",
        ),
        path="/consent/ledger",
    ),
    wall(
        "a club's page",
        "login-or-paywall",
        around(
            "Members' area",
            "<h1>Members' area</h1><p>Please enter your user name and password.</p><form><input name=u><input type=password></form>",
        ),
    ),
    wall(
        "a university's sign-on",
        "login-or-paywall",
        bare(
            "Web Login Service",
            "<h1>Login to River University</h1><form><label>Username</label><input name=j_username><label>Password</label><input type=password name=j_password><button>Login</button></form><p>Forgot your password? Need help?</p>",
        ),
    ),
    wall(
        "a drive that wants an account",
        "login-or-paywall",
        bare(
            "Drive: Sign-in",
            "<h1>Sign in</h1><p>to continue to Drive</p><form><input type=email><input type=password hidden></form>",
        ),
    ),
    wall(
        "a newspaper's account page",
        "login-or-paywall",
        around(
            "Anmelden | Kurier",
            "<h1>Jetzt anmelden und weiterlesen</h1><form><input type=email placeholder='E-Mail'><input type=password></form><p>Noch kein Konto? Registrieren</p>",
            "de",
            related=False,
        ),
    ),
    wall(
        "maintenance of a blog",
        "transient",
        bare(
            "Maintenance",
            "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>",
        ),
    ),
    wall(
        "maintenance of a library",
        "transient",
        around(
            "Library catalogue",
            "<h1>Catalogue unavailable</h1><p>The catalogue is undergoing maintenance and will be back shortly. We apologise for the inconvenience.</p>",
            related=False,
        ),
    ),
    wall(
        "a site offline",
        "transient",
        bare(
            "Offline",
            "<h1>Journal of Rivers</h1><p>This site is down for maintenance. Please check back again soon.</p>",
        ),
    ),
    wall(
        "drupal's unexpected error",
        "transient",
        "The website encountered an unexpected error. Please try again later.",
    ),
    wall(
        "a php error",
        "transient",
        "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function mysql_connect() in /var/www/html/index.php:12\nStack trace:\n#0 {main}\n  thrown in <b>/var/www/html/index.php</b> on line <b>12</b><br />",
    ),
    wall(
        "a critical error",
        "transient",
        bare(
            "WordPress › Error",
            "<p>There has been a critical error on this website.</p><p>Learn more about troubleshooting.</p>",
        ),
    ),
    wall(
        "a proxy's words",
        "transient",
        "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>",
    ),
]

ALIVE = [
    live(
        "a book called access denied",
        around(
            "Access Denied: The Practice of Filtering | River Press",
            "<h1>Access Denied</h1><p>The Practice and Policy of Filtering. Edited by four hands. Hardcover, 449 pages. Many countries restrict what their people can read, and this survey documents how they do so.</p>",
        ),
    ),
    live(
        "a short entry on 404",
        around(
            "404 – Glossary",
            "<h1>404</h1><p>Status code of HTTP that a server sends when it has nothing at an address. Compare 410.</p>",
        ),
    ),
    live(
        "a question about 404s",
        around(
            "nginx returns 404 Not Found for a folder - Questions",
            "<h1>nginx returns 404 Not Found for a folder</h1><p>I have set up a location block for static files, but every request for a folder returns 404 Not Found, although the files are there. My configuration is below.</p><pre>location /static { root /srv; }</pre><h2>2 Answers</h2><p>Use alias instead of root here, for root appends the whole path of the request to the folder you name, which is not what you want.</p>",
        ),
    ),
    live(
        "an event that has passed",
        around(
            "Lecture: Reading Ledgers",
            "<h1>Lecture: Reading Ledgers</h1><p>This event has passed.</p><p>12 May 2004, 18:00, Great Hall. Rosa Amato on the clerk's hand and what it tells.</p>",
        ),
    ),
    live(
        "a retracted article",
        around(
            "RETRACTED: Ledgers and Law",
            "<h1>RETRACTED: Ledgers and Law</h1><p>This article has been retracted at the request of the editors. See the notice for the reasons.</p><p>Abstract. We count entries in nine ledgers.</p>",
        ),
        "Ledgers and Law",
    ),
    live(
        "an item under embargo",
        around(
            "Ledgers and Law - Repository",
            "<h1>Ledgers and Law</h1><table><tr><td>Author</td><td>Amato, R.</td></tr></table><p>The full text is under embargo and not available until 2030.</p><p>There are no files associated with this item.</p>",
        ),
    ),
    live(
        "an object not on view",
        around(
            "Ledger, leather and paper | Museum",
            "<h1>Ledger</h1><p>Leather and paper, 1780. Not on view. Gift of the clerk's family, 1921. Accession number 21.81.723.</p>",
        ),
    ),
    live(
        "a poem",
        around(
            "Gone | Poems",
            "<h1>Gone</h1><p>The boat is gone,<br>the river stays,<br>nothing is found<br>that was not lost.</p>",
        ),
    ),
    live(
        "a missing manuscript",
        around(
            "The missing page of the Delta Codex",
            "<h1>The missing page of the Delta Codex</h1><p>Folio 17 was cut out before 1850 and has not been found.</p>",
        ),
    ),
    live(
        "a search for a missing man",
        around(
            "Fisherman not found after three days - The River Courier",
            "<h1>Fisherman not found after three days</h1><p>The search for a fisherman from the delta was called off on Sunday. His boat was found near the old bridge, the coast guard said.</p>",
        ),
    ),
    live(
        "a picture page",
        around(
            "Plate 9",
            "<h1>Plate 9</h1><figure><img src='9.jpg'><figcaption>The clerk, 1998.</figcaption></figure>",
        ),
    ),
    live(
        "a film page",
        around(
            "The Clerk (1998) - River films",
            "<h1>The Clerk (1998)</h1><video src='a.mp4'></video><p>12 minutes. With subtitles.</p>",
        ),
    ),
    live(
        "a short message of a network",
        bare(
            "Rosa on River: “Back from the archive.”",
            "<article><p>Back from the archive. Box 17 was empty.</p><time>12:03 · 4 May 2019</time></article>",
        ),
    ),
    live(
        "an old page without paragraphs",
        old(
            "Ledger, part 2",
            "<H2>Ledger, part 2</H2>" + prose(9).replace("<p>", "").replace("</p>", "<BR><BR>"),
        ),
    ),
    live(
        "a short old page",
        old("Addresses", "<H2>Addresses</H2>Clerk's office, Quay 4. Open Mondays."),
    ),
    live(
        "a supermarket's report",
        around(
            "Casino Group: Annual Report 2010",
            "<h1>Casino Group: Annual Report 2010</h1><p>Casino is a retailer with 11,000 stores. Consolidated net sales rose by 8.7 percent. Casino stores in France, Brazil and Thailand are described in chapter two, and the bonus plan of managers in chapter six.</p>"
            + prose(6),
        ),
    ),
    live(
        "a study of betting",
        around(
            "Betting shops and debt in coastal towns",
            "<h1>Betting shops and debt in coastal towns</h1><p>Abstract. Betting, poker machines and online slots account for a growing share of household debt. We interviewed forty players about free spins, sign-up bonus offers and deposits.</p>"
            + prose(5),
        ),
    ),
    live(
        "poker in a title",
        around(
            "Poker as a way of life: an ethnography",
            "<h1>Poker as a way of life</h1><p>An ethnography of three card rooms. 220 pages.</p>",
        ),
    ),
    live(
        "antibiotics without prescription",
        around(
            "Sale of antibiotics without prescription in pharmacies of the delta",
            "<h1>Sale of antibiotics without prescription in pharmacies of the delta</h1><p>Simulated clients asked 120 pharmacies for antibiotics. In 81 a pharmacy sold them without prescription. Cheap generics were offered first.</p>"
            + prose(4),
        ),
    ),
    live(
        "a registrar's own page on sales",
        around(
            "How to list a domain for sale - Help",
            "<h1>How to list a domain for sale</h1><ol><li>Log in to your account.</li><li>Open the list of your domains and choose one.</li><li>Set a price and confirm. The domain is for sale as soon as the listing is approved, which takes a day.</li></ol><p>See also: how parked domains earn, and how to take a listing down again.</p>",
        ),
    ),
    live(
        "a new bridge under construction",
        around(
            "New bridge under construction at Quay 4",
            "<h1>New bridge under construction at Quay 4</h1><p>Work on the piers began in May. The bridge opens next year.</p>",
        ),
    ),
    live(
        "a list of events coming soon",
        around(
            "Events",
            "<h1>Events</h1><h2>Coming soon</h2><ul><li>4 May: Reading Ledgers</li><li>9 May: Counting sheep from the air</li></ul>",
        ),
    ),
    live(
        "security check, an article",
        around(
            "Security Check: Airports and the Sorting of Travellers",
            "<h1>Security Check: Airports and the Sorting of Travellers</h1><p>Abstract. Who is asked to step aside, and how often? We watched two queues for a month.</p>",
        ),
    ),
    live(
        "before you continue, a guide",
        around(
            "Before you continue: consent in field research",
            "<h1>Before you continue: consent in field research</h1><p>Tell people what you will ask, who will read it, and that they may stop. Put it in their language. Keep the form short.</p>",
        ),
    ),
    live(
        "a cookie policy",
        around(
            "Cookie policy",
            "<h1>Cookie policy</h1><p>This page lists the cookies that the site sets. We set a session cookie when you log in, which is deleted when you close the browser. We count visits with a cookie that holds no personal data and lasts thirty days.</p><h2>How to refuse</h2><p>You can refuse cookies in the settings of your browser. The site works without them, except that you have to log in again for each visit.</p>",
        ),
    ),
    live(
        "a login box beside a short work",
        old(
            "Ledger, p. 4",
            "<form>Login: <input name=u> Password: <input type=password></form><H2>Ledger, p. 4</H2>Entry 17: two hens and a bicycle. Entry 18: a lamp, returned.",
        ),
    ),
    live(
        "a page on how to sign in",
        around(
            "How to sign in to the reading room",
            "<h1>How to sign in to the reading room</h1><p>Show your card at the desk. You get a number for a locker. Leave bags and coats there, and sign in with the number at the inner door.</p>",
        ),
    ),
    live(
        "a subscription page of a journal",
        around(
            "Subscriptions | Journal of Rivers",
            "<h1>Subscriptions</h1><p>Four issues a year. Institutions 120, persons 40. Write to the office to subscribe, or subscribe online with a card. Back issues can be had for 12 each.</p>",
        ),
    ),
    live(
        "an article with a newsletter wall",
        around(
            "Who counted the hens?",
            "<article><h1>Who counted the hens?</h1>"
            + prose(4)
            + "<div class='overlay'><h2>Subscribe to keep reading</h2><p>Already subscribed? Log in</p></div></article>",
            head="<meta property='og:type' content='article'>",
        ),
    ),
    live(
        "maintenance fees",
        around(
            "Maintenance",
            "<h1>Maintenance</h1><p>The caretaker sees to stairs, lamps and the yard. Report damage by phone. The fee is 42 a month for a flat of three rooms.</p>",
        ),
    ),
    live(
        "wartung von pumpen",
        around(
            "Wartung von Pumpen",
            "<h1>Wartung von Pumpen</h1><p>Handbuch für Dorfbrunnen. Dichtungen werden alle zwei Jahre gewechselt, Gestänge alle fünf. Teil drei nennt die Bezugsquellen.</p>",
            "de",
        ),
    ),
    live(
        "an erratum in french",
        around(
            "Erratum",
            "<h1>Erratum</h1><p>Page 12, ligne 3 : lire 1978 au lieu de 1987. La page 14 est supprimée.</p>",
            "fr",
        ),
    ),
    live(
        "a spanish story",
        around(
            "La carta que no existe",
            "<h1>La carta que no existe</h1><p>Cuento de Rosa Amato. El cartero llegó a mediodía con una carta sin remite.</p>",
            "es",
        ),
    ),
    live(
        "a japanese notice",
        around(
            "休館のお知らせ",
            "<h1>休館のお知らせ</h1><p>五月四日は休館します。図書の返却は玄関の箱をご利用ください。</p>",
            "ja",
        ),
    ),
    live(
        "a russian film",
        around(
            "Страница из дневника",
            "<h1>Страница из дневника</h1><p>Документальный фильм, 1998. 40 минут.</p>",
            "ru",
        ),
    ),
    live(
        "a chinese notice on lost property",
        around(
            "失物招领：找不到失主的物品",
            "<h1>失物招领</h1><p>五月四日在码头拾到账簿一本，请失主到办公室领取。</p>",
            "zh",
        ),
    ),
    live(
        "a record in json with a null error",
        '{"id": "81723", "error": null, "title": "Not Found: a novel", "status": "published"}',
        path="/api/works/81723",
    ),
    live(
        "a list of errors in an api",
        '{"data": [{"code": 404, "meaning": "not found"}, {"code": 410, "meaning": "gone"}]}',
        path="/api/statuses",
    ),
    live(
        "an application with words while it loads",
        "<html><head><title>Atlas of rivers</title></head><body><div id=app>Loading…</div><script src=/a.js></script></body></html>",
    ),
    live(
        "an application that answers anything",
        "<html><head><title>Atlas of rivers</title></head><body><div id=app></div><script src=/a.js></script></body></html>",
        site={
            "/*": answer(
                "<html><head><title>Atlas of rivers</title></head><body><div id=app></div><script src=/a.js></script></body></html>"
            )
        },
    ),
    live(
        "a short work on a site with soft errors",
        around("Plate 9", "<h1>Plate 9</h1><p>The clerk, 1998.</p>"),
        site={"/*": answer(around("Not found", "<h1>Not found</h1><p>Sorry.</p>"))},
    ),
    live(
        "a document viewer",
        around("Ledger.pdf", "<iframe src='/pdfjs/web/viewer.html?file=/ledger.pdf'></iframe>"),
    ),
    live(
        "an abstract page of a preprint server",
        around(
            "[1999.00001] Counting Sheep from the Air",
            "<h1>Title: Counting Sheep from the Air</h1><div>Authors: R. Amato</div><blockquote>Abstract: We count sheep with a kite and a camera, and compare with a count on foot. Errors are below five percent.</blockquote>",
            head="<meta name='citation_title' content='Counting Sheep from the Air'>",
        ),
    ),
    live(
        "a court's decision",
        around(
            "Amato v. Delta Council, 1999",
            "<h1>Amato v. Delta Council</h1><p>Appeal dismissed. The record was not found at the registry, and the court proceeded on the copies that both sides had filed.</p>",
        ),
    ),
    live(
        "a genealogist's page",
        old(
            "Family Lindqvist",
            "<H3>Family Lindqvist</H3>Per, b. 1801, d. unknown; grave not found.<BR>Anna, b. 1804.<BR>",
        ),
    ),
    live(
        "an error catalogue",
        around(
            "Error codes",
            "<h1>Error codes</h1><table><tr><td>E1</td><td>Paper jam</td></tr><tr><td>E2</td><td>File not found</td></tr><tr><td>E3</td><td>Disk full</td></tr></table>",
        ),
    ),
    live(
        "a page that moved its office",
        around(
            "We have moved",
            "<h1>We have moved</h1><p>Since 4 May the clerk's office is at Quay 9. The telephone number stays the same.</p>",
        ),
    ),
]

CASES = SYSTEMS + REGISTRARS + WALLS + ALIVE
