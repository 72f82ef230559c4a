-- Who reported each act first, and how many hours before the first official source?
SELECT announcement_id, first_source, first_at, date_diff('hour', first_at, first_official_at) AS hours_before_official
FROM first_reports
ORDER BY announcement_id;
