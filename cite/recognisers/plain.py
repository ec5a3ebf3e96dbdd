"""Authors and title in plain type: what the forms of law and the order of a bibliography make plain."""

import re

from cite.model.document import Span
from cite.recognisers.dates import find_dates
from cite.recognisers.draft import Draft
from cite.recognisers.law import law_article
from cite.recognisers.names import could_be_names
from cite.recognisers.numbers import pages

_STATUTE = re.compile(
    r"(?P<title>[^,;]{0,120}?)(?P<code>\b\d{1,3}\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§{1,2}|sec\.)?\s*[\d.–-]+)"
)
_REPORTED = re.compile(
    r"(?P<title>[^,;]{3,160}?\s+v\.?s?\.?\s+[^,;(\[]{2,120}?)[,\s]+(?:(?P<volume>\d{1,4})\s+(?P<reporter>[A-Z][\w.’' ]{1,25}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>[\d–-]+))?\s*\((?:[^()]*?)(?P<year>\d{4})\)|[\[(](?P<year2>\d{4})[\])]\s*(?P<neutral>(?:\d{1,3}\s+)?[A-Z][\w.() ]{0,30}?\s*\d{1,5}))"
)
_BLUE_ARTICLE = re.compile(
    r"(?P<head>.{5,300}?),\s*(?P<volume>\d{1,4})\s+(?P<journal>[A-Z][\w.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>\d{1,5}(?:[-–]\d+)?))?\s*\((?P<year>\d{4})\)"
)


_OSCOLA = re.compile(
    r"['’”\"]\s*,?\s*[(\[](?:1[6-9]|20)\d\d[)\]]\s*\d{0,3}\s*[A-Z][A-Za-z.&’' ]{0,60}?\s+\d"
)


def is_law(text: str) -> bool:
    """Whether it has a form that courts and law journals alone use."""
    return bool(
        _REPORTED.match(text)
        or _BLUE_ARTICLE.match(text)
        or _STATUTE.match(text)
        or _OSCOLA.search(text)
    )


def read_plain_title(draft: Draft) -> None:
    """Authors, title and what else stands before the imprint."""
    draft.title = _plain_title(draft)


def _plain_title(draft: Draft) -> Span:
    """No typography: what the forms of law and the order of a bibliography make plain."""
    text = draft.rest()
    if match := _REPORTED.match(text):
        draft.entry_type = "jurisdiction"
        draft.put("title", match["title"].strip(" ,"), Span(*match.span("title")))
        if match["year"]:
            draft.put("volume", match["volume"], Span(*match.span("volume")))
            draft.put("reporter", match["reporter"].strip(), Span(*match.span("reporter")))
            draft.put("pages", match["pages"], Span(*match.span("pages")))
            draft.put("year", int(match["year"]), Span(*match.span("year")))
            draft.locator = pages(match["pin"] or "")
        else:
            draft.put("number", match["neutral"].strip(), Span(*match.span("neutral")))
            draft.put("year", int(match["year2"]), Span(*match.span("year2")))
        draft.use(Span(*match.span()))
        return Span(0, match.end())
    if match := _BLUE_ARTICLE.match(text):
        law_article(draft, match, 0)
        head_end = match.end("head")
        return _head_title(draft, 0, head_end)
    if match := _STATUTE.match(text):
        draft.entry_type = "legislation"
        title = match["title"].strip(" ,.") or match["code"]
        draft.put("title", title, Span(*match.span("title")))
        draft.put("number", match["code"].strip(), Span(*match.span("code")))
        return Span(0, match.end())
    imprint = re.search(
        r"\((?:[^()]{2,80}:\s*[^()]{2,80}|[^()\d]{3,60}),?\s*(?:1[4-9]|20)\d\d\)", text
    )
    end = imprint.start() if imprint else _title_stop(text)
    return _head_title(draft, 0, end)


def _title_stop(text: str) -> int:
    """Where the title of plain text must have ended: before the first date, volume or address."""
    stops = [date.span.start for date in find_dates(text)]
    stops += [match.start() for match in re.finditer(r"\b(?:vol|no|pp?)\.\s*\d|\(\s*\d", text)]
    later = [stop for stop in stops if stop > 12]
    return min(later, default=len(text.rstrip()))


def _head_title(draft: Draft, start: int, end: int) -> Span:
    """Authors and title in plain type: leading chunks that can only be names, then the title."""
    text = draft.rest(start, end)
    year_first = re.match(
        r"(?P<names>[^()]{3,200}?)\s*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,:]?\s*", text
    )
    if year_first and could_be_names(year_first["names"]):
        draft.put("year", int(year_first["year"]), Span(*year_first.span("year")))
        at = year_first.end()
    else:
        at = _after_names(text)
    title_end = _chunk_end(text, at)
    title = text[at:title_end].strip(" ,.;:()")
    if title:
        first = text.find(title, at)
        draft.put("title", title, Span(start + first, start + first + len(title)))
        rest = text[title_end:].strip(" ,.")
        if (
            rest
            and re.match(r"[A-ZÀ-Ž]", rest)
            and "booktitle" not in draft.fields
            and len(rest) < 140
            and "journal" not in draft.fields
        ):
            where = text.find(rest, title_end)
            draft.fields.setdefault("container", rest)
            draft.spans["container"] = Span(start + where, start + where + len(rest))
    return Span(start + at, start + title_end)


def _after_names(text: str) -> int:
    """How far leading chunks are names; 0 where the text begins with its title."""
    end = 0
    for match in re.finditer(r"[,.:](?=\s)|\s(?=[“\"‘])", text):
        chunk = text[: match.start()]
        if len(chunk) > 300 or not could_be_names(chunk):
            if end or len(chunk) > 60:
                break
            continue
        if text[match.start()] == "." and re.search(r"\b[A-Z]$", chunk):
            continue
        end = match.end()
    return end


def _chunk_end(text: str, start: int) -> int:
    """The end of a title in plain type: a full stop or a comma that closes it."""
    for match in re.finditer(
        r"\.(?=\s+[A-Z(])|,(?=\s+(?:[A-Z][\w’']+\s?){1,6}(?:$|,|\()|\s+(?:in|edited|ed\.|trans\.|vol|no|pp?)\b)",
        text[start:],
    ):
        end = start + match.start()
        if end - start > 8 and not re.search(r"\b(?:[A-Z]|vs?|Dr|St|Mr|No|Vol)$", text[start:end]):
            return end
    return len(text)
