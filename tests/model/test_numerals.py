"""Roman numerals, in their one valid form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.notes import int_to_roman, roman_to_int


@given(st.integers(1, 3999))
def test_every_number_survives_the_way_there_and_back(number):
    assert roman_to_int(int_to_roman(number)) == number
    assert roman_to_int(int_to_roman(number).upper()) == number


@pytest.mark.parametrize("text", ["", "iiii", "vv", "ic", "iix", "Iv", "abc", "mmmm", "1", "ivi"])
def test_invalid_forms_are_refused(text):
    assert roman_to_int(text) is None
