"""How a note says where the copy of a page is, in its own language and its own way of writing dates."""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from cite.model.mending import Change

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_PHRASES = {
    "en": "archived at {url} on {date}",
    "de": "archiviert unter {url} am {date}",
    "fr": "archivé à l’adresse {url} le {date}",
    "es": "archivado en {url} el {date}",
    "it": "archiviato in {url} il {date}",
    "pt": "arquivado em {url} em {date}",
    "nl": "gearchiveerd op {url} op {date}",
}
_SIGNS = {
    "en": r"accessed|available at|visited|retrieved",
    "de": r"abgerufen|zuletzt|besucht am|\bS\. \d|Hrsg",
    "fr": r"consult[ée]e?\b|disponible sur|\bpp?\. .*\bet\b",
    "es": r"consultado|consulta:|disponible en",
    "it": r"consultato|ultimo accesso|\bin: ",
    "pt": r"acesso em|acedido|disponível em|consultado em",
    "nl": r"geraadpleegd",
}
"""What notes of a language say of their sources."""
_WORDS = {
    "en": "the and of see in by",
    "de": "und der die das im von zur",
    "fr": "dans le les des du et",
    "es": "y de del el los las en",
    "it": "di della del il gli nel",
    "pt": "e de do da dos em",
    "nl": "van het een en der de",
}
"""Small words; one of them alone is as well a part of somebody's name."""
_ENOUGH = 2


_ADDRESS = re.compile(r"(?:https?:|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words before and after the copy's address."""

    before: str
    after: str


def behind(change: Change) -> Phrase:
    """What is put behind an address that stays: where its copy is, or where the work now is."""
    if change.memento is None:
        return Phrase(", now at", "")
    return archived(change.context, change.memento.datetime)


def archived(context: str, when: datetime, language: str = "") -> Phrase:
    """`, archived at … on 11 July 2009`, as the note it stands in would say it.

    `language` (BCP 47) is that of the article; a note that plainly speaks another is answered in that.
    """
    manner = _manner(context, language.partition("-")[0].lower())
    before, _, after = _PHRASES[manner.language].partition("{url}")
    return Phrase(f", {before.rstrip()}", after.format(date=_date(when, manner)))


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a note writes."""

    language: str
    by_figures: bool
    """Whether it writes 2009-07-11."""
    month_first: bool
    """Whether it writes July 11, 2009."""


@lru_cache(maxsize=64)
def _manner(context: str, declared: str) -> _Manner:
    """Kept for the next link of the same note: one may hold thousands."""
    words = _ADDRESS.sub("", context)
    language = _language(words, declared)
    by_figures = re.search(r"\b\d{4}-\d{2}-\d{2}\b", words) is not None
    month_first = re.search(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}", words) is not None
    return _Manner(language, by_figures, month_first and language == "en")


def _language(context: str, declared: str) -> str:
    """The language with most signs in the words; the declared one, or else English, unless another has enough."""
    known = declared if declared in _SIGNS else "en"
    small = set(re.findall(r"\b[^\W\d_]+\b(?!\.)", context))
    counts = {name: _signs(name, context, small) + (name == known) for name in _SIGNS}
    best = max(counts, key=lambda name: (counts[name], name == known))
    return best if counts[best] >= _ENOUGH else known


def _signs(name: str, context: str, small: set[str]) -> int:
    months = "|".join(_MONTHS[name].split())
    dates = re.findall(rf"\b\d{{1,2}}\.? (?:de )?(?:{months})\b|\b(?:{months}) \d{{1,2}},", context)
    said = re.findall(_SIGNS[name], context, re.IGNORECASE)
    return 2 * (len(dates) + len(said)) + len(small.intersection(_WORDS[name].split()))


def _date(when: datetime, manner: _Manner) -> str:
    month = _MONTHS[manner.language].split()[when.month - 1]
    if manner.by_figures:
        return f"{when:%Y-%m-%d}"
    if manner.month_first:
        return f"{month} {when.day}, {when.year}"
    if manner.language in ("es", "pt"):
        return f"{when.day} de {month} de {when.year}"
    stop = "." if manner.language == "de" else ""
    return f"{when.day}{stop} {month} {when.year}"
