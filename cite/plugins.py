"""Every plug-in by the name under which a command asks for it; imported when it is needed.

So reading notes costs no HTTP client, and checking a list of addresses no Markdown parser. Kinds of asks, which
the store knows too, stand in `effects/asks/known.py`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cite.model.errors import SettingsError
from cite.model.report import Output
from cite.readers.foreign import THROUGH_PANDOC

if TYPE_CHECKING:
    pass

READERS = {
    "docx": "docx.reader.Docx",
    "odt": "odt.reader.Odt",
    "pdf": "pdf.reader.PdfReader",
    "bibtex": "bibtex.Bibtex",
    "ris": "ris.Ris",
    "csl-json": "csl_json.CslJson",
    "csv": "csv.Csv",
    "zotero-rdf": "zotero_rdf.ZoteroRdf",
    "urls": "urls.Urls",
    "jats": "xml.jats.Jats",
    "tei": "xml.tei.Tei",
    "epub": "epub.reader.Epub",
    "html": "html.reader.Html",
    "zip": "zipped.Zipped",
    "latex": "latex.reader.Latex",
    "markdown": "markdown.reader.Markdown",
}
"""By name, which is what `--as` takes. Asked in this order; the first that recognises the content reads it."""


def _anywhere(*words: str) -> tuple[bytes, ...]:
    """Words as they stand in ASCII, and in UTF-16 of either order."""
    return tuple(
        glue.join(letter.encode() for letter in word) for glue in (b"", b"\0") for word in words
    )


SIGNS = {
    "docx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04", b"<office:document"),
    "pdf": (b"%PDF-",),
    "zotero-rdf": _anywhere(":RDF"),
    "jats": _anywhere("DTD", "-meta", "front-stub", "article-type", "dtd-version"),
    "tei": _anywhere("TEI", "teiCorpus"),
    "epub": (b"PK\x03\x04",),
    "zip": (b"PK\x03\x04",),
}
"""Bytes of which content must hold one before a reader that is slow to import is asked about it."""


LOCAL = "local"


ENGINES = {
    LOCAL: "",
    "processes": "engines.processes.Processes",
    "dask": "engines.cluster.Cluster",
}
"""Where the web is asked from, by the name that `--engine` takes: one event loop here, or whoever brings workers."""


NOTATIONS = (*READERS, *THROUGH_PANDOC)
"""All that `--as` takes."""


VERIFIERS = {
    "link": "link.LinkVerifier",
    "soft404": "soft404.SoftNotFoundVerifier",
    "parked": "parked.ParkedVerifier",
    "wall": "wall.WallVerifier",
    "drift": "drift.DriftVerifier",
    "fragment": "fragment.FragmentVerifier",
    "copy": "copy.CopyVerifier",
    "mementos": "mementos.Mementos",
    "retitled": "retitled.RetitledVerifier",
    "changed": "changed.ChangedVerifier",
    "dated": "dated.DatedVerifier",
    "quotes": "quotes.QuotesVerifier",
    "works": "works.WorksVerifier",
}
"""By name, which is what `--verify` takes. Order does not matter: each reads the same evidence, and
steps/judge.py says which sign decides."""


ARCHIVE_KINDS = {
    "wayback": "wayback.Wayback",
    "pywb": "pywb.Pywb",
    "memento": "memento.MementoArchive",
    "perma": "memento.MementoArchive",
}


OUTPUTS = {
    "html": "html.Html",
    "markdown": "markdown.Markdown",
    "json": "json.Json",
    "jsonl": "json.JsonLines",
    "csv": "csv.Csv",
    "junit": "junit.Junit",
    "sarif": "sarif.Sarif",
    "github": "github.Github",
    "gitlab": "gitlab.Gitlab",
    "bibtex": "bibtex.Bibtex",
    "prometheus": "prometheus.Prometheus",
}
"""By name, which is what `--format` takes."""


MENDERS = {
    "markdown": "markdown.Markdown",
    "html": "html.Html",
    "latex": "latex.Latex",
    "docx": "docx.mender.Docx",
    "odt": "odt.mender.Odt",
}
"""By the name of the reader whose documents they write back."""


def plug_in(folder: str, name: str) -> Any:
    """The class of a plug-in, `module.Class` in its folder."""
    module, _, attribute = name.rpartition(".")
    return getattr(import_module(f"cite.{folder}.{module}"), attribute)


def outputs() -> tuple[Output, ...]:
    """Every way to write a report down."""
    return tuple(map(output_named, OUTPUTS))


def output_named(name: str) -> Output:
    """One of them. Raises SettingsError for a name that none has."""
    if name not in OUTPUTS:
        raise SettingsError(f"no output is named {name!r}; there are {', '.join(OUTPUTS)}")
    output: Output = plug_in("outputs", OUTPUTS[name])()
    return output
