"""Who wrote, edited and translated."""

import re
from collections.abc import Iterator
from itertools import islice

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.imprint_words import is_place, is_publisher
from cite.recognisers.fields.names import could_be_names, is_organisation, split_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.romanised import is_east_asian

_YEAR_BEHIND = re.compile(
    r"[\s,.]*[(\[]\s*(?P<year>(?:1[4-9]|20)\d\d)[a-z]?(?:,\s+(?P<month>[A-Z][a-z]+)(?:\s+\d{1,2})?)?\s*[)\]][.,:]?\s*$|[\s,.]+(?P<bare>(?:1[4-9]|20)\d\d)[a-z]?[.,:]?\s*$"
)
_PARTICLES = frozenset(
    "van von der den de du del della di da la le ter ten al el bin ibn zu y".split()
)
_SUBJECT = re.compile(
    r"(?:\b(?:[Aa]s|[Bb]ut|[Aa]nd|that|[Ww]hat|[Ww]here(?:as)?|[Ww]hen|[Ww]hile|[Aa]lthough|[Ff]or|[Hh]ow|[Ss]ince|[Bb]ecause|[Ii]f)\s|[.,;:—–]\s|^)\s*"
    r"(?P<names>[A-ZÀ-Ž][\w.’-]+(?:\s[A-ZÀ-Ž][\w.’-]*){1,3})(?=(?:[’']s)?\s[a-z])"
)
"""At the head of a clause; what stands behind an article or a preposition does nothing."""
_LANGUAGES = re.compile(
    r"\s*(?:English|German|French|Spanish|Italian|American|British|Russian|new|first)\s*",
    re.IGNORECASE,
)
_LONGEST = 500
"""Characters in which names are looked for behind an argument."""
_OWNED = re.compile(
    r"(?:,?\s+(?:in|In|on)|[’']s?(?:\s+(?:\w+\s+){0,2}(?:book|essay|article|study|work|account|monograph|classic|paper|chapter|report|novel|memoir|biography|edition|translation|volume|piece))?)?[\s,:;(]*$"
)
_GENRE = re.compile(
    r",\s*(?:Op-?\s?Ed|Editorial|Opinion|Book Review|Note|Comment|Book Note|Foreword|Introduction|Address|Keynote|Symposium)\.?[,:]?\s*$"
)
_STUDENT_NOTE = re.compile(
    r"\s*(?:Note|Comment|Recent Case|Book Note|Editorial|Case Note|Developments in the Law)[,:—–-]\s*"
)
_VOLUME_FIRST = re.compile(r"\s*(?P<volume>\d{1,2})\s+(?=[A-Z])")
_ROLE_BEHIND = re.compile(
    r"[\s,(\[]+(?:(?P<editor>eds?|hrsg|hg|éds?|dirs?|editors?|comps?)|(?P<translator>trans|tr|translators?))\b\.?[)\]]?\.?[\s,:]*$",
    re.IGNORECASE,
)


def read_authors(draft: Draft) -> None:
    """Who stands before the title; editors where it says so."""
    end = draft.title.start
    head = draft.rest(0, end)
    if volume := _VOLUME_FIRST.match(head):
        draft.put_group("volume", volume, "volume")
        head = " " * volume.end() + head[volume.end() :]
    if year := _YEAR_BEHIND.search(head):
        group = "year" if year["year"] else "bare"
        start = year.start()
        start += head[start] == "." and bool(re.search(r"\b[A-ZÀ-Ž]$", head[:start]))
        if could_be_names(head[:start]):
            draft.put("year", int(year[group]), Span(*year.span(group)))
            head = head[:start]
    head = _GENRE.sub("", head)
    if note := _STUDENT_NOTE.match(head):
        head = " " * note.end() + head[note.end() :]
    if part := _PART_IN_A_WORK.search(head):
        draft.put_group("authortype", part, "role")
        head = head[: part.start()]
    if standard := _STANDARD.match(head):
        draft.put_group("number", standard, "number")
        draft.fields.setdefault("type", "standard")
        head = " " * standard.end() + head[standard.end() :]
    head = _renamed(draft, head)
    role = _ROLE_BEHIND.search(head)
    field = "author"
    if role and role.start() > 2 and not _LANGUAGES.fullmatch(head[: role.start()]):
        field = "editor" if role["editor"] else "translator"
        head = head[: role.start()]
    head = _OWNED.sub("", head)
    for start in name_starts(head):
        words = head[start:].strip(" ,:;\u00a0—–-\n\t.")
        words = (
            words
            if not head[start:].rstrip().endswith(".")
            or not re.search(r"\b(?:[A-Z]|Jr|Sr|al)$", words)
            else words + "."
        )
        if words and could_be_names(words) and (names := split_names(words)):
            at = head.index(words, start)
            draft.put(field, _in_their_order(draft, names), Span(at, at + len(words)))
            break
    else:
        _subject(draft, head)
    draft.use(Span(0, end))


_PART_IN_A_WORK = re.compile(
    r"[\s,(]+(?P<role>co-?hosts?|hosts?|presenter|narrator|(?:exec(?:utive)?\.?\s)?prod(?:ucer)?s?\.?|dir(?:ector)?\.|directors?|writer|screenwriter|"
    r"interviewer|reporter|photographer|illustrator|inventors?|composer|conductor|performer)[.)]{0,2}[\s,:]*$",
    re.IGNORECASE,
)
_STANDARD = re.compile(
    r"\s*(?P<number>(?:ISO|IEC|DIN|ANSI|BS|EN|ASTM|IEEE|NISO|ITU-T|RFC|NF|ÖNORM|AS/NZS)(?:[/ ](?:IEC|EN|ISO|TR|TS|Std|NISO))*[ -][A-Z]?\d[\d.:/-]*)[,:.]?\s*"
)
"""`ISO 690:2010, *Information and Documentation*`."""
_RENAMED = re.compile(r"\s*\((?P<now>(?:now|later|formerly|then|today|since)\s[A-Z][^()]{2,80})\)")


def _renamed(draft: Draft, head: str) -> str:
    """`Asia Watch (now Human Rights Watch)`: what a body is called today is a note on its name, not the name."""
    for match in _RENAMED.finditer(head):
        draft.put_group("nameaddon", match, "now")
        head = head[: match.start()] + " " * len(match[0]) + head[match.end() :]
    return head


def _in_their_order(draft: Draft, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Names with the family first, where the title is Chinese, Japanese or Korean in Latin letters.

    `Tanaka Ichirō, *Minato no rekishi* [A history of harbors]`: whoever transliterates a title and
    translates it leaves the name in its order.
    """
    title = str(draft.fields.get("title", ""))
    if "titleaddon" not in draft.fields or not is_east_asian(title):
        return names
    return tuple(map(_family_first, names))


def _family_first(name: Name) -> Name:
    whole = name.given and not name.particle and not name.suffix
    if not whole or " " in name.given or "." in name.given or "-" in name.given:
        return name
    return Name(name.given, name.family)


def _subject(draft: Draft, head: str) -> None:
    """Who does something in the sentence that leads up to the title: `David Lowenthal borrowed it for …`."""
    for subject in _SUBJECT.finditer(head):
        names = subject["names"]
        if could_be_names(names) and not is_organisation(names):
            draft.put("author", split_names(names), Span(*subject.span("names")), confidence=0.6)
            return


def name_starts(head: str) -> Iterator[int]:
    """Where the names may begin: at once, or behind the words that lead up to them."""
    yield len(head) - len(head.lstrip(" ,.;:"))
    at = max(0, len(head) - _LONGEST)
    for match in re.finditer(
        r"(?:[.:;”\"?!—]|(?<![\w’'])[a-z][a-z’']*:?)\s+(?=[A-ZÀ-Ž])", head[at:]
    ):
        if match[0].strip(" :") not in _PARTICLES:
            yield at + match.end()


_EDITORS = (
    r"(?<![\w])(?:(?:[Ee]dited|[Cc]ompiled|[Cc]omp\.)(?:\s+and\s+(?:translated|introduced|annotated|edited|compiled))?\s+by|[Ee]ds?\.?\s+by|[Ee]ds?\b\.?|[Ee]ditors?\b|[Hh]erausgegeben\s+von|[Hh]rsg\b\.?(?:\s+v(?:on\b|\.))?|[Hh]g\b\.?(?:\s+v(?:on\b|\.))?|"
    r"[ÉéEe]dité\s+par|éds?\b\.?|(?:sous\s+la\s+)?dir(?:ection\s+de|s?\.)|a\s+cura\s+di|comps?\.|coords?\.|org\.)"
)
_TRANSLATORS = r"(?<![\w])(?:(?:[Tt]ranslated|[Tt]rans\.?)(?:\s+(?:from|into)\s+(?:the\s+)?[A-Z]\w+)?\s+by|[Tt]ransl?\.|[Tt]ranslators?\b|[Tt]rad\b\.?(?:\s+par)?|[Üü]bers\b\.?(?:\s+von)?|[Tt]r\b\.?|trans\b)"
_ROLE = re.compile(
    rf"(?P<both>[Ee]d\.?\s+(?:and|&)\s+trans\.?(?:\s+by)?|[Ee]dited\s+and\s+translated\s+by)|(?P<translator>{_TRANSLATORS})|(?P<editor>{_EDITORS})"
)
_EDITION_BEFORE = re.compile(
    r"(?:(?<!\d)\d{1,2}\s?(?:st|nd|rd|th|d|e|ed|\.)?|\b(?:rev|revised|new|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|intl|int[’']l|student|paperback|"
    r"expanded|enlarged|annotated|daily|digital|critical|late|final|updated|abridged|first|last|this|the|American|English|British|bilingual))\b\.?,?\s*$",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"\s*(?P<names>[^()\[\];:\d“”\"<>]{3,320}?)(?=\s*(?:[(\[;:\d<“\")]|$|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bJr)(?<!\bSt)\.\s|,\s*(?:\d|vols?\b|nos?\b|pp?\.|transl?\b|eds?\b|with\s|series\b|foreword|intro|[A-Z][\w.’ -]{2,30}(?:,\s[\w. ]{2,14})?:)|,?\s+(?:transl?\.|eds?\.)\s))"
)


def read_editors_and_translators(draft: Draft) -> None:
    """Who stands behind the title, or between it and its container."""
    after = draft.title.end
    text = draft.rest(after)
    for match in islice(_ROLE.finditer(text), _MOST_ROLES):
        if _EDITION_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        roles = ("editor", "translator") if match["both"] else (match.lastgroup or "",)
        if all(role in draft.fields for role in roles) or draft.used[after + match.start()]:
            continue
        found = _before_role(text, match) or _behind_role(text, match)
        if found and (names := split_names(text[found.start : found.end])):
            span = Span(after + found.start, after + found.end)
            for role in roles:
                draft.put(role, names, span)
            draft.use(
                Span(min(span.start, after + match.start()), max(span.end, after + match.end()))
            )
            text = draft.rest(after)


_MOST_ROLES = 12
"""No citation names more; what goes on is no citation."""


def _before_role(text: str, role: re.Match[str]) -> Span | None:
    """`Dutton and Jeffreys (eds)`, `Guignon and Pierre, eds.,`, `(Deborah L. Rhode ed., 1990)`."""
    before = text[: role.start()]
    bracketed = before.rstrip().endswith(("(", "["))
    before = before.rstrip().rstrip("([") if bracketed else before
    start = max(before.rfind(mark) for mark in '(;:[”“"')
    gap = max((m.end() for m in re.finditer(r"\s{3,}|\b[Ii]n:?\s", before)), default=0)
    start = max(start + 1, gap, len(before) - 250)
    words = before[start:]
    stops = [m.end() for m in re.finditer(r"[,.]\s+", words)]
    for cut in (0, *stops):
        names = words[cut:].strip(" ,")
        if names and could_be_names(names) and not is_place(names.split(",")[0]) and len(names) > 2:
            at = start + words.index(names, cut)
            return Span(at, at + len(names)) if bracketed or not _forward_marked(role[0]) else None
        if not bracketed and cut == 0 and "," in words.strip(" ,") and not names:
            break
    return None


def _forward_marked(role: str) -> bool:
    return role.rstrip().endswith((" by", " von", " par", " di", " v."))


def _behind_role(text: str, role: re.Match[str]) -> Span | None:
    """`ed. Jentery Sayers`, `edited by Mounia Lalmas, …, Berlin: Springer`."""
    match = _FORWARD.match(text, role.end())
    if not match:
        return None
    names = _names_alone(match["names"])
    if not names:
        return None
    start = text.index(names, match.start("names"))
    return Span(start, start + len(names))


def _names_alone(text: str) -> str:
    """The beginning of a text that is nothing but names: no place and no publisher behind them."""
    names = text.strip(" ,")
    last = re.match(r"(.*,?\s(?:and|&|und|et)\s[^,]+),\s.*$", names)
    if last and could_be_names(last[1]):
        names = last[1]
    while names:
        chunk = names.rpartition(",")[2].strip()
        if could_be_names(names) and not (
            ("," in names) and (is_place(chunk) or is_publisher(chunk))
        ):
            return names
        names = names.rpartition(",")[0].strip()
    return ""
