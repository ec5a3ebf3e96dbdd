"""Something stands between the asker and the work."""

from tests.web.cases import Case
from tests.web.pages import bare, prose, says, site, work
from tests.web.server import answer, browsers_only, get_only

CF = "<!DOCTYPE html><html lang='en-US'><head><title>Just a moment...</title><meta name='robots' content='noindex,nofollow'></head><body><div class='main-wrapper'><noscript>Enable JavaScript and cookies to continue</noscript></div><script>window._cf_chl_opt={cvId:'3'};</script><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script></body></html>"
AKAMAI = '<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don\'t have permission to access "http&#58;&#47;&#47;x" on this server.<P>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab</BODY></HTML>'
DATADOME = "<html lang='en'><head><title>x.example</title></head><body><p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'AHrlqAAAAAMA','host':'geo.captcha-delivery.com'}</script><script src='https://ct.captcha-delivery.com/c.js'></script></body></html>"
PX = "<!doctype html><html><head><title>Access to this page has been denied.</title></head><body><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><div id='px-captcha'></div><p>Reference ID 1234</p></body></html>"
IMPERVA = "<html style='height:100%'><head><META NAME='ROBOTS' CONTENT='NOINDEX, NOFOLLOW'></head><body><iframe id='main-iframe' src='/_Incapsula_Resource?CWUDNSAI=23&incident_id=1' frameborder=0>Request unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>"


def blocked(name, here, **more):
    return Case(name, "blocked", here, **more)


def login(name, here, **more):
    return Case(name, "login-or-paywall", here, **more)


CASES = [
    *(
        blocked(f"status {status}", answer(bare("x", "<h1>No</h1>"), f"{status} Told So"))
        for status in (400, 402, 403, 405, 406, 407, 412, 418, 421, 422, 428, 431, 451, 999)
    ),
    Case(
        "status 401",
        ("blocked", "login-or-paywall"),
        answer("", "401 Unauthorized", WWW_Authenticate="Basic realm=x"),
    ),
    Case(
        "turned away as a tool, let in as a browser",
        "live",
        browsers_only(answer(work()), answer("", "403 Forbidden")),
    ),
    Case(
        "not found as a tool, let in as a browser",
        "live",
        browsers_only(answer(work()), answer("", "404 Not Found")),
    ),
    Case("406 to a tool", "live", browsers_only(answer(work()), answer("", "406 Not Acceptable"))),
    Case("only get is served", "live", get_only(answer(work()))),
    blocked(
        "cloudflare by header",
        answer(CF, "403 Forbidden", cf_mitigated="challenge", Server="cloudflare"),
    ),
    blocked("cloudflare at 503", answer(CF, "503 Service Unavailable", Server="cloudflare")),
    blocked("cloudflare at 200", answer(CF)),
    blocked(
        "cloudflare says sorry",
        answer(
            bare(
                "Attention Required! | Cloudflare",
                "<h1>Sorry, you have been blocked</h1><h2>You are unable to access x.example</h2><p>This website is using a security service to protect itself from online attacks. Cloudflare Ray ID: 7a</p>",
            ),
            "403 Forbidden",
        ),
    ),
    blocked("akamai at 403", answer(AKAMAI, "403 Forbidden", Server="AkamaiGHost")),
    blocked("akamai at 200", answer(AKAMAI)),
    blocked("datadome at 403", answer(DATADOME, "403 Forbidden", X_DataDome="protected")),
    blocked("datadome at 200", answer(DATADOME)),
    blocked("perimeterx at 403", answer(PX, "403 Forbidden")),
    blocked("perimeterx at 429", answer(PX, "429 Too Many Requests")),
    blocked("perimeterx at 200", answer(PX)),
    blocked("imperva at 200", answer(IMPERVA, X_Iinfo="1-2", X_CDN="Imperva")),
    blocked("aws at 202", answer("", "202 Accepted", x_amzn_waf_action="challenge")),
    blocked(
        "a captcha at 200",
        answer(
            bare(
                "Security check",
                "<h1>Please verify you are a human</h1><p>Complete the captcha to go on.</p><div class='h-captcha'></div><script src='https://hcaptcha.com/1/api.js'></script>",
            )
        ),
    ),
    blocked(
        "a captcha in german",
        answer(
            bare(
                "Sicherheitsüberprüfung",
                "<h1>Bitte bestätigen Sie, dass Sie kein Roboter sind</h1><div class='g-recaptcha'></div>",
            )
        ),
    ),
    blocked(
        "a captcha in french",
        answer(
            bare(
                "Vérification",
                "<h1>Vérifiez que vous n’êtes pas un robot</h1><div class='g-recaptcha'></div>",
            )
        ),
    ),
    blocked(
        "unusual traffic",
        answer(
            bare(
                "Sorry...",
                "<p>Our systems have detected unusual traffic from your computer network. Please try your request again later.</p>",
            )
        ),
    ),
    blocked(
        "proof of work",
        answer(
            bare(
                "Making sure you're not a bot!",
                "<h1>Making sure you're not a bot!</h1><p>Loading... You are seeing this because the administrator of this website has set up a challenge to protect the server against AI companies scraping it.</p>",
            )
        ),
    ),
    blocked(
        "a check of the browser",
        answer(
            bare(
                "DDoS-Guard",
                "<h1>Checking your browser before accessing x.example</h1><p>Please wait a few seconds. Once this check is complete, the website will automatically open.</p>",
            )
        ),
    ),
    blocked(
        "pardon the interruption",
        answer(
            bare(
                "Pardon Our Interruption",
                "<h1>Pardon Our Interruption...</h1><p>As you were browsing something about your browser made us think you were a bot.</p>",
            )
        ),
    ),
    blocked(
        "not in your country",
        answer(
            bare(
                "Not available",
                "<h1>This content is not available in your country</h1><p>For legal reasons we cannot show this page to visitors from your region.</p>",
            )
        ),
    ),
    blocked(
        "not in europe",
        answer(
            bare(
                "451",
                "<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) and therefore cannot grant you access at this time.</p>",
            )
        ),
    ),
    blocked(
        "nothing but a question about cookies",
        answer(
            bare(
                "Your privacy",
                "<h1>We value your privacy</h1><p>To read this site you must accept cookies. We and our 743 partners store and access information on your device.</p><button>Accept all</button><button>Manage options</button>",
            )
        ),
    ),
    login(
        "a login form",
        answer(
            bare(
                "Sign in",
                "<h1>Sign in</h1><form><input name=u><input type=password name=p><button>Sign in</button></form>",
            )
        ),
    ),
    login(
        "a login form with all around it",
        answer(
            site(
                "Log in | Institute",
                "<h1>Log in</h1><form><label>E-mail</label><input name=u><label>Password</label><input type=password name=p><a href='/forgot'>Forgot your password?</a><button>Log in</button></form><p>No account yet? Register.</p>",
            )
        ),
    ),
    login(
        "a login form in german",
        answer(
            site(
                "Anmeldung",
                "<h1>Anmelden</h1><form><input name=u><input type=password name=p></form><p>Bitte melden Sie sich an, um diese Seite zu sehen.</p>",
                lang="de",
            )
        ),
    ),
    login(
        "a login form in french",
        answer(
            site(
                "Connexion",
                "<h1>Se connecter</h1><form><input name=u><input type=password></form>",
                lang="fr",
            )
        ),
    ),
    login(
        "a choice of institutions",
        answer(
            bare(
                "Find your institution",
                "<h1>Access through your institution</h1><p>Choose your institution to sign in with OpenAthens or Shibboleth.</p><select><option>Uni A</option></select>",
            )
        ),
    ),
    login(
        "a portal without permission",
        answer(
            says(
                "Access denied",
                "You are not authorized to access this page. Please log in.",
                related=False,
            )
        ),
    ),
    login(
        "members only",
        answer(
            says(
                "Members only",
                "This content is for members only. Please log in or join to read it.",
                related=False,
            )
        ),
    ),
    login(
        "a wall and nothing else",
        answer(
            bare(
                "Subscribe",
                "<h1>Subscribe to continue reading</h1><p>You have reached your limit of free articles. Already a subscriber? Log in.</p><ul><li>Monthly 9.90</li><li>Yearly 99</li></ul>",
            )
        ),
    ),
    Case(
        "a wall over the title and abstract",
        "live",
        answer(
            site(
                "The Ledger of Complaints",
                "<h1>The Ledger of Complaints</h1><p>Abstract. "
                + prose(5)
                + "</p><p>Purchase access. 24 hours online access. Buy article PDF.</p>",
            )
        ),
        "The Ledger of Complaints",
    ),
]
