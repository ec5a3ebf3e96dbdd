"""CPU for 1,000 checks over TLS, a handshake each; the peer is httpx as it comes."""

from functools import partial

from benchmarks.certificate import certificate
from benchmarks.running import by_turns, client, row, verdict, web

COUNT, SLOTS = 1000, 200


def main():
    with (
        certificate(["*.bench.test"]) as (server, authority),
        web("--close", "--certificate", server) as port,
    ):
        ask = partial(client, port=port, count=COUNT, hosts=COUNT, slots=SLOTS, authority=authority)
        costs = by_turns({who: partial(ask, who) for who in ("cite", "httpx")})
    for who, cost in costs.items():
        row(who, cost, COUNT)
    verdict("of httpx's CPU", costs["cite"].cpu / costs["httpx"].cpu, "3.2 / 5.0 = 0.64")


if __name__ == "__main__":
    main()
