-- Every claim rests on words: at least one piece of its evidence is not inferred.
SELECT claim_id FROM claim
WHERE NOT EXISTS (FROM evidence e WHERE e.claim_id = claim.claim_id AND e.how <> 'inferred');
