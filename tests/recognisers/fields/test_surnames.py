"""Family names as the language of a citation has them."""

import pytest

from cite.model.document import Run, Span
from cite.model.entries import Name
from cite.recognisers.fields.names import split_names
from cite.recognisers.fields.surnames import settle_surnames
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset


def settled(text: str, names: str) -> tuple[Name, ...]:
    draft = Draft(typeset([Run(text)], ()))
    start = text.index(names)
    draft.put("author", split_names(names), Span(start, start + len(names)))
    settle_surnames(draft)
    found = draft.fields["author"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("names", "family", "given"),
    [
        ("Pilar Soto Vega", "Soto Vega", "Pilar"),
        ("José María Soto", "Soto", "José María"),
        ("P. Soto", "Soto", "P."),
        ("Soto Vega, Pilar", "Soto Vega", "Pilar"),
    ],
)
def test_spanish_authors_keep_both_family_names(names, family, given):
    (name,) = settled(f"{names}, Los molinos de la ciudad, Madrid, 1983.", names)
    assert (name.family, name.given) == (family, given)


def test_hungarian_authors_come_family_name_first():
    (name,) = settled(
        "Kovács István, A malmok története és a kenyér, Budapest, 1998.", "Kovács István"
    )
    assert (name.family, name.given) == ("Kovács", "István")


def test_names_in_capitals_before_a_given_name_are_one_author():
    (name,) = split_names("LOPES, Ana Maria de")
    assert (name.family, name.given, name.particle) == ("Lopes", "Ana Maria de", "")
