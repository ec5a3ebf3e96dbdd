"""Throughput with 1,000 slots over that with 50, and memory; the peer is httpx as it comes."""

from functools import partial

from benchmarks.running import by_turns, client, row, verdict, web

COUNT = 3000


def main():
    with web("--close") as port:
        ask = partial(client, port=port, count=COUNT, hosts=COUNT)
        costs = by_turns(
            {
                f"{who}, {slots} slots": partial(ask, who, slots=slots)
                for who in ("cite", "httpx")
                for slots in (50, 1000)
            }
        )
    for name, cost in costs.items():
        row(name, cost, COUNT)
    few, many = costs["cite, 50 slots"], costs["cite, 1000 slots"]
    verdict("throughput at 1,000 slots over that at 50, by CPU", few.cpu / many.cpu, ">= 0.95")
    verdict("the same by wall", few.wall / many.wall, ">= 0.95")
    verdict("memory in MB", many.memory, "<= 120")


if __name__ == "__main__":
    main()
