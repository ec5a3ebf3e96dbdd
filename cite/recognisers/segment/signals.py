"""Signals before a citation, and the words of cross references."""

import re

from cite.recognisers.fields.numbers import pages
from cite.recognisers.languages.known import any_of, words_of
from cite.recognisers.languages.language import Script, spelt

_WORDS = r"""(?:but\s+)?(?:see|read(?=\s+[A-Z])|consult)(?:,?\s+(?:also|too|generally|especially|particularly|in\s+particular|further|esp\.|again))?(?:,?\s*(?:for,?\s+(?:example|instance)|e\.?\s?g\.?|inter\s+alia))?
      |cf\.?(?:\s+also)?|compare|contra|accord|but\s+cf\.?|e\.\s?g\.|i\.\s?e\.|for\s+(?:example|instance)(?:,?\s+see)?|in\s+particular
      |(?:as\s+)?(?:(?:re)?quoted|cited|discussed|reprinted|reproduced|(?:re)?published|described|translated|excerpted|collected|abgedruckt|zitiert|zit\.)\s+(?:in|by|at|as|nach|bei)|quoting|citing|adapted\s+from|available\s+(?:in|at)
      |vgl\.?(?:\s+(?:auch|etwa|dazu|hierzu|z\.\s?B\.|u\.\s?a\.|insbes\.|nur|aber))*|siehe(?:\s+(?:auch|etwa|dazu|hierzu|insbes\.|z\.\s?B\.|aber|nur))*|s\.\s?(?:a\.|auch|dazu|etwa|hierzu)|so\s+(?:auch|etwa|z\.\s?B\.)|dazu(?:\s+(?:auch|etwa|insbes\.))?|hierzu(?:\s+auch)?|ebenso|ähnlich|anders|statt\s+aller
      |voir(?:\s+(?:aussi|notamment|par\s+exemple))?|véase(?:\s+también)?|ver|cfr\.?|vid\.?|см\.(?:\s+также)?|参见|见|inter\s+alia|sources?|also"""
_SIGNAL = re.compile(
    rf"""(?:(?:and|or|und|et)\s+)?(?:{_WORDS}|{any_of("signals", Script.LATIN)}
      |(?:for|on)\s+[^.;“"‘]{{2,220}}?,?\s+(?:but\s+)?(?:see|read|consult|compare|cf\.?)(?:\s+(?:also|generally|especially|further|in\s+particular)|,?\s+(?:for\s+(?:example|instance)|e\.?\s?g\.?|inter\s+alia),?)?
      |the\s+(?:classic|standard|best|locus\s+classicus|main|principal|key|definitive|seminal|fullest|essential)\b[^.;“"‘,]{{2,90}}\s+(?:is|are|remains?))(?=[\s:,“"‘'(])[:,]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_CONJUNCTION = re.compile(r"(?:and|or|und|et|&|as well as)\s+(?=[A-ZÀ-Ž“\"‘'*])")
_MID_SIGNAL = re.compile(
    r"(?:^|[\s(,;—–-])(?P<signal>(?:see|cf\.|compare|quoted in|quoted by|cited in|cited by|quoting|citing|reprinted in|reproduced in|vgl\.|siehe|zitiert nach|abgedruckt in|(?<=,\s)read)(?:\s+(?:also|generally|especially|further))?(?:,?\s+(?:for example|for instance|e\.g\.),?)?:?,?)\s+(?=[“\"‘']|[A-ZÀ-Ž]|(?:van|von|de|id\.|ibid|the)\s)",
    re.IGNORECASE,
)
_WRITTEN = (Script.LATIN, Script.CYRILLIC, Script.ARABIC)
_IBID = any_of("ibid", *_WRITTEN)
"""Only at the head of a piece: elsewhere `aldaar` and its like lead to a page."""
_EARLIER = [word for word in words_of("cited", *_WRITTEN) if word != "cit."]
_LIKE_INITIALS = [word for word in _EARLIER if re.fullmatch(r"(?:\w{1,2}\.?\s?)+", word)]
_LIKE_INITIALS += [word[0].upper() + word[1:] for word in _LIKE_INITIALS]
_CITED = (
    rf"(?:(?-i:{spelt(_LIKE_INITIALS)})|{spelt(w for w in _EARLIER if w not in _LIKE_INITIALS)})"
)
"""Words like `o. c.` and `a. w.` not in capitals alone: those are somebody's initials."""
CROSS_REFERENCE = re.compile(
    rf"""(?P<ibid>\b(?:ibid(?:em)?|ibíd(?:em)?|ebd|ebenda|ebendort|там\s+же)\b\.?|^[\s(]*{_IBID})
      |(?P<opcit>\b(?:op\.?\s*cit|art\.?\s*cit|ouvr\.?\s*cit[ée]?|ob\.?\s*cit|указ\.\s*соч)\b\.?|(?<!\w){_CITED}|(?<=,\s)cit\.(?=\s*(?:[,;:]|$|pp?\.)))|(?P<loccit>\b(?:loc\.?\s*cit|l\.\s?c\.))
      |(?P<aao>\ba\.\s?a\.\s?O\.?)
      |(?P<supra>\b(?:supra|above|infra|ante|(?:wie\s+)?(?:siehe\s+)?oben)(?:\s*,?\s*(?:at\s+)?\(?(?:foot)?(?:notes?|nn?\.?|fnn?\.?|Fn\.?|Anm\.?)\s*(?P<label>\d{{1,4}}|[ivxlc]+))?(?=[\s,.;:)]|$))
      |(?P<nn>(?<![\w])(?<!\d\s)(?<!\d,\s)\(?(?:(?:see|wie|siehe|s\.|o\.|oben|vgl\.)\s*)?(?:nn?|(?:foot)?note|fnn?\.?|Fn\.|Anm\.)\s?\.?\s?(?P<label2>\d{{1,4}}|[ivxlc]{{2,}}(?=\)|\sabove))(?:\s?(?P<above>above|supra))?\)?(?=[\s,.;:)]|$))
      |(?P<id>(?:^|(?<=[.;,(]\s)|(?<=see\s)|(?<=See\s)|(?<=cf\.\s)|(?<=\())(?:Id|Idem|idem|id)\b\.?(?=[\s,.;)]|$))""",
    re.VERBOSE | re.IGNORECASE,
)
_PAGE = any_of("pages", *_WRITTEN)
_LOCATOR = re.compile(
    rf"^[\s,:،)]*(?:(?:at|pp?\.?|pages?|SS?\.?(?=\s?\d)|с\.|{_PAGE})\s*)*(?P<pin>(?:paras?\.?\s*|¶{{1,2}}\s*|§{{1,2}}\s*|arts?\.?\s*|chs?\.?\s*|\[)?(?:\d{{1,5}}|[ivxlc]{{1,7}})\b\]?(?:\s?[-–—]\s?\[?(?:\d{{1,5}}|[ivxlc]{{1,7}})\]?)?(?:\s?ff?\.)?(?:,\s?(?:and\s)?\d{{1,5}}(?:\s?[-–—]\s?\d{{1,5}})?)*(?:\s?n\.?\s?\d{{1,3}})?)(?=[\s,.;:)(]|$)",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Whether a text begins as only notes do, or points back as only notes do."""
    match = CROSS_REFERENCE.search(text)
    back = match and any(match[name] for name in ("ibid", "opcit", "loccit", "aao"))
    return bool(back) or leading_signal(text) > 0


def leading_signal(text: str) -> int:
    """Where the signals at the start of a text end; 0 where there is none."""
    end = 0
    for _ in range(3):
        match = _SIGNAL.match(text, end)
        if not match or match.end() == end:
            break
        end = match.end()
    if conjunction := _CONJUNCTION.match(text, end):
        end = conjunction.end()
    return end


def middle_signals(text: str) -> list[tuple[int, int]]:
    """Every `see …` and `quoted in …` inside a sentence, in order."""
    return [match.span("signal") for match in _MID_SIGNAL.finditer(text)]


def locator_after(text: str) -> tuple[str, int]:
    """The pinpoint that follows a cross reference, and where it ends."""
    match = _LOCATOR.match(text)
    return (", ".join(map(pages, match["pin"].split(", "))), match.end()) if match else ("", 0)
