"""Whether what was read is what the gold says: values folded, so that punctuation and case decide nothing."""

import re
import unicodedata

from cite.model.entries import Entry, FieldValue, Name

CORE = (
    "author", "editor", "translator", "title", "journal", "booktitle", "year", "volume", "number", "pages",
    "publisher", "address", "edition", "doi", "url",
)  # fmt: skip
"""The fields that count towards the score."""
ALIASES = {
    "institution": "publisher", "school": "publisher", "organization": "publisher", "howpublished": "publisher",
    "location": "address", "journaltitle": "journal", "reporter": "journal",
}  # fmt: skip
"""Fields by the names they are scored under."""
_NUMBER_WORDS = {
    "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "revised": "rev", "zweite": "2",
}  # fmt: skip


def core_fields(entry: Entry) -> dict[str, FieldValue]:
    """The fields of an entry that are scored, by the names they are scored under."""
    fields: dict[str, FieldValue] = {}
    for name, value in entry.fields.items():
        known = ALIASES.get(name, name)
        if known in CORE and value and not _repeats_author(entry, known, value):
            fields.setdefault(known, value)
    return fields


def _repeats_author(entry: Entry, name: str, value: FieldValue) -> bool:
    """BibTeX wants an institution of every report: where none is printed, it is the body that wrote it."""
    author = entry.fields.get("author")
    if name != "publisher" or not isinstance(author, tuple) or entry.spans.get("author") is None:
        return False
    return bool(author) and author[0].literal == value


_SAME_TYPES = {
    "phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report", "conference": "inproceedings",
}  # fmt: skip


def same_type(gold: str, read: str) -> bool:
    """Whether two entry types are the same, by BibTeX's names or biblatex's."""
    return _SAME_TYPES.get(gold, gold) == _SAME_TYPES.get(read, read)


def same(name: str, gold: FieldValue, read: FieldValue) -> bool:
    """Whether two values of a field are the same."""
    if name in ("author", "editor", "translator"):
        return _same_names(gold, read)
    return _folded(name, gold) == _folded(name, read)


def _folded(name: str, value: FieldValue) -> str:
    text = str(value)
    match name:
        case "pages":
            return _pages(text)
        case "volume" | "number":
            return re.sub(r"^(?:vol|bd|band|tome|no|nr)\b\s*", "", fold(text)).replace(" ", "")
        case "edition":
            words = fold(text).split()
            first = re.sub(r"^(\d+)(?:st|nd|rd|th|d|e)?$", r"\1", words[0]) if words else ""
            return _NUMBER_WORDS.get(first, first)
        case "url":
            return re.sub(r"^(?:https?://)?(?:www\.)?|[/.]+$", "", re.sub(r"\s", "", text)).lower()
        case "doi":
            return text.lower()
    return fold(text)


def fold(text: str) -> str:
    """Letters and digits alone, without case and accents, words broken across lines joined."""
    whole = re.sub(r"(?<=[^\W\d_])- (?=[^\W\d_])", "", text)
    plain = unicodedata.normalize("NFKD", whole).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
    return " ".join(re.findall(r"\w+", plain.replace("'", "").replace("­", "")))


def _pages(text: str) -> str:
    numbers = re.findall(r"[a-z]{0,3}\d+|[ivxlc]+", fold(text.split(",")[0]))
    if len(numbers) > 1 and numbers[0].isdigit() and numbers[1].isdigit():
        first, last = numbers[:2]
        if len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        return f"{first}-{last}"
    return "-".join(numbers[:2])


_SMALL = frozenset("and et al a i und y e with others eds ed hrsg in the by ou u".split())


def _same_names(gold: FieldValue, read: FieldValue) -> bool:
    """Split names: families in order and fitting initials. Names as printed: the same words."""
    if not isinstance(read, tuple):
        return False
    if isinstance(gold, tuple):
        golden = [name for name in gold if name.literal != "others"]
        people = [name for name in read if name.literal != "others"]
        return len(golden) == len(people) and all(map(_same_name, golden, people))
    words = " ".join(_printed(name) for name in read)
    return _words(str(gold)) == _words(words)


def _printed(name: Name) -> str:
    return name.literal or f"{name.given} {name.particle} {name.family} {name.suffix}"


def _words(text: str) -> list[str]:
    """Words in any order, initials apart: `J.K.` and `JK` are the same."""
    words = []
    loud = re.search(r"[A-ZÀ-Ž]{4,}", text)
    for word in re.findall(r"[^\W\d_]+", re.sub(r"['’]", "", text)):
        words += list(word) if word.isupper() and len(word) <= 3 and not loud else [word]
    return sorted(w for word in words if (w := fold(word)) not in _SMALL and w)


def _same_name(gold: Name, read: Name) -> bool:
    if gold.literal or read.literal:
        return fold(_printed(gold)) == fold(_printed(read))
    family = fold(f"{gold.particle} {gold.family}") == fold(f"{read.particle} {read.family}")
    return family and fold(gold.given)[:1] == fold(read.given)[:1]
