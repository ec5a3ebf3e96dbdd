"""Where a redirect has led, if it is not to the work: a log-in, the front page, a search, the section above."""

import re
from enum import StrEnum
from urllib.parse import urljoin

from cite.formats.html_page import HtmlPage
from cite.formats.page import Page
from cite.recognisers.addresses.url_parts import SplitUrl, is_root, split_url
from cite.recognisers.text.folding import fold
from cite.steps.pages.weigh_text import is_text, work_marks


class Detour(StrEnum):
    """The place at the end of a redirect."""

    LOGIN = "login"
    CONSENT = "consent"
    ERROR = "error"
    HOME = "home"
    SEARCH = "search"
    SECTION = "section"


_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?(?:in|on)|sign-?(?:in|on)|sso|auth|authenticate|authorize|idp|cas|openid|oauth2?|shibboleth|wayf|accounts?|saml\d?|anmeldung|connexion)(?:[/._?-]|$)",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:^|[/._-])(?:consent|cookie-?wall|privacy-?gate|gdpr)(?:[/._?-]|$)", re.IGNORECASE
)
_ERROR = re.compile(
    r"(?:^|/)(?:(?:page|file|item)?[-_]?(?:404|410|error|errors|errorpage|not-?_?found)(?:[-_]?(?:404|page))?)(?:\.\w{2,5})?(?:/|$)|^/(?:[a-z]{2}/)?(?:(?:page|file|item)[-_]?)?(?:missing|gone|unavailable)(?:[-_]?page)?(?:\.\w{2,5})?/?$|aspxerrorpath=",
    re.IGNORECASE,
)
_SEARCH = re.compile(
    r"(?:^|/)(?:search|suche|recherche|buscar|busca|busqueda|cerca|ricerca|zoeken|poisk|szukaj|sok|find|searchresults?|site-?map)(?:[/.]|$)|(?:^|/)results?(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_TRACES = re.compile(
    r"(?:&?(?:utm_\w+|ref|referr?er|from|src|source|err|error|msg|message|notfound|not_found|redirect\w*|rd|old|lang|status|404|url)(?:=[^&]*)?)+",
    re.IGNORECASE,
)
_QUERY = re.compile(
    r"(?:^|&)(?:s|q|query|search|k|keywords?|searchterm|suchbegriff)=", re.IGNORECASE
)

_INDEX = re.compile(r"/(?:index|default|home|main|welcome)\.\w{2,5}/*$", re.IGNORECASE)
_SHORTENERS = frozenset(
    "bit.ly j.mp t.co goo.gl tinyurl.com ow.ly is.gd v.gd buff.ly dlvr.it lnkd.in fb.me wp.me tiny.cc rb.gy cutt.ly "
    "t.ly rebrand.ly shorturl.at tr.im trib.al ift.tt hubs.ly aka.ms g.co git.io w.wiki urlz.fr nyti.ms wapo.st".split()
)
"""Hosts whose addresses stand for others, front pages among them."""


def detour(url: str, final: str, page: Page) -> Detour | None:
    """What kind of place a redirect ended at, or None where it may well be the work."""
    cited, there = split_url(url), split_url(final)
    for kind, pattern in ((Detour.LOGIN, _LOGIN), (Detour.CONSENT, _CONSENT)):
        if pattern.search(_place(there, cited)) and not pattern.search(cited.path):
            return None if is_text(page.html) else kind
    if (_ERROR.search(there.path) or _ERROR.search(there.query)) and not _ERROR.search(cited.path):
        return None if is_text(page.html) else Detour.ERROR
    if is_root(_without_traces(there, final)) and not is_root(url):
        meant = _route(there, cited) or _own_host(cited, there) or _short(cited, there)
        return None if meant else Detour.HOME
    if _searches(there) and not _searches(cited):
        return Detour.SEARCH
    if _above(cited.path, there.path) and _same_site(cited.host, there.host):
        return None if _same_item(cited, there, page) else Detour.SECTION
    return None


def elsewhere(html: HtmlPage, url: str, any_site: bool) -> bool:
    """Whether a page at a deep address gives an error page or a front page, of its own or any site, as its own address."""
    here = split_url(url)
    if is_root(url):
        return False
    for told in (html.canonical, *html.meta.get("og:url", ())):
        there = split_url(urljoin(url, told)) if told and len(told) < 2000 else None
        if there is None or (there.path, there.query) == (here.path, here.query):
            continue
        if _ERROR.search(there.path) and not _ERROR.search(here.path):
            return True
        if is_root(urljoin(url, told)) and (any_site or _same_site(there.host, here.host)):
            return True
    return False


def asks_to_log_in(url: str) -> bool:
    """Whether an address is, by its own words, that of a log-in page."""
    return bool(_LOGIN.search(split_url(url).path.rstrip("/").rpartition("/")[2]))


def _place(there: SplitUrl, cited: SplitUrl) -> str:
    """The path, and the host's first name where it is not the host that was cited."""
    return there.path if there.host == cited.host else f"{there.host.split('.')[0]}{there.path}"


def _without_traces(there: SplitUrl, final: str) -> str:
    """An address without a query that only tells where the reader came from, or why."""
    return final.partition("?")[0] if there.query and _TRACES.fullmatch(there.query) else final


def _route(there: SplitUrl, cited: SplitUrl) -> bool:
    """Whether the fragment is a page of an application, and not the one that was cited."""
    return there.fragment.startswith(("/", "!")) and there.fragment != cited.fragment


def _own_host(cited: SplitUrl, there: SplitUrl) -> bool:
    """Whether the site gave the page a host of its own: `/atlas` to `atlas.example.org` or `atlas-project.org`."""
    slug = fold(cited.path.rstrip("/").rpartition("/")[2].partition(".")[0]).replace(" ", "")
    names = there.host.replace("-", "") + " " + there.host.replace("-", " ")
    return (
        len(slug) > 2 and slug in fold(names.replace(".", " ")).split() and cited.host != there.host
    )


def _short(cited: SplitUrl, there: SplitUrl) -> bool:
    """Whether the address cited is a short one for a front page."""
    return cited.host in _SHORTENERS and cited.host != there.host


def _searches(parts: SplitUrl) -> bool:
    return bool(_SEARCH.search(parts.path)) or bool(_QUERY.search(parts.query))


def _above(cited: str, there: str) -> bool:
    """Whether one path is a folder above the other, the file's own folder index aside."""
    cited, there = (_INDEX.sub("", path).rstrip("/") for path in (cited, there))
    return (
        bool(there)
        and cited != there
        and cited.startswith(there + "/")
        and not re.search(r"\.\w{2,5}$", there)
    )


def _same_item(cited: SplitUrl, there: SplitUrl, page: Page) -> bool:
    """Whether the folder is the item itself: it ends in a number, or its page is marked as a work."""
    last = there.path.rstrip("/").rpartition("/")[2]
    dropped = cited.path[len(there.path.rstrip("/")) :].strip("/")
    if dropped.count("/") == 0 and (re.search(r"\d{3,}", last) or work_marks(page.html)):
        return True
    slug = {word for word in fold(re.sub(r"\.\w{2,5}$", "", dropped)).split() if len(word) > 3}
    titles = set(fold(" ".join(page.titles[:3])).split())
    return len(slug) >= 2 and len(slug & titles) >= 0.6 * len(slug)


def _same_site(one: str, other: str) -> bool:
    return one.removeprefix("www.") == other.removeprefix("www.")
