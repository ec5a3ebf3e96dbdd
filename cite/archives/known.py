"""The archives asked by default; `cite.toml` adds and removes."""

from cite.model.options import ArchiveSettings

KNOWN_ARCHIVES: tuple[ArchiveSettings, ...] = (
    ArchiveSettings(
        "internet-archive", "wayback", "https://web.archive.org", "Internet Archive", 24
    ),
    ArchiveSettings("arquivo.pt", "memento", "https://arquivo.pt/wayback", "Arquivo.pt", 30),
)
"""The Internet Archive holds most of what is cited; its pace is four fifths of what it allows."""

NEVER_RECOMMENDED = frozenset(
    {
        "archive.today",
        "archive.ph",
        "archive.is",
        "archive.li",
        "archive.fo",
        "archive.md",
        "archive.vn",
    }
)
"""Recognised when cited, never offered: Wikipedia deprecated it on 2026-02-20."""
