-- All claims that the pending ones can have a bearing on: they share a donor, and a recipient where both name one,
-- within reach; with them every claim of the announcements that any of these belongs to. Nothing beyond can change.
CREATE OR REPLACE TEMP TABLE hood AS
WITH day_of AS (
    SELECT c.claim_id, coalesce(c.announced_on, v.published_on, CAST(v.published_at AS DATE)) AS day
    FROM claim c JOIN article_version v USING (version_id)
),
donor AS (SELECT claim_id, party_id FROM claim_party WHERE role = 'donor'),
recipient AS (SELECT claim_id, party_id FROM claim_party WHERE role = 'recipient'),
pending AS (SELECT DISTINCT claim_id, day FROM pending_claim JOIN day_of USING (claim_id)),
near AS (
    SELECT DISTINCT p.claim_id AS pending_id, other.claim_id
    FROM pending p
    JOIN donor mine ON mine.claim_id = p.claim_id
    JOIN donor theirs ON theirs.party_id = mine.party_id
    JOIN day_of other ON other.claim_id = theirs.claim_id
    WHERE abs(date_diff('day', p.day, other.day)) <= getvariable('reach_days')
),
relevant AS (
    SELECT claim_id FROM near
    WHERE NOT EXISTS (FROM recipient r WHERE r.claim_id = near.claim_id)
       OR NOT EXISTS (FROM recipient r WHERE r.claim_id = near.pending_id)
       OR EXISTS (FROM recipient a JOIN recipient b USING (party_id)
                  WHERE a.claim_id = near.claim_id AND b.claim_id = near.pending_id)
    UNION SELECT claim_id FROM pending
),
current_match AS (
    SELECT m.announcement_id, m.claim_id
    FROM announcement_claim m JOIN announcement_version a USING (announcement_id, version_no)
    WHERE a.recorded_to IS NULL
)
SELECT claim_id FROM relevant
UNION
SELECT fellow.claim_id
FROM relevant JOIN current_match mine USING (claim_id) JOIN current_match fellow USING (announcement_id);
