-- What counts now: the last version of each article, its last reading, the claims of that, and each act's last version.
CREATE OR REPLACE VIEW article_version_numbered AS
WITH edited AS (SELECT article_id FROM article_version GROUP BY article_id HAVING count(*) > 1)
SELECT *, 1 AS version_no, true AS is_last FROM article_version ANTI JOIN edited USING (article_id)
UNION ALL
SELECT
    *,
    row_number() OVER (PARTITION BY article_id ORDER BY first_seen_at, version_id) AS version_no,
    row_number() OVER (
        PARTITION BY article_id ORDER BY last_seen_at DESC, first_seen_at DESC, version_id DESC
    ) = 1 AS is_last
FROM article_version SEMI JOIN edited USING (article_id);

CREATE OR REPLACE VIEW claim_current AS
SELECT c.*, rc.confidence, r.extractor_id, v.article_id, v.url, v.source_id, v.title, v.published_on, v.published_at
FROM (
    SELECT v.version_id, v.article_id, v.title, v.published_on, v.published_at, a.url, a.source_id
    FROM article_version_numbered v JOIN article a USING (article_id)
    WHERE v.is_last
) AS v
JOIN (
    SELECT version_id, arg_max(reading_id, (read_at, extractor_id)) AS reading_id FROM reading GROUP BY version_id
) AS last_reading USING (version_id)
JOIN reading r USING (reading_id)
JOIN reading_claim rc USING (reading_id)
JOIN claim c USING (claim_id);

CREATE OR REPLACE VIEW announcement_current AS
SELECT * FROM announcement_version WHERE recorded_to IS NULL;

CREATE OR REPLACE VIEW announcement_party_current AS
SELECT
    p.announcement_id,
    p.role,
    p.party_no,
    p.party_id,
    coalesce(n.name, regexp_replace(p.party_id, '^(ORG|REG|GROUP):', '')) AS name,
    n.kind
FROM announcement_party p
SEMI JOIN announcement_current USING (announcement_id, version_no)
LEFT JOIN party n USING (party_id);

CREATE OR REPLACE VIEW announcement_item_current AS
SELECT i.* EXCLUDE (version_no), n.name AS catalogue_name, n.category
FROM announcement_item i
SEMI JOIN announcement_current USING (announcement_id, version_no)
LEFT JOIN item n USING (item_id);

CREATE OR REPLACE VIEW announcement_claim_current AS
SELECT m.* EXCLUDE (version_no)
FROM announcement_claim m SEMI JOIN announcement_current USING (announcement_id, version_no);

CREATE OR REPLACE VIEW status_event_current AS
SELECT e.* EXCLUDE (version_no)
FROM status_event e SEMI JOIN announcement_current USING (announcement_id, version_no);
