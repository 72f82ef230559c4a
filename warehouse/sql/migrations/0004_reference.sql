-- Names for codes, as the gazetteers of the extractor give them.

CREATE TABLE party (
    party_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    kind VARCHAR
);

CREATE TABLE item (
    item_id VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    category VARCHAR
);
