"""A gift to one country out of a sum for several is part of it, and is not added to it."""

from __future__ import annotations

from typing import Any

from test_resolution_cases import sourced

from parsers.announcements import resolve
from parsers.keys import announcement_key


def told(name: str, recipients: list[str], millions: float, **more: Any) -> dict[str, Any]:
    role = more.pop("role", "package")
    return {
        "id": name, "article": "x", "source": "courier", "published": "2026-02-09 09:00", "donors": ["AUS"],
        "recipients": recipients, "aid_type": "humanitarian", "stage": "pledged",
        "amounts": [{"value": millions * 1e6, "currency": "AUD", "role": role}], **more,
    }  # fmt: skip


def linked(*claims: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(link.kind, link.from_id, link.to_id) for link in resolve([sourced(claim) for claim in claims]).links]


def test_the_share_of_one_country_is_part_of_the_whole() -> None:
    whole, share = told("whole", ["TUR", "SYR"], 10), told("share", ["SYR"], 4)
    assert linked(whole, share) == [("part_of", announcement_key("share"), announcement_key("whole"))]


def test_what_is_called_a_part_is_one() -> None:
    whole, part = told("whole", ["TUR"], 10), told("part", ["TUR"], 4, role="part")
    assert linked(whole, part) == [("part_of", announcement_key("part"), announcement_key("whole"))]


def test_a_larger_sum_is_no_part() -> None:
    assert linked(told("whole", ["TUR", "SYR"], 10), told("share", ["SYR"], 14)) == []


def test_another_text_says_nothing_of_the_first() -> None:
    assert linked(told("whole", ["TUR", "SYR"], 10), told("share", ["SYR"], 4, article="y")) == []


def test_another_donor_gives_no_part() -> None:
    assert linked(told("whole", ["TUR", "SYR"], 10), told("share", ["SYR"], 4, donors=["NZL"])) == []
