-- Readings of versions and the claims of each, and the queue of claims that resolution has to look at.
CREATE OR REPLACE TEMP TABLE fresh_reading AS
SELECT reading_id, version_id FROM incoming_reading ANTI JOIN reading USING (reading_id);

CREATE OR REPLACE TEMP TABLE fresh_claim AS
SELECT claim_id FROM incoming_claim ANTI JOIN claim USING (claim_id);

INSERT INTO reading BY NAME
SELECT * FROM incoming_reading SEMI JOIN fresh_reading USING (reading_id);

INSERT INTO reading_claim BY NAME
SELECT * FROM incoming_reading_claim SEMI JOIN fresh_reading USING (reading_id);

INSERT INTO claim BY NAME
SELECT * FROM incoming_claim SEMI JOIN fresh_claim USING (claim_id);

INSERT INTO claim_party BY NAME
SELECT * FROM incoming_party SEMI JOIN fresh_claim USING (claim_id);

INSERT INTO claim_item BY NAME
SELECT * FROM incoming_item SEMI JOIN fresh_claim USING (claim_id);

INSERT INTO claim_amount BY NAME
SELECT * FROM incoming_amount SEMI JOIN fresh_claim USING (claim_id);

INSERT INTO evidence BY NAME
SELECT * FROM incoming_evidence SEMI JOIN fresh_claim USING (claim_id);

-- An article that was read anew puts all of its claims before resolution: those that it makes now and those it made.
INSERT INTO pending_claim (claim_id, cause, run_id)
WITH touched AS (
    SELECT DISTINCT article_id FROM article_version SEMI JOIN fresh_reading USING (version_id)
),
story AS (
    SELECT
        v.article_id,
        count(DISTINCT v.version_id) AS versions,
        count(DISTINCT r.reading_id) AS readings,
        count(DISTINCT f.version_id) AS fresh_versions,
        bool_or(v.correction_note IS NOT NULL) AS corrected
    FROM article_version v
    SEMI JOIN touched USING (article_id)
    JOIN reading r USING (version_id)
    LEFT JOIN fresh_version f USING (version_id)
    GROUP BY v.article_id
)
SELECT
    c.claim_id,
    CASE
        WHEN s.versions > 1 AND s.fresh_versions > 0 AND s.corrected THEN 'correction'
        WHEN s.versions > 1 AND s.fresh_versions > 0 THEN 'article_edited'
        WHEN s.readings > s.versions THEN 'reparse'
        ELSE 'new'
    END,
    getvariable('run_id')
FROM claim c
JOIN article_version v USING (version_id)
JOIN story s USING (article_id)
ANTI JOIN pending_claim p ON p.claim_id = c.claim_id;
