"""Notes clause by clause: every clause is explained, or the form steps aside."""

import pytest

from cite.model.document import Run, Style
from cite.recognisers.fields.addresses import read_addresses
from cite.recognisers.forms.clauses.form import read_clauses
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset


def read(marked: str) -> Draft | None:
    parts = marked.split("*")
    runs = [Run(part, Style.ITALIC if at % 2 else Style.PLAIN) for at, part in enumerate(parts)]
    draft = Draft(typeset(runs, ()))
    read_addresses(draft)
    return draft if read_clauses(draft) else None


@pytest.mark.parametrize(
    ("note", "place", "house"),
    [
        ("L. Gatti, *Il pane e la città*, Laterza, Bari 1988, p. 3.", "Bari", "Laterza"),
        ("L. Gatti, *Il pane e la città*, Torino, Einaudi, 1988, p. 3.", "Torino", "Einaudi"),
        ("Inés Rojas, *Los hornos*, Vado Hondo, La Espiga, 1971, p. 3.", "Vado Hondo", "La Espiga"),
        ("Guy Morin, *Les moulins*, Amiens: Encrage, 1970, p. 3.", "Amiens", "Encrage"),
        ("Rolf Adler, *Die Mühle am Bach*, Bonn, Leipzig 1971, S. 3.", "Bonn, Leipzig", None),
    ],
)
def test_places_and_houses_are_told_by_order_and_by_what_is_known(note, place, house):
    draft = read(note)
    assert draft is not None
    assert draft.fields["address"] == place
    assert draft.fields.get("publisher") == house
    assert draft.locator == "3"


def test_a_periodical_in_guillemets_is_no_title():
    draft = read("N. Greco, *Il mulino e la valle*, in «Rassegna», XII, 1991, 2, pp. 5-20.")
    assert draft is not None
    fields = draft.fields
    assert (fields["journal"], fields["volume"], fields["number"], fields["pages"]) == (
        "Rassegna",
        "XII",
        "2",
        "5–20",
    )


def test_a_clause_that_is_not_understood_makes_it_step_aside():
    assert read("L. Gatti, *Il pane e la città*, con dodici tavole fuori testo, Bari 1988.") is None


def test_english_is_read_elsewhere():
    assert read("J. Wood, *The Mills of the North*, London, Faber, 1950.") is None


def test_nothing_in_a_long_run_of_clauses_takes_long():
    assert read("A. Rossi, *Il libro e la città*" + ", Roma (Bari" * 40 + ")" * 40) is None
