SELECT p.announcement_id, p.role, p.party_no, p.party_id,
    coalesce(n.name, regexp_replace(p.party_id, '^(ORG|REG|GROUP):', '')) AS name, n.kind
FROM announcement_party p
JOIN announcement_version a USING (announcement_id, version_no)
LEFT JOIN party n USING (party_id)
WHERE a.recorded_from <= $moment AND (a.recorded_to IS NULL OR a.recorded_to > $moment)
ORDER BY p.announcement_id, p.role, p.party_no;
