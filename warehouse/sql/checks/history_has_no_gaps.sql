-- The versions of an announcement follow one another in time, and only the last may be open.
SELECT announcement_id, version_no
FROM (
    SELECT announcement_id, version_no, recorded_from, recorded_to,
        lead(recorded_from) OVER history AS next_from,
        row_number() OVER history AS expected_no
    FROM announcement_version
    WINDOW history AS (PARTITION BY announcement_id ORDER BY version_no)
)
WHERE version_no <> expected_no
   OR recorded_to < recorded_from
   OR (next_from IS NOT NULL AND (recorded_to IS NULL OR recorded_to > next_from));
