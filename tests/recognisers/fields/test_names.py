"""Lists of names, in the orders that bibliographies have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cite.model.entries import Name
from cite.recognisers.fields.names import split_names

DOE, ROE, POE = Name("Doe", "J."), Name("Roe", "R."), Name("Poe", "E.")
OTHERS = Name(literal="others")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doe, J., Roe, R. & Poe, E.", (DOE, ROE, POE)),
        ("Doe, J., R. Roe, and E. Poe", (DOE, ROE, POE)),
        ("J. Doe; R. Roe", (DOE, ROE)),
        ("Doe JR, Roe R", (Name("Doe", "JR"), Name("Roe", "R"))),
        ("Doe, Jane, and Richard Roe", (Name("Doe", "Jane"), Name("Roe", "Richard"))),
        ("Doe, Jane M. and Roe, Richard", (Name("Doe", "Jane M."), Name("Roe", "Richard"))),
        ("DUPONT Jane", (Name("DUPONT", "Jane"),)),
        ("García Márquez, Gabriel", (Name("García Márquez", "Gabriel"),)),
        ("van der Berg, J. and K. de la Cruz", (Name("Berg", "J.", "van der"), Name("Cruz", "K.", "de la"))),
        ("King, M. L., Jr., & Roe, R.", (Name("King", "M. L.", suffix="Jr"), ROE)),
        ("Z. Yang, S.-Y. A. Chang", (Name("Yang", "Z."), Name("Chang", "S.-Y. A."))),
        ("Wulp, F.M., van der", (Name("Wulp", "F.M.", "van der"),)),
        ("House, J., Force, M.", (Name("House", "J."), Name("Force", "M."))),
        ("In J. Doe & R. Roe (Eds.)", (DOE, ROE)),
        ("J. Doe et al.", (DOE, OTHERS)),
        ("Feest/Blankenburg", (Name("Feest"), Name("Blankenburg"))),
        ("Department of Health, Education, and Welfare", (Name(literal="Department of Health, Education, and Welfare"),)),
        ("CMS Collaboration", (Name(literal="CMS Collaboration"),)),
        ("田中正人, 小川知弘", (Name(literal="田中正人"), Name(literal="小川知弘"))),
        ("", ()),
    ],
)  # fmt: skip
def test_a_list_is_cut_into_its_persons(text, names):
    assert split_names(text) == names


@given(st.text(max_size=120))
def test_no_text_is_too_strange_to_be_cut(text):
    assert all(isinstance(name, Name) for name in split_names(text))
