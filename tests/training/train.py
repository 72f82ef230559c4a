"""Fit all models on labelled texts and write their weights.

    python -m tests.training.train ../shared/gold/train.jsonl [MORE.jsonl ...]

The texts do not enter the repository: the weights hold words and pairs of words that stand in several texts, each with
a number. Fitting is deterministic, so the same texts give the same files.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from parsers.claims.decide import Models
from parsers.claims.model import Model
from tests.training.crossvalidate import fit_keep, fit_readers, hold_out
from tests.training.examples import examples_of
from tests.training.gold import cases_of, read_rows

WEIGHTS = Path(__file__).parents[2] / "parsers" / "claims" / "weights"


def train(paths: list[Path]) -> Models:
    """Readers from all texts; `keep` from drafts that each were made by readers which had not seen the text."""
    cases = cases_of([row for path in paths for row in read_rows(path)])
    drafts, _ = hold_out(cases)
    return fit_readers([examples_of(case) for case in cases])._replace(keep=fit_keep(cases, drafts))


def write(name: str, model: Model) -> None:
    """One feature a line, in the order of the alphabet, so that a change reads as a change."""
    rows = ",\n".join(
        f"{json.dumps(feature)}:{json.dumps(row, separators=(',', ':'))}"
        for feature, row in sorted(model.weights.items())
    )
    head = f'"outputs":{json.dumps(model.outputs)},\n"bias":{json.dumps(model.bias)}'
    (WEIGHTS / f"{name}.json").write_text(f'{{{head},\n"weights":{{\n{rows}\n}}}}\n', encoding="utf-8")


if __name__ == "__main__":
    for name, model in train([Path(argument) for argument in sys.argv[1:]])._asdict().items():
        write(name, model)
