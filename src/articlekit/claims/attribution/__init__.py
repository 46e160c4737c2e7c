"""Who says what, by which words: two passes of a sequence model, links, and rules around them."""
