"""Is the place within the page still there?"""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from cite.formats.page import Page
from cite.model.asks import Ask
from cite.model.evidence import Evidence
from cite.model.references import Reference
from cite.model.verdicts import LinkState, Opinion, Sign
from cite.recognisers.addresses.url_parts import split_url
from cite.recognisers.text.folding import fold
from cite.steps.consider import first_look, page_at


class FragmentVerifier:
    """Looks up the part of an address behind `#` in the page.

    Why it matters: the reader arrives at the right page and at the wrong place. A text fragment
    (`#:~:text=`) is looked for in the words; what scripts make is left alone: routes (`#!/…`, `#/…`), lines
    of code (`#L20`), and any place in a page that is built by script.

    What to do: mend the fragment, or leave it out.

    Example: `page.html#chapter-3` where no element has that id.
    """

    name = "fragment"
    codes = ("fragment-missing",)

    def asks(self, reference: Reference, evidence: Evidence) -> Iterable[Ask]:
        """Nothing of its own."""
        return ()

    def weigh(self, reference: Reference, evidence: Evidence) -> Iterable[Opinion]:
        """A sign where the fragment is not to be found in a page that was read whole."""
        for link in reference.links:
            fragment = split_url(link.url).fragment
            if not fragment or fragment.startswith(("!", "/")) or fragment == "top":
                continue
            found = page_at(link.url, evidence)
            if not found:
                continue
            answer, page = found
            if page.kind != "html" or answer.truncated:
                continue
            anchor, marker, text = fragment.partition(":~:")
            if marker and text.startswith("text="):
                missing = not _says(page.text, text.removeprefix("text="))
            elif not anchor:
                continue
            else:
                wanted = {anchor, unquote(anchor), f"user-content-{anchor}"}
                missing = not wanted & page.html.anchors and not _by_script(anchor, page)
            if missing:
                yield Sign(
                    link.url,
                    LinkState.FRAGMENT_MISSING,
                    "fragment-missing",
                    f"The page is there, but not the place “#{unquote(fragment)[:80]}” in it.",
                    (first_look(link.url),),
                )


_OF_SCRIPTS = re.compile(
    r"L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|lines?-?\d+(?:[-:]\d+)?|(?:issuecomment|discussion_?r|discussioncomment|commitcomment|pullrequestreview|diff|event)-?\w+",
    re.IGNORECASE,
)
"""Places that only scripts make: lines of code, remarks on it."""


def _by_script(anchor: str, page: Page) -> bool:
    """Whether a script may make the place: the page is built by one, or the place is of a kind that always is."""
    html = page.html
    if not html.scripts:
        return False
    built = html.application or not html.anchors or len(page.text) < 200
    return built or bool({"/", "="} & set(anchor)) or bool(_OF_SCRIPTS.fullmatch(anchor))


def _says(text: str, directive: str) -> bool:
    """Whether the words of a text directive, prefix and suffix left out, stand in the page."""
    parts = [
        p
        for p in directive.split("&")[0].split(",")
        if not p.endswith("-") and not p.startswith("-")
    ]
    folded = fold(text)
    return all(fold(unquote(part)) in folded for part in parts)
