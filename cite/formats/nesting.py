"""Markup of strangers made harmless for native parsers, which are quadratic in depth and cannot be stopped.

A few hundred bytes, unpacked, can nest sixty thousand elements, or let each paragraph repeat a thousand
open fonts. What goes beyond what browsers show is taken out before anything is parsed: tags only, never
words. Pages too short to do harm are left as they are.
"""

import re
from collections import defaultdict

DEEPEST = 400
"""Elements within elements; browsers build no more than 512."""
MOST_STYLES = 8
"""Elements of mere style that may be open at once: each new paragraph repeats all that were not closed."""
MOST_ATTRIBUTES = 500
"""Of one tag: each is compared with all before it."""
MOST_ROOTS = 4
"""Tags of the root and the body, which hand all their attributes to the first."""
HARMLESS_TAGS = 4000
HARMLESS_NODES = 400_000
"""Tags, and tags times styles, that no order can make slow."""

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_STYLES = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_STYLE = re.compile(rf"<(?:{'|'.join(sorted(_STYLES))})[\s/>]", re.IGNORECASE)
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TEXT = re.compile(
    rf"(?P<overladen>(?P<tag><[A-Za-z][^\s/>]*+)(?:{_ATTRIBUTE}){{{MOST_ATTRIBUTES}}}+(?:{_ATTRIBUTE})*+)"
    r"|<(?:script(?=[\s/>])(?:(?!</script)[^<]*+<?+)*+|style(?=[\s/>])(?:(?!</style)[^<]*+<?+)*+)"
    rf"|<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE})*+",
    re.IGNORECASE,
)
"""A tag with its attributes as browsers tell them, or a script or style to its end."""
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen frame basefont bgsound".split()
)
_ROOTS = frozenset({"html", "body", "frameset"})
_RAW = frozenset({"script", "style"})
_UNRAW = ("svg", "math", "select")
"""Within these a script or style may hold elements, and tags without an end may have one."""
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup listing main menu nav ol pre search section summary ul".split()
)
"""Elements before which a paragraph ends, and whose end tag closes all that is open within them."""
_CELLS = frozenset("caption tbody td tfoot th thead tr".split())
_BARRIERS = frozenset("applet caption marquee math object select svg table td template th".split())
"""Elements out of which no end tag reaches but their own and those of tables."""
_SPECIAL = (_BLOCKS | _CELLS | _BARRIERS) - {"svg", "math"} | frozenset(
    "button colgroup dd dt head iframe li noscript p plaintext textarea title xmp".split()
)
"""Elements out of which the end tag of an ordinary one does not reach."""
_ENDED_BY = dict.fromkeys(_BLOCKS, frozenset({"p"})) | {
    "p": frozenset({"p"}),
    "li": frozenset({"p", "li"}),
    "dd": frozenset({"p", "dd", "dt"}),
    "dt": frozenset({"p", "dd", "dt"}),
    "td": frozenset({"p", "td", "th"}),
    "th": frozenset({"p", "td", "th"}),
    "tr": frozenset({"p", "td", "th", "tr"}),
    "option": frozenset({"option"}),
}
"""What a start tag ends where it stands on top, as authors may leave those end tags out."""
_FAR_REACHING = _BLOCKS | _ENDED_BY.keys() | _BARRIERS | {"button"}
_LISTS = ("ol", "ul")
_TABLES = ("table", "template")


def tamed(markup: str) -> str:
    """The markup, without tags that would nest or multiply beyond the bounds. Linear in its length."""
    if len(markup) > 2 * MOST_ATTRIBUTES:
        markup = _unladen(markup)
    tags = markup.count("<")
    if tags <= HARMLESS_TAGS:
        styles = len(_STYLE.findall(markup))
        if tags * styles <= HARMLESS_NODES:
            return markup
    return _flattened(markup)


def _unladen(markup: str) -> str:
    """The markup, with nothing in a tag that has attributes by the thousand."""
    kept: list[str] = []
    since = 0
    for found in _TEXT.finditer(markup):
        if found["overladen"]:
            kept += [markup[since : found.end("tag")], " "]
            since = found.end()
    kept.append(markup[since:])
    return "".join(kept)


def _flattened(markup: str) -> str:
    kept: list[str] = []
    since = at = 0
    open_elements = _Open()
    while found := _TAG.search(markup, at):
        at = found.end()
        name = found[2].lower()
        if found[1]:
            open_elements.end(name)
        elif not open_elements.start(name):
            # A blank in its place, so that what stands beside it does not become a tag.
            kept += [markup[since : found.start()], " "]
            close = markup.find(">", at)
            since = at = len(markup) if close < 0 else close + 1
        elif name in _RAW and not open_elements.unraw:
            at = _end_of(name, markup, at)
    kept.append(markup[since:])
    return "".join(kept)


_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}


def _end_of(name: str, markup: str, at: int) -> int:
    """Where the text of a script or style ends, in which nothing is a tag."""
    end = _CLOSING[name].search(markup, at)
    return end.start() if end else len(markup)


class _Open:
    """The elements open at a place, never fewer than a browser has."""

    def __init__(self) -> None:
        self._stack: list[str] = []
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []
        self._barriers: list[int] = []
        self._styles: defaultdict[str, int] = defaultdict(int)
        self._roots = 0

    @property
    def unraw(self) -> bool:
        """Whether the rules of ordinary markup may not hold here."""
        return any(self._where[name] for name in _UNRAW)

    def start(self, name: str) -> bool:
        """A start tag, and whether there is room for it."""
        if name in _ROOTS:
            self._roots += 1
            return self._roots <= MOST_ROOTS
        if not self.unraw:
            if name in _VOID or name in _RAW:
                return True
            self._end_what_ends_before(name)
        if len(self._stack) >= DEEPEST or (name in _STYLES and not self._room_for_style(name)):
            return False
        self._push(name)
        return True

    def _end_what_ends_before(self, name: str) -> None:
        ended = _ENDED_BY.get(name, ())
        while self._stack and self._stack[-1] in ended:
            last = self._stack[-1]
            self._pop_to(len(self._stack) - 1)
            if last == name:
                return

    def _room_for_style(self, name: str) -> bool:
        if name in ("a", "nobr"):
            self._styles[name] = 0
        if sum(self._styles.values()) >= MOST_STYLES:
            return False
        self._styles[name] += 1
        return True

    def end(self, name: str) -> None:
        """An end tag: it closes what it may, or nothing."""
        if self._styles.get(name):
            self._styles[name] -= 1
        places = self._where.get(name)
        if places and places[-1] >= self._wall(name):
            self._pop_to(places[-1])

    def _wall(self, name: str) -> int:
        """The place beyond which an end tag closes nothing."""
        if name in _CELLS:
            return self._last(_TABLES)
        walls = self._barriers if name in _FAR_REACHING else self._special
        wall = walls[-1] if walls else -1
        return max(wall, self._last(_LISTS)) if name == "li" else wall

    def _last(self, names: tuple[str, ...]) -> int:
        return max((places[-1] for name in names if (places := self._where[name])), default=-1)

    def _push(self, name: str) -> None:
        at = len(self._stack)
        self._stack.append(name)
        self._where[name].append(at)
        if name in _SPECIAL:
            self._special.append(at)
        if name in _BARRIERS:
            self._barriers.append(at)

    def _pop_to(self, length: int) -> None:
        while len(self._stack) > length:
            self._where[self._stack.pop()].pop()
        for marks in (self._special, self._barriers):
            while marks and marks[-1] >= length:
                marks.pop()
