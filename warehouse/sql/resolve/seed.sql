-- The claims that wait to be resolved, from which the neighbourhood is found.
CREATE OR REPLACE TEMP TABLE seed AS SELECT DISTINCT claim_id FROM pending_claim;
CREATE OR REPLACE TEMP TABLE relevant AS SELECT claim_id FROM seed;
