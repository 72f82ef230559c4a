"""HXL: the announcements as a spreadsheet that humanitarian tools read by its row of hashtags (https://hxlstandard.org)."""

from __future__ import annotations

import csv
from importlib.resources import files
from pathlib import Path

from warehouse.export.resources import Resource


def write_hxl(resource: Resource, folder: Path) -> Path:
    """A CSV whose second row holds the hashtags of `hxl_tags.csv`; columns without one are left out."""
    tags = _tags()
    columns = [name for name in resource.table.column_names if name in tags]
    path = folder / f"{resource.name}.hxl.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerow([tags[name] for name in columns])
        writer.writerows(zip(*(resource.table[name].to_pylist() for name in columns), strict=True))
    return path


def _tags() -> dict[str, str]:
    lines = files("warehouse.export").joinpath("hxl_tags.csv").read_text(encoding="utf-8").splitlines()
    return {row["column"]: row["hashtag"] for row in csv.DictReader(line for line in lines if not line.startswith("#"))}
