"""Programs that tests use and cite does not need: what they are called in Debian, and which were missing."""

import re
from collections import Counter
from collections.abc import Iterable

PACKAGES = {
    "chromium": "chromium",
    "biber": "biber",
    "bibtex": "texlive-binaries texlive-base",
    "pandoc": "pandoc",
    "soffice": "libreoffice-writer-nogui",
    "LibreOffice": "libreoffice-writer-nogui",
    "zsh": "zsh",
    "fish": "fish",
}
"""Each program by the names that reasons for skipping give it, and what brings it."""


def missing(reasons: Iterable[str]) -> list[str]:
    """A line for each thing that tests were skipped for, with how to get it where that is known."""
    counted = Counter(re.sub(r"^Skipped: ", "", reason).splitlines()[0] for reason in reasons)
    return [f"{_tests(times)}: {reason}{_how(reason)}" for reason, times in sorted(counted.items())]


def to_install(reasons: Iterable[str]) -> list[str]:
    """The packages that bring what was missing, each once."""
    named = {PACKAGES[name] for reason in reasons for name in _programs(reason)}
    return sorted({package for packages in named for package in packages.split()})


def _programs(reason: str) -> list[str]:
    words = re.findall(r"\w+", reason.partition("needs ")[2])
    return [word for word in words if word in PACKAGES]


def _how(reason: str) -> str:
    packages = to_install([reason])
    return f"  [{' '.join(packages)}]" if packages else ""


def _tests(times: int) -> str:
    return f"{times} test" if times == 1 else f"{times} tests"
