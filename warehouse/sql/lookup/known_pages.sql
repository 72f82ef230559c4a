-- One row for each address that a feed of $source listed since $since: its latest entry and how fetching it went.
WITH entry AS (
    SELECT DISTINCT ON (url) feed_entry.*
    FROM feed_entry
    JOIN feed USING (feed_url)
    WHERE feed.source_id = $source AND first_seen_at >= $since
    ORDER BY url, first_seen_at DESC, entry_id
),

visit AS (
    SELECT
        url,
        count(*) AS visits,
        min(requested_at) AS first_fetched_at,
        max(requested_at) AS fetched_at,
        arg_max(outcome, requested_at) AS outcome,
        arg_max_null(status, requested_at) AS status,
        arg_max_null(etag, requested_at) FILTER (WHERE outcome = 'ok') AS etag,
        arg_max_null(last_modified, requested_at) FILTER (WHERE outcome = 'ok') AS last_modified
    FROM http_fetch
    SEMI JOIN entry USING (url)
    GROUP BY url
),

page AS (
    SELECT article_address.url, bool_and(article.gone_at IS NOT NULL) AS gone
    FROM article_address
    JOIN article USING (article_id)
    GROUP BY article_address.url
)

SELECT
    entry.url, entry.guid, entry.title, entry.summary, entry.published_on, entry.published_at, entry.published_raw,
    entry.updated_at, entry.language,
    coalesce(visit.visits, 0), visit.first_fetched_at, visit.fetched_at, visit.outcome, visit.status, visit.etag,
    visit.last_modified,
    page.url IS NOT NULL AS read_before,
    coalesce(page.gone, false) AS gone
FROM entry
LEFT JOIN visit USING (url)
LEFT JOIN page USING (url)
ORDER BY entry.url;
