"""Whether a page is the work that was cited: titles and names, folded, over all that the page calls itself."""

import re
from collections.abc import Sequence

from cite.formats.page import Page
from cite.model.entries import Name
from cite.model.references import Reference
from cite.recognisers.addresses.url_parts import split_url
from cite.recognisers.text.folding import fold
from cite.recognisers.text.language import likely_languages
from cite.steps.pages.weigh_text import weight

_STOP = frozenset(
    "a an the of on in for and to from with at by or as is le la les l der die das des dem den und im von el los un une del de du et y e i il lo gli della di da do dos na no en op het een van voor".split()
)
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")
"""Chinese and Japanese, which have no blanks."""
_LISTING = re.compile(
    r"\W*(?:(?:latest|recent|all|our|more)\s+)?(?:news|press\s+room|newsroom|media\s+cent(?:re|er)|articles?|posts?|stories|publications|press\s+releases|reports|archives?|blog|updates|events|headlines)\b[\s\w]{0,20}$|\W*(?:aktuelles|nachrichten|neuigkeiten|actualités|noticias|notizie|notícias|nieuws|новости|ニュース|新闻)\W*$",
    re.IGNORECASE,
)
LEAST_TO_COMPARE = 200
"""Characters of prose below which a page says too little to be called another work."""
TWO_LONG_WORDS = 14
"""Letters from which a title of two words can be told from others."""
ONE_LONG_WORD = 6
"""Letters of the words of a title from which their absence says something."""
HARDLY_ANY = 0.25
"""Share of a title's words that a page of a few words may have by chance."""


def title_found(reference: Reference, page: Page) -> str:
    """The words of the page in which the cited title stands, or nothing."""
    title = cited_title(reference)
    wanted = _words(title)
    if len(wanted) < 2 and len("".join(wanted)) < 6:
        return ""
    phrase = " ".join(wanted)
    main, rest = _main_title(title)
    alone = len(main) >= 3 and not _site_name(main, rest, page)
    for own in page.titles:
        words = _words(own)
        if len(main) > 1 and any(_words(part) == main for part in _parts(own)):
            if not _site_name(main, rest, page):
                return own
        if phrase and phrase in " ".join(words):
            return own
        if _share(wanted, words) >= 0.75 or (alone and _share(main, words) >= 0.9):
            return own
        if len(words) >= 3 and _share(words, wanted) >= 0.9 and len(words) >= 0.5 * len(wanted):
            if not _site_name(words, rest, page):
                return own
    text = " ".join(_words(page.text[:20000]))
    if phrase in text or (len(main) >= 4 and alone and " ".join(main) in text):
        return title
    return ""


def nothing_in_common(reference: Reference, page: Page) -> str:
    """What the page calls itself, where neither the cited title nor its authors are anywhere in it."""
    title = _terms(cited_title(reference))
    says = page.html.prose if page.kind == "html" else page.text
    little = weight(says) < LEAST_TO_COMPARE and len(page.html.headings) < 6 and not listing(page)
    few = len(title) < 3 and len("".join(title)) < TWO_LONG_WORDS
    if few or little or not page.titles or _a_number(page.titles[0]):
        return ""
    if other_language(cited_title(reference), page):
        return ""
    rare = rare_words(reference, page)
    own = [word for name in page.titles for word in _terms(name)]
    anywhere = _share(rare, [*own, *_terms(page.text[:40000])])
    # Links to other works of the site share words with any of them; what the page itself says counts more.
    itself = _share(rare, [*own, *_terms(says)]) if weight(says) >= 2 * LEAST_TO_COMPARE else 1.0
    apart = anywhere <= 0.4 or (itself <= 0.25 and anywhere <= 0.6)
    if len(rare) < 2 or not apart:
        return ""
    return "" if author_there(reference, page) else page.titles[0]


def no_word_in_common(reference: Reference, page: Page) -> bool:
    """Whether a page of a few words has none of the title's, nor an author's name; False where that tells nothing."""
    rare = rare_words(reference, page)
    numbered = page.titles and _a_number(page.titles[0]) and re.search(r"\d", page.titles[0])
    if len("".join(rare)) < ONE_LONG_WORD or numbered:
        return False
    there = _terms(" ".join((*page.titles, page.html.prose or page.text[:6000])))
    return _share(rare, there) <= HARDLY_ANY and not author_there(reference, page)


def rare_words(reference: Reference, page: Page) -> list[str]:
    """The words of the cited title that would not be on any page of the site."""
    site = _words_of_site(reference, page)
    return [
        word
        for word in _terms(cited_title(reference))
        if (len(word) > 3 or not word.isascii()) and word not in site
    ]


def listing(page: Page) -> bool:
    """Whether a page is by its heading a list of what is new or of what there is."""
    return any(_LISTING.match(text) for text in page.html.headings[:1]) and len(page.text) > 300


def _a_number(title: str) -> bool:
    """Whether a page calls itself by a number or an acronym, as courts and registers do: no words to compare."""
    long_words = [word for word in re.findall(r"[^\W\d_]+", title) if len(word) > 3]
    return len(long_words) < 2 and (title.isupper() or bool(re.search(r"\d", title)))


def cited_title(reference: Reference) -> str:
    """The title of the work, as the reference has it."""
    return str(reference.entry.fields.get("title", ""))


def author_there(reference: Reference, page: Page) -> bool:
    """Whether a page names an author or editor of the work."""
    folded = f" {' '.join(_words(' '.join((*page.titles, *page.html.authors, page.text))))} "
    return any(
        name != "others" and f" {name} " in folded
        for role in ("author", "editor")
        for person in _names(reference.entry.fields.get(role))
        if (name := " ".join(_words(person.family or person.literal)))
    )


def _names(value: object) -> Sequence[Name]:
    return value if isinstance(value, tuple) else ()


def _parts(title: str) -> list[str]:
    """A title cut where a site's name is joined to it."""
    return re.split(r"\s+[|–—·:»«•-]\s+|\s*[|»•:]\s+", title)


def _main_title(title: str) -> tuple[list[str], list[str]]:
    """The words before the colon, and those after it."""
    main, *rest = re.split(r"[:.?!–—]\s", title, maxsplit=1)
    return _words(main), _words(rest[0]) if rest else []


def _site_name(main: Sequence[str], rest: Sequence[str], page: Page) -> bool:
    """Whether what stands before a colon is the name of the site, and what follows is not on the page."""
    if not rest or _share(rest, _words(page.text[:20000])) > 0.5:
        return False
    joined = " ".join(main)
    names = [*page.html.meta.get("og:site_name", ()), *_owners(page.text)]
    return any(joined in " ".join(_words(name)) for name in names)


def _owners(text: str) -> list[str]:
    """Whom the page's lines of copyright name."""
    return re.findall(r"(?:©|\(c\)|copyright)\s*[\d\s,–-]{0,14}([^.©|]{3,60})", text, re.IGNORECASE)


def _beside_heading(page: Page) -> list[str]:
    """What a title has beside the page's first heading: the name of the site."""
    first, last = _parts(page.html.title)[:1], _parts(page.html.title)[1:][-1:]
    headed = first and page.html.headings and fold(first[0]) == fold(page.html.headings[0])
    return last if headed else []


def _words_of_site(reference: Reference, page: Page) -> frozenset[str]:
    """Words that would be on any page of this site, and so say nothing of this one."""
    fields = reference.entry.fields
    names = [*page.html.meta.get("og:site_name", ()), *_owners(page.text), *_beside_heading(page)]
    names += [
        str(fields[name])
        for name in (
            "journal",
            "journaltitle",
            "publisher",
            "institution",
            "organization",
            "website",
        )
        if isinstance(fields.get(name), str)
    ]
    host = split_url(page.html.canonical).host
    return frozenset(word for name in (*names, host.replace(".", " ")) for word in _terms(name))


def other_language(title: str, page: Page) -> bool:
    """Whether title and page are in different scripts or languages, so that words cannot be compared."""
    latin = len(re.findall(r"[a-z]", fold(title)))
    sample = (page.html.prose or page.text)[:6000]
    if (latin > len(title) / 3) != (len(re.findall(r"[A-Za-z]", sample)) > len(sample) / 3):
        return True
    mine, theirs = language_of(title), language_of(sample)
    theirs = theirs or frozenset(filter(None, (page.html.language[:2],)))
    return bool(mine and theirs and not mine & theirs)


def language_of(text: str) -> frozenset[str]:
    """The languages a text may be in, by its small words; none where it has none."""
    words = text if text.isupper() else _ACRONYM.sub(" ", text)
    return likely_languages(re.findall(r"\w+", words.lower()))


def letters_in_common(title: str, page: Page) -> bool:
    """Whether a title has letters beyond those of English that the page's language uses as well."""
    own = [letter for letter in title.lower() if letter.isalpha() and not letter.isascii()]
    return len(own) > 1 and set(own) <= set((page.html.prose or page.text).lower())


def title_words(reference: Reference) -> list[str]:
    """The words of the cited title that say something."""
    return _words(cited_title(reference))


def _words(text: str) -> list[str]:
    """Folded words that say something; Chinese and Japanese count character by character."""
    folded = fold(text)
    if not folded.isascii():
        folded = re.sub(r"([\u3040-\u30ff\u3400-\u9fff])", r" \1 ", folded)
    return [word for word in folded.split() if word not in _STOP]


def _terms(text: str) -> list[str]:
    """Folded words that say something; of Chinese and Japanese, pairs of neighbours, for any text has the signs."""
    folded = fold(text)
    if folded.isascii():
        return _words(text)
    spread = _RUN.sub(
        lambda run: f" {' '.join(map(''.join, zip(run[0], run[0][1:], strict=False)))} ", folded
    )
    return [word for word in spread.split() if word not in _STOP]


def _share(wanted: Sequence[str], there: Sequence[str]) -> float:
    if not wanted:
        return 0.0
    pool = set(there)
    return sum(word in pool for word in wanted) / len(wanted)
