"""Fit one sparse linear model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from parsers.claims.model import Model

LOUD = 2.5
"""How much more a feature whose name begins with "!" may weigh."""
SMALLEST = 0.01
"""Weights nearer to nought than this are left out."""


def fit(
    rows: Sequence[Sequence[str]],
    labels: Sequence[str],
    weights: Sequence[float] | None = None,
    *,
    strength: float = 0.3,
    rare: int = 3,
) -> Model:
    """A logistic regression over named features; those in fewer than `rare` rows are left out.

    `strength` is scikit-learn's C: the smaller, the nearer the weights stay to nought. Labels "yes" and "no" give a
    model with the one output "yes".
    """
    counts = Counter(feature for row in rows for feature in set(row))
    names = sorted(feature for feature, count in counts.items() if count >= rare)
    places = {name: place for place, name in enumerate(names)}
    scale = np.array([LOUD if name.startswith("!") else 1.0 for name in names])
    pointers, indices = [0], []
    for row in rows:
        indices += sorted({places[feature] for feature in row if feature in places})
        pointers.append(len(indices))
    matrix = csr_matrix((scale[indices], indices, pointers), shape=(len(rows), len(names)))
    machine = LogisticRegression(C=strength, max_iter=400, tol=1e-3)
    machine.fit(matrix, np.array(labels), sample_weight=weights)
    outputs = tuple(machine.classes_.tolist())
    table = machine.coef_ * scale
    if len(outputs) == 2:
        sign = 1 if outputs[1] == "yes" else -1
        return _model(("yes",), sign * machine.intercept_, sign * table, names)
    return _model(outputs, machine.intercept_, table, names)


def _model(outputs: tuple[str, ...], bias: np.ndarray, table: np.ndarray, names: list[str]) -> Model:
    rows = {
        name: tuple(round(float(weight), 3) for weight in table[:, place])
        for place, name in enumerate(names)
        if np.abs(table[:, place]).max() >= SMALLEST
    }
    return Model(outputs, tuple(round(float(figure), 4) for figure in bias), rows)
