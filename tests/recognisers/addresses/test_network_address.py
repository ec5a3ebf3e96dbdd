"""Every block that is not the public network's, as IANA lists them, and every way to write one inside another."""

import ipaddress

import pytest

from cite.effects.net.guard import AddressGuard
from cite.recognisers.addresses.network_address import public, within

IANA_V4 = """
0.0.0.0/8 0.0.0.0/32 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.0/29
192.0.0.8/32 192.0.0.9/32 192.0.0.10/32 192.0.0.170/32 192.0.0.171/32 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24
192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4
255.255.255.255/32
""".split()
"""https://www.iana.org/assignments/iana-ipv4-special-registry"""
IANA_V6 = """
::1/128 ::/128 64:ff9b:1::/48 100::/64 100:0:0:1::/64 2001::/23 2001::/32 2001:1::1/128 2001:1::2/128 2001:1::3/128
2001:2::/48 2001:3::/32 2001:4:112::/48 2001:10::/28 2001:20::/28 2001:30::/28 2001:db8::/32 2620:4f:8000::/48
3fff::/20 5f00::/16 fc00::/7 fe80::/10
""".split()
"""https://www.iana.org/assignments/iana-ipv6-special-registry, those blocks left out that hold an IPv4 address."""
OTHERS = ["224.0.0.0/4", "ff00::/8", "fec0::/10", "168.63.129.16/32"]
HOLDING = {
    "mapped": "::ffff:{}",
    "translated, stateless": "::ffff:0:{}",
    "compatible": "::{}",
    "NAT64": "64:ff9b::{}",
    "ISATAP": "2a00:1450::5efe:{}",
    "ISATAP of a public address": "2a00:1450::200:5efe:{}",
}


@pytest.mark.parametrize("block", [*IANA_V4, *IANA_V6, *OTHERS])
def test_no_block_for_a_special_purpose_is_reached(block):
    network = ipaddress.ip_network(block)
    middle = network[network.num_addresses // 2]
    for address in (network[0], middle, network[-1]):
        assert AddressGuard().refusal(str(address))
        assert not public(address)
        assert within(address) or not AddressGuard([block]).refusal(str(address))


@pytest.mark.parametrize("form", HOLDING.values(), ids=HOLDING)
@pytest.mark.parametrize(
    "inner", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "100.64.0.1"]
)
def test_an_address_within_an_address_is_what_counts(form, inner):
    address = form.format(inner)
    assert AddressGuard().refusal(address)
    assert not AddressGuard([f"{inner}/32"]).refusal(address)
    assert not AddressGuard().refusal(form.format("93.184.216.34"))


def test_an_address_of_6to4_is_as_public_as_the_one_within():
    assert AddressGuard().refusal("2002:a9fe:a9fe::1")
    assert not AddressGuard().refusal("2002:5db8:d822::1")


def test_an_address_of_teredo_holds_its_server_and_its_client():
    teredo = ipaddress.IPv6Address("2001:0:c0a8:1:0:0:f5ff:fffe")
    assert [str(ip) for ip in within(teredo)] == ["10.0.0.1", "192.168.0.1"]
    assert AddressGuard().refusal(str(teredo))


def test_a_network_s_own_translator_is_not_opened_by_what_stands_behind_it():
    assert AddressGuard(["93.184.216.34/32"]).refusal("64:ff9b:1::5db8:d822")


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "1.1.1.1", "168.63.129.17", "192.0.1.1", "198.20.0.1", "223.255.255.255", "100.128.0.1",
     "2606:2800:220:1::1", "2001:4860:4860::8888", "2a00:1450:4001::1", "2620:fe::fe"],
)  # fmt: skip
def test_the_public_network_is_reached(address):
    assert AddressGuard().refusal(address) == ""
