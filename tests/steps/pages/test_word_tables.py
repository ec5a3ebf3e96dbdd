"""How tables of words by language are read."""

import pytest

from cite.steps.pages.word_tables import pattern_of, sentence_of


@pytest.mark.parametrize(
    ("stem", "found", "passed_over"),
    [
        ("verif", "Verifying", "overifies"),
        ("pin!", "your PIN:", "pinned"),
        ("-konto", "Benutzerkonto", "kont"),
        ("log_in", "log   in", "login"),
        ("log_?in", "login", "log out"),
        ("om!~verific", "ești om, verific", "om. Apoi verific"),
        ("j'ai", "j’ai", "jai"),
        ("验证", "请验证您", "验 证"),
    ],
)
def test_the_marks_in_a_word_are_read(stem, found, passed_over):
    pattern = pattern_of(f"xx {stem}")
    assert pattern.search(found) and not pattern.search(passed_over)


TABLE = """
    en domain | registered parked!
    ja ドメイン | 登録
"""


@pytest.mark.parametrize(
    "text",
    [
        "This domain was registered by a customer.",
        "Parked: this domain",
        "このドメインは登録済みです",
    ],
)
def test_a_thing_and_what_is_said_of_it_stand_in_one_sentence(text):
    assert sentence_of(TABLE).search(text)


@pytest.mark.parametrize(
    "text",
    ["The domain. It was registered.", "Domain " + "of words " * 9 + "registered", "domain 登録"],
)
def test_a_sentence_is_not_made_of_two(text):
    assert not sentence_of(TABLE).search(text)
