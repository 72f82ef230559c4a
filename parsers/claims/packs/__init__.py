"""Language packs: the words that the grammar of a language needs, as CSV files in one folder a language.

English (`en`) is the one there is. Another takes a folder with the same files, grammar where its clauses are built
otherwise, and its code in `parsers.claims.language.PACKS`; until then its texts count as `unsupported_language`.
"""
