-- Every claim that tells news belongs to an announcement, unless it still waits to be resolved.
SELECT c.claim_id
FROM claim c
WHERE c.novelty = 'new'
  AND NOT EXISTS (FROM announcement_claim_current m WHERE m.claim_id = c.claim_id)
  AND NOT EXISTS (FROM pending_claim p WHERE p.claim_id = c.claim_id);
