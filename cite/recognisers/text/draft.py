"""A citation while it is being read: the fields found so far, and the characters they used up."""

import re
from dataclasses import dataclass, field

from cite.model.document import Span
from cite.model.entries import FieldValue
from cite.recognisers.text.typography import Typeset


@dataclass(slots=True)
class Draft:
    """What recognisers write on, one after the other. Spans are offsets into `part.text`."""

    part: Typeset
    fields: dict[str, FieldValue] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    """Only of fields whose recogniser was in doubt."""
    entry_type: str = ""
    """Set by forms that leave no doubt; otherwise concluded from the fields."""
    reader: str = ""
    """Which form read it: `typography`, `labels`, or the name of one kind of source."""
    title: Span = field(default=Span(0, 0))
    """The title with its marks; what stands before it names its authors."""
    container: Span | None = None
    """The periodical or book the work stands in."""
    locator: str = ""
    trailing: str = ""
    used: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.used = bytearray(len(self.part.text))

    @property
    def text(self) -> str:
        """The citation."""
        return self.part.text

    @property
    def after(self) -> int:
        """Where what follows the title, and its container, begins."""
        return max(self.title.end, self.container.end if self.container else 0)

    def put(self, name: str, value: FieldValue, span: Span, confidence: float = 1.0) -> None:
        """Keep a value and where it came from; the first one stays."""
        if value and name not in self.fields:
            self.fields[name] = value
            self.spans[name] = span
            if confidence < 1:
                self.confidence[name] = confidence
        self.use(span)

    def put_group(self, name: str, match: re.Match[str], group: str, offset: int = 0) -> None:
        """Keep a group of a match made `offset` characters into the text, white space trimmed."""
        if value := match[group]:
            start = offset + match.start(group) + len(value) - len(value.lstrip(" ,"))
            end = offset + match.end(group) - (len(value) - len(value.rstrip(" ,")))
            if start < end:
                text = self.text[start:end]
                self.put(name, int(text) if name == "year" else text, Span(start, end))

    def use(self, span: Span) -> None:
        """Take characters out of further reading."""
        start, end = max(0, span.start), min(span.end, len(self.used))
        if start < end:
            self.used[start:end] = b"\1" * (end - start)

    def rest(self, start: int = 0, end: int | None = None) -> str:
        """What is not used, blanks for the rest, so that offsets stay."""
        end = len(self.text) if end is None else end
        text, used = self.text[start:end], self.used[start:end]
        parts: list[str] = []
        at = 0
        while (taken := used.find(1, at)) >= 0:
            free = used.find(0, taken)
            free = len(text) if free < 0 else free
            parts += text[at:taken], " " * (free - taken)
            at = free
        parts.append(text[at:])
        return "".join(parts)
