"""LaTeX: notes, markers, addresses, and the bibliographies and chapters that stand beside the file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cite.formats.latex import unescape
from cite.formats.latex_tree import Command, Group, Node, Words, parse
from cite.formats.text import beginning, decode
from cite.model.document import Anchor, Paragraph, ParagraphKind, Span, Style, plain
from cite.model.findings import Finding, Place
from cite.model.inputs import Beside
from cite.model.notes import About, Document, Embedded, Marker, Note, NoteForm
from cite.readers.latex import commands
from cite.readers.latex.arguments import address_in, content_of, end_of, style_of, text_of
from cite.readers.latex.sources import aliases, paragraphs_of, parts_of
from cite.readers.latex.works import in_short, works_beside
from cite.readers.markdown.labels import label_number
from cite.readers.prose import Prose, merged
from cite.steps.reading.read_links import read_links
from cite.steps.reading.sentences import sentence_at, sentence_ends

_SIGNS = re.compile(
    r"^\s*\\documentclass|^\s*\\(?:section|chapter|begin\{document\}|input\{|usepackage)|\\footnote\{|\\begin\{[a-z]+\*?\}",
    re.MULTILINE,
)
_BEGIN = re.compile(
    r"\s*(?:%[^\n]*\n\s*)*\\(?:documentclass|chapter|section|begin|input|title|usepackage|part)\b"
)


class Latex:
    """Articles and chapters in LaTeX."""

    name = "latex"

    def recognises(self, path: str, content: bytes) -> bool:
        """A head of LaTeX; or its signs, in a file called .tex."""
        text = beginning(content)
        if _BEGIN.match(text) or re.search(r"^\\documentclass", text, re.MULTILINE):
            return True
        named = path.lower().endswith((".tex", ".latex", ".ltx"))
        return bool(text) and named and (bool(_SIGNS.search(text)) or "\\" in text)

    def read(self, path: str, content: bytes) -> Document:
        """The file by itself. Raises InputError."""
        return self.read_beside(path, content, lambda _: None)

    def read_beside(self, path: str, content: bytes, beside: Beside) -> Document:
        """The file, the chapters it takes in and the bibliographies it names, as far as they stand beside it."""
        source, _ = decode(content)
        return _Reading(path, source, beside).document()


@dataclass(slots=True)
class _OpenNote:
    prose: Prose
    label: str
    form: NoteForm
    run: int
    markup: str
    line: int
    anchor: Anchor
    bound: bool = True
    cited: list[tuple[int, int, tuple[str, ...], str]] = field(default_factory=list)
    """From, to, keys and pinpoint of each citation in it."""


@dataclass(slots=True)
class _Call:
    offset: int
    line: int
    anchor: Anchor
    note: int | None
    label: str


class _Reading:
    """One pass over an article and its parts."""

    def __init__(self, path: str, source: str, beside: Beside) -> None:
        self.path = path
        self.source = source
        self.findings: list[Finding] = []
        self.parts = list(parts_of(path, source, beside, self.findings))
        self.works = works_beside(self.parts, beside)
        self.aliases = aliases(self.parts)
        self.takes = commands.TAKES | dict.fromkeys(self.aliases, "[{")
        self.by_chapter = bool(
            re.search(r"\\documentclass[^{]*\{[^}]*(?:book|report|memoir|thesis)", source)
        )
        self.part = self.parts[0]
        self.flow = Prose()
        self.calls: list[_Call] = []
        self.note: _OpenNote | None = None
        self.target: Anchor | None = None
        """Where the address is written that the words being read lead to."""
        self.body: list[Paragraph] = []
        self.markers: list[Marker] = []
        self.notes: list[_OpenNote] = []
        self.entries: list[_OpenNote] = []
        self.waiting: list[tuple[_Call, str]] = []
        """Markers whose text comes later, and the label they were given."""
        self.counts = {"foot": 0, "end": 0}
        self.chapter = 0
        self.environments: list[str] = []
        self.cited: dict[str, None] = {}
        self.title = ""

    def document(self) -> Document:
        for part in self.parts:
            self.part = part
            for start, text in paragraphs_of(self.part):
                self._walk(parse(text, start, self.takes), Style.PLAIN, None)
                self._close()
        notes = tuple(map(self._note, self.notes))
        self.markers = [_bound(marker, notes) for marker in self.markers]
        return Document(
            self.path, self.source, tuple(self.body), tuple(self.markers), notes, tuple(self.findings), False,
            "latex", About(self.title), tuple(self._bibliography()),
        )  # fmt: skip

    # The tree

    def _walk(self, nodes: Sequence[Node], style: Style, href: str | None) -> None:
        for node in nodes:
            match node:
                case Words():
                    self._words(node, style, href)
                case Group():
                    self._walk(node.inside, style, href)
                case Command() if node.name in commands.DECLARATIONS:
                    style |= style_of(node.name)
                case Command():
                    self._command(node, style, href)

    def _words(self, node: Words, style: Style, href: str | None) -> None:
        text = node.text if node.verbatim else node.text.replace("~", "\xa0")
        if not node.verbatim and "\n\n" in re.sub(r"\n\s*\n", "\n\n", text) and self.note is None:
            self._close()
        meant = unescape(text) if re.search(r"[\\$]|--|``|''|`", text) else text
        if text[:1].isspace() and not meant[:1].isspace():
            meant = " " + meant
        if text[-1:].isspace() and not meant[-1:].isspace():
            meant += " "
        anchor = self._anchor(node.start, node.start + len(text))
        if meant == text:
            self._prose.add(text, style, href, anchor, self.target)
        else:
            self._put(meant, style, href, anchor)

    def _put(self, text: str, style: Style, href: str | None, anchor: Anchor | None) -> None:
        """Words that stand in the source in other letters: their place is that of the whole."""
        before = len(self._prose.runs)
        self._prose.add(text, style, href, None, self.target)
        if anchor and len(self._prose.runs) == before + 1:
            self._prose.runs[-1] = replace(self._prose.runs[-1], anchor=anchor)

    @property
    def _prose(self) -> Prose:
        return self.note.prose if self.note else self.flow

    def _anchor(self, start: int, end: int) -> Anchor:
        return Anchor(start, end, self.part.name)

    def _command(self, node: Command, style: Style, href: str | None) -> None:
        name = node.name
        arguments = [one for one in node.arguments if one is not None]
        last = arguments[-1] if arguments else ()
        if name in commands.NOTES or name in self.aliases:
            self._take_note(node, self.aliases.get(name, name))
        elif name in commands.CITED_IN_NOTES:
            self._cite_in_note(node)
        elif name in commands.MARKS:
            self._mark(node)
        elif name in commands.CITATIONS:
            self._cite(node, style)
        elif name in ("url", "nolinkurl", "path", "doi"):
            self._address(last, name, style)
        elif name == "href":
            self._link(arguments, style, href)
        elif name in commands.SECTIONS:
            self._heading(name, last, style)
        elif name in ("begin", "end"):
            self._environment(name, text_of(last))
        elif name in ("item", "bibitem"):
            self._item(node)
        elif name in ("par", "\\", "newline", "linebreak", "tabularnewline"):
            self._close() if name == "par" and not self.note else self._prose.add(
                " ", style, href, None
            )
        elif name in ("caption", "captionof", "subcaption"):
            self._block(last, ParagraphKind.CAPTION)
        elif name in commands.QUOTED:
            opening, closing = commands.QUOTED[name]
            self._prose.add(opening, style, href, None)
            self._walk(last, style, href)
            self._prose.add(closing, style, href, None)
        elif name == "texorpdfstring":
            self._walk(arguments[0] if arguments else (), style, href)
        elif name not in commands.DROPPED:
            self._other(node, style, href)

    def _other(self, node: Command, style: Style, href: str | None) -> None:
        """Typography, accents, signs; of a command nobody knows, its arguments follow as words."""
        arguments = [one for one in node.arguments if one is not None]
        if node.name in commands.ACCENTS or not arguments:
            written = self.part.text[node.start : node.end] if arguments else f"\\{node.name} "
            sign = unescape(written)
            if sign.strip() and "\\" not in sign:
                self._put(sign.strip(), style, href, self._anchor(node.start, node.end))
            elif node.name == " ":
                self._prose.add(" ", style, href, None)
            return
        for argument in arguments:
            self._walk(argument, style | style_of(node.name), href)

    def _address(self, argument: Sequence[Node], name: str, style: Style) -> None:
        raw = text_of(argument)
        target = address_in(argument)
        if not target:
            return
        if name == "doi" and not target.startswith("http"):
            target = f"https://doi.org/{target}"
        anchor = self._whole(argument)
        if raw == target:
            self._prose.add(raw, style, target, anchor)
        else:
            self._put(target, style, target, anchor)

    def _link(self, arguments: Sequence[Sequence[Node]], style: Style, href: str | None) -> None:
        """Words that lead to an address written beside them."""
        if len(arguments) > 1:
            self.target, href = self._whole(arguments[-2]), address_in(arguments[-2])
        self._walk(arguments[-1] if arguments else (), style, href)
        self.target = None

    def _whole(self, argument: Sequence[Node]) -> Anchor | None:
        """Where an argument is written that holds no group, white space around it left out."""
        plain = [node for node in argument if not isinstance(node, Group)]
        if not plain or len(plain) < len(argument):
            return None
        first = plain[0].start
        written = self.part.text[first : end_of(plain[-1])]
        start = first + len(written) - len(written.lstrip())
        return self._anchor(start, start + len(written.strip()))

    def _heading(self, name: str, argument: Sequence[Node], style: Style) -> None:
        if name == "chapter" and self.by_chapter:
            self.chapter += 1
            self.counts = {"foot": 0, "end": 0}
        self._block(argument, ParagraphKind.HEADING, commands.SECTIONS[name])
        if name == "title" and self.body:
            self.title = self.title or self.body[-1].text

    def _block(self, nodes: Sequence[Node], kind: ParagraphKind, level: int = 0) -> None:
        if self.note:
            self._walk(nodes, Style.PLAIN, None)
            return
        self._close()
        self.flow = Prose(kind, level)
        self._walk(nodes, Style.PLAIN, None)
        self._close()

    def _environment(self, which: str, name: str) -> None:
        if self.note:
            self.note.prose.part()
            return
        self._close()
        if which == "begin":
            self.environments.append(name)
        elif name in self.environments:
            while self.environments.pop() != name:
                pass
        self.flow = Prose(*self._kind())

    def _item(self, node: Command) -> None:
        if node.name == "bibitem":
            self._close()
            self.note = self._open("", NoteForm.ENTRY, node)
            label = node.arguments[0] if node.arguments else None
            self.note.label = text_of(label) if label else str(len(self.entries) + 1)
            self.entries.append(self.note)
            return
        if self.note:
            self.note.prose.part()
        else:
            self._close()
        if node.arguments and node.arguments[0]:
            self._walk(node.arguments[0], Style.PLAIN, None)
            self._prose.add(" ", Style.PLAIN, None, None)

    # Notes and markers

    def _open(self, label: str, form: NoteForm, node: Command) -> _OpenNote:
        line = self.part.line(node.start)
        return _OpenNote(
            Prose(), label, form, self.chapter * 2 + (form is NoteForm.ENDNOTE), self.part.text[node.start : node.end],
            line, self._anchor(node.start, node.end),
        )  # fmt: skip

    def _form(self, name: str) -> NoteForm:
        if name in commands.ENDNOTES:
            return NoteForm.ENDNOTE
        return NoteForm.MARGIN if name in commands.MARGINS else NoteForm.FOOTNOTE

    def _count(self, form: NoteForm) -> str:
        which = "end" if form is NoteForm.ENDNOTE else "foot"
        self.counts[which] += 1
        return str(self.counts[which])

    def _take_note(self, node: Command, name: str) -> None:
        if self.note and self.note.form is not NoteForm.ENTRY:
            self._walk(content_of(node), Style.PLAIN, None)
            return
        form = self._form(name)
        option = node.arguments[0] if len(node.arguments) > 1 else None
        given = text_of(option) if option and name not in commands.MARGINS else ""
        if name in commands.TEXTS:
            label = given or (self.waiting[0][1] if self.waiting else self._count(form))
        else:
            label = given or self._count(form)
        note = self._open(label, form, node)
        if name in commands.TEXTS:
            self._answer(label)
        else:
            self._call(node, len(self.notes), label)
        self.notes.append(note)
        outer, self.note = self.note, note
        self._walk(content_of(node), Style.PLAIN, None)
        self.note = outer

    def _call(self, node: Command, note: int | None, label: str) -> _Call:
        call = _Call(
            self.flow.length,
            self.part.line(node.start),
            self._anchor(node.start, node.end),
            note,
            label,
        )
        self.calls.append(call)
        return call

    def _mark(self, node: Command) -> None:
        option = node.arguments[0] if node.arguments else None
        given = text_of(option) if option else ""
        if given.isdigit():
            label = given
        elif given:
            label = str(self.counts["foot"])
        else:
            label = self._count(self._form(node.name))
        call = self._call(node, None, label)
        if not given:
            self.waiting.append((call, label))

    def _answer(self, label: str) -> None:
        """The text of a note whose marker stood before."""
        self.waiting = [one for one in self.waiting if one[1] != label]

    def _cite_in_note(self, node: Command) -> None:
        if self.note:
            self._cite(node, Style.PLAIN)
            return
        form = NoteForm.FOOTNOTE
        note = self._open(self._count(form), form, node)
        self._call(node, len(self.notes), note.label)
        self.notes.append(note)
        self.note = note
        self._cite(node, Style.PLAIN)
        self.note = None

    def _cite(self, node: Command, style: Style) -> None:
        """A citation by key, in the words that a reader would see: author, year, pinpoint."""
        *options, keys = node.arguments or (None,)
        named = [key.strip() for key in text_of(keys or ()).split(",") if key.strip()]
        told = [text_of(one) for one in options[1:] if one]
        before = f"{unescape(told[0])} " if len(told) > 1 else ""
        locator = unescape(told[-1]) if told else ""
        self.cited |= dict.fromkeys(named)
        prose = self._prose
        start = prose.length
        words = "; ".join(in_short(key, self.works.get(key)) for key in named)
        text = before + words + (f", {locator}" if locator else "")
        in_the_sentence = node.name.lower().startswith(("citet", "textcite", "citeauthor"))
        bare = self.note or in_the_sentence
        prose.add(text if bare else f" ({text})", style, None, None)
        if self.note:
            self.note.cited.append((start, prose.length, tuple(named), locator))

    # What is told

    def _close(self) -> None:
        """The paragraph is at its end; so is an entry of a bibliography."""
        if self.note and self.note.form is NoteForm.ENTRY:
            self.note = None
        prose, self.flow = self.flow, Prose(*self._kind())
        calls, self.calls = self.calls, []
        runs = prose.finished()
        if not runs and not calls:
            return
        anchors = [run.anchor for run in runs if run.anchor]
        first = (
            anchors[0] if anchors else calls[0].anchor if calls else Anchor(0, 0, self.part.name)
        )
        place = Place(
            self.path, self.part.line(first.start), self.part.column(first.start), self.part.name
        )
        text = plain(runs)
        links, findings = read_links(runs, place, None)
        self.findings += findings
        ends = sentence_ends(text) if calls else ()
        for call in calls:
            offset = min(call.offset, len(text))
            self.markers.append(
                Marker(
                    call.label, Place(self.path, call.line, self.part.column(call.anchor.start), self.part.name),
                    len(self.body), offset, sentence_at(text, offset, ends), call.anchor, call.note,
                )
            )  # fmt: skip
        whole = Anchor(first.start, anchors[-1].end, self.part.name) if anchors else None
        self.body.append(Paragraph(merged(runs), place, prose.kind, prose.level, links, whole))

    def _kind(self) -> tuple[ParagraphKind, int]:
        """What a paragraph is, by the environments around it."""
        depth = sum(one in commands.QUOTATIONS | commands.LISTS for one in self.environments)
        for one in reversed(self.environments):
            if one in commands.QUOTATIONS:
                return ParagraphKind.QUOTATION, depth
            if one in commands.LISTS:
                return ParagraphKind.LIST_ITEM, depth
            if one in commands.TABLES:
                return ParagraphKind.TABLE, 0
        return ParagraphKind.TEXT, 0

    def _note(self, note: _OpenNote) -> Note:
        runs = note.prose.finished()
        text = plain(runs)
        place = Place(self.path, note.line, part=note.anchor.part)
        links, findings = read_links(runs, place, note.label)
        self.findings += findings
        embedded = tuple(
            Embedded(Span(start, min(end, len(text))), entries, "BibTeX", (locator,) * len(entries) if len(entries) == 1 else ())
            for start, end, keys, locator in note.cited
            if start < len(text) and (entries := tuple(self.works[key] for key in keys if key in self.works))
        )  # fmt: skip
        return Note(
            note.label, merged(runs), note.markup, place, links, label_number(note.label), form=note.form, run=note.run,
            anchor=note.anchor, embedded=embedded,
        )  # fmt: skip

    def _bibliography(self) -> Iterator[Note]:
        """The entries set in the article itself, else the works of the bibliographies beside it that it cites."""
        if self.entries:
            yield from map(self._note, self.entries)
            return
        from cite.readers.xml.entries import as_words

        known = [key for key in self.cited if key in self.works]
        for number, key in enumerate(known, 1):
            entry = self.works[key]
            runs = as_words(entry)
            text = plain(runs)
            links, _ = read_links(runs, Place(self.path), key)
            described = Embedded(Span(0, len(text)), (entry,), "BibTeX")
            yield Note(
                key, runs, text, Place(self.path), links, number, form=NoteForm.ENTRY, embedded=(described,)
            )  # fmt: skip


def _bound(marker: Marker, notes: Sequence[Note]) -> Marker:
    """A mark apart from its text, with the first note of its label."""
    if marker.target is not None:
        return marker
    index = next((at for at, note in enumerate(notes) if note.label == marker.label), None)
    return replace(marker, target=index)
