"""A report of any length, with every state in it, as a long article's would be."""

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice

from cite.model.document import Link, Run, Span, Style
from cite.model.entries import Entry, Name
from cite.model.evidence import Fetch, Hop, Memento, MementosOutcome
from cite.model.findings import Finding, Level, Place
from cite.model.notes import Marker, Note, NoteId, NoteRef, TextLink
from cite.model.options import Options
from cite.model.references import (
    Citation,
    NoteKind,
    ReadDocument,
    ReadNote,
    Reference,
    ReferenceId,
)
from cite.model.verdicts import LinkClass, LinkState, LinkVerdict, MementoChoice, Sign, Verdict
from cite.steps.compile_report import compile_report

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
STATES = (*[LinkState.LIVE] * 12, *LinkState)
"""About half of them well, as in articles of some age."""


def report_of(count, path="article.md", states=STATES):
    """One article with so many notes, each with one source; and two addresses in its text."""
    verdicts = [
        _verdict(path, index, state) for index, state in enumerate(islice(cycle(states), count))
    ]
    notes = tuple(_note(path, verdict.reference) for verdict in verdicts)
    links = tuple(
        TextLink(_link(f"http://text.example/{n}"), Place(path, 3, 1), "As the page says.")
        for n in (1, 2)
    )
    in_text = [_in_text(path, count + n, one) for n, one in enumerate(links)]
    document = ReadDocument(path, notes, (), links, "ab" * 32)
    return compile_report(
        [*verdicts, *in_text], [document], [], made_at=NOON, inputs=(path,), options=Options()
    )


def joined(*reports):
    """One report on the articles of several."""
    return compile_report(
        [one for each in reports for one in each.verdicts],
        [one for each in reports for one in each.documents],
        [],
        made_at=NOON,
        inputs=tuple(name for each in reports for name in each.inputs),
        options=Options(),
    )


def _link(url):
    return Link(url, url, None, Span(0, len(url)))


def _verdict(path, index, state):
    url = f"https://press{index % 50}.example/reports/2009/the-state-of-the-ledgers-{index}/chapter.pdf"
    title = f"The state of the ledgers, part {index}"
    fields = {
        "author": (Name("Doe", "Ann"), Name("Roe", "Bea")), "title": title, "year": 1995 + index % 25,
        "month": 6, "publisher": "Ledger Press", "url": url,
    }  # fmt: skip
    key = f"doe{1995 + index % 25}ledgers{index}"
    raw = f"A. Doe and B. Roe, {title}, Ledger Press, June {1995 + index % 25}, at {url}."
    reference = Reference(
        key, Entry("report", fields, key), (_link(url),), (NoteRef(NoteId(path, 0, index), str(index + 1)),),
        f"What the ledgers say of year {index} was read otherwise by those who kept them.", raw,
        Place(path, 100 + index, 1), ReferenceId(path, index),
    )  # fmt: skip
    link = _judged(url, state)
    findings = ()
    if link.link_class is not LinkClass.OK:
        level = Level.ERROR if link.link_class is LinkClass.BROKEN else Level.WARNING
        findings = (
            Finding(
                f"link-{state.value}",
                level,
                link.reasons[0],
                reference.place,
                str(index + 1),
                url,
                link.replacement,
            ),
        )
    return Verdict(reference, (link,), findings)


def _judged(url, state):
    sign = Sign(
        url, state, "status-ok", f"The server answered, and it is {state.value}.", (Fetch(url),)
    )
    broken = state.link_class is not LinkClass.OK
    copy = Memento(
        f"https://archive.example/web/20090701000000/{url}",
        url,
        NOON - timedelta(days=6000),
        "lab",
        200,
        "text/html",
    )
    choice = MementoChoice(
        url, copy, MementosOutcome.FOUND, "nearest", "June 2009, the date of the work",
        date="2009-06", distance="10 days after June 2009", via=(f"https://archive.example/cdx?url={url} → 200",),
    )  # fmt: skip
    return LinkVerdict(
        url, state, (sign.reason,), (sign,), (Hop(url, 200, None, "http", 0.05, "192.0.2.1"),), NOON,
        memento=choice if broken else None, replacement=copy.uri_m if broken else None, digest="cd" * 32,
    )  # fmt: skip


def _note(path, reference):
    (ref,) = reference.notes
    marker = Marker(ref.label, Place(path, 3, 5), 0, 0, reference.sentence)
    runs = (
        Run("A. Doe and B. Roe, "),
        Run(str(reference.entry.fields["title"]), Style.ITALIC),
        Run(reference.raw[20:]),
    )
    note = Note(ref.label, runs, "", reference.place, (), None, (marker,), ref.id)
    return ReadNote(note, NoteKind.CITATION, (Citation(reference.entry, Span(0, 9)),))


def _in_text(path, index, one):
    url = one.link.url
    reference = Reference(
        f"text-{index}", Entry("online", {"url": url}, f"text-{index}"), (one.link,), (), one.sentence, url, one.place,
        ReferenceId(path, index), in_text=True,
    )  # fmt: skip
    return Verdict(reference, (_judged(url, LinkState.LIVE),))
