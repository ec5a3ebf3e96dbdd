"""What pages are by their build, in languages whose words no list needs to hold."""

import pytest

from cite.formats.html import read_html
from cite.steps.pages.gate_words import Subject
from cite.steps.pages.page_shape import Shape, shape_of_page

SENTENCE = "The clerk wrote down who came, what was taken, and which officer had been named by them in the presence of two witnesses of the town. "
MENU = "<nav>" + "".join(f"<a href=/{n}>Part {n}</a>" for n in range(8)) + "</nav>"
SHAPES = {
    Shape.WORK: [
        f"<h1>Ledger</h1>{f'<p>{SENTENCE * 2}</p>' * 3}",
        '<meta name="citation_title" content="Ledger"><p>Record 12</p>',
        f'<meta name="author" content="Rosa Amato"><p>{SENTENCE * 3}</p>',
        f'{MENU}<script src="https://cdn.cookielaw.org/otSDKStub.js"></script><div class="cookie-banner"><p>We use cookies.</p><button>OK</button></div>{f"<p>{SENTENCE * 2}</p>" * 3}',
    ],
    Shape.GATE: [
        "<title>x</title><script src='https://geo.captcha-delivery.com/c.js'></script>",
        "<p>Xyzzy plugh?</p><form action='/in?return=/reports/1'><button>Plugh</button></form><meta name=robots content=noindex>",
        "<script>document.cookie='a=1';location.reload()</script>",
        "<h1>Samþykki fyrir cookies</h1><button>Já</button>",
    ],
    Shape.SHELL: ["<title>Archive</title><div id=root></div><script src=/main.js></script>"],
    Shape.PICTURE: ["<title>Plate 4</title><img src=4.jpg>", "<iframe src=/viewer?file=x.pdf></iframe>"],
    Shape.SEARCH: [f"{MENU}<form action=/find><input type=search name=q></form>"],
    Shape.FRONT: [f"<h1>Institute</h1>{MENU}<p>We study rivers.</p>"],
    Shape.MESSAGE: ["<p>The bell is broken, please knock.</p>"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "source"),
    [(shape, source) for shape, sources in SHAPES.items() for source in sources],
)
def test_a_page_is_told_by_its_build(shape, source):
    found = shape_of_page(read_html(source))
    assert found.shape is shape, found


def test_a_gate_without_a_strong_sign_is_not_certain():
    page = read_html("<h1>Xyzzy</h1><p>We use cookies.</p><button>Plugh</button>")
    assert not shape_of_page(page).certain
    assert shape_of_page(read_html("<h1>Cookies</h1><button>Accept</button>")).certain


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Bitte bestätigen Sie, dass Sie ein Mensch sind", Subject.ROBOTS),
        ("Zaloguj się, aby czytać", Subject.LOGIN),
        ("Abonnez-vous dès 1 €", Subject.PAY),
        ("18歳以上ですか", Subject.AGE),
        ("U staat in de rij", Subject.QUEUE),
        ("Браузер не поддерживается", Subject.BROWSER),
    ],
)
def test_a_gate_says_what_it_is_about(words, subject):
    assert shape_of_page(read_html(f"<h1>{words}</h1><button>OK</button>")).subject is subject


def test_the_address_kept_where_a_redirect_ended_is_a_strong_sign():
    page = read_html("<h1>Xyzzy</h1><button>Plugh</button>")
    assert shape_of_page(page, kept_in="next").certain
