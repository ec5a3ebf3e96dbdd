"""The words that clauses are told by, in Latin and in Arabic script, and the figures of pages."""

import re

from cite.recognisers.languages.known import any_of, script_of, words_of
from cite.recognisers.languages.language import Script, spelt
from cite.recognisers.text.vocabulary import YEAR

_SCRIPTS = (Script.LATIN, Script.ARABIC)


def any_word(kind: str) -> str:
    """A pattern for any word of one list, in Latin or Arabic script."""
    return any_of(kind, *_SCRIPTS)


GAP = re.compile(r"[\s,.;:،؛–—/]+")
ROMAN = r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_FOLLOWING = r"\s?(?:(?:y|et|e)\s)?(?:ff?|ss?|sgg?|sig|n)\.(?!\w)"
RANGE = rf"(?:\d{{1,5}}|{ROMAN})(?:\s?[-–—]\s?(?:\d{{1,5}}|{ROMAN}))?(?!\w)(?:{_FOLLOWING})?"
RANGES = rf"{RANGE}(?:,\s?(?!{YEAR}){RANGE}(?=\s*(?:[,;.)]|$)))*"
ROLE = re.compile(
    rf"\s*(?:{spelt(word.rstrip('.') for word in words_of('editors', *_SCRIPTS))})\.?\s*",
    re.IGNORECASE,
)
ROLE_BEHIND = re.compile(
    rf"[\s,،]*(?:[(\[]{ROLE.pattern}[)\]]|{any_word('editors')})[\s.,:،]*$", re.IGNORECASE
)
_ONLINE = r"\[?(?:en ligne|en línea|online|on line|em linha)\]?"
_IN_PRESS = r"in corso di stampa|en prensa|sous presse|no prelo|reimp\.|rist\. anast\."
NOTHING = re.compile(
    rf"(?:{any_word('undated')}|{any_word('available')}|{_ONLINE}|{_IN_PRESS})(?!\w)\s*:?",
    re.IGNORECASE,
)
PLACES = tuple(words_of("places", *_SCRIPTS))
PLACE = re.compile(rf"(?:{any_word('places')})(?=\s*(?:[,.;:()،]|$|\[?(?:1[4-9]|20)\d\d))")
HOUSE = re.compile(rf"(?:{any_word('houses')})(?=\s*(?:[,.;:()،]|$|(?:1[4-9]|20)\d\d))")
HOUSE_WORD = re.compile(rf"(?<!\w)(?:{any_word('houses')})")
BODY = re.compile(rf"(?<!\w)(?:{any_word('bodies')})")
PERIODICAL = re.compile(rf"(?<!\w)(?:{any_word('periodicals')})")


def begins_a_name(words: str) -> bool:
    """Whether these words can be the name of a place, a house, a school or a periodical."""
    return (
        words[0].isupper()
        or words[0] in "’'‘"
        or script_of(words) is Script.ARABIC
        or bool(BODY.match(words) or HOUSE_WORD.match(words))
    )
