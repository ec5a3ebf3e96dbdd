"""What is known of a page: what it says of itself, what it shows, how it is built."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TEXT_LIMIT = 40_000
TITLE_META = (
    "citation_title",
    "dc.title",
    "dcterms.title",
    "og:title",
    "twitter:title",
    "title",
    "headline",
)


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page says of itself and shows."""

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    """Visible words, white space folded, at most `TEXT_LIMIT` characters."""
    prose: str = ""
    """The same without links, menus, banners, headers and footers: what the page itself has to say."""
    solid: int = 0
    """Characters in paragraphs long enough to be a text rather than a message or a teaser."""
    media: int = 0
    """Pictures, films and embedded objects in the body, those of the site's frame left out."""
    hollow: bool = False
    """Whether the element meant for the content is there and empty."""
    marks: str = ""
    """Class and id of the body, where systems write what kind of page it is."""
    language: str = ""
    canonical: str = ""
    """The address the page gives for itself."""
    kinds: frozenset[str] = frozenset()
    """Types given in JSON-LD."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """Titles given in JSON-LD."""
    anchors: frozenset[str] = frozenset()
    password: bool = False
    refresh: tuple[float, str] | None = None
    """Seconds and address of a meta refresh."""
    script_location: str | None = None
    """Where a script sends the reader, if that is all that the page does."""
    frames: tuple[str, ...] = ()
    scripts: int = 0
    loads: tuple[str, ...] = ()
    """Where scripts come from."""
    asks_again: bool = False
    """Whether a script on a page of few words sets a cookie or loads the page once more."""
    links: int = 0
    """Links that lead somewhere."""
    application: bool = False
    """Whether the page is the root of an application that scripts build."""
    buttons: tuple[str, ...] = ()
    """What can be pressed, outside headers, menus and footers."""
    fields: tuple[str, ...] = ()
    """Kinds of the fields that can be filled in, outside the same."""
    carried: tuple[tuple[str, str], ...] = ()
    """Hidden fields by name, and the addresses of forms under the name `action`."""
    gone: str = ""
    """Where the page's data, not its words, say that nothing is there."""
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    """When what is shown was published, as the page writes it in data."""
    languages: frozenset[str] = frozenset()
    """Languages in which the page says that it is to be had."""
    unscripted: str = ""
    """What readers without scripts are told."""
    source: str = ""
    """The first characters of the markup, for what only shows there."""

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything the page calls itself, most telling first."""
        meta = [value for name in TITLE_META for value in self.meta.get(name, ())]
        return tuple(
            dict.fromkeys(text for text in (*meta, *self.names, self.title, *self.headings) if text)
        )
