"""What kind of work the fields describe, and the names its fields then bear."""

import re

from cite.model.document import Span
from cite.recognisers.fields.imprint_words import is_periodical
from cite.recognisers.forms.archival import is_archival
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.vocabulary import either

_MEETING = either("Conference | Meeting | Symposium | Workshop | Congress")
_OF_A_MEETING = rf"Proceedings (?:of|from) (?:the )?(?:\d|[A-Z]\w* (?:\w+ )?{_MEETING}|[A-Z]{{3,}})"
_YEARLY = r"Proceedings of the (?:International|Annual|\w+ Annual|\w+th)"
_PROCEEDINGS = re.compile(
    rf"\b(?:{_OF_A_MEETING}|[Cc]onference|Symposium|Workshop|Proc\.|{_YEARLY})\b"
)
_SITES = (
    "Blog | blog | Wikipedia | YouTube | Twitter | Facebook | GitHub | Medium | Stack Overflow | StackOverflow | Vimeo | "
    "SoundCloud | Reddit | Substack"
)
_SITE = re.compile(rf"\b(?:{either(_SITES)}|\w+\.(?:com|org|net|io))\b")
_PREPRINT = re.compile(r"\b(?:arXiv|[Pp]reprint|SSRN|bioRxiv|medRxiv|SocArXiv|OSF)\b")


def conclude_type(draft: Draft) -> str:
    """What the fields make it."""
    fields = draft.fields
    if fields.get("type") in ("dataset", "software"):
        return str(fields["type"])
    if draft.entry_type:
        return draft.entry_type
    if _is_software(draft):
        return "software"
    if _is_newspaper_as_author(draft):
        _rename(draft, "author", "journal")
        fields["journal"] = draft.text[slice(*_bounds(draft, "journal"))].strip(" ,.")
    if "booktitle" in fields:
        return "inproceedings" if _PROCEEDINGS.search(str(fields["booktitle"])) else "incollection"
    if "journal" in fields:
        return _in_periodical(draft)
    if _is_newspaper_alone(draft):
        return "article"
    if "school" in fields:
        return "phdthesis"
    if is_archival(draft.text[draft.title.end :]) and "publisher" not in fields:
        return "misc"
    quoted = draft.title in draft.part.quotes
    if quoted:
        return "online" if "url" in fields or "urldate" in fields else "misc"
    if "publisher" in fields or "edition" in fields or "address" in fields or "isbn" in fields:
        return "book"
    return _without_publisher(draft)


def _is_software(draft: Draft) -> bool:
    """`*spaCy 2*, version 2.0.18, Explosion AI, 2017`: what has versions and stands in nothing."""
    return "version" in draft.fields and not {"journal", "booktitle", "edition"} & set(draft.fields)


def _is_newspaper_alone(draft: Draft) -> bool:
    """`*Leeds Mercury*, 6 March 1802.`: a newspaper of a day, and no headline."""
    fields = draft.fields
    return (
        draft.title in draft.part.italics
        and "day" in fields
        and not {"author", "editor", "publisher", "url", "number"} & set(fields)
        and len(str(fields["title"]).split()) < 6
    )


def _is_newspaper_as_author(draft: Draft) -> bool:
    """`Economist, ‘The Rule of Lawyers’, 12 March 2008`: who published it is named in the author's place."""
    names = draft.fields.get("author")
    single = isinstance(names, tuple) and len(names) == 1 and not names[0].given
    if not single or "journal" in draft.fields or "booktitle" in draft.fields:
        return False
    printed = draft.text[slice(*_bounds(draft, "author"))]
    return "day" in draft.fields and is_periodical(printed) and draft.title in draft.part.quotes


def _bounds(draft: Draft, name: str) -> tuple[int, int]:
    return draft.spans[name].start, draft.spans[name].end


def _in_periodical(draft: Draft) -> str:
    fields = draft.fields
    journal = str(fields["journal"])
    numbered = any(name in fields for name in ("volume", "number", "pages"))
    if _PROCEEDINGS.search(journal) and "volume" not in fields:
        return "inproceedings"
    if fields.get("type") in _ON_THE_WEB:
        return "online"
    if numbered or (is_periodical(journal) and not _SITE.search(journal)):
        return "article"
    on_the_web = "url" in fields or "urldate" in fields
    if _SITE.search(journal):
        return "online"
    if _PREPRINT.search(journal):
        return "misc" if not on_the_web else "online"
    if on_the_web and "doi" not in fields and not draft.locator:
        return "online"
    return "article"


_ON_THE_WEB = frozenset(("blog", "website", "web page", "podcast", "video", "post"))


def _without_publisher(draft: Draft) -> str:
    fields = draft.fields
    if "institution" in fields:
        return "techreport"
    author = fields.get("author")
    corporate = (
        isinstance(author, tuple)
        and bool(author)
        and bool(author[0].literal)
        and author[0].literal != "others"
    )
    if "month" in fields or corporate:
        undated = "url" in fields and "year" not in fields
        return "online" if "urldate" in fields or undated else "techreport"
    if "url" in fields and "year" not in fields:
        return "online"
    return "book" if author or "editor" in fields else "misc"


def name_fields(draft: Draft, entry_type: str) -> None:
    """Names of fields as their entry type has them."""
    fields = draft.fields
    if entry_type == "article" and "journal" not in fields and "title" in fields:
        _rename(draft, "title", "journal")
    if entry_type == "article":
        _page_of_a_newspaper(draft)
    if entry_type == "inproceedings" and "journal" in fields:
        _rename(draft, "journal", "booktitle")
    if entry_type == "online" and "journal" in fields:
        _rename(draft, "journal", "organization")
    if entry_type == "techreport" and "institution" not in fields:
        author = fields.get("author")
        if "publisher" in fields:
            _rename(draft, "publisher", "institution")
        elif isinstance(author, tuple) and len(author) == 1 and author[0].literal:
            fields["institution"] = author[0].literal
            draft.spans["institution"] = draft.spans["author"]
    if entry_type in ("online", "misc") and "institution" in fields:
        _rename(draft, "institution", "organization")


_PAGE_OF_A_NEWSPAPER = re.compile(r"[A-Z]?\d{1,3}[A-Z]?(?:–[A-Z]?\d{1,3})?")


def _page_of_a_newspaper(draft: Draft) -> None:
    """Of what appeared on a day, without a volume, a page alone is where it stands and no pinpoint."""
    dated = "day" in draft.fields and not {"volume", "pages"} & set(draft.fields)
    if dated and _PAGE_OF_A_NEWSPAPER.fullmatch(draft.locator):
        at = draft.text.rfind(draft.locator[:2])
        draft.put("pages", draft.locator, Span(at, at + len(draft.locator)))
        draft.locator = ""


def _rename(draft: Draft, old: str, new: str) -> None:
    value = draft.fields.pop(old)
    if new not in draft.fields:
        draft.fields[new] = value
        draft.spans[new] = draft.spans[old]
    draft.spans.pop(old, None)
