INSERT INTO source (source_id, name, home, country, language, kind, tier, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (source_id) DO UPDATE SET
    name = excluded.name,
    home = excluded.home,
    country = excluded.country,
    language = excluded.language,
    kind = excluded.kind,
    tier = excluded.tier,
    terms = excluded.terms;
