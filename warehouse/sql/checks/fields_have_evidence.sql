-- Every donor, recipient, item and sum has evidence of its own, or is marked as inferred.
WITH field AS (
    SELECT claim_id, role || 's[' || party_no || ']' AS path FROM claim_party
    UNION ALL SELECT claim_id, 'items[' || item_no || ']' FROM claim_item
    UNION ALL SELECT claim_id, 'amounts[' || amount_no || ']' FROM claim_amount
)
SELECT claim_id, path FROM field
WHERE NOT EXISTS (
    FROM evidence e
    WHERE e.claim_id = field.claim_id AND (e.field = field.path OR starts_with(e.field, field.path || '.'))
);
