"""Short forms: whether they can hold what they support, and whether a reader finds the place."""

import re
from collections.abc import Iterator

from cite.model.entries import Entry
from cite.model.findings import Finding, Level
from cite.model.references import Citation, CrossReference, ReadNote
from cite.recognisers.text.folding import fold
from cite.steps.editing.article import Article, Spot, pattern
from cite.steps.editing.locators import PAGED, names_place
from cite.steps.editing.rule import Measured, Rule

_IBID = ("ibid", "id")
_YEAR = re.compile(r"(?<![\w.,/–-])(?P<year>1[5-9]\d\d|20\d\d)(?!\w|[–/-]\d)")
_NOT_PAST = re.compile(
    r"\b(?:by|until|till|before|to|for|through|towards?|beyond)\s+(?:the year\s+)?$", re.I
)
_FIRST_HAND = re.compile(
    r"\b(?:I|we)\s(?:\w+\s)?(?:consulted|met|spoke|talked|asked|interviewed|visited|saw|heard|witnessed|attended|wrote to|phoned|telephoned|corresponded)\b"
    r"|\b(?:told|informed|assured|wrote to|urged)\s(?:me|us)\b|\bin (?:an interview|conversation) with (?:me|us|the author)\b"
)


_SEE = re.compile(r"\b(?:see|cf|compare|generally|vgl|siehe|reference)\b", re.I)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")


def _older(article: Article) -> Iterator[Finding]:
    """Short forms that stand for what happened after their work appeared, or for what the author did."""
    for read, item in article.pointers():
        target = article.full.get(item.key or "")
        year = target.fields.get("year") if target else None
        sentence = read.note.sentence
        if (
            target is None
            or not isinstance(year, int)
            or len(read.items) > 1
            or _SEE.search(read.note.text)
        ):
            continue
        told = _events_after(sentence, year) or _first_hand(sentence)
        if told and item.target:
            message = (
                f"Note {read.note.label} points at the work of {year} in note {item.target.label}, and {told}. "
                "Is another source meant?"
            )
            level = Level.WARNING if _events_after(sentence, year) else Level.INFO
            yield Finding("short-form-too-old", level, message, read.note.place, read.note.label)


def _events_after(sentence: str, year: int) -> str:
    years = [
        int(match["year"])
        for match in _YEAR.finditer(_BRACKETS.sub(_blank, sentence))
        if not _NOT_PAST.search(sentence[: match.start()])
    ]
    return f"its sentence tells of {min(years)}" if years and min(years) > year else ""


def _blank(bracket: re.Match[str]) -> str:
    return " " * len(bracket[0])


def _first_hand(sentence: str) -> str:
    found = _FIRST_HAND.search(sentence)
    return f"its sentence tells what the author did or heard (“{found[0]}”)" if found else ""


def _without_place(article: Article) -> Iterator[Finding]:
    """Ibid. and its like that name no page, where the note before named none either."""
    spots, kind = [], []
    placed: dict[str, bool] = {}
    for read in article.notes:
        for item in read.items:
            key = item.entry.key if isinstance(item, Citation) else item.key or ""
            if isinstance(item, CrossReference) and _lacks_place(read, item, article.full.get(key)):
                if not (item.form in _IBID and placed.get(key)):
                    spots.append(Spot.of(read.note))
                    kind.append(item.form in _IBID)
            placed[key] = bool(item.locator) or (item_is_ibid(item) and placed.get(key, False))
    if spots:
        what = "Ibid." if all(kind) else "A short form"
        message = (
            f"{what} names no page {{where}}: the same work is meant, and nobody knows where in it."
        )
        yield pattern("short-form-without-page", Level.INFO, message, spots)


def item_is_ibid(item: Citation | CrossReference) -> bool:
    """Whether it says 'the same place' as well as 'the same work'."""
    return isinstance(item, CrossReference) and item.form in _IBID


_CAPTION = re.compile(r"(?:source|figure|fig\.|table|photo|quelle|fonte)\b", re.I)


def _lacks_place(read: ReadNote, item: CrossReference, target: Entry | None) -> bool:
    if read.note.text[: item.span.start].strip() or _CAPTION.match(read.note.sentence):
        return False
    text = read.note.text[item.span.start : item.span.end + 30]
    if names_place(text) or any(names_place(one.sentence) for one in read.note.markers):
        return False
    if item.locator or target is None or target.entry_type not in PAGED:
        return False
    if target.entry_type == "article" and "url" in target.fields:
        return False
    return not _SEE.search(read.note.text)


def _without_number(article: Article) -> Iterator[Finding]:
    spots, heads = [], []
    order = [read.note.id for read in article.notes]
    before = dict(zip(order[1:], order, strict=False))
    for read, item in article.pointers():
        if item.form in ("op-cit", "loc-cit") and not item.label and item.key and item.target:
            if before.get(read.note.id) != item.target.id:
                spots.append(Spot.of(read.note))
                heads.append(f"{read.note.label} to {item.target.label}")
    if spots:
        message = f"Op. cit. does not say which note gives the work in full {{where}} ({'; '.join(heads[:12])})."
        yield pattern("op-cit-without-note", Level.INFO, message, spots)


def _disagree(article: Article) -> Iterator[Finding]:
    """Names in a short form that the work it is led to, by its note's number, does not have."""
    for read, item in article.pointers():
        target = article.full.get(item.key or "")
        if target is None or not item.names or not item.label:
            continue
        ours = {fold(name.family or name.literal) for name in item.names} - {"others", ""}
        people = [target.fields.get(field, ()) for field in ("author", "editor")]
        theirs = {
            fold(name.family or name.literal)
            for names in people
            if isinstance(names, tuple)
            for name in names
        }
        if ours and theirs and not ours & theirs and not _within(ours, theirs, target):
            who = " and ".join(name.family or name.literal for name in item.names)
            message = (
                f"Note {read.note.label} points at note {item.label} for {who}, and the work there is not by them. "
                "Is the number right?"
            )
            yield Finding(
                "short-form-disagrees", Level.WARNING, message, read.note.place, read.note.label
            )


def _within(ours: set[str], theirs: set[str], target: Entry) -> bool:
    """Whether a name is part of the other, or of the title: bodies shorten theirs."""
    text = fold(
        " ".join(
            (
                *theirs,
                str(target.fields.get("title", "")),
                str(target.fields.get("institution", "")),
            )
        )
    )
    initials = {"".join(word[0] for word in name.split()) for name in theirs}
    return any(name in text or name in initials for name in ours)


RULES = (
    Rule(
        "short-form-too-old",
        "Asks whether the work that ibid. or another short form points at can know what the sentence tells.",
        "a note put in or taken out leaves ibid. pointing at another work than before.",
        "cite the work that bears the sentence out; where the author was there, say so in the note.",
        "ibid. for a work of 1994, under a sentence on the year 2007.",
        _older,
        Measured(1, 0),
    ),
    Rule(
        "short-form-without-page",
        "Asks whether a short form for a book, report or article says where in it, itself or by the note before.",
        "a reader led back to a whole work has not been led anywhere.",
        "add the page, or leave it where the whole work is meant.",
        "“Ibid.” after a report cited without a page.",
        _without_place,
        Measured(10, 0),
    ),
    Rule(
        "op-cit-without-note",
        "Asks whether op. cit. names the note that gives the work in full.",
        "without it a reader goes back note by note.",
        "add the number: “op. cit., note 8”.",
        "“J Rowe, op. cit.”, eight notes after the work.",
        _without_number,
        Measured(6, 0),
    ),
    Rule(
        "short-form-disagrees",
        "Asks whether a short form with a note's number and an author agrees with the work in that note.",
        "numbers shift when notes are put in, and nothing but the name then tells.",
        "correct the number or the name.",
        "“Rowe, supra note 4”, and note 4 cites Lind.",
        _disagree,
        Measured(0, 0),
    ),
)
