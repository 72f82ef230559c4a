"""What goes with an export: a data dictionary that programs read (Frictionless), and where all of it comes from."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from warehouse.export.resources import Resource

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def describe(files: list[tuple[Resource, Path]], folder: Path, *, made_at: datetime, moment: datetime | None) -> Path:
    """Write `datapackage.json` (https://datapackage.org/standard/data-package/) for the files of an export."""
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "aidwire",
        "title": "Announcements of foreign aid, with the words that say them",
        "created": made_at.isoformat(),
        "as_of": (moment or made_at).isoformat(),
        "resources": [_resource(resource, path) for resource, path in files],
    }
    path = folder / "datapackage.json"
    path.write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path


def tell_provenance(sources: list[tuple[str, str | None, str | None, str | None]], folder: Path) -> Path:
    """Write `PROVENANCE.md`: whose words and whose rates these are, and on what terms."""
    lines = [
        "# Where this comes from",
        "",
        "Dates, parties, things and sums are facts, read by rules from the pages named in `evidence`.",
        "Quotes are the words of their publishers, on the terms below.",
        "Sums in euros and dollars are converted by reference rates of the European Central Bank (`fx_provider`).",
        "",
        "| source | name | home | terms |",
        "|---|---|---|---|",
        *(f"| {' | '.join((cell or '').replace('|', '/') for cell in source)} |" for source in sources),
        "",
    ]
    path = folder / "PROVENANCE.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _resource(resource: Resource, path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "name": resource.name,
        "path": path.name,
        "format": path.suffix.removeprefix("."),
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": resource.table.num_rows,
        "schema": {"fields": [_field(field, resource.meanings) for field in resource.table.schema]},
    }


def _field(field: pa.Field, meanings: dict[str, str]) -> dict[str, str]:
    return {"name": field.name, "type": _type(field.type), "description": meanings.get(field.name, "")}


def _type(type_: pa.DataType) -> str:
    kinds = (
        (pa.types.is_boolean, "boolean"),
        (pa.types.is_integer, "integer"),
        (pa.types.is_date, "date"),
        (pa.types.is_timestamp, "datetime"),
        (pa.types.is_floating, "number"),
        (pa.types.is_decimal, "number"),
    )
    return next((name for is_kind, name in kinds if is_kind(type_)), "string")
