"""The archives asked by default, as data; `cite.toml` adds and removes."""

from cite.model.options import ArchiveSettings

KNOWN_ARCHIVES: tuple[ArchiveSettings, ...] = tuple(
    ArchiveSettings(name, kind, base, title, folds_spellings=True)
    for name, kind, base, title in (
        ("internet-archive", "wayback", "https://web.archive.org", "Internet Archive"),
        ("archive-it", "memento", "https://wayback.archive-it.org/all", "Archive-It"),
        ("arquivo.pt", "memento", "https://arquivo.pt/wayback", "Arquivo.pt, Portugal"),
        ("perma.cc", "perma", "https://perma.cc", "Perma.cc"),
        ("ukwa", "memento", "https://www.webarchive.org.uk/wayback/archive", "UK Web Archive"),
        ("uk-government", "memento", "https://webarchive.nationalarchives.gov.uk/ukgwa", "UK Government Web Archive"),
        ("loc", "memento", "https://webarchive.loc.gov/all", "Library of Congress, United States"),
        ("canada", "memento", "https://webarchiveweb.wayback.bac-lac.canada.ca/web", "Library and Archives Canada"),
        ("iceland", "memento", "https://vefsafn.is/is", "Vefsafn, Iceland"),
        ("australia", "memento", "https://web.archive.org.au/awa", "Australian Web Archive"),
        ("stanford", "memento", "https://swap.stanford.edu/was", "Stanford Web Archive"),
    )
)  # fmt: skip
"""The Internet Archive holds most of what is cited; the others hold what it missed or may not show.

Each files a page under one key for http and https, `www.`, the last slash and the order of the query, so
that those spellings are not asked about again.
"""
