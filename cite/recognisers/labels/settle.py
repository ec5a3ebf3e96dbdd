"""A citation read by its labels, settled: what no label says, and the whole of it does."""

import re
from collections.abc import Callable

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import ENGLISH_SEASONS, YEAR, either


def settle(draft: Draft) -> None:
    """What the labels leave for the whole to say."""
    for step in _STEPS:
        step(draft)


_PAGE_RANGE = re.compile(r"\d+–\d+")


def _own_pages(draft: Draft) -> None:
    """A range is the pages of an article or a chapter where nothing else is: a pinpoint stands beside them."""
    if _has(draft, "pages") or not _has(draft, "journal", "booktitle"):
        return
    if _PAGE_RANGE.fullmatch(draft.locator):
        at = draft.text.rfind(draft.locator.split("–")[0])
        draft.put("pages", draft.locator, Span(at, at + len(draft.locator)))
        draft.locator = ""


_EDITION = r"\d{1,2}(?:st|nd|rd|th|e|ª|\.)?|[Rr]ev(?:ised)?"
_LAST_EDITION = re.compile(
    rf"[.,(]\s*(?P<edition>{_EDITION})\.?\s*{either('ed | edn | edition | aufl | éd')}\.?$"
)
_LAST_SEASON = re.compile(rf",\s*{either(ENGLISH_SEASONS)}$")


def _without_tails(draft: Draft) -> None:
    """An edition behind a title, a season behind a periodical: labels take them along where a stop is all there is."""
    _without_tail(draft, "title", _LAST_EDITION)
    _without_tail(draft, "booktitle", _LAST_EDITION)
    _without_tail(draft, "journal", _LAST_SEASON)
    if "title" in draft.spans:
        draft.title = draft.spans["title"]


def _without_tail(draft: Draft, name: str, pattern: re.Pattern[str]) -> None:
    value, span = draft.fields.get(name), draft.spans.get(name)
    match = pattern.search(value) if isinstance(value, str) else None
    if not isinstance(value, str) or span is None or match is None or not match.start():
        return
    printed = draft.text[span.start : span.end]
    kept = len(printed) - (len(value) - match.start())
    draft.fields[name] = value[: match.start()]
    draft.spans[name] = Span(span.start, span.start + kept)
    if edition := match.groupdict().get("edition"):
        at = span.start + printed.rfind(edition)
        draft.put("edition", edition, Span(at, at + len(edition)))


_THESIS = re.compile(
    r"\b(?:thèse de|doctoral (?:thesis|dissertation)|Ph\.?\s?D\.? (?:thesis|diss)|tesis doctoral)",
    re.IGNORECASE,
)


def _said_to_be_a_thesis(draft: Draft) -> None:
    if not draft.entry_type and _THESIS.search(draft.text):
        draft.entry_type = "phdthesis"


def _body_before_title(draft: Draft) -> None:
    """A publisher before the title is the body that wrote the work."""
    span, title = draft.spans.get("publisher"), draft.spans.get("title")
    if span and title and span.end <= title.start and not _has(draft, "author", "editor"):
        body = str(draft.fields["publisher"])
        _rename(draft, "publisher", "author")
        draft.fields["author"] = (Name(literal=body),)


_MEETING_WORD = either(
    "Proc | Proceedings | Conf | Conference | Symp | Symposium | Workshop | Congress | Colloquium | Meeting | meeting | "
    "Advances in Neural"
)
_MEETING = re.compile(rf"\b{_MEETING_WORD}\b|^[A-Z]{{3,}}(?:[’'-]?\s?\d{{2,4}})?$")
"""`Proc. of the …`, `SIGIR’09`."""


def _numbered_book(draft: Draft) -> None:
    """What has issues and nothing that books have is a periodical, unless it is a meeting."""
    numbered = _has(draft, "number") and _has(draft, "booktitle")
    if numbered and not _has(draft, "editor", "publisher", "address", "edition"):
        if not _MEETING.search(str(draft.fields["booktitle"])):
            _rename(draft, "booktitle", "journal")


_PRINTED = (
    "journal", "booktitle", "address", "edition", "volume", "pages", "isbn", "doi", "institution",
)  # fmt: skip
"""What the web does without."""


def _kind(draft: Draft) -> None:
    """What kind of work it is, and what its publisher is called there."""
    if draft.entry_type.endswith("thesis") and _has(draft, "publisher"):
        _rename(draft, "publisher", "school")
    elif draft.entry_type == "techreport" and _has(draft, "publisher"):
        _rename(draft, "publisher", "institution")
    elif _has(draft, "url", "eprint") and _has(draft, "title") and not _has(draft, *_PRINTED):
        draft.entry_type = draft.entry_type or "online"
    elif _MEETING.search(str(draft.fields.get("booktitle", ""))):
        draft.entry_type = draft.entry_type or "inproceedings"


_EDITORS = re.compile(
    r"[\s,(\[]*(?:eds?|editors?|hrsg|hgg?|dirs?|coords?|comps?|orgs?|red|a cura di)\b(?!\w)",
    re.IGNORECASE,
)


def is_followed_by_editors(text: str, end: int) -> bool:
    """Whether names that end there are said to be editors: `Doe (ed.)`."""
    return bool(_EDITORS.match(text, end))


def _editor_twice_named(draft: Draft) -> None:
    """An editor who is the author, with no word for an editor beside the name, is none."""
    fields = draft.fields
    if not _has(draft, "editor") or fields["editor"] != fields.get("author"):
        return
    span = draft.spans.get("editor", Span(0, 0))
    around = draft.text[max(0, span.start - 14) : span.start], draft.text[span.end : span.end + 8]
    if not _EDITORS.search("|".join(around)):
        del fields["editor"], draft.spans["editor"]


_YEARS = re.compile(rf"({YEAR})[–-]{YEAR}")
"""Of a work in several volumes: no page was meant."""


def _years_for_pages(draft: Draft) -> None:
    years = _YEARS.fullmatch(str(draft.fields.get("pages", "")))
    if years and not _has(draft, "year"):
        draft.put("year", int(years[1]), draft.spans["pages"], draft.confidence.get("pages", 1.0))
        del draft.fields["pages"], draft.spans["pages"]


def _book_alone(draft: Draft) -> None:
    """A container of nothing is the work itself."""
    if _has(draft, "booktitle") and not _has(draft, "title", "journal"):
        _rename(draft, "booktitle", "title")


_STEPS: tuple[Callable[[Draft], None], ...] = (
    _own_pages,
    _without_tails,
    _said_to_be_a_thesis,
    _body_before_title,
    _numbered_book,
    _kind,
    _editor_twice_named,
    _years_for_pages,
    _book_alone,
)
"""In order: what is concluded last rests on what was settled before."""


def _has(draft: Draft, *names: str) -> bool:
    """Whether any of some fields is known."""
    return not draft.fields.keys().isdisjoint(names)


def _rename(draft: Draft, old: str, new: str) -> None:
    value, span = draft.fields.pop(old), draft.spans.pop(old)
    draft.put(new, value, span, draft.confidence.pop(old, 1.0))
