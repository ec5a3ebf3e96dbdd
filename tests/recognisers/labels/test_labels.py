"""What the model takes the words of a bibliography for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.document import Run, Style
from cite.model.entries import Name
from cite.recognisers.labels.labelled import read_by_labels
from cite.recognisers.labels.labels import is_one_entry, label_citation
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset

ARTICLE = "Doe, J. R., & Roe, P. (2011). Learning to count in early childhood. Journal of Educational Psychology, 103(2), 241–257."
BOOK = "Jane Doe. The Theory of Everything Else. Cambridge University Press, Cambridge, UK, 2nd edition, 1998."
CHAPTER = (
    "R. Roe and J. Doe. Parsing with features. In P. Poe, editor, Advances in Computational Linguistics, "
    "pages 12-34. Springer, Berlin, 2003."
)


def fields(text):
    draft = Draft(typeset((Run(text),), ()))
    read_by_labels(draft)
    return draft.fields


def test_an_article_is_read_without_any_typography():
    assert fields(ARTICLE) == {
        "author": (Name("Doe", "J. R."), Name("Roe", "P.")), "year": 2011,
        "title": "Learning to count in early childhood", "journal": "Journal of Educational Psychology",
        "volume": "103", "number": "2", "pages": "241–257",
    }  # fmt: skip


def test_a_publisher_and_its_place_are_told_apart():
    read = fields(BOOK)
    assert (read["publisher"], read["address"]) == ("Cambridge University Press", "Cambridge, UK")


def test_the_editors_of_the_whole_are_not_the_authors_of_the_part():
    read = fields(CHAPTER)
    assert read["editor"] == (Name("Poe", "P."),)
    assert read["booktitle"] == "Advances in Computational Linguistics"


def test_every_value_can_be_traced_to_its_characters():
    draft = Draft(typeset((Run(ARTICLE),), ()))
    read_by_labels(draft)
    for name in ("title", "journal", "volume", "number", "pages"):
        span = draft.spans[name]
        assert ARTICLE[span.start : span.end] == draft.fields[name]
    assert all(0 < confidence <= 1 for confidence in draft.confidence.values())


@pytest.mark.parametrize("text", [ARTICLE, BOOK, CHAPTER])
def test_an_entry_of_a_bibliography_is_one_citation(text):
    assert is_one_entry(label_citation(text))


@pytest.mark.parametrize(
    "runs",
    [
        (Run("Ibid., p. 12."),),
        (Run("We thank the editors for their patience and their many useful remarks."),),
        (Run("Jane Doe, "), Run("A Book", Style.ITALIC), Run(" (Oxford, 1999); R. Roe, 'More'.")),
        (Run(""),),
    ],
)
def test_a_note_that_points_back_or_argues_is_no_entry(runs):
    marked = typeset(runs, ())
    assert not is_one_entry(label_citation(marked.text, marked.italics, marked.quotes))


@given(st.text(max_size=300))
def test_whatever_the_text_stretches_are_in_order_and_within_it(text):
    end = 0
    for one in label_citation(text):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end


def test_how_many_pages_a_book_has_is_not_where_it_is_cited():
    assert "pages" not in fields(
        "Doe, Jane. The Theory of Everything Else. Paris: Gallimard, 1998. 248 p."
    )


def test_a_last_authors_initials_keep_no_full_stop():
    read = fields("Doe JR, Roe PQ. Learning to count. J Educ Psychol. 2002;347(4):284-7.")
    assert read["author"] == (Name("Doe", "JR"), Name("Roe", "PQ"))
    assert (read["year"], read["volume"], read["number"]) == (2002, "347", "4")


def test_an_edition_behind_a_title_is_no_part_of_it():
    read = fields(
        "Doe, Jane. The Manual of Style. 15th ed. Chicago: University of Chicago Press, 2003."
    )
    assert (read["title"], read["edition"]) == ("The Manual of Style", "15th")


def test_a_season_is_no_part_of_a_periodical():
    read = fields("Doe, S. P. The end of empires. Foreign Affairs, Spring, 72, 1993, 22–49.")
    assert read["journal"] == "Foreign Affairs"


def test_a_month_in_the_name_of_a_city_is_a_city():
    text = "LIMA, Ana. Cartas do mar. Rio de Janeiro: Vento, 2002."
    told = {
        one.label: text[one.span.start : one.span.end].strip(" :") for one in label_citation(text)
    }
    assert told["address"] == "Rio de Janeiro"
