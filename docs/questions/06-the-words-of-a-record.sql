-- Which words say each field of this record?
SELECT field, quote, char_start, char_end, how, source_id, url
FROM announcement_evidence
WHERE announcement_id = $id
ORDER BY field, source_id, char_start;
