"""Identifiers as citations name them."""

import pytest

from cite.model.document import Link, Span
from cite.model.entries import Entry
from cite.model.references import Reference
from cite.steps.works.identifiers import cited_doi


@pytest.mark.parametrize(
    "written",
    ["10.5555/Tides", "doi:10.5555/tides", "DOI: 10.5555/tides", "https://dx.doi.org/10.5555/tides", "https://www.doi.org/10.5555/tides"],
)  # fmt: skip
def test_a_doi_is_known_however_it_is_written(written):
    assert cited_doi(Reference("doe", Entry("article", {"doi": written}, "doe"))) == "10.5555/tides"


@pytest.mark.parametrize("host", ["doi.org", "dx.doi.org", "www.doi.org"])
def test_a_doi_is_known_as_an_address(host):
    url = f"https://{host}/10.5555/tides"
    link = Link(url, url, url, Span(0, len(url)))
    assert cited_doi(Reference("doe", Entry("article", {}, "doe"), (link,))) == "10.5555/tides"
