"""The learned weights, and their plain evaluation. Trained by tests/benchmarks/text/train.py."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from math import exp
from pathlib import Path
from typing import NamedTuple, TypeAlias

from parsers.article.blocks import Node

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf's score, or a feature's place, a bound, and the trees for values up to it and beyond it."""


class Model(NamedTuple):
    """Two looks at a block: weights for what it shows by itself, then trees for what it is among the others."""

    bias: float
    own: tuple[float, ...]
    context: tuple[float, ...]
    above: tuple[float, ...]
    inherited: tuple[float, ...]
    base: float
    trees: tuple[Tree, ...]


@cache
def load_model() -> Model:
    """The model that lies beside this file, read once a process."""
    data = json.loads((Path(__file__).parent / "model.json").read_text(encoding="utf-8"))
    trees = tuple(_frozen(tree) for tree in data.pop("trees"))
    weights = {name: tuple(data[name]) for name in ("own", "context", "above", "inherited")}
    return Model(bias=data["bias"], base=data["base"], trees=trees, **weights)


def _frozen(tree: list[object] | float) -> Tree:
    if not isinstance(tree, list):
        return float(tree)
    place, bound, low, high = tree
    return int(place), float(bound), _frozen(low), _frozen(high)  # type: ignore[call-overload, arg-type]


def name_scorer(model: Model) -> Callable[[Node], float]:
    """A function from a node to what its surroundings and their names say for or against text in it."""
    known: dict[tuple[int, int, int], float] = {}

    def score(node: Node) -> float:
        key = node.context, node.above, node.inherited
        if (found := known.get(key)) is None:
            found = known[key] = (
                _sum_bits(node.context, model.context)
                + _sum_bits(node.above, model.above)
                + _sum_bits(node.inherited, model.inherited)
            )
        return found

    return score


def _sum_bits(bits: int, weights: Sequence[float]) -> float:
    return sum(weight for place, weight in enumerate(weights) if bits >> place & 1)


def first_look(model: Model, own: Sequence[float], hinted: float) -> float:
    """Likelihood that a block is text of the article, by itself."""
    return _logistic(model.bias + hinted + sum(map(float.__mul__, model.own, own)))


def second_look(model: Model, features: Sequence[float]) -> float:
    """Likelihood that a block is text of the article, among the others."""
    score = model.base
    for tree in model.trees:
        while tree.__class__ is tuple:
            tree = tree[2] if features[tree[0]] <= tree[1] else tree[3]
        score += tree  # type: ignore[operator]
    return _logistic(score)


def _logistic(score: float) -> float:
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, score))))
