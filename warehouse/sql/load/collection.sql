-- Feeds, fetches, entries, articles and versions of the registered batch. What is there already stays as it is.
INSERT OR IGNORE INTO run (run_id, started_at) SELECT getvariable('run_id'), getvariable('loaded_at');
INSERT OR IGNORE INTO source (source_id) SELECT getvariable('source_id');

INSERT INTO http_fetch BY NAME
SELECT * FROM incoming_fetch ANTI JOIN http_fetch USING (fetch_id);

-- A feed's state never goes back: of two polls the later one counts, whichever was loaded first.
INSERT INTO feed BY NAME
SELECT DISTINCT ON (feed_url) * FROM incoming_feed ORDER BY feed_url, checked_at DESC
ON CONFLICT (feed_url) DO UPDATE SET
    source_id = excluded.source_id,
    etag = excluded.etag,
    last_modified = excluded.last_modified,
    body_sha256 = excluded.body_sha256,
    checked_at = excluded.checked_at,
    changed_at = excluded.changed_at,
    next_poll_at = excluded.next_poll_at,
    poll_minutes = excluded.poll_minutes,
    failures = excluded.failures,
    moved_to = excluded.moved_to,
    moved_seen = excluded.moved_seen,
    entries_seen = excluded.entries_seen
WHERE excluded.checked_at >= coalesce(checked_at, excluded.checked_at);

INSERT INTO feed_entry BY NAME
SELECT * FROM incoming_entry ANTI JOIN feed_entry USING (entry_id);

-- The same address met through two sources belongs to the first of them by name, in whatever order they came.
UPDATE article SET source_id = met.source_id
FROM (SELECT article_id, min(source_id) AS source_id FROM incoming_article GROUP BY article_id) AS met
WHERE article.article_id = met.article_id AND met.source_id < article.source_id;

UPDATE article SET first_seen_at = met.seen_at
FROM (SELECT article_id, min(seen_at) AS seen_at FROM incoming_article GROUP BY article_id) AS met
WHERE article.article_id = met.article_id AND met.seen_at < article.first_seen_at;

-- A page that answers again is no longer gone.
UPDATE article SET gone_at = NULL, gone_run_id = NULL
FROM (SELECT article_id, max(seen_at) AS seen_at FROM incoming_article GROUP BY article_id) AS met
WHERE article.article_id = met.article_id AND article.gone_at <= met.seen_at;

INSERT INTO article (article_id, source_id, url, first_seen_at)
SELECT article_id, min(source_id), min(url), min(seen_at)
FROM incoming_article ANTI JOIN article USING (article_id)
GROUP BY article_id;

INSERT INTO article_address BY NAME
SELECT url, article_id FROM incoming_address ANTI JOIN article_address USING (url, article_id);

UPDATE article SET gone_at = getvariable('loaded_at'), gone_run_id = getvariable('run_id')
WHERE gone_at IS NULL
  AND article_id IN (SELECT article_id FROM article_address SEMI JOIN incoming_gone USING (url))
  AND NOT EXISTS (FROM article_version v WHERE v.article_id = article.article_id AND v.last_seen_at > getvariable('loaded_at'));

CREATE OR REPLACE TEMP TABLE fresh_version AS
SELECT version_id, article_id FROM incoming_version ANTI JOIN article_version USING (version_id);

UPDATE article_version SET
    first_seen_at = least(article_version.first_seen_at, met.seen_at),
    last_seen_at = greatest(article_version.last_seen_at, met.seen_at),
    reading_text = coalesce(article_version.reading_text, met.reading_text),
    fingerprint = CASE WHEN len(article_version.fingerprint) > 0 THEN article_version.fingerprint ELSE met.fingerprint END
FROM incoming_version AS met
WHERE article_version.version_id = met.version_id
  AND (met.seen_at < article_version.first_seen_at OR met.seen_at > article_version.last_seen_at
       OR (article_version.reading_text IS NULL AND met.reading_text IS NOT NULL));

INSERT INTO article_version BY NAME
SELECT * EXCLUDE (seen_at), seen_at AS first_seen_at, seen_at AS last_seen_at
FROM incoming_version ANTI JOIN article_version USING (version_id);

INSERT INTO page_outcome BY NAME
SELECT * FROM incoming_outcome ANTI JOIN page_outcome USING (source_id, window_key, url, run_id);
