"""Where labelled references come from, and what was read: every source by name, with the hash of its data."""

import hashlib
from dataclasses import replace
from pathlib import Path

from training import anystyle, by_hand, foreign, grobid, mpilhlt, notes, templates
from training.facts import pools
from training.gold import GoldDocument

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Data that others made, beside the checkout; what needs it is left out where it is absent."""
REFERENCES = SHARED / "references"


def labelled(folder: Path = REFERENCES) -> list[GoldDocument]:
    """The labelled sets of others; none where the folder is absent."""
    if not folder.is_dir():
        return []
    return [
        *anystyle.documents(folder / "anystyle-core.xml"),
        *grobid.documents(folder / "grobid-citation-corpus.tar.gz"),
        *mpilhlt.documents(folder),
    ]


def data_hashes(folder: Path = REFERENCES) -> dict[str, str]:
    """SHA-256 of each file read, by name."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.iterdir() if path.suffix in (".xml", ".gz"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def held_apart(thinned: bool = True) -> dict[str, list[GoldDocument]]:
    """What is scored, by source. Of a large set a part, if `thinned`: every so many notes, the same each time."""
    found: dict[str, list[GoldDocument]] = {}
    made = notes.documents(_SCORED_SEED, 1, 50, None, held=True)
    abroad = foreign.rendered(_SCORED_SEED, 8, held=True)
    for document in (*labelled(), *by_hand.documents(), *made, *abroad):
        if document.held:
            found.setdefault(document.source, []).append(document)
    return {source: _thinned(one) if thinned else one for source, one in found.items()}


_TRAINED_SEED, _SCORED_SEED = 20260101, 7
_BY_HAND = 3500
_IN_A_LANGUAGE = 150
_MOST = 600
"""Notes scored of one source."""


def _thinned(documents: list[GoldDocument]) -> list[GoldDocument]:
    """Whole documents while they are few; else every so many notes of each."""
    count = sum(len(document.notes) for document in documents)
    step = -(-count // _MOST)
    if step == 1:
        return documents
    return [replace(document, notes=document.notes[::step]) for document in documents]


def trained_on() -> list[GoldDocument]:
    """What the model is trained on: everything that is not held apart."""
    known = [document for document in labelled() if not document.held]
    more = pools(known, SHARED / "crossref" / "matcher" / "sample-refs-2000.json")
    made = notes.documents(_TRAINED_SEED, 4, 30, more, held=False)
    in_no_style = templates.Writer(_TRAINED_SEED, more).entries(_BY_HAND)
    abroad = foreign.rendered(_TRAINED_SEED, 12, held=False)
    in_its_manner = foreign.by_hand(_TRAINED_SEED, _IN_A_LANGUAGE)
    return [*known, *made, in_no_style, *abroad, in_its_manner]
