r"""LaTeX with its links mended: `\url{…}`, `\href{…}{…}`, and addresses in words."""

import re
from collections.abc import Iterator

from cite.formats.exact import Edit
from cite.menders.notation import Notation, Site
from cite.recognisers.addresses.url import same_address

_LONGEST = 3000
"""Characters before an address in which the commands around it may open."""

_LATEX = str.maketrans({"%": r"\%", "#": r"\#", "&": r"\&"})
_LATEX_WORDS = str.maketrans({**{sign: rf"\{sign}" for sign in "%#&_$"}, "~": r"\textasciitilde{}"})
_OPENED = re.compile(
    r"(?:\\(?:(?:url|nolinkurl|path|texttt|textsf|emph|textit|textbf)\s*|href\s*\{[^{}]*\}\s*)\{\s*)+$"
)
_VERBATIM = re.compile(r"\\(?:(?:url|nolinkurl|path|href)\s*\{\s*|(?:url|path)[^\sA-Za-z{*])$")
_BARS = re.compile(r"\\(?:url|path)([^\sA-Za-z{*])$")
"""`\\url|address|`: any sign may stand for the braces."""
_TARGET = re.compile(
    r"\\href\s*\{\s*([^{}]*?)\s*\}\s*\{\s*(?:\\(?:url|nolinkurl|path|texttt)\s*\{\s*)?$"
)
"""Before an address that is printed in a link of its own."""


class Latex(Notation):
    """LaTeX, whose commands print some addresses as they are and others as text."""

    def target(self, site: Site, url: str) -> str:
        """Within braces: a sign that begins a comment or a parameter is escaped wherever it stands."""
        start, end = site.pointed or (0, 0)
        escaped = re.search(r"\\[%#&_~]", site.source[start:end])
        return url.translate(_LATEX) if escaped else _safe_in_braces(url)

    def replaced(self, site: Site) -> Iterator[Edit]:
        """In the words, and in the target around them where that is the same."""
        yield from super().replaced(site)
        start, _ = site.printed or (0, 0)
        around = _TARGET.search(site.source[max(0, start - _LONGEST) : start])
        if around and same_address(re.sub(r"\\([%#&_~])", r"\1", around[1]), site.change.link.url):
            first = max(0, start - _LONGEST) + around.start(1)
            yield Edit(first, first + len(around[1]), _safe_in_braces(site.change.new))

    def text(self, site: Site, url: str) -> str:
        """In words, or in the command that prints an address as it is."""
        start, _ = site.printed or (0, 0)
        if _VERBATIM.search(site.before(start, 20)):
            escaped = re.search(r"\\[%#&_~]", site.words)
            return url.translate(_LATEX) if escaped else _safe_in_braces(url)
        return url.translate(_LATEX_WORDS)

    def copy(self, site: Site, url: str) -> str:
        """In the command that addresses have."""
        return rf"\url{{{_safe_in_braces(url)}}}"

    def end(self, site: Site) -> int:
        """Behind the braces that close around the address."""
        anchor = site.link.anchor or site.link.href_anchor
        end = anchor.end if anchor else 0
        if target := site.link.href_anchor:
            end = max(end, target.end)
        if bar := _BARS.search(site.before(anchor.start if anchor else 0, 8)):
            return end + (site.source[end : end + 1] == bar[1])
        opened = _OPENED.search(site.before(anchor.start if anchor else 0, _LONGEST))
        for _ in range(opened[0].count("{") - opened[0].count("}") if opened else 0):
            closed = re.match(r"\s*\}", site.source[end : end + 20])
            end += closed.end() if closed else 0
        return end


def _safe_in_braces(url: str) -> str:
    r"""An address for `\url` within another command: `%` and `#` mean themselves only when escaped."""
    return url.replace("%", r"\%").replace("#", r"\#")
