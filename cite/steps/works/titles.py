"""Whether two titles name one work: words compared, subtitles that were dropped, parts told apart by number."""

import re
from collections.abc import Iterable, Iterator

from cite.model.notes import roman_to_int
from cite.recognisers.text.folding import fold
from cite.steps.works.votes import Vote

ALIKE = 0.84
"""Least share of letters in common of two titles of one work; typing errors and a small word remain above."""
_SHORT = 3
"""Titles of fewer words (*Introduction*, *Annual Report*) have to be the same."""

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_STATUS = re.compile(
    r"^\W*(?:retracted(?:\s+article)?|withdrawn|removed|reprint(?:ed)? of)\s*[:.—–-]\s*", re.I
)
_STATUS_BEHIND = re.compile(
    r"\s*[\[(](?:retracted(?: article)?|withdrawn)\b[^\])]{0,60}[\])]\s*$", re.I
)
_NOTICE_HEADS = (
    "correction", "corrections", "corrigendum", "corrigenda", "erratum", "errata", "addendum",
    "publisher correction", "author correction", "publisher s note", "retraction", "partial retraction",
    "retraction notice", "retraction note", "notice of retraction", "expression of concern",
    "editorial expression of concern", "withdrawal", "removal notice", "berichtigung",
    "rectificatif", "fe de erratas", "errata corrige",
)  # fmt: skip
_REVIEW_HEADS = (
    "review", "review of", "book review", "book reviews", "reviews", "book review of", "review essay",
    "rezension", "rezension zu", "buchbesprechung", "besprechung", "compte rendu", "compte rendu de",
    "recension", "recensione", "recensies", "resena", "reseña", "recenzja", "book note", "book notes",
)  # fmt: skip
_REPLY_HEADS = (
    "reply to",
    "response to",
    "comment on",
    "comments on",
    "commentary on",
    "a reply to",
)
_HEAD_ENDS = r"(?:\s*[:.—–-]\s*|\s+(?:to|of|on|for|zu|zur|de|du|à)\b[:\s]*|\s*[\"“‘'«])"
_REVIEW_SIGNS = re.compile(
    r"\[\s*(?:book\s+)?review|\breviewed by\b|\b\d{2,4}\s?(?:pp?|S|páginas|pages|Seiten)\b\.?|\bISBN\b"
    r"|[£$€]\s?\d+|\b(?:hardback|paperback|hbk|pbk|cloth)\b",
    re.I,
)
_PART_WORDS = frozenset(
    "part parts teil partie parte volume vol band tome no number chapter".split()
)


def _head(title: str, heads: Iterable[str]) -> bool:
    plain = title.lower().replace("’", " ").replace("'", " ").strip(' "“‘[')
    return any(re.match(rf"{re.escape(head)}{_HEAD_ENDS}", plain) for head in heads)


def announces_notice(title: str) -> bool:
    """Whether a title is that of a notice about a work: `Corrigendum to: …`, `Retraction—…`."""
    return _head(title, _NOTICE_HEADS) or fold(title) in _NOTICE_HEADS


def announces_review(title: str) -> bool:
    """Whether a title is that of a review, or of a reply: names of people and prices of books stand in it."""
    heads = (*_REVIEW_HEADS, *_REPLY_HEADS)
    return _head(title, heads) or bool(_REVIEW_SIGNS.search(title))


def plain_title(title: str) -> str:
    """A title without markup and without what an index put before it when the work was retracted."""
    bare = _STATUS.sub("", _MARKUP.sub("", title))
    return _STATUS_BEHIND.sub("", bare).strip()


def title_words(title: str) -> tuple[str, ...]:
    """The folded words of a title; `&` is `and`."""
    return tuple(fold(plain_title(title).replace("&amp;", "&").replace("&", " and ")).split())


def main_title(title: str) -> str:
    """What stands before the subtitle."""
    return re.split(r"(?:[:?!]|\.\s|\s[–—-])\s*", plain_title(title), maxsplit=1)[0]


def vote_on_titles(cited: str, found: Iterable[str]) -> tuple[Vote, float]:
    """Whether a cited title is one of those of a record, and how like the nearest is (0 … 1)."""
    words = title_words(cited)
    if not words:
        return Vote.SILENT, 0.0
    best = (Vote.SILENT, 0.0)
    for title in found:
        if not (theirs := title_words(title)):
            continue
        likeness = _likeness(words, theirs)
        if _one_work(cited, title, likeness):
            return Vote.AGREES, max(likeness, ALIKE)
        if best[0] is Vote.SILENT or likeness > best[1]:
            best = (Vote.DIFFERS, likeness)
    return best


def _one_work(cited: str, found: str, likeness: float) -> bool:
    mine, theirs = title_words(cited), title_words(found)
    if announces_notice(cited) != announces_notice(found):
        return False
    if _numbering(mine) != _numbering(theirs) and not _dropped_subtitle(cited, found):
        return False
    if min(len(mine), len(theirs)) < _SHORT:
        return mine == theirs or _dropped_subtitle(cited, found)
    return likeness >= ALIKE or _dropped_subtitle(cited, found)


def _dropped_subtitle(cited: str, found: str) -> bool:
    """Whether one is the other up to its colon, and the whole of itself."""
    for whole, longer in ((cited, found), (found, cited)):
        words, main = title_words(whole), title_words(main_title(longer))
        if _numbering(words) != _numbering(title_words(longer)[: len(words) + 2]):
            continue  # the second part of a title is no subtitle of the first
        if words == main and len(title_words(longer)) > len(main) and len("".join(main)) >= 6:
            return True
        if len(words) >= 4 and len(words) < len(title_words(longer)):
            if title_words(longer)[: len(words)] == words and _cut_at_a_stop(longer, len(words)):
                return True
    return False


def _cut_at_a_stop(title: str, words: int) -> bool:
    """Whether punctuation follows the first so many words of a title."""
    found = list(re.finditer(r"[\w'’]+", plain_title(title)))
    if words >= len(found):
        return False
    return bool(
        re.search(r"[:;.?!–—(-]", plain_title(title)[found[words - 1].end() : found[words].start()])
    )


def _likeness(mine: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    from rapidfuzz.distance import Indel

    letters = Indel.normalized_similarity(" ".join(mine), " ".join(theirs))
    whole_words = Indel.normalized_similarity(mine, theirs)
    # Words that are other words count against titles whose letters happen to be alike.
    return float(letters) if whole_words >= 0.5 else float(letters) * (0.6 + whole_words * 0.8)


def _numbering(words: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers that tell parts of one title apart: figures, and Roman numerals at its end or after `part`."""
    return tuple(_numbers(words))


def _numbers(words: tuple[str, ...]) -> Iterator[int]:
    for at, word in enumerate(words):
        after_part = at > 0 and words[at - 1] in _PART_WORDS
        if word.isdigit() and word.isascii():
            yield int(word)
        elif after_part or (at == len(words) - 1 and at > 0 and len(word) > 1) or word in _CLEAR:
            if value := roman_to_int(word):
                yield value


_CLEAR = frozenset("ii iii iv vi vii viii ix xi xii xiii".split())
"""Numerals that are no word of a language, so that they count wherever they stand."""


def title_in(text_words: list[str], title: str) -> tuple[Vote, float, int]:
    """Whether a title stands in a reference, how well, and behind which of its letters it ends.

    The letters are those of the folded words joined by spaces. A title of few words has to stand there as it is.
    """
    from rapidfuzz import fuzz

    words = title_words(title)
    text = " ".join(text_words)
    wanted = " ".join(words)
    if not wanted or not text:
        return Vote.SILENT, 0.0, 0
    at = f" {text} ".find(f" {wanted} ")
    if at >= 0:
        return Vote.AGREES, 1.0, at + len(wanted)
    if len(words) < _SHORT + 1 or len(wanted) < 16 or len(wanted) > len(text) + 8:
        return Vote.DIFFERS, 0.0, 0
    aligned = fuzz.partial_ratio_alignment(wanted, text)
    if aligned is None:
        return Vote.DIFFERS, 0.0, 0
    there = text[aligned.dest_start : aligned.dest_end]
    score = _likeness(words, tuple(there.split()))
    same_parts = _numbering(words) == _numbering(tuple(there.split()))
    agrees = score >= ALIKE and same_parts
    return (Vote.AGREES if agrees else Vote.DIFFERS), score, aligned.dest_end
