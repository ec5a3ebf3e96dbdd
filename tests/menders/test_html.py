"""Pages written back."""

import pytest

from cite.model.inputs import Input
from cite.model.mending import Style
from tests.menders.verdicts import COPY, OLD, dead, mended, moved

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{encoding}"><title>A page</title></head><body>
<article><p>Café said so.<sup><a href="#fn1" id="r1">1</a></sup></p>
<ol class="footnotes"><li id="fn1">Doe, <em>Naïveté</em>, {note}. <a href="#r1">↩</a></li></ol></article>
</body></html>
"""


def page(note, encoding="utf-8"):
    text = PAGE.format(note=note, encoding=encoding).replace("↩", "&#8617;")
    return Input("a.html", text.encode(encoding))


ON = "on 11 July 2009"


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
@pytest.mark.parametrize(
    ("note", "style", "back"),
    [
        (f'<a class="x" href="{OLD}">T</a>', None, f'<a class="x" href="{COPY}">T</a>'),
        (f'<a href="{OLD}">{OLD}</a>', None, f'<a href="{OLD}">{OLD}</a>, archived at <a href="{COPY}">{COPY}</a> {ON}'),
        (f'<a href="{OLD}">{OLD}</a>', Style.REPLACE, f'<a href="{COPY}">{COPY}</a>'),
        (f'<a href="{OLD}">T</a>', Style.ROBUST_LINKS, f'<a href="{COPY}" data-originalurl="{OLD}" data-versiondate="2009-07-11">T</a>'),
        (f"see {OLD}", None, f'see {OLD}, archived at <a href="{COPY}">{COPY}</a> {ON}'),
    ],
)  # fmt: skip
def test_a_page_comes_back_with_its_link_mended_and_every_other_byte(encoding, note, style, back):
    wanted = {"style": style} if style else {}
    assert mended(page(note, encoding), [dead()], **wanted) == page(back, encoding).content


def test_an_ampersand_in_an_address_stays_an_entity():
    verdict = moved("http://a.example/?a=1&b=2", "https://b.example/?a=1&b=2")
    given = page('<a href="http://a.example/?a=1&amp;b=2">T</a>')
    assert b'href="https://b.example/?a=1&amp;b=2"' in mended(given, [verdict])


@pytest.mark.parametrize(
    "words", [OLD, f'<a href="{OLD}">{OLD}</a>', f"<em><a href={OLD}>{OLD}</a></em>"]
)
def test_a_copy_stays_within_the_paragraph_of_its_page(words):
    source = f"<html><body><p>So it was said: {words}%s</p></body></html>"
    given = Input("a.html", (source % "").encode())
    once = mended(given, [dead()])
    assert once.decode() == source % f', archived at <a href="{COPY}">{COPY}</a> {ON}'
    assert mended(Input("a.html", once), [dead()]) == once


def test_letters_that_the_encoding_of_a_page_lacks_are_written_as_entities():
    page = '<html><head><meta charset="windows-1251"></head><body><p>Dans le livre et les choses, %s</p></body></html>'
    back = mended(Input("a.html", (page % OLD).encode("cp1251")), [dead()])
    assert "archiv&#233; &#224; l’adresse" in back.decode("cp1251")
