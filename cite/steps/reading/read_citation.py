"""One citation, read by the recognisers below, in their order."""

from collections.abc import Callable
from dataclasses import replace

from cite.model.document import Span
from cite.model.entries import Entry
from cite.model.references import Citation
from cite.recognisers.confidence.probability import weigh
from cite.recognisers.fields.addresses import read_addresses
from cite.recognisers.fields.authors import read_authors
from cite.recognisers.fields.bodies import read_body, read_report_number
from cite.recognisers.fields.containers import read_container
from cite.recognisers.fields.editors import read_editors_and_translators
from cite.recognisers.fields.imprint import read_imprint
from cite.recognisers.fields.serial import read_date, read_serial_numbers
from cite.recognisers.fields.surnames import settle_surnames
from cite.recognisers.fields.titles import read_bracketed_kind, read_title, shows_title
from cite.recognisers.forms.archival import read_unpublished
from cite.recognisers.forms.cases import read_case
from cite.recognisers.forms.clauses.form import read_clauses
from cite.recognisers.forms.continental import read_continental
from cite.recognisers.forms.cyrillic import read_cyrillic
from cite.recognisers.forms.decisions import read_decision
from cite.recognisers.forms.doubts import doubts
from cite.recognisers.forms.east_asian import read_east_asian
from cite.recognisers.forms.entry_type import conclude_type, name_fields
from cite.recognisers.forms.films import read_film
from cite.recognisers.forms.hansard import read_debate
from cite.recognisers.forms.journals_only import read_journal_only
from cite.recognisers.forms.judgments import read_judgment
from cite.recognisers.forms.patents import read_patent
from cite.recognisers.forms.plain import (
    read_article_in,
    read_author_year,
    read_chapter,
    read_law_review,
    read_law_review_book,
    read_newspaper,
    read_plain_book,
)
from cite.recognisers.forms.reports import read_report_by
from cite.recognisers.forms.shelves import read_shelf
from cite.recognisers.forms.statutes import read_statute
from cite.recognisers.forms.treaties import read_treaty, read_un_document
from cite.recognisers.labels.labelled import read_by_labels
from cite.recognisers.languages.known import script_of
from cite.recognisers.languages.language import Script
from cite.recognisers.segment.citation_signs import begins_as_entry, is_law
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.shorthand import read_shorthand
from cite.recognisers.text.typography import Typeset
from cite.steps.reading.pieces import Piece

Recogniser = Callable[[Draft], None]
Form = Callable[[Draft], bool]
UNMISTAKABLE: tuple[Recogniser, ...] = (read_addresses, read_shorthand, read_bracketed_kind)
"""What needs no context to be known for what it is."""
FORMS: tuple[Form, ...] = (
    read_patent,
    read_decision,
    read_judgment,
    read_treaty,
    read_un_document,
    read_statute,
    read_case,
    read_debate,
    read_film,
    read_shelf,
    read_unpublished,
)
"""Kinds of source with a form of their own; the first that fits reads the whole citation."""
BY_SCRIPT: dict[Script, Form] = {
    Script.EAST_ASIAN: read_east_asian,
    Script.CYRILLIC: read_cyrillic,
}
"""Forms of scripts whose punctuation says what is what."""
IN_ANY_ORDER: tuple[Form, ...] = (
    read_patent,
    read_decision,
    read_judgment,
    read_shelf,
    read_unpublished,
    read_author_year,
)
"""Forms that fit entries of bibliographies as well as notes."""
AFTER_THE_TITLE: tuple[Recogniser, ...] = (
    read_authors,
    read_report_number,
    read_editors_and_translators,
    read_imprint,
    read_serial_numbers,
    read_date,
    read_body,
)
BY_TYPOGRAPHY: tuple[Recogniser, ...] = (read_title, read_container, *AFTER_THE_TITLE)
"""For citations whose title is quoted or in italics. In order of certainty, as all of these are: each
reads what those before it have left."""
IN_PLAIN_TYPE: tuple[Form, ...] = (
    read_report_by,
    read_author_year,
    read_law_review,
    read_article_in,
    read_chapter,
    read_newspaper,
    read_law_review_book,
    read_plain_book,
)
"""Forms of citations that mark nothing; what fits none of them is labelled word by word."""


def read_citation(part: Typeset, piece: Piece) -> Citation:
    """One citation; its spans are offsets into the note."""
    draft = _read_draft(part, piece)
    settle_surnames(draft)
    entry_type = conclude_type(draft)
    name_fields(draft, entry_type)
    context = replace(
        piece.context, start=piece.span.start, signalled=bool(piece.signal), entry=piece.entry
    )
    confidence, sure = weigh(draft, entry_type, context)
    spans = {
        name: Span(span.start + piece.span.start, span.end + piece.span.start)
        for name, span in draft.spans.items()
    }
    fields = dict(draft.fields)
    trailing = piece.trailing or draft.trailing
    entry = Entry(entry_type, fields, "", spans, sure)
    return Citation(entry, piece.span, piece.signal, draft.locator, trailing, confidence)


def _read_draft(part: Typeset, piece: Piece) -> Draft:
    """Forms where one fits; else the better of two readings where typography and order both say something."""
    if by_script := BY_SCRIPT.get(script_of(part.text)):
        draft = _begun(part)
        if _fits(by_script, draft):
            return draft
    if piece.form == "journal" and _fits(read_journal_only, draft := _begun(part)):
        return draft
    if piece.form == "continental" and _fits(read_continental, draft := _begun(part)):
        return draft
    if not piece.entry or is_law(part):
        return _by_forms(part)
    if not (part.italics or part.quotes):
        return _by_order(part)
    likelier, other = _by_order(part), _by_forms(part)
    if not _order_says_more(part):
        likelier, other = other, likelier
    return other if doubts(other) + _MARGIN < doubts(likelier) else likelier


_MARGIN = 0.7
"""By how much the reading that is less likely at sight must be the better one."""


def _order_says_more(part: Typeset) -> bool:
    """Of an entry: whether its order seems to tell more than its typography.

    It does where there are no italics, and where a family name comes first, as only bibliographies have
    it (`Doe, J. 1999. *A Title*.`), unless quotation marks and italics say what is part and what is whole.
    """
    if not part.italics:
        return True
    match = begins_as_entry(part.text)
    return match is not None and not part.quotes and part.italics[0].start >= match.end()


def _by_forms(part: Typeset) -> Draft:
    draft = _begun(part)
    if not any(_fits(form, draft) for form in FORMS):
        for recognise in _recognisers(draft):
            recognise(draft)
    return draft


def _fits(form: Form, draft: Draft) -> bool:
    """Whether a form reads the citation; it is then named as what read it."""
    if not form(draft):
        return False
    draft.reader = form.__name__.removeprefix("read_")
    return True


def _by_order(part: Typeset) -> Draft:
    """As an entry of a bibliography, whose order says what its words are."""
    draft = _begun(part)
    if not any(_fits(form, draft) for form in IN_ANY_ORDER):
        read_by_labels(draft)
        draft.reader = "labels"
    return draft


def _begun(part: Typeset) -> Draft:
    draft = Draft(part)
    for recognise in UNMISTAKABLE:
        recognise(draft)
    return draft


def _recognisers(draft: Draft) -> tuple[Recogniser, ...]:
    """Typography where it says what the title is, forms of plain type where one fits, else labels."""
    if draft.title.end:
        draft.reader = "letter"
        return (read_container, *AFTER_THE_TITLE)
    if _fits(read_clauses, draft):
        return ()
    if shows_title(draft):
        draft.reader = "typography"
        return BY_TYPOGRAPHY
    if any(_fits(form, draft) for form in IN_PLAIN_TYPE):
        return AFTER_THE_TITLE
    draft.reader = "labels"
    return (read_by_labels,)
