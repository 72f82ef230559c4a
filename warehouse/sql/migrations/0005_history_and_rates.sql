-- What an as-of question needs of each version, and the reference rates by which sums are converted.
ALTER TABLE announcement_version ADD COLUMN first_reported_on DATE;
ALTER TABLE announcement_claim ADD COLUMN in_force BOOLEAN DEFAULT true;

UPDATE announcement_version SET first_reported_on = report.first_on
FROM (
    SELECT m.announcement_id, m.version_no, min(coalesce(v.published_on, CAST(v.published_at AS DATE))) AS first_on
    FROM announcement_claim m
    JOIN claim c USING (claim_id)
    JOIN article_version v USING (version_id)
    WHERE c.novelty = 'new'
    GROUP BY m.announcement_id, m.version_no
) AS report
WHERE announcement_version.announcement_id = report.announcement_id
  AND announcement_version.version_no = report.version_no;

CREATE TABLE fx_rate (
    currency VARCHAR NOT NULL,
    rate_date DATE NOT NULL,
    per_euro DOUBLE NOT NULL CHECK (per_euro > 0),
    provider VARCHAR NOT NULL
);

CREATE TABLE reference_file (
    name VARCHAR PRIMARY KEY,
    sha256 VARCHAR NOT NULL,
    loaded_at TIMESTAMPTZ NOT NULL
);
