"""A page's features: an example of each, told alike by the fast parser and by the slow one."""

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from benchmarks.page import page
from cite.formats import html
from cite.formats.html import features, read_html
from cite.formats.html_page import HtmlPage
from cite.formats.html_soup import LONGEST, Soup
from cite.formats.nesting import tamed

PARSERS = {"fast": LexborHTMLParser, "slow": Soup}
LONG = "A sentence that goes on for a while, as those of a text do. " * 4
LOGO = "<header><a href=/><img src=/emblem.png></a></header>"
EXAMPLES = [
    # What the page says of itself
    ("title", "<title> A \n report </title><svg><title>icon</title></svg>", "A report"),
    ("title", "<svg><title>icon</title></svg><title>late</title>", "icon"),
    ("canonical", "<link rel=canonical href=/a><link rel=canonical href=/b>", "/a"),
    ("languages", "<link rel=alternate hreflang=de-AT><link rel=alternate hreflang=x-default>", frozenset({"de"})),
    ("language", "<html lang=EN-gb>", "en-gb"),
    ("marks", "<body id=e404 class='page error'>", "page error e404"),
    ("meta", "<meta name=DC.Title content=A><meta property=dc.title content='B  c'>", {"dc.title": ("A", "B c")}),
    ("refresh", "<meta http-equiv=Refresh content='3; url=/new'>", (3.0, "/new")),
    ("kinds", '<script type="application/ld+json">{"@type": "Report"}</script>', frozenset({"Report"})),
    ("names", '<script type="application/ld+json">{"headline": "A  b"}</script>', ("A b",)),
    ("authors", "<meta name=author content=X><meta name=citation_author content=Y>", ("Y", "X")),
    ("dates", "<meta name=date content=2019><time datetime=2019-05-03>May</time>", ("2019", "2019-05-03")),
    ("gone", "<meta name=prerender-status-code content=404>", "prerender-status-code: 404"),
    # What it shows
    ("text", "<nav>Menu</nav><p>A <b>b</b><script>c</script></p><noscript>d</noscript>", "Menu A b"),
    ("prose", "<nav>Menu</nav><header>Top</header><main class=related>A <a href=/>b</a> c</main><div class=teaser>d</div>", "A c"),
    ("prose", "<div class='x cookies'><label>a <button>b</button></label></div>c", "c"),
    ("headings", "<h1>One</h1><footer><h2>No</h2></footer><h3> Two </h3><h2></h2>", ("One", "Two")),
    ("solid", f"<p>{LONG}</p><p>short</p>", len(LONG.strip())),
    ("solid", "<div>no paragraph</div>", 12),
    ("solid", "<div>漢字</div>", 6),
    ("hollow", "<main id=main class=content> </main><div id=content><img></div>", False),
    ("hollow", "<main><span></span></main>", True),
    ("hollow", "<p>no element meant for it</p>", False),
    # How it is built
    ("media", "<img><video></video><svg></svg><svg></svg>", 3),
    ("media", f"{LOGO}<p>Text</p>", 0),
    ("media", f"{LOGO}<main><img src=/plate4.jpg></main>", 1),
    ("media", "<img class=site-logo src=/x.png><svg></svg>", 1),
    ("media", "<footer><img src=/sponsor.png></footer><video src=a.mp4></video>", 1),
    ("frames", "<iframe src=/a></iframe><iframe></iframe>", ("/a", "")),
    ("links", "<a id=x href=/a>a</a><a href=#b>b</a><a>c</a><a href=javascript:d>d</a>", 1),
    ("anchors", "<p id=a><a name=b></a><a id='' name=c></a>", frozenset("abc")),
    ("password", "<input type=PASSWORD>", True),
    ("fields", "<input id=q><textarea></textarea><input type=hidden><nav><input></nav>", ("text", "textarea")),
    ("fields", "<div role=search><input></div><div id=cookie-bar><input></div>", ()),
    ("buttons", "<button> Go  on </button><input type=submit value=Send>", ("Go on", "Send")),
    ("buttons", "<div class=consent><button>Accept</button></div>", ("Accept",)),
    ("buttons", f"<div class=consent><button>Accept</button></div><p>{LONG}", ()),
    ("carried", "<form action=/in><input type=hidden name=back value=/a></form>", (("action", "/in"), ("back", "/a"))),
    ("scripts", "<script src=/a.js></script><script>b</script>", 2),
    ("loads", "<script src=/a.js></script><script>b</script>", ("/a.js",)),
    ("script_location", "<script>location.href='/there'</script>", "/there"),
    ("asks_again", "<script>document.cookie = 'a=1'; location.reload()</script>wait", True),
    ("asks_again", f"<script>document.cookie = 'a=1'</script>{LONG * 3}", False),
    ("application", "<div id=__next></div>", True),
    ("application", "<script>window.__NUXT__={}</script>", True),
    ("unscripted", "<p></p><noscript>Turn  scripts on</noscript>", "Turn scripts on"),
]  # fmt: skip


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize(("name", "markup", "told"), EXAMPLES)
def test_what_a_page_tells(name, markup, told, parser):
    assert getattr(features(PARSERS[parser](markup), markup), name) == told


def test_every_feature_has_an_example():
    assert {name for name, _, _ in EXAMPLES} == {field.name for field in fields(HtmlPage)} - {
        "source"
    }


def test_of_things_without_number_so_many_are_kept():
    many = "".join(
        f"<a id=n{n}></a><input type=hidden name=h{n}><button>b{n}</button>" for n in range(9000)
    )
    seen = read_html(many)
    assert (len(seen.anchors), len(seen.carried), len(seen.buttons)) == (7000, 40, 40)


PAGES = sorted((Path(__file__).parents[1] / "readers" / "pages").glob("*.html"))


def alike(markup):
    markup = tamed(markup)
    assert features(LexborHTMLParser(markup), markup) == features(Soup(markup), markup)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_of_the_web_are_the_same_to_both(path):
    alike(path.read_text("utf-8", "replace")[:LONGEST])


def test_a_page_of_the_usual_size_is_the_same_to_both():
    alike(page(3).decode())


# Links are closed here, and drawings and lists of choices left out: there html5lib follows older rules than browsers.
ODDMENTS = st.sampled_from(
    """<p>|</p>|<div>|</div>|<a href=x>y</a>|<a id=a name=b href=/c></a>|<b>|</b>|<i>|<font>|<table>|<tr>|<td>|</table>|<nav>|</nav>
    |<script>|</script>|<script src=a.js></script>|<style>|</style>|<title>|</title>|<noscript>|</noscript>|<svg><title>s</title></svg>
    |<form action=/x>|</form>|<input>|<input type=hidden name=a value=b>|<input type=submit value=Go>|<button>|</button>|<h1>|</h1>|<h2>
    |<ul>|<li>|<dl>|<dt>|<iframe src=q>|</iframe>|<frameset>|<frame src=z>|</frameset>|<body class=k id=l>|</body>|<html lang=en>|<head>
    |</head>|<meta name=description content=d>|<meta http-equiv=refresh content='3;url=/x'>|<link rel=canonical href=/c>|<textarea>
    |</textarea>|<main>|</main>|<article>|</article>|<header>|</header>|<footer>|</footer>|<img>|<br>|<!-- x -->|<![CDATA[x]]>|&amp;
    |&nbsp;|&#65;|<div class=cookie-bar>|<div id=content>|<span hidden>|</span>|<ruby>x<rt>y</ruby>|<time datetime=2020>|<label>
    |<plaintext>|<xmp>|<video>|<object>|<?php ?>|</ |<x-y>|\0|é|漢字| |word|some words""".replace("\n", "").split("|")
).map(str.lstrip)  # fmt: skip


@given(st.lists(ODDMENTS, max_size=25).map("".join))
def test_odd_markup_is_the_same_to_both(markup):
    alike(markup)


def test_where_the_fast_parser_fails_the_slow_one_takes_over(monkeypatch):
    class Failing:
        def __init__(self, source):
            raise MemoryError

    whole = read_html(page(1).decode())
    monkeypatch.setattr("selectolax.lexbor.LexborHTMLParser", Failing)
    assert read_html(page(1).decode()) == whole
    assert html.read_html("<title>A</title>").title == "A"
