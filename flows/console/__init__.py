"""What a person at a terminal is shown: tables, records, progress; text from the web made inert."""
