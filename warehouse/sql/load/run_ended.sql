UPDATE run SET ended_at = ?, state = ? WHERE run_id = ?;
