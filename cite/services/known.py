"""The indexes that ship with cite, where they are, and the classes that ask them."""

INDEXES = {
    "crossref": ("crossref.Crossref", "https://api.crossref.org", "Crossref"),
    "datacite": ("datacite.DataCite", "https://api.datacite.org", "DataCite"),
    "openlibrary": ("open_library.OpenLibrary", "https://openlibrary.org", "Open Library"),
    "doi.org": ("doi_org.DoiOrg", "https://doi.org", "doi.org"),
    "openalex": ("openalex.OpenAlex", "https://api.openalex.org", "OpenAlex"),
}
"""By name, which is that of the section in cite.toml: class, base address, what people call it."""
NEEDS_KEY = frozenset(("openalex",))
"""Asked only by whoever has a key."""
