-- Rows of the tables to which rows are only ever added.
SELECT 'article' AS table_name, count(*) AS rows FROM article
UNION ALL SELECT 'article_version', count(*) FROM article_version
UNION ALL SELECT 'reading', count(*) FROM reading
UNION ALL SELECT 'claim', count(*) FROM claim
UNION ALL SELECT 'evidence', count(*) FROM evidence
UNION ALL SELECT 'feed_entry', count(*) FROM feed_entry
UNION ALL SELECT 'http_fetch', count(*) FROM http_fetch
UNION ALL SELECT 'load_window', count(*) FROM load_window
UNION ALL SELECT 'announcement_version', count(*) FROM announcement_version;
