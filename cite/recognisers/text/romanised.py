"""Chinese, Japanese and Korean in Latin letters, told by their syllables."""

import re

_CONSONANT = "kk?|ss?|tt?|pp?|ssh|tch|cch|[gzdnhbmryw]|ch|sh|ts|j|f|[kgnhbpmr]y"
_JAPANESE = re.compile(rf"(?:(?:{_CONSONANT})?[aiueoāīūēōâîûêô]|n['’]?|m(?=[bp]))+")
_INITIAL = "[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh"
_FINAL = "ang|eng|ong|an|en|ao|ai|ei|ou|ia|ie|iu|ua|uo|ue|üe|ui|un|[aeiouü]"
_CHINESE = re.compile(rf"(?:(?:{_INITIAL})?(?:[iuü]?(?:{_FINAL})(?:ng?|r)?)['’]?)+")
_KOREAN = re.compile(
    r"[ŏŭ]|\b(?:ŭi|kwa|wa|yŏn['’]?gu|yŏksa|hanguk|chosŏn|sahoe|munhwa|eui|ui)\b", re.IGNORECASE
)
_PARTICLES = frozenset("no to ni wa ga o wo de kara made".split())
_COMMON = frozenset("yu he de zhi ji yanjiu lishi zhongguo shi lun".split())


def is_romanised(title: str) -> bool:
    """Whether a title can be nothing but Chinese, Japanese or Korean in Latin letters."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", title.lower())
    if len(words) < 2:
        return False
    if _KOREAN.search(title):
        return True
    if all(map(_JAPANESE.fullmatch, words)):
        return bool(
            _PARTICLES & set(words[1:]) or re.search("[āīūēō]|[kgsz]y|sh|ts", title.lower())
        )
    return all(map(_CHINESE.fullmatch, words)) and bool(
        _COMMON & set(words) or re.search("zh|x|q[iu]|ng(?=[^aeiou]|$)", title.lower())
    )
