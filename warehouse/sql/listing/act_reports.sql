-- Who reports an announcement, the first report first.
SELECT DISTINCT relation, source_id, published_on, title, url
FROM announcement_evidence
WHERE announcement_id = $id
ORDER BY published_on NULLS LAST, relation <> 'first_report', source_id, url;
