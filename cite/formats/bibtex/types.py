"""Which entry type a work is written as in each dialect, and which fields that type has.

The facts are those of biblatex's data model (what `biber --validate-datamodel` holds an entry to) and of
BibTeX's `plain` style (what it asks for, what it prints). docs/bibtex.md shows each kind of source.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Dialect(StrEnum):
    """For whom a bibliography is written."""

    BIBLATEX = "biblatex"
    """biber takes it without a warning."""
    LAW = "biblatex-law"
    """The same, with `@jurisdiction`, `@legislation` and `@legal` for the styles that know their fields."""
    BIBTEX = "bibtex"
    """BibTeX's `plain` takes it without a warning, accents are commands."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a work: an entry type, what it must have, what it may have."""

    kind: str
    required: tuple[str, ...]
    """Each a field or, with `|`, a choice of fields."""
    allowed: frozenset[str]

    def fits(self, fields: Collection[str]) -> bool:
        """Whether all that it must have is there, or comes from the volume that it refers to."""
        has = {*fields, *(_INHERITED if "crossref" in {*fields} & self.allowed else ())}
        return all(any(one in has for one in need.split("|")) for need in self.required)


_INHERITED = ("booktitle", "editor")
"""What biber takes over from the entry that `crossref` names."""


ALWAYS = frozenset(
    "doi eprint eprinttype eprintclass url urldate archiveurl archivedate year month day date origdate keywords annotation "
    "abstract file langid library shorttitle label title crossref xref related ids options entrysubtype key".split()
)
"""Fields of any type. `archiveurl` and `archivedate` are ours; docs/bibtex.md says how to declare them."""
_SHARED = frozenset(
    "author authortype nameaddon addendum language note pubstate subtitle titleaddon".split()
)
_BOOK = _SHARED | frozenset(
    "editor translator edition address publisher series volume number pages part isbn maintitle volumes "
    "pagetotal chapter eid origlanguage".split()
)
_PART = _BOOK - {"pagetotal"} | {"booktitle", "booksubtitle", "booktitleaddon"}
_EVENT = frozenset("eventtitle eventdate venue".split())


def _form(kind: str, required: str, base: frozenset[str], more: str = "") -> Form:
    return Form(kind, tuple(required.split()), ALWAYS | base | frozenset(more.split()))


_MISC = _form("misc", "", _SHARED, "editor howpublished address organization type version")
_ARTICLE = _form(
    "article", "author title journal", _SHARED,
    "editor translator journal journaltitleaddon volume number issue issuetitle issn pages series eid version origlanguage",
)  # fmt: skip
_BOOKS = (
    _form("book", "author title", _BOOK),
    _form("collection", "editor title", _BOOK - {"author"}),
    _MISC,
)
_PARTS = (
    _form("incollection", "author editor title booktitle", _PART),
    _form("inbook", "author title booktitle", _PART, "bookauthor"),
    _MISC,
)
_PAPERS = (
    _form("inproceedings", "author title booktitle", _PART - {"translator", "edition", "origlanguage"} | _EVENT, "organization"),
    _MISC,
)  # fmt: skip
_THESIS_FIELDS = "school type address pages chapter pagetotal"
BIBLATEX_FORMS: dict[str, tuple[Form, ...]] = {
    "article": (_ARTICLE, _MISC),
    "book": _BOOKS,
    "collection": _BOOKS,
    "incollection": _PARTS,
    "inbook": (_form("inbook", "author title booktitle", _PART, "bookauthor"), _MISC),
    "inproceedings": _PAPERS,
    "proceedings": (
        _form("proceedings", "title", _BOOK - {"author", "translator", "edition"} | _EVENT, "organization"),
    ),
    "techreport": (
        _form("techreport", "author title institution", _SHARED, "institution type number pages address version isrn pagetotal"),
        _MISC,
    ),
    "phdthesis": (_form("phdthesis", "author title school", _SHARED, _THESIS_FIELDS), _MISC),
    "mastersthesis": (_form("mastersthesis", "author title school", _SHARED, _THESIS_FIELDS), _MISC),
    "online": (
        _form("online", "title url|doi|eprint", _SHARED, "editor organization version"),
        _MISC,
    ),
    "unpublished": (
        _form("unpublished", "author title", _SHARED | _EVENT - {"eventdate"}, "howpublished address type"),
        _MISC,
    ),
    "manual": (
        _form("manual", "title", _SHARED, "editor edition address number organization pages publisher series type version isbn"),
    ),
    "booklet": (
        _form("booklet", "author|editor title", _SHARED, "editor howpublished address pages type chapter"),
        _MISC,
    ),
}  # fmt: skip
"""For each type of work the forms biber takes, the closest first; the first that fits is written."""

_LAW = _SHARED | frozenset(
    "editor journal volume number issue pages institution type series publisher address howpublished organization part chapter version".split()
)
LAW_FORMS = {
    "jurisdiction": (_form("jurisdiction", "title", _LAW),),
    "legislation": (_form("legislation", "title", _LAW),),
    "legal": (_form("legal", "title", _LAW),),
    "letter": (_form("letter", "title", _LAW),),
}

_PRINTED = frozenset("author title year month note key".split())
_KEPT = frozenset(
    "doi eprint eprinttype eprintclass url urldate archiveurl archivedate keywords annotation abstract file isbn "
    "issn language langid date".split()
)
"""`plain` passes over what it does not know; these are kept for other styles and for reading back."""


def _plain(kind: str, required: str, more: str) -> Form:
    return Form(kind, tuple(required.split()), _PRINTED | _KEPT | frozenset(more.split()))


_PLAIN_MISC = _plain("misc", "", "howpublished")
_PLAIN_BOOK = _plain(
    "book", "author|editor title publisher", "editor publisher volume number series address edition"
)
_PLAIN_PAPER = _plain(
    "inproceedings", "author title booktitle",
    "booktitle editor volume number series pages address organization publisher",
)  # fmt: skip
_PLAIN_PART = (
    _plain("incollection", "author title booktitle publisher",
           "booktitle publisher editor volume number series type chapter pages address edition"),
    _PLAIN_PAPER,
    _PLAIN_MISC,
)  # fmt: skip
PLAIN_FORMS: dict[str, tuple[Form, ...]] = {
    "article": (_plain("article", "author title journal", "journal volume number pages"), _PLAIN_MISC),
    "book": (_PLAIN_BOOK, _PLAIN_MISC),
    "collection": (_PLAIN_BOOK, _PLAIN_MISC),
    "incollection": _PLAIN_PART,
    "inbook": _PLAIN_PART,
    "inproceedings": (_PLAIN_PAPER, _PLAIN_MISC),
    "proceedings": (_plain("proceedings", "title", "editor volume number series address publisher organization"),),
    "techreport": (_plain("techreport", "author title institution", "institution type number address"), _PLAIN_MISC),
    "phdthesis": (_plain("phdthesis", "author title school", "school type address"), _PLAIN_MISC),
    "mastersthesis": (_plain("mastersthesis", "author title school", "school type address"), _PLAIN_MISC),
    "unpublished": (_plain("unpublished", "author title note", ""), _PLAIN_MISC),
    "manual": (_plain("manual", "title", "organization address edition"),),
    "booklet": (_plain("booklet", "title", "howpublished address"),),
}  # fmt: skip
"""The same for BibTeX's `plain`."""
NEEDS_YEAR = frozenset(
    "article book incollection inproceedings techreport phdthesis mastersthesis proceedings".split()
)
"""Types for which `plain` warns of an empty year."""
SORTED_BY = {"book": ("author", "editor"), "proceedings": ("editor", "organization")}
"""Where not by its author, what `plain` sorts a type by; without it, it asks for a `key`."""

ALIASES = {
    "report": "techreport", "thesis": "phdthesis", "conference": "inproceedings", "electronic": "online",
    "www": "online", "webpage": "online", "mvbook": "book", "mvcollection": "collection", "reference": "collection",
    "inreference": "incollection", "suppcollection": "incollection", "suppbook": "inbook", "bookinbook": "inbook",
    "periodical": "misc", "newspaper": "article", "case": "jurisdiction", "statute": "legislation", "treaty": "legal",
}  # fmt: skip
"""Other names of these types."""


def forms(entry_type: str, dialect: Dialect) -> tuple[Form, ...]:
    """The ways to write a type of work, the closest first; the last one always fits."""
    kind = ALIASES.get(entry_type, entry_type)
    if dialect is Dialect.BIBTEX:
        return PLAIN_FORMS.get(kind, (_PLAIN_MISC,))
    if dialect is Dialect.LAW and kind in LAW_FORMS:
        return LAW_FORMS[kind]
    return BIBLATEX_FORMS.get(kind, (_MISC,))
