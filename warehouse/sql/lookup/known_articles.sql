-- Every address at which an article was met, with what a second fetch of it needs.
WITH validator AS (
    SELECT url, arg_max(etag, requested_at) AS etag, arg_max(last_modified, requested_at) AS last_modified
    FROM http_fetch WHERE outcome = 'ok' GROUP BY url
)
SELECT d.url, a.article_id, v.text_sha256, f.etag, f.last_modified, v.last_seen_at, a.gone_at
FROM article a
JOIN article_address d USING (article_id)
JOIN article_version_numbered v USING (article_id)
LEFT JOIN validator f ON f.url = d.url
WHERE a.source_id = ? AND v.is_last
ORDER BY d.url;
