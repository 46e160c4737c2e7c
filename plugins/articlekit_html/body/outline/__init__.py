"""A page as flat arrays, and what can be told of its elements without reading what they say."""
