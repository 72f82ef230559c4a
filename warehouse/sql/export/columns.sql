-- What each column of a view holds, for the data dictionary of an export.
SELECT column_name, comment FROM duckdb_columns() WHERE NOT internal AND table_name = ?;
