-- What a feed said last of each of the given addresses.
SELECT DISTINCT ON (url)
    url, guid, title, summary, published_on, published_at, published_raw, updated_at, language
FROM feed_entry
SEMI JOIN (SELECT unnest($urls) AS url) AS asked USING (url)
ORDER BY url, first_seen_at DESC, entry_id;
