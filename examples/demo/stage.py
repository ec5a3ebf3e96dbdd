"""The demonstration's stage: a folder with the sample article, and the web and archive that its links lead to."""

import asyncio
import shutil
import ssl
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import trustme

from . import wayback, web

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def staged():
    """The folder, and what a run there has to be told, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="cite-demo-") as name:
        folder = Path(name)
        shutil.copy(ROOT / "examples" / "article.md", folder)
        authority = trustme.CA()
        authority.cert_pem.write_to_path(folder / "ca.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*web.hosts()).configure_cert(context)
        with wayback.serving(folder, web.ARCHIVE) as base, _web(context) as (plain, secure):
            (folder / "cite.toml").write_text(
                f'[archives]\nonly = ["demo"]\n[archives.demo]\nkind = "pywb"\nbase = "{base}"\n'
                'title = "Demonstration archive"\n',
                "utf-8",
            )
            yield (
                folder,
                {
                    "ca": folder / "ca.pem",
                    "connect_to": [f":80:127.0.0.1:{plain}", f":443:127.0.0.1:{secure}"],
                },
            )


@contextmanager
def _web(context: ssl.SSLContext):
    """The ports of the demonstration web, which runs in a thread of its own."""
    loop, ports = asyncio.new_event_loop(), []
    up, end = threading.Event(), asyncio.Event()

    async def run():
        async with web.serving(context) as both:
            ports.extend(both)
            up.set()
            await end.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=[run()], daemon=True)
    thread.start()
    up.wait(10)
    try:
        yield ports
    finally:
        loop.call_soon_threadsafe(end.set)
        thread.join(5)
