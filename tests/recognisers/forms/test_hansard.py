"""Debates of parliament."""

import pytest

from cite.model.document import Run
from cite.recognisers.forms.hansard import read_debate
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset


@pytest.mark.parametrize(
    ("text", "journal", "volume", "locator"),
    [
        ("HC Deb 3 February 1977, vol 389, cols 973–76", "HC Deb", "389", "973–976"),
        ("HL Deb 12 May 2003, vol 648, col 6", "HL Deb", "648", "6"),
        ("Hansard, HC (3 February 1977) vol 389 col 12", "Hansard, HC", "389", "12"),
    ],
)
def test_columns_are_where_a_debate_is_cited(text, journal, volume, locator):
    draft = Draft(typeset((Run(text),), ()))
    assert read_debate(draft)
    assert (draft.fields["journal"], draft.fields["volume"], draft.locator) == (
        journal, volume, locator,
    )  # fmt: skip


def test_a_journal_is_no_debate():
    assert not read_debate(Draft(typeset((Run("HC Debus, A Book (1977) 389"),), ())))
