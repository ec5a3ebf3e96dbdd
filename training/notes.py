"""Notes and bibliographies of our own making: works printed in the styles of journals, joined as authors join them.

Signals, several works a note, argument between them, ibid. and its kin, short titles; with their
typography or, as a PDF leaves them, without it and with its scars.
"""

import random
import re
from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Any

from cite.model.document import Run, Style, plain
from cite.model.entries import Name
from training import words
from training.facts import Item, Maker, Pools
from training.gold import (
    GoldCitation,
    GoldCrossReference,
    GoldDocument,
    GoldNote,
    Segment,
    fields_of,
    trimmed,
)
from training.render import Printed, print_works

NOTE_STYLES = (
    "oscola", "oscola-no-ibid", "mhra-notes", "mhra-notes-publisher-place", "chicago-notes-bibliography-17th-edition",
    "chicago-notes-bibliography", "chicago-notes-publisher-place", "bluebook-law-review", "cambridge-university-press-note",
    "new-harts-rules-notes", "new-harts-rules-notes-initials-publisher", "ib-tauris-note", "iso690-full-note-en",
    "australian-guide-to-legal-citation", "european-journal-of-international-law", "human-rights-law-review",
    "modern-language-association-notes", "oxford-guide-to-style-notes", "society-of-biblical-literature-fullnote-bibliography",
    "le-tapuscrit-note", "juristische-zitierweise",
)  # fmt: skip
HELD_NOTE_STYLES = (
    "cambridge-university-press-law-note", "chicago-notes-bibliography-16th-edition", "ucl-press-note",
    "leiden-journal-of-international-law", "mhra-notes-no-url",
)  # fmt: skip
LIST_STYLES = (
    "apa", "apa-6th-edition", "ieee", "elsevier-vancouver", "elsevier-harvard", "elsevier-harvard2", "chicago-author-date",
    "chicago-author-date-16th-edition", "chicago-notes-bibliography", "modern-language-association", "din-1505-2",
    "mhra-author-date-publisher-place", "cardiff-university-harvard", "acm-sig-proceedings", "nature",
    "springer-lecture-notes-in-computer-science", "law-and-society-review", "de-montfort-university-harvard",
    "iso690-author-date-en", "iso690-author-date-fr", "american-political-science-association",
    "american-sociological-association", "american-medical-association", "springer-basic-author-date",
    "taylor-and-francis-chicago-author-date", "sage-harvard", "harvard-cite-them-right", "associacao-brasileira-de-normas-tecnicas",
)  # fmt: skip
HELD_LIST_STYLES = (
    "cell", "harvard-university-of-leeds", "american-anthropological-association",
    "elsevier-with-titles", "chicago-author-date-17th-edition", "durban-university-of-technology-harvard",
)  # fmt: skip
_LIST_KINDS = (
    "article-journal", "article-journal", "article-journal", "book", "book", "chapter", "chapter", "paper-conference",
    "report", "thesis", "webpage", "article-newspaper",
)  # fmt: skip
_NOTE_KINDS = (
    "article-journal", "article-journal", "article-journal", "book", "book", "book", "chapter", "chapter", "article-newspaper",
    "report", "thesis", "webpage",
)  # fmt: skip
_LAW = ("oscola", "bluebook", "law", "legal")
_TYPES: dict[str, str] = {
    "article-journal": "article", "article-newspaper": "article", "book": "book", "chapter": "incollection",
    "paper-conference": "inproceedings", "report": "techreport", "thesis": "phdthesis", "webpage": "online",
    "legal_case": "jurisdiction",
}  # fmt: skip


class Author:
    """Writes documents: the same ones for the same seed."""

    def __init__(
        self, seed: int, more: Pools | None = None, maker: Maker | None = None, locale: str = ""
    ) -> None:
        self._random = random.Random(seed)
        self._maker = maker or Maker(seed, more)
        self._locale = locale

    def bibliography(
        self, style: str, size: int, held: bool = False, source: str = "rendered-lists"
    ) -> GoldDocument:
        """Entries in plain type, most of them; some keep their italics."""
        items = [self._maker.item(_LIST_KINDS) for _ in range(size)]
        keeps_italics = self._random.random() < 0.25
        notes = []
        for number, (item, printed) in enumerate(
            zip(items, print_works(style, items, notes=False, locale=self._locale), strict=True), 1
        ):
            if printed is None or not plain(printed.runs).strip(" .,"):
                continue
            builder = _Builder()
            builder.work(printed, item)
            notes.append(self._finished(builder, str(number), keeps_italics))
        return GoldDocument(source, style, tuple(notes), held)

    def article(
        self, style: str, size: int, held: bool = False, source: str = "rendered-notes"
    ) -> GoldDocument:
        """The notes of an article: full citations, some pointing back, some that only argue."""
        kinds = _NOTE_KINDS + (("legal_case",) * 3 if any(law in style for law in _LAW) else ())
        keeps_italics = self._random.random() < 0.65
        joiner = self._random.choice(("; ", "; ", "; ", ". "))
        history: list[tuple[str, list[Item]]] = []
        notes: list[GoldNote] = []
        for number in range(1, size + 1):
            builder = _Builder()
            label = str(number)
            cited = self._write(builder, style, kinds, joiner, history)
            if not builder.text.strip():
                continue
            history.append((label, cited))
            notes.append(self._finished(builder, label, keeps_italics))
        return GoldDocument(source, style, tuple(notes), held)

    def _write(
        self, builder: "_Builder", style: str, kinds: Sequence[str], joiner: str,
        history: list[tuple[str, list[Item]]],
    ) -> list[Item]:  # fmt: skip
        chance = self._random.random()
        known = [(label, items[0]) for label, items in history if len(items) == 1]
        if chance < 0.07:
            for _ in range(self._random.choice((1, 1, 2, 3))):
                builder.plain(self._comment(), "comment")
                builder.plain(" ")
            return []
        if chance < 0.17 and history and len(history[-1][1]) == 1:
            return self._ibid(builder, *known[-1])
        if chance < 0.27 and known:
            return self._short(builder, *self._random.choice(known))
        if self._random.random() < 0.12:
            builder.plain(self._comment(), "comment")
            builder.plain(" ")
        cited = self._works(builder, style, kinds, joiner)
        if cited and self._random.random() < 0.08:
            builder.shorten()
            builder.stop(". ")
            builder.plain(self._comment(), "comment")
        return cited

    def _comment(self) -> str:
        if self._random.random() < 0.3:
            return self._random.choice(words.COMMENTS)
        return self._random.choice(words.PROSE).format(
            a=self._random.choice(words.SUBJECTS), b=self._random.choice(words.SUBJECTS),
            p=self._random.choice(words.PLACES_TOLD), y=self._random.randint(1820, 2019),
            n=f"{self._random.choice(words.GIVEN)} {self._random.choice(words.FAMILIES)}", k=self._random.randint(3, 400),
        )  # fmt: skip

    def _works(
        self, builder: "_Builder", style: str, kinds: Sequence[str], joiner: str
    ) -> list[Item]:
        count = self._random.choice((1, 1, 1, 1, 1, 2, 2, 3, 4))
        items = [self._maker.item(kinds) for _ in range(count)]
        pages = [self._page() if self._random.random() < 0.4 else "" for _ in items]
        cited: list[Item] = []
        for item, printed in zip(
            items,
            print_works(style, items, notes=True, pages=pages, locale=self._locale),
            strict=True,
        ):
            if printed is None:
                continue
            if cited:
                builder.stop(joiner)
            signalled = self._random.random()
            if signalled < 0.22:
                signal = self._random.choice(words.SIGNALS)
                builder.plain(
                    signal[0].lower() + signal[1:] if cited and joiner == "; " else signal, "signal"
                )
                builder.plain(" ")
            elif signalled < 0.27:
                builder.plain(self._random.choice(words.LEADS), "comment")
                builder.plain(" ")
            builder.work(printed, item)
            cited.append(item)
        if cited and self._random.random() < 0.06:
            builder.shorten()
            builder.plain(f", {self._random.choice(words.TRAILS)}.", "comment")
        return cited

    def _ibid(self, builder: "_Builder", label: str, item: Item) -> list[Item]:
        word = self._random.choice(
            ("Ibid.", "Ibid", "ibid.", "Ibid.,", "Id.", "Ibidem,", "Ebd.", "Ibid")
        )
        builder.pointer(label)
        builder.plain(word, "xref", Style.ITALIC if self._random.random() < 0.3 else Style.PLAIN)
        self._pinpoint(builder)
        return [item]

    def _short(self, builder: "_Builder", label: str, item: Item) -> list[Item]:
        families = [
            name.get("family", name.get("literal", ""))
            for name in item.get("author") or item.get("editor") or []
        ]
        title = re.split(r"[:.?]", item["title"])[0]
        builder.pointer(label)
        if not families:
            families = [title]
        who = (
            families[0]
            if len(families) == 1
            else f"{families[0]} and {families[1]}"
            if len(families) == 2
            else f"{families[0]} et al."
        )
        form = self._random.choice(("opcit", "n", "n", "supra", "title", "title"))
        builder.plain(who, "author")
        match form:
            case "opcit":
                builder.plain(", ")
                builder.plain(
                    self._random.choice(("op. cit.", "op cit", "loc. cit.")),
                    "xref",
                    self._random.choice((Style.PLAIN, Style.ITALIC)),
                )
            case "n":
                builder.plain(" ")
                builder.plain(
                    self._random.choice(
                        (
                            f"(n {label})",
                            f"(n. {label})",
                            f"(above n {label})",
                            f"(oben N. {label})",
                        )
                    ),
                    "xref",
                )
            case "supra":
                builder.plain(", ")
                builder.plain(
                    self._random.choice(
                        (f"supra note {label}", f"supra n. {label}", f"above note {label}")
                    ),
                    "xref",
                )
            case "title":
                builder.plain(", ")
                part = item["type"] not in ("book", "report")
                builder.plain(
                    f"‘{title}’" if part else title, "title", Style.PLAIN if part else Style.ITALIC
                )
        self._pinpoint(builder)
        return [item]

    def _pinpoint(self, builder: "_Builder") -> None:
        if self._random.random() < 0.7:
            builder.plain(self._random.choice((" ", ", ", ", p. ", ", at ", ", pp. ")))
            builder.plain(self._page(), "locator")
        builder.plain(".")

    def _page(self) -> str:
        first = self._random.randint(1, 600)
        return (
            f"{first}–{first + self._random.randint(1, 9)}"
            if self._random.random() < 0.3
            else str(first)
        )

    def _finished(self, builder: "_Builder", label: str, keeps_italics: bool) -> GoldNote:
        note = builder.note(label)
        if not keeps_italics:
            note = replace(note, runs=(Run(note.text),))
        if not keeps_italics and self._random.random() < 0.15:
            note = self._damaged(note)
        return self._requoted(note)

    def _requoted(self, note: GoldNote) -> GoldNote:
        if self._random.random() < 0.6:
            return note
        marks = self._random.choice(("“”‘’:\"\"''", "“”:''", '“”‘’:""‘’', "’:'", '“”:""'))
        old, _, new = marks.partition(":")
        table = str.maketrans(old, new if len(new) == len(old) else new * len(old))
        return replace(
            note, runs=tuple(replace(run, text=run.text.translate(table)) for run in note.runs)
        )

    def _damaged(self, note: GoldNote) -> GoldNote:
        """Hyphens at the ends of lines, blanks lost and found."""
        cuts: list[tuple[int, int, str]] = []
        text = note.text
        for match in re.finditer(
            r"(?<=[a-z]{3})(?=[a-z]{3})|(?<=[,;:]) (?=\w)| (?=\()|(?<=\w)(?=[,;])", text
        ):
            if self._random.random() < 0.04:
                blank = match[0] == " "
                word = not blank and text[match.end()].isalpha()
                cuts.append((match.start(), match.end(), "" if blank else "- " if word else " "))
        return edited(note, cuts)


def edited(note: GoldNote, cuts: Sequence[tuple[int, int, str]]) -> GoldNote:
    """A note with stretches of its text replaced; everything after them moves along."""
    text = note.text
    offsets = list(range(len(text) + 1))
    made, at = "", 0
    for start, end, new in cuts:
        made += text[at:start] + new
        for index in range(start, len(text) + 1):
            offsets[index] += len(new) - (end - start) if index >= end else 0
        at = end
    made += text[at:]
    segments = tuple(Segment(s.label, offsets[s.start], offsets[s.end]) for s in note.segments)
    items = tuple(replace(item, start=offsets[item.start]) for item in note.items)
    return GoldNote(note.label, (Run(made),), segments, items)


class _Builder:
    """A note while it is written."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.text = ""
        self.segments: list[Segment] = []
        self.items: list[GoldCitation | GoldCrossReference] = []

    def plain(self, text: str, label: str = "", style: Style = Style.PLAIN) -> None:
        """Some words, and what they are."""
        if label:
            self.segments.append(Segment(label, len(self.text), len(self.text) + len(text)))
        self.runs.append(Run(text, style))
        self.text += text

    def pointer(self, label: str) -> None:
        """What follows points back to a note."""
        self.items.append(GoldCrossReference(len(self.text), label))

    def work(self, printed: Printed, item: Item) -> None:
        """A work as its style prints it."""
        start = len(self.text)
        self.runs += printed.runs
        self.text += plain(printed.runs)
        found = [
            trimmed(self.text, Segment(s.label, s.start + start, s.end + start))
            for s in printed.segments
        ]
        found = [segment for segment in found if segment.end > segment.start]
        self.segments += found
        self.items.append(_gold(self.text, start, found, item))

    def shorten(self) -> None:
        """Without the full stop at its end."""
        while self.text.endswith((".", " ")):
            self.text = self.text[:-1]
            last = self.runs.pop()
            if last.text[:-1]:
                self.runs.append(replace(last, text=last.text[:-1]))

    def stop(self, joiner: str) -> None:
        """What parts two works."""
        self.shorten()
        self.plain(joiner)

    def note(self, label: str) -> GoldNote:
        """The note as written."""
        return GoldNote(label, tuple(self.runs), tuple(self.segments), tuple(self.items))


def _gold(text: str, start: int, segments: Sequence[Segment], item: Item) -> GoldCitation:
    fields = fields_of(text, segments)
    for role in ("author", "editor", "translator"):
        if role in fields and role in item:
            printed = str(fields[role])
            fields[role] = (
                tuple(_name(person, printed) for person in item[role] if _family(person) in printed)
                or printed
            )
        else:
            fields.pop(role, None)
    locators = [text[s.start : s.end] for s in segments if s.label == "locator"]
    kinds = {segment.label for segment in segments}
    return GoldCitation(start, fields, _type(item, kinds), "; ".join(locators))


_TELLING = {
    "article": "journal", "incollection": "booktitle", "inproceedings": "booktitle", "online": "url",
    "phdthesis": "genre", "techreport": "genre",
}  # fmt: skip


def _type(item: Item, printed: Set[str]) -> str | None:
    """The entry type, unless the style left out what would tell it."""
    entry_type = _TYPES[item["type"]]
    return entry_type if _TELLING.get(entry_type, "title") in printed else None


def _family(person: dict[str, str]) -> str:
    return person.get("family") or person["literal"]


def _name(person: dict[str, Any], printed: str) -> Name:
    """The name as far as it is printed: some styles leave given names out."""
    if "literal" in person:
        return Name(literal=person["literal"])
    initial = re.search(rf"\b{person['given'][0]}", printed.replace(person["family"], ""))
    return Name(person["family"], person["given"] if initial else "")


def documents(
    seed: int, styles: int, size: int, more: Pools | None, *, held: bool
) -> list[GoldDocument]:
    """Articles and bibliographies in every style, `styles` times each, of `size` notes."""
    author = Author(seed, more)
    notes, lists = (HELD_NOTE_STYLES, HELD_LIST_STYLES) if held else (NOTE_STYLES, LIST_STYLES)
    return [
        *(author.article(style, size, held) for style in notes for _ in range(styles)),
        *(author.bibliography(style, size, held) for style in lists for _ in range(styles)),
    ]
