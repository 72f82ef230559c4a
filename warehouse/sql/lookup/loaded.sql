SELECT articles_changed, new_versions, new_claims
FROM load_window
WHERE source_id = ? AND window_key = ? AND run_id = ?;
