"""Claims of labelled texts, in the form that `score.py` reads.

python -m tests.gold.predict ../shared/gold/dev.jsonl > predicted.jsonl
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parsers.claims import extract_claims
from parsers.claims.to_json import claim_as_json
from parsers.records import Article
from tests.training.gold import published_on


def article_of(row: dict[str, Any]) -> Article:
    """A labelled text as an article: its first line is the title already, so that offsets count from its own start."""
    return Article(
        url=row.get("url"),
        title="",
        text=row["text"],
        publisher=row.get("publisher"),
        published_on=published_on(row.get("published")),
    )


def predictions(gold: Path) -> Iterator[dict[str, Any]]:
    """One {"id", "claims"} for each line of a file of labelled texts."""
    with gold.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield {"id": row["id"], "claims": [claim_as_json(claim) for claim in extract_claims(article_of(row))]}


if __name__ == "__main__":
    for prediction in predictions(Path(sys.argv[1])):
        print(json.dumps(prediction))  # noqa: T201
