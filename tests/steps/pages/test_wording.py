"""An expression that is tried only where one of its needles stands finds what it finds when it is always tried."""

import importlib
import pkgutil
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cite.steps.pages
from cite.steps.pages import wording
from cite.steps.pages.wording import Wording, digest, folded
from tests.steps.pages.needles_of import needles_of

TABLE = Path(cite.steps.pages.__file__).with_name("needles.py")
HEAD = '''"""The needles of each expression in `Wording`: strings of which every text that it matches holds one.

Made from the expressions by `CITE_ACCEPT=1 python -m pytest tests/steps/pages/test_wording.py`; not to be edited.
"""

NEEDLES = {
'''


def wordings():
    """Every Wording in the room, by the name that it has in the first module that has it."""
    known = set()
    for module in pkgutil.iter_modules(cite.steps.pages.__path__):
        held = vars(importlib.import_module(f"cite.steps.pages.{module.name}"))
        for name, value in held.items():
            several = value.items() if isinstance(value, dict) else [("", value)]
            for key, one in several:
                if isinstance(one, Wording) and one not in known:
                    known.add(one)
                    yield f"{module.name}.{name}{f'[{key}]' if key else ''}", one


ALL = dict(wordings())


def table():
    rows = [HEAD]
    for name, one in ALL.items():
        rows.append(f'    "{digest(one.pattern, one.flags)}": (  # {name}\n')
        rows += [f'        "{line}"\n' for line in lines_of(needles_of(one.pattern, one.flags))]
        rows.append("    ),\n")
    return "".join([*rows, "}\n"])


def lines_of(needles):
    """Needles parted by bars, and broken into lines behind these alone."""
    assert not any({"|", "\0"} & set(needle) for needle in needles)
    text = "| ".join(needles).replace(" ", "\0").replace("|\0", "| ")
    broken = textwrap.wrap(text, 88, break_long_words=False, break_on_hyphens=False)
    return [line.replace("| ", "|").replace("\0", " ") for line in broken]


def test_the_table_is_that_of_the_expressions_as_they_are(accepted):
    accepted(TABLE, table())


def test_every_expression_has_needles():
    assert {name for name, one in ALL.items() if not needles_of(one.pattern, one.flags)} == set()


def letters_of_needles():
    return sorted(
        {letter for one in ALL.values() for letter in "".join(needles_of(one.pattern, one.flags))}
    )


def test_letters_that_ignoring_case_takes_for_one_another_fold_alike_or_are_known_as_twins():
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    for letter in letters_of_needles():
        for twin in set(re.findall(re.escape(letter), every, re.IGNORECASE)):
            assert folded(twin) == folded(letter) or wording._TWINS.search(twin), (letter, twin)


@pytest.mark.parametrize("name", ALL)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_an_expression_matches_holds_a_needle(name, data):
    one = ALL[name]
    text = data.draw(st.from_regex(re.compile(one.pattern, one.flags)))
    cased = data.draw(st.sampled_from([str, str.upper, str.title, str.swapcase]))(text)
    for written in (text, cased):
        assert one.may_match(written) or not one.compiled.search(written)


@pytest.mark.parametrize(
    ("pattern", "text", "needles"),
    [
        (r"not\s+found", "NOT  FOUND", ["found"]),
        (r"(?:file|page)s?\b[^.]{0,9}gone", "pages: gone", ["gone"]),
        (r"abc(?:def)?ghi", "abcghi", ["abcghi", "abcdefghi"]),
        (r"nalezen[ao]?", "Nalezeno", ["nalezen"]),
        (r"n[’']existe", "n’existe", ["n'existe", "n’existe"]),
        (r"(?<!may )moved|relocated", "moved", ["moved", "relocated"]),
        (r"ошибка|40[4]", "ОШИБКА", ["404", "ошибка"]),
        (r"\w+|x", "anything", []),
        (r"(?:ab)?", "", []),
    ],
)
def test_needles_are_what_must_stand_together(pattern, text, needles):
    assert needles_of(pattern, re.IGNORECASE) == needles
    assert re.search(pattern, text, re.IGNORECASE)


def test_an_expression_that_the_table_does_not_know_is_tried_as_it_is():
    one = Wording(r"\bunheard\s+of\b")
    assert one.may_match("nothing like it")
    assert one.search("UNHEARD of")[0] == "UNHEARD of"


def test_an_expression_is_compiled_only_for_a_text_that_holds_a_needle():
    one = Wording(ALL["wall_words.PAYWALL"].pattern)
    assert one.search("A report of the winter in the mountains.") is None
    assert "compiled" not in vars(one)
    assert one.search("Subscribe to continue reading")[0]
    assert "compiled" in vars(one)


@pytest.mark.parametrize(
    "text", ["İSTEDİĞİNİZ SAYFA BULUNAMADI", "Η ΣΕΛΊΔΑ ΔΕΝ ΒΡΈΘΗΚΕ", "PAGE NOT FOUND"]
)
def test_case_and_its_exceptions_are_folded(text):
    assert ALL["not_found._SPACED_MESSAGE"].may_match(text)


def test_what_the_methods_give_is_what_re_gives():
    one = ALL["domain_words.TRADE"]
    text = "Mortgage, car insurance; insurance"
    plain = re.compile(one.pattern, one.flags)
    assert one.findall(text) == plain.findall(text)
    assert [match.span() for match in one.finditer(text)] == [
        match.span() for match in plain.finditer(text)
    ]
    assert one.subn("-", text) == plain.subn("-", text)
    nothing = "a text of other things"
    assert (one.findall(nothing), list(one.finditer(nothing)), one.subn("-", nothing)) == (
        [],
        [],
        (nothing, 0),
    )
