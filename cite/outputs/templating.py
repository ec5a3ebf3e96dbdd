"""Templates of pages: what strangers wrote is escaped, and what nobody gave is a defect."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def templates_of(package: str, finalize: Callable[[Any], Any] | None = None) -> "Environment":
    """The templates in a package's folder of that name; `finalize` makes each value what is shown of it."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
