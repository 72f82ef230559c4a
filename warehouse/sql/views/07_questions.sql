-- Views for the questions that analysts ask (docs/questions).
CREATE OR REPLACE VIEW pledged_against_delivered AS
SELECT
    p.party_id AS donor,
    p.name AS donor_name,
    coalesce(i.item_id, i.name) AS item,
    any_value(coalesce(i.catalogue_name, i.name)) AS item_name,
    count(*) AS batches,
    count(*) FILTER (i.quantity_min IS NULL AND i.quantity_max IS NULL) AS batches_without_number,
    sum(coalesce(i.quantity_min, 0)) AS at_least,
    CASE WHEN bool_or(i.quantity_max IS NULL) THEN NULL ELSE sum(i.quantity_max) END AS at_most,
    coalesce(sum(i.quantity_min) FILTER (a.stage = 'delivered'), 0) AS delivered_at_least,
    count(*) FILTER (a.stage = 'delivered') AS batches_delivered
FROM announcement_current a
JOIN announcement_item_current i USING (announcement_id)
JOIN announcement_party_current p ON p.announcement_id = a.announcement_id AND p.role = 'donor'
WHERE a.counts_in_totals
GROUP BY ALL;

CREATE OR REPLACE VIEW delivery_lag AS
SELECT
    a.announcement_id,
    p.party_id AS donor,
    a.aid_type,
    coalesce(i.category, 'uncategorised') AS category,
    coalesce(a.announced_on, a.first_reported_on) AS announced_on,
    e.on_date AS delivered_on,
    date_diff('day', coalesce(a.announced_on, a.first_reported_on), e.on_date) AS days
FROM announcement_current a
JOIN status_event_current e ON e.announcement_id = a.announcement_id AND e.stage = 'delivered'
JOIN announcement_party_current p ON p.announcement_id = a.announcement_id AND p.role = 'donor'
LEFT JOIN (SELECT DISTINCT announcement_id, category FROM announcement_item_current) i ON i.announcement_id = a.announcement_id
WHERE EXISTS (
    FROM status_event_current earlier
    WHERE earlier.announcement_id = a.announcement_id AND earlier.stage IN ('pledged', 'committed')
);

CREATE OR REPLACE VIEW withheld_quantities AS
SELECT
    p.party_id AS donor,
    p.name AS donor_name,
    count(*) AS items,
    count(*) FILTER (i.quantity_kind = 'withheld') AS withheld,
    count(*) FILTER (i.quantity_kind = 'not_stated') AS not_stated,
    count(*) FILTER (i.quantity_kind = 'vague') AS vague
FROM announcement_item_current i
JOIN announcement_party_current p ON p.announcement_id = i.announcement_id AND p.role = 'donor'
GROUP BY ALL;

CREATE OR REPLACE VIEW announcement_report AS
SELECT
    m.announcement_id,
    m.claim_id,
    m.relation,
    m.in_force,
    m.score,
    m.features,
    m.decided_by,
    c.stage,
    c.attribution,
    c.official_name,
    v.version_id,
    v.article_id,
    v.title,
    v.published_on,
    v.published_at,
    v.run_id,
    a.url,
    a.gone_at,
    a.source_id,
    s.kind AS source_kind
FROM announcement_claim_current m
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
JOIN article a USING (article_id)
LEFT JOIN source s USING (source_id);

CREATE OR REPLACE VIEW disagreements AS
WITH told_twice AS (
    SELECT m.announcement_id, m.claim_id, c.stage, a.source_id
    FROM announcement_claim_current m
    SEMI JOIN (FROM announcement_current WHERE reports > 1) USING (announcement_id)
    JOIN claim c USING (claim_id)
    JOIN article_version v USING (version_id)
    JOIN article a USING (article_id)
    WHERE m.in_force AND m.relation <> 'background'
),
said AS (
    SELECT announcement_id, 'stage' AS what, stage AS said, source_id FROM told_twice
    UNION ALL
    SELECT t.announcement_id, 'quantity of ' || lower(i.name), quantity_words(i.quantity_min, i.quantity_max, i.quantity_kind), t.source_id
    FROM told_twice t JOIN claim_item i USING (claim_id)
    WHERE i.quantity_min IS NOT NULL OR i.quantity_max IS NOT NULL
    UNION ALL
    SELECT t.announcement_id, 'sum in ' || m.currency, amount_words(m.value, m.value_min, m.value_max, m.currency), t.source_id
    FROM told_twice t JOIN claim_amount m USING (claim_id)
    WHERE m.role = 'package'
)
SELECT
    announcement_id,
    what,
    list(DISTINCT said ORDER BY said) AS versions,
    list(DISTINCT source_id ORDER BY source_id) AS sources
FROM said
GROUP BY announcement_id, what
HAVING count(DISTINCT said) > 1;

CREATE OR REPLACE VIEW unconfirmed AS
SELECT
    m.announcement_id,
    list_filter([
        CASE WHEN bool_or(c.attribution = 'anonymous_official') THEN 'anonymous_official' END,
        CASE WHEN bool_or(c.attribution = 'outlet') THEN 'outlet' END,
        CASE WHEN bool_or(c.attribution = 'recipient_official') THEN 'recipient_official' END,
        CASE WHEN bool_or(c.attribution = 'third_party_official') THEN 'third_party_official' END
    ], lambda word: word IS NOT NULL) AS on_whose_word,
    count(*) AS claims
FROM announcement_claim_current m
JOIN claim c USING (claim_id)
WHERE m.in_force
GROUP BY m.announcement_id
HAVING NOT bool_or(c.attribution IN ('donor_official', 'document'));

CREATE OR REPLACE VIEW edited_after_reading AS
WITH edited AS (SELECT article_id FROM article_version GROUP BY article_id HAVING count(*) > 1),
numbered AS (
    SELECT
        version_id, article_id, first_seen_at, correction_note,
        row_number() OVER (PARTITION BY article_id ORDER BY first_seen_at, version_id) AS version_no
    FROM article_version SEMI JOIN edited USING (article_id)
)
SELECT DISTINCT m.announcement_id, a.url, later.version_no, later.first_seen_at AS edited_at, later.correction_note
FROM numbered mine
JOIN numbered later ON later.article_id = mine.article_id AND later.version_no > mine.version_no
JOIN article a ON a.article_id = mine.article_id
JOIN claim c ON c.version_id = mine.version_id
JOIN announcement_claim_current m ON m.claim_id = c.claim_id;

CREATE OR REPLACE VIEW first_reports AS
SELECT
    announcement_id,
    arg_min(source_id, (published_at, source_id)) AS first_source,
    min(published_at) AS first_at,
    min(published_at) FILTER (source_kind IN ('defence_ministry', 'foreign_ministry', 'aid_agency', 'government', 'igo')) AS first_official_at
FROM announcement_report
WHERE relation <> 'background'
GROUP BY announcement_id;

CREATE OR REPLACE VIEW ungrounded_fields AS
WITH doubtful AS (SELECT claim_id FROM reading_claim WHERE confidence < 0.5),
suspect AS (
    SELECT claim_id, field FROM evidence WHERE how = 'inferred'
    UNION
    SELECT claim_id, field FROM evidence SEMI JOIN doubtful USING (claim_id)
),
sure AS (
    SELECT claim_id, max(confidence) AS confidence FROM reading_claim SEMI JOIN suspect USING (claim_id) GROUP BY claim_id
)
SELECT m.announcement_id, s.claim_id, s.field, sure.confidence, a.url
FROM suspect s
JOIN sure USING (claim_id)
JOIN announcement_claim_current m USING (claim_id)
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
JOIN article a USING (article_id)
WHERE m.in_force;

CREATE OR REPLACE VIEW run_changes AS
SELECT v.run_id, r.trigger_kind, v.change_reason, v.recorded_from, v.announcement_id, v.version_no, v.stage, before.stage AS stage_before
FROM announcement_version v
LEFT JOIN run r USING (run_id)
LEFT JOIN announcement_version before ON before.announcement_id = v.announcement_id AND before.version_no = v.version_no - 1;
