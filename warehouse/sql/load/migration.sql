INSERT INTO schema_migration (name, sha256, applied_at) VALUES (?, ?, ?);
