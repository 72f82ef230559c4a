-- Every table has one row for each of its keys.
SELECT 'article' AS table_name, article_id AS key FROM article GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'article_address', url || ' ' || article_id FROM article_address GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'article_version', version_id FROM article_version GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'feed_entry', entry_id FROM feed_entry GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'http_fetch', fetch_id FROM http_fetch GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'load_window', concat_ws(' ', source_id, window_key, run_id) FROM load_window GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'page_outcome', concat_ws(' ', source_id, window_key, url, run_id) FROM page_outcome GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'reading', reading_id FROM reading GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'reading_claim', reading_id || ' ' || claim_id FROM reading_claim GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'claim', claim_id FROM claim GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'claim_party', concat_ws(' ', claim_id, role, party_no) FROM claim_party GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'claim_item', concat_ws(' ', claim_id, item_no) FROM claim_item GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'claim_amount', concat_ws(' ', claim_id, amount_no) FROM claim_amount GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'evidence', concat_ws(' ', claim_id, evidence_no) FROM evidence GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'announcement_version', concat_ws(' ', announcement_id, version_no) FROM announcement_version GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'announcement_claim', concat_ws(' ', announcement_id, version_no, claim_id) FROM announcement_claim GROUP BY ALL HAVING count(*) > 1
UNION ALL SELECT 'announcement_alias', alias_id FROM announcement_alias GROUP BY ALL HAVING count(*) > 1;
