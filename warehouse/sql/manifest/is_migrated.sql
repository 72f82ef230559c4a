SELECT count(*) FROM duckdb_tables() WHERE table_name = 'announcement_version' AND NOT internal;
