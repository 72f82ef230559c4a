-- The words of the versions that have none yet: those just written, and those of an older database.
CREATE OR REPLACE TEMP TABLE wordless AS
SELECT announcement_id, version_no FROM announcement_version WHERE reports IS NULL;

UPDATE announcement_version SET
    donors = said.donors,
    recipients = said.recipients,
    donor_codes = said.donor_codes,
    recipient_codes = said.recipient_codes,
    what = said.what,
    sum = said.sum,
    quote = said.quote,
    link = said.link,
    reports = said.reports,
    sources = said.sources
FROM (
    WITH named AS (
        SELECT p.*, coalesce(n.name, regexp_replace(p.party_id, '^(ORG|REG|GROUP):', '')) AS name
        FROM announcement_party p
        SEMI JOIN wordless USING (announcement_id, version_no)
        LEFT JOIN party n USING (party_id)
    ),
    parties AS (
        SELECT
            announcement_id,
            version_no,
            string_agg(name, ', ' ORDER BY party_no) FILTER (role = 'donor') AS donors,
            string_agg(name, ', ' ORDER BY party_no) FILTER (role = 'recipient') AS recipients,
            list(party_id ORDER BY party_no) FILTER (role = 'donor') AS donor_codes,
            list(party_id ORDER BY party_no) FILTER (role = 'recipient') AS recipient_codes
        FROM named
        GROUP BY ALL
    ),
    thing AS (
        SELECT
            announcement_id,
            version_no,
            string_agg(item_words(name, quantity_min, quantity_max, quantity_kind), ', ' ORDER BY item_no) AS what
        FROM announcement_item SEMI JOIN wordless USING (announcement_id, version_no)
        GROUP BY ALL
    ),
    money AS (
        SELECT
            announcement_id,
            version_no,
            string_agg(amount_words(value, value_min, value_max, currency), ', ' ORDER BY amount_no) AS sum
        FROM announcement_amount SEMI JOIN wordless USING (announcement_id, version_no)
        GROUP BY ALL
    ),
    told AS (
        SELECT
            m.announcement_id,
            m.version_no,
            c.claim_id,
            a.article_id,
            a.source_id,
            a.url,
            row_number() OVER (
                PARTITION BY m.announcement_id, m.version_no
                ORDER BY m.relation <> 'first_report', v.published_at NULLS LAST, c.claim_id
            ) AS place
        FROM announcement_claim m
        SEMI JOIN wordless USING (announcement_id, version_no)
        JOIN claim c USING (claim_id)
        JOIN article_version v USING (version_id)
        JOIN article a USING (article_id)
        WHERE m.in_force AND m.relation <> 'background'
    ),
    report AS (
        SELECT
            announcement_id,
            version_no,
            count(DISTINCT article_id) AS reports,
            list(DISTINCT source_id ORDER BY source_id) AS sources,
            any_value(claim_id) FILTER (place = 1) AS claim_id,
            any_value(url) FILTER (place = 1) AS link
        FROM told GROUP BY ALL
    ),
    best_words AS (
        SELECT claim_id, quote
        FROM evidence SEMI JOIN report USING (claim_id)
        WHERE quote IS NOT NULL
        QUALIFY row_number() OVER (
            PARTITION BY claim_id
            ORDER BY CASE field WHEN 'act' THEN 0 WHEN 'stage' THEN 1 ELSE 2 END, length(quote) DESC, char_start
        ) = 1
    )
    SELECT
        announcement_id,
        version_no,
        parties.donors,
        parties.recipients,
        coalesce(parties.donor_codes, []) AS donor_codes,
        coalesce(parties.recipient_codes, []) AS recipient_codes,
        thing.what,
        money.sum,
        best_words.quote,
        report.link,
        coalesce(report.reports, 0) AS reports,
        coalesce(report.sources, []) AS sources
    FROM wordless
    LEFT JOIN parties USING (announcement_id, version_no)
    LEFT JOIN thing USING (announcement_id, version_no)
    LEFT JOIN money USING (announcement_id, version_no)
    LEFT JOIN report USING (announcement_id, version_no)
    LEFT JOIN best_words ON best_words.claim_id = report.claim_id
) AS said
WHERE announcement_version.announcement_id = said.announcement_id
  AND announcement_version.version_no = said.version_no;
