-- Announcements as people read them, the latest first.
SELECT id, announced_on, donors, recipients, what, sum, stage, quote, link, reports
FROM announcements
ORDER BY coalesce(announced_on, first_reported_on) DESC NULLS LAST, id;
