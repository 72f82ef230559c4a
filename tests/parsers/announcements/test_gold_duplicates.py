"""Reports of the same act in 156 real feed items are brought together, by the extractor and resolution as they are."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from parsers.announcements import announcements_of_texts
from parsers.claims import read
from parsers.records import Article

GOLD = Path(__file__).parents[4] / "shared" / "gold"
FLOORS = {"pairs": 0.74, "b-cubed": 0.78}
"""A little under what was reached on 22 November 2026 (0.756 and 0.798); the aim is 0.85 of both.

What is missed is mostly a claim that the extractor did not find: weights that read the wider world better found fewer
here than those of the same morning (0.795 and 0.822).
"""


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared is not here")
def test_reports_of_one_act_are_brought_together(tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (GOLD / "duplicates.jsonl").read_text(encoding="utf-8").splitlines()]
    articles = [(row["id"], article(row)) for row in rows]
    found = announcements_of_texts((name, text, read(text).claims) for name, text in articles)
    predicted = tmp_path / "predicted.jsonl"
    lines = [json.dumps({"id": name, "announcements": list(ids)}) for name, ids in found.items()]
    predicted.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score_duplicates.py"), str(GOLD / "duplicates.jsonl"), str(predicted)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    scores = {line.split()[0]: float(line.split("f1=")[1].split()[0]) for line in printed.splitlines()}
    assert all(scores[name] >= floor for name, floor in FLOORS.items()), printed


def article(row: dict[str, str]) -> Article:
    moment = datetime.fromisoformat(row["published"])
    return Article(
        url=row["url"], title="", text=row["text"], language="en", published_on=moment.date(), published_at=moment,
        published_date_basis="feed", publisher=row["publisher"],
    )  # fmt: skip
