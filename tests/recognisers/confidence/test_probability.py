"""How likely a reading is right: signs, what they add up to, and what it comes to for whole notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.document import Run, Span, Style
from cite.recognisers.confidence.probability import (
    HIGHEST,
    LOWEST,
    UNCOVERED,
    coefficients,
    probability,
    summed,
    weigh,
    weighed,
)
from cite.recognisers.confidence.signs import UNKNOWN, Context, citation_signs, field_signs
from cite.recognisers.labels.labels import Labelled
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset


def draft(text: str, title: str, reader: str = "typography") -> Draft:
    before, _, after = text.partition(title)
    made = Draft(typeset([Run(before), Run(title, Style.ITALIC), Run(after)], ()))
    made.put("title", title, Span(len(before), len(before) + len(title)))
    made.reader = reader
    return made


def test_a_title_that_swallowed_the_imprint_shows_it():
    seen = citation_signs(
        draft("J. Doe, Mills, London, 1950, p. 3.", "Mills, London, 1950"), "book", UNKNOWN
    )
    assert seen["title separated"] == 1
    assert seen["no year"] == 1
    assert "title separated" not in citation_signs(
        draft("J. Doe, Mills.", "Mills"), "book", UNKNOWN
    )


def test_text_left_over_shows():
    full = citation_signs(draft("The Long Mills", "The Long Mills"), "book", UNKNOWN)
    half = citation_signs(
        draft("The Long Mills and what nobody read", "The Long Mills"), "book", UNKNOWN
    )
    assert "left over" not in full
    assert half["left over"] > 0.5


def test_a_field_that_the_model_takes_for_another_shows_it():
    labels = [Labelled("author", Span(0, 7), 0.9), Labelled("journal", Span(7, 14), 0.8)]
    made = draft("J. Doe, Mills", "Mills")
    seen = field_signs(made, "title", 0.0, Context(labels))
    assert (seen["labelled so"], seen["labelled otherwise"]) == (0, 1)
    agreed = field_signs(made, "title", 0.0, Context([Labelled("title", Span(7, 14), 0.8)]))
    assert agreed["labelled so"] == 1


def test_trees_are_walked_from_their_first_fork():
    model = {
        "signs": ["a", "b"],
        "start": 1.0,
        "trees": [[[0, 0.5, 1, 2], [-2.0], [1, 0.5, 3, 4], [3.0], [5.0]]],
    }
    assert summed(model, {}) == -1
    assert summed(model, {"a": 1.0}) == 4
    assert summed(model, {"a": 1.0, "b": 1.0, "unheard of": 9.0}) == 6


def test_signs_that_were_not_met_count_nothing():
    assert weighed({"bias": 0.5, "weights": {"a": 2.0}}, {"a": 1.0, "b": 7.0}) == 2.5


@given(st.floats(-1e6, 1e6))
def test_nothing_is_certain(odds):
    assert LOWEST <= probability(odds) <= HIGHEST


def test_a_script_without_forms_is_never_trusted():
    made = draft("ישראל כהן, תולדות הנמלים, 1985", "תולדות הנמלים")
    whole, fields = weigh(made, "book", UNKNOWN)
    assert whole <= UNCOVERED
    assert set(fields) == {"title"}
    assert fields["title"] <= UNCOVERED


def test_the_coefficients_that_ship_are_trees_that_end():
    model = coefficients()["citation"]
    assert model["trees"]
    for tree in model["trees"]:
        for at, node in enumerate(tree):
            assert len(node) == 1 or (len(node) == 4 and node[2] > at and node[3] > at)
            assert len(node) == 1 or node[0] < len(model["signs"])


@pytest.mark.parametrize("reader", ["labels", "typography", "clauses", ""])
def test_every_reading_has_a_probability_for_each_of_its_fields(reader):
    made = draft("J. Doe, Mills, 1950.", "Mills", reader)
    made.put("year", 1950, Span(15, 19))
    whole, fields = weigh(made, "book", UNKNOWN)
    assert 0 < whole < 1
    assert set(fields) == {"title", "year"}
