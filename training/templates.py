"""Entries of bibliographies in no style at all: what authors write by hand, every order and punctuation of it.

CSL styles are regular; the lists at the ends of articles are not. Here each entry draws its own: names in
any order, the date anywhere, volumes and pages in every notation, places before houses or behind them,
totals of volumes and pages, translators, series, addresses.
"""

import random
from collections.abc import Sequence
from typing import TypeVar

from cite.model.document import Run
from training.facts import Item, Maker, Pools
from training.gold import (
    GoldCitation,
    GoldDocument,
    GoldNote,
    Labelled,
    Segment,
    fields_of,
    trimmed,
)

_T = TypeVar("_T")
_KINDS = (
    "article-journal", "article-journal", "article-journal", "article-journal", "book", "book", "book", "chapter",
    "chapter", "paper-conference", "paper-conference", "report", "thesis", "webpage", "article-newspaper",
)  # fmt: skip
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_QUOTES = ("", "", "", "", "“”", "“”", '""', "‘’", "''", "«»", "„“")
_SERIES = (
    "Lecture Notes in Computer Science", "Studies in History", "Contemporary Mathematics", "Oxford Historical Monographs",
    "Cambridge Studies in Law", "Suhrkamp Taschenbuch Wissenschaft", "Coll. Folio Essais", "BAR International Series", "Bibliothèque de la Pléiade", "LNCS",
)  # fmt: skip


class Writer:
    """Writes entries: the same ones for the same seed."""

    def __init__(self, seed: int, more: Pools | None = None) -> None:
        self._random = random.Random(seed)
        self._maker = Maker(seed + 1, more)

    def entries(self, count: int) -> GoldDocument:
        """So many entries, each in a manner of its own."""
        notes = []
        for number in range(1, count + 1):
            out = Labelled()
            self._entry(out, self._maker.item(_KINDS))
            found = tuple(
                s for s in (trimmed(out.text, s) for s in out.segments) if s.end > s.start
            )
            notes.append(_note(str(number), out.text, found))
        return GoldDocument("templates", "by hand", tuple(notes))

    def _entry(self, out: Labelled, item: Item) -> None:
        if self._chance(0.2):
            out.add(
                self._pick(
                    (
                        "[12] ",
                        "3. ",
                        "[Doe03] ",
                        "(7) ",
                        "15 ",
                        "- ",
                        "[4]",
                        "21. ",
                        "[Doe et al., 2001] ",
                        "[Doe and Roe, 1999] ",
                    )
                ),
                "label",
            )
        stop = self._pick((". ", ". ", ". ", ", ", ", "))
        early = self._chance(0.45)
        self._who(out, item, stop if not early else " ")
        if early:
            self._early_date(out, item, stop)
        self._title(out, item, stop)
        match item["type"]:
            case "article-journal":
                self._in_journal(out, item, early)
            case "article-newspaper":
                self._in_newspaper(out, item, early)
            case "chapter" | "paper-conference":
                self._in_book(out, item, early, stop)
            case "thesis":
                self._thesis(out, item, early)
            case "report":
                self._report(out, item, early)
            case "webpage":
                self._webpage(out, item, early)
            case _:
                self._book(out, item, early, stop)
        self._tail(out, item)

    def _who(self, out: Labelled, item: Item, stop: str) -> None:
        role = (
            "author"
            if "author" in item
            else "editor"
            if "editor" in item and item["type"] == "book"
            else ""
        )
        if not role:
            return
        out.add(self._names(item[role]), role)
        if role == "editor":
            out.add(
                self._pick(
                    (
                        " (eds.)",
                        ", eds.",
                        " (Hg.)",
                        " (Hgg.)",
                        " (a cura di)",
                        " (comp.)",
                        " (coord.)",
                        ", editors",
                        " (Eds.)",
                        " (ed.)",
                        " (dir.)",
                    )
                )
            )
        if not out.text.endswith(".") or stop[0] != ".":
            out.add(stop if stop != ". " or self._chance(0.7) else ": ")
        else:
            out.add(" ")

    def _names(self, people: Sequence[dict[str, str]], natural: bool = False) -> str:
        order = (
            "natural"
            if natural
            else self._pick(
                (
                    "inverted",
                    "inverted",
                    "inverted",
                    "first",
                    "first",
                    "natural",
                    "natural",
                    "bare",
                    "bare",
                    "bracketed",
                )
            )
        )
        given = self._pick(("initials", "initials", "tight", "full", "full"))
        comma = self._pick((", ", ", ", "; ", ", "))
        last = self._pick((" and ", ", and ", " & ", ", & ", ", ", " und ", " et ", " y ", "; "))
        loud = self._chance(0.1)
        most = self._pick((9, 9, 3, 1))
        names = [
            self._name(person, order if order != "first" or not at else "natural", given, loud)
            for at, person in enumerate(people[:most])
        ]
        if len(people) > most:
            return comma.join(names) + self._pick((" et al.", ", et al.", " and others", " et al"))
        return last.join((comma.join(names[:-1]), names[-1])) if len(names) > 1 else names[0]

    def _name(self, person: dict[str, str], order: str, given: str, loud: bool) -> str:
        if "literal" in person:
            return person["literal"]
        family = person["family"].upper() if loud else person["family"]
        first = person["given"]
        if given != "full":
            letters = [word[0] for word in first.replace("-", " ").split()]
            first = (
                ". ".join(letters) + "."
                if given == "initials"
                else "".join(f"{one}." for one in letters)
            )
        if order == "bare":
            return (
                f"{family} {first.replace('.', '').replace(' ', '') if given != 'full' else first}"
            )
        if order == "bracketed":
            return f"{family} ({first})"
        return f"{first} {family}" if order == "natural" else f"{family}, {first}"

    def _year(self, item: Item) -> str:
        parts = item["issued"]["date-parts"][0]
        year = str(parts[0])
        if item["type"] == "book" and self._chance(0.08):
            last = parts[0] + self._random.randint(1, 9)
            year += self._pick(("–", "-")) + (str(last)[2:] if self._chance(0.5) else str(last))
        return year + ("a" if self._chance(0.04) else "")

    def _early_date(self, out: Labelled, item: Item, stop: str) -> None:
        before, after = self._pick((("(", ")"), ("(", ")"), ("", ""), (", ", ""), ("[", "]")))
        if before == ", ":
            out.text = out.text.rstrip()
        elif out.text[-1:] not in ("", " "):
            out.add(" ")
        out.add(before)
        out.add(self._pick((self._year(item),) * 12 + ("n.d.", "in press", "forthcoming")), "date")
        out.add(after + self._pick((stop, stop, ": ", " ")))

    def _title(self, out: Labelled, item: Item, stop: str) -> None:
        quotes = self._pick(_QUOTES) if item["type"] != "book" else ""
        opening, closing = (quotes[0], quotes[1]) if quotes else ("", "")
        pad = " " if quotes == "«»" else ""
        title = item["title"].rstrip(".")
        out.add(opening + pad)
        out.add(title, "title")
        mark = "" if title[-1] in "?!" else stop[0]
        if self._chance(0.05) and not quotes:
            out.add(" ")
            out.add(
                self._pick(
                    (
                        "[Internet]",
                        "[Data set]",
                        "[Online]",
                        "[Review of the book]",
                        "[Tweet]",
                        "[en ligne]",
                    )
                ),
                "note",
            )
        inside = bool(quotes) and self._chance(0.5)
        out.add((mark if inside else "") + pad + closing + ("" if inside else mark) + " ")

    def _volume(self, out: Labelled, item: Item) -> None:
        volume, number = item["volume"], item.get("issue", "")
        if self._chance(0.06):
            volume = self._pick(("XII", "IV", "XXXVIII", "ii", "LXI"))
        lead = self._pick(
            (
                "",
                "",
                "",
                "",
                "vol. ",
                "Vol. ",
                "vol ",
                "Vol.",
                "Bd. ",
                "t. ",
                "v. ",
                "n.s. ",
                "vol. n° ",
            )
        )
        out.add(lead)
        out.add(volume, "volume")
        if number:
            before, after = self._pick((
                ("(", ")"), ("(", ")"), (" (", ")"), (", no. ", ""), (", No. ", ""), (", n° ", ""), (", nr. ", ""), (", ", ""),
                (":", ""), (", issue ", ""), ("/", ""), (", H. ", ""), (".", ""), (", Nos. ", ""),
            ))  # fmt: skip
            out.add(before)
            out.add(number, "number")
            out.add(after)

    def _pages(self, out: Labelled, item: Item, before: Sequence[str]) -> None:
        if "page" not in item:
            return
        pages = item["page"].replace("-", self._pick(("-", "–", "–", "--", " - ", "—")))
        if self._chance(0.15):
            pages = pages.split("-")[0].split("–")[0].split("—")[0].strip()
        out.add(self._pick(before))
        out.add(pages, "pages")

    def _in_journal(self, out: Labelled, item: Item, dated: bool) -> None:
        out.add(self._pick(("", "", "", "", "", "In: ", "in ", "In ", "Dans ")))
        out.add(item["container-title"].rstrip("."), "journal")
        date = self._year(item) if not dated else ""
        out.add(self._pick((", ", " ", ". ", ", ")))
        form = self._random.randrange(4 if date else 1)
        if form == 1:
            out.add(self._month() + date, "date")
            out.add(self._pick((";", "; ", ", ")))
        self._volume(out, item)
        if form == 2:
            out.add(self._pick((" (", ", (")))
            out.add(self._month() + date, "date")
            out.add(")")
        self._pages(
            out, item, (": ", ":", ", ", ", pp. ", ", p. ", ", S. ", ", pages ", " ", "(", ", s. ")
        )
        if form in (0, 3) and date:
            out.add(self._pick((", ", " (", ". ")))
            out.add(self._month() + date, "date")
            out.add(")" if out.text.count("(") > out.text.count(")") else "")

    def _month(self) -> str:
        if self._chance(0.85):
            return ""
        month = self._pick(_MONTHS)
        return self._pick((month, month[:3] + ".", month[:3])) + " "

    def _in_newspaper(self, out: Labelled, item: Item, dated: bool) -> None:
        out.add(item["container-title"], "journal")
        year, month, day = item["issued"]["date-parts"][0]
        name = _MONTHS[month - 1]
        out.add(self._pick((", ", " ", ". ", " (")))
        out.text = out.text.removesuffix(", ") + " vom " if self._chance(0.05) else out.text
        full = (
            f"{day} {name} {year}",
            f"{name} {day}, {year}",
            f"{day}.{month}.{year}",
            f"{day} {name[:3]}. {year}",
        )
        out.add(f"{day} {name}" if dated and self._chance(0.5) else self._pick(full), "date")
        out.add(")" if out.text.count("(") > out.text.count(")") else "")
        self._pages(out, item, (", p. ", ", ", " p", ", S. "))

    def _in_book(self, out: Labelled, item: Item, dated: bool, stop: str) -> None:
        out.add(self._pick(("In ", "In: ", "in ", "in: ", "In ", "")))
        before = self._chance(0.5)
        if "editor" in item and before:
            out.add(self._names(item["editor"], natural=self._chance(0.6)), "editor")
            out.add(
                self._pick(
                    (
                        " (Eds.), ",
                        " (eds.), ",
                        ", editors, ",
                        ", eds., ",
                        " (Ed.), ",
                        " (Hrsg.): ",
                        " (dir.), ",
                        ", editor, ",
                    )
                )
            )
        out.add(item["container-title"].rstrip("."), "booktitle")
        if "editor" in item and not before:
            lead = self._pick(
                (
                    ", ed. ",
                    ", edited by ",
                    ", eds. ",
                    " (ed. ",
                    ". Ed. ",
                    ". Edited by ",
                    ", hrsg. von ",
                )
            )
            out.add(lead)
            out.add(self._names(item["editor"], natural=True), "editor")
            out.add(")" if "(" in lead else "")
        if self._chance(0.06):
            out.add(self._pick((", trans. ", ", translated by ", ", übers. von ")))
            out.add(self._names(self._maker.people(1), natural=True), "translator")
        if self._chance(0.15):
            out.add(self._pick((", volume ", ", vol. ", ", Vol. ")))
            out.add(str(self._random.randint(2, 4900)), "volume")
            out.add(self._pick((" of ", ", of ", ", ")))
            out.add(self._pick(_SERIES), "series")
        front = self._chance(0.5)
        if front:
            self._pages(out, item, (", pp. ", ", pages ", " (pp. ", ", ", ", p. ", ", S. "))
            out.add(")" if out.text.count("(") > out.text.count(")") else "")
        self._imprint(out, item, dated, stop)
        if not front:
            self._pages(out, item, (", pp. ", ", ", ": ", ". pp. ", ", p. "))

    def _book(self, out: Labelled, item: Item, dated: bool, stop: str) -> None:
        out.text = out.text.rstrip(" .,")
        if self._chance(0.06):
            role, mark = self._pick(
                (
                    ("translator", ", Trans.)"),
                    ("editor", ", Eds.)"),
                    ("editor", " (Hg.))"),
                    ("translator", ", trans.)"),
                )
            )
            out.add(" (")
            out.add(self._names(self._maker.people(3), natural=True), role)
            out.add(mark)
        if self._chance(0.12):
            lead = self._pick(
                (
                    ". Trans. ",
                    ", trans. ",
                    ". Translated by ",
                    " (trans. ",
                    ", traduit par ",
                    ", übers. von ",
                )
            )
            out.add(lead)
            out.add(self._names(self._maker.people(2), natural=True), "translator")
            out.add(")" if "(" in lead else "")
        if edition := item.get("edition"):
            ordinal = {"2": "2nd", "3": "3rd"}.get(edition, f"{edition}th")
            before, value, after = self._pick((
                (", ", ordinal, " ed."), (" (", ordinal, " ed.)"), (". ", ordinal, " edition"), (", ", ordinal, " edn"),
                (". ", f"{edition}.", " Aufl."), (". ", f"{edition}.", " ed."), (", ", f"{edition}.", " Aufl."), (" (", f"{edition}e", " éd.)"), (". ", "Revised", " edition"), (", ", f"{edition}ª", " ed."),
            ))  # fmt: skip
            out.add(before)
            out.add(value, "edition")
            out.add(after)
        if self._chance(0.08):
            out.add(
                self._pick((". 2 vols.", ". 4 vols.", ", 3 vols", " (2 vols.)", ". 2 Bde.")), "note"
            )
        elif "volume" in item or self._chance(0.05):
            out.add(self._pick((", vol. ", ". Vol. ", ", Bd. ", ", tome ", ", t. ")))
            out.add(item.get("volume") or self._pick(("I", "II", "1", "3")), "volume")
        if self._chance(0.08):
            out.add(self._pick((" (", ", ", ". ")))
            out.add(self._pick(_SERIES), "series")
            if self._chance(0.5):
                out.add(self._pick((" ", ", vol. ", ", ")))
                out.add(str(self._random.randint(1, 300)), "volume")
            out.add(")" if out.text.count("(") > out.text.count(")") else "")
        self._imprint(out, item, dated, stop)
        if self._chance(0.12):
            total = self._random.randint(90, 800)
            out.add(
                self._pick(
                    (
                        f", {total} p.",
                        f". {total} pp.",
                        f", xiv, {total} p.",
                        f". viii+{total} pp.",
                        f", {total}p.",
                        f", {total} S.",
                    )
                ),
                "note",
            )

    def _imprint(self, out: Labelled, item: Item, dated: bool, stop: str) -> None:
        publisher, place = item.get("publisher", ""), item.get("publisher-place", "")
        date = "" if dated else self._year(item)
        bracketed = self._chance(0.25)
        out.add(" (" if bracketed else self._pick((stop, ". ", ", ")))
        form = self._random.randrange(5)
        first, middle, second = (
            (place, "address"),
            self._pick((": ", ": ", " : ", ", ")),
            (publisher, "publisher"),
        )
        if form >= 3 or not place:
            first, middle, second = ((publisher, "publisher"), ", ", (place, "address"))
        if form == 2:
            first = (place, "address") if place else (publisher, "publisher")
            second = ("", "")
        for at, (text, label) in enumerate((first, second)):
            if text:
                out.add(middle if at and first[0] else "")
                out.add(text, label)
        if date:
            out.add(self._pick((", ", ", ", " ", ". ")) if publisher or place else "")
            out.add(date, "date")
        out.add(")" if bracketed else "")

    def _thesis(self, out: Labelled, item: Item, dated: bool) -> None:
        bracketed = self._chance(0.3)
        out.add("(" if bracketed else "")
        genres = (
            item["genre"],
            "Ph.D. thesis",
            "Ph.D. dissertation",
            "Diss.",
            "Dissertation",
            "Thèse de doctorat",
            "Tesis doctoral",
            "Master thesis",
            "Habilitation",
        )
        out.add(self._pick(genres), "genre")
        out.add(")" if bracketed and self._chance(0.5) else "")
        out.add(self._pick((", ", ". ", ": ")))
        out.add(item["publisher"], "publisher")
        if self._chance(0.2):
            out.add(", ")
            out.add(
                self._pick(("London", "Paris", "Berlin", "New York", "Madison, WI", "Ann Arbor")),
                "address",
            )
        if not dated:
            out.add(", ")
            out.add(self._year(item), "date")
        out.add(")" if out.text.count("(") > out.text.count(")") else "")

    def _report(self, out: Labelled, item: Item, dated: bool) -> None:
        if self._chance(0.7):
            out.add(
                self._pick(
                    (
                        "Technical Report",
                        "Tech. rep.",
                        "Working Paper",
                        "Research Report",
                        "Discussion Paper",
                        "Technical report",
                    )
                ),
                "genre",
            )
            if self._chance(0.7):
                out.add(self._pick((" ", " No. ", ", ", " no. ")))
                out.add(
                    self._pick(
                        (
                            str(self._random.randint(1, 999)),
                            f"TR-{self._random.randint(80, 99)}-{self._random.randint(1, 60)}",
                            f"CS{self._random.randint(100, 900)}",
                        )
                    ),
                    "id",
                )
        else:
            out.text = out.text.rstrip(" .,")
        self._imprint(out, item, dated, ". ")

    def _webpage(self, out: Labelled, item: Item, dated: bool) -> None:
        if self._chance(0.5):
            out.add(item["container-title"], "publisher")
            out.add(self._pick((". ", ", ")))
        if not dated and self._chance(0.6):
            out.add(self._year(item), "date")
            out.add(self._pick((". ", ", ")))

    def _tail(self, out: Labelled, item: Item) -> None:
        url = item.get("URL", "")
        if url:
            out.text = out.text.rstrip(" ,.")
            lead = self._pick(
                (
                    ". Retrieved from ",
                    ". Available at: ",
                    ". Available: ",
                    ". URL ",
                    ", ",
                    ". ",
                    " [Online]. Available: ",
                    ". Online: ",
                    f". Retrieved {self._pick(_MONTHS)} 5, 2012, from ",
                    ". <",
                )
            )
            out.add(lead[:2])
            out.add(lead[2:].rstrip("<"), "note")
            out.add("<" if "<" in lead else "")
            out.add(url, "url")
            out.add(">" if "<" in lead else "")
            if self._chance(0.4):
                out.add(" ")
                out.add(
                    self._pick(
                        (
                            "[cited 2002 Jul 9]",
                            "[updated 2002 May 16; cited 2002 Jul 9]",
                            "(accessed 20 March 2012)",
                            "[Accessed 5 May 2015]",
                            "(last visited 3.4.2019)",
                            "Accessed 29 Nov. 2011",
                            "(zuletzt abgerufen am 3. Mai 2019)",
                            "(consulté le 4 mai 2018)",
                        )
                    ),
                    "note",
                )
        elif item["type"] == "article-journal" and self._chance(0.04):
            out.add(self._pick((". JSTOR", ". Project MUSE", ". Web of Science")), "note")
            out.add(", ")
            out.add(f"www.jstor.org/stable/{self._random.randint(10000, 9999999)}", "url")
        if doi := item.get("DOI"):
            out.add(self._pick((". doi:", ". https://doi.org/", ", DOI: ", ". doi: ")))
            out.add(doi, "doi")
        if self._chance(0.05):
            out.add(
                self._pick(
                    (
                        ". Print",
                        ". Web",
                        " (in Russian)",
                        ". In German",
                        " (repr. 1990)",
                        ". MR0423716",
                        ". [In Korean]",
                    )
                ),
                "note",
            )
        if not url and self._chance(0.85) and not out.text.endswith("."):
            out.add(".")

    def _chance(self, chance: float) -> bool:
        return self._random.random() < chance

    def _pick(self, options: Sequence[_T]) -> _T:
        return self._random.choice(options)


def _note(label: str, text: str, segments: tuple[Segment, ...]) -> GoldNote:
    return GoldNote(label, (Run(text),), segments, (GoldCitation(0, fields_of(text, segments)),))
