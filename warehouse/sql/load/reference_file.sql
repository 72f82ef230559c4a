INSERT INTO reference_file (name, sha256, loaded_at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, loaded_at = excluded.loaded_at;
