"""The sentences and clauses of a text, and which lines state nothing."""
