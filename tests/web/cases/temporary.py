"""No answer, or one that says to come back."""

from tests.web.cases import Case
from tests.web.pages import bare, says, work
from tests.web.server import answer, begins, fails_once, forever, half_headers, reset, silence

UNENDING = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
CHUNKED = UNENDING[:-2] + b"Transfer-Encoding: chunked\r\n\r\n"


def passing(name, here, **more):
    return Case(name, "transient", here, **more)


CASES = [
    *(
        passing(f"status {s}", answer(bare("Error", "<h1>Error</h1>"), f"{s} Trouble"))
        for s in (500, 502, 503, 504, 508, 520, 521, 522, 523, 524, 525, 526, 530)
    ),
    passing("429 without a date", answer("", "429 Too Many Requests")),
    passing("429 for a day", answer("", "429 Too Many Requests", Retry_After="86400")),
    passing(
        "429 until a date",
        answer("", "429 Too Many Requests", Retry_After="Wed, 21 Oct 2037 07:28:00 GMT"),
    ),
    passing("429 for ages", answer("", "429 Too Many Requests", Retry_After="99999999999999")),
    passing("429 until nonsense", answer("", "429 Too Many Requests", Retry_After="soon")),
    passing(
        "maintenance at 503",
        answer(
            says("Down for maintenance", "Back on Monday."),
            "503 Service Unavailable",
            Retry_After="86400",
        ),
    ),
    passing(
        "maintenance at 200",
        answer(
            bare(
                "Site maintenance",
                "<h1>We'll be back soon!</h1><p>Sorry for the inconvenience. We're performing some maintenance at the moment.</p>",
            )
        ),
    ),
    passing(
        "maintenance at 200, all around it",
        answer(
            says(
                "Scheduled maintenance",
                "Our site is currently down for scheduled maintenance. Please check back later.",
            )
        ),
    ),
    passing(
        "wartung",
        answer(
            bare(
                "Wartungsarbeiten",
                "<h1>Wartungsarbeiten</h1><p>Die Seite ist wegen Wartungsarbeiten vorübergehend nicht erreichbar.</p>",
            )
        ),
    ),
    passing(
        "en maintenance",
        answer(
            bare(
                "Site en maintenance",
                "<h1>Site en maintenance</h1><p>Nous serons bientôt de retour.</p>",
            )
        ),
    ),
    passing(
        "en mantenimiento",
        answer(
            bare("En mantenimiento", "<h1>Sitio en mantenimiento</h1><p>Volveremos pronto.</p>")
        ),
    ),
    passing(
        "a database that is down",
        answer(bare("Database Error", "<h1>Error establishing a database connection</h1>")),
    ),
    passing(
        "an exception at 200",
        answer(
            bare(
                "Runtime Error",
                "<h1>Server Error in '/' Application.</h1><h2>Runtime Error</h2><p>An application error occurred on the server.</p>",
            )
        ),
    ),
    passing(
        "bad gateway at 200", answer(bare("502 Bad Gateway", "<h1>502 Bad Gateway</h1><hr>nginx"))
    ),
    passing(
        "something went wrong",
        answer(
            bare(
                "Error",
                "<h1>Something went wrong</h1><p>An unexpected error occurred. Please try again later.</p>",
            )
        ),
    ),
    passing("reset", reset),
    passing("silence", silence),
    passing("half the headers", half_headers),
    passing("a head and no body", begins(answer(work())[:160].partition(b"<")[0])),
    passing("the first words of a page", begins(UNENDING + b"<title>The Ledger</title><p>The cl")),
    passing(
        "the first words of an error",
        begins(UNENDING + b"<h1>Page not found</h1><p>" + b"Sorry. " * 60),
    ),
    passing("a size of a chunk without end", forever(CHUNKED, b"0" * 8000)),
    passing("an extension of a chunk without end", forever(CHUNKED + b"5;", b"x" * 8000)),
    passing(
        "trailers without end", forever(CHUNKED + b"3\r\nThe\r\n0\r\n", b"X-More: more\r\n" * 500)
    ),
    passing("headers without end", forever(b"HTTP/1.1 200 OK\r\n", b"X-More: more\r\n" * 500)),
    passing(
        "hints without end", forever(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 99)
    ),
    passing("no http at all", b"SSH-2.0-OpenSSH_9.2\r\n"),
    Case(
        "an answer without headers",
        ("live", "transient"),
        b"<html><title>Old</title><p>HTTP/0.9</html>",
    ),
    passing("closed without a word", b""),
    Case("fails once", "live", fails_once(answer(work()), answer("", "503 Service Unavailable"))),
    Case("resets once", "live", fails_once(answer(work()), reset)),
    Case(
        "asks for a second's patience",
        "live",
        fails_once(answer(work()), answer("", "429 Too Many Requests", Retry_After="1")),
    ),
]
