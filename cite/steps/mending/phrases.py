"""How a note says where the copy of a page is, in its own language and its own way of writing dates."""

import re
from dataclasses import dataclass
from datetime import datetime

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
    "de": r"abgerufen|zuletzt|besucht am|\bS\. \d|Hrsg|\bund\b|\bder\b",
    "fr": r"consult[ée]e?|\bpp?\. .*\bet\b|disponible sur|\bdans\b|\bles?\b|\bdes\b",
    "es": r"consultado|consulta:|disponible en|\by\b|\bdel?\b",
    "it": r"consultato|ultimo accesso|\bin: |\bdella?\b|\bdi\b",
    "pt": r"acesso em|acedido|disponível em|consultado em|\be\b",
    "nl": r"geraadpleegd|\bvan\b|\bhet\b|\been\b",
}
_ENGLISH = r"accessed|available at|visited|retrieved|\bthe\b|\band\b|\bof\b|\bsee\b"


_ADDRESS = re.compile(r"(?:https?:|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words before and after the copy's address."""

    before: str
    after: str


def archived(context: str, when: datetime, language: str = "") -> Phrase:
    """`, archived at … on 11 July 2009`, as the note it stands in would say it.

    `language` (BCP 47) is that of the article; a note that plainly speaks another is answered in that.
    """
    context = _ADDRESS.sub("", context)
    told = _language(context, language.partition("-")[0].lower())
    before, _, after = _PHRASES[told].partition("{url}")
    return Phrase(f", {before.rstrip()}", after.format(date=_date(when, told, context)))


def _language(context: str, declared: str) -> str:
    """The language with most signs in the words, months first; English unless another has more."""
    counts = {
        name: len(re.findall(signs, context, re.IGNORECASE)) for name, signs in _SIGNS.items()
    }
    counts["en"] = len(re.findall(_ENGLISH, context, re.IGNORECASE))
    for name, months in _MONTHS.items():
        own = "|".join(months.split())
        counts[name] += 2 * len(
            re.findall(rf"\b\d{{1,2}}\.? (?:de )?(?:{own})\b|\b(?:{own}) \d{{1,2}},", context)
        )
    if declared in counts:
        counts[declared] += 1
    best = max(counts, key=lambda name: (counts[name], name == "en"))
    return best if counts[best] > counts["en"] else "en"


def _date(when: datetime, language: str, context: str) -> str:
    month = _MONTHS[language].split()[when.month - 1]
    if re.search(r"\b\d{4}-\d{2}-\d{2}\b", context):
        return f"{when:%Y-%m-%d}"
    if language == "en" and re.search(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}", context):
        return f"{month} {when.day}, {when.year}"
    if language in ("es", "pt"):
        return f"{when.day} de {month} de {when.year}"
    stop = "." if language == "de" else ""
    return f"{when.day}{stop} {month} {when.year}"
