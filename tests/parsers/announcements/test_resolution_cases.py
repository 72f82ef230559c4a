"""Resolution alone, on small cases given as claims: B-cubed over all of them, and the promises that hold in each."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from parsers.announcements import resolve
from parsers.fingerprint import fingerprint
from parsers.records import Amount, Claim, Item, Resolution, SourcedClaim

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))
FLOOR = 0.95


def sourced(given: dict[str, Any]) -> SourcedClaim:
    moment = datetime.fromisoformat(given["published"]).replace(tzinfo=UTC) if given["published"] else None
    announced = given.get("announced_on")
    claim = Claim(
        donors=tuple(given["donors"]),
        recipients=tuple(given["recipients"]),
        aid_type=given["aid_type"],
        stage=given["stage"],
        novelty=given.get("novelty", "new"),
        announced_on=date.fromisoformat(announced) if announced else None,
        attribution=given.get("attribution", "outlet"),
        official=None,
        items=tuple(Item(**item) for item in given.get("items", ())),
        amounts=tuple(Amount(**amount) for amount in given.get("amounts", ())),
        evidence=(),
        confidence=0.8,
        extractor="given",
    )
    return SourcedClaim(
        claim_id=given["id"],
        claim=claim,
        article_id=given.get("article", given["id"]),
        source=given["source"],
        published_at=moment,
        published_on=moment.date() if moment else None,
        title="",
        fingerprint=fingerprint(given.get("text", "")),
        version_no=given.get("version", 1),
        current=given.get("current", True),
    )


def acts_of(resolution: Resolution) -> dict[str, set[str]]:
    """By claim, the announcements that it belongs to."""
    found: dict[str, set[str]] = {}
    for act in resolution.announcements:
        for match in act.matches:
            found.setdefault(match.claim_id, set()).add(act.announcement_id)
    return found


def b_cubed(case: dict[str, Any]) -> list[float]:
    """For each claim, the F1 of the company it is found in."""
    found = acts_of(resolve([sourced(claim) for claim in case["claims"]]))
    ids = [claim["id"] for claim in case["claims"]]
    scores = []
    for one in ids:
        wanted = {one, *(other for act in case["acts"] if one in act for other in act)}
        company = {one, *(other for other in ids if found.get(one, set()) & found.get(other, set()))}
        scores.append(2 * len(wanted & company) / (len(wanted) + len(company)))
    return scores


def test_there_are_forty_cases_and_more() -> None:
    assert len(CASES) >= 40


def test_claims_are_brought_together_as_a_reader_would() -> None:
    scores = {path.stem: b_cubed(json.loads(path.read_text(encoding="utf-8"))) for path in CASES}
    every = [score for of_case in scores.values() for score in of_case]
    wrong = {name: of_case for name, of_case in scores.items() if min(of_case) < 1}
    assert sum(every) / len(every) >= FLOOR, wrong


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_order_of_claims_does_not_matter(path: Path) -> None:
    claims = [sourced(claim) for claim in json.loads(path.read_text(encoding="utf-8"))["claims"]]
    expected = resolve(claims)
    claims.reverse()
    assert resolve(claims) == expected
    claims = claims[1::2] + claims[::2]
    assert resolve(claims) == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_background_opens_no_announcement(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    resolution = resolve([sourced(claim) for claim in case["claims"]])
    assert sorted(resolution.unattached) == sorted(case.get("unattached", []))
    background = {claim["id"] for claim in case["claims"] if claim.get("novelty") == "background"}
    for act in resolution.announcements:
        assert {match.claim_id for match in act.matches} - background
