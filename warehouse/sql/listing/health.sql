SELECT source_id, feeds, failures, last_answer_at, last_article_at, articles, claims
FROM source_health
ORDER BY source_id;
