"""Which scheduler may be trusted, and how it is reached."""

import logging
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cite.model.errors import SettingsError
from cite.model.options import Options

if TYPE_CHECKING:
    from distributed import Client

CONNECTING = 10.0
"""Seconds for one attempt to reach it."""


def trusted_address(options: Options) -> str:
    """A scheduler's address. Raises SettingsError for none, and for one that anybody between could pretend to be."""
    address = options.scheduler
    if not address:
        raise SettingsError("--engine dask needs --scheduler tls://HOST:PORT")
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.scheme in ("tls", "tcp") and parts.port else None
    except ValueError:
        host = None
    if not host:
        raise SettingsError(f"--scheduler is tls://HOST:PORT or tcp://HOST:PORT, not {address!r}")
    if parts.scheme == "tcp" and not _is_here(host) and not options.insecure_scheduler:
        raise SettingsError(
            f"{address} is another machine, without TLS: whoever is between could run anything on every worker, and "
            "here; use tls://, or --insecure-scheduler on a network that you trust"
        )
    return address


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def client_of(address: str) -> "Client":
    """A connection. Raises OSError; SettingsError where Dask is not installed, or has no certificate to show."""
    try:
        from distributed import Client, Security
    except ImportError as error:
        raise SettingsError(
            "--engine dask needs Dask, which comes with: pip install 'cite-sources[dask]'"
        ) from error
    # What goes wrong is said by us, in one line.
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)
    secure = address.startswith("tls:")
    security = Security(require_encryption=secure)
    if secure and not (security.tls_ca_file and security.tls_client_cert):
        raise SettingsError(
            f"{address} needs certificates, which Dask's own settings name: see “Many machines” in the documentation"
        )
    client = Client(
        address, security=security, asynchronous=True, set_as_default=False, timeout=CONNECTING
    )
    try:
        return await client
    except OSError:
        await client.close()
        raise
