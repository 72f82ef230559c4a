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

-- The announcements as they were believed at a moment.
CREATE OR REPLACE MACRO announcements_as_of(moment) AS TABLE
WITH act AS (
    SELECT * FROM announcement_version
    WHERE recorded_from <= moment AND (recorded_to IS NULL OR recorded_to > moment)
),
party_names AS (
    SELECT
        p.announcement_id,
        p.role,
        string_agg(coalesce(n.name, regexp_replace(p.party_id, '^(ORG|REG|GROUP):', '')), ', ' ORDER BY party_no) AS names,
        list(p.party_id ORDER BY party_no) AS codes
    FROM announcement_party p
    SEMI JOIN act USING (announcement_id, version_no)
    LEFT JOIN party n USING (party_id)
    GROUP BY p.announcement_id, p.role
),
thing AS (
    SELECT
        announcement_id,
        string_agg(item_words(name, quantity_min, quantity_max, quantity_kind), ', ' ORDER BY item_no) AS names
    FROM announcement_item SEMI JOIN act USING (announcement_id, version_no)
    GROUP BY announcement_id
),
money AS (
    SELECT
        announcement_id,
        string_agg(amount_words(value, value_min, value_max, currency), ', ' ORDER BY amount_no) AS sums
    FROM announcement_amount SEMI JOIN act USING (announcement_id, version_no)
    GROUP BY announcement_id
),
report AS (
    SELECT
        m.announcement_id,
        count(DISTINCT a.article_id) AS reports,
        string_agg(DISTINCT a.source_id, ', ' ORDER BY a.source_id) AS sources,
        arg_min(c.claim_id, (m.relation <> 'first_report', coalesce(v.published_at, v.first_seen_at), c.claim_id)) AS claim_id,
        arg_min(a.url, (m.relation <> 'first_report', coalesce(v.published_at, v.first_seen_at), c.claim_id)) AS link
    FROM announcement_claim m
    SEMI JOIN act USING (announcement_id, version_no)
    JOIN claim c USING (claim_id)
    JOIN article_version v USING (version_id)
    JOIN article a USING (article_id)
    WHERE m.in_force AND m.relation <> 'background'
    GROUP BY m.announcement_id
),
words AS (
    SELECT
        claim_id,
        arg_min(quote, (
            CASE WHEN field = 'act' THEN 0 WHEN field = 'stage' THEN 1 ELSE 2 END, -length(quote), char_start
        )) AS quote
    FROM evidence SEMI JOIN report USING (claim_id)
    WHERE quote IS NOT NULL
    GROUP BY claim_id
)
SELECT
    act.announced_on,
    donor.names AS donors,
    recipient.names AS recipients,
    coalesce(thing.names, act.aid_type || ' aid') AS what,
    money.sums AS sum,
    act.stage,
    words.quote,
    report.link,
    coalesce(report.reports, 0) AS reports,
    report.sources,
    act.independent_sources,
    act.first_reported_on,
    act.aid_type,
    act.counts_in_totals,
    act.confidence,
    coalesce(donor.codes, []) AS donor_codes,
    coalesce(recipient.codes, []) AS recipient_codes,
    act.announcement_id AS id
FROM act
LEFT JOIN party_names donor ON donor.announcement_id = act.announcement_id AND donor.role = 'donor'
LEFT JOIN party_names recipient ON recipient.announcement_id = act.announcement_id AND recipient.role = 'recipient'
LEFT JOIN thing ON thing.announcement_id = act.announcement_id
LEFT JOIN money ON money.announcement_id = act.announcement_id
LEFT JOIN report ON report.announcement_id = act.announcement_id
LEFT JOIN words ON words.claim_id = report.claim_id
ORDER BY coalesce(act.announced_on, act.first_reported_on) DESC NULLS LAST, act.announcement_id;

CREATE OR REPLACE VIEW announcements AS FROM announcements_as_of(TIMESTAMPTZ 'infinity');
