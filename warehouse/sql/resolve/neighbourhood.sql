-- The relevant claims, and every claim of every announcement that any of these belongs to, as far as that leads: only
-- announcements that lie inside as a whole are worked out anew.
CREATE OR REPLACE TEMP TABLE current_act AS
SELECT announcement_id, version_no FROM announcement_version WHERE recorded_to IS NULL;

CREATE OR REPLACE TEMP TABLE hood AS
WITH RECURSIVE act AS (
    SELECT DISTINCT m.announcement_id, m.version_no
    FROM announcement_claim m
    SEMI JOIN relevant USING (claim_id)
    SEMI JOIN current_act USING (announcement_id, version_no)
    UNION
    SELECT further.announcement_id, further.version_no
    FROM act
    JOIN announcement_claim mine USING (announcement_id, version_no)
    JOIN announcement_claim further ON further.claim_id = mine.claim_id
    SEMI JOIN current_act ON current_act.announcement_id = further.announcement_id
        AND current_act.version_no = further.version_no
)
SELECT claim_id FROM relevant
UNION SELECT claim_id FROM announcement_claim SEMI JOIN act USING (announcement_id, version_no);
