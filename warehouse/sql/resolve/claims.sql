-- The claims of the neighbourhood with their parts and what resolution needs to know of the text that says them.
WITH text_order AS (
    SELECT
        version_id,
        article_id,
        row_number() OVER (PARTITION BY article_id ORDER BY first_seen_at, version_id) AS version_no,
        row_number() OVER (PARTITION BY article_id ORDER BY last_seen_at DESC, first_seen_at DESC, version_id DESC) = 1 AS is_last
    FROM article_version
    WHERE article_id IN (SELECT v.article_id FROM hood JOIN claim USING (claim_id) JOIN article_version v USING (version_id))
),
last_reading AS (
    SELECT version_id, arg_max(reading_id, (read_at, extractor_id)) AS reading_id
    FROM reading SEMI JOIN text_order USING (version_id)
    GROUP BY version_id
),
party AS (
    SELECT claim_id,
        list(party_id ORDER BY party_no) FILTER (role = 'donor') AS donors,
        list(party_id ORDER BY party_no) FILTER (role = 'recipient') AS recipients
    FROM claim_party SEMI JOIN hood USING (claim_id) GROUP BY claim_id
),
item AS (
    SELECT claim_id,
        list((name, item_id, quantity_min, quantity_max, quantity_kind, unit) ORDER BY item_no) AS items
    FROM claim_item SEMI JOIN hood USING (claim_id) GROUP BY claim_id
),
amount AS (
    SELECT claim_id,
        list((CAST(value AS DOUBLE), currency, CAST(value_min AS DOUBLE), CAST(value_max AS DOUBLE), role) ORDER BY amount_no) AS amounts
    FROM claim_amount SEMI JOIN hood USING (claim_id) GROUP BY claim_id
),
sure AS (
    SELECT claim_id, max(confidence) AS confidence FROM reading_claim SEMI JOIN hood USING (claim_id) GROUP BY claim_id
)
SELECT
    c.claim_id, a.article_id, a.source_id, v.title, v.published_at, v.published_on, v.fingerprint, o.version_no,
    o.is_last AND r.reading_id IN (SELECT rc.reading_id FROM reading_claim rc WHERE rc.claim_id = c.claim_id) AS is_current,
    c.aid_type, c.stage, c.novelty, c.announced_on, c.attribution, c.official_name, c.official_role, s.confidence,
    coalesce(p.donors, []) AS donors, coalesce(p.recipients, []) AS recipients, coalesce(i.items, []) AS items,
    coalesce(m.amounts, []) AS amounts
FROM hood
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
JOIN article a USING (article_id)
JOIN text_order o USING (version_id)
JOIN last_reading r USING (version_id)
LEFT JOIN party p USING (claim_id)
LEFT JOIN item i USING (claim_id)
LEFT JOIN amount m USING (claim_id)
LEFT JOIN sure s USING (claim_id)
ORDER BY c.claim_id;
