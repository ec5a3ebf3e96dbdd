"""What stops a run. A bad note or a dead link never does: those are findings.

CiteError                 exit 3, "could not finish"
├── UsageError            exit 2, the command cannot mean anything
│   ├── InputError        an input that is missing, a directory, binary or not text
│   └── SettingsError     a flag or a line of cite.toml that cannot be read
├── StoreError            the cache cannot be opened, is newer than this program, or is damaged
├── AtWork                another process does the same to the same store
├── NetworkDown           the checker itself is offline, or behind a portal; no link was judged
├── OutputError           a report that cannot be written
├── EndlessQuestions      verifiers kept asking past the bound on rounds: a defect of ours
└── NoSuchService         a verifier asked a service that the run does not have: a defect of ours
"""


class CiteError(Exception):
    """A run that cannot go on. The message is one line, for a person."""

    exit_code = 3


class UsageError(CiteError):
    """The command as given cannot mean anything."""

    exit_code = 2


class InputError(UsageError):
    """An input that cannot be read as text with notes, references or addresses."""


class SettingsError(UsageError):
    """A flag or a line of `cite.toml` that cannot be understood."""


class StoreError(CiteError):
    """The cache cannot be opened, is newer than this program, or is damaged."""


class AtWork(CiteError):
    """Another process does the same to the same store."""


class NetworkDown(CiteError):
    """The checker's own network does not answer; nothing was judged."""


class OutputError(CiteError):
    """A report or bibliography that cannot be written."""


class EndlessQuestions(CiteError):
    """Verifiers kept asking past the bound on rounds."""


class NoSuchService(CiteError):
    """A verifier asked a service that the run does not have."""
