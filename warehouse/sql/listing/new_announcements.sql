-- Announcements that the run $run_id opened, the latest first.
SELECT id, announced_on, donors, recipients, what, sum, stage, quote, link, reports
FROM announcements
WHERE id IN (FROM announcement_version SELECT announcement_id WHERE version_no = 1 AND run_id = $run_id)
ORDER BY coalesce(announced_on, first_reported_on) DESC NULLS LAST, id;
