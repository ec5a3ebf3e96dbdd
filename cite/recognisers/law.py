"""The forms that law journals give to articles."""

import re

from cite.model.document import Span
from cite.recognisers.draft import Draft
from cite.recognisers.numbers import pages


def law_article(draft: Draft, match: re.Match[str], offset: int) -> None:
    """The groups of a match as fields."""
    for name in ("volume", "journal", "pages"):
        if match[name]:
            first, last = match.span(name)
            draft.put(name, match[name].strip(), Span(first + offset, last + offset))
    draft.put(
        "year", int(match["year"]), Span(match.start("year") + offset, match.end("year") + offset)
    )
    if match["pin"]:
        draft.locator = pages(match["pin"])
    draft.use(Span(offset + match.start(), offset + match.end()))
