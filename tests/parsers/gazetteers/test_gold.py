"""Floors under what the finders miss of the labelled texts, where these lie beside the repository."""

import importlib.util
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from parsers.claims.items import find_items
from parsers.claims.parties import find_parties
from parsers.claims.text import prepare

GOLD = Path(__file__).parents[4] / "shared" / "gold"
pytestmark = pytest.mark.skipif(not (GOLD / "train.jsonl").is_file(), reason=f"no labelled texts at {GOLD}")


@cache
def articles():
    lines = (GOLD / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [(article, prepare(article["text"])) for article in map(json.loads, lines)]


def day(published):
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def same_item():
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score.same_item


def test_the_parties_of_claims_are_among_those_found():
    wanted = found = 0
    for article, text in articles():
        codes = {party.code for party in find_parties(text, day(article["published"]))}
        for claim in article["claims"]:
            named = [code for code in claim["donors"] + claim["recipients"] if not code.startswith(("GROUP:", "ORG:"))]
            wanted += len(named)
            found += sum(code in codes for code in named)
    assert found / wanted >= 0.99


def test_the_items_of_claims_are_among_those_found():
    same = same_item()
    wanted = found = 0
    for article, text in articles():
        names = [item.name for item in find_items(text)]
        for claim in article["claims"]:
            for item in claim["items"]:
                wanted += 1
                found += any(same(item["name"], name) for name in names)
    assert found / wanted >= 0.955
