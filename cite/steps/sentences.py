"""Where a sentence ends."""

import re

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st vs no nos vol vols ed eds p pp ch fig al ibid cf e.g i.e etc inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec gen col lt u.s u.k rev op cit art para paras n sec".split()
)
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[”’」』）]*")


def sentence_at(text: str, offset: int) -> str:
    """The sentence that stands at, or ends at, an offset of a text."""
    start = 0
    for match in _END.finditer(text):
        if not _ends_sentence(text, match):
            continue
        if match.end() >= offset:
            return text[start : match.end()].strip()
        start = match.end()
    return text[start:].strip()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return True
    word = re.search(r"[\w.]{1,12}$", text[max(0, match.start() - 12) : match.start()])
    stem = word[0].lower() if word else ""
    if stem in _ABBREVIATIONS or (len(stem) == 1 and stem.isalpha() and word and word[0].isupper()):
        return False
    following = text[match.end() :].lstrip()[:1]
    return not following.islower()
