"""Signals before a citation, and the words of cross references."""

import re

from cite.recognisers.fields.numbers import pages
from cite.recognisers.languages.known import any_of, words_of
from cite.recognisers.languages.language import Script, spelt
from cite.recognisers.text.vocabulary import either

_FOR_EXAMPLE = r"(?:for,?\s+(?:example|instance)|(?-i:[eE]\.?\s?g\.?)|inter\s+alia)"
_SEE_ALSO = r"(?:also|too|generally|especially|particularly|in\s+particular|further|esp\.|again)"
_ENGLISH = rf"""(?:but\s+)?(?:see|read(?=\s+[A-Z])|consult)(?:,?\s+{_SEE_ALSO})?(?:,?\s*{_FOR_EXAMPLE})?
      | cf\.?(?:\s+also)? | compare | contra | accord | but\s+cf\.? | (?-i:[eE]\.\s?g\. | [iI]\.\s?e\.)
      | for\s+(?:example|instance)(?:,?\s+see)? | in\s+particular | inter\s+alia | sources? | also"""
_TAKEN = r"""(?:(?:re)?quoted|cited|discussed|reprinted|reproduced|(?:re)?published|described|translated|excerpted
      |collected|abgedruckt|zitiert|zit\.)"""
_SECOND_HAND = rf"""(?:as\s+)?{_TAKEN}\s+(?:in|by|at|as|nach|bei) | quoting | citing | adapted\s+from
      | available\s+(?:in|at)"""
_GERMAN = r"""vgl\.?(?:\s+(?:auch|etwa|dazu|hierzu|z\.\s?B\.|u\.\s?a\.|insbes\.|nur|aber))*
      | siehe(?:\s+(?:auch|etwa|dazu|hierzu|insbes\.|z\.\s?B\.|aber|nur))*
      | s\.\s?(?:a\.|auch|dazu|etwa|hierzu) | so\s+(?:auch|etwa|z\.\s?B\.)
      | dazu(?:\s+(?:auch|etwa|insbes\.))? | hierzu(?:\s+auch)? | ebenso | ähnlich | anders | statt\s+aller"""
_OTHER = r"""voir(?:\s+(?:aussi|notamment|par\s+exemple))? | véase(?:\s+también)? | ver | cfr\.? | vid\.?
      | см\.(?:\s+также)? | 参见 | 见"""
_ON_A_SUBJECT = r"""(?:for|on)\s+[^.;“"‘]{2,220}?,?\s+(?:but\s+)?(?:see|read|consult|compare|cf\.?)
      (?:\s+(?:also|generally|especially|further|in\s+particular)
        |,?\s+(?:for\s+(?:example|instance)|(?-i:[eE]\.?\s?g\.?)|inter\s+alia),?)?"""
_THE_BEST = r"""the\s+(?:classic|standard|best|locus\s+classicus|main|principal|key|definitive|seminal|fullest|essential)\b
      [^.;“"‘,]{2,90}\s+(?:is|are|remains?)"""
_SIGNAL = re.compile(
    rf"""(?:(?:and|or|und|et)\s+)?(?:
        {_ENGLISH} | {_SECOND_HAND} | {_GERMAN} | {_OTHER}
      | {any_of("signals", Script.LATIN)}
      | {_ON_A_SUBJECT}
      | {_THE_BEST}
      )(?=[\s:,“"‘'(])[:,]?\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_CONJUNCTION = re.compile(r"(?:and|or|und|et|&|as well as)\s+(?=[A-ZÀ-Ž“\"‘'*])")
_MID_WORDS = either(
    "see | cf. | compare | quoted in | quoted by | cited in | cited by | quoting | citing | reprinted in | reproduced in | "
    "vgl. | siehe | zitiert nach | abgedruckt in"
)
_MID_MORE = (
    r"(?:\s+(?:also|generally|especially|further))?(?:,?\s+(?:for example|for instance|e\.g\.),?)?"
)
_WORK_FOLLOWS = r"[“\"‘']|[A-ZÀ-Ž]|(?:van|von|de|id\.|ibid|the)\s"
_MID_SIGNAL = re.compile(
    rf"(?:^|[\s(,;—–-])(?P<signal>(?:{_MID_WORDS}|(?<=,\s)read){_MID_MORE}:?,?)\s+(?={_WORK_FOLLOWS})",
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
_OP_CIT = r"(?:op\.?\s*cit|art\.?\s*cit|ouvr\.?\s*cit[ée]?|ob\.?\s*cit|указ\.\s*соч)"
_BARE_CIT = r"(?<=,\s)cit\.(?=\s*(?:[,;:]|$|pp?\.))"
_ABOVE = r"(?:supra|above|infra|ante|(?:wie\s+)?(?:siehe\s+)?oben)"
_IN_NOTE = r"\s*,?\s*(?:at\s+)?\(?(?:foot)?(?:notes?|nn?\.?|fnn?\.?|Fn\.?|Anm\.?)\s*(?P<label>\d{1,4}|[ivxlc]+)"
_NOTE_WORD = r"(?:nn?|(?:foot)?note|fnn?\.?|Fn\.|Anm\.)"
_SEE_NOTE = r"(?:see|wie|siehe|s\.|o\.|oben|vgl\.)"
_NOTE_LABEL = r"(?P<label2>\d{1,4}|[ivxlc]{2,}(?=\)|\sabove))(?:\s?(?P<above>above|supra))?"
_BEFORE_ID = r"(?:^|(?<=[.;,(]\s)|(?<=see\s)|(?<=See\s)|(?<=cf\.\s)|(?<=\())"
CROSS_REFERENCE = re.compile(
    rf"""(?P<ibid>\(?vorige\s(?:N|Fn|Anm)\.\)?|\b(?:ibid(?:em)?|ibíd(?:em)?|ebd|ebenda|ebendort|там\s+же)\b\.?|^[\s(]*{_IBID})
      |(?P<opcit>\b{_OP_CIT}\b\.?|(?<!\w){_CITED}|{_BARE_CIT})|(?P<loccit>\b(?:loc\.?\s*cit|l\.\s?c\.))
      |(?P<aao>\ba\.\s?a\.\s?O\.?)
      |(?P<supra>\b{_ABOVE}(?:{_IN_NOTE})?(?=[\s,.;:)]|$))
      |(?P<nn>(?<![\w])(?<!\d\s)(?<!\d,\s)\(?(?:{_SEE_NOTE}\s*)?{_NOTE_WORD}\s?\.?\s?{_NOTE_LABEL}\)?(?=[\s,.;:)]|$))
      |(?P<id>{_BEFORE_ID}(?:Id|Idem|idem|id)\b\.?(?=[\s,.;)]|$))""",
    re.VERBOSE | re.IGNORECASE,
)
_PAGE = any_of("pages", *_WRITTEN)
_PAGE_WORD = rf"(?:at|pp?\.?|pages?|SS?\.?(?=\s?\d)|с\.|{_PAGE})\s*"
_PIN_SIGN = r"paras?\.?\s*|¶{1,2}\s*|§{1,2}\s*|arts?\.?\s*|chs?\.?\s*|\["
_FIGURE = r"(?:\d{1,5}|[ivxlc]{1,7})"
_MORE_PAGES = r"(?:,\s?(?:and\s)?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)*"
_PIN = rf"(?:{_PIN_SIGN})?{_FIGURE}\b\]?(?:\s?[-–—]\s?\[?{_FIGURE}\]?)?(?:\s?ff?\.)?{_MORE_PAGES}(?:\s?n\.?\s?\d{{1,3}})?"
_LOCATOR = re.compile(
    rf"^[\s,:،)]*(?:{_PAGE_WORD}){{0,3}}(?P<pin>{_PIN})(?=[\s,.;:)(]|$)", re.IGNORECASE
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
