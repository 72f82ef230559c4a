INSERT INTO run (run_id, flow, trigger_kind, code_version, started_at, state) VALUES (?, ?, ?, ?, ?, 'running')
ON CONFLICT (run_id) DO NOTHING;
