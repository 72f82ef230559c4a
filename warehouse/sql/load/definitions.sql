DELETE FROM schema_definition;
INSERT INTO schema_definition (sha256) VALUES (?);
