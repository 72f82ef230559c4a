-- A new claim only adds a choice. But what hung on a claim that an edit took out of force chooses anew among all that is
-- near to it, and so does a sentence on several donors: their surroundings are wanted too.
CREATE OR REPLACE TEMP TABLE seed AS
SELECT claim_id FROM relevant
WHERE EXISTS (FROM pending_claim WHERE cause <> 'new')
UNION
SELECT claim_id FROM claim_party SEMI JOIN relevant USING (claim_id)
WHERE role = 'donor'
GROUP BY claim_id
HAVING count(*) > 1;
