"""Markup that would stall a native parser is made harmless, and no other markup is touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from cite.formats.html import read_html
from cite.formats.nesting import DEEPEST, MOST_ATTRIBUTES, MOST_STYLES, tamed
from cite.formats.parts import parts_of_page
from tests.web.pages import bare, prose, site, work

N = 9000
ATTACKS = {
    "divisions": "<div>" * N,
    "items of lists": "<ul><li>" * N,
    "items that hold lists and are not ended": "<li><ul></li>" * N,
    "terms and their meanings": "<dl><dd>" * N,
    "tables in cells": "<table><tr><td>" * N,
    "tables in cells that are not ended": "<td><table></td>" * N,
    "links around titles": "<header><a>" * N,
    "words around divisions, ended the wrong way": "<span><div></span>" * N,
    "bold around divisions, ended the wrong way": "<b><div></b>" * N,
    "elements nobody knows": "".join(f"<x-{n}>" for n in range(N)),
    "annotations without text": "<ruby>" + "<rt>" * N,
    "cells in a picture": "<svg>" + "<td>" * N,
    "elements without an end in a picture": "<svg>" + "<input>" * N,
    "a style in a picture": "<svg><style>" + "<div>" * N + "</style>",
    "a style in a list of choices": "<select><style><input>" + "<div>" * N + "</style>",
    "a style that is no element": "<noscript><style></style>" + "<div>" * N,
    "fonts": "".join(f"<font color={n}>" for n in range(N)),
    "fonts that every paragraph repeats": "<p>" + "".join(f"<font color={n}>" for n in range(300)) + "</p>" + "<p>x</p>" * N,
    "a font in each paragraph": "".join(f"<p><font color={n}></p>" for n in range(N)),
    "tags made by taking tags out": "<i>" * 600 + "<<x>div>" * N,
    "templates": "<template>" * N,
    "buttons": "<p><button>" * N,
    "roots": "".join(f"<html a{n}=1>" for n in range(N)),
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(N)) + ">words",
    "attributes with ends in them": "<div " + " ".join(f'a{n}=">"' for n in range(N)) + ">words",
    "attributes behind a quote": '<div x=y" ' + " ".join(f"a{n}=1" for n in range(N)) + '">words',
}  # fmt: skip


def measured(markup):
    """Depth, elements, and attributes of one element at most, as the parser builds them."""
    tree = LexborHTMLParser(markup)
    deepest = elements = attributes = 0
    depths = {}
    for node in tree.root.traverse(include_text=False):
        parent = node.parent
        depth = depths[node.mem_id] = depths.get(parent.mem_id if parent else 0, 0) + 1
        deepest, elements = max(deepest, depth), elements + 1
        attributes = max(attributes, len(node.attributes))
    return deepest, elements, attributes


@pytest.mark.parametrize("name", ATTACKS)
def test_what_a_parser_builds_is_bounded(name):
    markup = ATTACKS[name]
    deepest, elements, attributes = measured(tamed(markup))
    assert deepest <= 2 * DEEPEST + MOST_STYLES + 10  # a table adds a body and a row
    assert elements <= (MOST_STYLES + 2) * markup.count("<") + 10
    assert attributes <= MOST_ATTRIBUTES


@pytest.mark.parametrize("name", ATTACKS)
def test_every_reader_of_pages_is_spared(name):
    markup = f"<title>Deep</title><img src=/a.png>{ATTACKS[name]}"
    assert read_html(markup).title == "Deep"
    assert "http://deep.example/a.png" in parts_of_page(markup, "http://deep.example/")


def test_the_words_of_a_deep_page_are_all_there():
    page = read_html("<div>" * N + "".join(f"<p>word{n}" for n in range(200)) + "</div>" * N)
    assert page.text.split() == [f"word{n}" for n in range(200)]


@pytest.mark.parametrize(
    "markup",
    [
        work(sentences=4000),
        site("A long list", "<ul>" + "<li><p>Item<li>Item</li>" * 5000 + "</ul>"),
        bare("A table", "<table>" + "<tr><td>1<td><b>2</b><tr><th>3</th></tr>" * 3000 + "</table>"),
        bare("Words and meanings", "<dl>" + "<dt>word<dd>meaning <i>of</i> it" * 4000 + "</dl>"),
        bare("A script", "<script>" + "if(a<b&&c<d){e='<div><p>'}" * 9000 + "</script><p>Text"),
        bare("A drawing", "<svg>" + "<path d='M0'/></path>" * 6000 + "</svg>" + prose(30)),
        bare("An old page", "<p><font size=2>Text</font><br>" * 6000),
        "<p>" + prose(900) * 9,
    ],
    ids=["a work", "a list", "a table", "a glossary", "a script", "a drawing", "an old page", "prose"],
)  # fmt: skip
def test_long_pages_as_people_write_them_are_left_as_they_are(markup):
    assert tamed(markup) == markup


TAGS = "<div> </div> <p> </p> <ul> <li> </ul> <b> </b> <font> <table> <td> </table> <svg> <x> </x> <br> <a>"


@given(st.lists(st.sampled_from([*TAGS.split(), "word", "< "]), min_size=1, max_size=40))
def test_tags_are_taken_out_and_words_never(pieces):
    markup = "".join(
        f"{piece}{n if piece == 'word' else ''}"
        for n, piece in enumerate(pieces * (6000 // len(pieces)))
    )
    assert re.findall(r"word\d+", tamed(markup)) == re.findall(r"word\d+", markup)
    assert measured(tamed(markup))[0] <= 2 * DEEPEST + MOST_STYLES + 10
