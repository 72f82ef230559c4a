"""Figures on the labelled texts that lie beside the repository, where they do; they may only rise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.gold.predict import predictions

GOLD = Path(__file__).parents[3] / "shared" / "gold"
FLOORS = {
    "dev": {"headline": 0.69, "relevance": 0.84, "flow": 0.59, "item": 0.59, "amount": 0.72, "quantity": 0.95}
    | {"aid_type": 0.95, "date": 0.95},
    "train": {"headline": 0.74},
}

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the labelled texts are not beside the repository")


def figures(name: str, folder: Path) -> dict[str, Any]:
    predicted = folder / "predicted.jsonl"
    lines = [json.dumps(line) for line in predictions(GOLD / f"{name}.jsonl")]
    predicted.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, GOLD / "score.py", GOLD / f"{name}.jsonl", predicted, "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


@pytest.mark.parametrize("name", FLOORS)
def test_figures_hold(name: str, tmp_path: Path) -> None:
    found = figures(name, tmp_path)
    flat = {key: value.get("f1", value.get("accuracy")) for key, value in found.items() if isinstance(value, dict)}
    flat["headline"] = found["headline"]
    assert flat["grounding"] == 1.0
    assert flat["evidenced"] >= 0.99
    for key, floor in FLOORS[name].items():
        assert flat[key] >= floor, f"{key} fell to {flat[key]}"
