"""Works, notes and bibliographies in other languages than English: printed by CSL in their locales, and by hand.

Names and subjects are listed here; given names, places and houses are those of the package's own lists.
No work printed here exists.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from cite.model.document import Run, Style
from cite.recognisers.languages.known import LANGUAGES
from cite.recognisers.languages.language import words
from training.facts import Item, Maker
from training.gold import (
    GoldCitation,
    GoldDocument,
    GoldNote,
    Labelled,
    fields_of,
    trimmed,
    type_of,
)
from training.notes import Author


@dataclass(frozen=True, slots=True)
class Tongue:
    """What works in a language are made of; words parted by `|`."""

    code: str
    locale: str
    families: str
    subjects: str
    titles: str
    """Forms of titles, `{a}`, `{b}` and `{c}` for subjects."""
    journals: str
    papers: str
    universities: str
    theses: str
    """Doctoral first, then master's."""
    manner: str
    """How notes join their fields: `place house` or `house place`, with commas or in brackets."""
    quotes: str
    in_: str
    edited: str
    """Around the names of editors: `{n} (dir.)`."""
    page: str
    number: str
    volume: str


TONGUES = (
    Tongue(
        "de", "de-DE",
        "Ahrens|Bachmann|Brandt|Dörfler|Eckert|Faber|Gerlach|Hartwig|Jansen|Kästner|Kessler|Lindner|Lorenz|Maurer|Neumann|Opitz|Pohl|Reuter|Rieger|Sauer|Schade|Schröder|Seidel|Thiel|Ullmann|Vogt|Wegner|Weiß|Wirth|Zeller|von Arnsberg|von der Heide",
        "Stadt|Recht|Sprache|Arbeit|Krieg|Handwerk|Zunft|Kirche|Adel|Bauern|Erinnerung|Universität|Verfassung|Eigentum|Geld|Handel|Bergbau|Presse|Theater|Musik|Ehe|Armut|Polizei|Verwaltung|Landschaft|Reformation|Aufklärung|Öffentlichkeit",
        "{a} und {b} im 19. Jahrhundert|Zur Geschichte der {a}|{a}. Studien über {b} und {c}|Die {a} und das Ende der {b}|{a}, {b}, {c}|Grundzüge einer Theorie der {a}|Der Wandel der {a} seit 1848",
        "Historische Zeitschrift|Geschichte und Gesellschaft|Archiv für Kulturgeschichte|Der Staat|Juristenzeitung|Zeitschrift für Politik|Vierteljahrshefte für Zeitgeschichte|Merkur|Leviathan|Kölner Zeitschrift für Soziologie|Neue Juristische Wochenschrift|HZ|JZ|AöR",
        "Frankfurter Allgemeine Zeitung|Die Zeit|Süddeutsche Zeitung|Neue Zürcher Zeitung|Der Tagesspiegel|taz",
        "Universität Leipzig|Universität Wien|Freie Universität Berlin|Universität Bielefeld|Ludwig-Maximilians-Universität München",
        "Diss. phil.|Dissertation|Habilitationsschrift|Masterarbeit|Diplomarbeit", "place year", "„“", "in:", "{n} (Hrsg.)|{n} (Hg.)", "S.", "H.", "Bd.",
    ),
    Tongue(
        "fr", "fr-FR",
        "Arnaud|Aubert|Baudry|Blanchard|Bonnet|Chevalier|Colin|Delmas|Dumont|Faure|Garnier|Gauthier|Hubert|Joly|Lacroix|Lambert|Leclerc|Lemoine|Mallet|Marchand|Mercier|Moreau|Noël|Perrin|Picard|Renaud|Rivière|Roussel|Simon|Tessier|Vasseur|de La Tour|Du Pin",
        "ville|droit|langue|travail|guerre|paysans|noblesse|mémoire|université|constitution|propriété|argent|commerce|presse|théâtre|musique|mariage|pauvreté|police|administration|paysage|Réforme|Lumières|colonies|santé|école|livre",
        "La {a} et la {b} au XIXe siècle|Histoire de la {a}|{a}, {b} et {c}|Penser la {a}|Pour une histoire de la {a}|Les mots de la {a} (1780-1830)|La {a} en question|Essai sur la {a}",
        "Annales|Revue historique|Revue d’histoire moderne et contemporaine|Le Mouvement social|Genèses|Esprit|Critique|Actes de la recherche en sciences sociales|Romantisme|Revue française de science politique|XVIIe siècle|Cahiers d’études africaines",
        "Le Monde|Libération|Le Figaro|L’Humanité|La Croix",
        "université Paris I|université de Lyon II|EHESS|université de Strasbourg|université d’Aix-Marseille",
        "thèse de doctorat|thèse|mémoire de maîtrise|mémoire de master", "place, house, year", "«»", "dans|in", "{n} (dir.)|{n} (éd.)|{n} (dirs.)", "p.", "n°", "t.",
    ),
    Tongue(
        "es", "es-ES",
        "García Prieto|Ruiz Peña|López Vera|Navarro|Ortega Ríos|Pérez Soler|Vidal|Serrano|Molina Cruz|Castro|Domínguez|Fuentes Gil|Herrera|Ibáñez|Lozano|Marín Rojas|Nieto|Olmedo|Pardo Luna|Quintana|Rivas|Salas|Torres Vega|Urrutia|Valdés|Zamora|de la Vega",
        "ciudad|derecho|lengua|trabajo|guerra|campesinos|nobleza|memoria|universidad|constitución|propiedad|dinero|comercio|prensa|teatro|música|matrimonio|pobreza|policía|administración|paisaje|Ilustración|colonias|salud|escuela|frontera|indígenas",
        "La {a} y la {b} en el siglo XIX|Historia de la {a} en España|{a}, {b} y {c}|Pensar la {a}|La crisis de la {a} (1898-1936)|Los orígenes de la {a}|Ensayos sobre {a} y {b}",
        "Hispania|Ayer|Historia Social|Revista de Indias|Revista de Occidente|Anuario de Estudios Americanos|Cuadernos Hispanoamericanos|Historia Mexicana|Estudios Sociales|Boletín de la Real Academia de la Historia|Nueva Sociedad",
        "El País|La Vanguardia|El Mundo|La Nación|El Universal",
        "Universidad de Sevilla|Universidad Complutense de Madrid|El Colegio de México|Universidad de Buenos Aires|Universitat de València",
        "tesis doctoral|tesis doctoral inédita|tesis de maestría|tesis de licenciatura", "place, house, year", "«»|“”", "en", "{n} (ed.)|{n} (coord.)|{n} (eds.)|{n} (comp.)", "p.|pp.", "núm.|n.º", "vol.",
    ),
    Tongue(
        "it", "it-IT",
        "Amato|Barbieri|Bianchi|Bellini|Caruso|Colombo|Conti|De Luca|Esposito|Fabbri|Ferrari|Galli|Giordano|Greco|Lombardi|Mancini|Marini|Moretti|Neri|Orlando|Parisi|Pellegrini|Ricci|Rinaldi|Romano|Sala|Santoro|Testa|Valentini|Villa|Della Torre",
        "città|diritto|lingua|lavoro|guerra|contadini|nobiltà|memoria|università|costituzione|proprietà|denaro|commercio|stampa|teatro|musica|famiglia|povertà|polizia|amministrazione|paesaggio|Riforma|Illuminismo|Risorgimento|salute|scuola",
        "La {a} e la {b} nell’Ottocento|Storia della {a}|{a}, {b} e {c}|Le origini della {a}|Tra {a} e {b}. Saggi di storia|La {a} in Italia (1861-1914)|Per una storia della {a}",
        "Quaderni storici|Rivista storica italiana|Studi storici|Società e storia|Archivio storico italiano|Belfagor|Meridiana|Passato e presente|Nuova Antologia|Critica marxista|Il Ponte|Paragone",
        "la Repubblica|Corriere della Sera|La Stampa|il manifesto|Il Sole 24 Ore",
        "Università di Bologna|Università di Roma «La Sapienza»|Università di Torino|Scuola Normale Superiore|Università degli Studi di Milano",
        "tesi di dottorato|tesi di dottorato di ricerca|tesi di laurea", "house, place year", "«»", "in", "{n} (a cura di)|a cura di {n}", "p.|pp.", "n.", "vol.",
    ),
    Tongue(
        "pt", "pt-BR",
        "Almeida|Amaral|Barbosa|Barros|Cardoso|Carvalho|Coelho|Correia|Dias|Duarte|Fernandes|Figueiredo|Freitas|Gomes|Lima|Lopes|Machado|Marques|Mendes|Moura|Neves|Nogueira|Oliveira|Pinto|Ramos|Ribeiro|Rocha|Sampaio|Tavares|Teixeira|Vieira",
        "cidade|direito|língua|trabalho|guerra|camponeses|nobreza|memória|universidade|constituição|propriedade|dinheiro|comércio|imprensa|teatro|música|família|pobreza|polícia|administração|paisagem|escravidão|colônia|saúde|escola|sertão",
        "A {a} e a {b} no século XIX|História da {a} no Brasil|{a}, {b} e {c}|As origens da {a}|Entre a {a} e a {b}|A invenção da {a}|Ensaios sobre {a}",
        "Revista Brasileira de História|Análise Social|Ler História|Estudos Históricos|Tempo|Topoi|Novos Estudos CEBRAP|Penélope|Varia Historia|Dados|Revista de História",
        "Folha de S. Paulo|O Estado de S. Paulo|Público|Diário de Notícias|O Globo",
        "Universidade de São Paulo|Universidade de Coimbra|Universidade Nova de Lisboa|Universidade Federal do Rio de Janeiro|Unicamp",
        "tese de doutoramento|tese de doutorado|dissertação de mestrado", "place: house, year", "“”|«»", "In:|in", "{n} (org.)|{n} (orgs.)|{n} (coord.)", "p.", "n.|n.º", "v.|vol.",
    ),
    Tongue(
        "nl", "nl-NL",
        "Bakker|Boersma|Bosman|de Boer|de Bruin|de Groot|de Haan|de Wit|Dekker|Dijkstra|Hoekstra|Hofman|Huisman|Jansen|Koster|Kuiper|Meijer|Mulder|Postma|Prins|Schouten|Smit|van Dam|van den Bosch|van der Linden|van Leeuwen|Verhoeven|Visser|Vos|Willems",
        "stad|recht|taal|arbeid|oorlog|boeren|adel|herinnering|universiteit|grondwet|eigendom|geld|handel|pers|toneel|muziek|huwelijk|armoede|politie|bestuur|landschap|Reformatie|Verlichting|koloniën|gezondheid|school|water|gilden",
        "{a} en {b} in de negentiende eeuw|Geschiedenis van de {a}|{a}, {b} en {c}|De opkomst van de {a}|Tussen {a} en {b}|Over {a} en {b} in Holland, 1650-1750|De uitvinding van de {a}",
        "Tijdschrift voor Geschiedenis|Bijdragen en Mededelingen betreffende de Geschiedenis der Nederlanden|Holland|De Gids|Spiegel der Letteren|Tijdschrift voor Sociale Geschiedenis|Volkskundig Bulletin|Ons Erfdeel|De Negentiende Eeuw",
        "NRC Handelsblad|de Volkskrant|Trouw|De Standaard|Het Parool",
        "Universiteit Leiden|Rijksuniversiteit Groningen|Universiteit Utrecht|Katholieke Universiteit Leuven|Vrije Universiteit Amsterdam",
        "proefschrift|dissertatie|masterscriptie|doctoraalscriptie", "(place: house, year)", "‘’", "in:|in", "{n} (red.)|{n} (eds.)", "p.|blz.", "nr.", "jrg.",
    ),
    Tongue(
        "pl", "pl-PL",
        "Adamczyk|Baran|Bielecki|Borkowski|Cieślak|Czarnecki|Dąbrowski|Dudek|Głowacki|Górski|Jankowski|Kaczmarek|Kalinowski|Kołodziej|Król|Lis|Majewski|Mazur|Nowak|Ostrowski|Pawlak|Piotrowski|Rutkowski|Sikora|Szymański|Urban|Wilk|Wójcik|Zając|Zieliński",
        "miasto|prawo|język|praca|wojna|chłopi|szlachta|pamięć|uniwersytet|konstytucja|własność|pieniądz|handel|prasa|teatr|muzyka|rodzina|bieda|policja|administracja|krajobraz|reformacja|oświecenie|emigracja|zdrowie|szkoła|Kościół",
        "{a} i {b} w XIX wieku|Dzieje {a}|{a}, {b}, {c}|Z dziejów {a} w Polsce|Między {a} a {b}|{a} a {b}. Studia i szkice|{a} w latach 1918–1939",
        "Kwartalnik Historyczny|Przegląd Historyczny|Dzieje Najnowsze|Roczniki Dziejów Społecznych i Gospodarczych|Pamiętnik Literacki|Teksty Drugie|Zapiski Historyczne|Państwo i Prawo|Studia Socjologiczne|Kultura i Społeczeństwo",
        "Gazeta Wyborcza|Rzeczpospolita|Polityka|Tygodnik Powszechny",
        "Uniwersytet Warszawski|Uniwersytet Jagielloński|Uniwersytet Wrocławski|Uniwersytet im. Adama Mickiewicza",
        "praca doktorska|rozprawa doktorska|praca magisterska", "place year", "„”", "[w:]|w:", "red. {n}|pod red. {n}|oprac. {n}", "s.", "nr|z.", "t.",
    ),
    Tongue(
        "ru", "ru-RU",
        "Абрамов|Белов|Виноградов|Волков|Громов|Данилов|Егоров|Журавлев|Зайцев|Иванов|Калинин|Ковалев|Козлов|Лебедев|Макаров|Морозов|Никитин|Орлов|Павлов|Романов|Семенов|Смирнов|Соколов|Тарасов|Титов|Федоров|Чернов|Шубин|Яковлев",
        "город|право|язык|труд|война|крестьянство|дворянство|память|университет|конституция|собственность|деньги|торговля|печать|театр|музыка|семья|бедность|полиция|управление|реформа|просвещение|эмиграция|школа|церковь",
        "{a} и {b} в России XIX века|История {a}|{a}: {b} и {c}|К истории {a}|{a} и {b}. Очерки|Проблемы изучения {a}|{a} в 1861–1914 гг.",
        "Вопросы истории|Отечественная история|Вестник Московского университета|Новая и новейшая история|Вопросы философии|Русская литература|Родина|Исторические записки|Новое литературное обозрение|Государство и право",
        "Известия|Правда|Коммерсант|Независимая газета", "МГУ|СПбГУ|Саратовский университет|Казанский университет",
        "дис. … канд. ист. наук|дис. … д-ра ист. наук", "gost", "«»", "//", "под ред. {n}|отв. ред. {n}", "С.", "№", "Т.",
    ),
)  # fmt: skip
_GIVEN_RUSSIAN = "Алексей|Борис|Владимир|Дмитрий|Елена|Иван|Константин|Мария|Наталья|Ольга|Павел|Сергей|Татьяна|Юрий"
NOTE_STYLES = (
    "chicago-notes-bibliography", "mhra-notes", "iso690-full-note-en", "le-tapuscrit-note", "oxford-guide-to-style-notes",
    "new-harts-rules-notes", "society-of-biblical-literature-fullnote-bibliography",
)  # fmt: skip
LIST_STYLES = (
    "apa", "chicago-author-date", "iso690-author-date-fr", "din-1505-2", "associacao-brasileira-de-normas-tecnicas",
    "elsevier-harvard", "modern-language-association", "ieee",
)  # fmt: skip
HELD_STYLES = (
    "chicago-notes-bibliography-16th-edition",
    "mhra-notes-no-url",
    "harvard-university-of-leeds",
)


class ForeignMaker(Maker):
    """Makes works in one language, the same ones for the same seed."""

    def __init__(self, seed: int, tongue: Tongue) -> None:
        super().__init__(seed)
        self._tongue = tongue
        language = next(one for one in LANGUAGES if one.code == tongue.code)
        self._given = words(language.given or _GIVEN_RUSSIAN)
        self._houses = [w for w in words(language.houses) if w[0].isupper() and len(w) > 2]
        self._places = words(language.places)

    def some(self, listed: str) -> str:
        """One of some words."""
        return self._random.choice(listed.split("|"))

    def item(self, kinds: Sequence[str]) -> Item:
        """One work of one of the kinds named, in the language."""
        item = super().item(kinds)
        tongue = self._tongue
        match item["type"]:
            case "article-journal":
                item["container-title"] = self.some(tongue.journals)
            case "article-newspaper":
                item["container-title"] = self.some(tongue.papers)
            case "thesis":
                item |= {
                    "genre": self.some(tongue.theses),
                    "publisher": self.some(tongue.universities),
                }
            case "report" | "webpage":
                item.pop("container-title", None)
        return item

    def place(self) -> str:
        """A city that publishes."""
        return self._random.choice(self._places)

    def _person(self) -> dict[str, str]:
        return {
            "family": self.some(self._tongue.families),
            "given": self._random.choice(self._given),
        }

    def _made_title(self, catchy: float) -> str:
        subjects = self._random.sample(self._tongue.subjects.split("|"), 3)
        title = self.some(self._tongue.titles).format(a=subjects[0], b=subjects[1], c=subjects[2])
        return title[0].upper() + title[1:]

    def _imprint(self) -> Item:
        return {"publisher": self._random.choice(self._houses), "publisher-place": self.place()}


def rendered(seed: int, size: int, *, held: bool) -> list[GoldDocument]:
    """Articles and bibliographies in every language, printed by CSL in its locale."""
    found: list[GoldDocument] = []
    for at, tongue in enumerate(TONGUES):
        author = Author(seed + at, maker=ForeignMaker(seed + at, tongue), locale=tongue.locale)
        styles = HELD_STYLES[:2] if held else NOTE_STYLES
        lists = HELD_STYLES[2:] if held else LIST_STYLES
        found += [author.article(style, size, held, "rendered-foreign") for style in styles]
        found += [author.bibliography(style, size, held, "rendered-foreign") for style in lists]
    return found


_KINDS = ("article-journal", "article-journal", "book", "book", "book", "chapter", "chapter", "thesis", "article-newspaper")  # fmt: skip


def by_hand(seed: int, count: int) -> GoldDocument:
    """Notes in the manner of each language's scholars, with their italics or without."""
    draw = random.Random(seed)
    notes: list[GoldNote] = []
    for at, tongue in enumerate(TONGUES):
        writer = _Writer(draw, ForeignMaker(seed + 100 + at, tongue), tongue)
        notes += [writer.note(str(len(notes) + number)) for number in range(1, count + 1)]
    return GoldDocument("foreign-by-hand", "by hand", tuple(notes))


class _Writer:
    """Writes notes of one language."""

    def __init__(self, draw: random.Random, maker: ForeignMaker, tongue: Tongue) -> None:
        self._draw, self._maker, self._tongue = draw, maker, tongue

    def note(self, label: str) -> GoldNote:
        """One work, as a note or as an entry of a list."""
        out = Labelled()
        self._italics: list[tuple[int, int]] = []
        item = self._maker.item(_KINDS)
        gost = self._tongue.manner == "gost"
        (self._standard if gost else self._commas)(out, item)
        segments = tuple(s for s in (trimmed(out.text, s) for s in out.segments) if s.end > s.start)
        citation = GoldCitation(0, fields_of(out.text, segments), type_of(out.text, segments))
        marked = self._draw.random() < 0.5
        runs = _runs(out.text, self._italics if marked else [])
        return GoldNote(label, runs, segments, (citation,))

    def _pick(self, listed: str) -> str:
        return self._draw.choice(listed.split("|"))

    def _people(self, people: list[dict[str, str]], inverted: bool) -> str:
        full = self._draw.random() < 0.5
        names = []
        for person in people[:3]:
            given = person["given"] if full else f"{person['given'][0]}."
            family = person["family"].upper() if self._draw.random() < 0.1 else person["family"]
            names.append(f"{family}, {given}" if inverted else f"{given} {family}")
        return self._draw.choice(("; ", " / ")).join(names) if inverted else ", ".join(names)

    def _title(self, out: Labelled, title: str, label: str, quoted: bool) -> None:
        marks = self._pick(self._tongue.quotes) if quoted else ""
        if marks:
            out.add(marks[0])
        start = len(out.text)
        out.add(title, label)
        if not quoted:
            self._italics.append((start, len(out.text)))
        if marks:
            out.add(marks[-1])

    def _commas(self, out: Labelled, item: Item) -> None:
        inverted = self._draw.random() < 0.25
        stop = self._draw.choice((", ", ", ", ": ", ". ")) if inverted else ", "
        people = item.get("author") or item.get("editor")
        if people:
            out.add(self._people(people, inverted), "author")
            if "author" not in item:
                out.add(f" ({self._pick('ed.|Hg.|dir.|red.|org.')})")
            out.add(stop)
        part = item["type"] in ("article-journal", "chapter", "article-newspaper")
        self._title(out, item["title"], "title", part and self._draw.random() < 0.7)
        getattr(self, "_" + item["type"].replace("-", "_"))(out, item)
        out.add(self._draw.choice((".", ".", "")))

    def _year(self, item: Item) -> str:
        return str(item["issued"]["date-parts"][0][0])

    def _article_journal(self, out: Labelled, item: Item) -> None:
        out.add(self._draw.choice((", ", f", {self._pick(self._tongue.in_)} ", ". ")))
        self._title(out, item["container-title"], "journal", False)
        volume, year = item["volume"], self._year(item)
        form = self._draw.randrange(4)
        if form == 0:
            out.add(" ")
            out.add(volume, "volume")
            out.add(" (")
            out.add(year, "date")
            out.add(")")
        else:
            out.add(self._draw.choice((", ", f", {self._pick(self._tongue.volume)} ", " ")))
            out.add(volume, "volume")
            out.add(", ")
            if form == 1:
                out.add(f"{self._pick(self._tongue.number)} ")
                out.add(item.get("issue", "2"), "number")
                out.add(", ")
            out.add(year, "date")
        out.add(f", {self._pick(self._tongue.page)} ")
        out.add(item["page"], "pages")

    def _article_newspaper(self, out: Labelled, item: Item) -> None:
        out.add(", ")
        self._title(out, item["container-title"], "journal", False)
        language = next(one for one in LANGUAGES if one.code == self._tongue.code)
        year, month, day = item["issued"]["date-parts"][0]
        word = language.months.split("|")[month - 1].split()[0]
        out.add(", ")
        out.add(f"{day} {word} {year}", "date")

    def _book(self, out: Labelled, item: Item) -> None:
        out.add(", ")
        self._imprint(out, item)
        if self._draw.random() < 0.5:
            out.add(f", {self._pick(self._tongue.page)} ")
            out.add(str(self._draw.randint(1, 400)), "locator")

    def _chapter(self, out: Labelled, item: Item) -> None:
        out.add(f", {self._pick(self._tongue.in_)} ")
        form = self._pick(self._tongue.edited)
        names = self._people(item.get("editor") or self._maker.people(1), False)
        before, _, after = form.partition("{n}")
        if before:
            self._title(out, item["container-title"], "booktitle", False)
            out.add(f", {before}")
            out.add(names, "editor")
        else:
            out.add(names, "editor")
            out.add(f"{after}, ")
            self._title(out, item["container-title"], "booktitle", False)
        out.add(", ")
        self._imprint(out, item)
        out.add(f", {self._pick(self._tongue.page)} ")
        out.add(item["page"], "pages")

    def _thesis(self, out: Labelled, item: Item) -> None:
        out.add(", ")
        out.add(item["genre"], "genre")
        out.add(", ")
        out.add(item["publisher"], "publisher")
        out.add(self._draw.choice((", ", " ")))
        out.add(self._year(item), "date")

    def _imprint(self, out: Labelled, item: Item) -> None:
        place, house, year = item["publisher-place"], item["publisher"], self._year(item)
        match self._tongue.manner:
            case "place year":
                parts = [(place, "address"), (" ", ""), (year, "date")]
                if self._draw.random() < 0.4:
                    parts[1:1] = [(": ", ""), (house, "publisher")]
            case "house, place year":
                parts = [(house, "publisher"), (", ", ""), (place, "address"), (self._draw.choice((" ", ", ")), ""), (year, "date")]  # fmt: skip
            case "(place: house, year)":
                parts = [("(", ""), (place, "address"), (": ", ""), (house, "publisher"), (", ", ""), (year, "date"), (")", "")]  # fmt: skip
            case _:
                colon = self._draw.choice((", ", ": "))
                parts = [(place, "address"), (colon, ""), (house, "publisher"), (", ", ""), (year, "date")]  # fmt: skip
        for text, label in parts:
            out.add(text, label)

    def _standard(self, out: Labelled, item: Item) -> None:
        """By the Russian standard: nothing between names and title, two slashes before what it stands in."""
        people = item.get("author") or item.get("editor") or self._maker.people(1)
        out.add(
            ", ".join(
                f"{p['family']} {p['given'][0]}. {self._pick('А.|И.|П.|С.')}" for p in people[:3]
            ),
            "author",
        )
        out.add(" ")
        out.add(item["title"], "title")
        year = self._year(item)
        match item["type"]:
            case "article-journal":
                out.add(" // ")
                out.add(item["container-title"], "journal")
                out.add(". ")
                out.add(year, "date")
                out.add(". № ")
                out.add(item.get("issue", "3"), "number")
                out.add(". С. ")
                out.add(item["page"], "pages")
            case "article-newspaper":
                out.add(" // ")
                out.add(item["container-title"], "journal")
                out.add(". ")
                out.add(year, "date")
            case "thesis":
                out.add(": ")
                out.add(item["genre"], "genre")
                out.add(". ")
                out.add(self._maker.place(), "address")
                out.add(", ")
                out.add(year, "date")
            case kind:
                if kind == "chapter":
                    out.add(" // ")
                    out.add(item["container-title"], "booktitle")
                out.add(". ")
                out.add(item["publisher-place"], "address")
                out.add(": ")
                out.add(item["publisher"], "publisher")
                out.add(", ")
                out.add(year, "date")
                if kind == "chapter":
                    out.add(". С. ")
                    out.add(item["page"], "pages")
        out.add(".")


def _runs(text: str, italics: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for start, end in italics:
        runs += [Run(text[at:start]), Run(text[start:end], Style.ITALIC)]
        at = end
    runs.append(Run(text[at:]))
    return tuple(run for run in runs if run.text)
