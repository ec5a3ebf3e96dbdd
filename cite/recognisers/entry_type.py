"""What kind of work the fields describe, and the names its fields then bear."""

import re

from cite.model.references import FieldValue
from cite.recognisers.draft import Draft
from cite.recognisers.names import is_organisation


def conclude_type(draft: Draft) -> str:
    """What the fields make it."""
    fields = draft.fields
    if draft.entry_type:
        return draft.entry_type
    journal = str(fields.get("journal", ""))
    if "booktitle" in fields:
        conference = re.search(
            r"Proceedings|Conference|Symposium|Workshop", str(fields["booktitle"])
        )
        return "inproceedings" if conference else "incollection"
    if "journal" in fields:
        if re.search(r"Proceedings of the \d|Conference on|Symposium on|Workshop on", journal):
            return "inproceedings"
        periodical = (
            "volume" in fields
            or "number" in fields
            or "pages" in fields
            or ("day" in fields)
            or "month" in fields
        )
        if periodical or _PERIODICAL.search(journal) or "url" not in fields:
            return "article"
        return "online"
    if _LETTER.search(draft.text) or _UNPUBLISHED.search(draft.text):
        return "misc"
    if "publisher" in fields or "edition" in fields or "address" in fields:
        return "book"
    if "institution" in fields:
        return "techreport"
    author = fields.get("author")
    corporate = (
        isinstance(author, tuple)
        and author
        and bool(author[0].literal)
        and author[0].literal != "others"
    )
    quoted = any(span == draft.spans.get("title") for span in draft.part.quotes)
    if quoted:
        return "online" if "url" in fields else "misc"
    if "month" in fields or corporate:
        return "techreport"
    if "url" in fields and "year" not in fields:
        return "online"
    return "book" if "year" in fields and author else "misc"


_PERIODICAL = re.compile(
    r"\b(?:Journal|Review|Times|Post|News|Magazine|Quarterly|Studies|Bulletin|Herald|Tribune|Guardian|Gazette|Zeitschrift|Revue|Annals|Letters|Nation|Atlantic|Economist)\b"
)
_LETTER = re.compile(
    r"\b(?:[Ll]etter|[Ii]nterview|[Ee]mail|[Pp]ersonal communication|[Mm]emorandum) (?:to|with|from|by)\b|\b[Ii]nterview with\b"
)
_UNPUBLISHED = re.compile(
    r"\b(?:[Aa]rchives?|[Cc]ollection|[Pp]apers|[Mm]anuscripts?),? (?:[Bb]ox|[Ff]older|[Ff]ol|MS|Department)\b"
)


def name_fields(entry_type: str, fields: dict[str, FieldValue]) -> None:
    """Names of fields as their entry type has them."""
    container = fields.pop("container", None)
    if container and isinstance(container, str):
        if entry_type == "article":
            fields.setdefault("journal", container)
        elif entry_type in ("techreport", "online", "misc") and is_organisation(container):
            fields.setdefault("institution", container)
    if entry_type == "online" and "journal" in fields:
        fields["organization"] = fields.pop("journal")
    if entry_type == "techreport" and "institution" not in fields:
        author = fields.get("author")
        if "publisher" in fields:
            fields["institution"] = fields.pop("publisher")
        elif isinstance(author, tuple) and len(author) == 1 and author[0].literal:
            fields["institution"] = author[0].literal
    if entry_type in ("online", "misc") and "institution" in fields:
        fields["organization"] = fields.pop("institution")
