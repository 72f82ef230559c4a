-- What counts in totals rests on a claim in force that tells it as news.
SELECT a.announcement_id
FROM announcement_current a
WHERE a.counts_in_totals
  AND NOT EXISTS (
      FROM announcement_claim_current m JOIN claim_current c USING (claim_id)
      WHERE m.announcement_id = a.announcement_id AND c.novelty = 'new'
  );
