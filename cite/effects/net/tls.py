"""TLS: one context a run, and its faults and facts in words."""

import ssl

from cite.effects.net.names import Broken
from cite.model.errors import SettingsError
from cite.model.evidence import Fault, TlsFault
from cite.model.options import Options


def ssl_context(options: Options) -> ssl.SSLContext:
    """The system's authorities and those of --ca. Raises SettingsError for a file that holds none."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi

        context.load_verify_locations(certifi.where())
    if options.ca:
        try:
            context.load_verify_locations(options.ca)
        except (ssl.SSLError, OSError) as error:
            raise SettingsError(f"{options.ca}: holds no certificate in PEM form") from error
    context.set_alpn_protocols(["http/1.1"])
    return context


_VERIFY = {
    9: (TlsFault.NOT_YET_VALID, "its certificate is not valid yet"),
    10: (TlsFault.EXPIRED, "its certificate has expired"),
    18: (TlsFault.SELF_SIGNED, "its certificate is signed by itself"),
    19: (TlsFault.UNKNOWN_CA, "its certificate goes back to an authority that is not trusted"),
    20: (TlsFault.UNKNOWN_CA, "its certificate was issued by an authority that is not known"),
    21: (TlsFault.UNKNOWN_CA, "its certificate chain cannot be verified"),
    62: (TlsFault.WRONG_HOST, "its certificate is for another host"),
    64: (TlsFault.WRONG_HOST, "its certificate is for another address"),
}


def tls_fault(error: Exception) -> Broken:
    """What went wrong while a secure connection was made."""
    if isinstance(error, ssl.SSLCertVerificationError):
        fault, words = _VERIFY.get(
            error.verify_code,
            (TlsFault.UNKNOWN_CA, f"its certificate cannot be verified: {error.verify_message}"),
        )
        return Broken(Fault.TLS, words, fault)
    if not isinstance(error, ssl.SSLError):
        words = "the connection closed during the TLS handshake"
        return Broken(Fault.TLS, words, TlsFault.HANDSHAKE)
    reason = error.reason or str(error)
    if "VERSION" in reason or "PROTOCOL" in reason:
        words = f"it speaks no version of TLS that is safe: {reason}"
        return Broken(Fault.TLS, words, TlsFault.PROTOCOL)
    return Broken(Fault.TLS, f"the TLS handshake failed: {reason}", TlsFault.HANDSHAKE)


def tls_facts(ssl_object: ssl.SSLObject | None) -> str | None:
    """Protocol and certificate in words; None for a connection without TLS."""
    if ssl_object is None:
        return None
    until = (ssl_object.getpeercert() or {}).get("notAfter", "")
    parts = [ssl_object.version() or "TLS", f"certificate valid until {until}" if until else ""]
    return ", ".join(part for part in parts if part)
