-- The announcements of the neighbourhood as they are now. What did not change is not touched; what changed gets a new
-- version, and what is no longer there (merged into another, or without a claim) is closed.
CREATE OR REPLACE TEMP TABLE touched AS
SELECT a.announcement_id, a.version_no, a.content_sha256
FROM announcement_version a
WHERE a.recorded_to IS NULL
  AND (a.announcement_id IN (SELECT m.announcement_id FROM announcement_claim m SEMI JOIN hood USING (claim_id))
       OR a.announcement_id IN (SELECT announcement_id FROM incoming_announcement));

-- Of two runs that overlap, the one that began first may settle last: time in the history never goes back.
SET VARIABLE resolved_at = greatest(getvariable('resolved_at'), (
    SELECT max(recorded_from) FROM announcement_version SEMI JOIN touched USING (announcement_id, version_no)
));

CREATE OR REPLACE TEMP TABLE changed AS
WITH last AS (
    SELECT announcement_id, max(version_no) AS version_no
    FROM announcement_version SEMI JOIN incoming_announcement USING (announcement_id)
    GROUP BY announcement_id
)
SELECT i.*, coalesce(last.version_no, 0) + 1 AS version_no
FROM incoming_announcement i
ANTI JOIN touched USING (announcement_id, content_sha256)
LEFT JOIN last USING (announcement_id);

CREATE OR REPLACE TEMP TABLE reason AS
WITH former AS (
    SELECT announcement_id, announcement_id AS former_id FROM changed
    UNION ALL
    SELECT announcement_id, alias_id FROM incoming_alias
),
known_before AS (
    SELECT DISTINCT former.announcement_id FROM former SEMI JOIN announcement_version v ON v.announcement_id = former.former_id
),
cause AS (
    SELECT m.announcement_id, list(DISTINCT p.cause) AS causes
    FROM incoming_match m JOIN pending_claim p USING (claim_id) GROUP BY m.announcement_id
)
SELECT
    c.announcement_id,
    CASE
        WHEN k.announcement_id IS NULL THEN 'new'
        WHEN c.independent_sources = 0 THEN 'retraction'
        WHEN list_contains(causes, 'correction') THEN 'correction'
        WHEN list_contains(causes, 'article_edited') THEN 'article_edited'
        WHEN list_contains(causes, 'review') THEN 'review'
        WHEN list_contains(causes, 'reparse') THEN 'reparse'
        ELSE 'new_evidence'
    END AS change_reason
FROM changed c
LEFT JOIN known_before k USING (announcement_id)
LEFT JOIN cause USING (announcement_id);

UPDATE announcement_version SET recorded_to = getvariable('resolved_at')
WHERE recorded_to IS NULL
  AND announcement_id IN (
      SELECT announcement_id FROM touched ANTI JOIN incoming_announcement USING (announcement_id)
      UNION SELECT announcement_id FROM changed
  );

INSERT INTO announcement_version BY NAME
SELECT c.*, r.change_reason, getvariable('resolved_at') AS recorded_from, getvariable('run_id') AS run_id
FROM changed c JOIN reason r USING (announcement_id);

INSERT INTO announcement_party BY NAME
SELECT p.*, c.version_no FROM incoming_party p JOIN changed c USING (announcement_id);

INSERT INTO announcement_item BY NAME
SELECT i.*, c.version_no FROM incoming_item i JOIN changed c USING (announcement_id);

INSERT INTO announcement_amount BY NAME
SELECT m.*, c.version_no FROM incoming_amount m JOIN changed c USING (announcement_id);

INSERT INTO announcement_claim BY NAME
SELECT m.*, c.version_no FROM incoming_match m JOIN changed c USING (announcement_id);

INSERT INTO status_event BY NAME
SELECT e.*, c.version_no FROM incoming_event e JOIN changed c USING (announcement_id);

DELETE FROM announcement_alias
WHERE announcement_id IN (SELECT announcement_id FROM touched UNION SELECT announcement_id FROM incoming_announcement)
   OR alias_id IN (SELECT announcement_id FROM incoming_announcement UNION SELECT alias_id FROM incoming_alias);

INSERT INTO announcement_alias BY NAME SELECT * FROM incoming_alias;

-- A link is worked out anew where both of its ends were; one that leads out of the neighbourhood follows its ends.
DELETE FROM announcement_link
WHERE from_id IN (SELECT announcement_id FROM touched UNION SELECT announcement_id FROM incoming_announcement)
  AND to_id IN (SELECT announcement_id FROM touched UNION SELECT announcement_id FROM incoming_announcement);

UPDATE announcement_link SET from_id = x.announcement_id FROM announcement_alias x WHERE from_id = x.alias_id;
UPDATE announcement_link SET to_id = x.announcement_id FROM announcement_alias x WHERE to_id = x.alias_id;

INSERT INTO announcement_link BY NAME SELECT * FROM incoming_link;

DELETE FROM pending_claim;
