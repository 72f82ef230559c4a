-- The windows of a source that are loaded, by the ledger.
SELECT DISTINCT window_key FROM load_window WHERE source_id = ?;
