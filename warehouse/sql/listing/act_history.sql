-- How an announcement came to be what it is, version by version.
SELECT version_no, recorded_from, change_reason, stage, confidence
FROM announcement_version
WHERE announcement_id = $id
ORDER BY version_no;
