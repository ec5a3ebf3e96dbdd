"""Who stands before a title: as a rule its authors."""

import re
from collections.abc import Callable, Iterator

from cite.model.document import Span
from cite.model.entries import Name
from cite.recognisers.fields.names import could_be_names, is_organisation, split_names
from cite.recognisers.text.draft import Draft
from cite.recognisers.text.romanised import is_romanised
from cite.recognisers.text.vocabulary import CAPITAL, MONTH, MONTHS, YEAR, capital_or_not, either

_LONGEST = 500
"""Characters in which names are looked for behind an argument."""


def read_authors(draft: Draft) -> None:
    """Who stands before the title; editors where it says so."""
    end = draft.title.start
    head = draft.rest(0, end)
    for read in _BESIDE_NAMES:
        head = read(draft, head)
    field, head = _with_role(head)
    head = _OWNED.sub("", head)
    if not _put_names(draft, field, head):
        _put_subject(draft, head)
    draft.use(Span(0, end))


_VOLUME_FIRST = re.compile(r"\s*(?P<volume>\d{1,2})\s+(?=[A-Z])")


def _read_volume(draft: Draft, head: str) -> str:
    """`3 Harold Bloom, *The …*`: a volume may be counted before the authors."""
    volume = _VOLUME_FIRST.match(head)
    if volume is None:
        return head
    draft.put_group("volume", volume, "volume")
    return _blanked(head, volume.end())


_MONTH_AND_DAY = rf"(?P<month>(?i:{MONTH}))(?:\s+(?P<day>\d{{1,2}}))?"
_YEAR_BEHIND = re.compile(
    rf"""
      [\s,.]* [(\[] \s* (?P<year>{YEAR}) [a-z]? (?:,\s+{_MONTH_AND_DAY})? \s* [)\]] [.,:]? \s*$
    | [\s,.]+ (?P<bare>{YEAR}) [a-z]? [.,:]? \s*$
    """,
    re.VERBOSE,
)
_INITIAL_AT_END = re.compile(rf"\b{CAPITAL}$")


def _read_year(draft: Draft, head: str) -> str:
    """`Doe, J. (1999).`: the year behind the names; the full stop of an initial is no part of it."""
    year = _YEAR_BEHIND.search(head)
    if year is None:
        return head
    start = year.start()
    start += head[start] == "." and bool(_INITIAL_AT_END.search(head[:start]))
    if not could_be_names(head[:start]):
        return head
    group = "year" if year["year"] else "bare"
    draft.put("year", int(year[group]), Span(*year.span(group)))
    if year["month"]:
        draft.put("month", MONTHS[year["month"].lower().rstrip(".")], Span(*year.span("month")))
        draft.put("day", int(year["day"] or 0), Span(*year.span("day")))
    return head[:start]


_GENRE = re.compile(
    r",\s*(?:Op-?\s?Ed|"
    + either(
        "Editorial | Opinion | Book Review | Note | Comment | Book Note | Foreword | Introduction | Address | Keynote | "
        "Symposium"
    )
    + r")\.?[,:]?\s*$"
)
_STUDENT_NOTE = re.compile(
    rf"\s*{either('Note | Comment | Recent Case | Book Note | Editorial | Case Note | Developments in the Law')}[,:—–-]\s*"
)


def _drop_genre(draft: Draft, head: str) -> str:
    """`Jane Doe, Note,` and `Comment, `: what kind of article it is."""
    head = _GENRE.sub("", head)
    note = _STUDENT_NOTE.match(head)
    return _blanked(head, note.end()) if note else head


_PART_IN_A_WORK = re.compile(
    r"[\s,(]+(?P<role>co-?hosts?|hosts?|(?:exec(?:utive)?\.?\s)?prod(?:ucer)?s?\.?|dir(?:ector)?\.|directors?|inventors?|"
    + either(
        "presenter | narrator | writer | screenwriter | interviewer | reporter | photographer | illustrator | composer | "
        "conductor | performer"
    )
    + r")[.)]{0,2}[\s,:]*$",
    re.IGNORECASE,
)


def _read_part(draft: Draft, head: str) -> str:
    """`Jane Doe, host,`: what people are to a work that is no text."""
    part = _PART_IN_A_WORK.search(head)
    if part is None:
        return head
    draft.put_group("authortype", part, "role")
    return head[: part.start()]


_STANDARD_BODY = either(
    "ISO | IEC | DIN | ANSI | BS | EN | ASTM | IEEE | NISO | ITU-T | RFC | NF | ÖNORM | AS/NZS"
)
_AND_BODY = rf"[/ ]{either('IEC | EN | ISO | TR | TS | Std | NISO')}"
_STANDARD = re.compile(
    rf"\s*(?P<number>{_STANDARD_BODY}(?:{_AND_BODY})*[ -][A-Z]?\d[\d.:/-]*)[,:.]?\s*"
)


def _read_standard(draft: Draft, head: str) -> str:
    """`ISO 690:2010, *Information and Documentation*`."""
    standard = _STANDARD.match(head)
    if standard is None:
        return head
    draft.put_group("number", standard, "number")
    draft.fields.setdefault("type", "standard")
    return _blanked(head, standard.end())


_RENAMED = re.compile(r"\s*\((?P<now>(?:now|later|formerly|then|today|since)\s[A-Z][^()]{2,80})\)")


def _read_later_name(draft: Draft, head: str) -> str:
    """`Asia Watch (now Human Rights Watch)`: what a body is called today is a note on its name, not the name."""
    for match in _RENAMED.finditer(head):
        draft.put_group("nameaddon", match, "now")
        head = head[: match.start()] + " " * len(match[0]) + head[match.end() :]
    return head


def _blanked(head: str, end: int) -> str:
    return " " * end + head[end:]


_BESIDE_NAMES: tuple[Callable[[Draft, str], str], ...] = (
    _read_volume,
    _read_year,
    _drop_genre,
    _read_part,
    _read_standard,
    _read_later_name,
)
"""What is read before the title beside names; each gives back what it leaves of the words there. In order."""

_EDITOR_BEHIND = r"eds?|hrsg|hg|éds?|dirs?|editors?|comps?"
_TRANSLATOR_BEHIND = r"trans|tr|translators?"
_ROLE_BEHIND = re.compile(
    rf"[\s,(\[]+(?:(?P<editor>{_EDITOR_BEHIND})|(?P<translator>{_TRANSLATOR_BEHIND}))\b\.?[)\]]?\.?[\s,:]*$",
    re.IGNORECASE,
)
_LANGUAGES = re.compile(
    rf"\s*{either('English | German | French | Spanish | Italian | American | British | Russian | new | first')}\s*",
    re.IGNORECASE,
)


def _with_role(head: str) -> tuple[str, str]:
    """The field that the names are of, and the words without their role: `Doe, ed.`; not `German trans.`"""
    role = _ROLE_BEHIND.search(head)
    if not role or role.start() <= 2 or _LANGUAGES.fullmatch(head[: role.start()]):
        return "author", head
    return ("editor" if role["editor"] else "translator"), head[: role.start()]


_WORK = either(
    "book | essay | article | study | work | account | monograph | classic | paper | chapter | report | novel | memoir | "
    "biography | edition | translation | volume | piece"
)
_OWNED = re.compile(rf"(?:,?\s+(?:in|In|on)|[’']s?(?:\s+(?:\w+\s+){{0,2}}{_WORK})?)?[\s,:;(]*$")
"""`David Lowenthal’s recent book, `"""
_SHORTENED = re.compile(r"\b(?:[A-Z]|Jr|Sr|al)$")


def _put_names(draft: Draft, field: str, head: str) -> bool:
    """The first words, from the left, that can be nothing but names up to the title."""
    for start in name_starts(head):
        words = head[start:].strip(" ,:;\u00a0—–-\n\t.")
        if head[start:].rstrip().endswith(".") and _SHORTENED.search(words):
            words += "."
        if words and could_be_names(words) and (names := split_names(words)):
            at = head.index(words, start)
            draft.put(field, _in_their_order(draft, names), Span(at, at + len(words)))
            return True
    return False


def _in_their_order(draft: Draft, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Names with the family first, where the title is Chinese, Japanese or Korean in Latin letters.

    `Tanaka Ichirō, *Minato no rekishi*`: whoever transliterates a title leaves the name in its order.
    """
    title = str(draft.fields.get("title", ""))
    if not is_romanised(title):
        return names
    return tuple(map(_family_first, names))


def _family_first(name: Name) -> Name:
    whole = name.given and not name.particle and not name.suffix
    if not whole or " " in name.given or "." in name.given or "-" in name.given:
        return name
    return Name(name.given, name.family)


_CONJUNCTION = "that|" + capital_or_not(
    "as | but | and | what | where | whereas | when | while | although | for | how | since | because | if"
)
_SUBJECT = re.compile(
    rf"""
    (?: \b (?:{_CONJUNCTION}) \s | [.,;:—–]\s | ^ ) \s*
    (?P<names> {CAPITAL}[\w.’-]+ (?:\s {CAPITAL}[\w.’-]*){{1,3}} )
    (?= (?:[’']s)? \s[a-z] )
    """,
    re.VERBOSE,
)
"""At the head of a clause; what stands behind an article or a preposition does nothing."""


def _put_subject(draft: Draft, head: str) -> None:
    """Who does something in the sentence that leads up to the title: `David Lowenthal borrowed it for …`."""
    for subject in _SUBJECT.finditer(head):
        names = subject["names"]
        if could_be_names(names) and not is_organisation(names):
            draft.put("author", split_names(names), Span(*subject.span("names")), confidence=0.6)
            return


_PARTICLES = frozenset(
    "van von der den de du del della di da la le ter ten al el bin ibn zu y".split()
)
_BEFORE_NAMES = re.compile(rf"(?:[.:;”\"?!—]|(?<![\w’'])[a-z][a-z’']*:?)\s+(?={CAPITAL})")


def name_starts(head: str) -> Iterator[int]:
    """Where the names may begin: at once, or behind the words that lead up to them."""
    yield len(head) - len(head.lstrip(" ,.;:"))
    at = max(0, len(head) - _LONGEST)
    for match in _BEFORE_NAMES.finditer(head[at:]):
        if match[0].strip(" :") not in _PARTICLES:
            yield at + match.end()
