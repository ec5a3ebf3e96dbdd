"""No address of a private network is reached, however it is spelt or arrived at, unless it was opened."""

import socket

import pytest

from cite.effects.net import names
from cite.effects.net.guard import AddressGuard
from cite.model.evidence import Fault, Fetched
from cite.model.options import ConnectTo
from tests.effects.asking import fetch
from tests.web.server import answer

SPELLINGS = [
    "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.0.0.1", "0x7f.1", "017700000001", "0177.0.0.1",
    "0", "0.0.0.0", "127.255.255.254", "localhost", "LOCALHOST", "localhost.", "printer.localhost",
    "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]",
    "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:80ff:fffe]", "[::127.0.0.1]", "[fe80::1]", "[fe80::1%25eth0]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]",
    "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "0xc0a80001", "3232235521",
    "169.254.169.254", "0xa9fea9fe", "2852039166", "0251.0376.0251.0376", "[::ffff:169.254.169.254]", "[fd00:ec2::254]",
    "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
]  # fmt: skip


@pytest.mark.parametrize("host", SPELLINGS)
def test_a_private_address_is_refused_in_every_spelling(host):
    got = fetch(f"http://{host}/latest/meta-data/", allow_net=())
    assert got.fault in (Fault.ADDRESS_REFUSED, Fault.INVALID_ADDRESS), got


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_public_addresses_are_not_refused(address):
    assert AddressGuard().refusal(address) == ""


def test_a_redirect_inward_is_refused(loopback):
    loopback.behaviours["/inward"] = answer("", "302 Found", Location="http://0xa9fea9fe/x")
    got = fetch(loopback.url("/inward"))
    assert (got.fault, got.hops[0].status) == (Fault.ADDRESS_REFUSED, 302)


def test_a_network_that_is_opened_opens_no_other(loopback):
    loopback.behaviours["/there"] = answer("there")
    opened = ("10.0.0.0/8", "127.0.0.1/32")
    assert isinstance(fetch(loopback.url("/there"), allow_net=opened), Fetched)
    other = fetch(loopback.url("/there").replace("127.0.0.1", "127.0.0.2"), allow_net=opened)
    assert other.fault is Fault.ADDRESS_REFUSED


def test_a_rule_that_leads_inward_is_no_permission(loopback):
    rule = ConnectTo("journal.example", 80, "127.0.0.1", loopback.port)
    got = fetch("http://journal.example/", allow_net=(), connect_to=(rule,))
    assert got.fault is Fault.ADDRESS_REFUSED


def resolving(monkeypatch, *answers):
    """A resolver that gives these addresses, one list for each time it is asked."""
    asked = []

    def getaddrinfo(host, *_, **__):
        asked.append(host)
        found = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in found]

    monkeypatch.setattr(names.socket, "getaddrinfo", getaddrinfo)
    return asked


def test_a_name_that_leads_inward_is_refused(monkeypatch):
    resolving(monkeypatch, ["192.168.1.1"])
    assert fetch("http://intranet.example/", allow_net=()).fault is Fault.ADDRESS_REFUSED


def test_a_name_is_looked_up_once_so_that_nothing_can_change_before_the_connection(
    monkeypatch, loopback
):
    loopback.behaviours["/once"] = answer("once")
    asked = resolving(monkeypatch, ["127.0.0.1"], ["169.254.169.254"])
    url = f"http://rebinding.example:{loopback.port}/once"
    got = fetch(url)
    assert isinstance(got, Fetched)
    assert got.hops[0].address == "127.0.0.1"
    assert asked == ["rebinding.example"]


def test_of_several_addresses_only_the_public_are_tried(monkeypatch, loopback):
    loopback.behaviours["/mixed"] = answer("mixed")
    resolving(monkeypatch, ["169.254.169.254", "10.0.0.1", "127.0.0.1"])
    got = fetch(f"http://mixed.example:{loopback.port}/mixed")
    assert got.hops[0].address == "127.0.0.1"


def test_where_one_address_does_not_answer_the_next_one_is_tried(monkeypatch, loopback):
    loopback.behaviours["/second"] = answer("second")
    resolving(monkeypatch, ["127.0.0.9", "127.0.0.1"])
    got = fetch(f"http://double.example:{loopback.port}/second")
    assert got.hops[0].address == "127.0.0.1"
