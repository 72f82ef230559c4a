"""The columns of the staged tables, in the order in which `warehouse.staging` gives them."""

from __future__ import annotations

import pyarrow as pa

_TEXT = pa.string()
_WHEN = pa.timestamp("us", "UTC")
_DAY = pa.date32()
_COUNT = pa.int32()
_BIG = pa.int64()
_REAL = pa.float64()
_FLAG = pa.bool_()

_RAW: list[tuple[str, pa.DataType]] = [("raw_sha256", _TEXT), ("raw_segment", _TEXT), ("raw_offset", _BIG)]
_CLAIM = [("claim_id", _TEXT)]

SCHEMAS: dict[str, pa.Schema] = {
    "fetch": pa.schema([
        ("fetch_id", _TEXT), ("run_id", _TEXT), ("source_id", _TEXT), ("url", _TEXT), ("final_url", _TEXT),
        ("requested_at", _WHEN), ("outcome", _TEXT), ("status", _COUNT), ("error", _TEXT), ("content_type", _TEXT),
        ("body_bytes", _BIG), ("duration_ms", _COUNT), ("etag", _TEXT), ("last_modified", _TEXT), *_RAW,
    ]),
    "feed": pa.schema([
        ("feed_url", _TEXT), ("source_id", _TEXT), ("etag", _TEXT), ("last_modified", _TEXT), ("body_sha256", _TEXT),
        ("checked_at", _WHEN), ("changed_at", _WHEN), ("next_poll_at", _WHEN), ("poll_minutes", _COUNT),
        ("failures", _COUNT), ("moved_to", _TEXT), ("moved_seen", _COUNT), ("entries_seen", _COUNT),
    ]),
    "entry": pa.schema([
        ("entry_id", _TEXT), ("feed_url", _TEXT), ("url", _TEXT), ("guid", _TEXT), ("title", _TEXT),
        ("summary", _TEXT), ("published_on", _DAY), ("published_at", _WHEN), ("published_raw", _TEXT),
        ("updated_at", _WHEN), ("language", _TEXT), ("first_seen_at", _WHEN),
    ]),
    "outcome": pa.schema([
        ("source_id", _TEXT), ("window_key", _TEXT), ("url", _TEXT), ("run_id", _TEXT), ("outcome", _TEXT),
        ("reason_code", _TEXT), ("reason_message", _TEXT), ("version_id", _TEXT), *_RAW, ("loaded_at", _WHEN),
    ]),
    "article": pa.schema([("article_id", _TEXT), ("source_id", _TEXT), ("url", _TEXT), ("seen_at", _WHEN)]),
    "address": pa.schema([("url", _TEXT), ("article_id", _TEXT)]),
    "version": pa.schema([
        ("version_id", _TEXT), ("article_id", _TEXT), ("title", _TEXT), ("reading_text", _TEXT),
        ("text_sha256", _TEXT), ("text_length", _COUNT), ("byline", _TEXT), ("section", _TEXT), ("language", _TEXT),
        ("published_on", _DAY), ("published_at", _WHEN), ("published_date_basis", _TEXT), ("modified_at", _WHEN),
        ("publisher", _TEXT), ("tags", pa.list_(_TEXT)), ("paywalled", _FLAG), ("correction_note", _TEXT),
        ("body_basis", _TEXT), ("method", _TEXT), ("fingerprint", pa.list_(_BIG)), *_RAW, ("seen_at", _WHEN),
        ("run_id", _TEXT),
    ]),
    "reading": pa.schema([
        ("reading_id", _TEXT), ("version_id", _TEXT), ("extractor_id", _TEXT), ("issue_code", _TEXT),
        ("issue_message", _TEXT), ("claims", _COUNT), ("read_at", _WHEN), ("run_id", _TEXT),
    ]),
    "reading_claim": pa.schema([("reading_id", _TEXT), *_CLAIM, ("confidence", _REAL)]),
    "claim": pa.schema([
        *_CLAIM, ("version_id", _TEXT), ("aid_type", _TEXT), ("stage", _TEXT), ("novelty", _TEXT),
        ("announced_on", _DAY), ("attribution", _TEXT), ("official_name", _TEXT), ("official_role", _TEXT),
    ]),
    "party": pa.schema([*_CLAIM, ("role", _TEXT), ("party_no", _COUNT), ("party_id", _TEXT)]),
    "item": pa.schema([
        *_CLAIM, ("item_no", _COUNT), ("item_id", _TEXT), ("name", _TEXT), ("quantity_min", _REAL),
        ("quantity_max", _REAL), ("quantity_kind", _TEXT), ("unit", _TEXT),
    ]),
    "amount": pa.schema([
        *_CLAIM, ("amount_no", _COUNT), ("value", _REAL), ("value_min", _REAL), ("value_max", _REAL),
        ("currency", _TEXT), ("role", _TEXT),
    ]),
    "evidence": pa.schema([
        *_CLAIM, ("evidence_no", _COUNT), ("field", _TEXT), ("char_start", _COUNT), ("char_end", _COUNT),
        ("quote", _TEXT), ("how", _TEXT), ("rule", _TEXT),
    ]),
    "gone": pa.schema([("url", _TEXT)]),
}  # fmt: skip

KEY_WIDTHS = {
    "fetch": 1, "entry": 1, "address": 2, "version": 1, "reading": 1, "reading_claim": 2, "claim": 1, "party": 3,
    "item": 2, "amount": 2, "evidence": 2, "outcome": 3,
}  # fmt: skip
"""How many of its first columns are the key of a staged table; of the others, the loading statements make one."""
