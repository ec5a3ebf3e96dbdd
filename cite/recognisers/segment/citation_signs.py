"""Whether a stretch of a note cites a work: the signs only citations have, against the verbs of an argument."""

import re

from cite.recognisers.fields.dates import find_accessed, find_dates
from cite.recognisers.fields.names import could_be_names
from cite.recognisers.fields.titles import end_of_names
from cite.recognisers.forms.archival import is_archival, names_an_interview
from cite.recognisers.forms.decisions import names_a_decision
from cite.recognisers.forms.reports import names_a_report
from cite.recognisers.segment.boundaries import IMPRINT
from cite.recognisers.text.typography import Typeset

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|should|been|be|being|argues?|argued|notes?|noted|"
    r"writes|wrote|says|said|shows?|showed|suggests?|suggested|became|becomes?|seems?|refers?|referred|provides?|provided|made|makes|took|takes|thank|thanks|gives?|gave|"
    r"discuss(?:es|ed)|describes?|described|cannot|can’t|don't|don’t|doesn’t|doesn't|didn’t|isn’t|wasn’t|we|I(?=\s[a-z])|you|they|who|whose|which|because|although|however|"
    r"used|uses|using|called|known|allows?|allowed|came|went|found|finds|explains?|explained|claims?|claimed|states?|stated|reports?|reported|draws?|drew|follows?|"
    r"ist|sind|war|waren|wird|werden|wurde|hat|haben|kann|können|daß|dass|est|sont|était|ont|avait|qui|es|son|fue|era|que|são|foi)\b"
)
_IMPRINT = re.compile(
    r"\((?:[^()]{2,90}:\s*)?[^()]{2,140},?\s*(?:n\.d\.|forthcoming|(?:c\.?\s?)?1[4-9]\d\d|20\d\d)[^()]{0,30}\)"
)
_REPORT = re.compile(r"\b\d{1,4}\s+(?:[A-Z][\w.&’']*\.?\s?){1,7}\s?§?§?\s?\d{1,5}\b")
_BRITISH = re.compile(r"[(\[](?:1[6-9]|20)\d\d[)\]]\s*\d{0,3}\s*[A-Z][\w.() ]{0,60}\s\d+")
_PAGED = re.compile(
    r"\b(?:vol\.?\s*\d|no\.\s*\d|pp?\.\s*\d|\d+\s*\(\d{4}\)\s*:|\d+:\d+|S\.\s*\d|\d+\s*\((?:1[89]|20)\d\d\)|(?:1[89]|20)\d\d,\s*(?:S\.\s*)?\d)",
    re.IGNORECASE,
)
_UN_DOCUMENT = re.compile(
    r"\b(?:U\.?N\.?\s+Doc\.?|[AES]/(?:RES|HRC|CN|C)[./\d]|(?:G\.?A\.?|General\s+Assembly|UNGA|Security Council|S\.C\.)\s+[Rr]es|U\.?\s?S\.?\s?C\.?\s*§|C\.F\.R|Pub\.\s?L\.|Stat\.\s\d|U\.?N\.?T\.?S)"
)
_ENACTMENT = re.compile(
    r"^(?:The\s+)?[A-Z][\w’'&() -]{3,90}\b(?:Act|Convention|Treaty|Covenant|Protocol|Directive|Constitution|Charter|Code|Ordinance|Regulations?)\b[^.;]{0,80}?(?:\b(?:1[6-9]|20)\d\d\b|\b(?:art|s|ss|§|arts|sec)\b\.?\s?\d|\d+/\d+)"
)
_CASE = re.compile(
    r"\b[A-Z][\w.’'&-]+(?:\s(?:[A-Z&][\w.’'&-]*|of|the)){0,6}\s+(?:v|vs)\.?\s+[A-Z]|\b(?:In re|Ex parte)\s+[A-Z]"
)
_CONST = re.compile(
    r"\bConst\.\s+(?:art|amend)|^(?:H\.R\.|S\.)\s?(?:Rep\.|Res\.|\d)|^Restatement \(|^Fed\.\s?R\.|\bCong\.\s+Rec\.|\b(?:HC|HL)\s+Deb\b"
)
_LETTER = re.compile(
    r"\b(?:[Ll]etter|[Ii]nterview|[Ee]-?mail|[Mm]emorandum|[Tt]elegram|[Cc]onversation|[Pp]ersonal communication|[Pp]ress [Rr]elease)\b,?\s+(?:to|from|with|by|of|[A-Z])"
)
_THRESHOLD = 1.5


def is_citation(part: Typeset, signalled: bool) -> bool:
    """Enough of what only citations have; a sentence that argues needs more of it."""
    text = part.text
    if (
        _is_decisive(part)
        or names_an_interview(text)
        or names_a_report(text)
        or names_a_decision(text)
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


_LAW_ARTICLE = re.compile(
    r"[,?]\s+\d{1,4}\s+[A-Z][\w.&’' -]{1,60}?\s\d{1,5}(?:,\s*\d{1,5}(?:[-–]\d+)?)*\s*\((?:[A-Z][\w. ’']{0,30}\s)?\d{4}\)"
    r"|[”’\"']\s*,?\s*[\[(](?:1[6-9]|20)\d\d[\])]\s+(?:\d{1,3}(?:\s?\(\d+\)|[:.]\d{1,2})?\s+)?[A-Z][\w.& ]{0,60}\s\d+|\[(?:1[89]|20)\d\d\]\s+(?:\d{1,2}\s+)?[A-Z][A-Za-z ]{1,20}\s\d+"
)
_LAW_BOOK = re.compile(
    r"^(?:[^.]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=['’][tnlr])\.)*\s\d{1,4}(?:[-–]\d{1,4})?\s\((?:\d{1,2}\w{1,2}\sed\.\s|rev\.\sed\.\s)?(?:1[6-9]|20)\d\d\)"
)
_OSCOLA_BOOK = re.compile(
    r"\([^():]{2,60}[^,\s(]\s(?:1[89]|20)\d\d\)\s(?:\d{1,4}(?:[-–]\d{1,4})?|paras?\s[\d.–]+|ch\s\d+)(?:,\s[\d–]+)*\.?(?:$|;)"
)
_EUROPEAN = re.compile(
    r"^(?:Council|Commission|Directive|Regulation|Decision|European Parliament)\b.{0,60}\d{2,4}/\d{2,4}"
)


def is_law(part: Typeset) -> bool:
    """Whether it has a form that only courts, parliaments and law journals use."""
    text = part.text
    return bool(
        names_a_decision(text)
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


_FAMILY = r"(?:(?:van|von|de|der|den|la|le|du|da|di)\s){0,3}[A-ZÀ-Ž][\w’'‐-]+"
_INVERTED = re.compile(
    rf"(?:[\[(]?\d{{1,3}}[\]).]{{0,2}}\s+)?{_FAMILY}(?:,\s+(?:[A-ZÀ-Ž]{{1,3}}\b|[A-ZÀ-Ž][\w’'-]+)|\s+[A-ZÀ-Ž]{{1,3}}\b(?!\.?\s[A-ZÀ-Ž][a-zà-ž]))"
)


def begins_as_entry(text: str) -> re.Match[str] | None:
    """The first name, family before given, as only bibliographies have it: `Doe, J.`, `[3] Doe JR`."""
    return _INVERTED.match(text)
