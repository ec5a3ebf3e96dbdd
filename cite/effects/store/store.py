"""What a run gets to know, kept across runs: answers, the pace of services, the queue to archives."""

from pathlib import Path
from types import TracebackType

from cite.effects.store.answers import Answers
from cite.effects.store.articles import Articles
from cite.effects.store.by_hand import ByHand
from cite.effects.store.compaction import Compaction
from cite.effects.store.exchange import Exchange
from cite.effects.store.file import StoreFile, open_file
from cite.effects.store.grounds import Grounds
from cite.effects.store.pace import Paces
from cite.effects.store.queue import Queue
from cite.effects.store.retractions import Retractions
from cite.effects.store.survey import Survey
from cite.model.conditions import Conditions


class Store:
    """One SQLite file and its parts."""

    def __init__(self, file: StoreFile, conditions: Conditions | None = None) -> None:
        self.file = file
        self.answers = Answers(file, conditions)
        """What was asked, and what came of it."""
        self.articles = Articles(file)
        """Which articles were checked."""
        self.by_hand = ByHand(file)
        """What people said of addresses."""
        self.grounds = Grounds(file)
        """What stands on which answers."""
        self.paces = Paces(file)
        """When each service may be asked next."""
        self.queue = Queue(file)
        """What is on its way to archives."""
        self.retractions = Retractions(file)
        """A list of retractions, if one was given."""
        self.survey = Survey(file)
        """All of it looked through."""
        self.exchange = Exchange(file)
        """All answers out, and into another store."""
        self.compaction = Compaction(file)
        """A long history thinned."""

    @classmethod
    def open(cls, folder: str | Path, conditions: Conditions | None = None) -> "Store":
        """The store in a folder, made if it is not there. Raises StoreError in one line.

        A folder that cannot be written gives a store that reads what is there and keeps nothing new. What is
        put was had under `conditions`.
        """
        return cls(open_file(Path(folder)), conditions)

    @property
    def read_only(self) -> bool:
        """Whether nothing new is kept."""
        return self.file.read_only

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what was put and let go of the file. Raises StoreError."""
        try:
            self.answers.close()
        finally:
            self.file.close()
