"""Who wrote, edited and translated."""

import re

from cite.model.document import Span
from cite.model.references import Name
from cite.recognisers.draft import Draft
from cite.recognisers.names import could_be_names, split_names

_EDITORS_AFTER = re.compile(
    r"[\s,(]*(?:\(?\s*(?:ed\.|eds\.|eds?|edited)\s+(?:by\s+)?|hrsg\.\s+(?:von\s+)?)(?P<names>[^()\d:;]{4,250}?)(?=\s*(?:[(;:\d]|$|\.\s|,\s*(?:\d|vol|pp?\.|[A-Z][\w.]+:|trans)))",
    re.IGNORECASE,
)
_EDITORS_BEFORE = re.compile(
    r"(?:^|[\s,])(?:in:?\s+)?(?P<names>[A-ZÀ-Ž][^()\d:;“”\"]{3,200}?)[\s,]*\(?\b[Ee]ds?\b\.?\)?,?\s*$"
)
_TRANSLATORS = re.compile(
    r"\b(?:trans\.|translated|tr\.)\s*(?:by\s+)?(?P<names>[A-ZÀ-Ž][^()\d:;,]{4,120}?)(?=\s*(?:[,(;:]|$|\.\s))"
)


def read_authors(draft: Draft) -> None:
    """Who stands before the title."""
    title = draft.title
    text = draft.text[: title.start]
    offset = len(text) - len(text.lstrip(" ,"))
    head = text.strip(" ,:;.\u00a0")
    year = re.search(r"[\s,.]*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,:]?\s*$", text)
    if year:
        draft.put("year", int(year["year"]), Span(*year.span("year")))
        head = text[: year.start()].strip(" ,:;.")
    if not head:
        return
    editors = re.search(r"[,\s(]+\(?\b(?:eds?|hrsg)\b\.?\)?\.?$", head, re.IGNORECASE)
    if could_be_names(head) and (names := split_names(head)):
        draft.put("editor" if editors else "author", names, Span(offset, offset + len(head)))
    elif names := _trailing_names(head):
        where = text.rfind(head.split(". ")[-1])
        draft.put("author", names, Span(where, where + len(head.split(". ")[-1])))
    draft.use(Span(0, title.start))


def _trailing_names(head: str) -> tuple[Name, ...]:
    """Names at the end of a longer introduction: `… a quotation. Jane Doe`."""
    last = re.split(r"(?<=[.:”\"])\s+", head)[-1]
    return split_names(last) if last != head and could_be_names(last) else ()


def read_editors_and_translators(draft: Draft) -> None:
    """Who stands behind it, or between title and container."""
    after = draft.title.end
    text = draft.rest(after)
    if match := _EDITORS_AFTER.match(text) or _EDITORS_AFTER.search(text):
        if names := split_names(match["names"]):
            draft.put(
                "editor", names, Span(after + match.start("names"), after + match.end("names"))
            )
            draft.use(Span(after + match.start(), after + match.end()))
    if "booktitle" in draft.spans and "editor" not in draft.fields:
        start, end = draft.spans["title"].end, draft.spans["booktitle"].start
        between = draft.text[start:end]
        if (found := _EDITORS_BEFORE.search(between)) and (
            names := split_names(re.sub(r"^in:?\s+", "", found["names"]))
        ):
            draft.put(
                "editor", names, Span(start + found.start("names"), start + found.end("names"))
            )
    if (match := _TRANSLATORS.search(text)) and could_be_names(match["names"]):
        draft.put(
            "translator",
            split_names(match["names"]),
            Span(after + match.start("names"), after + match.end("names")),
        )
        draft.use(Span(after + match.start(), after + match.end()))
