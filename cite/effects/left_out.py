"""Libraries without what they would only take along."""

import contextlib
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def left_out(*modules: str) -> Iterator[None]:
    """For as long as the block lasts, modules that nobody has imported by now are as if they were not installed."""
    absent = [name for name in modules if name not in sys.modules]
    # None in `sys.modules` makes an import fail (Python, "The import system", 5.3.1).
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)
