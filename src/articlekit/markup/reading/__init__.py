"""From tags and texts to blocks: one pass, and one room for each kind of block."""
