"""Chinese and Japanese citations: brackets of their own say what is a title, one character what is a page.

`王明：《港口史》，北京：商务书局，1998年，第45页。`, `佐藤花子「漁民の生活」『歴史学研究』第712号、1998年、45-60頁`,
and the codes of the Chinese standard GB/T 7714: `黄强. 海关史[M]. 北京: 人民出版社, 1991: 77.`
"""

import re
from dataclasses import dataclass

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.numbers import pages
from cite.recognisers.languages.known import any_of, words_of
from cite.recognisers.languages.language import Script
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import YEAR

_EAST = Script.EAST_ASIAN
_WIDE = str.maketrans(
    "，：；（）［］〔〕。．—–－～〜０１２３４５６７８９　",
    ",:;()[][]..-----0123456789 ",
)


def narrow(text: str) -> str:
    """The text with its fullwidth punctuation and figures made narrow, character by character."""
    return text.translate(_WIDE)


_BOOK = r"《(?P<b>[^《》]{1,200}(?:《[^《》]{1,100}》[^《》]{0,100})*)》"
_ARTICLE = r"「(?P<q>[^「」]{1,200}(?:「[^「」]{1,100}」[^「」]{0,100})*)」"
_MARKS = re.compile(rf"{_BOOK}|『(?P<c>[^『』]{{1,200}})』|{_ARTICLE}|〈(?P<a>[^〈〉]{{1,200}})〉")


@dataclass(frozen=True, slots=True)
class Mark:
    """A title in its brackets."""

    kind: str
    """`《`, `『`, `「` or `〈`."""
    whole: Span
    inner: Span


def titles_in(text: str) -> list[Mark]:
    """The titles in their brackets, in order."""
    return [
        Mark(match[0][0], Span(*match.span()), Span(match.start() + 1, match.end() - 1))
        for match in _MARKS.finditer(text)
    ]


_EDITORS = any_of("editors", _EAST)
_TRANSLATORS = any_of("translated_by", _EAST)
_ROLES = re.compile(
    rf"(?P<names>[^,:;()]{{2,60}}?)\s?(?:(?P<editor>{_EDITORS})|(?P<translator>{_TRANSLATORS})|(?P<author>著|撰|等著))"
)
_PAGE = any_of("pages", _EAST)
_FIGURES = r"\d{1,5}(?:\s?-+\s?\d{1,5})?"
_PAGES = re.compile(
    rf"(?:第|pp?\.\s?)?\s?(?P<pages>{_FIGURES}(?:[,、]\s?{_FIGURES})*)\s?(?P<word>{_PAGE})(?:以下|以降)?"
)
_ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "民国": 1911,
    "民國": 1911,
}
_ERA = r"(?P<era>明治|大正|昭和|平成|令和|民国|民國)\s?(?P<count>\d{1,3}|元)"
_DAY = r"\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[日일]"
_MONTH_AND_DAY = rf"\s?(?P<month>1[0-2]|0?[1-9])\s?[月월](?:{_DAY})?"
_DATE = re.compile(rf"(?:(?P<year>{YEAR})|{_ERA})\s?[年년](?:{_MONTH_AND_DAY})?(?:度|版|初版|刊)?")
_BARE_YEAR = re.compile(
    r"(?<![\d-])(?P<year>(?:1[4-9]|20)\d\d)(?![\d-])(?P<era>(?!))?(?P<month>(?!))?(?P<day>(?!))?"
)
"""A year without its word, where no date has one; the other parts of a date are then never there."""
_ACCESSED = any_of("accessed", _EAST)
_WRITTEN_DATE = r"\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]"
_SEEN = re.compile(
    rf"(?:{_ACCESSED}\s?:?\s*)(?P<a>{_WRITTEN_DATE}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
    rf"|(?P<b>{_WRITTEN_DATE})\s?(?:に)?(?:{_ACCESSED})|\[(?P<c>\d{{4}}-\d{{2}}-\d{{2}})\]"
)
_VOLUME = re.compile(
    r"(?:第\s?)?(?P<volume>[上中下]|\d{1,4}|[一二三四五六七八九十百]{1,4})\s?(?P<unit>卷|巻|册|冊|辑|輯|集|권|집)"
)
_COUNT = r"\d{1,5}(?:[-/・]\d{1,5})?|[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(rf"(?:第\s?|(?<=[年卷巻,、(])\s?)?(?P<number>{_COUNT})\s?(?:期|号|號|호)")
_EDITION = re.compile(
    r"(?:第\s?)?(?P<edition>\d{1,2}|[一二三四五六七八九十]{1,2}|修订|修訂|增订|増補|増訂|改訂|新)版"
)
_DOCTORAL, _MASTERS = any_of("doctoral", _EAST), any_of("masters", _EAST)
_THESIS = re.compile(rf"(?:未刊|未公刊)?(?:(?P<doctor>{_DOCTORAL})|(?P<master>{_MASTERS}))")
_CONTAINER = re.compile(rf"(?:{any_of('container', _EAST)})")
_PERIODICAL = re.compile(rf"(?:{any_of('periodicals', _EAST)})$")
_HOUSE = re.compile(rf"(?:{any_of('houses', _EAST)})$")
_PLACES = frozenset(words_of("places", _EAST))
_BODY = re.compile(rf"(?:{any_of('bodies', _EAST)})")
_CODE = r"(?P<code>[MJCDNRSPGZA]|EB|DB|CP)(?:/OL|/CD)?"
_GB_T = re.compile(
    r"\s*(?:\[\d{1,3}\]\s*)?(?P<author>[^.\[\]《》]{2,120})\.\s?(?P<title>[^\[\]]{2,200}?)\s?"
    rf"\[{_CODE}\](?P<rest>.*)$",
    re.DOTALL,
)


def has_east_asian_form(text: str) -> bool:
    """Whether a stretch has the form of a citation: a title in brackets, or a code of the standard."""
    return bool(_MARKS.search(text)) or bool(_GB_T.match(narrow(text)))


def read_east_asian(draft: Draft) -> bool:
    """A citation in Chinese or Japanese; False where it has no title in brackets and no code."""
    text = narrow(draft.rest())
    _accessed(draft, text)
    text = narrow(draft.rest())
    if standard := _GB_T.match(text):
        _by_the_standard(draft, text, standard)
        return True
    marks = titles_in(text)
    if not marks or marks[0].whole.start > 200:
        return False
    title = marks[0]
    head = text[: title.whole.start]
    if not head.strip(" ,:、") and _day_of_a_paper(draft, text, title):
        return True
    _people(draft, text, 0, title.whole.start, "author")
    _put(draft, "title", title.inner)
    draft.title = title.whole
    draft.use(title.whole)
    at = _behind_the_title(draft, text, title.whole.end)
    if periodical := _PLAIN_PERIODICAL.match(text, at):
        _put(draft, "journal", Span(*periodical.span("journal")))
        draft.container = Span(*periodical.span("journal"))
        at = periodical.end("journal")
    second = next((mark for mark in marks[1:] if not draft.used[mark.whole.start]), None)
    if second and _stands_in(text, at, second):
        at = _contained(draft, text, at, second, title)
    _imprint(draft, text, at)
    draft.use(Span(0, len(text)))
    _settle(draft)
    return True


_PLAIN_PERIODICAL = re.compile(r"\s?(?P<journal>[^\d\s,、:;()《》『』「」]{2,24})(?=\d{1,4}巻)")
"""`「民法の解釈」法学協会雑誌68巻4号`: a law journal without brackets."""


def _put(draft: Draft, name: str, span: Span, value: str | int | None = None) -> None:
    draft.put(name, draft.text[span.start : span.end] if value is None else value, span)


def _accessed(draft: Draft, text: str) -> None:
    """When an address was seen: `2021年5月3日访问`, `最終閲覧日：2021年5月3日`."""
    if match := _SEEN.search(text):
        found = match["a"] or match["b"] or match["c"]
        year, month, day = map(int, re.findall(r"\d+", found))
        draft.put("urldate", f"{year:04d}-{month:02d}-{day:02d}", Span(*match.span()))


def _day_of_a_paper(draft: Draft, text: str, title: Mark) -> bool:
    """`『朝日新聞』2004年3月12日、9面`: a newspaper of a day, and no headline."""
    date = _DATE.match(text, title.whole.end)
    if not date or not date["day"]:
        return False
    _put(draft, "journal", title.inner)
    draft.title = draft.container = title.whole
    draft.entry_type = "article"
    _date(draft, text, date)
    _pages(draft, text, date.end(), article=True)
    draft.use(Span(0, len(text)))
    return True


def _people(draft: Draft, text: str, start: int, end: int, otherwise: str) -> None:
    """Who is named in a stretch, and what they did; where it is not said, they are `otherwise`."""
    for match in re.finditer(r"[^,:;()]+", text[start:end]):
        at = start + match.start()
        part = match[0]
        lead = _CONTAINER.match(part.lstrip(" 、"))
        if lead:
            skip = len(part) - len(part.lstrip(" 、")) + lead.end()
            at, part = at + skip, part[skip:]
        country = re.match(r"\s*\[[^\[\]]{1,4}\]\s*", part)
        if country:
            at, part = at + country.end(), part[country.end() :]
        if not part.strip(" 、") or re.search(r"\d", part) or len(part) > 80:
            continue
        if (
            re.fullmatch(r"[\u3400-\u9fff]{1,2}", part)
            and text[at - 1 : at] == "("
            and text[at + len(part) : at + len(part) + 1] == ")"
        ):
            continue  # the country an author is of
        role = _ROLES.fullmatch(part.strip(" 、"))
        name = otherwise
        words = part
        if role and role["names"]:
            name = "editor" if role["editor"] else "translator" if role["translator"] else "author"
            words = role["names"]
        where = at + part.index(words.strip(" 、"))
        names = names_of(draft.text[where : where + len(words.strip(" 、"))])
        if names:
            draft.put(name, names, Span(where, where + len(words.strip(" 、"))))


_OTHERS = re.compile(rf"\s?(?:{any_of('others', _EAST)})$")
_KATAKANA = re.compile(r"[\u30a0-\u30fa\u30fc-\u30ff]")


def names_of(text: str) -> tuple[Name, ...]:
    """Names in their own order, each whole: which characters are the family's is not to be seen."""
    text = text.strip(" 、,")
    others = _OTHERS.search(text)
    if others and others.start() > 1:
        text = text[: others.start()]
    parts = [
        part
        for part in re.split(
            r"[、,，]|(?<=[\u3400-\u9fff])(?:和|与|與|及)(?=[\u3400-\u9fff]{2})", text
        )
        if part.strip()
    ]
    found: list[Name] = []
    for part in parts:
        people = [part] if _KATAKANA.search(part) else re.split("・", part)
        found += [Name(literal=one.strip()) for one in people if one.strip()]
    if others and others.start() > 1 and found:
        found.append(Name(literal="others"))
    return tuple(found)


def _behind_the_title(draft: Draft, text: str, at: int) -> int:
    """Volume, edition and translators that follow the title at once; where they end."""
    volume = re.compile(r"[\s,、(]*" + _VOLUME.pattern + r"\)?(?!第?\d+[期号號])").match(text, at)
    if volume:
        span = Span(*volume.span("volume"))
        whole = volume["volume"] in "上中下"
        span = Span(span.start, volume.end("unit")) if whole else span
        _put(draft, "volume", span)
        at = volume.end()
    edition = re.compile(r"[\s,、(]*" + _EDITION.pattern + r"\)?").match(text, at)
    if edition:
        _put(draft, "edition", Span(*edition.span("edition")))
        at = edition.end()
    return at


def _stands_in(text: str, at: int, second: Mark) -> bool:
    return second.whole.start - at < 80 and not re.search(
        r"\d{4}|[;.]", text[at : second.whole.start]
    )


def _contained(draft: Draft, text: str, at: int, second: Mark, title: Mark) -> int:
    """The periodical or the book that a title stands in, with the editors named before it; where it ends."""
    between = text[at : second.whole.start]
    after = text[second.whole.end : second.whole.end + 40]
    edited = bool(_ROLES.search(between.strip(" ,、:") + "")) and bool(between.strip(" ,、:"))
    led = bool(_CONTAINER.match(between.strip(" ,、")))
    numbered = bool(
        re.match(
            r"[\s,、(]*(?:(?:\d{4}年)?(?:第?\s?\d+\s?(?:期|号|號|卷|巻)|\d{4}年\d+月)|第?\d+(?:卷|巻)|Vol)",
            after,
        )
    )
    periodical = bool(_PERIODICAL.search(draft.text[second.inner.start : second.inner.end]))
    behind = bool(re.match(r"[\s,、(]*(?:所収|収録)", after))
    housed = not _ISSUE_BEHIND.match(after) and _names_a_house(text[second.whole.end :])
    book = edited or (led and not numbered) or behind or housed or not (numbered or periodical)
    if edited:
        _people(draft, text, at, second.whole.start, "editor")
    _put(draft, "booktitle" if book else "journal", second.inner)
    draft.container = second.whole
    draft.use(second.whole)
    return _behind_the_title(draft, text, second.whole.end) if book else second.whole.end


_ISSUE_BEHIND = re.compile(r"[\s,、(]*(?:\d{4}年)?第?\s?\d+\s?(?:期|号|號)")


def _names_a_house(text: str) -> bool:
    """Whether some part of an imprint is a publishing house."""
    return any(_HOUSE.search(part.strip()) for part in re.split(r"[,、:;()]", text))


def _imprint(draft: Draft, text: str, at: int) -> None:
    """Everything behind titles: dates, numbers, pages, schools, places and houses."""
    rest = list(text)
    rest[:at] = " " * at

    def blank(span: tuple[int, int]) -> None:
        rest[span[0] : span[1]] = "," * (span[1] - span[0])

    article = "journal" in draft.fields
    for mark in titles_in("".join(rest)):
        blank((mark.whole.start, mark.whole.end))
    if seen := _SEEN.search("".join(rest)):
        blank(seen.span())
    if thesis := _THESIS.search("".join(rest)):
        draft.entry_type = "phdthesis" if thesis["doctor"] else "mastersthesis"
        blank(thesis.span())
    if date := _DATE.search("".join(rest)) or _BARE_YEAR.search("".join(rest)):
        _date(draft, text, date)
        blank(date.span())
    if article:
        if volume := _VOLUME.search("".join(rest)):
            _put(draft, "volume", Span(*volume.span("volume")))
            blank(volume.span())
        if number := _NUMBER.search("".join(rest)):
            _put(draft, "number", Span(*number.span("number")))
            blank(number.span())
    if found := _pages(draft, "".join(rest), at, article):
        blank(found)
    _place_and_house(draft, "".join(rest))


def _date(draft: Draft, text: str, match: re.Match[str]) -> None:
    span = Span(*match.span())
    if match["year"]:
        year = int(match["year"])
    else:
        year = _ERAS[match["era"]] + (1 if match["count"] == "元" else int(match["count"]))
    draft.put("year", year, span)
    draft.put("month", int(match["month"] or 0), span)
    draft.put("day", int(match["day"] or 0), span)


def _pages(draft: Draft, text: str, at: int, article: bool) -> tuple[int, int] | None:
    """Pages of an article or a chapter given as a range, else a pinpoint; where they stand."""
    match = _PAGES.search(text, at)
    if not match:
        return None
    value = pages(re.sub(r"-+", "-", match["pages"].replace("、", ",").split(",")[0]))
    ranged = "–" in value
    if article or ("booktitle" in draft.fields and ranged):
        draft.put("pages", value, Span(*match.span("pages")))
    else:
        draft.locator = ", ".join(
            pages(re.sub(r"-+", "-", one)) for one in re.split("[,、]", match["pages"])
        )
    return match.span()


def _place_and_house(draft: Draft, text: str) -> None:
    """`北京:商务书局`, `(東京:海洋書房`, `岩波書店`: the place before a colon, the house, translators, a school."""
    for match in re.finditer(r"[^,;、()./\s]+", text):
        words = match[0].strip(":")
        at = match.start() + match[0].index(words) if words else match.start()
        if not words or not re.search(r"[^\W\d_]", words) or draft.used[at]:
            continue
        if _is_listed_before_a_role(text, match.end()):
            continue
        role = _ROLES.fullmatch(words)
        place, colon, house = words.partition(":")
        if draft.entry_type.endswith("thesis"):
            draft.put("school", draft.text[at : at + len(words)], Span(at, at + len(words)))
        elif role and not _HOUSE.search(words):
            name = "editor" if role["editor"] else "translator" if role["translator"] else "author"
            draft.put(
                name,
                names_of(_listed(draft, text, at, role["names"])),
                Span(at, at + len(role["names"])),
            )
        elif colon and house:
            _put(draft, "address", Span(at, at + len(place)))
            where = at + len(place) + 1
            _put(draft, "publisher", Span(where, where + len(house)))
        elif words in _PLACES:
            _put(draft, "address", Span(at, at + len(words)))
        elif _HOUSE.search(words) or _BODY.search(words) or "publisher" not in draft.fields:
            if len(words) > 1 and "journal" not in draft.fields and "url" not in draft.fields:
                _put(draft, "publisher", Span(at, at + len(words)))


_LISTED = re.compile(r"(?:、[^,;、().:/\s]{2,20})+")


def _is_listed_before_a_role(text: str, end: int) -> bool:
    """`高翔` in `高翔、许静译`: the role behind the last of a list is that of all."""
    listed = _LISTED.match(text, end)
    last = listed[0].rpartition("、")[2] if listed else ""
    return bool(_ROLES.fullmatch(last)) and not _HOUSE.search(last)


def _listed(draft: Draft, text: str, at: int, names: str) -> str:
    """The names before a role with those listed before them: `高翔、许静译`."""
    start = at
    while (
        start > 1
        and text[start - 1] == "、"
        and (found := re.search(r"[^,;、().:/\s]{2,20}$", text[: start - 1]))
    ):
        start = found.start()
    return draft.text[start : at + len(names)]


_CODES = {"M": "book", "J": "article", "D": "phdthesis", "N": "article", "R": "techreport", "C": "inproceedings", "G": "incollection", "A": "incollection", "EB": "online", "DB": "online", "P": "patent", "S": "standard"}  # fmt: skip
_SOURCE = re.compile(
    r"\s*//\s*(?:(?P<editor>[^.,:\[\]]{2,80})\.\s*)?(?P<book>[^.\[\]]{2,160})(?:\[[A-Z]\])?"
)
_ISO_DATE = r"(?P<year>\d{4})(?:-(?P<month>\d{2})-(?P<day>\d{2}))?"
_ISSUE = r"\((?P<number>\d{1,4}(?:[-/]\d{1,4})?)\)"
_PAGES_BEHIND = rf"(?:\s?:\s?(?P<pages>{_FIGURES}))?"
_SERIAL = re.compile(
    rf"[\s.]*(?P<journal>[^,.\[\]\d]{{2,80}}),\s?{_ISO_DATE}(?:,\s?(?P<volume>\d{{1,4}}))?\s?(?:{_ISSUE})?{_PAGES_BEHIND}"
)
_STANDARD_IMPRINT = re.compile(
    r"[\s.]*(?:(?P<address>[^:,.\[\]\d]{2,30})\s?:\s?)?(?P<publisher>[^,.:\[\]\d]{2,60})?,?\s?(?P<year>\d{4})?"
    rf"{_PAGES_BEHIND}"
)


def _by_the_standard(draft: Draft, text: str, found: re.Match[str]) -> None:
    """GB/T 7714: a code in brackets behind the title says what the work is."""
    at = found.start("author")
    draft.put("author", names_of(draft.text[at : found.end("author")]), Span(*found.span("author")))
    _put(draft, "title", Span(*found.span("title")))
    draft.title = Span(*found.span("title"))
    draft.entry_type = _CODES.get(found["code"], "misc")
    after = found.start("rest")
    source = _SOURCE.match(text, after)
    if source:
        if source["editor"]:
            draft.put(
                "editor",
                names_of(re.sub(rf"\s?(?:{_EDITORS})$", "", source["editor"])),
                Span(*source.span("editor")),
            )
        _put(draft, "booktitle", Span(*source.span("book")))
        after = source.end()
    pattern = _SERIAL if found["code"] in "JN" else _STANDARD_IMPRINT
    if match := pattern.match(text, after):
        for name in ("journal", "address", "publisher", "volume", "number"):
            if match.groupdict().get(name):
                _put(draft, name, Span(*match.span(name)))
        for name in ("year", "month", "day"):
            if match.groupdict().get(name):
                _put(draft, name, Span(*match.span(name)), int(match[name]))
        if match["pages"]:
            value = pages(re.sub(r"-+", "-", match["pages"]))
            if found["code"] in "JNCGA":
                draft.put("pages", value, Span(*match.span("pages")))
            else:
                draft.locator = value
    if found["code"] == "D" and "publisher" in draft.fields:
        draft.fields["school"] = draft.fields.pop("publisher")
        draft.spans["school"] = draft.spans.pop("publisher")
    draft.use(Span(0, len(text)))


def _settle(draft: Draft) -> None:
    """What kind of work it is, from what was found."""
    if draft.entry_type:
        return
    fields = draft.fields
    if "journal" in fields:
        draft.entry_type = "article"
    elif "booktitle" in fields:
        draft.entry_type = "incollection"
    elif ("url" in fields or "urldate" in fields) and "publisher" not in fields:
        draft.entry_type = "online"
    elif draft.text[draft.title.start] in "「〈" and "publisher" not in fields:
        draft.entry_type = "misc"
    else:
        draft.entry_type = "book"
