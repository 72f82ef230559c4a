-- Pages from which a run got no article, and why; and articles in which no claims could be looked for.
SELECT outcome, source_id, url, reason_code, reason_message
FROM page_outcome
WHERE run_id = ? AND (outcome IN ('skipped', 'quarantined') OR (outcome = 'stored' AND reason_code IS NOT NULL))
ORDER BY outcome, source_id, url;
