"""The whole text of sources of every kind, and why there is none."""

import pytest

from cite.formats.source_text import read_source

PAGE = """<html><head><title>T</title><script>no()</script></head><body><nav>Menu</nav><h1>The Salt Roads</h1>
<p>Drivers carried salt<sup><a href="#n3">3</a></sup> in winter<br>and wool in <em>sum</em>mer.</p><ul><li>One tenth</li></ul></body></html>"""


def test_a_page_is_read_whole_with_what_is_raised_told_apart() -> None:
    read = read_source(PAGE.encode(), "text/html")
    assert read.text == (
        "Menu\n\nThe Salt Roads\n\nDrivers carried salt\ue0f23\ue0f3 in winter\nand wool in summer.\n\nOne tenth"
    )
    assert not read.unreadable and not read.partial


def test_markdown_is_read_without_its_signs() -> None:
    read = read_source(b"They *never* paid[^4] a **tenth**,<sup>ii</sup> and snake_case stays.")
    assert (
        read.text == "They never paid\ue0f2[^4]\ue0f3 a tenth,\ue0f2ii\ue0f3 and snake_case stays."
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"%PDF-1.4 nothing that could be opened", "cannot be opened"),
        (b"<html><body><div id=app></div></body></html>", "no text"),
        (b"\x89PNG\r\n\x1a\n....", "image"),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes, reason: str) -> None:
    read = read_source(content)
    assert not read.text and reason in read.unreadable


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("Abstract\nWe show that drivers were paid in salt.", "abstract"),
        ("Drivers were paid in salt. Subscribe to continue reading.", "preview"),
        ("Drivers were paid in salt, and they drank it.", ""),
    ],
)
def test_an_abstract_or_a_preview_is_not_the_work(text: str, partial: str) -> None:
    assert partial in read_source(text.encode()).partial
    assert bool(read_source(text.encode()).partial) == bool(partial)
