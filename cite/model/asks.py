"""What every ask is: one question to the world, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to be known. Two that are equal are one question, which is answered once.

    A kind of ask is a subclass, frozen as this is, with a module in `effects/asks/` that says how it and its
    answers are kept, how long they serve, and who gives them.
    """

    url: str
    """The address it is about; empty where it is about none."""

    def __str__(self) -> str:
        """In words, for a report: `GET http://a.example/`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ServiceAsk(Ask):
    """One thing to be known from a service: an archive, an index of works."""

    @property
    def service(self) -> str:
        """Name of the service's configured instance."""
        raise NotImplementedError
