"""Language packs: what the grammar of a language needs to know in words, as CSV files in one folder a language."""
