"""From the chosen lines to blocks."""
