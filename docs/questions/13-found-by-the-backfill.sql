-- What did the backfill find that the scheduled runs had missed?
SELECT c.announcement_id, a.what, a.announced_on
FROM run_changes c JOIN announcements a ON a.id = c.announcement_id
WHERE c.trigger_kind = 'backfill' AND c.version_no = 1
ORDER BY c.announcement_id;
