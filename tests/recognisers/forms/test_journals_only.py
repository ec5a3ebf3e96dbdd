"""Articles given by journal, volume, page and year alone."""

import pytest

from cite.model.document import Run, Style
from cite.recognisers.forms.journals_only import journals_only
from cite.recognisers.text.typography import typeset


def typed(text: str):
    """A text with what stands between asterisks in italics."""
    parts = text.split("*")
    runs = tuple(
        Run(part, frozenset({Style.ITALIC}) if at % 2 else frozenset())
        for at, part in enumerate(parts)
        if part
    )
    return typeset(runs, ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("R. Hale, *Phys. Rev.* 116, 346 (1959).", 1),
        ("J. C. Dane, IBM J. Res. 6, 14 (1962); 7, 22 (1963).", 2),
        ("J. C. Dane, *J. Mod. Hist.* 6 (1962): 14; *Past and Present* 116 (1959): 346.", 2),
        ("L. Cope and J. Fry, Phys. Rev. 108, 1175 (1957); ibid. 109, 12 (1958).", 2),
        ("J. Dane, *Old Ropes* (1962), 14.", 0),
        ("It rained in Cork 108, 1175 (1957) times.", 0),
        ("J. Dane, “On Ropes,” *Phys. Rev.* 116, 346 (1959).", 0),
    ],
)
def test_a_note_of_nothing_but_such_articles_is_cut_into_them(text, count):
    assert len(journals_only(typed(text))) == count
