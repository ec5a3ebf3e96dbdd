"""An article given back with its links mended."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.model.mending import Cause, Change, Left, Mended, Mender, Mending
from cite.model.notes import Document
from cite.model.options import Options
from cite.model.references import ReferenceList
from cite.model.report import Report, WritesInto
from cite.plugins import MENDERS, output_named, plug_in
from cite.stages.checking import report
from cite.stages.reading import read, reader_of, references

if TYPE_CHECKING:
    from cite.steps.mending.plan import Wanted


def mend(
    given: Input,
    wanted: "Wanted",
    options: Options | None = None,
    made: Report | None = None,
) -> Mended:
    """An article with its links mended by what the store knows, or by a report `made` of it; nothing is asked.

    Raises InputError for one that changed since it was checked or decided about, or whose format cannot be
    written back.
    """
    from cite.steps.mending.plan import plan

    options = options or Options()
    document = read(given, options.notation)
    if isinstance(document, ReferenceList):
        return _mend_bibliography(given, document, wanted, options)
    _refuse_changed(document, wanted, None if made else options)
    if document.format not in MENDERS:
        raise InputError(
            f"{given.name}: is read as {document.format or 'a format'} that cannot be written back"
        )
    made = made or report(given, options)
    mending = plan(made, made.documents[0], wanted)
    mender: Mender = plug_in("menders", MENDERS[document.format])()
    try:
        content = mender.mend(given.content, mending)
    except InputError as error:
        raise InputError(f"{given.name}: {error}") from error
    return Mended(given, content, _found_again(given, content, mending, options))


def _refuse_changed(document: Document, wanted: "Wanted", options: Options | None) -> None:
    """Raises InputError for an article that is not as it was decided about, or, by the store, as it was checked."""
    if wanted.decisions.digest and wanted.decisions.digest != document.digest:
        decisions = wanted.decisions.path or "the decisions"
        raise InputError(f"{document.path}: changed since {decisions} were made; check it again")
    if options is None:
        return
    from cite.effects.store.store import Store

    with Store.open(options.cache) as store:
        checked = store.articles.changed_since(document.path, document.digest)
    if checked:
        raise InputError(
            f"{document.path}: is not as an article of that name was when it was checked, on {checked:%-d %B %Y}; "
            "run cite check"
        )


def note_mended(article: Input, options: Options | None = None) -> None:
    """Say that an article as it was written back rests on the check of the one before. Raises StoreError."""
    from hashlib import sha256

    from cite.effects.store.store import Store

    digest = sha256(article.content).hexdigest()
    with Store.open((options or Options()).cache) as store:
        store.articles.note(article.name, digest, datetime.now(UTC))


def _found_again(given: Input, content: bytes, mending: Mending, options: Options) -> Mending:
    """The plan with what the article as it was written back shows to be done; the rest is left."""
    if not mending.changes:
        return mending
    gained = _addresses(replace(given, content=content), options) - _addresses(given, options)
    done: list[Change] = []
    left = list(mending.left)
    for change in mending.changes:
        if gained[change.new] or (change.cause is Cause.ESCAPES and content != given.content):
            gained[change.new] -= 1
            done.append(change)
        else:
            why = "it could not be written where it stands"
            left.append(Left(change.link.url, change.place, change.note, why))
    return replace(mending, changes=tuple(done), left=tuple(left))


def _addresses(given: Input, options: Options) -> Counter[str]:
    """How often each address is linked in an article."""
    (document, *_), _, _ = references(given, options=options)
    notes = [link.url for one in document.notes for link in one.note.links]
    return Counter([*notes, *(one.link.url for one in document.links)])


def _mend_bibliography(
    given: Input, listed: ReferenceList, wanted: "Wanted", options: Options
) -> Mended:
    """A .bib file with new addresses where works moved, and the copies of what is gone as fields of their own.

    Raises InputError for other lists.
    """
    from cite.menders.bibtex import Bibtex
    from cite.steps.mending.plan import plan

    if reader_of(given, options.notation).name != "bibtex":
        raise InputError(f"{given.name}: is a list of references that cannot be written back")
    made = report(given, options)
    mending = plan(made, listed, wanted)
    copied = {one.link.url for one in mending.changes if one.memento}
    moved = tuple(one for one in mending.changes if not one.memento)
    content = Bibtex().mend(given.content, replace(mending, changes=moved))
    return Mended(given, _with_copies(content, made, copied), mending)


def _with_copies(content: bytes, made: Report, copied: Collection[str]) -> bytes:
    """A .bib file with the copies of some addresses."""
    from cite.formats.exact import Edit, exact

    gone = tuple(one for one in made.verdicts if any(link.url in copied for link in one.links))
    if not gone:
        return content
    output = output_named("bibtex")
    assert isinstance(output, WritesInto)
    text = exact(content)
    written, _ = output.write_into(replace(made, verdicts=gone), text.raw)
    return text.edited([Edit(0, len(text.source), written)]) if written != text.raw else content
