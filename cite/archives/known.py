"""The archives asked by default; `cite.toml` adds and removes."""

from cite.model.options import ArchiveSettings

KNOWN_ARCHIVES: tuple[ArchiveSettings, ...] = (
    ArchiveSettings(
        "internet-archive", "wayback", "https://web.archive.org", "Internet Archive", 24
    ),
)
