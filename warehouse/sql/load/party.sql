-- Where a party gets another name, the announcements that name it are told anew.
UPDATE announcement_version SET reports = NULL
WHERE list_has_any(list_concat(donor_codes, recipient_codes), (
    SELECT coalesce(list(i.party_id), [])
    FROM incoming_names i LEFT JOIN party p USING (party_id)
    WHERE p.name IS DISTINCT FROM i.name
));

INSERT INTO party (party_id, name, kind) SELECT DISTINCT ON (party_id) party_id, name, kind FROM incoming_names
ON CONFLICT (party_id) DO UPDATE SET name = excluded.name, kind = excluded.kind;
