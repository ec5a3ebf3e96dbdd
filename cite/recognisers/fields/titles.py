"""The title where typography shows it: in quotation marks, in italics, or as the words of a link."""

import re

from cite.model.document import Span
from cite.recognisers.addresses.url import looks_like_address
from cite.recognisers.fields.imprint_words import is_periodical
from cite.recognisers.fields.names import could_be_names, is_organisation, split_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.kinds import kind_of_work
from cite.recognisers.text.typography import unquoted
from cite.recognisers.text.vocabulary import YEAR

_IN = re.compile(r"\b(?:in|In|en|dans|from)\b:?\s*$")
_IN_SOMEBODYS = re.compile(
    r"[.,?!]\s+[Ii]n:?\s+(?P<names>[^“”\"]{3,200}?)(?:,?\s*\(?[Ee]ds?\.?\)?)?[,:]?\s*$"
)
_LONGEST_HEAD = 600
"""Characters before a title that may still be its authors: some works have forty."""


def shows_title(draft: Draft) -> bool:
    """Whether typography says what the title is."""
    return _marked_title(draft) is not None


def read_title(draft: Draft) -> None:
    """The title; of two marks the first, unless the first names a body or a periodical."""
    span = _marked_title(draft)
    if span is None:
        return
    if plain := _plain_title_before(draft, span):
        draft.put("title", draft.text[plain.start : plain.end], plain)
        draft.title = plain
        return
    inner = inside_marks(draft.text, span)
    if span in draft.part.italics and _VOLUME_AND_PAGES.match(draft.text, span.end):
        draft.put("journal", draft.text[inner.start : inner.end], inner)
        draft.title = draft.container = span
        return
    if bracketed := _TRANSLATED_INSIDE.fullmatch(draft.text, inner.start, inner.end):
        inner = Span(*bracketed.span("title"))
        draft.put_group("titleaddon", bracketed, "translation")
    draft.put("title", draft.text[inner.start : inner.end], inner)
    draft.use(span)
    draft.title = Span(span.start, read_addition(draft, span.end, "titleaddon"))


_OTHER_SCRIPT = r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af《》〈〉“”]"
_ADDITION = re.compile(
    rf"(?P<script>[\s.,]{{0,3}}{_OTHER_SCRIPT}[^\x00-\x7f]{{1,90}}?)?"
    r"[\s.,]{0,3}\[\s?[“‘\"']?(?P<words>[^\[\]]{3,300}?)[.,]?[”’\"']?\s?\]"
)
"""The title in its own script, and a translation or the kind of work in square brackets."""
_TRANSLATED_INSIDE = re.compile(r"(?P<title>[^\[\]]{4,300}?)\s\[(?P<translation>[^\[\]]{4,300})\]")
_REMARK = r"sic|n\.d\.|hereinafter\b.*|hereafter\b.*|in [A-Z]\w+|[A-Z]\w+ (?:text|edition)"
_NO_TRANSLATION = re.compile(rf"\d[\d–, -]*|(?:{_REMARK})", re.IGNORECASE)


_ISSUE = r"(?:,\s(?:no|nr)\.\s\d{1,4})?"
_VOLUME_AND_PAGES = re.compile(
    rf"[\s,]*\d{{1,4}}{_ISSUE}\s\([^()]{{0,20}}{YEAR}\)[:,]\s?(?:pp?\.\s)?\d"
)
"""`J. Guldi, *Isis* 113 (2022): 210–11`: a review or an article by its author and its periodical alone."""


def read_addition(draft: Draft, at: int, field: str) -> int:
    """A translation in square brackets behind a title or the name of a container; where it ends.

    `“Torgovlya” [Trade]`, *Istoriya* [History]: years in it are the title's own. A word for a kind of
    work, `[Video]`, is that.
    """
    match = _ADDITION.match(draft.text, at)
    if not match or draft.used[match.start("words")]:
        return at
    words = match["words"]
    if kind := kind_of_work(words):
        draft.put("type", kind, Span(*match.span("words")))
    elif _NO_TRANSLATION.fullmatch(words) or not re.search(r"[^\W\d_]{2}", words):
        return at
    else:
        draft.put_group(field, match, "words")
    draft.use(Span(at, match.end()))
    return match.end()


_BRACKETED = re.compile(r"\[(?P<words>[^\[\]]{3,60})\]")


def read_bracketed_kind(draft: Draft) -> None:
    """`[Data set]`, `[Film]`: what kind of work it is, wherever that stands."""
    for match in _BRACKETED.finditer(draft.rest()):
        if kind := kind_of_work(match["words"]):
            draft.put("type", kind, Span(*match.span("words")))
            draft.use(Span(*match.span()))


def inside_marks(text: str, span: Span) -> Span:
    """A title without its quotation marks and the punctuation printed inside them."""
    words = unquoted(text[span.start : span.end]).strip(" ,;:/\n\t\u00a0")
    words = (
        words[:-1]
        if words.endswith(".") and not re.search(r"(?:\.\.|\b[A-Z]|\b(?:etc|Inc|Co|Jr))\.$", words)
        else words
    )
    words = words.rstrip(" ,")
    start = text.find(words, span.start) if words else span.start
    return Span(start, start + len(words))


def _marked_title(draft: Draft) -> Span | None:
    quote = _first(draft, draft.part.quotes)
    italic = _first(draft, draft.part.italics)
    if quote and italic and _IN_A_SENTENCE.match(draft.text, quote.end):
        return italic
    if quote and italic and italic.start < quote.start:
        between = draft.text[italic.end : quote.start]
        italic_text = draft.text[italic.start : italic.end].strip(" ,.")
        names_body = could_be_names(italic_text) and is_organisation(italic_text)
        return quote if names_body and not between.strip(" ,:") else italic
    if quote and quote.start < _LONGEST_HEAD:
        return quote
    if italic:
        return italic
    return None if quote else _linked_words(draft)


def _first(draft: Draft, spans: tuple[Span, ...]) -> Span | None:
    return next(
        (
            span
            for span in spans
            if not draft.used[span.start]
            and len(draft.text[span.start : span.end].strip(" ,.“”\"'‘’")) > 1
        ),
        None,
    )


def _linked_words(draft: Draft) -> Span | None:
    """The words of a link are a title where nothing else is marked."""
    for link in draft.part.links:
        words = link.shown.strip()
        if (
            link.href
            and len(words.split()) > 1
            and not looks_like_address(words)
            and not draft.used[link.span.start]
        ):
            return link.span
    return None


def _plain_title_before(draft: Draft, mark: Span) -> Span | None:
    """A title in plain type before italics that name what it stands in: `Doe, J. (1999). Title. *Journal*`."""
    if mark in draft.part.quotes:
        return None
    head = draft.text[: mark.start]
    introduced = _IN.search(head.rstrip(" ,(")) or _IN_SOMEBODYS.search(head)
    if (
        introduced
        and introduced.groupdict().get("names")
        and not could_be_names(introduced["names"])
    ):
        introduced = None
    body = head[: introduced.start()] if introduced else head
    start = end_of_names(body)
    words = body[start:].strip(" ,.;:()")
    if (
        _ARGUES.search(words)
        or len(words.split()) < 2
        or (could_be_names(words) and not introduced)
    ):
        return None
    if introduced and words[:1].islower():
        return None
    if not start:
        unsigned = is_periodical(draft.text[mark.start : mark.end])
        if not unsigned or not _FIGURES.match(draft.text, mark.end) or not words[0].isupper():
            return None
    at = body.index(words, start)
    return Span(at, at + len(words))


_IN_A_SENTENCE = re.compile(
    r"\s+(?:is|was|are|were|comes|came|appears|appeared|has|had|became|refers|derives|in which|that)\b"
)
_ARGUES = re.compile(
    r"\b(?:our|my|is|are|was|were|we|I|his|her|their|has|have|uses?|see|’s (?:book|essay|article))\b"
)
_FIGURES = re.compile(r"[\s,.]*(?:\(|\d|vol|no\b|[A-Z][a-z]{2,8}\.? \d)")
_YEAR_IN_BRACKETS = rf"\((?P<year>{YEAR})[a-z]?(?:,\s[^()]{{3,20}})?\)"
_YEAR_FIRST = re.compile(
    rf"(?P<names>[^()]{{2,400}}?)[\s,.]*(?:{_YEAR_IN_BRACKETS}|(?<=[.,])\s{YEAR}[a-z]?(?=[.,:]))[.,:]?\s*"
)


def end_of_names(text: str) -> int:
    """How far the beginning of a text is names, with the year that may follow them; 0 where it is not."""
    year_first = _YEAR_FIRST.match(text)
    if year_first and could_be_names(re.sub(r"\(?\b[Ee]ds?\.?\)?$", "", year_first["names"])):
        return year_first.end()
    start = len(text) - len(text.lstrip())
    ends = [start]
    for match in _DELIMITER.finditer(text, start, _LONGEST_HEAD):
        chunk = text[start : match.start()]
        if text[match.start()] == "." and _UNFINISHED.search(chunk):
            continue
        if not could_be_names(chunk):
            break
        if len(ends) > 1 and not _goes_on(text[start : ends[1]], text[ends[-1] : match.start()]):
            break
        if text[match.start()] == ":" and len(chunk.partition(",")[0].split()) > 1:
            break
        ends.append(match.end())
        if text[match.start()] in ".:" or _LAST_NAME.search(text[ends[-2] : match.start()]):
            return match.end()
    ends.pop(0)
    return _among(text[start:], [end - start for end in ends]) + start if ends else 0


_DELIMITER = re.compile(r"[,.:](?=\s)|\s(?=[“\"‘])")
_UNFINISHED = re.compile(r"(?:\b[A-Z]|\b(?:al|Jr|Dr|St|Mr|Mrs|Prof|[Ee]ds?|Int|Nat))$")
_LAST_NAME = re.compile(r"(?:^|\s)(?:and|&|und|et|y)\s|\bet al$")


def _goes_on(first: str, chunk: str) -> bool:
    """Whether a chunk can be one more name in a list that has begun.

    No body, no article; and where the first name is in full, as in `M. Foucault, Discipline and Punish`,
    no words without a given name.
    """
    words = chunk.split()
    if len(words) > 5 or is_organisation(chunk) or words[:1] == ["The"]:
        return False
    in_full = len(first.strip(" ,").split()) > 1
    return not (in_full and _LONE_WORDS.fullmatch(chunk.strip()))


_LONE_WORDS = re.compile(r"[^\W\d_][\w’'-]*\s(?:and|&|und|et)\s[^\W\d_][\w’'-]*")


def _among(text: str, ends: list[int]) -> int:
    """A list without `and` has one author: `Orin S. Kerr, …` or `Doe, Jane, …`, and what follows is the title."""
    first = text[: ends[0]].strip(" ,.:")
    second = text[ends[0] : ends[1]].strip(" ,.:") if len(ends) > 1 else ""
    if not second:
        return ends[0]
    inverted = len(split_names(f"{first}, {second}")) == 1 and not is_organisation(first)
    if len(ends) > 3 and inverted:
        return ends[-1]
    return ends[1] if inverted else ends[0]
