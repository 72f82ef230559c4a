-- Which sources are failing or silent, and how many claims do they stand for?
SELECT source_id, failures, last_answer_at, claims
FROM source_health
WHERE failures >= 3 OR last_answer_at IS NULL
ORDER BY source_id;
