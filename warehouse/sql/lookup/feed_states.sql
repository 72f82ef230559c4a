SELECT feed_url, etag, last_modified, body_sha256, checked_at, changed_at, next_poll_at, poll_minutes, failures,
    moved_to, moved_seen, entries_seen
FROM feed WHERE source_id = ? ORDER BY feed_url;
