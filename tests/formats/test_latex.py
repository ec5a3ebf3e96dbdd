"""Text and its LaTeX."""

import string
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from cite.formats.latex import escape, spell_out, unescape

# Hyphens, quotation marks and ties mean something else in pairs or in LaTeX, so they are not in it.
TEXT = st.text(
    st.characters(min_codepoint=33, max_codepoint=500, blacklist_characters="~-`'\x7f\xad", blacklist_categories=("Cc", "Cf", "Zs")),
    max_size=40,
)  # fmt: skip


NAMED_LETTERS = (r"\i", r"\j", r"\ae", r"\AE", r"\o", r"\O", r"\l", r"\L", r"\oe", r"\OE", r"\ss")


@pytest.mark.parametrize(
    ("written", "read"),
    [(r'one\\"two"', 'one "two"'), (r"one\\.Two", "one .Two"), (r"caf\'e \\\"Uber", "café Über")],
)
def test_a_line_break_is_no_accent(written, read):
    assert unescape(written) == read


@given(TEXT)
def test_escaped_text_is_read_back(text):
    assert unescape(escape(text)) == text


@given(TEXT)
def test_spelt_out_text_is_read_back(text):
    assert unescape(spell_out(escape(text))) == unescape(escape(text))


@given(st.text(max_size=60))
def test_braces_stay_balanced_and_lines_stay_one(text):
    written = spell_out(escape(text))
    assert written.count("{") == written.count("}")
    assert "\n" not in written


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Caf\'e, na\"{\i}ve, \v{S}koda, \c{c}a", "Café, naïve, Škoda, ça"),
        (r"Gau\ss, \O rsted, {\AA}ngstr\"om, Stra{\ss}e", "Gauß, Ørsted, Ångström, Straße"),
        (r"1--2 --- ``so'' \ldots", "1–2 — “so” …"),
        (r"\emph{A {Title}} in \textsc{Caps}", "A Title in Caps"),
        (r"The $\alpha$-helix \& H$_2$O", "The α-helix & H_2O"),
        (r"a~b\,c\ d", "a b c d"),
        (r"100\% of \$5 \#1 a\_b", "100% of $5 #1 a_b"),
        (r"\unknown{x} stays", r"\unknownx stays"),
    ],
)
def test_markup_is_read_as_what_it_shows(latex, text):
    assert unescape(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Bukt\t{oo}, \t oo, \texttoptiebar{ts}", "Bukto͡o, o͡o, t͡s"),
        (r"\'{\ae}r, \'\o l, \={\AE}", "ǽr, ǿl, Ǣ"),
        (r"Nguy\~{\^e}n, \d{\^{a}}, \'\^e", "Nguyễn, ậ, ế"),
        (r"na\"{{\i}}ve, na\"\i ve", "naïve, naïve"),
        (r"\textcommabelow{s}, \G{o}, \IJ ssel", "ș, ȍ, Ĳssel"),
        (r"\~{}doe, a\^{}b", "~doe, a^b"),
    ],
)
def test_accents_stand_on_their_letters(latex, text):
    assert unescape(latex) == text


ACCENTS = st.sampled_from([*"`'^\"~=.uvHckrdb"])
LETTERS = st.one_of(st.sampled_from(string.ascii_letters), st.sampled_from(NAMED_LETTERS))
FORMS = st.sampled_from(
    (r"\{0}{{{1}}}", r"{{\{0}{{{1}}}}}", r"\{0} {1}", r"{{\{0} {1}}}", r"\{0}{{{{{1}}}}}")
)


@given(ACCENTS, LETTERS, FORMS)
def test_accents_are_read_as_pylatexenc_reads_them(accent, letter, form):
    latex = f"x{form.format(accent, letter)}, y"
    assert unescape(latex) == normalize("NFC", LatexNodes2Text().latex_to_text(latex))


def test_hostile_markup_takes_no_longer_than_its_length():
    for piece in ("\\", "{", "\\'{", "\\'{{ ", "\\d{a", "$", "\\a ", "--", "``"):
        unescape(piece * 50_000)
