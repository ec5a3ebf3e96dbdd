"""The words of languages: told apart, spelt, and put together for patterns."""

import re

import pytest

from cite.recognisers.languages.genitive import nominative
from cite.recognisers.languages.known import (
    LANGUAGES,
    abbreviations,
    is_covered,
    language_of,
    month_names,
    script_of,
    words_of,
)
from cite.recognisers.languages.language import WORD_LISTS, Language, Script, spelt, words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Inés Rojas, *Los hornos de Sevilla*, Madrid, 1971.", "es"),
        ("C. Moretti, La farina e il pane, Bologna 1980, p. 3.", "it"),
        ("Guy Morin, Les moulins de la Somme, Paris, 1970.", "fr"),
        ("Rolf Adler, Die Mühle und der Bach, Bonn 1971.", "de"),
        ("W. Hoekstra, Molens in het noorden van Friesland (Leeuwarden 1974).", "nl"),
        ("PRATES, Davi. O trigo no sul do país. Porto Alegre, 1987.", "pt"),
        ("M. Zając, Młyny wodne w dawnej Polsce, Kraków 1969, s. 4.", "pl"),
        ("Мельников П. С. Ветряные мельницы. Л., 1972.", "ru"),
        ("周强：《磨坊史》，成都：巴蜀书社，1988年。", "zh"),
        ("高木茂『水車の歴史』創元社、1979年。", "ja"),
        ("سمير حداد، طواحين الهواء، بيروت، 1982.", "ar"),
        ("Karin Ek, Kvarnar och bröd i Uppsala (Stockholm 1971).", "sv"),
        ("Jiří Dub, Mlýny a chléb v Čechách, Praha 1971.", "cs"),
        ("Mehmet Kaya, Değirmenlerin Tarihi, Yapı Kredi Yayınları, İstanbul 1998.", "tr"),
        ("Νίκος Δήμου, Οι μύλοι της Αθήνας, Εστία, 1985.", "el"),
        ("Шевченко О. І. Історія млинів. К., 1985.", "uk"),
        ("김철수, 『제분의 역사』, 서울: 까치, 1998.", "ko"),
        ("J. Wood, The Mills of the North (London 1950).", "en"),
    ],
)
def test_a_citation_shows_its_language(text, code):
    language = language_of(text)
    assert language is not None
    assert language.code == code


def test_names_and_figures_show_none():
    assert language_of("Xy, 12-13.") is None


def test_the_script_is_that_of_most_letters_and_addresses_have_none():
    assert (
        script_of("Музей. https://museum.example/a-very-long-address-in-latin") is Script.CYRILLIC
    )
    assert script_of("See 王明, History") is Script.LATIN


def test_scripts_without_forms_are_known_for_what_they_are():
    assert is_covered("Iván, *Libro*, 1999; 王明：《书》")
    assert not is_covered("ישראל כהן, תולדות הנמלים, תל אביב 1985")


def test_a_short_word_needs_its_full_stop_and_a_long_one_does_not():
    pattern = re.compile(spelt(words("t. | tomo | op. cit. | págs.")))
    assert pattern.match("t. 3")
    assert not pattern.match("t 3")
    assert not pattern.match("tomorrow")
    assert pattern.fullmatch("op.cit.")
    assert pattern.fullmatch("págs")


def test_no_words_match_nothing():
    assert not re.search(spelt(()), "anything")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_language_is_complete(language):
    assert len(language.code) == 2
    assert not language.months or len(language.months.split("|")) == 12
    assert words(language.places)
    assert all(
        "|" not in word and word == word.strip()
        for k in WORD_LISTS
        for word in words(getattr(language, k))
    )


def test_months_of_every_language_have_their_numbers():
    assert {"märz": 3, "août": 8, "października": 10, "марта": 3}.items() <= month_names().items()


def test_abbreviations_are_told_by_their_full_stop():
    assert {"hrsg", "vol", "czyt"} & abbreviations() == {"hrsg", "vol"}


def test_lists_of_all_languages_hold_each_word_once():
    assert words_of("places").count("Berlin") == 1
    assert "京都" not in words_of("places", Script.LATIN)


def test_a_language_of_few_words_is_a_language():
    assert words(Language("xx", "None").pages) == ()


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("Орлова", "Орлов"),
        ("Рыбиной", "Рыбина"),
        ("Толстого", "Толстого"),
        ("Wolskiego", "Wolski"),
        ("Ева", "Ева"),
    ],
)
def test_family_names_come_out_of_the_genitive(genitive, name):
    assert nominative(genitive) == name
