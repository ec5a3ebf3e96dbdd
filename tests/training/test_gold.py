"""The gold form: what is cut off a segment, how volumes come apart, what fields follow."""

import pytest

from training.gold import Labelled, Segment, fields_of, split_volume, trimmed, type_of


@pytest.mark.parametrize(
    ("label", "text", "kept"),
    [
        ("title", "“A Title, with a Comma,”", "A Title, with a Comma"),
        ("title", "Lecture notes (draft).", "Lecture notes (draft)"),
        ("booktitle", "In Proceedings of a Meeting,", "Proceedings of a Meeting"),
        ("editor", "In J. Doe & R. Roe (Eds.),", "J. Doe & R. Roe"),
        ("author", "Doe, J. R.,", "Doe, J. R."),
        ("pages", "(pp. 12–15).", "12–15"),
        ("edition", "(2nd ed.).", "2nd"),
    ],
)
def test_a_segment_keeps_its_value_alone(label, text, kept):
    segment = trimmed(text, Segment(label, 0, len(text)))
    assert text[segment.start : segment.end] == kept


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("37(4),", {"volume": "37", "number": "4"}),
        ("Vol. 12, No. 3,", {"volume": "12", "number": "3"}),
        ("86(11):2278–2324,", {"volume": "86", "number": "11", "pages": "2278–2324"}),
        ("no. 7", {"number": "7"}),
        ("XLIII,", {"volume": "XLIII"}),
    ],
)
def test_volume_issue_and_pages_come_apart(text, parts):
    segments = split_volume(text, 0, len(text))
    assert {s.label: text[s.start : s.end] for s in segments} == parts


def test_fields_follow_from_segments():
    labelled = Labelled()
    for text, label in (
        ("Doe, J.", "author"), (" (2003a). ", "date"), ("On Things", "title"), (". ", ""),
        ("Journal of Things", "journal"), (", ", ""), ("7", "volume"), (", ", ""), ("1–9", "pages"),
    ):  # fmt: skip
        labelled.add(text, label)
    assert fields_of(labelled.text, labelled.segments) == {
        "author": "Doe, J.", "year": 2003, "title": "On Things", "journal": "Journal of Things",
        "volume": "7", "pages": "1–9",
    }  # fmt: skip
    assert type_of(labelled.text, labelled.segments) == "article"
