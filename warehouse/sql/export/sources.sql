SELECT source_id, name, home, terms FROM source ORDER BY source_id;
