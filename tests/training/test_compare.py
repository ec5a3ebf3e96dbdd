"""What counts as the same value when notes are scored."""

import pytest

from cite.model.entries import Name
from training.compare import same


@pytest.mark.parametrize(
    ("name", "gold", "read"),
    [
        ("title", "L’écriture et la différence", "L'ecriture et la Différence."),
        ("pages", "573–4", "573–574"),
        ("volume", "Vol. 12", "12"),
        ("edition", "2nd", "Second"),
        ("url", "http://www.example.org/a/", "https://example.org/a"),
        ("author", "Doe, J.K. and R. Roe", (Name("Doe", "J. K."), Name("Roe", "R."))),
        ("author", (Name("Doe", "Jane"),), (Name("Doe", "J."),)),
    ],
)
def test_values_are_the_same_however_they_are_printed(name, gold, read):
    assert same(name, gold, read)


@pytest.mark.parametrize(
    ("name", "gold", "read"),
    [
        ("title", "On Things", "On Things and More"),
        ("pages", "573–4", "573–594"),
        ("author", "Doe, J., Roe, R.", (Name("Doe", "J."),)),
        ("author", (Name("Doe", "Jane"),), (Name("Jane", "Doe"),)),
        ("author", "Doe, J.", "Doe, J."),
    ],
)
def test_values_that_differ_are_not_the_same(name, gold, read):
    assert not same(name, gold, read)
