"""document → notes → references → evidence → verdicts → report: the table of contents. Read this file first.

What each stage does stands in the module of its name; this is what a script, a command or a page may call.
"""

from cite.plugins import (
    ARCHIVE_KINDS,
    ENGINES,
    MENDERS,
    NOTATIONS,
    OUTPUTS,
    READERS,
    SIGNS,
    VERIFIERS,
    output_named,
    outputs,
    plug_in,
)
from cite.stages.checking import (
    archives,
    check,
    completions,
    indexes,
    planned,
    report,
    services,
    verifiers,
)
from cite.stages.decided import (
    DECISIONS,
    accept_by_hand,
    decisions_about,
    forget_by_hand,
)
from cite.stages.mending import mend, note_mended
from cite.stages.quoting import quotes
from cite.stages.reading import READINGS, Inputs, notes, read, references, refs
from cite.stages.records import address_histories, grounds, history, mementos
from cite.stages.storing import (
    back_up_store,
    compact_store,
    import_store,
    store_as_parquet,
    store_faults,
    store_lines,
    store_rows,
)
from cite.stages.watching import NOT_LOOKED_AT, watch

__all__ = [
    "ARCHIVE_KINDS",
    "DECISIONS",
    "ENGINES",
    "MENDERS",
    "NOTATIONS",
    "NOT_LOOKED_AT",
    "OUTPUTS",
    "READERS",
    "READINGS",
    "SIGNS",
    "VERIFIERS",
    "Inputs",
    "accept_by_hand",
    "address_histories",
    "archives",
    "back_up_store",
    "check",
    "compact_store",
    "completions",
    "decisions_about",
    "forget_by_hand",
    "grounds",
    "history",
    "import_store",
    "indexes",
    "mementos",
    "mend",
    "note_mended",
    "notes",
    "output_named",
    "outputs",
    "planned",
    "plug_in",
    "quotes",
    "read",
    "references",
    "refs",
    "report",
    "services",
    "store_as_parquet",
    "store_faults",
    "store_lines",
    "store_rows",
    "verifiers",
    "watch",
]
