-- What became of each address, and how the sources are.
CREATE OR REPLACE VIEW outcome_last AS
SELECT DISTINCT ON (source_id, url) source_id, url, outcome, reason_code, reason_message, raw_sha256, raw_segment, raw_offset, loaded_at, run_id
FROM page_outcome
ORDER BY source_id, url, loaded_at DESC, window_key DESC;

CREATE OR REPLACE VIEW quarantine AS
SELECT source_id, url, reason_code, reason_message, raw_segment, raw_offset, raw_sha256, loaded_at
FROM outcome_last WHERE outcome = 'quarantined'
ORDER BY source_id, url;

CREATE OR REPLACE VIEW skipped AS
SELECT source_id, url, reason_code, reason_message, loaded_at
FROM outcome_last WHERE outcome = 'skipped'
ORDER BY source_id, url;

CREATE OR REPLACE VIEW source_health AS
WITH polls AS (
    SELECT source_id, count(*) AS feeds, max(checked_at) AS last_polled_at, max(failures) AS failures
    FROM feed GROUP BY source_id
),
requests AS (
    SELECT source_id,
        max(requested_at) FILTER (outcome IN ('ok', 'not_modified', 'same_hash')) AS last_answer_at,
        count(*) AS requests,
        count(*) FILTER (outcome NOT IN ('ok', 'not_modified', 'same_hash')) AS failed_requests
    FROM http_fetch GROUP BY source_id
),
stored AS (
    SELECT source_id, count(*) AS articles, max(first_seen_at) AS last_article_at FROM article GROUP BY source_id
),
claimed AS (
    SELECT a.source_id, count(*) AS claims
    FROM claim c JOIN article_version v USING (version_id) JOIN article a USING (article_id)
    GROUP BY a.source_id
)
SELECT
    s.source_id,
    s.name,
    coalesce(p.feeds, 0) AS feeds,
    coalesce(p.failures, 0) AS failures,
    p.last_polled_at,
    r.last_answer_at,
    coalesce(r.requests, 0) AS requests,
    coalesce(r.failed_requests, 0) AS failed_requests,
    coalesce(t.articles, 0) AS articles,
    coalesce(c.claims, 0) AS claims,
    t.last_article_at
FROM source s
LEFT JOIN polls p USING (source_id)
LEFT JOIN requests r USING (source_id)
LEFT JOIN stored t USING (source_id)
LEFT JOIN claimed c USING (source_id)
ORDER BY s.source_id;
