"""Is the place within the page still there?"""

from collections.abc import Iterable
from urllib.parse import unquote

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
    (`#:~:text=`) is looked for in the words; routes of script-made pages (`#!/…`, `#/…`) are left alone.

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
            found = page_at(link.url, evidence)
            if not fragment or not found or fragment.startswith(("!", "/")) or fragment == "top":
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
                by_script = page.html.scripts and (
                    not page.html.anchors or len(page.text) < 200 or bool({"/", "="} & set(anchor))
                )
                missing = not wanted & page.html.anchors and not by_script
            if missing:
                yield Sign(
                    link.url,
                    LinkState.FRAGMENT_MISSING,
                    "fragment-missing",
                    f"The page is there, but not the place “#{unquote(fragment)[:80]}” in it.",
                    (first_look(link.url),),
                )


def _says(text: str, directive: str) -> bool:
    """Whether the words of a text directive, prefix and suffix left out, stand in the page."""
    parts = [
        p
        for p in directive.split("&")[0].split(",")
        if not p.endswith("-") and not p.startswith("-")
    ]
    folded = fold(text)
    return all(fold(unquote(part)) in folded for part in parts)
