"""Learned decisions: sparse linear models, read from `weights/*.json` and worked out in plain Python.

A model has named outputs and, for each feature, one weight an output. `training/` makes the files; its script says from
what. The same features always give the same figures: weights are rounded, and sums run in the order of the features.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Model:
    """Outputs by name; `bias` and each row of `weights` hold one figure an output."""

    outputs: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]

    def scores(self, features: Iterable[str]) -> list[float]:
        """Log odds of each output (of a multi-class model: to be set against each other)."""
        get = self.weights.get
        rows = [row for row in map(get, features) if row is not None]
        return [sum(column) for column in zip(self.bias, *rows, strict=True)]

    def probability(self, features: Iterable[str]) -> float:
        """Of a yes-or-no model."""
        return logistic(self.scores(features)[0])

    def distribution(self, features: Iterable[str]) -> dict[str, float]:
        """Of a multi-class model: probability of each output."""
        scores = self.scores(features)
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        total = sum(powers)
        return {name: power / total for name, power in zip(self.outputs, powers, strict=True)}


def logistic(score: float) -> float:
    """Probability of log odds."""
    return 1 / (1 + exp(-score)) if score > -700 else 0.0


@cache
def load(name: str) -> Model:
    """The model in `weights/<name>.json`."""
    data = json.loads(files("parsers.claims").joinpath(f"weights/{name}.json").read_text(encoding="utf-8"))
    weights = {feature: tuple(row) for feature, row in data["weights"].items()}
    return Model(tuple(data["outputs"]), tuple(data["bias"]), weights)
