"""Answers that something outside of the store stands on: a verdict by hand, a package. They are never thinned."""

from collections.abc import Iterable

from cite.effects.asks.known import ask_id, ask_parts
from cite.effects.store.file import StoreFile
from cite.model.asks import Ask

_LAY = """
    INSERT OR IGNORE INTO ground (answer, what)
    SELECT no, ? FROM (SELECT answer.no, max(answer.at) FROM ask JOIN answer ON answer.ask = ask.no WHERE ask.id = ?)
    WHERE no IS NOT NULL
"""


class Grounds:
    """What stands on which answers."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def lay(self, what: str, asks: Iterable[Ask]) -> None:
        """Say that something stands on the newest answers to some asks. Raises StoreError.

        What cannot be written down stands on nothing that this store could thin.
        """
        if self._file.read_only:
            return
        with self._file.writing() as database:
            rows = [(what, ask_id(ask_parts(ask))) for ask in asks]
            database.conn.executemany(_LAY, rows)
