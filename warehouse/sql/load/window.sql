-- The ledger: what this load of the window brought, with the hash by which a repeat is known.
DELETE FROM load_window
WHERE source_id = getvariable('source_id')
  AND window_key = getvariable('window_key')
  AND run_id = getvariable('run_id');

INSERT INTO load_window BY NAME
SELECT
    getvariable('source_id') AS source_id,
    getvariable('window_key') AS window_key,
    getvariable('run_id') AS run_id,
    getvariable('content_sha256') AS content_sha256,
    getvariable('loaded_at') AS loaded_at,
    (SELECT count(*) FROM incoming_fetch) AS fetches,
    (SELECT count(*) FROM incoming_entry) AS entries,
    (SELECT count(DISTINCT url) FROM incoming_outcome) AS pages,
    (SELECT count(*) FROM incoming_outcome WHERE outcome = 'stored') AS stored,
    (SELECT count(*) FROM incoming_outcome WHERE outcome = 'skipped') AS skipped,
    (SELECT count(*) FROM incoming_outcome WHERE outcome = 'quarantined') AS quarantined,
    (SELECT count(DISTINCT claim_id) FROM incoming_claim) AS claims,
    (SELECT count(DISTINCT article_id) FROM fresh_version) AS articles_changed,
    (SELECT count(*) FROM fresh_version) AS new_versions,
    (SELECT count(*) FROM fresh_claim) AS new_claims;
