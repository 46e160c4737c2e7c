"""From blocks to HTML that is safe in a browser."""
