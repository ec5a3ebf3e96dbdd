"""`cite --version` and `cite notes` on an article; the peer is Python itself, doing nothing."""

import sys

from benchmarks.running import ENVIRONMENT, ROOT, by_turns, cite, measured, row, verdict

ARTICLE = ROOT / "examples/article.md"


def main():
    costs = by_turns(
        {
            "python -c pass": lambda: measured([sys.executable, "-c", "pass"], env=ENVIRONMENT),
            "cite --version": lambda: measured(cite("--version"), env=ENVIRONMENT),
            "cite notes": lambda: measured(cite("notes", ARTICLE), env=ENVIRONMENT),
            "cite refs": lambda: measured(cite("refs", ARTICLE), env=ENVIRONMENT),
        }
    )
    for name, cost in costs.items():
        row(name, cost)
    verdict("cite --version, seconds of CPU", costs["cite --version"].cpu, "< 0.15")
    verdict("cite notes, seconds of CPU", costs["cite notes"].cpu, "< 0.4")


if __name__ == "__main__":
    main()
