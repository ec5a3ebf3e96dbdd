"""Chinese, Japanese and Korean titles in Latin letters, and others that could be taken for them."""

import pytest

from cite.recognisers.text.romanised import is_romanised


@pytest.mark.parametrize(
    "title",
    ["Minato no rekishi", "Umi to machi", "Gangkou yu shichang", "Zhongguo jindai shi", "Hanguk ŭi hanggu"],
)  # fmt: skip
def test_east_asian_titles_are_known_by_their_syllables(title):
    assert is_romanised(title)


@pytest.mark.parametrize(
    "title",
    ["Reki i liudi", "Casa de papel", "Vita e morte", "Storia di una città", "Ha-namal ha-yashan", "Old Ropes"],
)  # fmt: skip
def test_other_titles_are_not(title):
    assert not is_romanised(title)
