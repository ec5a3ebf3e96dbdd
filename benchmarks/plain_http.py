"""CPU for 1,000 checks over plain HTTP, each on a host of its own; the peer is httpx as it comes."""

from functools import partial

from benchmarks.running import by_turns, client, row, verdict, web

COUNT, SLOTS = 2000, 200


def main():
    with web("--close") as port:
        ask = partial(client, port=port, count=COUNT, hosts=COUNT, slots=SLOTS)
        costs = by_turns({who: partial(ask, who) for who in ("cite", "httpx")})
    for who, cost in costs.items():
        row(who, cost, COUNT)
    verdict("of httpx's CPU", costs["cite"].cpu / costs["httpx"].cpu, "1.1 / 2.8 = 0.39")


if __name__ == "__main__":
    main()
