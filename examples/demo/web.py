"""What the links of the sample article lead to in the demonstration, and what its archive holds.

Host names are real; what happens at them here is invented and says nothing about the real sites.
"""

import asyncio
import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass

from .wayback import Capture

FILLER = (
    "The authors spent two winters in three towns and spoke with four hundred people about their work, the "
    "police, and the houses in which some of them had been held. The first part sets out what they found, the "
    "second what the law says, and the third what might be done about it, with tables, a map and sources. "
)


def page(title: str, body: str = FILLER * 4, head: str = "") -> bytes:
    """A page with a title, as a browser expects it."""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav>Home · About · Publications · Contact</nav><h1>{title}</h1><p>{body}</p></body></html>"
    ).encode()


@dataclass(frozen=True)
class Answer:
    """What one address answers; `silent` accepts the connection and never says a word."""

    body: bytes = b""
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = ()
    kind: str = "text/html; charset=utf-8"
    silent: bool = False


def moved(to: str, status: str = "301 Moved Permanently") -> Answer:
    """A redirect."""
    return Answer(status=status, headers=(("Location", to),))


STREETS = "https://www.hrw.org/report/2010/07/19/streets/arbitrary-detention-and-other-abuses-against-sex-workers-cambodia"
CHUANG = "http://www.pennumbra.com/issues/pdfs/158-6/Chuang.pdf"
NATION = "https://www.thenation.com/article/archive/crusade-against-sex-trafficking/"
SLAVERY = "https://www.hrw.org/legacy/reports/1993/thailand/"
SLAVERY_NOW = "https://www.hrw.org/report/1994/02/01/modern-form-slavery/trafficking-burmese-women-and-girls-brothels-thailand"
SOROS = "http://www.soros.org/initiatives/health/focus/sharp/articles_publications/publications/"
RESCUE = SOROS + "rights_20090626/rightsnotrescue_20090706.pdf"
MATTER = SOROS + "ourlivesmatter_20080724"
LANTERN = "http://www.ijm.org/sites/default/files/resources/120610-Project-Lantern-Impact-Assessment-AJ.pdf"
CONDOMS = "http://www.who.int/bulletin/volumes/88/6/10-010610/en/index.html"
JAMA = "https://doi.org/10.1001/jama.2010.1090"
JAMA_NOW = "https://jamanetwork.com/journals/jama/fullarticle/186352"
SLAVERY_TITLE = (
    "A Modern Form of Slavery: The Trafficking of Burmese Women and Girls into Brothels in Thailand"
)
VIOLENCE_TITLE = "Violence, Condom Negotiation, and HIV/STI Risk Among Sex Workers"
STREETS_TITLE = (
    "Off the Streets: Arbitrary Detention and Other Abuses against Sex Workers in Cambodia"
)
STREETS_THEN = (
    "Women told of beatings in the back of police trucks, of money taken from them, and of nights in a park guarded by "
    "men with sticks. The ministry denied that anybody had been held. A list of those responsible, by rank and "
    "district, stood in this place when the report came out. "
)
FOR_SALE = page(
    "pennumbra.com is for sale",
    "The domain name pennumbra.com is for sale. Make an offer, or buy this domain now. Inquire about this domain.",
    '<meta name="description" content="This domain may be for sale by its owner!">'
    '<script src="https://img1.wsimg.com/parking-lander/static/js/main.js"></script>',
)

WEB: dict[str, Answer] = {
    STREETS: Answer(page(STREETS_TITLE)),
    CHUANG: Answer(FOR_SALE),
    "http://www.pennumbra.com/*": Answer(FOR_SALE),
    NATION: Answer(
        page("Just a moment...", "Enable JavaScript and cookies to continue"), "403 Forbidden",
        (("Server", "cloudflare"), ("cf-mitigated", "challenge")),
    ),
    SLAVERY: moved(SLAVERY_NOW),
    SLAVERY_NOW: Answer(page(SLAVERY_TITLE)),
    RESCUE: Answer(page("Page not found", "We moved our publications in 2010."), "404 Not Found"),
    MATTER: moved("http://www.soros.org/", "302 Found"),
    "http://www.soros.org/*": moved("http://www.soros.org/", "302 Found"),
    "http://www.soros.org/": Answer(page("Open Society Foundations", "Building vibrant and inclusive democracies. " * 20)),
    LANTERN: Answer(silent=True),
    CONDOMS: Answer(page("404 - Page not found", "Sorry, the page you are looking for cannot be found. Search our site.")),
    JAMA: moved(JAMA_NOW, "302 Found"),
    JAMA_NOW: Answer(page(VIOLENCE_TITLE, head=f'<meta name="citation_title" content="{VIOLENCE_TITLE}">')),
}  # fmt: skip

_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
ARCHIVE = [
    Capture(STREETS, "20100721090000", page(STREETS_TITLE, FILLER + STREETS_THEN)),
    Capture(CHUANG, "20100914083000", _PDF, kind="application/pdf"),
    Capture(CHUANG, "20160301101500", FOR_SALE),
    Capture(NATION, "20091007021400", page("The Crusade Against Sex Trafficking")),
    Capture(NATION, "20150612090000", page("The Crusade Against Sex Trafficking")),
    Capture(RESCUE, "20090711180000", _PDF, kind="application/pdf"),
    Capture(RESCUE, "20091101000000", _PDF, kind="application/pdf"),
    Capture(RESCUE, "20090615120000", page("Page not found"), "404 Not Found"),
    Capture(MATTER, "20080926040000", page("Our Lives Matter: Sex Workers Unite for Health and Rights")),
    Capture(MATTER, "20080701000000", page("Page not found", "Sorry, the page you requested was not found.")),
    Capture(CONDOMS, "20100603070000", page("WHO | Thailand's new condom crusade")),
]  # fmt: skip


def hosts() -> list[str]:
    """Every host that the demonstration answers for."""
    return sorted({url.split("/")[2] for url in WEB})


@asynccontextmanager
async def serving(context: ssl.SSLContext):
    """The ports of the demonstration web, plain and under TLS, until the block ends."""
    plain = await asyncio.start_server(_serve("http"), "127.0.0.1", 0)
    secure = await asyncio.start_server(_serve("https"), "127.0.0.1", 0, ssl=context)
    try:
        yield plain.sockets[0].getsockname()[1], secure.sockets[0].getsockname()[1]
    finally:
        plain.close()
        secure.close()


def _serve(scheme: str):
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            answer = _answer(scheme, head)
            if answer.silent:
                await reader.read()
            else:
                writer.write(_wire(answer))
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    return serve


def _answer(scheme: str, head: str) -> Answer:
    lines = head.split("\r\n")
    host = next(line[5:].strip() for line in lines if line.lower().startswith("host:"))
    url = f"{scheme}://{host}{lines[0].split(' ')[1]}"
    any_path = WEB.get(f"{scheme}://{host}/*", Answer(page("Not found"), "404 Not Found"))
    return WEB.get(url, any_path)


def _wire(answer: Answer) -> bytes:
    headers = [
        ("Content-Type", answer.kind),
        ("Content-Length", str(len(answer.body))),
        *answer.headers,
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in headers)
    return f"HTTP/1.1 {answer.status}\r\n{head}Connection: close\r\n\r\n".encode() + answer.body
