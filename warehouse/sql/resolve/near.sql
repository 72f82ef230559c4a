-- Adds to `relevant` what can have a bearing on the claims of `seed`: it shares a donor, and a recipient where both name
-- one, within reach. What is few is found first, for the tables hold millions of rows.
CREATE OR REPLACE TEMP TABLE seed_party AS
SELECT DISTINCT claim_id, role, party_id FROM claim_party SEMI JOIN seed USING (claim_id);

CREATE OR REPLACE TEMP TABLE candidate AS
WITH giving AS (
    SELECT DISTINCT claim_id FROM claim_party
    WHERE role = 'donor' AND party_id IN (SELECT party_id FROM seed_party WHERE role = 'donor')
),
given_to AS (SELECT DISTINCT claim_id FROM claim_party WHERE role = 'recipient' AND claim_id IN (FROM giving)),
given_to_the_same AS (
    SELECT DISTINCT claim_id FROM claim_party
    WHERE role = 'recipient' AND party_id IN (SELECT party_id FROM seed_party WHERE role = 'recipient')
),
open_seed AS (
    SELECT claim_id FROM seed_party WHERE role = 'donor'
    EXCEPT
    SELECT claim_id FROM seed_party WHERE role = 'recipient'
)
SELECT claim_id FROM giving SEMI JOIN given_to_the_same USING (claim_id)
UNION SELECT claim_id FROM giving ANTI JOIN given_to USING (claim_id)
UNION SELECT claim_id FROM giving WHERE EXISTS (FROM open_seed)
UNION SELECT claim_id FROM seed;

CREATE OR REPLACE TEMP TABLE dated AS
SELECT
    c.claim_id,
    coalesce(
        CASE WHEN c.novelty = 'new' THEN c.announced_on END, v.published_on, CAST(v.published_at AS DATE)
    ) AS day,
    c.stage = 'delivered' AS delivered
FROM claim c
SEMI JOIN candidate USING (claim_id)
JOIN article_version v USING (version_id);

INSERT INTO relevant
WITH party AS (SELECT * FROM claim_party SEMI JOIN candidate USING (claim_id)),
near AS (
    SELECT DISTINCT mine.claim_id AS seed_id, other.claim_id
    FROM seed_party mine
    JOIN party theirs ON theirs.role = 'donor' AND theirs.party_id = mine.party_id
    JOIN dated p ON p.claim_id = mine.claim_id
    JOIN dated other ON other.claim_id = theirs.claim_id
    WHERE mine.role = 'donor'
      AND abs(date_diff('day', p.day, other.day))
          <= CASE WHEN p.delivered = other.delivered THEN getvariable('near_days') ELSE getvariable('far_days') END
),
recipient AS (SELECT claim_id, list(party_id) AS codes FROM party WHERE role = 'recipient' GROUP BY claim_id)
SELECT DISTINCT near.claim_id
FROM near
ANTI JOIN relevant ON relevant.claim_id = near.claim_id
LEFT JOIN recipient theirs ON theirs.claim_id = near.claim_id
LEFT JOIN recipient mine ON mine.claim_id = near.seed_id
WHERE theirs.codes IS NULL OR mine.codes IS NULL OR list_has_any(theirs.codes, mine.codes);
