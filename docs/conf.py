"""The documentation as a site: `make site`. Sphinx builds it, MyST reads its Markdown, the reference is made from the code."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import reference_pages  # noqa: E402

from cite.model.version import __version__  # noqa: E402

project = "cite"
author = copyright = "the authors of cite"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "bysource"

html_theme = "furo"
html_title = f"cite {release}"
html_copy_source = False
html_extra_path = ["cite-toml.schema.json", "check.schema.json", "check-line.schema.json"]


def setup(app):
    """Writes the reference before Sphinx reads it; what it writes is not checked in."""
    reference_pages.write(HERE)
