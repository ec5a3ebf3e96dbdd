"""Notes in Chinese and Japanese: where they part, what leads up to a citation, and what points back."""

import re
from itertools import pairwise

from cite.model.document import Span
from cite.model.entries import Name
from cite.model.references import CrossReference
from cite.recognisers.fields.numbers import pages
from cite.recognisers.forms.east_asian import has_east_asian_form, names_of, narrow, titles_in
from cite.recognisers.languages.known import any_of
from cite.recognisers.languages.language import Script

_EAST = Script.EAST_ASIAN
_SIGNAL = re.compile(rf"[\s,(]*(?:{any_of('signals', _EAST)})[\s:,]*")
_MIDDLE = re.compile(
    rf"(?<=[,;。.:）)])\s*(?:{any_of('signals', _EAST)})[\s:,]*(?=[^,;]{{1,40}}[:《「『])"
)
_IBID = re.compile(rf"\s*(?:{any_of('ibid', _EAST)})")
_CITED = re.compile(rf"(?:{any_of('cited', _EAST)})\s?[(]?(?P<label>\d{{1,4}})?[)]?")
_HIS = re.compile(r"前(?:引|揭)(?P<who>[\u3400-\u9fff]{2,4})(?:书|書|文|著)")
"""`前引陈寅恪书`: whose work was cited, within the words that say so."""
_PIN = re.compile(
    rf"(?:第|pp?\.\s?)?\s?(?P<pin>\d{{1,5}}(?:\s?-+\s?\d{{1,5}})?)\s?(?:{any_of('pages', _EAST)})"
)
_STOP = re.compile(r"[;。；]")
_LONGEST_BACK = 80
"""Characters of a piece that points back: names, a short title and a page."""


def parts_of(text: str) -> list[tuple[int, int]]:
    """Stretches between semicolons and full stops outside brackets, in order."""
    closed = {at for mark in titles_in(text) for at in range(mark.whole.start, mark.whole.end)}
    cuts = [match.start() for match in _STOP.finditer(text) if match.start() not in closed]
    bounds = [-1, *cuts, len(text)]
    found = []
    for before, stop in pairwise(bounds):
        start, end = before + 1, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def leading_words(text: str) -> int:
    """Where the words that lead up to a citation end; 0 where there are none."""
    match = _SIGNAL.match(narrow(text))
    return match.end() if match else 0


def middle_words(text: str) -> tuple[int, int] | None:
    """Where, behind an argument, a citation is led up to: where its words begin and end."""
    match = _MIDDLE.search(narrow(text))
    return match.span() if match else None


def cites(text: str) -> bool:
    """Whether a stretch cites a work: a title in brackets and what only citations have beside it."""
    plain = narrow(text)
    if not has_east_asian_form(text):
        return False
    marks = titles_in(text)
    if not marks:
        return True
    apparatus = re.search(
        rf"\d{{4}}\s?[年년]|年版|,\s?(?:1[4-9]|20)\d\d|{_PIN.pattern}|https?:|第?\d+(?:期|号|卷|巻)|(?:{any_of('doctoral', _EAST)})",
        plain[marks[0].whole.end :],
    )
    return bool(apparatus) or (marks[0].whole.start < 30 and len(plain) - marks[0].whole.end < 4)


def points_back(text: str) -> bool:
    """Whether a stretch names a work by pointing back at it."""
    plain = narrow(text)
    if _IBID.match(plain):
        return len(text) < _LONGEST_BACK
    return bool(_CITED.search(plain) or _HIS.match(plain)) and len(text) < _LONGEST_BACK


def read_reference(text: str, span: Span, signal: str) -> CrossReference:
    """What a piece that points back says: `同上，第46页`, `山田、前掲書、30頁`, `前掲注(3)12頁`."""
    plain = narrow(text)
    if ibid := _IBID.match(plain):
        return CrossReference("ibid", span, signal, _pin(plain[ibid.end() :]))
    if his := _HIS.match(plain):
        return CrossReference("op-cit", span, signal, _pin(plain), "", names_of(his["who"]))
    cited = _CITED.search(plain)
    if cited is None:
        return CrossReference("short", span, signal, _pin(plain))
    marks = titles_in(text)
    title = text[marks[0].inner.start : marks[0].inner.end] if marks else ""
    counted = plain[cited.end() : cited.end() + 1] in ("页", "頁")
    label = "" if counted else cited["label"] or ""
    locator = _pin(plain if counted else plain[cited.end() :])
    return CrossReference(
        "op-cit", span, signal, locator, "", _named(plain, text, cited), title, label
    )


def _pin(text: str) -> str:
    match = _PIN.search(text)
    return pages(re.sub(r"-+", "-", match["pin"])) if match else ""


def _named(plain: str, text: str, cited: re.Match[str]) -> tuple[Name, ...]:
    """Names before `前掲書` or between it and a title."""
    marks = titles_in(text)
    where = Span(0, cited.start())
    if not plain[: cited.start()].strip(" ,、:") and marks and marks[0].whole.start > cited.end():
        where = Span(cited.end(), marks[0].whole.start)
    words = re.split("[:：,，《「『]", text[where.start : where.end].strip(" ,、:，："))[0]
    return names_of(words) if words and not re.search(r"\d", words) else ()
