"""Which network addresses may be reached: public ones, and those opened with --allow-net."""

import ipaddress
from collections.abc import Iterable

_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")
"""For a network's own translator (RFC 8215), which decides what is behind it: never public."""
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_CGNAT = ipaddress.IPv4Network("100.64.0.0/10")


class AddressGuard:
    """Judges an IP address after resolution and before connection, on every hop."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = tuple(ipaddress.ip_network(network, strict=False) for network in allowed)
        self._judged: dict[str, str] = {}

    def opened(self, address: str) -> bool:
        """Whether --allow-net names it."""
        ip = _unwrapped(_parse(address))
        return any(ip in network for network in self._allowed if network.version == ip.version)

    def refusal(self, address: str) -> str:
        """Why an address may not be reached, or nothing."""
        if address not in self._judged:
            self._judged[address] = self._refusal(address)
        return self._judged[address]

    def _refusal(self, address: str) -> str:
        ip = _unwrapped(_parse(address))
        if self.opened(address):
            return ""
        if ip.is_loopback:
            kind = "loopback"
        elif ip.is_link_local:
            kind = "link-local"
        elif ip.is_multicast:
            kind = "multicast"
        elif ip.is_unspecified:
            kind = "unspecified"
        elif not ip.is_global or ip in _CGNAT or ip in _LOCAL_NAT64:
            kind = "private or reserved"
        else:
            return ""
        return f"{ip} is a {kind} address; --allow-net opens it"


def _parse(address: str) -> _Ip:
    return ipaddress.ip_address(address.partition("%")[0])


def _unwrapped(ip: _Ip) -> _Ip:
    """The IPv4 address inside mapped, compatible, NAT64, 6to4 and Teredo forms: what would really be reached."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return ip.ipv4_mapped
        if ip in _NAT64 or (ip in _COMPATIBLE and int(ip) > 1):
            return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if ip.sixtofour:
            return ip.sixtofour
        if ip.teredo:
            return ip.teredo[1]
    return ip
