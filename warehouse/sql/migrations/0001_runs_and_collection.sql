-- Runs, windows and what was collected: sources, feeds, fetches, entries, articles and their versions.
-- High-volume tables carry no PRIMARY KEY: an index doubles the cost of a load and quadruples the file
-- (docs/decisions/0060-keys-without-indexes.md). Loads insert by anti-join and checks/duplicate_keys.sql proves the keys.

CREATE TABLE run (
    run_id VARCHAR PRIMARY KEY,
    flow VARCHAR,
    trigger_kind VARCHAR CHECK (trigger_kind IN ('schedule', 'backfill', 'manual', 'reparse', 'rebuild', 'demo', 'test')),
    code_version VARCHAR,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at TIMESTAMPTZ,
    state VARCHAR CHECK (state IN ('running', 'done', 'part', 'failed'))
);

CREATE TABLE source (
    source_id VARCHAR PRIMARY KEY,
    name VARCHAR,
    home VARCHAR,
    country VARCHAR,
    language VARCHAR,
    kind VARCHAR,
    tier INTEGER,
    terms VARCHAR
);

CREATE TABLE feed (
    feed_url VARCHAR PRIMARY KEY,
    source_id VARCHAR NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    body_sha256 VARCHAR,
    checked_at TIMESTAMPTZ,
    changed_at TIMESTAMPTZ,
    next_poll_at TIMESTAMPTZ,
    poll_minutes INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    moved_to VARCHAR,
    moved_seen INTEGER NOT NULL,
    entries_seen INTEGER NOT NULL
);

CREATE TABLE load_window (
    source_id VARCHAR NOT NULL,
    window_key VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL,
    fetches INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    articles_changed INTEGER NOT NULL,
    new_versions INTEGER NOT NULL,
    new_claims INTEGER NOT NULL
);

CREATE TABLE http_fetch (
    fetch_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    final_url VARCHAR NOT NULL,
    requested_at TIMESTAMPTZ NOT NULL,
    outcome VARCHAR NOT NULL,
    status INTEGER,
    error VARCHAR,
    content_type VARCHAR,
    body_bytes BIGINT NOT NULL,
    duration_ms INTEGER NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    raw_sha256 VARCHAR,
    raw_segment VARCHAR,
    raw_offset BIGINT
);

CREATE TABLE feed_entry (
    entry_id VARCHAR NOT NULL,
    feed_url VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    guid VARCHAR,
    title VARCHAR NOT NULL,
    summary VARCHAR NOT NULL,
    published_on DATE,
    published_at TIMESTAMPTZ,
    published_raw VARCHAR,
    updated_at TIMESTAMPTZ,
    language VARCHAR,
    first_seen_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE article (
    article_id VARCHAR NOT NULL,
    source_id VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    first_seen_at TIMESTAMPTZ NOT NULL,
    gone_at TIMESTAMPTZ,
    gone_run_id VARCHAR
);

CREATE TABLE article_address (
    url VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL
);

CREATE TABLE article_version (
    version_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    reading_text VARCHAR USING COMPRESSION zstd,
    text_sha256 VARCHAR NOT NULL,
    text_length INTEGER NOT NULL,
    byline VARCHAR,
    section VARCHAR,
    language VARCHAR,
    published_on DATE,
    published_at TIMESTAMPTZ,
    published_date_basis VARCHAR NOT NULL
        CHECK (published_date_basis IN ('jsonld', 'meta', 'feed', 'url', 'text', 'unknown')),
    modified_at TIMESTAMPTZ,
    publisher VARCHAR,
    tags VARCHAR[] NOT NULL,
    paywalled BOOLEAN NOT NULL,
    correction_note VARCHAR,
    body_basis VARCHAR NOT NULL CHECK (body_basis IN ('page', 'feed')),
    method VARCHAR NOT NULL,
    fingerprint BIGINT[],
    raw_sha256 VARCHAR,
    raw_segment VARCHAR,
    raw_offset BIGINT,
    first_seen_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE page_outcome (
    source_id VARCHAR NOT NULL,
    window_key VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL CHECK (outcome IN ('stored', 'unchanged', 'skipped', 'quarantined')),
    reason_code VARCHAR,
    reason_message VARCHAR,
    version_id VARCHAR,
    raw_sha256 VARCHAR,
    raw_segment VARCHAR,
    raw_offset BIGINT,
    loaded_at TIMESTAMPTZ NOT NULL
);
