"""Notes of documents without italics, cut where one work ends and the next begins."""

import pytest

from cite.model.document import Run
from cite.recognisers.text.typography import typeset
from cite.steps.reading.pieces import PieceKind
from cite.steps.reading.split_plain_notes import split_plain_note

CITATION, BACK, COMMENT = PieceKind.CITATION, PieceKind.CROSS_REFERENCE, PieceKind.COMMENTARY


def pieces(text):
    return split_plain_note(typeset((Run(text),), ()))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("J. Doe, The Long Shadow: A History of Empire (Oxford: Clarendon Press, 1999), p. 4.", [CITATION]),
        (
            "J. Doe, The Long Shadow (Oxford: Clarendon Press, 1999); R. Roe, Against Empire (London: Verso, 2004), p. 12.",
            [CITATION, CITATION],
        ),
        ("Vgl. Müller, Die Idee des Rechts (Berlin: de Gruyter, 1970); Siehe auch Schmidt, Recht und Macht (Tübingen: Mohr, 1981).", [CITATION, CITATION]),
        ("Ibid., p. 12.", [BACK]),
        ("Whether this amounts to a rule of law is another matter, and much depends on what is meant by consent.", [COMMENT]),
    ],
)  # fmt: skip
def test_a_note_is_cut_into_its_works(text, kinds):
    assert [piece.kind for piece in pieces(text)] == kinds


def test_a_signal_goes_with_the_work_it_introduces():
    first, second = pieces(
        "See J. Doe, The Long Shadow (Oxford: Clarendon Press, 1999); see also R. Roe, Against Empire (London: Verso, 2004)."
    )
    assert (first.signal, second.signal) == ("See", "see also")


def test_pieces_are_in_order_and_within_the_note():
    text = "See J. Doe, A Book (Oxford, 1999); on this point there is now a large literature. R. Roe, Another (Bern, 2001)."
    ends = [0]
    for piece in pieces(text):
        assert ends[-1] <= piece.span.start < piece.span.end <= len(text)
        ends.append(piece.span.end)
