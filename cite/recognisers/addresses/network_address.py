"""What a network address is for, told by tables of our own and not by those of one Python or another.

The blocks are those of IANA's special-purpose address registries (RFC 6890), for IPv4 and IPv6, with
multicast, site-local addresses (RFC 3879) and one address by which a cloud speaks to its own machines.
"""

import ipaddress
from functools import lru_cache

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address

_V4 = {
    "no address": "0.0.0.0/32",
    "an address of this network": "0.0.0.0/8",
    "a private address": "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16",
    "an address shared by a provider's customers": "100.64.0.0/10",
    "a loopback address": "127.0.0.0/8",
    "a link-local address": "169.254.0.0/16",
    "a reserved address": "192.0.0.0/24 192.0.0.0/29 192.0.0.8/32 192.0.0.9/32 192.0.0.10/32 192.0.0.170/32 192.0.0.171/32 "
    "192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.175.48.0/24 240.0.0.0/4",
    "an address for documentation": "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24",
    "an address for benchmarks": "198.18.0.0/15",
    "a multicast address": "224.0.0.0/4",
    "the broadcast address": "255.255.255.255/32",
    "a cloud's own address": "168.63.129.16/32",
}
_V6 = {
    "no address": "::/128",
    "a loopback address": "::1/128",
    "a private address": "fc00::/7",
    "a link-local address": "fe80::/10",
    "a site-local address": "fec0::/10",
    "behind a network's own translator": "64:ff9b:1::/48",
    "an address to be discarded": "100::/64 100:0:0:1::/64",
    "a reserved address": "2001::/23 2001:1::1/128 2001:1::2/128 2001:1::3/128 2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 "
    "2001:20::/28 2001:30::/28 2620:4f:8000::/48",
    "an address for documentation": "2001:db8::/32 3fff::/20",
    "an address for routing": "5f00::/16",
    "a multicast address": "ff00::/8",
}
"""What is not one machine of the public network. Blocks that hold an IPv4 address are seen through: `within`."""


def _ranges(table: dict[str, str]) -> tuple[tuple[int, int, str], ...]:
    networks = (
        (ipaddress.ip_network(block), kind)
        for kind, blocks in table.items()
        for block in blocks.split()
    )
    return tuple(
        (int(network[0]), int(network[-1]), kind)
        for network, kind in sorted(networks, key=lambda pair: -pair[0].prefixlen)
    )


@lru_cache(maxsize=2)
def _special(version: int) -> tuple[tuple[int, int, str], ...]:
    return _ranges(_V4 if version == 4 else _V6)


def purpose(ip: Ip) -> str:
    """What an address itself is, if it is not one machine of the public network; nothing if it is."""
    number = int(ip)
    return next((is_ for first, last, is_ in _special(ip.version) if first <= number <= last), "")


_COMPATIBLE = "::/96"
_MAPPED = "::ffff:0:0/96"
_TRANSLATED = "::ffff:0:0:0/96"
_NAT64 = "64:ff9b::/96"
_LAST_32_BITS = tuple(
    int(ipaddress.ip_network(block)[0]) >> 32
    for block in (_COMPATIBLE, _MAPPED, _TRANSLATED, _NAT64)
)
_SIX_TO_FOUR = 0x2002
_TEREDO = 0x20010000
_LOCAL_NAT64 = 0x0064FF9B0001
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def public(ip: Ip) -> bool:
    """Whether an address, and each within it, is one machine of the public network."""
    return not any(map(purpose, (ip, *within(ip))))


def within(ip: Ip) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address holds: the one that would really be reached, then the way to it."""
    if isinstance(ip, ipaddress.IPv4Address) or int(ip) <= 1:
        return ()
    number = int(ip)
    last = number & 0xFFFFFFFF
    if number >> 32 in _LAST_32_BITS or number >> 80 == _LOCAL_NAT64:
        held = [last]
    elif number >> 112 == _SIX_TO_FOUR:
        held = [number >> 80 & 0xFFFFFFFF]
    elif number >> 96 == _TEREDO:
        held = [last ^ 0xFFFFFFFF, number >> 64 & 0xFFFFFFFF]
    elif number >> 32 & 0xFFFFFFFF in _ISATAP:
        held = [last]
    else:
        held = []
    return tuple(map(ipaddress.IPv4Address, held))
