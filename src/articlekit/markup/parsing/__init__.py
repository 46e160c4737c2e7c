"""From bytes to a tree: hardened parsers, and what is put right before they see a page."""
