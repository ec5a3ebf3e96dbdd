"""The server: a socket on this machine, and an orderly end. The one door to uvicorn."""

import contextlib
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from cite.model.errors import CiteError, UsageError
from cite.model.options import Options
from cite.serve.app import Pages
from cite.serve.desk import Desk
from cite.serve.guard import Rules
from cite.serve.project import Project

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class CannotListen(CiteError):
    """The port is taken, or the host is none of this machine's."""


def serve(
    folder: Path,
    options: Options,
    host: str,
    port: int,
    entry: str,
    told: Callable[[str], None],
    browse: bool,
) -> None:
    """The page until Ctrl-C. Raises CiteError where it cannot begin."""
    if host not in LOOPBACK and not entry:
        raise UsageError(
            f"{host} is within reach of others: set CITE_SERVE_TOKEN to what they have to type to come in"
        )
    project = Project(folder)
    with project.held(), _listening(host, port) as listener:
        port = listener.getsockname()[1]
        desk = Desk(project, options)
        pages = Pages(desk)
        application = pages.application(Rules(_hosts(host, port), project.secret(), entry))
        config = uvicorn.Config(
            application, log_level="warning", lifespan="off", timeout_graceful_shutdown=2, server_header=False,
        )  # fmt: skip
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        told(address)
        if browse:
            threading.Timer(0.3, webbrowser.open, [address]).start()
        with desk.runs.working():
            _Server(config, pages).run(sockets=[listener])
        desk.close()


class _Server(uvicorn.Server):
    """Ends its streams first, or they would hold it up."""

    def __init__(self, config: uvicorn.Config, pages: Pages) -> None:
        super().__init__(config)
        self._pages = pages

    def handle_exit(self, sig: int, frame: object) -> None:
        """Ctrl-C, or a word from the system."""
        self._pages.end()
        super().handle_exit(sig, frame)  # type: ignore[arg-type]

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn has it, but for the signal sent to itself again at the end: it has been obeyed."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()


def _hosts(host: str, port: int) -> frozenset[str]:
    """The names under which the page is served; any, where the host stands for every address of the machine."""
    if host in ("0.0.0.0", "::"):
        return frozenset()
    names = {f"[{host}]" if ":" in host else host}
    if host in LOOPBACK:
        names |= {"127.0.0.1", "localhost", "[::1]"}
    return frozenset(f"{name.lower()}:{port}" for name in names) | (
        names if port == 80 else frozenset()
    )


@contextlib.contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(128)
        except OSError as error:
            raise CannotListen(f"cannot serve at {host}:{port}: {error.strerror}") from error
        yield listener
