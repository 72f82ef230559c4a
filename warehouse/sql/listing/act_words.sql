-- The words behind each field of an announcement, by report and field.
SELECT source_id, field, quote, char_start, char_end, how, url
FROM announcement_evidence
WHERE announcement_id = $id
ORDER BY published_at NULLS LAST, source_id, url, claim_id, char_start NULLS LAST, field;
