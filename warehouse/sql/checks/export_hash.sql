-- One hash of all content, in key order, without run ids and record times: two warehouses with the same hash say the same.
-- Left out on purpose: runs, ledger, fetch log, feed state and the closed versions of announcements (they tell when and
-- how, not what), and readings that a later one has superseded.
WITH content AS (
    SELECT 'article' AS part, article_id AS key, CAST((source_id, url, gone_at IS NOT NULL) AS VARCHAR) AS body FROM article
    UNION ALL
    SELECT 'article_address', url, article_id FROM article_address
    UNION ALL
    SELECT 'article_version', version_id, CAST((
        article_id, title, text_sha256, text_length, reading_text, byline, section, language, published_on,
        epoch_us(published_at), published_date_basis, epoch_us(modified_at), publisher, tags, paywalled,
        correction_note, body_basis, method, fingerprint
    ) AS VARCHAR) FROM article_version
    UNION ALL
    SELECT 'feed', feed_url, source_id FROM feed
    UNION ALL
    SELECT 'feed_entry', entry_id, CAST((
        feed_url, url, guid, title, summary, published_on, epoch_us(published_at), published_raw,
        epoch_us(updated_at), language
    ) AS VARCHAR) FROM feed_entry
    UNION ALL
    SELECT DISTINCT 'page_outcome', url, CAST((source_id, outcome, reason_code) AS VARCHAR)
    FROM page_outcome WHERE outcome IN ('skipped', 'quarantined')
    UNION ALL
    SELECT 'reading', version_id, CAST((arg_max(extractor_id, (read_at, extractor_id)), arg_max(issue_code, (read_at, extractor_id))) AS VARCHAR)
    FROM reading GROUP BY version_id
    UNION ALL
    SELECT 'claim', claim_id, CAST((
        version_id, aid_type, stage, novelty, announced_on, attribution, official_name, official_role, confidence
    ) AS VARCHAR) FROM claim_current
    UNION ALL
    SELECT 'claim_party', claim_id || ' ' || role || ' ' || party_no, party_id
    FROM claim_party SEMI JOIN claim_current USING (claim_id)
    UNION ALL
    SELECT 'claim_item', claim_id || ' ' || item_no, CAST((
        item_id, name, quantity_min, quantity_max, quantity_kind, unit
    ) AS VARCHAR) FROM claim_item SEMI JOIN claim_current USING (claim_id)
    UNION ALL
    SELECT 'claim_amount', claim_id || ' ' || amount_no, CAST((value, value_min, value_max, currency, role) AS VARCHAR)
    FROM claim_amount SEMI JOIN claim_current USING (claim_id)
    UNION ALL
    SELECT 'evidence', claim_id || ' ' || evidence_no, CAST((field, char_start, char_end, quote, how, rule) AS VARCHAR)
    FROM evidence SEMI JOIN claim_current USING (claim_id)
    UNION ALL
    SELECT 'announcement', announcement_id, CAST((
        aid_type, stage, announced_on, first_reported_on, independent_sources, counts_in_totals, confidence
    ) AS VARCHAR) FROM announcement_current
    UNION ALL
    SELECT 'announcement_party', announcement_id || ' ' || role || ' ' || party_no, party_id
    FROM announcement_party SEMI JOIN announcement_current USING (announcement_id, version_no)
    UNION ALL
    SELECT 'announcement_item', announcement_id || ' ' || item_no, CAST((
        item_id, name, quantity_min, quantity_max, quantity_kind, unit
    ) AS VARCHAR) FROM announcement_item SEMI JOIN announcement_current USING (announcement_id, version_no)
    UNION ALL
    SELECT 'announcement_amount', announcement_id || ' ' || amount_no, CAST((
        value, value_min, value_max, currency, role
    ) AS VARCHAR) FROM announcement_amount SEMI JOIN announcement_current USING (announcement_id, version_no)
    UNION ALL
    SELECT 'announcement_claim', announcement_id || ' ' || claim_id, CAST((relation, score, features, decided_by, in_force) AS VARCHAR)
    FROM announcement_claim SEMI JOIN announcement_current USING (announcement_id, version_no)
    UNION ALL
    SELECT 'status_event', announcement_id || ' ' || event_no, CAST((stage, on_date, claim_id) AS VARCHAR)
    FROM status_event SEMI JOIN announcement_current USING (announcement_id, version_no)
    UNION ALL
    SELECT 'announcement_alias', alias_id, announcement_id FROM announcement_alias
    UNION ALL
    SELECT 'announcement_link', from_id || ' ' || to_id, CAST((kind, claim_id) AS VARCHAR) FROM announcement_link
)
SELECT sha256(coalesce(string_agg(sha256(part || ' ' || key || ' ' || coalesce(body, '')), '' ORDER BY part, key, body), ''))
FROM content;
