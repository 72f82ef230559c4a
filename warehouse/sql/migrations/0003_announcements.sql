-- The acts themselves, resolved across articles and outlets. Every part carries the version it belongs to,
-- so that the whole of an announcement can be read as it was believed at any moment.

CREATE TABLE announcement_version (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    recorded_from TIMESTAMPTZ NOT NULL,
    recorded_to TIMESTAMPTZ,
    change_reason VARCHAR NOT NULL
        CHECK (change_reason IN ('new', 'new_evidence', 'article_edited', 'correction', 'retraction', 'review', 'reparse')),
    run_id VARCHAR NOT NULL,
    content_sha256 VARCHAR NOT NULL,
    aid_type VARCHAR,
    stage VARCHAR NOT NULL
        CHECK (stage IN ('requested', 'under_discussion', 'pledged', 'committed', 'delivered', 'withheld')),
    announced_on DATE,
    independent_sources INTEGER NOT NULL,
    counts_in_totals BOOLEAN NOT NULL,
    confidence DOUBLE NOT NULL
);

CREATE TABLE announcement_party (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('donor', 'recipient')),
    party_no INTEGER NOT NULL,
    party_id VARCHAR NOT NULL
);

CREATE TABLE announcement_item (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    item_no INTEGER NOT NULL,
    item_id VARCHAR,
    name VARCHAR NOT NULL,
    quantity_min DOUBLE,
    quantity_max DOUBLE,
    quantity_kind VARCHAR NOT NULL,
    unit VARCHAR
);

CREATE TABLE announcement_amount (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    amount_no INTEGER NOT NULL,
    value DECIMAL(38, 2) NOT NULL,
    value_min DECIMAL(38, 2),
    value_max DECIMAL(38, 2),
    currency VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);

CREATE TABLE announcement_claim (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    claim_id VARCHAR NOT NULL,
    relation VARCHAR NOT NULL
        CHECK (relation IN ('first_report', 'repeats', 'adds_detail', 'updates', 'contradicts', 'retracts', 'background')),
    score DOUBLE NOT NULL,
    features MAP(VARCHAR, DOUBLE) NOT NULL,
    decided_by VARCHAR NOT NULL
);

CREATE TABLE status_event (
    announcement_id VARCHAR NOT NULL,
    version_no INTEGER NOT NULL,
    event_no INTEGER NOT NULL,
    stage VARCHAR NOT NULL,
    on_date DATE,
    claim_id VARCHAR NOT NULL
);

CREATE TABLE announcement_alias (
    alias_id VARCHAR NOT NULL,
    announcement_id VARCHAR NOT NULL
);

CREATE TABLE announcement_link (
    from_id VARCHAR NOT NULL,
    to_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('part_of', 'draws_down', 'funded_by', 'supersedes', 'refers_to')),
    claim_id VARCHAR NOT NULL
);
