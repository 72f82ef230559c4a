-- Announcements in whose words, parties, things, sums, quotes or articles all of $words occur, the latest first.
WITH said AS (
    SELECT announcement_id, string_agg(DISTINCT concat_ws(' ', quote, title), ' ') AS words
    FROM announcement_evidence
    GROUP BY announcement_id
)

SELECT a.id, a.announced_on, a.donors, a.recipients, a.what, a.sum, a.stage, a.quote, a.link, a.reports
FROM announcements a
LEFT JOIN said ON said.announcement_id = a.id
WHERE list_bool_and(list_transform($words, lambda word: contains(
    lower(concat_ws(' ', a.donors, a.recipients, a.what, a.sum, a.stage, a.aid_type, said.words)), lower(word)
)))
ORDER BY coalesce(a.announced_on, a.first_reported_on) DESC NULLS LAST, a.id;
