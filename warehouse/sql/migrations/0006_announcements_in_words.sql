-- What the table that people read says of each version, written once when the version is: asked of a million
-- announcements, it is a scan and no join (docs/questions). Where the name of a party is corrected, so are these.
ALTER TABLE announcement_version ADD COLUMN donors VARCHAR;
ALTER TABLE announcement_version ADD COLUMN recipients VARCHAR;
ALTER TABLE announcement_version ADD COLUMN donor_codes VARCHAR[];
ALTER TABLE announcement_version ADD COLUMN recipient_codes VARCHAR[];
ALTER TABLE announcement_version ADD COLUMN what VARCHAR;
ALTER TABLE announcement_version ADD COLUMN sum VARCHAR;
ALTER TABLE announcement_version ADD COLUMN quote VARCHAR;
ALTER TABLE announcement_version ADD COLUMN link VARCHAR;
ALTER TABLE announcement_version ADD COLUMN reports INTEGER;
ALTER TABLE announcement_version ADD COLUMN sources VARCHAR[];
