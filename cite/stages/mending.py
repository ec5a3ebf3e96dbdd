"""An article given back with its links mended."""

from typing import TYPE_CHECKING

from cite.model.errors import InputError
from cite.model.inputs import Input
from cite.model.mending import Mended, Mender, Mending
from cite.model.options import Options
from cite.model.references import (
    ReferenceList,
)
from cite.model.report import Report, WritesInto
from cite.plugins import MENDERS, output_named, plug_in
from cite.stages.checking import report
from cite.stages.reading import read, reader_of

if TYPE_CHECKING:
    from cite.steps.mending.plan import Wanted


def mend(
    given: Input,
    wanted: "Wanted",
    options: Options | None = None,
    made: Report | None = None,
) -> Mended:
    """An article with its links mended by what the store knows, or by a report `made` of it; nothing is asked.

    Raises InputError for one that changed since it was decided about, or whose format cannot be written back.
    """
    from cite.steps.mending.plan import plan

    options = options or Options()
    document = read(given, options.notation)
    if isinstance(document, ReferenceList):
        return _mend_bibliography(given, options)
    if wanted.decisions.digest and wanted.decisions.digest != document.digest:
        raise InputError(
            f"{given.name}: changed since {wanted.decisions.path or 'the decisions'} were made; check it again"
        )
    if document.format not in MENDERS:
        raise InputError(
            f"{given.name}: is read as {document.format or 'a format'} that cannot be written back"
        )
    made = made or report(given, options)
    mending = plan(made, made.documents[0], wanted)
    mender: Mender = plug_in("menders", MENDERS[document.format])()
    try:
        return Mended(given, mender.mend(given.content, mending), mending)
    except InputError as error:
        raise InputError(f"{given.name}: {error}") from error


def _mend_bibliography(given: Input, options: Options) -> Mended:
    """A .bib file with the copies of what is gone, entry by entry. Raises InputError for other lists."""
    if reader_of(given, options.notation).name != "bibtex":
        raise InputError(f"{given.name}: is a list of references that cannot be written back")
    from cite.formats.exact import Edit, exact

    output = output_named("bibtex")
    assert isinstance(output, WritesInto)
    text = exact(given.content)
    made, _ = output.write_into(report(given, options), text.raw)
    whole = Edit(0, len(text.source), made)
    return Mended(given, text.edited([whole]) if made != text.raw else given.content, Mending())
