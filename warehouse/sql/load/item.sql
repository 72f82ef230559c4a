INSERT INTO item (item_id, name, category) SELECT DISTINCT ON (item_id) item_id, name, category FROM incoming_names
ON CONFLICT (item_id) DO UPDATE SET name = excluded.name, category = excluded.category;
