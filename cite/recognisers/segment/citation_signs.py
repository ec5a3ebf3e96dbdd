"""Whether a stretch of a note cites a work: the signs only citations have, against the verbs of an argument."""

import re

from cite.recognisers.fields.dates import find_accessed, find_dates
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.forms.archival import is_archival, names_an_interview
from cite.recognisers.forms.decisions import names_a_decision
from cite.recognisers.forms.judgments import names_a_judgment
from cite.recognisers.forms.reports import names_a_report
from cite.recognisers.segment.boundaries import IMPRINT
from cite.recognisers.text.typography import Typeset
from cite.recognisers.text.vocabulary import CAPITAL, capital_or_not, either

_VERBS = (
    "is | are | was | were | has | have | had | does | do | did | will | would | can | could | may | might | must | should | "
    "been | be | being | cannot | can’t | don't | don’t | doesn’t | doesn't | didn’t | isn’t | wasn’t | "
    "argue | argues | argued | note | notes | noted | writes | wrote | says | said | show | shows | showed | suggest | "
    "suggests | suggested | became | become | becomes | seem | seems | refer | refers | referred | provide | provides | "
    "provided | made | makes | took | takes | thank | thanks | give | gives | gave | discusses | discussed | describe | "
    "describes | described | used | uses | using | called | known | allow | allows | allowed | came | went | found | finds | "
    "explain | explains | explained | claim | claims | claimed | state | states | stated | report | reports | reported | "
    "draw | draws | drew | follow | follows"
)
_SUBJECTS = "we | you | they | who | whose | which | because | although | however"
_FOREIGN_VERBS = (
    "ist | sind | war | waren | wird | werden | wurde | hat | haben | kann | können | daß | dass | est | sont | était | ont | "
    "avait | qui | es | son | fue | era | que | são | foi"
)
_FINITE = re.compile(rf"\b(?:{either(_VERBS, _SUBJECTS, _FOREIGN_VERBS)}|I(?=\s[a-z]))\b")
_WHEN = r"n\.d\.|forthcoming|(?:c\.?\s?)?1[4-9]\d\d|20\d\d"
_IMPRINT = re.compile(rf"\((?:[^()]{{2,90}}:\s*)?[^()]{{2,140}},?\s*(?:{_WHEN})[^()]{{0,30}}\)")
_REPORT = re.compile(r"\b\d{1,4}\s+(?:[A-Z][\w.&’']*\.?\s?){1,7}\s?§?§?\s?\d{1,5}\b")
_BRITISH = re.compile(r"[(\[](?:1[6-9]|20)\d\d[)\]]\s*\d{0,3}\s*[A-Z][\w.() ]{0,60}\s\d+")
_VOLUME_AND_YEAR = r"\d+\s*\(\d{4}\)\s*:|\d+:\d+|\d+\s*\((?:1[89]|20)\d\d\)"
_PAGED = re.compile(
    rf"\b(?:vol\.?\s*\d|no\.\s*\d|pp?\.\s*\d|{_VOLUME_AND_YEAR}|S\.\s*\d|(?:1[89]|20)\d\d,\s*(?:S\.\s*)?\d)",
    re.IGNORECASE,
)
_UN_SIGNS = r"U\.?N\.?\s+Doc\.?|[AES]/(?:RES|HRC|CN|C)[./\d]|U\.?N\.?T\.?S"
_RESOLUTION = r"(?:G\.?A\.?|General\s+Assembly|UNGA|Security Council|S\.C\.)\s+[Rr]es"
_AMERICAN_LAW = r"U\.?\s?S\.?\s?C\.?\s*§|C\.F\.R|Pub\.\s?L\.|Stat\.\s\d"
_UN_DOCUMENT = re.compile(rf"\b(?:{_UN_SIGNS}|{_RESOLUTION}|{_AMERICAN_LAW})")
_ENACTED = either(
    "Act | Convention | Treaty | Covenant | Protocol | Directive | Constitution | Charter | Code | Ordinance | Regulation | "
    "Regulations"
)
_WHICH = r"\b(?:1[6-9]|20)\d\d\b|\b(?:art|s|ss|§|arts|sec)\b\.?\s?\d|\d+/\d+"
_ENACTMENT = re.compile(
    rf"^(?:The\s+)?[A-Z][\w’'&() -]{{3,90}}\b{_ENACTED}\b[^.;]{{0,80}}?(?:{_WHICH})"
)
_PARTY = r"[A-Z][\w.’'&-]+(?:\s(?:[A-Z&][\w.’'&-]*|of|the)){0,6}"
_CASE = re.compile(rf"\b{_PARTY}\s+(?:v|vs)\.?\s+[A-Z]|\b(?:In re|Ex parte)\s+[A-Z]")
_CONGRESS = r"^(?:H\.R\.|S\.)\s?(?:Rep\.|Res\.|\d)|\bCong\.\s+Rec\.|\b(?:HC|HL)\s+Deb\b"
_CONST = re.compile(rf"\bConst\.\s+(?:art|amend)|{_CONGRESS}|^Restatement \(|^Fed\.\s?R\.")
_PAPERS = capital_or_not(
    "letter | interview | email | e-mail | memorandum | telegram | conversation | personal communication | press Release | "
    "press release"
)
_LETTER = re.compile(rf"\b{_PAPERS}\b,?\s+(?:to|from|with|by|of|[A-Z])")
_THRESHOLD = 1.5


def is_citation(part: Typeset, signalled: bool) -> bool:
    """Enough of what only citations have; a sentence that argues needs more of it."""
    text = part.text
    if (
        _is_decisive(part)
        or names_an_interview(text)
        or names_a_report(text)
        or names_a_decision(text)
        or names_a_judgment(text)
    ):
        return True
    prose = _prose(part)
    verbs = len(_FINITE.findall(prose))
    score = _title_score(part) + _apparatus_score(part, prose)
    score += 0.6 if signalled else 0
    if end_of_names(text):
        score += 0.8
    if not verbs and _CONST.search(text):
        score += 1.5
    return score - 0.9 * min(verbs, 4) >= _THRESHOLD


def _is_decisive(part: Typeset) -> bool:
    """A title with its imprint, or a short form that opens the sentence, cites whatever is said around it."""
    text = part.text
    if any(IMPRINT.match(text, mark.end) for mark in (*part.italics, *part.quotes)):
        return True
    if _REPORTED_CASE.search(text):
        return True
    first = min((*part.italics, *part.quotes), key=lambda span: span.start, default=None)
    if first is None or not text[: first.start].rstrip().endswith(","):
        return False
    return could_be_names(text[: first.start]) and bool(_SHORT_FORM.match(text, first.end))


_REPORTED_CASE = re.compile(
    r"\sv\.?\s[A-Z][^,;()]{1,70},\s\d{1,4}\s[A-Z][\w. ]{0,20}?\s\d{1,5}(?:,\s[\d–-]+)?\s\("
)
_SHORT_FORM = re.compile(r"[,.]?\s*(?:at\s|pp?\.\s*)?\d{1,4}(?:[-–]\d{1,4})?(?:[,.;)]|$)")


def _title_score(part: Typeset) -> float:
    text = part.text
    first = min((span.start for span in (*part.quotes, *part.italics)), default=None)
    if first is None:
        return 0.0
    heading = text[:first].strip(" ,.:(")
    score = (
        1.5
        if not heading
        or could_be_names(re.sub(r"[’']s$|,?\s*\(?\beds?\.?\)?$|\s*\(\d{4}\)$", "", heading))
        else 0.3
    )
    lone_quote = not part.italics and len(part.quotes) == 1 and not heading
    if lone_quote and not re.search(r"\w", text[part.quotes[0].end :]):
        score -= 0.8
    if part.quotes and part.italics:
        score += 1
    return score


def _apparatus_score(part: Typeset, prose: str) -> float:
    text = part.text
    score = 0.0
    if find_dates(prose + " ".join(re.findall(r"\([^()]*\)", text))):
        score += 0.8
    if _IMPRINT.search(text):
        score += 1.5
    if _REPORT.search(text) or _BRITISH.search(text) or _CASE.search(text):
        score += 2
    if _UN_DOCUMENT.search(text) or _ENACTMENT.match(text):
        score += 1.5
    if _PAGED.search(text):
        score += 0.8
    if part.links:
        score += 1
    if find_accessed(text):
        score += 1
    if _LETTER.search(text) or is_archival(prose):
        score += 1
    return score


_OLD_YEAR = r"(?:1[6-9]|20)\d\d"
_AMERICAN = (
    r"[,?]\s+\d{1,4}\s+[A-Z][\w.&’' -]{1,60}?\s\d{1,5}(?:,\s*\d{1,5}(?:[-–]\d+)?)*"
    r"\s*\((?:[A-Z][\w. ’']{0,30}\s)?\d{4}\)"
)
_BEHIND_TITLE = (
    rf"[”’\"']\s*,?\s*[\[(]{_OLD_YEAR}[\])]\s+(?:\d{{1,3}}(?:\s?\(\d+\)|[:.]\d{{1,2}})?\s+)?"
    r"[A-Z][\w.& ]{0,60}\s\d+"
)
_BY_YEAR = r"\[(?:1[89]|20)\d\d\]\s+(?:\d{1,2}\s+)?[A-Z][A-Za-z ]{1,20}\s\d+"
_LAW_ARTICLE = re.compile(rf"{_AMERICAN}|{_BEHIND_TITLE}|{_BY_YEAR}")
_NO_SENTENCE = r"(?:[^.]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=['’][tnlr])\.)*"
_LAW_BOOK = re.compile(
    rf"^{_NO_SENTENCE}\s\d{{1,4}}(?:[-–]\d{{1,4}})?\s\((?:\d{{1,2}}\w{{1,2}}\sed\.\s|rev\.\sed\.\s)?{_OLD_YEAR}\)"
)
_PINPOINT = r"\d{1,4}(?:[-–]\d{1,4})?|paras?\s[\d.–]+|ch\s\d+"
_OSCOLA_BOOK = re.compile(
    rf"\([^():]{{2,60}}[^,\s(]\s(?:1[89]|20)\d\d\)\s(?:{_PINPOINT})(?:,\s[\d–]+)*\.?(?:$|;)"
)
_EUROPEAN = re.compile(
    r"^(?:Council|Commission|Directive|Regulation|Decision|European Parliament)\b.{0,60}\d{2,4}/\d{2,4}"
)


def is_law(part: Typeset) -> bool:
    """Whether it has a form that only courts, parliaments and law journals use."""
    text = part.text
    return bool(
        names_a_decision(text)
        or names_a_judgment(text)
        or _LAW_ARTICLE.search(text)
        or _UN_DOCUMENT.search(text)
        or (
            _CASE.search(text) and re.search(r"\d{4}", text) and not re.search(r"[”\"’]", text[:40])
        )
        or _ENACTMENT.match(text)
        or _CONST.search(text)
        or _EUROPEAN.match(text)
        or _LETTER.search(text)
        or (len(text) < 300 and _LAW_BOOK.match(text))
        or _OSCOLA_BOOK.search(text)
    )


def has_verb(part: Typeset) -> bool:
    """Whether the words outside titles, brackets and addresses make a sentence."""
    return bool(_FINITE.search(_prose(part)))


def _prose(part: Typeset) -> str:
    """The words outside quotations, italics, brackets and addresses."""
    chars = list(part.text)
    for span in (*part.quotes, *part.italics, *(link.span for link in part.links)):
        start, end = max(0, span.start), min(span.end, len(chars))
        chars[start:end] = " " * (end - start)
    return re.sub(r"\([^()]*\)", " ", "".join(chars))


_FAMILY = rf"(?:{either('van | von | de | der | den | la | le | du | da | di')}\s){{0,3}}{CAPITAL}[\w’'‐-]+"
_GIVEN_BEHIND = rf",\s+(?:{CAPITAL}{{1,3}}\b|{CAPITAL}[\w’'-]+)"
_INITIALS_BEHIND = rf"\s+{CAPITAL}{{1,3}}\b(?!\.?\s{CAPITAL}[a-zà-ž])"
_INVERTED = re.compile(
    rf"(?:[\[(]?\d{{1,3}}[\]).]{{0,2}}\s+)?{_FAMILY}(?:{_GIVEN_BEHIND}|{_INITIALS_BEHIND})"
)


def begins_as_entry(text: str) -> re.Match[str] | None:
    """The first name, family before given, as only bibliographies have it: `Doe, J.`, `[3] Doe JR`."""
    return _INVERTED.match(text)
