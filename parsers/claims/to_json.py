"""A claim in the JSON form that `aidwire extract` prints. docs/claims.md tells what each field means."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from parsers.records import Claim


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """Plain dicts, lists, strings and numbers; days as ISO dates, whole numbers without a fraction."""
    data = asdict(claim)
    data["announced_on"] = claim.announced_on.isoformat() if claim.announced_on else None
    data["donors"] = list(claim.donors)
    data["recipients"] = list(claim.recipients)
    data["items"] = [_whole(item) for item in data["items"]]
    data["amounts"] = [_whole(amount) for amount in data["amounts"]]
    data["evidence"] = list(data["evidence"])
    return data


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    return {key: int(value) if isinstance(value, float) and value.is_integer() else value for key, value in row.items()}
