"""Footnotes as German lawyers and sociologists write them, in plain type, with nothing but punctuation to go by.

Families without given names, a year or a volume to which others point, several works a note, remarks
between them. Written by us, of works that do not exist.
"""

import random
from collections.abc import Callable

from cite.model.document import Run
from training.foreign import TONGUES, ForeignMaker
from training.gold import (
    GoldCitation,
    GoldCrossReference,
    GoldDocument,
    GoldNote,
    Labelled,
    fields_of,
    trimmed,
)

_FAMILIES = (
    "Abendroth|Arnold|Bartels|Becker-Lohr|Brunner|Claußen|Conrad|Dahmen|Ebers|Ehlers|Engisch|Faller|Fikentscher-Voss|Freund|Gaul|"
    "Grimm|Habscheid|Hanau|Heldrich|Henkel|Hoffmann|Immenga|Jauernig|Kegel|Kübler|Larsen|Lautmann|Lüderitz|Mayntz|Medicus|Nörr|Opp|"
    "Pawlowski|Raiser|Rasehorn|Rehfeldt|Rottleuthner|Savelsberg|Schelsky|Schünemann|Simitis|Steindorff|Teubner|Treiber|Volkmann|"
    "Weber|Wieacker|Winter|Zacher|Ziegert"
).split("|")
_JOURNALS = (
    "NJW|JZ|AcP|ZRP|RabelsZ|ZStW|DÖV|JuS|VersR|FamRZ|ZHR|MDR|KritV|ARSP|Rechtstheorie|Kriminologisches Journal|Soziale Welt|"
    "Zeitschrift für Soziologie|Jahrbuch für Soziologie des Rechts|Law & Soc. Inq.|Am. J. Soc.|Mod. L. Rev.|Rev. dr. comp.|"
    "Kölner Zeitschrift|Archiv für die civilistische Praxis|Zeitschrift für Wirtschaftsrecht|Leviathan|Demokratie und Recht"
).split("|")
_TITLES = (
    "Zugang zum Gericht und soziale Schicht|Anwaltschaft und Wandel|Über die Macht der Verfahren|Das Amtsgericht als Organisation|"
    "Probleme des Verbraucherschutzes|Erfahrungen mit der Schlichtung|Richterliche Unabhängigkeit heute|Die Wirkung von Gesetzen|"
    "Kosten des Rechtsstreits|Mieter vor Gericht|Zur Methode der Befragung|Aufgaben einer empirischen Rechtsforschung|"
    "Grenzen der Verrechtlichung|Recht und Konflikt in der Gemeinde|Access to Legal Services|The Limits of Courts|"
    "Negotiating Outside the Law|Theory and Practice of Mediation|Le juge et l’administration|Konfliktregelung ohne Richter|"
    "Strafverfolgung durch Private|Die Rolle der Polizei, betrachtet von außen|Arbeitsrecht im Betrieb|Recht als Struktur"
).split("|")
_BOOKS = (
    "Soziologie des Rechts|Rechtsvergleichung|Zivilprozeß|Lehrbuch der Kriminologie|Handbuch der empirischen Forschung|"
    "Verfahren und Entscheidung|Organisation und Gericht|Festschrift für Otto Reinhardt|Encyclopedia of Legal Studies|"
    "Gesellschaft, Recht und Politik|Das Rechtssystem|Beiträge zur Justizforschung|Comparative Legal Cultures"
).split("|")
_PLACES = "Berlin|Tübingen|Frankfurt|München|Köln|Opladen|Neuwied|Stuttgart|Paris|New York|London|Darmstadt|Bielefeld".split(
    "|"
)
_HOUSES = "Athenäum|Westdeutscher Verlag|Luchterhand|Suhrkamp|Duncker & Humblot|Mohr|Beck|Nomos|Academic Press".split(
    "|"
)
_SIGNALS = (
    "Vgl.|Vgl.|Vgl.|Vgl. auch|Vgl. dazu|Siehe|Siehe auch|Siehe dazu|S. auch|Dazu|Dazu näher|Näher dazu|Näher|So etwa|So auch|Ähnlich|"
    "Ähnlich auch|Anders|Ebenso|Ausführlich|Ausführlicher bei|Grundlegend|Klassisch bei|Insbesondere|Zusammenfassend|Kritisch|"
    "Zum Überblick|Zur Methode vgl.|Zum Begriff siehe|Zu den Einzelheiten|Für andere Länder|Zu ähnlichen Ergebnissen kommt|"
    "Im einzelnen|Übersicht bei|Hierzu|Vgl. statt vieler|Zur Diskussion vgl. etwa|Beispiele bei|Zitiert nach"
).split("|")
_COMMENTS = (
    "Die Zahlen beziehen sich auf das Jahr vor der Reform.|Der Bericht erscheint in Kürze.|Befragt wurden nur Erwachsene.|"
    "Eine Kontrolle nach Alter und Geschlecht ergab keinen Unterschied.|Das gilt freilich nicht für alle Gerichte.|"
    "Im folgenden wird nur von den Amtsgerichten die Rede sein.|Die Angaben schwanken je nach Quelle.|Dort auch weitere Nachweise.|"
    "Diese Frage kann hier offenbleiben.|Hier zeigen sich die Grenzen jeder Statistik.|Die Auswertung ist noch nicht abgeschlossen.|"
    "Der Begriff wird hier im weiteren Sinne gebraucht.|Nach dem Gesetz von 1976 sind die Anteile höher.|"
    "Freilich sind die Unterschiede zwischen den Ländern gering.|Für Hinweise danke ich den Kollegen am Institut."
).split("|")
_REMARKS = (
    "der allerdings nur ein Gericht untersucht hat|mit weiteren Nachweisen|m. w. N.|dort auch zur Gegenmeinung|mit anderer Begründung|"
    "hat in einer Erhebung das Gegenteil gefunden|berichtet von ähnlichen Versuchen|zustimmend|kritisch dazu"
).split("|")


def documents(seed: int, size: int) -> list[GoldDocument]:
    """An article of short forms and one of full ones, so many notes each."""
    return [
        _Writer(seed + at).article(f"{kind} {at}", size, kind)
        for at, kind in enumerate(("short", "full", "full"))
    ]


class _Writer:
    """Writes the footnotes of articles."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self._maker = ForeignMaker(seed, TONGUES[0])

    def article(self, name: str, size: int, kind: str) -> GoldDocument:
        """So many notes, of short forms or of full ones for the most part."""
        notes = tuple(self._note(str(label), kind) for label in range(1, size + 1))
        return GoldDocument("german-law", name, notes)

    def _pick(self, listed: list[str]) -> str:
        return self._draw.choice(listed)

    def _chance(self, share: float) -> bool:
        return self._draw.random() < share

    def _note(self, label: str, kind: str) -> GoldNote:
        out = Labelled()
        items: list[GoldCitation | GoldCrossReference] = []
        if self._chance(0.08):
            out.add(" ".join(self._draw.sample(_COMMENTS, self._draw.randint(1, 2))), "comment")
            return GoldNote(label, (Run(out.text),), tuple(out.segments), ())
        count = self._draw.choice((1, 1, 1, 2, 2, 3))
        joiner = self._pick(["; ", "; ", ". ", ". – ", ". - ", " — "])
        for number in range(count):
            if number:
                out.add(joiner if not out.text.endswith(". ") else "")
            if self._chance(0.1) and number:
                out.add(self._pick(_COMMENTS), "comment")
                out.add(" ")
            if self._chance(0.45):
                signal = self._pick(_SIGNALS)
                small = number and joiner == "; "
                out.add(signal[0].lower() + signal[1:] if small else signal, "signal")
                out.add(" ")
            items.append(self._work(out, kind))
        if self._chance(0.12):
            out.add(" ")
            out.add(self._pick(_REMARKS), "comment")
        if self._chance(0.85) and not out.text.endswith("."):
            out.add(".")
        if self._chance(0.08):
            out.add(" ")
            out.add(self._pick(_COMMENTS), "comment")
        segments = (trimmed(out.text, one) for one in out.segments)
        return GoldNote(
            label, (Run(out.text),), tuple(s for s in segments if s.end > s.start), tuple(items)
        )

    def _work(self, out: Labelled, kind: str) -> GoldCitation | GoldCrossReference:
        start, first = len(out.text), len(out.segments)
        forms: list[Callable[[Labelled], None]] = [self._author_year] * 4
        if kind == "full":
            forms = [
                self._article, self._article, self._in_a_volume, self._in_a_book, self._in_a_book, self._book,
                self._book, self._author_year, self._earlier, self._earlier,
            ]  # fmt: skip
        elif self._chance(0.25):
            forms = [self._article, self._in_a_book, self._book]
        self._draw.choice(forms)(out)
        segments = tuple(trimmed(out.text, one) for one in out.segments[first:])
        if any(one.label == "xref" for one in segments):
            return GoldCrossReference(start, None)
        return GoldCitation(start, fields_of(out.text, segments))

    def _names(self, out: Labelled, label: str, most: int = 3) -> None:
        count = min(most, self._draw.choice((1, 1, 1, 1, 2, 2, 3)))
        for at, family in enumerate(self._draw.sample(_FAMILIES, count)):
            if at:
                out.add(self._pick(["/", "/", "/", " / ", " und "]))
            given = self._pick(list("ABDEFGHKLMPRUW")) + ". " if self._chance(0.15) else ""
            if self._chance(0.04):
                given = f"{self._draw.choice(self._maker._given)} "
            out.add(given + family, label)

    def _pages(self, with_word: bool) -> str:
        first = self._draw.randint(1, 600)
        form = self._draw.randrange(5)
        last = first + self._draw.randint(1, 40)
        pages = (f"{first}", f"{first} f.", f"{first} ff.", f"{first}-{last}", f"{first}—{last}")[
            form
        ]
        return (f"S. {pages}" if not self._chance(0.1) else f"S.{pages}") if with_word else pages

    def _author_year(self, out: Labelled) -> None:
        self._names(out, "author")
        out.add(self._pick([" ", " ", ", ", " ("]))
        bracket = out.text.endswith("(")
        out.add(f"{self._draw.randint(1900, 1999)}{self._pick(['', '', '', 'a', 'b'])}", "date")
        out.add(")" if bracket else "")
        if self._chance(0.6):
            out.add(self._pick([", ", ", ", " ", ": ", ", insbesondere "]))
            out.add(self._pages(True), "locator")

    def _page_and_pin(self, out: Labelled) -> None:
        if self._chance(0.35):
            out.add(self._pages(False), "locator")
            return
        first = self._draw.randint(1, 700)
        out.add(str(first), "pages")
        out.add(" (")
        out.add(f"{first + self._draw.randint(1, 30)}{self._pick(['', ' f.', ' ff.'])}", "locator")
        out.add(")")

    def _article(self, out: Labelled) -> None:
        self._names(out, "author")
        out.add(", ")
        out.add(self._pick(_TITLES), "title")
        out.add(self._pick([", ", ", ", ", in: "]))
        out.add(self._pick(_JOURNALS), "journal")
        out.add(" ")
        if self._chance(0.75):
            out.add(str(self._draw.randint(1, 190)), "volume")
            out.add(" (")
            out.add(str(self._draw.randint(1900, 1999)), "date")
            out.add(") ")
        else:
            out.add(str(self._draw.randint(1900, 1999)), "date")
            out.add(self._pick([", ", ", S. "]))
        self._page_and_pin(out)

    def _in_a_volume(self, out: Labelled) -> None:
        self._names(out, "author", 2)
        out.add(", ")
        out.add(self._pick(_TITLES), "title")
        out.add(", in: ")
        self._names(out, "editor", 2)
        out.add(" ")
        self._page_and_pin(out)

    def _in_a_book(self, out: Labelled) -> None:
        self._names(out, "author", 2)
        out.add(", ")
        out.add(self._pick(_TITLES), "title")
        out.add(self._pick([", in: ", ", in: ", ", in "]))
        if self._chance(0.7):
            self._names(out, "editor", 2)
            out.add(self._pick([" (Hrsg.), ", " (Hrsg.), ", " (Hg.), ", ", Hrsg., "]))
        out.add(self._pick(_BOOKS), "booktitle")
        if self._chance(0.25):
            out.add(self._pick([" Bd. ", ", Bd. ", " "]))
            out.add(self._pick(["1", "2", "3", "I", "II", "III", "VII"]), "volume")
        out.add(" ")
        self._imprint(out)
        out.add(" ")
        self._page_and_pin(out)

    def _imprint(self, out: Labelled) -> None:
        out.add("(")
        if self._chance(0.2):
            out.add(f"{self._draw.randint(2, 9)}. Aufl.", "edition")
            out.add(self._pick([", ", " "]))
        if self._chance(0.35):
            out.add(self._pick(_PLACES), "address")
            if self._chance(0.3):
                out.add(": ")
                out.add(self._pick(_HOUSES), "publisher")
            out.add(self._pick([" ", ", "]))
        out.add(str(self._draw.randint(1900, 1999)), "date")
        out.add(")")

    def _book(self, out: Labelled) -> None:
        self._names(out, "author", 2)
        if self._chance(0.1):
            out.add(" (Hrsg.)")
        out.add(", ")
        out.add(self._pick(_BOOKS + _TITLES), "title")
        if self._chance(0.7):
            out.add(" ")
            self._imprint(out)
            out.add(" ")
            out.add(self._pages(False), "locator")
        else:
            out.add(", ")
            out.add(self._pick(_PLACES), "address")
            out.add(" ")
            out.add(str(self._draw.randint(1900, 1999)), "date")
            if self._chance(0.7):
                out.add(", ")
                out.add(self._pages(True), "locator")

    def _earlier(self, out: Labelled) -> None:
        self._names(out, "author", 2)
        note = self._draw.randint(1, 90)
        out.add(" ")
        form = self._draw.randrange(5)
        word = (
            f"(oben N. {note})",
            f"(Anm. {note})",
            f"(oben Fn. {note})",
            "a.a.O.",
            "(vorige N.)",
        )[form]
        out.add(word, "xref")
        if self._chance(0.8):
            out.add(" " if word.endswith(")") else ", ")
            out.add(self._pages(form in (1, 3)), "locator")
