SELECT * REPLACE (array_to_string(donor_codes, ';') AS donor_codes, array_to_string(recipient_codes, ';') AS recipient_codes)
FROM announcements_as_of($moment)
ORDER BY id;
