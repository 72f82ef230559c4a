"""A resolution as Arrow tables, one for each table that `sql/resolve/write.sql` fills."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import pyarrow as pa

from parsers.records import Announcement, Resolution
from warehouse.arrow import Row, table

_TEXT, _DAY, _COUNT, _REAL, _FLAG = pa.string(), pa.date32(), pa.int32(), pa.float64(), pa.bool_()
_OF: list[tuple[str, pa.DataType]] = [("announcement_id", _TEXT)]

SCHEMAS: dict[str, pa.Schema] = {
    "announcement": pa.schema([
        *_OF, ("content_sha256", _TEXT), ("aid_type", _TEXT), ("stage", _TEXT), ("announced_on", _DAY),
        ("first_reported_on", _DAY), ("independent_sources", _COUNT), ("counts_in_totals", _FLAG),
        ("confidence", _REAL),
    ]),
    "party": pa.schema([*_OF, ("role", _TEXT), ("party_no", _COUNT), ("party_id", _TEXT)]),
    "item": pa.schema([
        *_OF, ("item_no", _COUNT), ("item_id", _TEXT), ("name", _TEXT), ("quantity_min", _REAL),
        ("quantity_max", _REAL), ("quantity_kind", _TEXT), ("unit", _TEXT),
    ]),
    "amount": pa.schema([
        *_OF, ("amount_no", _COUNT), ("value", _REAL), ("value_min", _REAL), ("value_max", _REAL),
        ("currency", _TEXT), ("role", _TEXT),
    ]),
    "match": pa.schema([
        *_OF, ("claim_id", _TEXT), ("relation", _TEXT), ("score", _REAL), ("features", pa.map_(_TEXT, _REAL)),
        ("decided_by", _TEXT), ("in_force", _FLAG),
    ]),
    "event": pa.schema([*_OF, ("event_no", _COUNT), ("stage", _TEXT), ("on_date", _DAY), ("claim_id", _TEXT)]),
    "alias": pa.schema([("alias_id", _TEXT), *_OF]),
    "link": pa.schema([("from_id", _TEXT), ("to_id", _TEXT), ("kind", _TEXT), ("claim_id", _TEXT)]),
}  # fmt: skip


def tables(resolution: Resolution) -> dict[str, pa.Table]:
    """The tables of `resolution`, by name."""
    rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
    for act in resolution.announcements:
        for name, row in _rows(act):
            rows[name].append((act.announcement_id, *row))
        rows["alias"].extend((alias, act.announcement_id) for alias in act.aliases)
    rows["link"] = [(link.from_id, link.to_id, link.kind, link.claim_id) for link in resolution.links]
    return {name: table(SCHEMAS[name], of_name) for name, of_name in rows.items()}


def content_sha256(act: Announcement) -> str:
    """The hash of all that an announcement says: two versions with the same hash are one."""
    return hashlib.sha256(json.dumps(asdict(act), sort_keys=True, default=str).encode()).hexdigest()


def _rows(act: Announcement) -> Iterable[tuple[str, tuple[Any, ...]]]:
    """Pairs of table and row, the row without its announcement's id."""
    yield "announcement", (
        content_sha256(act), act.aid_type, act.stage, act.announced_on, act.first_reported_on, act.independent_sources,
        act.counts_in_totals, act.confidence,
    )  # fmt: skip
    for role, parties in (("donor", act.donors), ("recipient", act.recipients)):
        yield from (("party", (role, number, party)) for number, party in enumerate(parties))
    for number, item in enumerate(act.items):
        quantity = (item.quantity_min, item.quantity_max, item.quantity_kind, item.unit)
        yield "item", (number, item.item_id, item.name, *quantity)
    for number, amount in enumerate(act.amounts):
        yield "amount", (number, amount.value, amount.value_min, amount.value_max, amount.currency, amount.role)
    for match in act.matches:
        why = (match.score, list(match.features), match.decided_by)
        yield "match", (match.claim_id, match.relation, *why, match.in_force)
    for number, event in enumerate(act.events):
        yield "event", (number, event.stage, event.on, event.claim_id)
