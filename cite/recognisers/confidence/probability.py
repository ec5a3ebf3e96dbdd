"""How likely a reading is right: boosted trees over the signs of a citation, a logistic model over those of a field.

What wrong readings have in common is seldom one sign alone, so that the whole is weighed by small trees (Friedman
2001), whose sum is a log-odds; fields follow from it and from what is to be seen of each. The numbers are in a
data file, fitted by `training/confidence.py` on labelled notes that no other model was trained on.
"""

import json
import math
from functools import cache
from importlib.resources import files
from typing import TypedDict

from cite.recognisers.confidence.signs import Context, Signs, citation_signs, field_signs
from cite.recognisers.text.draft import Draft

Node = list[float]
"""A leaf is what it adds; a fork is a sign, a threshold, and where to go on below and above it."""


class Trees(TypedDict):
    """The model of whole citations."""

    signs: list[str]
    start: float
    trees: list[list[Node]]


class Weights(TypedDict):
    """The model of fields."""

    bias: float
    weights: dict[str, float]


class Coefficients(TypedDict):
    """The data file."""

    citation: Trees
    field: Weights


HIGHEST, LOWEST = 0.99, 0.01
UNCOVERED = 0.3
"""What is said at most of a citation in a script whose forms nobody taught us."""


@cache
def coefficients() -> Coefficients:
    """What was fitted."""
    text = files("cite.recognisers.confidence").joinpath("coefficients.json").read_text("utf-8")
    found: Coefficients = json.loads(text)
    return found


def summed(model: Trees, signs: Signs) -> float:
    """What the trees add up to; signs that they do not ask for count nothing."""
    values = [signs.get(name, 0.0) for name in model["signs"]]
    odds = model["start"]
    for tree in model["trees"]:
        node = tree[0]
        while len(node) > 1:
            sign, threshold, below, above = node
            node = tree[int(below if values[int(sign)] <= threshold else above)]
        odds += node[0]
    return odds


def weighed(model: Weights, signs: Signs) -> float:
    """What the signs add up to; signs that the model has not met count nothing."""
    weights = model["weights"]
    return model["bias"] + sum(weights.get(name, 0.0) * value for name, value in signs.items())


def probability(odds: float) -> float:
    """Log-odds as a probability, never quite certain, to two places."""
    return round(min(HIGHEST, max(LOWEST, 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))), 2)


def weigh(draft: Draft, entry_type: str, context: Context) -> tuple[float, dict[str, float]]:
    """The probability that type and core fields of a reading are right; and that of each field."""
    model = coefficients()
    signs = citation_signs(draft, entry_type, context)
    odds = summed(model["citation"], signs)
    most = UNCOVERED if "uncovered" in signs else HIGHEST
    fields = {
        name: min(
            most, probability(weighed(model["field"], field_signs(draft, name, odds, context)))
        )
        for name in draft.fields
    }
    return min(most, probability(odds)), fields
