"""Where a sentence ends."""

import re
from bisect import bisect_left
from collections.abc import Sequence

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs no nos vol vols ed eds p pp ch fig al ibid cf e.g i.e etc inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec gen col lt u.s u.k rev op cit art para paras n sec".split()
)
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”’」』）]*")
_NEXT = re.compile(r"\s{0,200}(\S?)")


def sentence_ends(text: str) -> tuple[int, ...]:
    """Where each sentence of a text ends; looked for once, however many notes the text calls."""
    return tuple(match.end() for match in _END.finditer(text) if _ends_sentence(text, match))


def sentence_at(text: str, offset: int, ends: Sequence[int]) -> str:
    """The sentence that stands at, or ends at, an offset of a text with sentences that end there."""
    index = bisect_left(ends, offset)
    start = ends[index - 1] if index else 0
    end = ends[index] if index < len(ends) else len(text)
    return text[start:end].strip()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    word = re.search(r"[\w.]{1,12}$", text[max(0, match.start() - 12) : match.start()])
    stem = word[0].lower() if word else ""
    if stem in _ABBREVIATIONS or (len(stem) == 1 and stem.isalpha() and word and word[0].isupper()):
        return False
    following = _NEXT.match(text, match.end())
    return not (following and following[1].islower())
