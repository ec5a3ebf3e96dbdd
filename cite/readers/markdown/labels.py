"""How a call to a note looks in the text, how the note's own label looks, and what only looks like one."""

import re
from collections.abc import Iterable

from cite.model.notes import int_to_roman, roman_to_int

LABEL = r"[0-9]{1,5}|[ivxlcdmIVXLCDM]{1,15}|[a-zA-Z]|[*†‡§¶‖]{1,4}"
RAISED = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|[ⁱᵛˣˡᶜᵈᵐ]{1,15}"
_BRACKETED = rf"[\[(]?(?:{LABEL})[\])]?"
_ANCHOR_TAG = r"<a\b[^>]{0,300}>"
_SUP_TAG = r"<sup\b[^>]{0,200}>"
_IN_LINK = (
    rf"(?:{_ANCHOR_TAG}\s{{0,3}}{_BRACKETED}\s{{0,3}}</a>"
    rf"|\[{_BRACKETED}\]\([^)\s]{{0,200}}\)|{_BRACKETED})"
)
_MORE = rf"(?P<more>(?:\s{{0,2}}[,;–-]\s{{0,2}}(?:{LABEL})){{0,9}})"
_SUP = rf"{_SUP_TAG}\s{{0,3}}(?P<sup>{_IN_LINK}){_MORE}\s{{0,3}}</sup>"
_LINKED_SUP = rf"{_ANCHOR_TAG}\s{{0,3}}{_SUP_TAG}\s{{0,3}}(?P<linked>{_BRACKETED})\s{{0,3}}</sup>\s{{0,3}}</a>"
_TO_NOTE = r"\(#_?(?:edn|ftn|fn|note)(?!-?ref)[\w-]{0,40}\)"
_FROM_NOTE = r"\(#_?(?:(?:edn|ftn|fn|note)-?ref|ref)[\w-]{0,40}\)"
_WORD = rf"\[\\?\[?(?P<word>{LABEL})\\?\]?\]{_TO_NOTE}"
_CARET = rf"(?<![\w^\]\\])?\^\[?(?P<caret>{LABEL})\]?\^"
_PANDOC = r"\[\^(?P<pandoc>[^\]\s^]{1,200})\](?!:)"
_IN_MATHS = (
    r"(?:\$|\\\()\s?(?:\{\s?\}\s?)?\^\s?\{?\s?"
    rf"(?P<maths>(?:{LABEL})(?:\s?,\s?(?:{LABEL})){{0,9}})\s?\}}?\s?(?:\$|\\\))"
)
"""`$^{4}$`, `\\({ }^{4}\\)`: a raised number as converters of PDF that know formulas write it."""
_FORMS = f"{_LINKED_SUP}|{_SUP}|{_WORD}|{_PANDOC}|{_CARET}|{_IN_MATHS}|(?P<raised>{RAISED})"
MARKER = re.compile(_FORMS, re.IGNORECASE)
MARKER_OR_BRACKETS = re.compile(
    rf"{_FORMS}|(?<![\\\]!])\[(?P<brackets>{LABEL})\](?![(\[:])"
    rf"|\[\\?\[?(?P<paged>{LABEL})\\?\]?\]\(#page-\d{{1,4}}-\d{{1,4}}\)",
    re.IGNORECASE,
)
"""With `[4]` and `[4](#page-9-0)` as well, which call a note only where a list of notes is numbered in such a way."""

MAY_CALL = re.compile(r"[<\[^⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ]")
"""What every marker has one of."""

_WORD_NOTE = re.compile(
    rf"^\s{{0,3}}\[\\?\[?(?P<label>{LABEL})\\?\]?\]{_FROM_NOTE}[.:]?\s*", re.IGNORECASE
)
_LINKED_NOTE = re.compile(
    rf"^\s{{0,3}}<a\b[^>]{{0,200}}#_?(?:edn|ftn|fn|note)-?ref[^>]{{0,60}}>\s{{0,3}}{_BRACKETED}\s{{0,3}}</a>[.:]?\s*",
    re.IGNORECASE,
)
_ANCHOR_SPAN = r"<span\b[^>]{0,300}>\s{0,3}</span>\s{0,3}"
"""A place to lead to, as converters of PDF put it before what they found there."""
_SUP_NOTE = re.compile(
    rf"^\s{{0,8}}(?:<(?:li|p|div)\b[^>]{{0,300}}>\s{{0,3}})*(?:<a\b[^>]{{0,300}}>(?:</a>)?\s{{0,3}}|{_ANCHOR_SPAN})?"
    rf"(?:<sup\b[^>]{{0,200}}>\s{{0,3}}{_IN_LINK}\s{{0,3}}</sup>|\^\[?(?:{LABEL})\]?\^|{_IN_MATHS}|(?:{RAISED}))"
    r"(?:</a>)?[.:]?\s*",
    re.IGNORECASE,
)
_IN_BRACKETS = rf"\\?\[(?P<brackets>{LABEL})\\?\][.:]?"
LISTED = re.compile(
    rf"^ {{0,3}}(?P<led_to>{_ANCHOR_SPAN})?(?:\*\*)?(?:{_IN_BRACKETS}|(?P<stop>{LABEL})\\?[.):])(?:\*\*)?\s+(?=\S)"
)
"""A note in a list: `iv. …`, `4) …`, `[4] …`."""
BRACKETED = re.compile(
    rf" {{0,3}}(?:{_ANCHOR_SPAN})?\\?\[(?P<label>{LABEL})\\?\][.:]?[ \t]+(?=\S)", re.IGNORECASE
)
"""A line that a label in brackets begins."""
_CLOSING = r"[.,;:!?”\"’)]"
_GLUED = re.compile(
    rf"(?<=[^\W\d_]{{3}})(?:{_CLOSING}{{0,2}}|{_CLOSING}{{1,2}} (?=[0-9]{{1,3}}(?:\s+[^\Wa-z\d_]|\s*$)))"
    r"(?P<label>[0-9]{1,3})(?=[\s|.,;:)”]|$)(?![.,]\d)"
)
"""A number at a word, or adrift between two sentences, where it stood raised on the page."""
BARE = re.compile(r" {0,3}(?P<label>[0-9]{1,3})[ \t]+(?=[^\Wa-z\d_]|[“\"'‘«*_(])")
"""A paragraph that a number begins, which stood raised on the page."""
_OWN_LINE = re.compile(rf" {{0,3}}(?P<label>{LABEL})[.)]?[ \t]*\n")
_PICK = re.compile(LABEL)
UNRAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ⁱᵛˣˡᶜᵈᵐ", "0123456789ivxlcdm")
"""Raised figures and letters as they stand on the line."""
_LONGEST_RANGE = 20


def labels_of(marker: re.Match[str]) -> list[str]:
    """The labels that a match of MARKER calls, ranges filled in; none where it spells no label."""
    groups = marker.groupdict()
    if groups["pandoc"]:
        return [groups["pandoc"]]
    if groups["raised"]:
        found = groups["raised"].lower().translate(UNRAISED)
        return [found] if is_label(found) else []
    names = ("linked", "sup", "word", "caret", "maths", "brackets", "paged")
    text = next((groups[name] for name in names if groups.get(name)), "")
    labels = [label for label in _PICK.findall(_bare(text)) if is_label(label)]
    return labels + _further(labels, groups["more"] or "") if labels else []


def _further(labels: list[str], more: str) -> list[str]:
    """The labels after the first: `, 5` adds one, `–8` all up to it."""
    found: list[str] = []
    for sign, label in re.findall(rf"([,;–-])\s{{0,2}}({LABEL})", more):
        first, last = label_number((labels + found)[-1]), label_number(label)
        if sign in "–-" and first and last and first < last < 4000:
            between = range(first + 1, min(last, first + _LONGEST_RANGE))
            found += [str(n) if label.isdigit() else int_to_roman(n) for n in between]
        if is_label(label):
            found.append(label)
    return found


def _bare(text: str) -> str:
    return re.sub(r"\]\([^)]*\)", "]", re.sub(r"<[^>]*>", "", text))


def note_label(line: str) -> str:
    """The label with which a line begins a note, or nothing."""
    match = _begins_note(line)
    if not match or not line[match.end() :].strip():
        return ""
    found = _PICK.findall(_bare(match[0]).translate(UNRAISED))
    return found[0] if found and is_label(found[0]) else ""


def _begins_note(line: str) -> re.Match[str] | None:
    return _SUP_NOTE.match(line) or _WORD_NOTE.match(line) or _LINKED_NOTE.match(line)


def label_end(text: str, label: str) -> int:
    """Where the words of a note begin whose text begins with its label; 0 where it does not."""
    match = (
        _begins_note(text)
        or BRACKETED.match(text)
        or LISTED.match(text)
        or _OWN_LINE.match(text)
        or BARE.match(text)
    )
    return (
        match.end() if match and label in _PICK.findall(_bare(match[0]).translate(UNRAISED)) else 0
    )


def glued_calls(texts: Iterable[str], labels: Iterable[str]) -> dict[str, tuple[int, int, int]]:
    """Where numbers that a converter left at the word before call notes: by label, (text, start, end).

    Only labels that count up through the texts as their notes do: a name such as `Covid19` calls nothing.
    """
    wanted = [label for label in labels if label.isdigit()]
    found: dict[str, tuple[int, int, int]] = {}
    for index, text in enumerate(texts if wanted else ()):
        for match in _GLUED.finditer(text):
            label = match["label"]
            if label in wanted and label not in found:
                if all(wanted.index(known) < wanted.index(label) for known in found):
                    found[label] = (index, match.start("label"), match.end())
    return found


def is_label(text: str) -> bool:
    """Whether a raised text can call a note: letters that spell no valid numeral cannot."""
    return text.isdigit() or len(text) == 1 or not text.isalpha() or roman_to_int(text) is not None


def label_number(label: str) -> int | None:
    """What a label counts: arabic, Roman, or a single letter; None for names and symbols."""
    if label.isascii() and label.isdigit():
        return int(label)
    roman = roman_to_int(label)
    if roman is not None:
        return roman
    if len(label) == 1 and label.isascii() and label.isalpha():
        return ord(label.lower()) - ord("a") + 1
    return None


def notation(label: str) -> str:
    """What a label is written in: `digits`, `letters` or `symbols`."""
    return "digits" if label.isdigit() else "letters" if label.isalpha() else "symbols"


_UNITS = frozenset("m cm mm km dm ft in yd mi s kg g l".split())


def is_exponent(text: str, at: int, label: str) -> bool:
    """Whether what is raised here is a power, a charge or an ordinal rather than a call to a note.

    A marker follows a word or its punctuation; an exponent follows a number, a unit, a one-letter
    variable or a chemical symbol.
    """
    before = text[max(0, at - 12) : at]
    if not before or not (before[-1].isalnum()):
        return False
    word = re.search(r"[^\W_]+$", before)
    stem = word[0] if word else ""
    if stem.isdigit():
        return len(stem) < 4 and label.isdigit()
    if label.isdigit():
        return stem in _UNITS or (len(stem) == 1 and stem not in "IAa")
    return bool(re.fullmatch(r"[A-Z][a-z]?", stem)) and label.isupper()
