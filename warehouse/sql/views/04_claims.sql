-- Claims and articles in words.
CREATE OR REPLACE VIEW claims AS
WITH party_names AS (
    SELECT claim_id, role,
        string_agg(coalesce(n.name, regexp_replace(p.party_id, '^(ORG|REG|GROUP):', '')), ', ' ORDER BY party_no) AS names
    FROM claim_party p LEFT JOIN party n USING (party_id)
    GROUP BY claim_id, role
),
thing AS (
    SELECT claim_id, string_agg(item_words(name, quantity_min, quantity_max, quantity_kind), ', ' ORDER BY item_no) AS names
    FROM claim_item GROUP BY claim_id
),
money AS (
    SELECT claim_id, string_agg(amount_words(value, value_min, value_max, currency), ', ' ORDER BY amount_no) AS sums
    FROM claim_amount GROUP BY claim_id
)
SELECT
    c.published_on,
    c.source_id,
    donor.names AS donors,
    recipient.names AS recipients,
    thing.names AS what,
    money.sums AS sum,
    c.aid_type,
    c.stage,
    c.novelty,
    c.announced_on,
    c.attribution,
    c.official_name,
    c.official_role,
    c.confidence,
    c.title,
    c.url AS link,
    m.announcement_id,
    m.relation,
    c.claim_id AS id
FROM claim_current c
LEFT JOIN party_names donor ON donor.claim_id = c.claim_id AND donor.role = 'donor'
LEFT JOIN party_names recipient ON recipient.claim_id = c.claim_id AND recipient.role = 'recipient'
LEFT JOIN thing ON thing.claim_id = c.claim_id
LEFT JOIN money ON money.claim_id = c.claim_id
LEFT JOIN announcement_claim_current m ON m.claim_id = c.claim_id
ORDER BY c.published_on DESC, c.claim_id;

CREATE OR REPLACE VIEW articles AS
SELECT
    v.published_on,
    a.source_id,
    v.title,
    a.url AS link,
    v.language,
    v.version_no AS versions,
    (SELECT count(*) FROM claim_current c WHERE c.article_id = a.article_id) AS claims,
    v.correction_note,
    a.first_seen_at,
    a.gone_at,
    a.article_id AS id
FROM article a
JOIN (
    SELECT * REPLACE (max(version_no) OVER (PARTITION BY article_id) AS version_no) FROM article_version_numbered
    QUALIFY is_last
) AS v USING (article_id)
ORDER BY v.published_on DESC, a.article_id;
