"""How likely a reading is right: fitted on labelled notes that nothing else was trained on: `make confidence`.

Half of every source that is held apart, by the hash of its notes, fits the coefficients; the other half says
how good they are (`make score`). What the package sees of a citation is gathered where it weighs it, so that
nothing is said here twice.
"""

import argparse
import json
import math
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cite.model.references import Citation
from cite.recognisers.confidence.probability import Coefficients, Trees, Weights, summed
from cite.recognisers.confidence.signs import Context, Signs, citation_signs, field_signs
from cite.recognisers.text.draft import Draft
from cite.steps.reading import read_citation
from training import notes
from training.gold import GoldCitation, GoldDocument, GoldNote
from training.score import judged, paired, read_document
from training.sources import held_apart

FILE = (
    Path(__file__).resolve().parents[1]
    / "cite" / "recognisers" / "confidence" / "coefficients.json"
)  # fmt: skip
_MORE_SEEDS = (101, 102)
"""Of works printed anew in styles that are held apart, to fit on besides."""
_TREES, _RATE = 150, 0.06
_STRENGTH = 0.35
"""Inverse of how strongly the coefficients of fields are drawn to nothing."""
_LEAST = 12
"""Citations that must show a sign before it is weighed."""


@dataclass(frozen=True, slots=True)
class Example:
    """A citation as it was read: its signs, those of its fields, and what of it is right."""

    source: str
    signs: Signs
    fields: Mapping[str, Signs]
    right: bool
    right_fields: Mapping[str, bool]


def is_fitted_on(note: GoldNote) -> bool:
    """Whether a note belongs to the half that coefficients are fitted on."""
    return zlib.crc32(note.text.encode()) % 2 == 0


def examples(documents: Iterable[GoldDocument], fitted: bool) -> Iterator[Example]:
    """The citations of one half of some documents, each document read whole."""
    for document in documents:
        seen: list[tuple[Signs, dict[str, Signs]]] = []

        def watch(
            draft: Draft,
            entry_type: str,
            context: Context,
            seen: list[tuple[Signs, dict[str, Signs]]] = seen,
        ) -> tuple[float, dict[str, float]]:
            """Keeps the signs, and gives where they are kept for a probability."""
            fields = {name: field_signs(draft, name, 0.0, context) for name in draft.fields}
            seen.append((citation_signs(draft, entry_type, context), fields))
            return float(len(seen) - 1), {}

        with patch.object(read_citation, "weigh", watch):
            read = read_document(document)
        for gold, note in zip(document.notes, read, strict=True):
            if is_fitted_on(gold) is not fitted:
                continue
            for golden, item in paired(gold.items, note.items):
                if isinstance(item, Citation) and item.confidence.is_integer():
                    signs, fields = seen[int(item.confidence)]
                    yield _example(document.source, golden, item, signs, fields)


def _example(
    source: str, golden: object, item: Citation, signs: Signs, fields: dict[str, Signs]
) -> Example:
    if not isinstance(golden, GoldCitation):
        return Example(source, signs, fields, False, dict.fromkeys(fields, False))
    right, right_fields = judged(golden, item)
    return Example(source, signs, fields, right, right_fields)


_WEIGHTS = {"mpilhlt": 3.0, "anystyle-core": 1.5, "grobid": 0.6, "rendered-lists": 0.8}


def _weight(source: str) -> float:
    return 2.0 if source.startswith("fresh") else _WEIGHTS.get(source, 1.0)


def fit(fitted: Sequence[Example]) -> Coefficients:
    """The coefficients of both models."""
    citation = _trees([(one.signs, one.right, _weight(one.source)) for one in fitted])
    rows = []
    for one in fitted:
        odds = summed(citation, one.signs)
        for name, signs in one.fields.items():
            if name in one.right_fields:
                told = {**signs, "citation": odds, f"citation of {name}": odds}
                rows.append((told, one.right_fields[name], _weight(one.source)))
    return {"citation": citation, "field": _logistic(rows)}


Rows = Sequence[tuple[Signs, bool, float]]
"""Signs, whether the reading was right, and what the example weighs."""


def _kept(rows: Rows) -> list[Signs]:
    """The signs of each without those that hardly anything shows."""
    counts = Counter(name for signs, _, _ in rows for name in signs)
    return [{n: v for n, v in signs.items() if counts[n] >= _LEAST} for signs, _, _ in rows]


def _trees(rows: Rows) -> Trees:
    from sklearn.ensemble import GradientBoostingClassifier
    from sklearn.feature_extraction import DictVectorizer

    vectors = DictVectorizer(sort=True, sparse=False)
    model = GradientBoostingClassifier(
        n_estimators=_TREES, max_depth=4, learning_rate=_RATE, subsample=0.6, min_samples_leaf=8,
        max_features=0.4, random_state=1,
    )  # fmt: skip
    right = [hit for _, hit, _ in rows]
    model.fit(vectors.fit_transform(_kept(rows)), right, sample_weight=[w for *_, w in rows])
    total = sum(weight for *_, weight in rows)
    share = sum(weight for _, hit, weight in rows if hit) / total
    return {
        "signs": [str(name) for name in vectors.get_feature_names_out()],
        "start": round(math.log(share / (1 - share)), 4),
        "trees": [_tree(one[0].tree_) for one in model.estimators_],
    }


def _tree(tree: Any) -> list[list[float]]:
    """A tree of scikit-learn's as forks and leaves."""
    nodes: list[list[float]] = []
    for at in range(tree.node_count):
        below, above = int(tree.children_left[at]), int(tree.children_right[at])
        if below < 0:
            nodes.append([round(_RATE * float(tree.value[at][0][0]), 4)])
        else:
            nodes.append([int(tree.feature[at]), round(float(tree.threshold[at]), 4), below, above])
    return nodes


def _logistic(rows: Rows) -> Weights:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer(sort=True)
    model = LogisticRegression(C=_STRENGTH, max_iter=5000)
    model.fit(
        vectors.fit_transform(_kept(rows)),
        [right for _, right, _ in rows],
        sample_weight=[weight for *_, weight in rows],
    )
    names = vectors.get_feature_names_out()
    weights = {str(n): round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True)}
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "weights": {name: weight for name, weight in sorted(weights.items()) if weight},
    }


def to_fit_on() -> Iterator[Example]:
    """Half of what is held apart, and works printed anew in held styles."""
    for source, documents in held_apart(thinned=False).items():
        clean = [_without_scars(one) for one in documents] if source == "grobid" else documents
        yield from examples(clean, fitted=True)
    for seed in _MORE_SEEDS:
        made = notes.documents(seed, 1, 50, None, held=True)
        for fitted in (True, False):
            yield from examples(made, fitted)


def _without_scars(document: GoldDocument) -> GoldDocument:
    """Without entries whose letters have blanks strewn among them, which no gold is right about."""
    kept = [one for one in document.notes if not re.search(r"\s[.,:;]|[a-z][A-Z]", one.text)]
    return replace(document, notes=tuple(kept))


def main() -> int:
    """The command: fits, and writes the coefficients into the package."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("--file", type=Path, default=FILE)
    options = parser.parse_args()
    found = list(to_fit_on())
    models = fit(found)
    options.file.write_text(json.dumps(models, ensure_ascii=False, separators=(",", ":")), "utf-8")
    print(
        f"{len(found)} citations, {sum(one.right for one in found)} right; {options.file.stat().st_size:,} bytes"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
