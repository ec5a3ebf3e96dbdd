"""Reports in plain type whose title names the body that made them."""

import re

from cite.model.document import Span
from cite.recognisers.fields.bodies import begins_with_its_body
from cite.recognisers.fields.dates import find_dates
from cite.recognisers.text.draft import Draft


def read_report_by(draft: Draft) -> bool:
    """`A report by Harbour Watch on the state of the quays, June 2003`: all before the date is its title."""
    text = draft.rest()
    start = len(text) - len(text.lstrip())
    if draft.part.quotes or draft.part.italics or not begins_with_its_body(text[start:]):
        return False
    dates = find_dates(text)
    end = dates[0].span.start if dates else len(text)
    title = re.sub(r"[\s,.;(]+$", "", text[start:end])
    draft.put("title", title, Span(start, start + len(title)))
    draft.title = draft.spans["title"]
    draft.entry_type = "techreport"
    return True


def names_a_report(text: str) -> bool:
    """Whether a text is such a report, dated and without a sentence around it."""
    dates = find_dates(text)
    if not dates or not begins_with_its_body(text):
        return False
    behind = text[dates[0].span.end :].lstrip()
    return not re.search(r"\w", behind) or behind[:1] in ",(<"
