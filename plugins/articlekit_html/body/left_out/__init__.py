"""What looks like text and is none of the article: one rule a file."""
