"""Decisions of courts cited by docket and date, each with what is read in it."""

import pytest

from cite.model.document import Run
from cite.recognisers.forms.decisions import names_a_decision, read_decision
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.typography import typeset

DECISIONS = [
    (
        "BGH, Urteil vom 3. April 1999 – II ZR 10/98, NJW 1999, 1810 (1812).",
        {"institution": "BGH", "number": "II ZR 10/98", "year": 1999, "month": 4, "day": 3, "journal": "NJW"},
        "1812",
    ),
    ("BVerfGE 12, 45 (51).", {"journal": "BVerfGE", "volume": "12", "pages": "45"}, "51"),
    ("OLG Bremen, Beschl. v. 5.6.2003 – 2 W 44/03.", {"institution": "OLG Bremen", "number": "2 W 44/03"}, ""),
    ("EuGH, Urt. v. 12.7.1990, Rs. C-188/89, Slg. 1990, I-3313, Rn. 20.", {"number": "C-188/89"}, "Rn. 20"),
    ("BAG NJW 1998, 51 (53).", {"institution": "BAG", "journal": "NJW", "year": 1998}, "53"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fields", "locator"), DECISIONS, ids=[one[0] for one in DECISIONS]
)
def test_court_docket_date_and_report_are_read(text, fields, locator):
    draft = Draft(typeset((Run(text),), ()))
    assert read_decision(draft)
    assert draft.entry_type == "jurisdiction"
    assert fields.items() <= draft.fields.items()
    assert draft.locator == locator


@pytest.mark.parametrize(
    "text", ["BGH Publishing, *Courts* (2001)", "VG Wort, Bericht 2001", "Horn, Urteil und Recht"]
)
def test_a_name_with_the_letters_of_a_court_is_no_decision(text):
    assert not names_a_decision(text)
