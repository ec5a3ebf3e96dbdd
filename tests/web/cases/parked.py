"""The domain is no longer its owner's, or never had a site."""

from tests.web.cases import Case
from tests.web.pages import bare, links, site
from tests.web.server import answer


def parked(name, here, **more):
    more.setdefault("site", {"/*": here})
    return Case(name, "parked", here, **more)


ADS = [
    "Credit Cards",
    "Car Insurance",
    "Online Degrees",
    "Payday Loans",
    "Cheap Flights",
    "Mortgage Rates",
    "Web Hosting",
    "Dental Implants",
]
CASINO = (
    "<p>Play the best online casino games and slots. Claim your welcome bonus of 500 free spins today. "
    "Our sportsbook has live betting, poker and roulette, with fast payouts. Join now and hit the jackpot. "
    "Deposit bonus for every new player. Casino slots, baccarat and blackjack round the clock.</p>"
)

CASES = [
    parked(
        "for sale in the title",
        answer(
            bare(
                "oldjournal.example is for sale",
                "<h1>oldjournal.example</h1><p>This domain is for sale. Buy now for $2,895 or make an offer.</p><form><input name=email></form>",
            )
        ),
    ),
    parked(
        "for sale with a long pitch",
        answer(
            site(
                "oldjournal.example",
                "<h1>The domain name oldjournal.example is for sale</h1><p>Get this domain. Secure payment, fast transfer, buyer protection.</p><ul><li>Free transaction support</li><li>Secure payments</li></ul><p>Listed price $4,500. Make an offer. Lease to own from $187 a month.</p><h2>Why choose us</h2><p>Thousands of domain names are sold through our marketplace every month. Our domain experts are happy to help you in more than twenty languages. The domain will be transferred to you once the payment has arrived. Buyer protection covers the whole sale.</p>",
                related=False,
                name="NameMarket",
            )
        ),
    ),
    parked(
        "a lander of ads",
        answer(
            bare(
                "oldjournal.example",
                "<h1>oldjournal.example</h1><h2>Related Searches</h2>"
                + links(ADS)
                + "<p>The owner of this domain has not yet uploaded a page. Sponsored listings displayed above are served automatically by a third party. Privacy Policy</p>",
            )
        ),
    ),
    parked(
        "a lander by script",
        answer(
            "<!doctype html><html data-adblockkey='MFwwDQ'><head><title>oldjournal.example</title></head><body><div id='target' style='opacity:0'></div><script>window.park = 'eyJ1dWlkIjoi';</script><script src='/bAbcdEF.js'></script></body></html>"
        ),
    ),
    parked(
        "a lander in a frame",
        answer(
            "<html><head><title>oldjournal.example</title></head><frameset rows='100%,*'><frame src='http://parkingservice.example/park?domain=oldjournal.example'></frameset></html>"
        ),
    ),
    parked(
        "a script that leads to a lander",
        answer(
            '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>'
        ),
        site={
            "/lander": answer(
                "<html><head><title>oldjournal.example</title></head><body><div id='root'></div><script>window.LANDER_SYSTEM='CP'</script><script src='https://img1.wsimg.com/parking-lander/static/js/main.js'></script></body></html>"
            ),
            "/*": answer("<script>window.location.href='/lander'</script>"),
        },
    ),
    parked(
        "to another host for sale",
        answer("", "302 Found", Location="http://name-market.example/oldjournal.example"),
    ),
    parked(
        "a registrar's holding page",
        answer(
            bare(
                "Domain registered",
                "<h1>This domain has been registered</h1><p>oldjournal.example was registered by a customer of the registrar and has no web site yet. If you are the owner, log in to your control panel to publish one.</p>",
            )
        ),
    ),
    parked(
        "parked free",
        answer(
            bare(
                "oldjournal.example",
                "<h1>This Web page is parked FREE, courtesy of your registrar.</h1><p>Want to buy this domain? Our domain broker may be able to get it for you.</p>"
                + links(ADS),
            )
        ),
    ),
    parked(
        "expired",
        answer(
            bare(
                "Domain expired",
                "<h1>This domain has expired</h1><p>If you are the owner, renew it with your registrar. Renew now.</p>",
            )
        ),
    ),
    parked(
        "expired, in other words",
        answer(
            bare(
                "oldjournal.example",
                "<p>The registration of oldjournal.example expired on 11/02/2024 and is pending renewal or deletion.</p>",
            )
        ),
    ),
    parked(
        "zu verkaufen",
        answer(
            bare(
                "oldjournal.example steht zum Verkauf",
                "<h1>Diese Domain steht zum Verkauf</h1><p>Jetzt Angebot abgeben. Domain kaufen.</p>",
            )
        ),
    ),
    parked(
        "à vendre",
        answer(
            bare(
                "Ce domaine est à vendre",
                "<h1>Le nom de domaine oldjournal.example est à vendre</h1><p>Faire une offre.</p>",
            )
        ),
    ),
    parked(
        "en venta",
        answer(
            bare("oldjournal.example", "<h1>Este dominio está en venta</h1><p>Haga una oferta.</p>")
        ),
    ),
    parked(
        "te koop",
        answer(bare("Domein te koop", "<h1>Dit domein is te koop</h1><p>Doe een bod.</p>")),
    ),
    parked(
        "in vendita", answer(bare("Dominio in vendita", "<h1>Questo dominio è in vendita</h1>"))
    ),
    parked(
        "продаётся",
        answer(
            bare(
                "Домен продаётся", "<h1>Домен oldjournal.example продаётся</h1><p>Купить домен.</p>"
            )
        ),
    ),
    parked(
        "出售",
        answer(
            bare("域名出售", "<h1>您正在访问的域名正在出售</h1><p>本域名可以转让，欢迎报价。</p>")
        ),
    ),
    parked(
        "販売中",
        answer(
            bare(
                "oldjournal.example",
                "<h1>このドメインは販売中です</h1><p>お問い合わせください。</p>",
            )
        ),
    ),
    parked(
        "satılık",
        answer(bare("Satılık alan adı", "<h1>Bu alan adı satılıktır</h1><p>Teklif verin.</p>")),
    ),
    parked(
        "na sprzedaż",
        answer(
            bare("Domena na sprzedaż", "<h1>Ta domena jest na sprzedaż</h1><p>Złóż ofertę.</p>")
        ),
    ),
    parked(
        "nginx",
        answer(
            bare(
                "Welcome to nginx!",
                "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p><p><em>Thank you for using nginx.</em></p>",
            )
        ),
    ),
    parked(
        "apache on ubuntu",
        answer(
            bare(
                "Apache2 Ubuntu Default Page: It works",
                "<span>Apache2 Default Page</span><div>It works!</div><p>This is the default welcome page used to test the correct operation of the Apache2 server after installation on Ubuntu systems. If you can read this page, it means that the Apache HTTP server installed at this site is working properly. You should replace this file (located at /var/www/html/index.html) before continuing to operate your HTTP server.</p><p>If you are a normal user of this web site and don't know what this page is about, this probably means that the site is currently unavailable due to maintenance. If the problem persists, please contact the site's administrator.</p><h2>Configuration Overview</h2><p>Ubuntu's Apache2 default configuration is different from the upstream default configuration, and split into several files optimized for interaction with Ubuntu tools. The configuration system is fully documented in /usr/share/doc/apache2/README.Debian.gz. Refer to this for the full documentation.</p>",
            )
        ),
    ),
    parked("it works", answer("<html><body><h1>It works!</h1></body></html>")),
    parked(
        "iis",
        answer(
            bare(
                "IIS Windows Server",
                "<div id='container'><a href='http://go.microsoft.com'><img src='iisstart.png' alt='IIS'></a></div>",
            )
        ),
    ),
    parked(
        "cpanel",
        answer(
            bare(
                "Default Web Site Page",
                "<h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting provider: webmaster@oldjournal.example</p><p>It is possible you have reached this page because: the IP address has changed, there has been a server misconfiguration, the site may have moved to a different server.</p>",
            )
        ),
    ),
    parked(
        "plesk",
        answer(
            bare(
                "Domain Default page",
                "<h1>Web Server's Default Page</h1><p>This page is generated by Plesk, the leading hosting automation software. You see this page because there is no Web site at this address.</p>",
            )
        ),
    ),
    parked(
        "tomcat",
        answer(
            bare(
                "Apache Tomcat/9.0.1",
                "<h1>Apache Tomcat/9.0.1</h1><h2>If you're seeing this, you've successfully installed Tomcat. Congratulations!</h2>",
            )
        ),
    ),
    parked(
        "account suspended",
        answer(
            bare(
                "Account Suspended",
                "<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting provider for more information.</p>",
            )
        ),
    ),
    parked(
        "coming soon",
        answer(bare("Coming soon", "<h1>Coming Soon</h1><p>Our new website is on its way.</p>")),
    ),
    parked(
        "casino",
        answer(
            site(
                "Best Online Casino 2024: Slots & Bonuses",
                "<h1>Best Online Casino Slots</h1>" + CASINO * 3,
                related=False,
            )
        ),
    ),
    parked(
        "casino under the old name",
        answer(
            site(
                "Journal of Rural Studies - Online Casino Bonus, Slots, Poker",
                "<h1>Online Casino Bonus Without Deposit</h1>" + CASINO * 4,
            )
        ),
    ),
    parked(
        "situs slot",
        answer(
            site(
                "Situs Slot Gacor Hari Ini Gampang Menang Maxwin",
                "<h1>Slot Gacor Terpercaya</h1><p>Daftar situs judi slot online gacor maxwin terbaru, deposit pulsa tanpa potongan. Link alternatif slot88, bandar togel dan judi bola terpercaya. RTP slot gacor hari ini.</p>"
                * 3,
                lang="id",
            )
        ),
    ),
    parked(
        "pharmacy",
        answer(
            site(
                "Buy Viagra Online Without Prescription",
                "<h1>Cheap Viagra and Cialis</h1>"
                + "<p>Order generic viagra, cialis and levitra without prescription at the cheapest online pharmacy. Free shipping, discreet delivery, no prescription needed. Buy now.</p>"
                * 6,
            )
        ),
    ),
    parked(
        "bahis",
        answer(
            site(
                "Güvenilir Bahis Siteleri - Casino Deneme Bonusu",
                "<h1>Deneme Bonusu Veren Bahis Siteleri</h1>"
                + "<p>Canlı bahis, casino, slot ve rulet oyunları. Deneme bonusu veren siteler, güncel giriş adresi ve çevrimsiz bonus. Hemen üye ol.</p>"
                * 5,
                lang="tr",
            )
        ),
    ),
    parked(
        "казино",
        answer(
            site(
                "Онлайн казино: бонус за регистрацию, игровые автоматы",
                "<h1>Казино онлайн</h1>"
                + "<p>Играть в игровые автоматы на деньги, бонус за регистрацию, фриспины, ставки на спорт. Вход и регистрация в казино, зеркало.</p>"
                * 5,
                lang="ru",
            )
        ),
    ),
    parked(
        "博彩",
        answer(
            site(
                "澳门娱乐城官网_真人百家乐_体育投注",
                "<h1>真人百家乐</h1>"
                + "<p>娱乐城注册送彩金，体育投注，老虎机，彩票，真人荷官，博彩平台官网入口。</p>"
                * 6,
                lang="zh",
            )
        ),
    ),
    parked(
        "a farm of links",
        answer(
            bare(
                "oldjournal.example - rural studies, journals, education",
                "<h1>oldjournal.example</h1><h3>Popular Categories</h3>"
                + links(ADS)
                + "<h3>Top Searches</h3>"
                + links([f"{a} Online" for a in ADS])
                + "<h3>Sponsored Links</h3>"
                + links([f"Best {a}" for a in ADS])
                + "<p>Copyright oldjournal.example. All Rights Reserved. Privacy Policy. Inquire about this domain.</p>",
            )
        ),
    ),
]
