-- What did we believe on 1 March 2023, where it differs from now?
SELECT now.id, old.stage AS stage_then, now.stage AS stage_now, old.sum AS sum_then, now.sum AS sum_now
FROM announcements_as_of(TIMESTAMPTZ '2023-03-01 00:00:00+00') AS old
JOIN announcements AS now ON now.id = old.id
WHERE (old.stage, old.sum) IS DISTINCT FROM (now.stage, now.sum)
ORDER BY now.id;
