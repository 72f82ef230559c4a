-- Articles that a run met for the first time, found edited, or found gone.
SELECT CASE WHEN v.version_no = 1 THEN 'new' ELSE 'edited' END AS change, a.source_id, a.url, v.title, v.correction_note
FROM article_version_numbered v JOIN article a USING (article_id)
WHERE v.run_id = $run_id
UNION ALL
SELECT 'gone', a.source_id, a.url, v.title, v.correction_note
FROM article a JOIN article_version_numbered v USING (article_id)
WHERE a.gone_run_id = $run_id AND v.is_last
ORDER BY change, source_id, url;
