"""`Ders.` and its like stand for the author of the work before, and what is only likely of them is said."""

import pytest

from cite import pipeline


def findings(tmp_path, note):
    path = tmp_path / "article.md"
    path.write_text(f"Text.[^1]\n\n[^1]: {note}\n", "utf-8")
    return [one for one in pipeline.refs([path])[0].findings if one.code == "author-assumed"]


@pytest.mark.parametrize(
    "note",
    [
        "Lenz/Voss (Hrsg.), *Hafenmärkte*, 2. Aufl. 2003, S. 15; ders., *Zoll*, 2007, S. 3.",
        "Otto Lenz und Karl Voss, *Häfen*, Bremen 1981, S. 25; ders., *Zoll*, Köln 2007, S. 3.",
    ],
)
def test_one_man_after_two_names_is_said_to_be_a_reading(tmp_path, note):
    (found,) = findings(tmp_path, note)
    assert "was read as the last of them, Voss" in found.message


@pytest.mark.parametrize(
    "note",
    [
        "Otto Lenz, *Häfen*, Bremen 1981, S. 25; ders., *Zoll*, Köln 2007, S. 3.",
        "Otto Lenz und Karl Voss, *Häfen*, Bremen 1981, S. 25; dies., *Zoll*, Köln 2007, S. 3.",
    ],
)
def test_who_can_be_nobody_else_is_not_doubted(tmp_path, note):
    assert findings(tmp_path, note) == []
