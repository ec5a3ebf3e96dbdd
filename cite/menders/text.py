"""Markdown, HTML and LaTeX with their links mended: addresses written as each notation writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as escape_html

from cite.formats.exact import Edit, exact
from cite.formats.html import html_encoding
from cite.model.mending import Change, Mending, Style
from cite.steps.mending.phrases import behind
from cite.steps.mending.shown import shows_its_address


@dataclass(frozen=True, slots=True)
class _Site:
    """A change where it stands: the source around it tells how it is written there."""

    source: str
    change: Change

    @property
    def printed(self) -> tuple[int, int] | None:
        """Where the address stands in words that a reader sees, if it does."""
        anchor, link = self.change.link.anchor, self.change.link
        if anchor is None:
            return None
        return (anchor.start, anchor.end) if shows_its_address(link) else None

    @property
    def pointed(self) -> tuple[int, int] | None:
        """Where the address stands as the target of a link, if it does."""
        anchor = self.change.link.href_anchor
        return (anchor.start, anchor.end) if anchor else None

    @property
    def words(self) -> str:
        """The source of what a reader sees of the link."""
        anchor = self.change.link.anchor
        return self.source[anchor.start : anchor.end] if anchor else self.change.link.shown

    def before(self, at: int, size: int = 1) -> str:
        """What stands before a place."""
        return self.source[max(0, at - size) : at]


def _is_here(change: Change) -> bool:
    """Whether a change is to the file itself, not to one beside it that it takes in."""
    anchors = (change.link.anchor, change.link.href_anchor)
    return not any(one and one.part for one in anchors)


class Notation:
    """How one notation writes addresses."""

    lacking = "strict"
    """What becomes of letters that the encoding of an article lacks."""

    def mend(self, content: bytes, mending: Mending) -> bytes:
        """The article with the changes made, every other byte as it was. Raises InputError."""
        text = exact(content, self.encoding(content))
        sites = (_Site(text.source, change) for change in mending.changes if _is_here(change))
        return text.edited((edit for site in sites for edit in self._edits(site)), self.lacking)

    def encoding(self, content: bytes) -> str:
        """The encoding that the format itself declares, if it does."""
        return ""

    def _edits(self, site: _Site) -> Iterator[Edit]:
        match site.change.style:
            case Style.APPEND:
                yield from self._appended(site)
            case Style.ROBUST_LINKS if site.change.memento:
                yield from self._robust(site)
            case _:
                yield from self._replaced(site)

    def _replaced(self, site: _Site) -> Iterator[Edit]:
        new = site.change.new
        if site.pointed:
            yield Edit(*site.pointed, self.target(site, new))
        if site.printed and site.printed != site.pointed:
            yield Edit(*site.printed, self.text(site, new))

    def _appended(self, site: _Site) -> Iterator[Edit]:
        end = self.end(site)
        phrase = behind(site.change)
        words = f"{phrase.before} {self.copy(site, site.change.new)}{phrase.after}"
        yield Edit(end, end, words)

    def _robust(self, site: _Site) -> Iterator[Edit]:
        yield from self._replaced(site)

    def target(self, site: _Site, url: str) -> str:
        """An address as the target of the link."""
        raise NotImplementedError

    def text(self, site: _Site, url: str) -> str:
        """An address as words."""
        raise NotImplementedError

    def copy(self, site: _Site, url: str) -> str:
        """A further address, written as the one before it is."""
        raise NotImplementedError

    def end(self, site: _Site) -> int:
        """Where the link ends, brackets and all."""
        raise NotImplementedError


_UNSAFE_IN_PARENTHESES = re.compile(r"[\s()<>]")


class Markdown(Notation):
    """Bare addresses, `<…>`, `[…](…)`, and anchors of HTML."""

    def target(self, site: _Site, url: str) -> str:
        """As it stands between parentheses, angle brackets or quotation marks."""
        start, end = site.pointed or (0, 0)
        if self._is_html(site):
            return escape_html(url, quote=True)
        bracketed = site.before(start) == "<" and site.source[end : end + 1] == ">"
        if bracketed or not _UNSAFE_IN_PARENTHESES.search(url):
            return url
        return f"<{url}>"

    def text(self, site: _Site, url: str) -> str:
        """Escaped as the address before it was."""
        return re.sub(r"([_*])", r"\\\1", url) if re.search(r"\\[_*]", site.words) else url

    def copy(self, site: _Site, url: str) -> str:
        """Bare, in angle brackets, or as a link."""
        if self._is_html(site):
            return f'<a href="{escape_html(url, quote=True)}">{escape_html(url)}</a>'
        if site.pointed and site.pointed != site.printed:
            return f"[{self.text(site, url)}]({self.target(site, url)})"
        start, end = site.printed or (0, 0)
        angled = site.before(start) == "<" and site.source[end : end + 1] == ">"
        return f"<{url}>" if angled else self.text(site, url)

    def end(self, site: _Site) -> int:
        """Behind `>`, `)` or `</a>`, and what else closes around the address."""
        return _after_closings(site.source, self._end_of_link(site))

    def _end_of_link(self, site: _Site) -> int:
        anchor = site.change.link.anchor or site.change.link.href_anchor
        end = anchor.end if anchor else 0
        if site.pointed and site.pointed != site.printed:
            close = "</a>" if self._is_html(site) else ")"
            found = site.source.find(close, max(end, site.pointed[1]))
            return found + len(close) if found >= 0 else end
        if label := _REFERENCE.match(site.source, end) if site.change.link.href else None:
            return label.end()
        if ticks := _TICKS.match(site.source, end):
            return ticks.end()
        angled = anchor and site.before(anchor.start) == "<"
        return end + 1 if angled and site.source[end : end + 1] == ">" else end

    def _robust(self, site: _Site) -> Iterator[Edit]:
        if self._is_html(site):
            yield from _robust_attributes(site)
            return
        anchor = site.change.link.anchor or site.change.link.href_anchor
        start, words = anchor.start if anchor else 0, site.words
        if site.pointed and site.pointed != site.printed:
            start = max(0, site.source.rfind("[", 0, start))
            words = site.source[start + 1 : site.source.rfind("](", start, site.pointed[0])]
        elif site.before(start) == "<":
            start -= 1
        yield Edit(start, self._end_of_link(site), _robust_anchor(site, words))

    def _is_html(self, site: _Site) -> bool:
        return bool(site.pointed and re.search(r"=\s*[\"']?$", site.before(site.pointed[0], 3)))


_REFERENCE = re.compile(r"\](?:\[[^\]\n]{0,200}\])?(?!\()")
"""What closes around the words of a link whose address stands elsewhere."""
_TICKS = re.compile(r"`{1,8}")
_CLOSING = re.compile(
    r"</(?:a|abbr|b|bdi|cite|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var)\s*>"
    r"|\{\{[<%]\s*/[^{}\n]{0,60}\}\}",
    re.IGNORECASE,
)
_END_OF_ANCHOR = re.compile(r"</a\s*>", re.IGNORECASE)


def _after_closings(source: str, at: int) -> int:
    """Behind the tags and shortcodes that close right where an address ends: nothing is put inside of these."""
    while found := _CLOSING.match(source, at):
        at = found.end()
    return at


class Html(Notation):
    """Anchors, and addresses in words."""

    lacking = "xmlcharrefreplace"

    def encoding(self, content: bytes) -> str:
        """As a browser would take it."""
        return html_encoding(content, "")

    def target(self, site: _Site, url: str) -> str:
        """Within an attribute."""
        return escape_html(url, quote=True)

    def text(self, site: _Site, url: str) -> str:
        """In words."""
        return escape_html(url, quote=False)

    def copy(self, site: _Site, url: str) -> str:
        """A link of its own."""
        return f'<a href="{escape_html(url, quote=True)}">{escape_html(url, quote=False)}</a>'

    def end(self, site: _Site) -> int:
        """Behind `</a>`, where there is one."""
        anchor = site.change.link.anchor or site.change.link.href_anchor
        end = anchor.end if anchor else 0
        if site.change.link.href is None:
            return end
        found = _END_OF_ANCHOR.search(site.source, end)
        return _after_closings(site.source, found.end() if found else end)

    def _robust(self, site: _Site) -> Iterator[Edit]:
        if site.pointed:
            yield from _robust_attributes(site)
        elif site.printed:
            yield Edit(*site.printed, _robust_anchor(site, site.words))


def _robust_attributes(site: _Site) -> Iterator[Edit]:
    """Robust Links 2.0: a link to a copy says what it is a copy of, and of which day."""
    assert site.pointed is not None
    start, end = site.pointed
    yield Edit(start, end, escape_html(site.change.new, quote=True))
    after = end + 1 if site.source[end : end + 1] in ("'", '"') else end
    yield Edit(after, after, _robust_data(site))


def _robust_anchor(site: _Site, words: str) -> str:
    href = escape_html(site.change.new, quote=True)
    return f'<a href="{href}"{_robust_data(site)}>{words}</a>'


def _robust_data(site: _Site) -> str:
    when = f"{site.change.memento.datetime:%Y-%m-%d}" if site.change.memento else ""
    original = escape_html(site.change.link.url, quote=True)
    return f' data-originalurl="{original}" data-versiondate="{when}"'


_LATEX = str.maketrans({"%": r"\%", "#": r"\#", "&": r"\&"})
_LATEX_WORDS = str.maketrans({**{sign: rf"\{sign}" for sign in "%#&_$"}, "~": r"\textasciitilde{}"})
_OPENED = re.compile(
    r"(?:\\(?:(?:url|nolinkurl|path|texttt|textsf|emph|textit|textbf)\s*|href\s*\{[^{}]*\}\s*)\{\s*)+$"
)
_VERBATIM = re.compile(r"\\(?:url|nolinkurl|path|href)\s*\{\s*$")


class Latex(Notation):
    r"""`\url{…}`, `\href{…}{…}`, and addresses in words."""

    def target(self, site: _Site, url: str) -> str:
        """Within braces: a sign that begins a comment or a parameter is escaped wherever it stands."""
        start, end = site.pointed or (0, 0)
        escaped = re.search(r"\\[%#&_~]", site.source[start:end])
        return url.translate(_LATEX) if escaped else _safe_in_braces(url)

    def text(self, site: _Site, url: str) -> str:
        """In words, or in the command that prints an address as it is."""
        start, _ = site.printed or (0, 0)
        if _VERBATIM.search(site.before(start, 20)):
            escaped = re.search(r"\\[%#&_~]", site.words)
            return url.translate(_LATEX) if escaped else _safe_in_braces(url)
        return url.translate(_LATEX_WORDS)

    def copy(self, site: _Site, url: str) -> str:
        """In the command that addresses have."""
        return rf"\url{{{_safe_in_braces(url)}}}"

    def end(self, site: _Site) -> int:
        """Behind the braces that close around the address."""
        anchor = site.change.link.anchor or site.change.link.href_anchor
        end = anchor.end if anchor else 0
        if site.pointed and site.pointed != site.printed:
            end = max(end, site.pointed[1])
        opened = _OPENED.search(site.before(anchor.start if anchor else 0, 3000))
        for _ in range(opened[0].count("{") - opened[0].count("}") if opened else 0):
            closed = re.match(r"\s*\}", site.source[end : end + 20])
            end += closed.end() if closed else 0
        return end


def _safe_in_braces(url: str) -> str:
    r"""An address for `\url` within another command: `%` and `#` mean themselves only when escaped."""
    return url.replace("%", r"\%").replace("#", r"\#")
