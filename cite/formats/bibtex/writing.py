"""A reference to the text of its entry."""

import re
from collections.abc import Callable, Mapping

from cite.formats.bibtex.blocks import MONTHS, render
from cite.formats.bibtex.digest import DIGEST, digest
from cite.formats.bibtex.names import write_names
from cite.formats.bibtex.phrases import (
    WORDS,
    archive_phrase,
    container_phrase,
    partial_date,
    url_command,
)
from cite.formats.bibtex.types import ALIASES, NEEDS_YEAR, SORTED_BY, Dialect, Form, forms
from cite.formats.edtf import NO_DATE
from cite.formats.edtf import parse as parse_edtf
from cite.formats.latex import escape, spell_out
from cite.model.entries import FieldValue, Name
from cite.model.notes import roman_to_int
from cite.model.references import Reference

NOTE = "annotation"
VERBATIM = frozenset(
    "url doi eprint archiveurl isbn issn urldate archivedate file verba verbb verbc".split()
)
ORDER = (
    "author", "editor", "translator", "key", "title", "subtitle", "titleaddon", "journal", "booktitle", "edition",
    "series", "volume", "number", "issue", "pages", "chapter", "type", "school", "institution", "organization",
    "publisher", "address", "howpublished", "date", "year", "month", "day", "origdate", "doi", "isbn", "issn", "eprint",
    "eprinttype", "url", "urldate", "archiveurl", "archivedate", "note", "addendum",
)  # fmt: skip
_LAST = ("keywords", NOTE, DIGEST)
_SAME_FAMILY = ({"book", "collection"}, {"incollection", "inbook"})
_RECASED = frozenset("online article incollection inbook inproceedings techreport".split())
"""Types whose titles a style may put in lower case; cases, statutes, letters and books keep their capitals."""
UNTITLED = "[Untitled]"
"""Square brackets, as cataloguers mark a title that the source does not bear."""

Fields = dict[str, FieldValue]


def write_entry(reference: Reference, dialect: Dialect = Dialect.BIBLATEX) -> str:
    """One entry as text, with the digest by which an edit by hand is noticed."""
    kind, texts = entry_texts(reference, dialect)
    return render(kind, reference.key, texts | {DIGEST: digest(kind, texts)})


def entry_texts(reference: Reference, dialect: Dialect) -> tuple[str, dict[str, str]]:
    """Entry type and field texts, in the order in which they are written."""
    entry_type = ALIASES.get(reference.entry.entry_type, reference.entry.entry_type)
    fields = _completed(entry_type, _gathered(reference))
    form = next(
        (one for one in forms(entry_type, dialect) if one.fits(fields)),
        forms(entry_type, dialect)[-1],
    )
    fitted = (_fitted_plain if dialect is Dialect.BIBTEX else _fitted_biblatex)(form, fields)
    fields, left = _parted(form, fitted, plain=dialect is Dialect.BIBTEX)
    if form.kind == "misc" and entry_type != "misc" and "organization" in form.allowed:
        _move(left, fields, ("institution", "school", "publisher"), "organization")
    _say(fields, form, container_phrase(entry_type, left, fields))
    if not any(name in fields for name in SORTED_BY.get(form.kind, ("author",))):
        fields["key"] = _first_words(str(fields["title"]))
    if form.kind != entry_type and not any({form.kind, entry_type} <= f for f in _SAME_FAMILY):
        fields["keywords"] = ", ".join(filter(None, (str(fields.get("keywords", "")), entry_type)))
    spell: Callable[[str], str] = spell_out if dialect is Dialect.BIBTEX else str
    texts = {name: _text(name, value, spell) for name, value in fields.items()}
    if form.kind == "misc" and entry_type not in _RECASED:
        texts["title"] = f"{{{spell(escape(str(fields['title'])))}}}"
    _say_addresses(texts, dialect)
    if reference.raw and reference.notes:
        texts[NOTE] = spell(escape(f"Note {reference.label}: {reference.raw}"))
    return form.kind, {name: texts[name] for name in _in_order(texts) if texts[name]}


def _first_words(title: str) -> str:
    """As many whole words as sixty characters hold."""
    return title if len(title) <= 60 else title[:61].rpartition(" ")[0] or title[:60]


def _gathered(reference: Reference) -> Fields:
    """The entry's fields, and the address given beside it."""
    fields = dict(reference.entry.fields)
    for link in reference.links:
        if "doi" not in fields or "doi.org/10." not in link.url.lower():
            fields.setdefault("url", link.url)
    return {name: value for name, value in fields.items() if value not in ("", ())}


def _completed(entry_type: str, fields: Fields) -> Fields:
    """What one field says that another must say as well, and dates that a calendar has."""
    fields.setdefault("title", UNTITLED)
    for name, other in (("reporter", "journal"), ("court", "institution")):
        if name in fields:
            fields.setdefault(other, fields.pop(name))
    if pmid := fields.pop("pmid", None):
        fields.setdefault("eprint", pmid)
        fields.setdefault("eprinttype", "pubmed")
    if entry_type in ("phdthesis", "mastersthesis") and "institution" in fields:
        fields.setdefault("school", fields.pop("institution"))
    authors, body = fields.get("author"), fields.get("institution")
    if entry_type == "techreport" and body and not authors:
        fields["author"] = (Name(literal=str(body)),)
    if entry_type == "techreport" and not body and isinstance(authors, tuple):
        if all(name.literal and name.literal != "others" for name in authors):
            fields["institution"] = " and ".join(name.literal for name in authors)
    for name in ("urldate", "archivedate"):
        if name in fields and not partial_date(str(fields[name])):
            del fields[name]
    return _dated(fields)


def _dated(fields: Fields) -> Fields:
    """Without a month that has no year, or a day that its month does not have; a range, a season or a guess alone."""
    if fields.get("date") == NO_DATE:
        del fields["date"]
    if "date" in fields:
        for name in ("year", "month", "day"):
            fields.pop(name, None)
        if parse_edtf(str(fields["date"])) is None:
            fields["year"] = str(fields.pop("date"))
        return fields
    year, month, day = (fields.pop(name, None) for name in ("year", "month", "day"))
    if not isinstance(year, int) or not 0 < year < 10_000:
        return fields
    fields["year"] = year
    if isinstance(month, int) and 1 <= month <= 12:
        fields["month"] = month
        if isinstance(day, int) and partial_date(f"{year:04d}-{month:02d}-{day:02d}"):
            fields["day"] = day
    return fields


def _fitted_biblatex(form: Form, fields: Fields) -> Fields:
    """As biblatex's data model has it: whole numbers as volumes."""
    volume = str(fields.get("volume", ""))
    if volume and not (volume.isascii() and volume.isdigit()):
        if number := roman_to_int(volume):
            fields["volume"] = str(number)
        elif form.kind == "article":
            # Styles print volume and number as `27A.5`; so does the number alone.
            fields["number"] = ".".join(
                str(fields[name]) for name in ("volume", "number") if name in fields
            )
            del fields["volume"]
    return fields


def _fitted_plain(form: Form, fields: Fields) -> Fields:
    """As `plain` has it: one of author and editor, one of volume and number."""
    if "year" not in fields and form.kind in NEEDS_YEAR:
        fields["year"] = "n.d."
    if "day" in fields:
        fields["month"] = f"{MONTHS[int(str(fields['month'])) - 1]}~{fields['day']}"
    return fields


def _parted(form: Form, fields: Fields, plain: bool) -> tuple[Fields, Fields]:
    """What the form has fields for, and what must be said in words."""
    kept = {name: value for name, value in fields.items() if name in form.allowed}
    left = {name: value for name, value in fields.items() if name not in form.allowed}
    if plain:
        for name in _refused_by_plain(form, kept):
            left[name] = kept.pop(name)
    elif form.kind != "article" and not str(kept.get("volume", "0")).isdigit():
        left["volume"] = kept.pop("volume")
    return kept, left


def _refused_by_plain(form: Form, fields: Mapping[str, FieldValue]) -> list[str]:
    """Pairs of fields of which `plain` prints one and warns of the other."""
    refused = []
    if form.kind == "book" and "author" in fields and "editor" in fields:
        refused.append("editor")
    if form.kind == "article" and "number" in fields and "volume" not in fields:
        refused.append("number")
    if form.kind in ("book", "incollection", "inproceedings", "proceedings") and "number" in fields:
        if "volume" in fields or "series" not in fields:
            refused.append("number")
    return refused


def _move(left: Fields, fields: Fields, names: tuple[str, ...], target: str) -> None:
    for name in names:
        if name in left and target not in fields:
            fields[target] = left.pop(name)


def _say(fields: Fields, form: Form, phrase: str) -> None:
    """A phrase where the form prints it, after what stands there already."""
    if not phrase:
        return
    name = "howpublished" if "howpublished" in form.allowed else "note"
    before = str(fields.get(name, ""))
    if not before and phrase.split()[0] in WORDS:
        phrase = phrase[0].upper() + phrase[1:]
    fields[name] = ", ".join(filter(None, (before, phrase)))


def _say_addresses(texts: dict[str, str], dialect: Dialect) -> None:
    """The archived copy in words; for `plain`, which prints no address, the address as well."""
    said = []
    if dialect is Dialect.BIBTEX and (url := texts.get("url")):
        accessed = texts.get("urldate")
        said.append(url_command(url, False) + (f" (accessed {accessed})" if accessed else ""))
    name, words = copy_in_words(texts, dialect)
    if said or words:
        texts[name] = ". ".join(filter(None, (texts.get(name, ""), *said, words)))


def copy_in_words(texts: Mapping[str, str], dialect: Dialect) -> tuple[str, str]:
    """The field that says where a copy is kept, and what it says; nothing where there is no copy."""
    plain = dialect is Dialect.BIBTEX
    url = texts.get("archiveurl", "")
    words = archive_phrase(texts.get("archivedate", ""), url_command(url, not plain)) if url else ""
    return "note" if plain else "addendum", words


def _in_order(texts: Mapping[str, str]) -> list[str]:
    known = {*ORDER, *_LAST}
    return [
        *(name for name in ORDER if name in texts),
        *sorted(name for name in texts if name not in known),
        *(name for name in _LAST if name in texts),
    ]


def _text(name: str, value: FieldValue, spell: Callable[[str], str]) -> str:
    if isinstance(value, tuple):
        return spell(write_names(value))
    if name == "month":
        return MONTHS[value - 1] if isinstance(value, int) else value
    if name == "year" and isinstance(value, int):
        return f"{value:04d}"
    if name in VERBATIM or name in ("date", "origdate"):
        return verbatim(str(value))
    if name == "pages":
        return spell(escape(_RANGE.sub("--", str(value))))
    text = escape(str(value))
    return spell(protect_case(text) if name == "title" else text)


def field_text(name: str, value: FieldValue) -> str:
    """One field as a person would write it in a .bib file."""
    if isinstance(value, tuple):
        return write_names(value)
    return str(value) if name in VERBATIM else escape(str(value))


_RANGE = re.compile(r"(?<=\d)\s*[-‐‑‒–—]{1,2}\s*(?=[A-Za-z]{0,2}\d)|\s*[–—]\s*")
_UNSAFE = {"{": "%7B", "}": "%7D", " ": "%20", "\\": "%5C", '"': "%22", "<": "%3C", ">": "%3E"}


def verbatim(text: str) -> str:
    """An address or identifier as it is, except for what would break the file."""
    return "".join(_UNSAFE.get(c, c) for c in text.strip() if c.isprintable())


_WORD = re.compile(r"(?<![\\\w{])[^\W\d_][\w'’./&-]*[^\W_]|(?<![\\\w{])[^\W\d_]")


def protect_case(title: str) -> str:
    """Braces around words whose capitals a style must not take away: `{HIV}/{STI}`, `{McDonald}`.

    Where most words of a clause are in lower case, its capitals mark proper names; in a clause with
    capitals throughout nobody can tell, and the style decides. Clauses are told apart: authors may set
    a title with capitals and its subtitle without.
    """
    shouted = title.isupper()
    return "".join(_protect_clause(clause, shouted) for clause in _CLAUSE.findall(title))


_NEVER_CAPITAL = frozenset(
    "from with into onto over upon under between against among through that than when".split()
)
_CLAUSE = re.compile(r"[^:?!—]+[:?!—]*\s*|[:?!—]+\s*")


def _protect_clause(clause: str, shouted: bool) -> str:
    words = list(_WORD.finditer(clause))
    long = [w[0] for w in words[1:] if len(w[0]) > 3 and w[0].lower() not in _NEVER_CAPITAL]
    sentence = bool(long) and sum(word[0].islower() for word in long) * 2 >= len(long)
    first = words[0].start() if words else -1

    def braced(match: re.Match[str]) -> str:
        word = match[0]
        inner = any(c.isupper() for c in word[1:]) and not shouted
        inner = inner or (len(word) == 1 and word.isupper() and clause[match.end() :][:1] == ".")
        before = clause[max(0, match.start() - 3) : match.start()].rstrip()[-1:]
        starts = match.start() == first or before == "."
        return f"{{{word}}}" if inner or (sentence and word[0].isupper() and not starts) else word

    return _WORD.sub(braced, clause)
