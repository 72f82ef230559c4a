-- The table that a journalist reads: one row an act, in words, with the sentence that says it and where it stands.
CREATE OR REPLACE VIEW announcement_evidence AS
SELECT
    m.announcement_id,
    m.claim_id,
    m.relation,
    e.field,
    e.quote,
    e.char_start,
    e.char_end,
    e.how,
    e.rule,
    a.source_id,
    a.url,
    v.title,
    v.published_on,
    v.published_at,
    v.version_id,
    v.first_seen_at AS retrieved_at
FROM announcement_claim_current m
JOIN evidence e USING (claim_id)
JOIN claim c USING (claim_id)
JOIN article_version v USING (version_id)
JOIN article a USING (article_id);

CREATE OR REPLACE VIEW announcements AS
WITH donor AS (
    SELECT announcement_id, string_agg(name, ', ' ORDER BY party_no) AS names, list(party_id ORDER BY party_no) AS codes
    FROM announcement_party_current WHERE role = 'donor' GROUP BY announcement_id
),
recipient AS (
    SELECT announcement_id, string_agg(name, ', ' ORDER BY party_no) AS names, list(party_id ORDER BY party_no) AS codes
    FROM announcement_party_current WHERE role = 'recipient' GROUP BY announcement_id
),
thing AS (
    SELECT announcement_id,
        string_agg(item_words(name, quantity_min, quantity_max, quantity_kind), ', ' ORDER BY item_no) AS names
    FROM announcement_item_current GROUP BY announcement_id
),
money AS (
    SELECT announcement_id,
        string_agg(amount_words(value, value_min, value_max, currency), ', ' ORDER BY amount_no) AS sums
    FROM announcement_amount_current GROUP BY announcement_id
),
report AS (
    SELECT m.announcement_id, m.relation, m.claim_id, c.url, c.source_id, c.published_on, c.published_at
    FROM announcement_claim_current m JOIN claim_current c USING (claim_id)
    WHERE m.relation <> 'background'
),
reported AS (
    SELECT
        announcement_id,
        count(DISTINCT url) AS reports,
        string_agg(DISTINCT source_id, ', ' ORDER BY source_id) AS sources,
        min(published_on) AS first_reported_on,
        arg_min(claim_id, (relation <> 'first_report', published_at, claim_id)) AS claim_id,
        arg_min(url, (relation <> 'first_report', published_at, claim_id)) AS link
    FROM report GROUP BY announcement_id
),
words AS (
    SELECT claim_id,
        arg_min(quote, (CASE WHEN field = 'act' THEN 0 WHEN field = 'stage' THEN 1 ELSE 2 END, -length(quote), char_start)) AS quote
    FROM evidence WHERE quote IS NOT NULL GROUP BY claim_id
)
SELECT
    a.announced_on,
    donor.names AS donors,
    recipient.names AS recipients,
    coalesce(thing.names, a.aid_type || ' aid') AS what,
    money.sums AS sum,
    a.stage,
    words.quote,
    reported.link,
    coalesce(reported.reports, 0) AS reports,
    reported.sources,
    a.independent_sources,
    reported.first_reported_on,
    a.aid_type,
    a.counts_in_totals,
    a.confidence,
    coalesce(donor.codes, []) AS donor_codes,
    coalesce(recipient.codes, []) AS recipient_codes,
    a.announcement_id AS id
FROM announcement_current a
LEFT JOIN donor USING (announcement_id)
LEFT JOIN recipient USING (announcement_id)
LEFT JOIN thing USING (announcement_id)
LEFT JOIN money USING (announcement_id)
LEFT JOIN reported USING (announcement_id)
LEFT JOIN words ON words.claim_id = reported.claim_id
ORDER BY coalesce(a.announced_on, reported.first_reported_on) DESC, a.announcement_id;
