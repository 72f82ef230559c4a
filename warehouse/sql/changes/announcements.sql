-- Announcements that a run made or changed, as they are now, with the stage before.
WITH mine AS (
    SELECT announcement_id, min(version_no) AS first_no, arg_max(change_reason, version_no) AS reason
    FROM announcement_version WHERE run_id = ? GROUP BY announcement_id
)
SELECT
    CASE WHEN mine.first_no = 1 THEN 'new' ELSE mine.reason END AS reason,
    a.id,
    coalesce(a.announced_on, a.first_reported_on) AS day,
    a.donors,
    a.recipients,
    a.what,
    a.sum,
    before.stage AS stage_before,
    a.stage,
    a.reports,
    a.link
FROM mine
JOIN announcements a ON a.id = mine.announcement_id
LEFT JOIN announcement_version before
    ON before.announcement_id = mine.announcement_id AND before.version_no = mine.first_no - 1
ORDER BY reason <> 'new', day, a.id;
