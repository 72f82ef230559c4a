SELECT count(*) FROM pending_claim;
