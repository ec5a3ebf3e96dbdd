"""Which network addresses may be reached: public ones, and those opened with --allow-net."""

import ipaddress
from collections.abc import Iterable

from cite.recognisers.addresses.network_address import Ip, purpose, within


class AddressGuard:
    """Judges an IP address after resolution and before connection, on every hop."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = tuple(ipaddress.ip_network(network, strict=False) for network in allowed)
        self._judged: dict[str, str] = {}

    def opened(self, address: str) -> bool:
        """Whether --allow-net names it, or the address within it that would really be reached."""
        ip = _parse(address)
        return self._opened(next(iter(within(ip)), ip))

    def refusal(self, address: str) -> str:
        """Why an address may not be reached, or nothing."""
        if address not in self._judged:
            self._judged[address] = self._refusal(_parse(address))
        return self._judged[address]

    def _opened(self, ip: Ip) -> bool:
        return any(ip in network for network in self._allowed if network.version == ip.version)

    def _refusal(self, ip: Ip) -> str:
        """An address is as public as the least public of those within it."""
        for one in (*within(ip), ip):
            if (what := purpose(one)) and not self._opened(one):
                return f"{one} is {what}; --allow-net opens it"
        return ""


def _parse(address: str) -> Ip:
    return ipaddress.ip_address(address.partition("%")[0])
