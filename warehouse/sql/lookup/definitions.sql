SELECT sha256 FROM schema_definition;
