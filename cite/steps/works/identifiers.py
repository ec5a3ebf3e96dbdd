"""Identifiers that a citation names, as indexes know them."""

import re
from urllib.parse import unquote

from cite.model.entries import Entry
from cite.model.references import Reference
from cite.recognisers.addresses.url_parts import split_url

_RESOLVERS = ("doi.org", "dx.doi.org", "www.doi.org")


def cited_doi(reference: Reference) -> str:
    """The DOI that a reference names, in its field or as an address; nothing where it names none."""
    resolved = [link.url for link in reference.links if split_url(link.url).host in _RESOLVERS]
    return _bare(str(reference.entry.fields.get("doi", ""))) or _bare(unquote((*resolved, "")[0]))


_HEAD = re.compile(r"(?:https?://(?:dx\.|www\.)?doi\.org/|doi:)\s*", re.IGNORECASE)


def _bare(doi: str) -> str:
    if "10." not in doi:
        return ""
    bare = _HEAD.sub("", doi.strip(), count=1).strip().lower()
    return bare if bare.startswith("10.") else ""


def arxiv_doi(entry: Entry) -> str:
    """The DOI that arXiv gives a preprint; nothing for what is none of arXiv's."""
    number = str(entry.fields.get("eprint", "")).removeprefix("arXiv:")
    archive = str(entry.fields.get("eprinttype") or entry.fields.get("archiveprefix") or "arxiv")
    known = re.fullmatch(r"\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", number)
    if not known or archive.lower() != "arxiv":
        return ""
    return f"10.48550/arxiv.{re.sub(r'v[0-9]+$', '', number).lower()}"
