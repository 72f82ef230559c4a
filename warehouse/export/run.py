"""One export from beginning to end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.connection import WarehouseError, make_folder, reading
from warehouse.export.atom import write_atom
from warehouse.export.formats import Writer, write_csv, write_json, write_parquet
from warehouse.export.hxl import write_hxl
from warehouse.export.package import describe, tell_provenance
from warehouse.export.resources import RESOURCES, read_resources
from warehouse.statements import statement


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is written, and which tables it holds."""

    write: Writer
    resources: tuple[str, ...]


FORMATS = {
    "csv": Format(write_csv, tuple(RESOURCES)),
    "parquet": Format(write_parquet, tuple(RESOURCES)),
    "json": Format(write_json, tuple(RESOURCES)),
    "hxl": Format(write_hxl, ("announcements",)),
    "atom": Format(write_atom, ("announcements",)),
}


def export(
    snapshot: Path, folder: Path, format_name: str, *, made_at: datetime, moment: datetime | None = None
) -> tuple[Path, ...]:
    """Write the snapshot, as believed at `moment` or now, into `folder`; return the files, the data first.

    With it go `datapackage.json` and `PROVENANCE.md`. Raises `WarehouseError` for an unknown format, a missing
    snapshot or a folder that cannot be written to.
    """
    if format_name not in FORMATS:
        raise WarehouseError(f"There is no format {format_name!r}; there are {', '.join(FORMATS)}.")
    chosen = FORMATS[format_name]
    make_folder(folder)
    with reading(snapshot) as connection:
        resources = [resource for resource in read_resources(connection, moment) if resource.name in chosen.resources]
        sources = connection.execute(statement("export/sources")).fetchall()
    try:
        files = [(resource, chosen.write(resource, folder)) for resource in resources]
        about = describe(files, folder, made_at=made_at, moment=moment), tell_provenance(sources, folder)
    except OSError as error:
        raise WarehouseError(f"{folder} cannot be written to: {error.strerror or error}.") from error
    return *(path for _, path in files), *about
