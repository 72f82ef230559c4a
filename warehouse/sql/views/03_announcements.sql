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
SELECT
    announced_on,
    donors,
    recipients,
    coalesce(what, aid_type || ' aid') AS what,
    sum,
    stage,
    quote,
    link,
    reports,
    array_to_string(sources, ', ') AS sources,
    independent_sources,
    first_reported_on,
    aid_type,
    counts_in_totals,
    confidence,
    donor_codes,
    recipient_codes,
    announcement_id AS id
FROM announcement_version
WHERE recorded_from <= moment AND (recorded_to IS NULL OR recorded_to > moment)
ORDER BY coalesce(announced_on, first_reported_on) DESC NULLS LAST, announcement_id;

CREATE OR REPLACE VIEW announcements AS FROM announcements_as_of(TIMESTAMPTZ 'infinity');
