-- What one version of one article says, as one extractor read it, with the words that say it.

CREATE TABLE reading (
    reading_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    extractor_id VARCHAR NOT NULL,
    issue_code VARCHAR,
    issue_message VARCHAR,
    claims INTEGER NOT NULL,
    read_at TIMESTAMPTZ NOT NULL,
    run_id VARCHAR NOT NULL
);

CREATE TABLE reading_claim (
    reading_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL CHECK (confidence BETWEEN 0 AND 1)
);

CREATE TABLE claim (
    claim_id VARCHAR NOT NULL,
    version_id VARCHAR NOT NULL,
    aid_type VARCHAR CHECK (aid_type IN ('military', 'humanitarian', 'financial', 'development')),
    stage VARCHAR NOT NULL
        CHECK (stage IN ('requested', 'under_discussion', 'pledged', 'committed', 'delivered', 'withheld')),
    novelty VARCHAR NOT NULL CHECK (novelty IN ('new', 'background')),
    announced_on DATE,
    attribution VARCHAR NOT NULL
        CHECK (attribution IN ('donor_official', 'recipient_official', 'third_party_official', 'anonymous_official',
                               'document', 'outlet')),
    official_name VARCHAR,
    official_role VARCHAR
);

CREATE TABLE claim_party (
    claim_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('donor', 'recipient')),
    party_no INTEGER NOT NULL,
    party_id VARCHAR NOT NULL
);

CREATE TABLE claim_item (
    claim_id VARCHAR NOT NULL,
    item_no INTEGER NOT NULL,
    item_id VARCHAR,
    name VARCHAR NOT NULL,
    quantity_min DOUBLE,
    quantity_max DOUBLE,
    quantity_kind VARCHAR NOT NULL
        CHECK (quantity_kind IN ('exact', 'at_least', 'up_to', 'approx', 'range', 'vague', 'withheld', 'not_stated')),
    unit VARCHAR
);

CREATE TABLE claim_amount (
    claim_id VARCHAR NOT NULL,
    amount_no INTEGER NOT NULL,
    value DECIMAL(38, 2) NOT NULL,
    value_min DECIMAL(38, 2),
    value_max DECIMAL(38, 2),
    currency VARCHAR NOT NULL,
    role VARCHAR NOT NULL CHECK (role IN ('package', 'part', 'running_total', 'annual', 'fund', 'unit_price'))
);

CREATE TABLE evidence (
    claim_id VARCHAR NOT NULL,
    evidence_no INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    char_start INTEGER,
    char_end INTEGER,
    quote VARCHAR,
    how VARCHAR NOT NULL CHECK (how IN ('explicit', 'context', 'inferred')),
    rule VARCHAR NOT NULL,
    CHECK ((how = 'inferred') = (char_start IS NULL)),
    CHECK ((char_start IS NULL) = (char_end IS NULL) AND (char_start IS NULL) = (quote IS NULL))
);

CREATE TABLE pending_claim (
    claim_id VARCHAR NOT NULL,
    cause VARCHAR NOT NULL CHECK (cause IN ('new', 'article_edited', 'correction', 'reparse', 'review')),
    run_id VARCHAR NOT NULL
);
