"""The candidates for each field, one field or one place a file."""
