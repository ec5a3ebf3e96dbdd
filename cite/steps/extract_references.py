"""A citation to an entry: what typography and punctuation make plain is read field by field.

The order of attack is the order of certainty: addresses and access dates, then titles (quoted, italic),
then authors before the title, then what follows it.
"""

import re
from dataclasses import dataclass, field

from cite.model.document import Span
from cite.model.findings import Finding, Level
from cite.model.notes import Note
from cite.model.references import (
    Citation,
    CrossReference,
    Entry,
    FieldValue,
    Item,
    Name,
    NoteKind,
    ReadNote,
)
from cite.recognisers.dates import FoundDate, find_accessed, find_dates
from cite.recognisers.identifiers import find_identifiers
from cite.recognisers.names import could_be_names, is_organisation, split_names
from cite.recognisers.numbers import pages, read_numbers
from cite.recognisers.signals import CROSS_REFERENCE, locator_after
from cite.steps.split_notes import Piece, PieceKind, names_and_page, split_note
from cite.steps.typography import Typeset, typeset, unquoted

LOW_CONFIDENCE = 0.5


def read_note(note: Note) -> ReadNote:
    """What a note says, item by item; entries have no keys and cross references no targets yet."""
    text = typeset(note.runs, note.links)
    items: list[Item] = []
    commentary = False
    for piece in split_note(text):
        match piece.kind:
            case PieceKind.CITATION:
                items.append(read_citation(text, piece))
            case PieceKind.CROSS_REFERENCE:
                items.append(read_cross_reference(text, piece))
            case PieceKind.COMMENTARY:
                commentary = True
    findings = tuple(
        Finding(
            "uncertain-reference",
            Level.INFO,
            f"Note {note.label} was read as a {item.entry.entry_type}, but not with confidence.",
            note=note.label,
        )
        for item in items
        if isinstance(item, Citation) and item.confidence < LOW_CONFIDENCE
    )
    return ReadNote(note, _kind(items, commentary), tuple(items), findings)


def _kind(items: list[Item], commentary: bool) -> NoteKind:
    if not items:
        return NoteKind.COMMENTARY
    kinds = {type(item) for item in items}
    if commentary or len(kinds) > 1:
        return NoteKind.MIXED
    return NoteKind.CITATION if Citation in kinds else NoteKind.CROSS_REFERENCE


def read_cross_reference(text: Typeset, piece: Piece) -> CrossReference:
    """Form, names, short title and pinpoint of a piece that points back."""
    part = text.within(piece.span.start, piece.span.end)
    match = CROSS_REFERENCE.search(part.text)
    if match is None:
        short = names_and_page(part.text)
        names = split_names(short["names"]) if short else ()
        return CrossReference(
            "short", piece.span, piece.signal, pages(short["pin"]) if short else "", names=names
        )
    before = part.text[: match.start()].strip(" ,;:(")
    title = next(
        (
            unquoted(part.text[s.start : s.end])
            for s in (*part.quotes, *part.italics)
            if s.end <= match.start() + 1
        ),
        "",
    )
    if title:
        before = before.split(title)[0].strip(" ,;:“”\"'‘’(")
    locator, end = locator_after(part.text[match.end() :])
    trailing = part.text[match.end() + end :].strip(" .,;)")
    return CrossReference(
        _form(match),
        piece.span,
        piece.signal,
        locator,
        trailing,
        split_names(before) if before and could_be_names(before) else (),
        title,
        match["label"] or match["label2"] or "",
    )


def _form(match: re.Match[str]) -> str:
    groups = {
        "ibid": "ibid",
        "opcit": "op-cit",
        "loccit": "loc-cit",
        "aao": "op-cit",
        "supra": "supra",
        "nn": "supra",
        "id": "id",
    }
    return next(form for group, form in groups.items() if match[group] is not None)


@dataclass(slots=True)
class _Parse:
    """Fields found so far, and which characters are used up."""

    part: Typeset
    fields: dict[str, FieldValue] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    locator: str = ""
    trailing: str = ""
    used: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.used = bytearray(len(self.part.text))

    def put(self, name: str, value: FieldValue, span: Span) -> None:
        """Keep a value and where it came from; the first one stays."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.spans[name] = span
        self.use(span)

    def use(self, span: Span) -> None:
        """Take characters out of further reading."""
        for at in range(max(0, span.start), min(span.end, len(self.used))):
            self.used[at] = 1

    def rest(self, start: int = 0, end: int | None = None) -> str:
        """What is not used, blanks for the rest, so that offsets stay."""
        end = len(self.part.text) if end is None else end
        return "".join(" " if self.used[at] else self.part.text[at] for at in range(start, end))


def read_citation(text: Typeset, piece: Piece) -> Citation:
    """One citation."""
    parse = _Parse(text.within(piece.span.start, piece.span.end))
    _addresses(parse)
    title = _titles(parse)
    _authors(parse, title)
    _imprint(parse, title)
    entry_type = _entry_type(parse)
    confidence = _confidence(parse)
    spans = {
        name: Span(span.start + piece.span.start, span.end + piece.span.start)
        for name, span in parse.spans.items()
    }
    fields = dict(parse.fields)
    _tidy(entry_type, fields)
    entry = Entry(entry_type, fields, "", spans, dict.fromkeys(fields, confidence))
    return Citation(entry, piece.span, piece.signal, parse.locator, parse.trailing, confidence)


def _addresses(parse: _Parse) -> None:
    text = parse.part.text
    if accessed := find_accessed(text):
        date, span = accessed
        parse.put("urldate", str(date), span)
    for name, value, span in find_identifiers(text):
        parse.put(name, value, span)
    last = 0
    for link in parse.part.links:
        if "doi.org/10." in link.url.lower():
            parse.put("doi", re.sub(r"^.*?doi\.org/", "", link.url, flags=re.IGNORECASE), link.span)
        elif link.href is None or link.shown.strip().startswith(("http", "www")):
            parse.put("url", link.url, link.span)
        else:
            parse.fields.setdefault("url", link.url)
            continue
        last = max(last, link.span.end)
    remark = text[last:].strip(" .,;>)") if last else ""
    if remark and not parse.used[len(text.rstrip(" .,;>)")) - 1] and re.match(r"[a-zA-Z(]", remark):
        start = text.rfind(remark)
        if not find_dates(remark) and len(remark.split()) <= 12:
            parse.trailing = remark
            parse.use(Span(start, start + len(remark)))


@dataclass(frozen=True, slots=True)
class _Title:
    """Where the title stands, and the container if typography shows one."""

    start: int
    end: int


_IN = re.compile(
    r"[\s,.]*\b(?:in|In|en|dans|presented at|paper presented at|Proceedings of)\b:?\s*$"
)
_EDITED = re.compile(
    r"\b(?:eds?\b\.?|edited by|hrsg\.?(?: von)?|éd\.?|dir\.)\s*(?:by\s+)?", re.IGNORECASE
)


def _titles(parse: _Parse) -> _Title:
    part = parse.part
    text = part.text
    quotes = [
        s
        for s in part.quotes
        if not parse.used[s.start] and len(unquoted(text[s.start : s.end])) > 2
    ]
    italics = [
        s
        for s in part.italics
        if not parse.used[s.start]
        and len(text[s.start : s.end].strip(" ,.")) > 2
        and not any(q.start < s.start < q.end for q in quotes)
    ]
    quote = quotes[0] if quotes else None
    italic = next((s for s in italics if quote is None or s.start >= quote.end), None)
    if quote and quote.start < 250:
        parse.put("title", _title_text(text[quote.start : quote.end]), quote)
        if italic and italic.start - quote.end < 160:
            between = text[quote.end : italic.start]
            value = text[italic.start : italic.end].strip(" ,.")
            parse.put(
                "booktitle" if _IN.search(between) or _EDITED.search(between) else "journal",
                value,
                italic,
            )
            if _IN.search(between):
                parse.use(Span(quote.end, italic.start))
            return _Title(quote.start, italic.end)
        return _Title(quote.start, _plain_container(parse, quote.end))
    if italics:
        first = italics[0]
        value = text[first.start : first.end].strip(" ,.")
        if _is_reporter(text, first):
            return _plain_title(parse)
        parse.put("title", value, first)
        return _Title(first.start, first.end)
    return _plain_title(parse)


def _title_text(quoted: str) -> str:
    title = unquoted(quoted)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _is_reporter(text: str, span: Span) -> bool:
    """Italics that name a periodical behind a plain title: `Title, *New York Times*, 3 May 2001`."""
    before = text[: span.start].strip(" ,")
    return (
        "," in before
        and not could_be_names(before)
        and bool(re.match(r"\s*,?\s*(?:\d|vol|no)", text[span.end :]))
    )


_CONTAINER = re.compile(
    r"^[\s,.]*(?P<intro>in:?\s+|In:?\s+)?(?P<name>(?:the\s+|The\s+)?[A-ZÀ-Ž][^\d,;()“”\"<>\[\]]{2,110}?)(?=\s*(?:[,;(\[<]|\d|\bvol\b|\bno\b|$|\.\s*(?:\d|$|[A-Z]|\()))"
)


def _plain_container(parse: _Parse, start: int) -> int:
    """A periodical or book named in plain type after a quoted title."""
    text = parse.rest(start)
    law = re.match(
        r"[\s,]*[(\[](?P<year>\d{4})[)\]]\s*(?P<volume>\d{1,3})?\s*(?P<journal>[A-Z][A-Za-z.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:[,\s]+(?P<pin>\d{1,5}(?:[-–]\d+)?))?",
        text,
    )
    blue = re.match(
        r"[\s,]*(?P<volume>\d{1,4})\s+(?P<journal>[A-Z][\w.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>\d{1,5}(?:[-–]\d+)?))?\s*\((?P<year>\d{4})\)",
        text,
    )
    if match := law or blue:
        _law_article(parse, match, start)
        return start + match.end()
    match = _CONTAINER.match(text)
    if not match:
        return start
    name = match["name"].strip(" .,:")
    span = Span(start + match.start("name"), start + match.start("name") + len(name))
    if find_dates(name) or (
        could_be_names(name) and _EDITED.search(text[match.end() : match.end() + 12])
    ):
        return start
    parse.put("booktitle" if match["intro"] else "journal", name, span)
    return span.end


def _law_article(parse: _Parse, match: re.Match[str], offset: int) -> None:
    for name in ("volume", "journal", "pages"):
        if match[name]:
            first, last = match.span(name)
            parse.put(name, match[name].strip(), Span(first + offset, last + offset))
    parse.put(
        "year", int(match["year"]), Span(match.start("year") + offset, match.end("year") + offset)
    )
    if match["pin"]:
        parse.locator = pages(match["pin"])
    parse.use(Span(offset + match.start(), offset + match.end()))


_STATUTE = re.compile(
    r"(?P<title>[^,;]{0,120}?)(?P<code>\b\d{1,3}\s+(?:U\.?S\.?C\.?|C\.?F\.?R\.?)\s*(?:§{1,2}|sec\.)?\s*[\d.–-]+)"
)
_REPORTED = re.compile(
    r"(?P<title>[^,;]{3,160}?\s+v\.?s?\.?\s+[^,;(\[]{2,120}?)[,\s]+(?:(?P<volume>\d{1,4})\s+(?P<reporter>[A-Z][\w.’' ]{1,25}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>[\d–-]+))?\s*\((?:[^()]*?)(?P<year>\d{4})\)|[\[(](?P<year2>\d{4})[\])]\s*(?P<neutral>(?:\d{1,3}\s+)?[A-Z][\w.() ]{0,30}?\s*\d{1,5}))"
)
_BLUE_ARTICLE = re.compile(
    r"(?P<head>.{5,300}?),\s*(?P<volume>\d{1,4})\s+(?P<journal>[A-Z][\w.&’' ]{1,60}?)\s+(?P<pages>\d{1,5})(?:,\s*(?P<pin>\d{1,5}(?:[-–]\d+)?))?\s*\((?P<year>\d{4})\)"
)


def _plain_title(parse: _Parse) -> _Title:
    """No typography: what the forms of law and the order of a bibliography make plain."""
    text = parse.rest()
    if match := _REPORTED.match(text):
        parse.fields["entry_type"] = "jurisdiction"
        parse.put("title", match["title"].strip(" ,"), Span(*match.span("title")))
        if match["year"]:
            parse.put("volume", match["volume"], Span(*match.span("volume")))
            parse.put("reporter", match["reporter"].strip(), Span(*match.span("reporter")))
            parse.put("pages", match["pages"], Span(*match.span("pages")))
            parse.put("year", int(match["year"]), Span(*match.span("year")))
            parse.locator = pages(match["pin"] or "")
        else:
            parse.put("number", match["neutral"].strip(), Span(*match.span("neutral")))
            parse.put("year", int(match["year2"]), Span(*match.span("year2")))
        parse.use(Span(*match.span()))
        return _Title(0, match.end())
    if match := _BLUE_ARTICLE.match(text):
        _law_article(parse, match, 0)
        head_end = match.end("head")
        return _head_title(parse, 0, head_end)
    if match := _STATUTE.match(text):
        parse.fields["entry_type"] = "legislation"
        title = match["title"].strip(" ,.") or match["code"]
        parse.put("title", title, Span(*match.span("title")))
        parse.put("number", match["code"].strip(), Span(*match.span("code")))
        return _Title(0, match.end())
    imprint = re.search(
        r"\((?:[^()]{2,80}:\s*[^()]{2,80}|[^()\d]{3,60}),?\s*(?:1[4-9]|20)\d\d\)", text
    )
    end = imprint.start() if imprint else _title_stop(text)
    return _head_title(parse, 0, end)


def _title_stop(text: str) -> int:
    """Where the title of plain text must have ended: before the first date, volume or address."""
    stops = [date.span.start for date in find_dates(text)]
    stops += [match.start() for match in re.finditer(r"\b(?:vol|no|pp?)\.\s*\d|\(\s*\d", text)]
    later = [stop for stop in stops if stop > 12]
    return min(later, default=len(text.rstrip()))


def _head_title(parse: _Parse, start: int, end: int) -> _Title:
    """Authors and title in plain type: leading chunks that can only be names, then the title."""
    text = parse.rest(start, end)
    year_first = re.match(
        r"(?P<names>[^()]{3,200}?)\s*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,:]?\s*", text
    )
    if year_first and could_be_names(year_first["names"]):
        parse.put("year", int(year_first["year"]), Span(*year_first.span("year")))
        at = year_first.end()
    else:
        at = _after_names(text)
    title_end = _chunk_end(text, at)
    title = text[at:title_end].strip(" ,.;:()")
    if title:
        first = text.find(title, at)
        parse.put("title", title, Span(start + first, start + first + len(title)))
        rest = text[title_end:].strip(" ,.")
        if (
            rest
            and re.match(r"[A-ZÀ-Ž]", rest)
            and "booktitle" not in parse.fields
            and len(rest) < 140
            and "journal" not in parse.fields
        ):
            where = text.find(rest, title_end)
            parse.fields.setdefault("container", rest)
            parse.spans["container"] = Span(start + where, start + where + len(rest))
    return _Title(start + at, start + title_end)


def _after_names(text: str) -> int:
    """How far leading chunks are names; 0 where the text begins with its title."""
    end = 0
    for match in re.finditer(r"[,.:](?=\s)|\s(?=[“\"‘])", text):
        chunk = text[: match.start()]
        if len(chunk) > 300 or not could_be_names(chunk):
            if end or len(chunk) > 60:
                break
            continue
        if text[match.start()] == "." and re.search(r"\b[A-Z]$", chunk):
            continue
        end = match.end()
    return end


def _chunk_end(text: str, start: int) -> int:
    """The end of a title in plain type: a full stop or a comma that closes it."""
    for match in re.finditer(
        r"\.(?=\s+[A-Z(])|,(?=\s+(?:[A-Z][\w’']+\s?){1,6}(?:$|,|\()|\s+(?:in|edited|ed\.|trans\.|vol|no|pp?)\b)",
        text[start:],
    ):
        end = start + match.start()
        if end - start > 8 and not re.search(r"\b(?:[A-Z]|vs?|Dr|St|Mr|No|Vol)$", text[start:end]):
            return end
    return len(text)


def _authors(parse: _Parse, title: _Title) -> None:
    text = parse.part.text[: title.start]
    offset = len(text) - len(text.lstrip(" ,"))
    head = text.strip(" ,:;.\u00a0")
    year = re.search(r"[\s,.]*\((?P<year>(?:1[4-9]|20)\d\d)[a-z]?\)[.,:]?\s*$", text)
    if year:
        parse.put("year", int(year["year"]), Span(*year.span("year")))
        head = text[: year.start()].strip(" ,:;.")
    if not head:
        return
    editors = re.search(r"[,\s(]+\(?\b(?:eds?|hrsg)\b\.?\)?\.?$", head, re.IGNORECASE)
    if could_be_names(head) and (names := split_names(head)):
        parse.put("editor" if editors else "author", names, Span(offset, offset + len(head)))
    elif names := _trailing_names(head):
        where = text.rfind(head.split(". ")[-1])
        parse.put("author", names, Span(where, where + len(head.split(". ")[-1])))
    parse.use(Span(0, title.start))


def _trailing_names(head: str) -> tuple[Name, ...]:
    """Names at the end of a longer introduction: `… a quotation. Jane Doe`."""
    last = re.split(r"(?<=[.:”\"])\s+", head)[-1]
    return split_names(last) if last != head and could_be_names(last) else ()


_PAREN_IMPRINT = re.compile(
    r"\((?:(?P<extra>(?:\d+(?:st|nd|rd|th)\s+edn?\.?|rev\.?\s+ed\.?|repr\.?[^,)]{0,20})[,;]?\s*))?(?:(?P<place>[^():]{2,80}):\s*)?(?P<publisher>[^():]{2,120}?)(?:,\s*|\s+)(?P<year>(?:1[4-9]|20)\d\d)[^)]{0,25}\)"
)
_YEAR_ONLY = re.compile(
    r"\(\s*(?P<place>[A-Z][^():\d]{2,50}?)?,?\s*(?P<year>(?:1[4-9]|20)\d\d)\s*\)"
)
_PLAIN_IMPRINT = re.compile(
    r"(?:^|[.,]\s*)(?P<place>[A-Z][\w .’'-]{2,40}(?:,\s[A-Z][\w.’' ]{1,30})?):\s*(?P<publisher>[A-Z][^,:;()]{2,80}),\s*(?P<year>(?:1[4-9]|20)\d\d)"
)
_EDITION = re.compile(
    r"\b(?P<edition>\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Rr]ev(?:ised|\.))\s+(?:edn?|edition|ed)\b\.?"
)
_EDITORS_AFTER = re.compile(
    r"[\s,(]*(?:\(?\s*(?:ed\.|eds\.|eds?|edited)\s+(?:by\s+)?|hrsg\.\s+(?:von\s+)?)(?P<names>[^()\d:;]{4,250}?)(?=\s*(?:[(;:\d]|$|\.\s|,\s*(?:\d|vol|pp?\.|[A-Z][\w.]+:|trans)))",
    re.IGNORECASE,
)
_EDITORS_BEFORE = re.compile(
    r"(?:^|[\s,])(?:in:?\s+)?(?P<names>[A-ZÀ-Ž][^()\d:;“”\"]{3,200}?)[\s,]*\(?\b[Ee]ds?\b\.?\)?,?\s*$"
)
_TRANSLATORS = re.compile(
    r"\b(?:trans\.|translated|tr\.)\s*(?:by\s+)?(?P<names>[A-ZÀ-Ž][^()\d:;,]{4,120}?)(?=\s*(?:[,(;:]|$|\.\s))"
)
_THESIS = re.compile(
    r"\b(?:Ph\.?\s?D\.?|[Dd]octoral|[Mm]aster[’']?s?|M\.?A\.?|MSc|DPhil|M\.?Phil)\.?\s*(?:thesis|diss(?:ertation|\.)?)|\b[Dd]issertation\b|\b[Tt]hesis\b"
)


def _imprint(parse: _Parse, title: _Title) -> None:
    """What follows the title: editors, volume and pages, place and publisher, date."""
    after = title.end
    text = parse.rest(after)
    article = "journal" in parse.fields
    _people(parse, title, text)
    text = parse.rest(after)
    if match := _PAREN_IMPRINT.search(text) or _PLAIN_IMPRINT.search(text):
        _book_imprint(parse, match, after)
    elif (
        (match := _YEAR_ONLY.search(text))
        and match["place"]
        and not article
        and not find_dates(match["place"] + " " + match["year"])[0].date.month
    ):
        parse.put(
            "publisher" if is_organisation(match["place"]) else "address",
            match["place"].strip(" ,"),
            Span(after + match.start("place"), after + match.end("place")),
        )
    if edition := _EDITION.search(text):
        parse.put(
            "edition", edition["edition"], Span(after + edition.start(), after + edition.end())
        )
    if thesis := _THESIS.search(text):
        parse.fields["entry_type"] = (
            "phdthesis" if re.search(r"Ph|octoral|DPhil|iss", thesis[0]) else "mastersthesis"
        )
        _school(parse, text, thesis, after)
    _numbers(parse, after, article or "booktitle" in parse.fields)
    _dates(parse, after)
    _organisation(parse, after)


def _people(parse: _Parse, title: _Title, text: str) -> None:
    after = title.end
    if match := _EDITORS_AFTER.match(text) or _EDITORS_AFTER.search(text):
        if names := split_names(match["names"]):
            parse.put(
                "editor", names, Span(after + match.start("names"), after + match.end("names"))
            )
            parse.use(Span(after + match.start(), after + match.end()))
    if "booktitle" in parse.spans and "editor" not in parse.fields:
        start, end = parse.spans["title"].end, parse.spans["booktitle"].start
        between = parse.part.text[start:end]
        if (found := _EDITORS_BEFORE.search(between)) and (
            names := split_names(re.sub(r"^in:?\s+", "", found["names"]))
        ):
            parse.put(
                "editor", names, Span(start + found.start("names"), start + found.end("names"))
            )
    if (match := _TRANSLATORS.search(text)) and could_be_names(match["names"]):
        parse.put(
            "translator",
            split_names(match["names"]),
            Span(after + match.start("names"), after + match.end("names")),
        )
        parse.use(Span(after + match.start(), after + match.end()))


def _book_imprint(parse: _Parse, match: re.Match[str], after: int) -> None:
    names = match.re.groupindex
    dates = find_dates(match[0])
    if dates and dates[0].date.month and not match["place"]:
        return
    if match["place"]:
        parse.put(
            "address",
            match["place"].strip(" ,"),
            Span(after + match.start("place"), after + match.end("place")),
        )
    if not ("journal" in parse.fields and not match["place"]):
        publisher = match["publisher"].strip(" ,")
        if not re.fullmatch(r"(?:Spring|Summer|Autumn|Fall|Winter|[A-Z][a-z]{2,8}\.?)", publisher):
            parse.put(
                "publisher",
                publisher,
                Span(after + match.start("publisher"), after + match.end("publisher")),
            )
    parse.put(
        "year", int(match["year"]), Span(after + match.start("year"), after + match.end("year"))
    )
    if "extra" in names and match["extra"] and (edition := _EDITION.search(match["extra"])):
        parse.put(
            "edition",
            edition["edition"],
            Span(after + match.start("extra"), after + match.end("extra")),
        )
    if match["place"] or "journal" not in parse.fields:
        parse.use(Span(after + match.start(), after + match.end()))


def _school(parse: _Parse, text: str, thesis: re.Match[str], after: int) -> None:
    match = re.search(
        r"(?P<school>[A-Z][\w’'. ]*(?:University|College|Institute|School)[\w’',. ]*?|(?:University|Université|Universität)[\w’' ]+?)(?=[,;.)]|$)",
        text[thesis.end() :],
    )
    if match:
        start = after + thesis.end() + match.start("school")
        parse.fields.pop("publisher", None)
        parse.put("school", match["school"].strip(" ,."), Span(start, start + len(match["school"])))
    parse.use(Span(after + thesis.start(), after + thesis.end()))


def _numbers(parse: _Parse, after: int, article: bool) -> None:
    if parse.fields.get("entry_type") == "jurisdiction":
        return
    text = parse.rest(after)
    masked = list(text)
    for date in find_dates(text):
        if not date.date.month and re.match(r"\s*(?:[-–—]|:)\s*\d", text[date.span.end :]):
            continue
        before = text[: date.span.start].rstrip()
        if date.date.month or not before.endswith(("(", "-", "–", ":")):
            masked[date.span.start : date.span.end] = " " * (date.span.end - date.span.start)
    found, _ = read_numbers("".join(masked), article)
    for name, value in found.fields.items():
        span = found.spans[name]
        parse.put(name, value, Span(after + span.start, after + span.end))
    if found.pinpoint:
        parse.use(Span(after + found.pinpoint.start, after + found.pinpoint.end))
    if not parse.locator:
        parse.locator = found.locator


def _dates(parse: _Parse, after: int) -> None:
    if "year" in parse.fields and ("month" in parse.fields or "publisher" in parse.fields):
        return
    dates: list[FoundDate] = find_dates(parse.rest(after)) or find_dates(parse.rest(0, after))
    dates.sort(key=lambda found: (found.date.month is None, found.span.start))
    if not dates:
        return
    best = dates[0]
    known = parse.fields.get("year")
    if known and known != best.date.year:
        return
    span = Span(after + best.span.start, after + best.span.end)
    parse.put("year", best.date.year, span)
    if best.date.month:
        parse.put("month", best.date.month, span)
    if best.date.day:
        parse.put("day", best.date.day, span)


def _organisation(parse: _Parse, after: int) -> None:
    """A body named between title and date: who published a report."""
    if "publisher" in parse.fields or "journal" in parse.fields or "booktitle" in parse.fields:
        return
    rest = parse.rest(after)
    for match in re.finditer(
        r"(?:^|[,.(]\s*)(?P<body>[A-ZÀ-Ž][^,;()\d:]{3,100}?)(?=\s*(?:[,.;)(]|$))", rest
    ):
        body = match["body"].strip(" .")
        if find_dates(body):
            continue
        span = Span(after + match.start("body"), after + match.end("body"))
        if is_organisation(body):
            parse.put("institution", body, span)
        elif (
            "url" in parse.fields
            and "howpublished" not in parse.fields
            and not could_be_names(body)
        ):
            parse.put("howpublished", body, span)
        return


def _entry_type(parse: _Parse) -> str:
    fields = parse.fields
    if "entry_type" in fields:
        return str(fields["entry_type"])
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
    if _LETTER.search(parse.part.text) or _UNPUBLISHED.search(parse.part.text):
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
    quoted = any(span == parse.spans.get("title") for span in parse.part.quotes)
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


def _tidy(entry_type: str, fields: dict[str, FieldValue]) -> None:
    """Names of fields as their entry type has them."""
    fields.pop("entry_type", None)
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


def _confidence(parse: _Parse) -> float:
    """How much of the citation was accounted for, and whether the fields that matter were found."""
    left = len(re.sub(r"[\W\d_]+", "", parse.rest()))
    letters = max(1, len(re.sub(r"[\W\d_]+", "", parse.part.text)))
    score = 1 - 0.8 * left / letters
    for name in ("title", "year"):
        if name not in parse.fields:
            score -= 0.2
    if "author" not in parse.fields and "editor" not in parse.fields:
        score -= 0.1
    return round(max(0.05, min(0.99, score)), 2)
