"""Citations of German law journals: each form with an example, and what is none of them."""

import pytest

from cite.model.document import Run
from cite.recognisers.forms.continental import match_short, match_work, read_continental
from cite.recognisers.segment.continental import find_continental
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset

FORMS = [
    ("Horn, Über Deiche, in: Sand/Moor 75 (83).", {"title": "Über Deiche", "pages": "75"}, "83"),
    ("Horn, Über Deiche, ZfHR 34 (1970) 1 (3).", {"journal": "ZfHR", "volume": "34", "pages": "1"}, "3"),
    ("Horn, Über Deiche, NJW 1998, 51 (53).", {"journal": "NJW", "year": 1998, "pages": "51"}, "53"),
    ("Horn, Über Deiche, Festschrift für Otto Sand (1973) 40 ff.", {"booktitle": "Festschrift für Otto Sand"}, "40 ff."),
    (
        "Horn, Deiche, in: Sand (Hrsg.), Handbuch, Bd. 4 (3. Aufl. 1974) 405 (414 f.).",
        {"booktitle": "Handbuch", "volume": "4", "edition": "3", "year": 1974},
        "414 f.",
    ),
    ("Horn, Deiche und Recht (Emden 1976) 37 ff.", {"address": "Emden", "year": 1976}, "37 ff."),
    ("Horn, Deiche (PUF, Paris 1977) 137.", {"publisher": "PUF", "address": "Paris"}, "137"),
    ("Sand/Moor I 70.", {"volume": "I"}, "70"),
    ("Horn 167 ff.", {}, "167 ff."),
    ("Sand/Moor 1972, S. 3.", {"year": 1972}, "3"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields", "locator"), FORMS, ids=[form[0] for form in FORMS])
def test_each_form_gives_its_fields(text, fields, locator):
    draft = Draft(typeset((Run(text),), ()))
    assert read_continental(draft)
    assert fields.items() <= draft.fields.items()
    assert draft.locator == locator


@pytest.mark.parametrize(
    "text",
    [
        "Seite 12 ff.",
        "Artikel 12 ff.",
        "Untersuchungen Horn, Deiche, ZfHR 3 (1970) 1",
        "im Jahre 1974, das kein gutes war",
    ],
)
def test_nouns_and_articles_of_law_are_nobody(text):
    assert match_work(text) is None
    assert match_short(text) is None


def test_what_leads_up_to_a_citation_is_no_part_of_it():
    note = "Zur Kritik näher Horn, Über Deiche, ZfHR 34 (1970) 1 ff.; Sand (oben N. 3) 12."
    found = find_continental(typeset((Run(note),), ()))
    assert [(one.kind, note[one.start : one.start + 4]) for one in found] == [
        ("work", "Horn"),
        ("back", "Sand"),
    ]


def test_a_note_in_english_is_none_of_these():
    note = "AV Dean, The Law of the Quay (10th edn, Merton 1959) 39; G Marr, ‘Tolls’ (2003) 23 OJLS 157."
    assert find_continental(typeset((Run(note),), ())) == []
