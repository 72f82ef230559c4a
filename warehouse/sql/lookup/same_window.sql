SELECT 1
FROM load_window
WHERE source_id = ? AND window_key = ? AND run_id = ? AND content_sha256 = ?;
