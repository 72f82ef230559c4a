-- One announcement by its id, or by an id that was merged into it.
SELECT id, announced_on, donors, recipients, what, sum, stage, quote, link, reports
FROM announcements
WHERE id = coalesce((SELECT announcement_id FROM announcement_alias WHERE alias_id = $id), $id);
