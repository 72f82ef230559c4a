-- Every table and view with its columns, in order, and what each holds.
WITH relation AS (
    SELECT table_name AS name, 'table' AS kind, comment FROM duckdb_tables() WHERE NOT internal
    UNION ALL
    SELECT view_name, 'view', comment FROM duckdb_views() WHERE NOT internal
)
SELECT r.name, r.kind, r.comment, c.column_name, c.data_type, c.comment
FROM relation r
JOIN duckdb_columns() c ON c.table_name = r.name AND NOT c.internal
ORDER BY r.kind, r.name, c.column_index;
