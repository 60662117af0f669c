"""Ask the record: one query language for index and question."""
