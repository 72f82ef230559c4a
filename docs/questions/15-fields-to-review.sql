-- Which fields have no words behind them, or rest on a reading of low confidence?
SELECT announcement_id, claim_id, field, confidence, url
FROM ungrounded_fields
ORDER BY confidence, announcement_id, field;
