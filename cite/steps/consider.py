"""What verifiers share: the address really asked, the answer that counts, and whether the work is there."""

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from cite.formats.page import Page, read_page
from cite.model.evidence import Answer, Evidence, Fault, Fetch, Fetched, Manner, Unreachable
from cite.model.references import Name, Reference
from cite.steps.key_entries import fold

SECOND_LOOK = frozenset(
    {
        400,
        401,
        402,
        403,
        404,
        405,
        406,
        409,
        410,
        412,
        418,
        421,
        423,
        428,
        429,
        444,
        451,
        460,
        503,
        999,
    }
)
"""Statuses that some sites give to programs and not to people: asked again in a browser's manner."""

_RESOLVERS = (
    (
        re.compile(r"^doi:\s*(?:https?://(?:dx\.)?doi\.org/)?(?=10\.)", re.IGNORECASE),
        "https://doi.org/",
    ),
    (re.compile(r"^hdl:\s*", re.IGNORECASE), "https://hdl.handle.net/"),
    (re.compile(r"^arxiv:\s*", re.IGNORECASE), "https://arxiv.org/abs/"),
    (re.compile(r"^info:doi/(?=10\.)", re.IGNORECASE), "https://doi.org/"),
    (re.compile(r"^(?=urn:nbn:)", re.IGNORECASE), "https://nbn-resolving.org/"),
)


def askable(url: str) -> str:
    """The web address behind an identifier: `doi:10.1000/x` is asked of doi.org."""
    for pattern, resolver in _RESOLVERS:
        if pattern.match(url):
            return resolver + pattern.sub("", url)
    return url


def first_look(url: str) -> Fetch:
    """The ask every verifier begins with."""
    return Fetch(askable(url))


def second_look(url: str) -> Fetch:
    """The same in a browser's manner."""
    return Fetch(askable(url), Manner.BROWSER)


def wants_second_look(answer: Answer | None) -> bool:
    """Whether an answer may have been given to the tool rather than to a reader."""
    return isinstance(answer, Fetched) and answer.status in SECOND_LOOK


def deciding(url: str, evidence: Evidence) -> Fetched | Unreachable | None:
    """The answer that counts: the second look where it got further than the first."""
    first = evidence.get(first_look(url))
    second = evidence.get(second_look(url))
    if isinstance(first, Fetched) and isinstance(second, Fetched) and second.status < first.status:
        return second
    if (
        isinstance(first, Fetched)
        and isinstance(second, Fetched)
        and {first.status, second.status} == {404, 403}
    ):
        return first if first.status == 403 else second
    return first if isinstance(first, Fetched | Unreachable) else None


def page_at(url: str, evidence: Evidence) -> tuple[Fetched, Page] | None:
    """The page an address shows, if it shows one with a good status."""
    answer = deciding(url, evidence)
    if isinstance(answer, Fetched) and answer.status < 400:
        return answer, read_page(answer)
    return None


def settled(url: str, evidence: Evidence) -> bool:
    """Whether the looks that the link verifier wants are all taken."""
    first = evidence.get(first_look(url))
    return first is not None and (
        not wants_second_look(first) or evidence.get(second_look(url)) is not None
    )


def title_found(reference: Reference, page: Page) -> str:
    """The words of the page in which the cited title stands, or nothing."""
    title = str(reference.entry.fields.get("title", ""))
    wanted = _words(title)
    if len(wanted) < 2 and len("".join(wanted)) < 6:
        return ""
    phrase = " ".join(wanted)
    main = _words(re.split(r"[:.?!–—]\s", title, maxsplit=1)[0])
    for own in page.titles:
        words = _words(own)
        if phrase and phrase in " ".join(words):
            return own
        if _share(wanted, words) >= 0.75 or (len(main) >= 3 and _share(main, words) >= 0.9):
            return own
        if len(words) >= 3 and _share(words, wanted) >= 0.9 and len(words) >= 0.5 * len(wanted):
            return own
    text = " ".join(_words(page.text[:20000]))
    if phrase in text or (len(main) >= 4 and " ".join(main) in text):
        return title
    return ""


def nothing_in_common(reference: Reference, page: Page) -> str:
    """What the page calls itself, where neither the cited title nor its authors are anywhere in it."""
    title = _words(str(reference.entry.fields.get("title", "")))
    if len(title) < 3 or len(page.text) < 300 or not page.titles:
        return ""
    text = set(_words(page.text[:40000])) | {word for own in page.titles for word in _words(own)}
    rare = [word for word in title if len(word) > 3]
    if not rare or sum(word in text for word in rare) / len(rare) > 0.4:
        return ""
    people = [
        fold(name.family or name.literal)
        for role in ("author", "editor")
        for name in _names(reference.entry.fields.get(role))
    ]
    folded = " ".join(_words(page.text))
    if any(name and f" {name} " in f" {folded} " for name in people if name != "others"):
        return ""
    return page.titles[0]


def _names(value: object) -> Sequence[Name]:
    return value if isinstance(value, tuple) else ()


_STOP = frozenset(
    "a an the of on in for and to from with at by le la les der die das el los un une de del des".split()
)


def _words(text: str) -> list[str]:
    """Folded words that say something; Chinese and Japanese count character by character."""
    folded = fold(text)
    folded = re.sub(r"([\u3040-\u30ff\u3400-\u9fff])", r" \1 ", folded)
    return [word for word in folded.split() if word not in _STOP]


def _share(wanted: Sequence[str], there: Sequence[str]) -> float:
    if not wanted:
        return 0.0
    pool = set(there)
    return sum(word in pool for word in wanted) / len(wanted)


def similarity(one: str, other: str) -> float:
    """How alike two texts are: the share of four-word shingles in common (Broder 1997), 0 … 1."""
    a, b = _shingles(one), _shingles(other)
    if not a or not b:
        return 1.0 if a == b else 0.0
    return len(a & b) / len(a | b)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = [word for word in fold(text[:20000]).split() if not any(c.isdigit() for c in word)]
    return {tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))} if words else set()


def is_root(url: str) -> bool:
    """Whether an address is that of a site's front page."""
    parts = _split(url)
    return not parts.query and bool(
        re.fullmatch(
            r"/?(?:(?:index|default|home)(?:\.\w{1,5})?|[a-z]{2}(?:-[a-z]{2})?)?/?",
            parts.path,
            re.IGNORECASE,
        )
    )


def _split(url: str) -> "SplitUrl":
    try:
        parts = urlsplit(url)
        return SplitUrl(
            parts.scheme.lower(),
            (parts.hostname or "").lower(),
            parts.path,
            parts.query,
            parts.fragment,
        )
    except ValueError:
        return SplitUrl("", "", "", "", "")


class SplitUrl:
    """An address in parts; all empty where it cannot be split."""

    def __init__(self, scheme: str, host: str, path: str, query: str, fragment: str) -> None:
        self.scheme, self.host, self.path, self.query, self.fragment = (
            scheme,
            host,
            path,
            query,
            fragment,
        )


def split_url(url: str) -> SplitUrl:
    """Parts of an address."""
    return _split(url)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses differ only in scheme, `www.`, a trailing slash, case of the host, or fragment."""
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, str, str]:
    from urllib.parse import unquote

    parts = _split(url)
    path = re.sub(r"/(?:index|default)\.\w{2,5}$", "/", unquote(parts.path), flags=re.IGNORECASE)
    return parts.host.removeprefix("www."), path.rstrip("/"), unquote(parts.query)


def not_judged(answer: Fetched | Unreachable | None) -> bool:
    """Whether nothing can be said because nobody could ask."""
    return answer is None or (isinstance(answer, Unreachable) and answer.fault is Fault.INTERRUPTED)
