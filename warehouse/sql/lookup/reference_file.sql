SELECT 1 FROM reference_file WHERE name = ? AND sha256 = ?;
