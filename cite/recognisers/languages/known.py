"""The languages whose notes are read, and their words together. The next language is one more line here."""

import re
from functools import cache, lru_cache

from cite.recognisers.languages.arabic import ARABIC
from cite.recognisers.languages.chinese import CHINESE
from cite.recognisers.languages.czech import CZECH
from cite.recognisers.languages.danish import DANISH
from cite.recognisers.languages.dutch import DUTCH
from cite.recognisers.languages.english import ENGLISH
from cite.recognisers.languages.french import FRENCH
from cite.recognisers.languages.german import GERMAN
from cite.recognisers.languages.greek import GREEK
from cite.recognisers.languages.hungarian import HUNGARIAN
from cite.recognisers.languages.italian import ITALIAN
from cite.recognisers.languages.japanese import JAPANESE
from cite.recognisers.languages.korean import KOREAN
from cite.recognisers.languages.language import WORD_LISTS, Language, Script, spelt, words
from cite.recognisers.languages.polish import POLISH
from cite.recognisers.languages.portuguese import PORTUGUESE
from cite.recognisers.languages.russian import RUSSIAN
from cite.recognisers.languages.spanish import SPANISH
from cite.recognisers.languages.swedish import SWEDISH
from cite.recognisers.languages.turkish import TURKISH
from cite.recognisers.languages.ukrainian import UKRAINIAN

LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    GERMAN,
    FRENCH,
    SPANISH,
    ITALIAN,
    PORTUGUESE,
    DUTCH,
    POLISH,
    SWEDISH,
    DANISH,
    CZECH,
    HUNGARIAN,
    TURKISH,
    GREEK,
    RUSSIAN,
    UKRAINIAN,
    ARABIC,
    CHINESE,
    JAPANESE,
    KOREAN,
)


@cache
def words_of(kind: str, *scripts: Script) -> tuple[str, ...]:
    """The words of one list in all languages, or in those of some scripts, each once."""
    assert kind in WORD_LISTS, kind
    known = (one for one in LANGUAGES if not scripts or one.script in scripts)
    return tuple(dict.fromkeys(word for one in known for word in words(getattr(one, kind))))


@cache
def any_of(kind: str, *scripts: Script) -> str:
    """A regular expression, without groups, for any word of one list."""
    return spelt(words_of(kind, *scripts))


@cache
def month_names(*languages: Language) -> dict[str, int]:
    """What months are called in some languages, or in all; in lower case, without full stops; and their numbers."""
    return {
        spelling.replace("_", " "): number
        for one in languages or LANGUAGES
        for number, spellings in enumerate(one.months.split("|") if one.months else (), 1)
        for spelling in spellings.split()
    }


@cache
def abbreviations() -> frozenset[str]:
    """Words of the Latin script that are printed with a full stop, in lower case and without it."""
    listed = (word for kind in _ABBREVIATED for word in words_of(kind, Script.LATIN))
    parts = (part for word in listed for part in word.split())
    return frozenset(part[:-1].lower() for part in parts if part.endswith(".") and len(part) > 1)


_ABBREVIATED = (
    "signals", "edited_by", "editors", "translated_by", "editions", "volumes", "numbers", "pages", "cited", "doctoral",
)  # fmt: skip
_TELLING = {
    "common": 1.0, "given": 1.0, "places": 2.0, "houses": 2.0, "periodicals": 2.0, "bodies": 2.0, "signals": 2.0,
    "ibid": 2.0, "cited": 1.0, "edited_by": 1.5, "translated_by": 1.5, "accessed": 2.0, "doctoral": 2.0, "masters": 2.0,
}  # fmt: skip
"""How much a word of each list says for its language."""
_LETTERS = {
    "es": "ñ¿¡", "pt": "ãõ", "pl": "łąęśżźćń", "de": "äöüß", "fr": "œèêâûçîë", "it": "ìòù", "sv": "åäö",
    "da": "åøæ", "cs": "ěšřžýůťďň", "hu": "őűáöü", "tr": "ğışçö",
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_LONGEST = 1500
_ENOUGH = 1.5
"""What a language must have on its side: more than one small word."""


@cache
def _weights() -> dict[str, dict[str, float]]:
    """For each first word of a listed word, in lower case, the languages it speaks for and how much."""
    found: dict[str, dict[str, float]] = {}
    for one in LANGUAGES:
        for kind, weight in _TELLING.items():
            for word in words(getattr(one, kind)):
                parts = _WORD.findall(word.lower())
                key = max(parts, key=len, default="")
                if len(parts) > 1 and len(key) < 4:
                    continue
                known = found.setdefault(key, {})
                known[one.code] = max(known.get(one.code, 0.0), weight if len(key) > 1 else 0.4)
    return found


@lru_cache(maxsize=512)
def language_of(text: str) -> Language | None:
    """The language a citation is written in, by its script and its words; None where nothing tells it.

    A work's title counts as much as the words around it: what is asked is whose manner to read it in.
    """
    script = script_of(text)
    if script is Script.EAST_ASIAN:
        if _KOREAN.search(text):
            return KOREAN
        return JAPANESE if _JAPANESE.search(text) else CHINESE
    if script is Script.CYRILLIC:
        return UKRAINIAN if _UKRAINIAN.search(text) else RUSSIAN
    if script is Script.ARABIC:
        return ARABIC
    weights = _weights()
    scores: dict[str, float] = {}
    seen = {word for word in _WORD.findall(text[:_LONGEST]) if len(word) > 1 or word.islower()}
    for word in {word.lower() for word in seen}:
        for part in {word, *re.split(r"[’']", word)}:
            for code, weight in weights.get(part, {}).items():
                scores[code] = scores.get(code, 0.0) + weight
    lower = text.lower()
    for code, letters in _LETTERS.items():
        scores[code] = scores.get(code, 0.0) + sum(letter in lower for letter in letters)
    best = max(scores, key=lambda code: scores[code], default="")
    if (
        not best
        or scores[best] < _ENOUGH
        or (scores[best] <= scores.get("en", 0.0) and best != "en")
    ):
        return None
    return next(one for one in LANGUAGES if one.code == best)


_SCRIPTS = (
    (Script.EAST_ASIAN, re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")),
    (Script.CYRILLIC, re.compile(r"[\u0400-\u052f]")),
    (Script.ARABIC, re.compile(r"[\u0600-\u06ff\u0750-\u077f]")),
)
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_KOREAN = re.compile(r"[\uac00-\ud7af]")
_JAPANESE = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff『「頁]")
_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


@lru_cache(maxsize=512)
def script_of(text: str) -> Script:
    """What most of a citation is written in, addresses left out."""
    text = _ADDRESS.sub("", text[:_LONGEST])
    letters = len(_LETTER.findall(text))
    for script, pattern in _SCRIPTS:
        weight = 2 if script is Script.EAST_ASIAN else 1
        if letters and weight * len(pattern.findall(text)) > 0.5 * letters:
            return script
    return Script.LATIN


_OTHER_SCRIPT = re.compile(
    r"[\u0530-\u05ff\u0700-\u074f\u0780-\u109f\u10a0-\u10ff\u1100-\u11ff\u1200-\u137f\u1780-\u17ff]"
)


def is_covered(text: str) -> bool:
    """Whether a citation is in a script whose forms are known: Hebrew, Thai and others are not."""
    letters = len(_LETTER.findall(text))
    return len(_OTHER_SCRIPT.findall(text)) <= 0.3 * letters
