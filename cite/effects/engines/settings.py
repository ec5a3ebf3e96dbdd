"""What a worker is told of the run: how to ask the web, and nothing else.

Keys of services, archives, folders and files stay with whoever called: what is not named here does not travel.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cite.model.errors import SettingsError
from cite.model.options import ConnectTo, Options
from cite.model.version import __version__

TRAVELLING = (
    "slots", "per_host", "interval", "timeout", "retries", "max_redirects", "body_limit", "allow_net", "contact",
    "canaries",
)  # fmt: skip
"""Options by name, all of them plain data."""
_LISTS = ("allow_net", "canaries")


def settings_of(options: Options, workers: int) -> dict[str, Any]:
    """The settings of each of some workers, which share the slots. Raises OSError for a --ca that cannot be read."""
    return {
        **{name: getattr(options, name) for name in TRAVELLING},
        "slots": max(1, options.slots // workers),
        "connect_to": [
            [rule.host, rule.port, rule.address, rule.target_port] for rule in options.connect_to
        ],
        "ca": options.ca.read_bytes().decode("latin-1") if options.ca else "",
        "version": __version__,
    }


@contextmanager
def options_of(settings: dict[str, Any]) -> Iterator[Options]:
    """A worker's options; certificates lie in a file for as long. Raises SettingsError where another cite called."""
    if settings["version"] != __version__:
        raise SettingsError(f"it has cite {__version__}, the run is of cite {settings['version']}")
    told = {name: settings[name] for name in TRAVELLING}
    told |= {name: tuple(told[name]) for name in _LISTS}
    rules = tuple(ConnectTo(*parts) for parts in settings["connect_to"])
    with TemporaryDirectory(prefix="cite-") as folder:
        ca = Path(folder) / "ca.pem"
        ca.write_text(settings["ca"], "latin-1")
        yield Options(**told, connect_to=rules, ca=ca if settings["ca"] else None)
