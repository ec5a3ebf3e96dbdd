"""Papers told by their shelf mark alone."""

import pytest

from cite.model.document import Run
from cite.recognisers.forms.shelves import read_shelf
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset


@pytest.mark.parametrize(
    ("note", "shelf", "leaf"),
    [
        (
            "Archivo Histórico Provincial de Soria, leg. 12, fol. 3.",
            "Archivo Histórico Provincial de Soria, leg. 12",
            "fol. 3",
        ),
        (
            "Archives départementales de la Somme, E 44, fol. 8v.",
            "Archives départementales de la Somme, E 44",
            "fol. 8v",
        ),
        (
            "Nationaal Archief, Den Haag, Molens, inv. nr. 7.",
            "Nationaal Archief, Den Haag, Molens, inv. nr. 7",
            "",
        ),
    ],
)
def test_where_a_paper_lies_and_its_leaf(note, shelf, leaf):
    draft = Draft(typeset([Run(note)], ()))
    assert read_shelf(draft)
    assert (draft.fields["howpublished"], draft.locator) == (shelf, leaf)
    assert draft.entry_type == "misc"


@pytest.mark.parametrize(
    "note", ["Archivo de la ciudad y sus papeles.", "The Archive of the Mills, box 3."]
)
def test_what_has_no_number_and_what_is_english_is_read_elsewhere(note):
    assert not read_shelf(Draft(typeset([Run(note)], ())))
