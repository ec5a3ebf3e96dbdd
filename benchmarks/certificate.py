"""A certificate for every host of the loopback web, and the authority that signed it."""

import contextlib
import tempfile
from pathlib import Path


@contextlib.contextmanager
def certificate(hosts):
    """Paths of the server's certificate with its key, and of the authority to trust."""
    import trustme

    authority = trustme.CA()
    issued = authority.issue_cert(*hosts)
    with tempfile.TemporaryDirectory() as folder:
        server, trusted = Path(folder, "server.pem"), Path(folder, "authority.pem")
        server.write_bytes(
            issued.private_key_pem.bytes() + b"".join(p.bytes() for p in issued.cert_chain_pems)
        )
        trusted.write_bytes(authority.cert_pem.bytes())
        yield server, trusted
