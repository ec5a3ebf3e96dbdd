"""A piece that points back: its form, the names and short title given with it, the note it names, its pinpoint."""

import re
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Name
from cite.model.references import CrossReference
from cite.recognisers.fields.names import could_be_names, split_names
from cite.recognisers.fields.numbers import pages
from cite.recognisers.languages.known import any_of, script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.segment.east_asian import read_reference
from cite.recognisers.segment.signals import CROSS_REFERENCE, locator_after
from cite.recognisers.text.typography import Typeset, unquoted

_FORMS = {
    "ibid": "ibid", "opcit": "op-cit", "loccit": "loc-cit", "aao": "op-cit", "supra": "supra", "nn": "supra", "id": "id",
}  # fmt: skip
_NAMES_AND_PAGE = re.compile(
    r"(?P<names>[^\d“\"‘]{2,80}?),\s*(?:at\s+|pp?\.\s*)?(?P<pin>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)\.?"
)
_REPORTER = r"(?P<volume>\d{1,4})\s+[A-Z][\w.’' ]{1,25}?"
_SHORT_CASE = re.compile(
    rf"(?P<name>[A-Z][\w.’' ]{{2,60}}?),\s+{_REPORTER}\s+at\s+(?P<pin>\d{{1,5}}(?:[-–]\d+)?)\.?"
)
_EARLIER_NOTE = re.compile(
    r"(?:\(?\d{4}\)?[\s,]*)?\(?\s*(?:nn?\.?|(?:foot)?note|Fn\.|Anm\.|supra note)\s?(?P<label>\d{1,4})\)?",
    re.IGNORECASE,
)
_SAME = any_of("same_author", Script.LATIN, Script.CYRILLIC, Script.ARABIC)
_SAME_AUTHOR = re.compile(
    rf"^(?:(?:ders|dies|derselbe|dieselbe|idem|id|eadem)\b|{_SAME})\.?[,:]?\s*", re.IGNORECASE
)
_BY_THE_SAME = re.compile(
    rf"\W{{0,2}}(?P<word>(?:ders|dies|id|ead|iid)\.|derselbe|dieselben?|idem|eadem|iidem|{_SAME})(?:\W{{0,2}}[,:]|\.?)\s+(?=\S)",
    re.IGNORECASE,
)


def by_the_same(text: str) -> re.Match[str] | None:
    """`ders., `, `Idem, `: another work, by the author of the one before it; `word` is the pronoun."""
    return _BY_THE_SAME.match(text)


_WITHIN = re.compile(r"[\s,.]{1,3}(?:in|In|in:|In:)\s+(?P<names>[^“”\"‘;]{2,90}?)[\s,(]*$")


def container_begins(part: Typeset) -> int | None:
    """Where the volume begins that a titled work stands in and that is named by pointing back.

    `J. Wood, ‘On Fences’ in Rowe, op. cit., n. 7`: a title, `in`, names, and a word that points back.
    """
    reference = CROSS_REFERENCE.search(part.text)
    within = _WITHIN.search(part.text, 0, reference.start()) if reference else None
    if within is None or not could_be_names(within["names"]):
        return None
    marks = (*part.quotes, *part.italics)
    titled = any(mark.end <= within.start() + 2 for mark in marks)
    return within.start("names") if titled else None


def names_and_page(text: str) -> re.Match[str] | None:
    """`Doe and Roe, 17.`: a short form of nothing but names and a page."""
    match = _NAMES_AND_PAGE.fullmatch(text.strip())
    return match if match and could_be_names(match["names"]) else None


def short_case(text: str) -> re.Match[str] | None:
    """`Vinson, 477 U.S. at 60`: a case named again by its report."""
    return _SHORT_CASE.match(text.strip())


def read_cross_reference(part: Typeset, span: Span, signal: str) -> CrossReference:
    """What a piece that points back says; it has no target yet."""
    if script_of(part.text) is Script.EAST_ASIAN:
        return read_reference(part.text, span, signal)
    match = CROSS_REFERENCE.search(part.text)
    if match is None:
        return _short(part.text, span, signal)
    before = part.text[: match.start()]
    title = _title_before(part, match)
    if title:
        before = before.split(title)[0]
    before = (
        _SAME_AUTHOR.sub("", before.strip(" ,;:،“”\"'‘’(*."))
        if not title
        else before.strip(" ,;:“”\"'‘’(*")
    )
    before = re.sub(r",?\s*\(?(?:eds?|Hrsg)\.?\)?$|[’']s$", "", before)
    names = split_names(before) if before and could_be_names(before) else ()
    if before and not names and not title:
        names, title = _names_and_plain_title(before)
    locator, end = locator_after(part.text[match.end() :])
    trailing = part.text[match.end() + end :].strip(" .,;)")
    found = CrossReference(
        next(form for group, form in _FORMS.items() if match[group] is not None),
        span, signal, locator, trailing, names, title, match["label"] or match["label2"] or "",
    )  # fmt: skip
    return _with_note(found)


def _short(text: str, span: Span, signal: str) -> CrossReference:
    if case := short_case(text):
        return CrossReference("short", span, signal, pages(case["pin"]), title=case["name"])
    short = names_and_page(text)
    names = split_names(short["names"]) if short else ()
    return CrossReference("short", span, signal, pages(short["pin"]) if short else "", names=names)


def _title_before(part: Typeset, match: re.Match[str]) -> str:
    for span in (*part.quotes, *part.italics):
        if span.end <= match.start() + 1:
            return unquoted(part.text[span.start : span.end]).strip(" ,.")
    return ""


def _names_and_plain_title(before: str) -> tuple[tuple[Name, ...], str]:
    """`Knuth, Donald, Literate Programming`: as many chunks as can be names, then a short title."""
    chunks = before.split(", ")
    for at in range(len(chunks) - 1, 0, -1):
        names = ", ".join(chunks[:at])
        if could_be_names(names) and len(names.split()) <= 6:
            return split_names(names), ", ".join(chunks[at:])
    return (), before if len(before.split()) <= 8 else ""


def _with_note(found: CrossReference) -> CrossReference:
    """`op. cit. (n. 3), 45`: the note named behind the form, and the pinpoint behind the note."""
    if found.label or found.locator or not found.trailing:
        return found
    note = _EARLIER_NOTE.match(found.trailing)
    if not note:
        return found
    locator, end = locator_after(found.trailing[note.end() :])
    rest = found.trailing[note.end() + end :].strip(" .,;)")
    return replace(found, label=note["label"], locator=locator, trailing=rest)
