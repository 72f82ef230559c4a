SELECT m.announcement_id, m.claim_id, m.relation, e.field, e.quote, e.char_start, e.char_end, e.how, e.rule,
    s.source_id, s.url, v.title, v.published_on, v.published_at, v.version_id, v.first_seen_at AS retrieved_at
FROM announcement_claim m
JOIN announcement_version a USING (announcement_id, version_no)
JOIN evidence e USING (claim_id)
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
JOIN article s USING (article_id)
WHERE a.recorded_from <= $moment AND (a.recorded_to IS NULL OR a.recorded_to > $moment)
ORDER BY m.announcement_id, m.claim_id, e.evidence_no;
