"""The warehouse: the only room with SQL and DuckDB."""

from warehouse.checks import export_hash
from warehouse.connection import BusyError, WarehouseError

__all__ = ["BusyError", "WarehouseError", "export_hash"]
