INSERT INTO party (party_id, name, kind) SELECT DISTINCT ON (party_id) party_id, name, kind FROM incoming_names
ON CONFLICT (party_id) DO UPDATE SET name = excluded.name, kind = excluded.kind;
