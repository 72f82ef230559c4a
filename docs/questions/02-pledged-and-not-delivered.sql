-- What was pledged more than 180 days ago and shows no delivery, by donor?
SELECT p.name AS donor, a.announcement_id, a.announced_on, date_diff('day', a.announced_on, current_date) AS days_open
FROM announcement_current a
JOIN announcement_party_current p ON p.announcement_id = a.announcement_id AND p.role = 'donor'
WHERE a.stage IN ('pledged', 'committed') AND a.counts_in_totals AND a.announced_on < current_date - 180
ORDER BY days_open DESC;
